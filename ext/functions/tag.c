#include "php_infusionsoft.h"

#include "zend_smart_str.h"

#include "client/id_cache.h"
#include "client/search.h"
#include "client/send.h"
#include "functions/arguments.h"
#include "keap/schema.h"

#define TAGS "/rest/v2/tags"

static bool check_text(zend_string *text, isoft_type type, const char *what, uint32_t position)
{
	const isoft_field field = {.name = what, .type = type};
	zval given, applied;
	isoft_failure failure;

	ZVAL_STR(&given, text);
	if (!isoft_schema_field(&field, &given, what, &applied, &failure)) {
		isoft_throw_argument(&failure, position);
		return false;
	}
	zval_ptr_dtor(&applied);
	return true;
}

static bool check_name(zend_string *name)
{
	if (strspn(ZSTR_VAL(name), " ") == ZSTR_LEN(name)) {
		zend_argument_value_error(1, "must not be blank");
		return false;
	}
	return check_text(name, ISOFT_TYPE_LINE, "the tag's name", 1);
}

/* The tag that has the name, the one in the very same letters before others and, of several, the lowest id. */
typedef struct {
	const zend_string *name;
	bool same_letters;
	zend_long id;
	zval *best;
} name_search;

static void take_best(void *context, zval *tag)
{
	name_search *search = context;
	zval *name = zend_hash_str_find(Z_ARRVAL_P(tag), "name", strlen("name"));
	zval *id = zend_hash_str_find(Z_ARRVAL_P(tag), "id", strlen("id"));
	char digits[ISOFT_ID_SIZE];
	bool same_letters;

	if (!id || !isoft_id_read(digits, id) || !name || Z_TYPE_P(name) != IS_STRING
		|| !zend_string_equals_ci(Z_STR_P(name), search->name)) {
		return;
	}
	same_letters = zend_string_equals(Z_STR_P(name), search->name);
	if (Z_TYPE_P(search->best) == IS_NULL || same_letters > search->same_letters
		|| (same_letters == search->same_letters && zval_get_long(id) < search->id)) {
		search->same_letters = same_letters;
		search->id = zval_get_long(id);
		zval_ptr_dtor(search->best);
		ZVAL_COPY(search->best, tag);
	}
}

/* What means something in a filter cannot be in its value: then all tags are looked through. */
static bool fits_in_filter(const zend_string *name)
{
	return !strpbrk(ZSTR_VAL(name), ";=*<>!,");
}

static void fill(zval *result, const char *id, const zend_string *name)
{
	array_init(result);
	add_assoc_string(result, "id", id);
	add_assoc_stringl(result, "name", ZSTR_VAL(name), ZSTR_LEN(name));
}

/* Only the very same letters are kept in mind: what Keap calls the tag is then known too. */
static void take_tag(zval *result, zval *tag, const char *account, const name_search *search)
{
	char id[ISOFT_ID_SIZE];
	zval *given = zend_hash_str_find(Z_ARRVAL_P(tag), "id", strlen("id"));
	zval *name = zend_hash_str_find(Z_ARRVAL_P(tag), "name", strlen("name"));

	isoft_id_read(id, given);
	fill(result, id, Z_STR_P(name));
	if (search->same_letters) {
		isoft_id_cache_put(ISOFT_ID_CACHE_TAG, account, ZSTR_VAL(search->name), id);
	}
}

static void find(const char *account, const zend_string *name, zval *result)
{
	smart_str filter = {0};
	zval best;
	name_search search = {.name = name, .best = &best};

	ZVAL_NULL(&best);
	if (fits_in_filter(name)) {
		smart_str_appends(&filter, "name==");
		smart_str_append(&filter, name);
		smart_str_0(&filter);
	}
	if (isoft_search_run(&(isoft_search){
			.account = account,
			.path = TAGS,
			.filter = filter.s ? ZSTR_VAL(filter.s) : NULL,
			.list = "tags",
			.look = take_best,
			.context = &search,
		})
		&& Z_TYPE(best) == IS_ARRAY) {
		take_tag(result, &best, account, &search);
	}
	zval_ptr_dtor(&best);
	smart_str_free(&filter);
}

PHP_FUNCTION(infusionsoft_tag_find)
{
	zend_string *name, *account_name = NULL;
	const char *account;
	char id[ISOFT_ID_SIZE];

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 2);
	if (!account || !check_name(name)) {
		RETURN_THROWS();
	}
	if (isoft_id_cache_get(ISOFT_ID_CACHE_TAG, account, ZSTR_VAL(name), id)) {
		fill(return_value, id, name);
	} else {
		find(account, name, return_value);
	}
}

static void write_body(zval *body, zend_string *name, zend_string *description, const char *category)
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

static void create(const char *account, zend_string *name, zend_string *description, const char *category, zval *result)
{
	zval body, *id;
	char digits[ISOFT_ID_SIZE];

	write_body(&body, name, description, category);
	if (isoft_send_for_array(
			&(isoft_call){.account = account, .method = "POST", .path = TAGS, .body = &body, .body_position = 1},
			result)) {
		id = zend_hash_str_find(Z_ARRVAL_P(result), "id", strlen("id"));
		if (id && isoft_id_read(digits, id)) {
			isoft_id_cache_put(ISOFT_ID_CACHE_TAG, account, ZSTR_VAL(name), digits);
		}
	}
	zval_ptr_dtor(&body);
}

PHP_FUNCTION(infusionsoft_tag_create)
{
	zend_string *name, *description = NULL, *account_name = NULL;
	zval *category_given = NULL;
	const char *account;
	char category[ISOFT_ID_SIZE];

	ZEND_PARSE_PARAMETERS_START(1, 4)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(description)
		Z_PARAM_ZVAL_OR_NULL(category_given)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 4);
	if (!account || !check_name(name)
		|| (description && !check_text(description, ISOFT_TYPE_TEXT, "the description", 2))
		|| (category_given && !isoft_id_argument(category, category_given, "tag category's id", 3))) {
		RETURN_THROWS();
	}
	create(account, name, description, category_given ? category : NULL, return_value);
}
