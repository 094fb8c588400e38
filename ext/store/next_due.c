#include "store/handle.h"
#include "store/shared.h"

enum {
	KEPT_S = 10,         /* how long a process goes by what it read; what others write is seen after this time */
	BETWEEN_READS_S = 1, /* while an account is due, one process in this time reads all accounts */
	UNREAD_MAX_S = 300 /* after this time the accounts are read in any case: what a killed process left out is found */
};

enum { HINT_AT = offsetof(isoft_shared, due_from) };

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
		if (!isoft_os_read_at(mapping->descriptor, entries, sizeof(entries), isoft_layout_segment(segment))) {
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

static void hint_set(isoft_store *store, int64_t from)
{
	isoft_store_shared_write(store, HINT_AT, &from, sizeof(from));
	isoft_store_shared_release(store, HINT_AT, sizeof(from));
}

/* Unless another process has moved it on: then the hint is its. */
static bool hint_move_on(isoft_store *store, int64_t seen, int64_t to)
{
	int64_t from;

	if (!isoft_store_shared_take(store, HINT_AT, &from, sizeof(from))) {
		return true; /* it cannot be shared now: each process reads for itself */
	}
	if (from != seen) {
		isoft_store_shared_release(store, HINT_AT, sizeof(from));
		return false;
	}
	hint_set(store, to);
	return true;
}

void isoft_store_lower_due(isoft_store *store, int64_t due)
{
	int64_t from;

	if (due > 0 && store->next_due.known && (!store->next_due.due || due < store->next_due.due)) {
		store->next_due.due = due;
	}
	/* Looked at without the lock first: most writes are due later than others. */
	if (due > 0 && isoft_store_shared_read(store, HINT_AT, &from, sizeof(from)) && from > due
		&& isoft_store_shared_take(store, HINT_AT, &from, sizeof(from))) {
		hint_set(store, from > due ? due : from);
	}
}

/*
 * Moved on first, then read: who writes a `due` behind the read finds the later time and lowers it. Returns the
 * earliest `due`, or what another process has moved the hint to meanwhile.
 */
static int64_t next_due_find(isoft_store *store, int64_t seen, int64_t now)
{
	int64_t found;

	if (!hint_move_on(store, seen, now + UNREAD_MAX_S)) {
		return now + BETWEEN_READS_S;
	}
	found = next_due_read(&store->mapping);
	isoft_store_lower_due(store, found > 0 && found <= now ? now + BETWEEN_READS_S : found);
	return found;
}

static int64_t next_due_shared(isoft_store *store, int64_t now)
{
	int64_t from;

	if (!isoft_store_shared_read(store, HINT_AT, &from, sizeof(from))) {
		return next_due_read(&store->mapping);
	}
	return from > now && from <= now + UNREAD_MAX_S ? from : next_due_find(store, from, now);
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
		hint->due = next_due_shared(store, now);
		hint->read_at = now;
		hint->known = true;
	}
	return hint->due;
}
