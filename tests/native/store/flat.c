/* What 10,000 accounts cost is counted: records that are opened, cells that are read, system calls that change files.
 */
#include <stdio.h>
#include <string.h>

#include "decryptions.h"
#include "faults.h"
#include "scene.h"
#include "store/handle.h"
#include "store/index.h"
#include "store/keys.h"
#include "store/layout.h"

enum { FEW = 100, MANY = 10000, ROOM = 10240 };

static const char *name_of(int number)
{
	static char name[32];

	snprintf(name, sizeof(name), "tenant %d", number);
	return name;
}

/* The store has room for all of them from the start, so that no addition makes it grow. */
static isoft_store *open_large(void)
{
	isoft_store_config config = scene_config();

	config.accounts = ROOM;
	return scene_open_with(&config);
}

static void fill(isoft_store *store, int from, int to)
{
	for (int i = from; i < to; i++) {
		scene_put_due(store, name_of(i), "x", 1000 + i);
	}
}

/* Returns the number of system calls that change files. */
static int cost_of_addition(isoft_store *store, const char *name, int *opened)
{
	int before = decryptions();

	faults_set(FAULT_NONE, 0, 0);
	scene_put_due(store, name, "x", 500000);
	*opened = decryptions() - before;
	return faults_calls();
}

static void additions(void)
{
	isoft_store *store = open_large();
	int opened_few, opened_many, calls_few;

	fill(store, 0, FEW);
	calls_few = cost_of_addition(store, "new among few", &opened_few);
	fill(store, FEW, MANY);
	need(cost_of_addition(store, "new among many", &opened_many) == calls_few && calls_few > 0);
	need(opened_few == 0 && opened_many == 0);
	isoft_store_close(store);
}

static void look_ups(void)
{
	isoft_store *store = open_large(), *fresh;
	isoft_record record;
	int before;

	fill(store, 0, MANY);
	fresh = open_large();
	before = decryptions();
	need(scene_has(fresh, name_of(MANY - 1), "x") && decryptions() == before + 1);
	need(scene_read(fresh, "unknown", &record) == ISOFT_STORE_MISSING && decryptions() == before + 1);
	isoft_store_close(store);
	isoft_store_close(fresh);
}

/* Returns how many cells a search for the name reads. */
static uint64_t cells_read(isoft_store *store, const char *name)
{
	unsigned char hash[ISOFT_HASH_SIZE];
	isoft_index_search search;
	uint64_t cells;
	uint32_t slot;

	isoft_key_hash_name(&store->keys->keys[0], name, hash);
	isoft_index_begin(&search, &store->mapping, hash);
	cells = search.left;
	while (isoft_index_next(&search, &store->mapping, &slot)) {
		if (memcmp(isoft_mapping_entry(&store->mapping, slot)->hash, hash, ISOFT_HASH_SIZE) == 0) {
			return cells - search.left;
		}
	}
	return 0;
}

static void cells(void)
{
	isoft_store *store = open_large();
	uint64_t few = 0, many = 0;

	fill(store, 0, FEW);
	for (int i = 0; i < FEW; i++) {
		few += cells_read(store, name_of(i));
	}
	fill(store, FEW, MANY);
	for (int i = 0; i < MANY; i++) {
		uint64_t read = cells_read(store, name_of(i));

		need(read > 0);
		many += read;
	}
	/* At most half of the cells are in use: 1.5 cells are read on average. */
	need(few < 2 * FEW && many < 2 * MANY);
	isoft_store_close(store);
}

static void walk(void)
{
	isoft_store *store = open_large();
	char account[ISOFT_ACCOUNT_MAX + 1];
	isoft_record record;
	uint32_t position = 0;
	int before, found = 0;

	fill(store, 0, MANY);
	before = decryptions();
	while (isoft_store_next(store, &position, account, &record, &scene_failure) == ISOFT_STORE_OK) {
		found++;
	}
	need(found == MANY && decryptions() == before + MANY);
	isoft_store_close(store);
}

static const scene_test tests[] = {
	{"a new account costs the same system calls among 10,000 as among 100, and opens no other's record", additions},
	{"the first look-up of a handle opens one record of 10,000, and none for an unknown name", look_ups},
	{"a look-up among 10,000 accounts reads fewer than two cells of the index on average", cells},
	{"a walk over 10,000 accounts opens each record once", walk},
};

SCENE_MAIN(tests)
