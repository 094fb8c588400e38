#include "store/handle.h"

/* How long a process goes by what it read; the writes of other processes are seen after this time. */
enum { KEPT_S = 10 };

/* The number of segments may have grown since the file was mapped. Returns 0 if it cannot be read. */
static uint32_t next_due_segments(const isoft_mapping *mapping)
{
	uint64_t word;

	if (!isoft_os_read_at(mapping->descriptor, &word, sizeof(word), offsetof(isoft_header, segments))
		|| !isoft_word_valid(word) || isoft_word_number(word) > ISOFT_SEGMENTS_MAX) {
		return 0;
	}
	return (uint32_t)isoft_word_number(word);
}

/*
 * The table is read by pread, never through the mapping: whatever happened to the file, a process that only asks for
 * the hint goes on. Returns the earliest `due` of the table, 0 if there is none, or if the table cannot be read.
 */
static int64_t next_due_read(const isoft_mapping *mapping)
{
	uint32_t segments = next_due_segments(mapping);
	isoft_entry entries[ISOFT_SEGMENT_SLOTS];
	int64_t found = 0;

	for (uint32_t segment = 0; segment < segments; segment++) {
		if (!isoft_os_read_at(mapping->descriptor, entries, sizeof(entries), isoft_layout_size(segment))) {
			return 0;
		}
		for (int i = 0; i < ISOFT_SEGMENT_SLOTS; i++) {
			if (entries[i].due > 0 && (!found || entries[i].due < found)) {
				found = entries[i].due;
			}
		}
	}
	return found;
}

int64_t isoft_store_next_due(isoft_store *store, int64_t now)
{
	isoft_next_due *hint = &store->next_due;
	bool has_come = hint->due && now >= hint->due;

	if (!isoft_mapping_is_open(&store->mapping)) {
		return 0;
	}
	/* A refresh in another process moves the time on: one that has come is read again before anything is done. */
	if (!hint->known || has_come || now < hint->read_at || now >= hint->read_at + KEPT_S) {
		hint->due = next_due_read(&store->mapping);
		hint->read_at = now;
		hint->known = true;
	}
	return hint->due;
}
