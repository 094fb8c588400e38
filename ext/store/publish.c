#include "store/publish.h"

#include <sodium.h>
#include <string.h>

#include "store/fetch.h"
#include "store/seal.h"
#include "support/assert.h"
#include "support/crash_point.h"

enum { HALVES = 2 };

/* No number of writes reaches this generation. A larger number in the file is damage. */
static const uint64_t GENERATION_LIMIT = UINT64_C(1) << 47;

static bool publish_bytes(isoft_store *store, const void *bytes, size_t length, uint64_t offset)
{
	return isoft_os_write_at(store->mapping.descriptor, bytes, length, offset);
}

/* If a test ends the process at "slot_half_written", writes up to the middle of the sealed bytes first. */
static bool publish_half(isoft_store *store, const isoft_half *half, uint64_t offset)
{
	if (isoft_crash_point_chosen("slot_half_written")) {
		publish_bytes(store, half, offsetof(isoft_half, sealed) + half->length / 2, offset);
	}
	return !isoft_crash_point("slot_half_written") && publish_bytes(store, half, sizeof(*half), offset)
		&& !isoft_crash_point("slot_written");
}

static bool publish_sync(isoft_store *store)
{
	return isoft_os_sync(store->mapping.descriptor);
}

/* The word and `due` are adjacent and written by one pwrite, so that a killed writer changes both or neither. */
static bool publish_word(isoft_store *store, uint32_t slot, uint64_t generation, bool present, int64_t due)
{
	struct {
		uint64_t published;
		int64_t due;
	} update = {isoft_word_make(generation, present), due};
	uint64_t at = isoft_layout_entry(slot) + offsetof(isoft_entry, published);

	_Static_assert(
		offsetof(isoft_entry, due) == offsetof(isoft_entry, published) + sizeof(uint64_t), "adjacent members");
	if (!publish_bytes(store, &update, sizeof(update), at) || isoft_crash_point("published") || !publish_sync(store)) {
		return false;
	}
	isoft_store_lower_due(store, due);
	isoft_crash_point("header_synced");
	return true;
}

/* For a damaged word: returns a generation after those in the word and in both halves, so that no number repeats. */
static uint64_t generation_after_damage(const isoft_store *store, uint32_t slot, uint64_t word)
{
	uint64_t last = isoft_word_number(word) < GENERATION_LIMIT ? isoft_word_number(word) : 0;

	for (unsigned half = 0; half < HALVES; half++) {
		uint64_t generation = isoft_mapping_half(&store->mapping, slot, half)->generation;

		if (generation > last && generation < GENERATION_LIMIT) {
			last = generation;
		}
	}
	return last + 1;
}

static uint64_t next_generation(const isoft_store *store, uint32_t slot)
{
	uint64_t word = isoft_word_load(&isoft_mapping_entry(&store->mapping, slot)->published);

	return isoft_word_valid(word) && isoft_word_number(word) < GENERATION_LIMIT
		? isoft_word_number(word) + 1
		: generation_after_damage(store, slot, word);
}

/* The key is named before a record is sealed under it: without that key a process cannot say what is missing. */
static bool ensure_key_is_named(isoft_store *store, uint64_t id)
{
	const isoft_marks *marks = isoft_mapping_marks(&store->mapping);
	int place = ISOFT_KEY_IDS - 1; /* if there is no room: no file has seen so many keys */

	for (int i = ISOFT_KEY_IDS - 1; i >= 0; i--) {
		uint64_t named = isoft_atomic_read_u64(&marks->key_ids[i]);

		if (named == id) {
			return true;
		}
		place = named ? place : i;
	}
	return publish_bytes(
		store, &id, sizeof(id), ISOFT_MARKS_AT + offsetof(isoft_marks, key_ids) + (uint64_t)place * sizeof(id));
}

/*
 * Writes the id of the present key to the header before the first record is sealed under it. A process without that key
 * then reports the missing key; otherwise it would report a missing account.
 */
static bool ensure_header_key(isoft_store *store)
{
	uint64_t id = isoft_keys_present(store->keys)->id;

	if (!ensure_key_is_named(store, id)) {
		return false;
	}
	if (isoft_mapping_header(&store->mapping)->key_id == id) {
		return true;
	}
	if (!publish_bytes(store, &id, sizeof(id), offsetof(isoft_header, key_id))) {
		return false;
	}
	store->mapping.header.key_id = id;
	return true;
}

bool isoft_publish_record(
	isoft_store *store, uint32_t slot, const char *account, int64_t due, const void *bytes, size_t length)
{
	uint64_t generation = next_generation(store, slot);
	isoft_half half;

	ISOFT_ASSERT(generation >= 1 && generation <= GENERATION_LIMIT && length <= ISOFT_RECORD_MAX);
	isoft_seal(&half, isoft_keys_present(store->keys), slot, generation, account, due, bytes, length);
	return ensure_header_key(store) && publish_half(store, &half, isoft_layout_half(slot, generation))
		&& publish_sync(store) && !isoft_crash_point("slot_synced") && publish_word(store, slot, generation, true, due);
}

static bool wipe_halves(isoft_store *store, uint32_t slot)
{
	static const char zeros[HALVES * ISOFT_HALF_SIZE];

	return publish_bytes(store, zeros, sizeof(zeros), isoft_layout_half(slot, 0)) && publish_sync(store);
}

static bool clear_backoff(isoft_store *store, uint32_t slot)
{
	static const char zeros[sizeof(isoft_entry) - offsetof(isoft_entry, backoff_until)];

	return publish_bytes(store, zeros, sizeof(zeros), isoft_layout_entry(slot) + offsetof(isoft_entry, backoff_until));
}

bool isoft_publish_nothing(isoft_store *store, uint32_t slot)
{
	return publish_word(store, slot, next_generation(store, slot), false, 0) && clear_backoff(store, slot)
		&& wipe_halves(store, slot);
}

static bool halves_are_zero(const isoft_store *store, uint32_t slot)
{
	const isoft_half *halves = isoft_mapping_half(&store->mapping, slot, 0);

	return sodium_is_zero((const unsigned char *)halves, HALVES * ISOFT_HALF_SIZE);
}

bool isoft_publish_recover(isoft_store *store, uint32_t slot)
{
	uint64_t word = isoft_word_load(&isoft_mapping_entry(&store->mapping, slot)->published);
	uint64_t next = isoft_word_number(word) + 1;
	isoft_content content;

	if (!isoft_word_valid(word)) {
		return true;
	}
	if (isoft_fetch_generation(store, slot, next, &content) == ISOFT_SEAL_OPEN) {
		int64_t due = content.due;

		isoft_content_wipe(&content);
		return publish_word(store, slot, next, true, due);
	}
	return isoft_word_flag(word) || halves_are_zero(store, slot) || wipe_halves(store, slot);
}
