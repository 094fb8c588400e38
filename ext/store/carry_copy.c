#include "store/carry_copy.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "store/index.h"
#include "store/shared.h"

enum {
	OLD_SEGMENTS_MAX = 1024,
	OLD_STATS_AT = 64 + 64 * 64 + 64 * 80 /* in the shared area: behind the clocks and the limits, before the ids */
};

static uint64_t old_segment(uint32_t segment)
{
	return ISOFT_PAGE + ISOFT_OLD_SHARED_SIZE + (uint64_t)segment * ISOFT_SEGMENT_SIZE;
}

bool isoft_old_store_read(isoft_old_store *old)
{
	const isoft_header *header = &old->header;
	isoft_os_facts facts;

	if (!isoft_os_read_at(old->descriptor, &old->header, sizeof(old->header), 0)
		|| memcmp(header->magic, ISOFT_MAGIC, sizeof(ISOFT_MAGIC)) != 0 || header->byte_order != ISOFT_BYTE_ORDER
		|| (header->format != ISOFT_OLD_FORMAT && header->format != ISOFT_FORMAT)
		|| header->shared_size != ISOFT_OLD_SHARED_SIZE || header->segment_slots != ISOFT_SEGMENT_SLOTS
		|| header->half_size != ISOFT_HALF_SIZE || !isoft_word_valid(header->segments)) {
		return false;
	}
	old->segments = (uint32_t)isoft_word_number(header->segments);
	return isoft_word_number(header->segments) >= 1 && isoft_word_number(header->segments) <= OLD_SEGMENTS_MAX
		&& isoft_os_facts_of(old->descriptor, &facts) && facts.size >= old_segment(old->segments);
}

bool isoft_old_store_mark(const isoft_old_store *old, uint32_t format)
{
	return isoft_os_write_at(old->descriptor, &format, sizeof(format), offsetof(isoft_header, format));
}

/* The new file. */
typedef struct {
	const isoft_old_store *old;
	int descriptor;
	isoft_header_page head;
	unsigned char *segment; /* room for one */
} copying;

/* Remembers under which key a half is sealed. If there is no room, the file is damaged: no store has so many keys. */
static void name_key(isoft_marks *marks, uint64_t id)
{
	for (int i = 0; id && i < ISOFT_KEY_IDS; i++) {
		if (!marks->key_ids[i] || marks->key_ids[i] == id) {
			marks->key_ids[i] = id;
			return;
		}
	}
}

static bool copy_segment(copying *self, uint32_t number)
{
	if (!isoft_os_read_at(self->old->descriptor, self->segment, ISOFT_SEGMENT_SIZE, old_segment(number))) {
		return false;
	}
	for (size_t at = ISOFT_PAGE; at < ISOFT_SEGMENT_SIZE; at += ISOFT_HALF_SIZE) {
		uint64_t id;

		memcpy(&id, self->segment + at + offsetof(isoft_half, key_id), sizeof(id));
		name_key(&self->head.marks, id);
	}
	return isoft_os_write_at(self->descriptor, self->segment, ISOFT_SEGMENT_SIZE, isoft_layout_segment(number));
}

/* The counters and the ids. What else the shared area has is learned again. */
static bool copy_shared(const copying *self)
{
	unsigned char bytes[ISOFT_OLD_SHARED_SIZE - OLD_STATS_AT];

	_Static_assert(
		offsetof(isoft_shared, names) + sizeof(isoft_name_table) - offsetof(isoft_shared, stats) == sizeof(bytes),
		"the counters and the ids are as they were");
	return isoft_os_read_at(self->old->descriptor, bytes, sizeof(bytes), ISOFT_PAGE + OLD_STATS_AT)
		&& isoft_os_write_at(self->descriptor, bytes, sizeof(bytes), ISOFT_PAGE + offsetof(isoft_shared, stats));
}

static bool copy_all(copying *self)
{
	for (uint32_t number = 0; number < self->old->segments; number++) {
		if (!copy_segment(self, number)) {
			return false;
		}
	}
	return copy_shared(self) && isoft_os_write_at(self->descriptor, &self->head, sizeof(self->head), 0);
}

/* The names are in the sealed records, so the index is made of an open store. It has one of keys that are borrowed. */
static bool index_all(const copying *self, const isoft_keys *keys, isoft_failure *failure)
{
	isoft_store *store = isoft_store_new(failure);
	uint32_t ignored;
	bool made;

	if (!store) {
		return false;
	}
	store->keys = (isoft_keys *)keys;
	store->mapping.descriptor = self->descriptor;
	store->mapping.segments = self->old->segments;
	made = isoft_os_map(self->descriptor, (size_t)isoft_layout_size(self->old->segments), &store->mapping.file)
		&& isoft_index_make(store, self->old->segments, &ignored);
	isoft_os_unmap(&store->mapping.file);
	free(store);
	return made;
}

bool isoft_carry_copy(const isoft_old_store *old, int descriptor, const isoft_keys *keys, isoft_failure *failure)
{
	copying self = {.old = old, .descriptor = descriptor, .segment = malloc(ISOFT_SEGMENT_SIZE)};
	bool copied;

	if (!self.segment) {
		errno = ENOMEM;
		return false;
	}
	isoft_header_make(&self.head, isoft_keys_present(keys), old->segments);
	self.head.header.key_id = old->header.key_id;
	name_key(&self.head.marks, old->header.key_id);
	copied = copy_all(&self) && index_all(&self, keys, failure);
	free(self.segment);
	return copied;
}
