#include "support/bad_utf8.h"

#include "ext/standard/html.h"

enum { BAD_UTF8_DEPTH_MAX = 64 };

static bool bad_utf8_is_valid(const zend_string *text)
{
	zend_result status = SUCCESS;
	size_t at = 0;

	while (at < ZSTR_LEN(text) && status == SUCCESS) {
		php_next_utf8_char((const unsigned char *)ZSTR_VAL(text), ZSTR_LEN(text), &at, &status);
	}
	return status == SUCCESS;
}

/* Appends the key to the place: as `.name`, or as `[7]`. Returns the new length of the place, which may be cut. */
static size_t bad_utf8_append(char *place, size_t size, size_t length, const zend_string *name, zend_ulong index)
{
	int added = name ? snprintf(place + length, size - length, "%s%s", length ? "." : "", ZSTR_VAL(name))
					 : snprintf(place + length, size - length, "[" ZEND_LONG_FMT "]", (zend_long)index);

	for (char *c = place + length; *c; c++) {
		*c = *c >= ' ' && *c < 0x7f ? *c : '?';
	}
	return MIN(size - 1, length + (size_t)MAX(added, 0));
}

static bool bad_utf8_look(zval *value, char *place, size_t size, size_t length, int depth)
{
	HashTable *members = NULL;
	zend_string *name;
	zend_ulong index;
	zval *member;

	ZVAL_DEREF(value);
	place[length] = '\0';
	if (Z_TYPE_P(value) == IS_STRING) {
		return !bad_utf8_is_valid(Z_STR_P(value));
	}
	if (Z_TYPE_P(value) == IS_ARRAY) {
		members = Z_ARRVAL_P(value);
	} else if (Z_TYPE_P(value) == IS_OBJECT && Z_OBJCE_P(value) == zend_standard_class_def) {
		members = Z_OBJPROP_P(value);
	}
	if (!members || depth == BAD_UTF8_DEPTH_MAX) {
		return false;
	}
	ZEND_HASH_FOREACH_KEY_VAL_IND(members, index, name, member)
	{
		size_t longer = bad_utf8_append(place, size, length, name, index);

		if ((name && !bad_utf8_is_valid(name)) || bad_utf8_look(member, place, size, longer, depth + 1)) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

bool isoft_bad_utf8_find(zval *value, char *place, size_t size)
{
	return bad_utf8_look(value, place, size, 0, 0);
}
