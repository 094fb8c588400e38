#include "store/fetch.h"

#include <stdio.h>
#include <string.h>

enum {
	HALF_HEAD_SIZE = offsetof(isoft_half, sealed),
	MAX_MOVES = 1000 /* a writer syncs twice per write, so it cannot overtake a reader this often */
};

/* Copies the part in use. Loads the length once: it must not change between the check and the copy. */
static void copy_half(const isoft_half *from, isoft_half *to)
{
	uint32_t length = isoft_atomic_read_u32(&from->length);

	if (length > sizeof(to->sealed)) {
		length = 0;
	}
	memcpy(to, from, HALF_HEAD_SIZE + length);
	to->length = length;
	isoft_atomic_fence();
}

isoft_seal_state isoft_fetch_generation(
	const isoft_store *store, uint32_t slot, uint64_t generation, isoft_content *content)
{
	isoft_half copy;

	copy_half(isoft_mapping_half(&store->mapping, slot, generation), &copy);
	return isoft_seal_open(&copy, store->keys, slot, generation, content);
}

static isoft_fetch_state fetch_published(const isoft_store *store, uint32_t slot, uint64_t word, isoft_content *content)
{
	if (!isoft_word_valid(word)) {
		return ISOFT_FETCH_DAMAGED;
	}
	if (!isoft_word_flag(word)) {
		return ISOFT_FETCH_EMPTY;
	}
	switch (isoft_fetch_generation(store, slot, isoft_word_number(word), content)) {
		case ISOFT_SEAL_OPEN:
			return ISOFT_FETCH_RECORD;
		case ISOFT_SEAL_UNKNOWN_KEY:
			return ISOFT_FETCH_UNKNOWN_KEY;
		default:
			return ISOFT_FETCH_DAMAGED;
	}
}

/*
 * A half is overwritten only after the other half was published. So if a copy does not open and the published word is
 * unchanged, the record is damaged; if the word has changed, the copy was torn, and the newer half is read.
 */
isoft_fetch_state isoft_fetch(const isoft_store *store, uint32_t slot, isoft_content *content)
{
	const uint64_t *published = &isoft_mapping_entry(&store->mapping, slot)->published;
	uint64_t word = isoft_word_load(published);

	for (int moves = 0; moves < MAX_MOVES; moves++) {
		isoft_fetch_state state = fetch_published(store, slot, word, content);
		uint64_t current;

		if (state == ISOFT_FETCH_RECORD || state == ISOFT_FETCH_EMPTY) {
			return state;
		}
		current = isoft_word_load(published);
		if (current == word) {
			return state;
		}
		word = current;
	}
	return ISOFT_FETCH_CONTENDED;
}

isoft_store_status isoft_fetch_explain(
	const isoft_store *store, const char *account, isoft_fetch_state state, isoft_failure *failure)
{
	const char *path = store->paths.tokens;
	char subject[ISOFT_ACCOUNT_MAX + 32] = "an account whose name cannot be read";

	if (account) {
		snprintf(subject, sizeof(subject), "the account \"%s\"", account);
	}
	if (state == ISOFT_FETCH_UNKNOWN_KEY) {
		isoft_fail(failure, ISOFT_FAILURE_STORE,
			"The record of %s in %s cannot be opened: the file holds a record sealed under a key that is not "
			"configured. If the key was changed while this process ran, restart it (systemctl reload php-fpm, "
			"queue:restart). If not, add the old key to infusionsoft.previous_keys; if that key is lost, remove the "
			"file and authorize again",
			subject, path);
	} else if (state == ISOFT_FETCH_CONTENDED) {
		isoft_fail(
			failure, ISOFT_FAILURE_STORE, "The record of %s in %s changes faster than it can be read", subject, path);
	} else {
		isoft_fail(failure, ISOFT_FAILURE_STORE,
			"The record of %s in %s is damaged: restore the file from a backup, or authorize the account again",
			subject, path);
	}
	return ISOFT_STORE_FAILED;
}
