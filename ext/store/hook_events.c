#include "store/hook_events.h"

#include <string.h>

#include "store/file_lock.h"
#include "store/handle.h"
#include "store/os.h"

enum { BUCKETS = 8192, BUCKET_WORDS = 8, TICK_S = 8 };

/* The low bits of a hash choose the bucket. A word has the 48 high bits, and the time in ticks, which goes round. */
static const uint64_t TIME_MASK = 0xffff;

static uint64_t offset_of(uint64_t hash)
{
	return hash % BUCKETS * BUCKET_WORDS * sizeof(uint64_t);
}

static uint64_t word_of(uint64_t hash, int64_t now)
{
	return (hash & ~TIME_MASK) | ((uint64_t)(now / TICK_S) & TIME_MASK);
}

static uint64_t age_s(uint64_t word, int64_t now)
{
	return (((uint64_t)(now / TICK_S) - word) & TIME_MASK) * TICK_S;
}

/* What lies behind the end of the file was never written. */
static void read_bucket(const isoft_hook_events *events, uint64_t hash, uint64_t words[BUCKET_WORDS])
{
	if (events->descriptor == -1
		|| !isoft_os_read_at(events->descriptor, words, BUCKET_WORDS * sizeof(*words), offset_of(hash))) {
		memset(words, 0, BUCKET_WORDS * sizeof(*words));
	}
}

void isoft_hook_events_open(const isoft_store *store, bool create, isoft_hook_events *events)
{
	char path[ISOFT_PATH_MAX];
	isoft_os_facts facts;
	isoft_failure failure;

	events->descriptor = -1;
	isoft_paths_join(path, store->paths.directory, ISOFT_HOOK_EVENTS_FILE);
	if ((create || isoft_os_facts_at(path, false, &facts))
		&& isoft_lock_file_open(&store->paths, path, ISOFT_OS_READ_WRITE, &events->descriptor, &failure)
			!= ISOFT_STORE_OK) {
		events->descriptor = -1;
	}
}

void isoft_hook_events_close(isoft_hook_events *events)
{
	if (events->descriptor != -1) {
		isoft_os_close(events->descriptor);
		events->descriptor = -1;
	}
}

bool isoft_hook_events_has(const isoft_hook_events *events, uint64_t hash, int64_t now)
{
	uint64_t words[BUCKET_WORDS];

	read_bucket(events, hash, words);
	for (int i = 0; i < BUCKET_WORDS; i++) {
		if (words[i] && (words[i] & ~TIME_MASK) == (hash & ~TIME_MASK)) {
			return age_s(words[i], now) < ISOFT_HOOK_EVENTS_LIVE_S;
		}
	}
	return false;
}

/* The word of this event, else one that was never written, else the oldest. */
static int word_to_write(const uint64_t words[BUCKET_WORDS], uint64_t hash, int64_t now)
{
	int oldest = 0;

	for (int i = 0; i < BUCKET_WORDS; i++) {
		if (!words[i] || (words[i] & ~TIME_MASK) == (hash & ~TIME_MASK)) {
			return i;
		}
		if (age_s(words[i], now) > age_s(words[oldest], now)) {
			oldest = i;
		}
	}
	return oldest;
}

void isoft_hook_events_remember(const isoft_hook_events *events, uint64_t hash, int64_t now)
{
	uint64_t words[BUCKET_WORDS];

	if (events->descriptor == -1) {
		return;
	}
	read_bucket(events, hash, words);
	words[word_to_write(words, hash, now)] = word_of(hash, now);
	if (!isoft_os_write_at(events->descriptor, words, sizeof(words), offset_of(hash))) {
		return; /* a full disk: the event is not remembered */
	}
}
