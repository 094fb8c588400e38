#include "php_infusionsoft.h"

#include "functions/each_page.h"

#include "support/array.h"
#include "support/exceptions.h"

/* Returns false. */
static bool throw_bad_page(const isoft_each_context *context, const char *fault)
{
	isoft_failure failure;

	isoft_fail(&failure, ISOFT_FAILURE_API, "Keap's reply to %s %s", context->operation->id, fault);
	failure.status = 200;
	isoft_throw(&failure);
	return false;
}

/* Returns false with an exception thrown. */
static bool find_entries(const isoft_each_context *context, zval *reply, zval **entries)
{
	const char *name = context->operation->entries;

	*entries = reply;
	if (*name && Z_TYPE_P(reply) == IS_ARRAY) {
		*entries = isoft_array_value(Z_ARRVAL_P(reply), name);
	}
	if (*entries && Z_TYPE_P(*entries) == IS_NULL) {
		*entries = NULL;
	}
	if (*entries && Z_TYPE_P(*entries) != IS_ARRAY) {
		return throw_bad_page(context, "holds something else where its list should be");
	}
	return true;
}

static zval *id_of(zval *entry)
{
	return Z_TYPE_P(entry) == IS_ARRAY ? isoft_array_member(Z_ARRVAL_P(entry), "id") : NULL;
}

/* An entry whose other members changed between two requests is the same entry. */
static bool is_same_entry(zval *one, zval *other)
{
	zval *id = id_of(one), *other_id = id_of(other);

	return id && other_id ? zend_is_identical(id, other_id) : zend_is_identical(one, other);
}

static bool is_same_page(HashTable *one, HashTable *other)
{
	HashPosition position;
	zval *entry, *other_entry;

	if (zend_hash_num_elements(one) != zend_hash_num_elements(other)) {
		return false;
	}
	zend_hash_internal_pointer_reset_ex(other, &position);
	ZEND_HASH_FOREACH_VAL(one, entry) {
		other_entry = zend_hash_get_current_data_ex(other, &position);
		if (!other_entry || !is_same_entry(entry, other_entry)) {
			return false;
		}
		zend_hash_move_forward_ex(other, &position);
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* Whether the reply of API v1 names a next page. It does so after the last page too; that page is empty. */
static bool names_next(zval *reply)
{
	zval *next = Z_TYPE_P(reply) == IS_ARRAY ? isoft_array_member(Z_ARRVAL_P(reply), "next") : NULL;

	return next && Z_TYPE_P(next) == IS_STRING && Z_STRLEN_P(next);
}

/* Returns false if the position is no integer. */
static bool read_offset(const isoft_page_position *here, zend_long *offset)
{
	switch (Z_TYPE_P(here)) {
		case IS_NULL:
			*offset = 0;
			return true;
		case IS_LONG:
			*offset = Z_LVAL_P(here);
			return true;
		default:
			return Z_TYPE_P(here) == IS_STRING
				&& is_numeric_string(Z_STRVAL_P(here), Z_STRLEN_P(here), offset, NULL, false) == IS_LONG;
	}
}

/* Returns false with an exception thrown. */
static bool find_next_offset(
	const isoft_each_context *context, zval *reply, HashTable *entries, isoft_page_position *next)
{
	zend_long offset, count = zend_hash_num_elements(entries);

	if (Z_TYPE_P(context->previous) == IS_ARRAY && count && is_same_page(Z_ARRVAL_P(context->previous), entries)) {
		return throw_bad_page(context, "has the entries of the page before again: Keap ignores `offset` for this list");
	}
	if (!count || !names_next(reply)) {
		return true;
	}
	if (!read_offset(context->here, &offset) || offset > ZEND_LONG_MAX - count) {
		return throw_bad_page(context, "names a next page, whose offset is larger than an integer can be");
	}
	ZVAL_LONG(next, offset + count);
	return true;
}

/* Returns false with an exception thrown. */
static bool find_next_token(const isoft_each_context *context, zval *reply, isoft_page_position *next)
{
	const char *fault;

	if (Z_TYPE_P(reply) != IS_ARRAY) {
		return true;
	}
	fault = isoft_page_token_read(context->tokens, Z_ARRVAL_P(reply), next);
	return !fault || throw_bad_page(context, fault);
}

bool isoft_each_page_read(const isoft_each_context *context, zval *reply, zval **entries, isoft_page_position *next)
{
	ZVAL_NULL(next);
	if (!find_entries(context, reply, entries)) {
		return false;
	}
	switch (context->operation->paging) {
		case ISOFT_PAGING_TOKEN:
			return find_next_token(context, reply, next);
		case ISOFT_PAGING_OFFSET:
			return !*entries || find_next_offset(context, reply, Z_ARRVAL_P(*entries), next);
		default:
			return true;
	}
}
