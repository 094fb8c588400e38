#include "php_infusionsoft.h"

#include "zend_smart_str.h"

#include "client/id_cache.h"
#include "client/search.h"
#include "client/send.h"
#include "client/trace.h"
#include "functions/arguments.h"
#include "keap/schema.h"
#include "support/array.h"
#include "support/caseless.h"

#define TAGS "/rest/v2/tags"

/* Returns false with an exception thrown. */
static bool check_tag_text(zend_string *text, isoft_type type, const char *what, uint32_t position)
{
	const isoft_field field = {.name = what, .type = type};
	zval value, applied;
	isoft_failure failure;

	ZVAL_STR(&value, text);
	if (!isoft_schema_field(&field, &value, what, &applied, &failure)) {
		isoft_throw_argument(&failure, position);
		return false;
	}
	zval_ptr_dtor(&applied);
	return true;
}

static bool check_tag_name(zend_string *name)
{
	if (strspn(ZSTR_VAL(name), " ") == ZSTR_LEN(name)) {
		zend_argument_value_error(1, "must not be blank");
		return false;
	}
	return check_tag_text(name, ISOFT_TYPE_LINE, "the tag's name", 1);
}

/* The best tag so far. The same letters come before letters in another case; after that, the lowest id wins. */
typedef struct {
	zend_string *name; /* borrowed */
	bool same_letters;
	char id[ISOFT_ID_SIZE];
	zend_long number;        /* the id as a number */
	zend_string *found_name; /* as Keap writes it; owned, NULL when nothing was found */
} name_search;

static void tag_take_best(void *context, zval *tag)
{
	name_search *search = context;
	zval *name = isoft_array_member(Z_ARRVAL_P(tag), "name");
	zval *id = isoft_array_member(Z_ARRVAL_P(tag), "id");
	char digits[ISOFT_ID_SIZE];
	bool same_letters;

	if (!id || !isoft_id_read(digits, id) || !name || Z_TYPE_P(name) != IS_STRING
		|| !isoft_caseless_equals(search->name, Z_STR_P(name))) {
		return;
	}
	same_letters = zend_string_equals(Z_STR_P(name), search->name);
	if (!search->found_name || same_letters > search->same_letters
		|| (same_letters == search->same_letters && zval_get_long(id) < search->number)) {
		search->same_letters = same_letters;
		snprintf(search->id, sizeof(search->id), "%s", digits);
		search->number = zval_get_long(id);
		if (search->found_name) {
			zend_string_release(search->found_name);
		}
		search->found_name = zend_string_copy(Z_STR_P(name));
	}
}

/* A name with characters that have a meaning in a filter cannot be filtered by: all tags are read then. */
static bool fits_in_filter(const zend_string *name)
{
	return !strpbrk(ZSTR_VAL(name), ";=*<>!,");
}

static void fill_tag(zval *result, const char *id, const zend_string *name)
{
	array_init(result);
	add_assoc_string(result, "id", id);
	add_assoc_stringl(result, "name", ZSTR_VAL(name), ZSTR_LEN(name));
}

/* Returns false with an exception thrown. */
static bool search_tag(const char *account, name_search *search)
{
	smart_str filter = {0};
	bool searched;

	if (fits_in_filter(search->name)) {
		smart_str_appends(&filter, "name==");
		smart_str_append(&filter, search->name);
		smart_str_0(&filter);
	}
	searched = isoft_search_run(&(isoft_search){
		.account = account,
		.operation = "listTags",
		.path = TAGS,
		.filter = filter.s ? ZSTR_VAL(filter.s) : NULL,
		.list = "tags",
		.look = tag_take_best,
		.context = search,
	});
	smart_str_free(&filter);
	return searched;
}

/*
 * Writes the tag, or leaves the result as it is when there is no such tag. Caches the id only under the name in Keap's
 * own letters, because a cached name is returned as the tag's name. Returns false with an exception thrown.
 */
static bool tag_find(const char *account, zend_string *name, zval *result)
{
	name_search search = {.name = name};
	bool searched;

	if (isoft_id_cache_get(ISOFT_ID_CACHE_TAG, account, ZSTR_VAL(name), search.id)) {
		fill_tag(result, search.id, name);
		return true;
	}
	searched = search_tag(account, &search);
	if (searched && search.found_name) {
		fill_tag(result, search.id, search.found_name);
		if (search.same_letters) {
			isoft_id_cache_put(ISOFT_ID_CACHE_TAG, account, ZSTR_VAL(name), search.id);
		}
	}
	if (search.found_name) {
		zend_string_release(search.found_name);
	}
	return searched;
}

PHP_FUNCTION(infusionsoft_tag_find)
{
	zend_string *name, *account_name = NULL;
	const char *account;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(isoft_trace_refused(NULL); RETURN_THROWS());

	account = isoft_account(account_name, 2);
	if (!account || !check_tag_name(name) || !tag_find(account, name, return_value)) {
		isoft_trace_refused(account);
		RETURN_THROWS();
	}
}

static void tag_write_body(zval *body, zend_string *name, zend_string *description, const char *category)
{
	zval reference;

	array_init(body);
	add_assoc_str(body, "name", zend_string_copy(name));
	if (description) {
		add_assoc_str(body, "description", zend_string_copy(description));
	}
	if (category) {
		array_init(&reference);
		add_assoc_string(&reference, "id", category);
		add_assoc_zval(body, "category", &reference);
	}
}

/* Creates the tag and caches its id. Returns false with an exception thrown. */
static bool tag_create(
	const char *account, zend_string *name, zend_string *description, const char *category, zval *result)
{
	zval body, *id;
	char digits[ISOFT_ID_SIZE];
	bool created;

	tag_write_body(&body, name, description, category);
	created = isoft_send_for_array(&(isoft_call){.account = account,
									   .operation = "createTag",
									   .method = "POST",
									   .path = TAGS,
									   .body = &body,
									   .body_position = 1,
									   .due = ISOFT_DUE_ID},
		result);
	if (created) {
		id = isoft_array_member(Z_ARRVAL_P(result), "id");
		if (id && isoft_id_read(digits, id)) {
			isoft_id_cache_put(ISOFT_ID_CACHE_TAG, account, ZSTR_VAL(name), digits);
		}
	}
	zval_ptr_dtor(&body);
	return created;
}

PHP_FUNCTION(infusionsoft_tag_create)
{
	zend_string *name, *description = NULL, *account_name = NULL;
	zval *category_argument = NULL;
	const char *account;
	char category[ISOFT_ID_SIZE];

	ZEND_PARSE_PARAMETERS_START(1, 4)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(description)
		Z_PARAM_ZVAL_OR_NULL(category_argument)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(isoft_trace_refused(NULL); RETURN_THROWS());

	account = isoft_account(account_name, 4);
	if (!account || !check_tag_name(name)
		|| (description && !check_tag_text(description, ISOFT_TYPE_TEXT, "the description", 2))
		|| (category_argument && !isoft_id_argument(category, category_argument, "tag category's id", 3))
		|| !tag_create(account, name, description, category_argument ? category : NULL, return_value)) {
		isoft_trace_refused(account);
		RETURN_THROWS();
	}
}
