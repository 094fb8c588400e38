#include "store/names.h"

#include <sodium.h>

/* Entries in which a name may be. */
enum { PLACES = 4 };

static uint64_t check_of(const isoft_names *names, uint64_t name_hash, uint64_t id, int64_t found_at)
{
	const uint64_t entry[] = {name_hash, id, (uint64_t)found_at};
	uint64_t check;

	crypto_shorthash((unsigned char *)&check, (const unsigned char *)entry, sizeof(entry), names->key);
	return check;
}

static isoft_name *first_place(const isoft_names *names, uint64_t name_hash)
{
	return &names->table->entries[name_hash % (ISOFT_NAMES / PLACES) * PLACES];
}

static int64_t age_of(isoft_name *entry, int64_t now)
{
	int64_t found_at = atomic_load_explicit(&entry->found_at, memory_order_relaxed);

	/* The clock was set back: as old as can be. */
	return found_at > now ? INT64_MAX : now - found_at;
}

/* The id where the entry is of this name_hash, else 0. */
static uint64_t id_in(const isoft_names *names, isoft_name *entry, uint64_t name_hash)
{
	uint64_t id = atomic_load_explicit(&entry->id, memory_order_relaxed);
	int64_t found_at = atomic_load_explicit(&entry->found_at, memory_order_relaxed);
	uint64_t check = atomic_load_explicit(&entry->check, memory_order_relaxed);

	return id && check == check_of(names, name_hash, id, found_at) ? id : 0;
}

uint64_t isoft_names_get(const isoft_names *names, uint64_t name_hash, int64_t now)
{
	isoft_name *place = first_place(names, name_hash);

	for (int i = 0; i < PLACES; i++) {
		uint64_t id = id_in(names, &place[i], name_hash);

		if (id && age_of(&place[i], now) < ISOFT_NAMES_LIVE_S) {
			return id;
		}
	}
	return 0;
}

/* Where it is already, else the oldest; what was never used is the oldest of all. */
static isoft_name *place_for(const isoft_names *names, uint64_t name_hash, int64_t now)
{
	isoft_name *place = first_place(names, name_hash);
	isoft_name *best = place;

	for (int i = 0; i < PLACES; i++) {
		if (id_in(names, &place[i], name_hash)) {
			return &place[i];
		}
		if (age_of(&place[i], now) > age_of(best, now)) {
			best = &place[i];
		}
	}
	return best;
}

void isoft_names_put(const isoft_names *names, uint64_t name_hash, uint64_t id, int64_t now)
{
	isoft_name *place = place_for(names, name_hash, now);

	atomic_store_explicit(&place->id, id, memory_order_relaxed);
	atomic_store_explicit(&place->found_at, now, memory_order_relaxed);
	atomic_store_explicit(&place->check, check_of(names, name_hash, id, now), memory_order_relaxed);
}

static void drop(isoft_name *entry)
{
	atomic_store_explicit(&entry->id, 0, memory_order_relaxed);
	atomic_store_explicit(&entry->found_at, 0, memory_order_relaxed);
}

void isoft_names_forget(isoft_name_table *table, uint64_t id)
{
	for (int i = 0; i < ISOFT_NAMES; i++) {
		if (atomic_load_explicit(&table->entries[i].id, memory_order_relaxed) == id) {
			drop(&table->entries[i]);
		}
	}
}

void isoft_names_clear(isoft_name_table *table)
{
	for (int i = 0; i < ISOFT_NAMES; i++) {
		drop(&table->entries[i]);
	}
}
