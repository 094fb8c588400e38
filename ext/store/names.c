#include "store/names.h"

#include <sodium.h>

enum { BUCKET_SIZE = 4 }; /* entries that can hold a name */

static uint64_t names_entry_check(const isoft_names *names, uint64_t name_hash, uint64_t id, int64_t found_at)
{
	const uint64_t entry[] = {name_hash, id, (uint64_t)found_at};
	uint64_t check;

	crypto_shorthash((unsigned char *)&check, (const unsigned char *)entry, sizeof(entry), names->key);
	return check;
}

static isoft_name *names_bucket(const isoft_names *names, uint64_t name_hash)
{
	return &names->table->entries[name_hash % (ISOFT_NAMES / BUCKET_SIZE) * BUCKET_SIZE];
}

static int64_t names_entry_age(isoft_name *entry, int64_t now)
{
	int64_t found_at = isoft_atomic_get_i64(&entry->found_at);

	/* The clock was set back, or the memory holds no time: the entry counts as the oldest. */
	return found_at > now || found_at < 0 ? INT64_MAX : now - found_at;
}

/* Returns the id if the entry belongs to this name_hash, else 0. */
static uint64_t names_entry_id(const isoft_names *names, isoft_name *entry, uint64_t name_hash)
{
	uint64_t id = isoft_atomic_get_u64(&entry->id);
	int64_t found_at = isoft_atomic_get_i64(&entry->found_at);
	uint64_t check = isoft_atomic_get_u64(&entry->check);

	return id && check == names_entry_check(names, name_hash, id, found_at) ? id : 0;
}

uint64_t isoft_names_get(const isoft_names *names, uint64_t name_hash, int64_t now)
{
	isoft_name *bucket = names_bucket(names, name_hash);

	for (int i = 0; i < BUCKET_SIZE; i++) {
		uint64_t id = names_entry_id(names, &bucket[i], name_hash);

		if (id && names_entry_age(&bucket[i], now) < ISOFT_NAMES_LIVE_S) {
			return id;
		}
	}
	return 0;
}

/* Returns the entry of this name, else the oldest entry of the bucket. An unused entry is the oldest. */
static isoft_name *names_entry_to_write(const isoft_names *names, uint64_t name_hash, int64_t now)
{
	isoft_name *bucket = names_bucket(names, name_hash);
	isoft_name *oldest = bucket;

	for (int i = 0; i < BUCKET_SIZE; i++) {
		if (names_entry_id(names, &bucket[i], name_hash)) {
			return &bucket[i];
		}
		if (names_entry_age(&bucket[i], now) > names_entry_age(oldest, now)) {
			oldest = &bucket[i];
		}
	}
	return oldest;
}

void isoft_names_put(const isoft_names *names, uint64_t name_hash, uint64_t id, int64_t now)
{
	isoft_name *entry = names_entry_to_write(names, name_hash, now);

	isoft_atomic_set_u64(&entry->id, id);
	isoft_atomic_set_i64(&entry->found_at, now);
	isoft_atomic_set_u64(&entry->check, names_entry_check(names, name_hash, id, now));
}

static void names_drop_entry(isoft_name *entry)
{
	isoft_atomic_set_u64(&entry->id, 0);
	isoft_atomic_set_i64(&entry->found_at, 0);
}

void isoft_names_forget(isoft_name_table *table, uint64_t id)
{
	for (int i = 0; i < ISOFT_NAMES; i++) {
		if (isoft_atomic_get_u64(&table->entries[i].id) == id) {
			names_drop_entry(&table->entries[i]);
		}
	}
}

void isoft_names_clear(isoft_name_table *table)
{
	for (int i = 0; i < ISOFT_NAMES; i++) {
		names_drop_entry(&table->entries[i]);
	}
}
