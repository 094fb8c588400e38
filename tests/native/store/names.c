/* The table of names: stored, removed, replaced, expired and forged entries, and writers that race. */
#include <pthread.h>
#include <string.h>

#include "check.h"
#include "store/names.h"

enum { NOW = 1000000, WRITERS = 3, ROUNDS = 200000 };

static isoft_name_table table;
static const isoft_names names = {.table = &table, .key = "a key"};

/* Returns hashes that fall into the same bucket. */
static uint64_t colliding_hash(uint64_t number)
{
	return 7 + number * (ISOFT_NAMES / 4);
}

static void stored(void)
{
	memset(&table, 0, sizeof(table));
	check(isoft_names_get(&names, 7, NOW) == 0 && isoft_names_get(&names, 0, NOW) == 0, "an empty table returns no id");
	isoft_names_put(&names, 7, 91, NOW);
	isoft_names_put(&names, 8, 92, NOW);
	check(isoft_names_get(&names, 7, NOW) == 91 && isoft_names_get(&names, 8, NOW) == 92, "stored ids are found");
	isoft_names_put(&names, 7, 93, NOW);
	isoft_names_forget(&table, 92);
	check(isoft_names_get(&names, 7, NOW) == 93 && isoft_names_get(&names, 8, NOW) == 0,
		"a name can get another id, and an id can be removed");
	isoft_names_clear(&table);
	check(isoft_names_get(&names, 7, NOW) == 0, "a cleared table returns no id");
}

static void expired(void)
{
	memset(&table, 0, sizeof(table));
	isoft_names_put(&names, 7, 91, NOW);
	check(isoft_names_get(&names, 7, NOW + ISOFT_NAMES_LIVE_S - 1) == 91
			&& isoft_names_get(&names, 7, NOW + ISOFT_NAMES_LIVE_S) == 0,
		"an entry expires after an hour");
	check(isoft_names_get(&names, 7, NOW - 1) == 0, "an entry with a time in the future is not used");
}

/* A time that cannot be right: the entry makes place for a new one, and nothing overflows (the sanitizer watches). */
static void times_of_any_value(void)
{
	static const int64_t times[] = {INT64_MIN, INT64_MIN + 1, -1, INT64_MAX};

	for (size_t i = 0; i < sizeof(times) / sizeof(times[0]); i++) {
		memset(&table, 0, sizeof(table));
		isoft_names_put(&names, 7, 91, times[i]);
		check(isoft_names_get(&names, 7, NOW) == 0, "an entry found at %lld is not used", (long long)times[i]);
		for (int other = 1; other < 5; other++) {
			isoft_names_put(&names, colliding_hash(other), 100 + other, NOW);
		}
		check(isoft_names_get(&names, colliding_hash(4), NOW) == 104
				&& isoft_names_get(&names, colliding_hash(1), NOW) == 101,
			"an entry found at %lld is the oldest", (long long)times[i]);
	}
}

static void full_bucket(void)
{
	bool found = true;

	memset(&table, 0, sizeof(table));
	for (int i = 0; i < 4; i++) {
		isoft_names_put(&names, colliding_hash(i), 100 + i, NOW + i);
	}
	for (int i = 0; i < 4; i++) {
		found = found && isoft_names_get(&names, colliding_hash(i), NOW + 9) == 100u + i;
	}
	isoft_names_put(&names, colliding_hash(4), 104, NOW + 4);
	check(found && isoft_names_get(&names, colliding_hash(4), NOW + 9) == 104
			&& isoft_names_get(&names, colliding_hash(0), NOW + 9) == 0
			&& isoft_names_get(&names, colliding_hash(1), NOW + 9) == 101,
		"in a full bucket the oldest entry is replaced");
}

/* A user who can read and write the table but does not have the key cannot make a valid entry. */
static void forged(void)
{
	const isoft_names other = {.table = &table, .key = "another key"};

	memset(&table, 0, sizeof(table));
	isoft_names_put(&names, 7, 91, NOW);
	check(isoft_names_get(&other, 7, NOW) == 0, "an entry made under another key is not used");
	for (int i = 0; i < ISOFT_NAMES; i++) {
		if (isoft_atomic_get_u64(&table.entries[i].id) == 91) {
			isoft_atomic_set_u64(&table.entries[i].id, 92);
		}
	}
	check(isoft_names_get(&names, 7, NOW) == 0, "an entry whose id was changed is not used");
}

static void *write_on(void *number)
{
	uint64_t first = *(int *)number * 100;

	for (uint64_t i = 0; i < ROUNDS; i++) {
		isoft_names_put(&names, colliding_hash(first + i % 10), first + i % 10 + 1, NOW + (int64_t)(i % 50));
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
		uint64_t id = isoft_names_get(&names, colliding_hash(number), NOW + 60);

		right = right && (id == 0 || id == number + 1);
	}
	for (int i = 0; i < WRITERS; i++) {
		pthread_join(writers[i], NULL);
	}
	check(right, "writers that race never give a name the id of another name");
}

int main(void)
{
	stored();
	expired();
	times_of_any_value();
	full_bucket();
	forged();
	raced();
	return check_end();
}
