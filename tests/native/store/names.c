/* Ids found by name: kept, forgotten, crowded out, too old, and never mixed up by writers that meet. */
#include <pthread.h>
#include <string.h>

#include "check.h"
#include "store/names.h"

enum { NOW = 1000000, WRITERS = 3, ROUNDS = 200000 };

static isoft_name_table table;
static const isoft_names names = {.table = &table, .key = "a key"};

/* Marks that share their places. */
static uint64_t rival(uint64_t number)
{
	return 7 + number * (ISOFT_NAMES / 4);
}

static void kept(void)
{
	memset(&table, 0, sizeof(table));
	check(isoft_names_get(&names, 7, NOW) == 0 && isoft_names_get(&names, 0, NOW) == 0, "an empty table knows nothing");
	isoft_names_put(&names, 7, 91, NOW);
	isoft_names_put(&names, 8, 92, NOW);
	check(isoft_names_get(&names, 7, NOW) == 91 && isoft_names_get(&names, 8, NOW) == 92, "what was put is found");
	isoft_names_put(&names, 7, 93, NOW);
	isoft_names_forget(&table, 92);
	check(isoft_names_get(&names, 7, NOW) == 93 && isoft_names_get(&names, 8, NOW) == 0,
		"a name moves to another id, and an id is forgotten");
	isoft_names_clear(&table);
	check(isoft_names_get(&names, 7, NOW) == 0, "everything is forgotten");
}

static void aged(void)
{
	memset(&table, 0, sizeof(table));
	isoft_names_put(&names, 7, 91, NOW);
	check(isoft_names_get(&names, 7, NOW + ISOFT_NAMES_LIVE_S - 1) == 91
			&& isoft_names_get(&names, 7, NOW + ISOFT_NAMES_LIVE_S) == 0,
		"an id is known for an hour");
	check(isoft_names_get(&names, 7, NOW - 1) == 0, "an id of a time that is yet to come is not known");
}

static void crowded(void)
{
	bool found = true;

	memset(&table, 0, sizeof(table));
	for (int i = 0; i < 4; i++) {
		isoft_names_put(&names, rival(i), 100 + i, NOW + i);
	}
	for (int i = 0; i < 4; i++) {
		found = found && isoft_names_get(&names, rival(i), NOW + 9) == 100u + i;
	}
	isoft_names_put(&names, rival(4), 104, NOW + 4);
	check(found && isoft_names_get(&names, rival(4), NOW + 9) == 104 && isoft_names_get(&names, rival(0), NOW + 9) == 0
			&& isoft_names_get(&names, rival(1), NOW + 9) == 101,
		"where there is no room the oldest goes");
}

/* Who can read and write the table, and has not the key, knows all of an entry and can make none. */
static void forged(void)
{
	const isoft_names other = {.table = &table, .key = "another key"};

	memset(&table, 0, sizeof(table));
	isoft_names_put(&names, 7, 91, NOW);
	check(isoft_names_get(&other, 7, NOW) == 0, "under another key nothing is known");
	for (int i = 0; i < ISOFT_NAMES; i++) {
		if (table.entries[i].id == 91) {
			table.entries[i].id = 92;
		}
	}
	check(isoft_names_get(&names, 7, NOW) == 0, "an id that was changed is not taken");
}

static void *write_on(void *number)
{
	uint64_t first = *(int *)number * 100;

	for (uint64_t i = 0; i < ROUNDS; i++) {
		isoft_names_put(&names, rival(first + i % 10), first + i % 10 + 1, NOW + (int64_t)(i % 50));
	}
	return NULL;
}

static void raced(void)
{
	pthread_t writers[WRITERS];
	int numbers[WRITERS];
	bool right = true;

	memset(&table, 0, sizeof(table));
	for (int i = 0; i < WRITERS; i++) {
		numbers[i] = i;
		pthread_create(&writers[i], NULL, write_on, &numbers[i]);
	}
	for (uint64_t i = 0; i < ROUNDS; i++) {
		uint64_t number = i % WRITERS * 100 + i / WRITERS % 10;
		uint64_t id = isoft_names_get(&names, rival(number), NOW + 60);

		right = right && (id == 0 || id == number + 1);
	}
	for (int i = 0; i < WRITERS; i++) {
		pthread_join(writers[i], NULL);
	}
	check(right, "writers that meet give no name the id of another");
}

int main(void)
{
	kept();
	aged();
	crowded();
	forged();
	raced();
	return check_end();
}
