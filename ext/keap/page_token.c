#include "php_infusionsoft.h"

#include "keap/page_token.h"

#include "support/array.h"

const char *isoft_page_token_read(const isoft_page_tokens *tokens, HashTable *reply, zval *token)
{
	zval *given = isoft_array_value(reply, "next_page_token");
	zend_string *text;

	if (!given || (Z_TYPE_P(given) == IS_STRING && !Z_STRLEN_P(given))) {
		ZVAL_NULL(token);
		return NULL;
	}
	if (Z_TYPE_P(given) != IS_STRING && Z_TYPE_P(given) != IS_LONG) {
		return "holds something else where its next_page_token should be";
	}
	text = zval_get_string(given);
	if (tokens->seen && zend_hash_exists(tokens->seen, text)) {
		zend_string_release(text);
		return "names as the next page one that was read before: the list would never end";
	}
	ZVAL_STR(token, text);
	return NULL;
}

void isoft_page_token_add(isoft_page_tokens *tokens, const zval *token)
{
	if (!tokens->seen) {
		ALLOC_HASHTABLE(tokens->seen);
		zend_hash_init(tokens->seen, 8, NULL, NULL, false);
	}
	zend_hash_add_empty_element(tokens->seen, Z_STR_P(token));
}

void isoft_page_tokens_free(isoft_page_tokens *tokens)
{
	if (tokens->seen) {
		zend_hash_destroy(tokens->seen);
		FREE_HASHTABLE(tokens->seen);
		tokens->seen = NULL;
	}
}
