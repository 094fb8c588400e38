#include "php_infusionsoft.h"

#include "functions/each_history.h"

#include <sodium.h>

#include "support/array.h"
#include "support/json.h"

/* The sums of the entries' hashes, so that their order does not matter. */
typedef struct {
	uint64_t sums[2];
	uint64_t entries;
} page_mark;

/* An entry whose other members changed between two requests is the same entry. */
static zval *identity_of(zval *entry)
{
	zval *id = Z_TYPE_P(entry) == IS_ARRAY ? isoft_array_member(Z_ARRVAL_P(entry), "id") : NULL;

	return id ? id : entry;
}

/* Returns false for an entry that cannot be compared, such as a number that is too large for JSON. */
static bool mark_entry(page_mark *mark, zval *entry)
{
	smart_str json = {0};
	uint64_t hash[2];
	const char *error;

	if (!isoft_json_encode(&json, identity_of(entry), &error)) {
		return false;
	}
	crypto_generichash(
		(unsigned char *)hash, sizeof(hash), (const unsigned char *)ZSTR_VAL(json.s), ZSTR_LEN(json.s), NULL, 0);
	mark->sums[0] += hash[0];
	mark->sums[1] += hash[1];
	mark->entries++;
	smart_str_free(&json);
	return true;
}

static bool mark_page(page_mark *mark, HashTable *entries)
{
	zval *entry;

	memset(mark, 0, sizeof(*mark));
	ZEND_HASH_FOREACH_VAL(entries, entry) {
		if (!mark_entry(mark, entry)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/*
 * Returns false if the table has the mark already. The key is made first: where memory ends in the table's own copy of
 * a key, it is left with an entry that cannot be freed, and an iterator is freed after the fatal error too.
 */
static bool history_add_mark(isoft_each_history *history, const page_mark *mark)
{
	zend_string *key = zend_string_init((const char *)mark, sizeof(*mark), false);
	bool is_new;

	if (!history->seen) {
		ALLOC_HASHTABLE(history->seen);
		zend_hash_init(history->seen, 8, NULL, NULL, false);
	}
	is_new = zend_hash_add_empty_element(history->seen, key) != NULL;
	zend_string_release(key);
	return is_new;
}

void isoft_each_history_add(isoft_each_history *history, HashTable *entries)
{
	page_mark mark;

	if (!entries || !zend_hash_num_elements(entries)) {
		history->empty++;
		return;
	}
	history->empty = 0;
	if (!mark_page(&mark, entries)) {
		history->repeated = 0;
		return;
	}
	history->repeated = history_add_mark(history, &mark) ? 0 : history->repeated + 1;
}

void isoft_each_history_free(isoft_each_history *history)
{
	if (history->seen) {
		zend_hash_destroy(history->seen);
		FREE_HASHTABLE(history->seen);
	}
	memset(history, 0, sizeof(*history));
}
