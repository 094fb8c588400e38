#include "php_infusionsoft.h"

#include "zend_smart_str.h"

#include "client/id_cache.h"
#include "client/send.h"
#include "functions/arguments.h"
#include "support/exceptions.h"

enum {
	PART_MAX = 100, /* contacts that Keap takes at once */
	NAMED_MAX = 5   /* failed contacts that a message names */
};

/* What became of the contacts so far. */
typedef struct {
	HashTable *results; /* id => outcome */
	uint32_t failed;
	smart_str named;
} tally;

/* The ids as a list of different strings. False: thrown. */
static bool collect_ids(zval *ids, HashTable *list)
{
	HashTable seen;
	char id[ISOFT_ID_SIZE];
	zval *given;
	bool valid = true;
	zend_ulong index = 0;

	zend_hash_init(&seen, zend_hash_num_elements(list), NULL, NULL, false);
	ZEND_HASH_FOREACH_VAL(list, given) {
		ZVAL_DEREF(given);
		valid = isoft_id_read(id, given);
		if (!valid) {
			zend_argument_value_error(2,
				"must hold contact ids: entry " ZEND_ULONG_FMT " is no positive whole number, as int or string", index);
			break;
		}
		index++;
		if (zend_hash_str_add_empty_element(&seen, id, strlen(id))) {
			add_next_index_string(ids, id);
		}
	}
	ZEND_HASH_FOREACH_END();
	zend_hash_destroy(&seen);
	return valid;
}

/* One id or a list of them. */
static bool collect_contacts(zval *ids, zval *contacts)
{
	char id[ISOFT_ID_SIZE];

	array_init(ids);
	if (Z_TYPE_P(contacts) == IS_ARRAY) {
		return collect_ids(ids, Z_ARRVAL_P(contacts));
	}
	if (Z_TYPE_P(contacts) != IS_STRING && Z_TYPE_P(contacts) != IS_LONG) {
		zend_argument_type_error(2, "must be of type array|string|int, %s given", zend_zval_type_name(contacts));
		return false;
	}
	if (!isoft_id_read(id, contacts)) {
		zend_argument_value_error(
			2, "must be a contact id or a list of them: positive whole numbers, as int or string");
		return false;
	}
	add_next_index_string(ids, id);
	return true;
}

static void count_failure(tally *count, const zend_string *id, const char *outcome)
{
	if (count->failed++ < NAMED_MAX) {
		smart_str_append_printf(&count->named, "%s%s (%.60s)", count->named.s ? ", " : "", ZSTR_VAL(id), outcome);
	}
}

/* Takes the outcome of each contact of the part from Keap's reply. */
static void take_part(tally *count, HashTable *part, HashTable *reply)
{
	zval *results = zend_hash_str_find(reply, "results", strlen("results"));
	zval *id;

	ZEND_HASH_FOREACH_VAL(part, id) {
		zval *outcome =
			results && Z_TYPE_P(results) == IS_ARRAY ? zend_symtable_find(Z_ARRVAL_P(results), Z_STR_P(id)) : NULL;

		if (!outcome || Z_TYPE_P(outcome) != IS_STRING) {
			count_failure(count, Z_STR_P(id), "missing from Keap's reply");
			continue;
		}
		Z_TRY_ADDREF_P(outcome);
		zend_symtable_update(count->results, Z_STR_P(id), outcome);
		if (!zend_string_equals_literal(Z_STR_P(outcome), "SUCCESS")
			&& !zend_string_equals_literal(Z_STR_P(outcome), "DUPLICATE")) {
			count_failure(count, Z_STR_P(id), Z_STRVAL_P(outcome));
		}
	}
	ZEND_HASH_FOREACH_END();
}

/* Without a tally nobody asks what became of each. */
static bool send_body(const isoft_call *call, zval *part, tally *count)
{
	zval reply;

	if (!(count ? isoft_send_for_array(call, &reply) : isoft_send(call, &reply))) {
		if (count) {
			isoft_exception_set_results(count->results);
		}
		return false;
	}
	if (count) {
		take_part(count, Z_ARRVAL_P(part), Z_ARRVAL(reply));
	}
	zval_ptr_dtor(&reply);
	return true;
}

static bool send_part(const char *account, const char *path, zval *part, tally *count)
{
	zval body;
	isoft_call call = {
		.account = account, .method = "POST", .path = path, .body = &body, .body_position = 2, .repeatable = true};
	bool sent;

	array_init(&body);
	Z_ADDREF_P(part);
	add_assoc_zval(&body, "contact_ids", part);
	sent = send_body(&call, part, count);
	zval_ptr_dtor(&body);
	return sent;
}

static bool send_parts(const char *account, const char *path, HashTable *ids, tally *count)
{
	zval part, *id;
	bool sent = true;
	uint32_t left = zend_hash_num_elements(ids);

	array_init(&part);
	ZEND_HASH_FOREACH_VAL(ids, id) {
		Z_ADDREF_P(id);
		zend_hash_next_index_insert_new(Z_ARRVAL(part), id);
		left--;
		if (left && zend_hash_num_elements(Z_ARRVAL(part)) < PART_MAX) {
			continue;
		}
		sent = send_part(account, path, &part, count);
		zval_ptr_dtor(&part);
		array_init(&part);
		if (!sent) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	zval_ptr_dtor(&part);
	return sent;
}

static void throw_failed(tally *count, const char *tag, uint32_t asked)
{
	isoft_failure failure;
	zval results;
	isoft_api_reply reply = {.results = &results};

	ZVAL_ARR(&results, count->results);
	smart_str_0(&count->named);
	isoft_fail(&failure, ISOFT_FAILURE_API, "Keap could not apply tag %s to %u of %u contacts: %s%s", tag,
		count->failed, asked, ZSTR_VAL(count->named.s), count->failed > NAMED_MAX ? ", …" : "");
	failure.status = 200;
	isoft_throw_api(&failure, &reply);
}

/* Where the tag's name was found by tag_find() before, it is not to be found again. */
static void forget_unknown(const char *tag)
{
	if (isoft_exception_status() == 404) {
		isoft_id_cache_forget(tag);
	}
}

/* What both functions are given. */
typedef struct {
	const char *account;
	char tag[ISOFT_ID_SIZE];
	char path[80];
	zval ids;
} tagging;

/* False: thrown, and there is nothing to free. */
static bool read_arguments(INTERNAL_FUNCTION_PARAMETERS, tagging *given, const char *action)
{
	zend_string *account_name = NULL;
	zval *tag, *contacts;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_ZVAL(tag)
		Z_PARAM_ZVAL(contacts)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(return false);

	given->account = isoft_account(account_name, 3);
	if (!given->account || !isoft_id_argument(given->tag, tag, "tag id", 1)) {
		return false;
	}
	snprintf(given->path, sizeof(given->path), "/rest/v2/tags/%s/contacts:%s", given->tag, action);
	if (!collect_contacts(&given->ids, contacts)) {
		zval_ptr_dtor(&given->ids);
		return false;
	}
	return true;
}

PHP_FUNCTION(infusionsoft_tag_apply)
{
	tagging given;
	tally count = {0};

	if (!read_arguments(INTERNAL_FUNCTION_PARAM_PASSTHRU, &given, "applyTags")) {
		RETURN_THROWS();
	}
	array_init(return_value);
	count.results = Z_ARRVAL_P(return_value);
	if (!send_parts(given.account, given.path, Z_ARRVAL(given.ids), &count)) {
		forget_unknown(given.tag);
	} else if (count.failed) {
		throw_failed(&count, given.tag, zend_hash_num_elements(Z_ARRVAL(given.ids)));
	}
	smart_str_free(&count.named);
	zval_ptr_dtor(&given.ids);
}

PHP_FUNCTION(infusionsoft_tag_remove)
{
	tagging given;

	if (!read_arguments(INTERNAL_FUNCTION_PARAM_PASSTHRU, &given, "removeTags")) {
		RETURN_THROWS();
	}
	if (!send_parts(given.account, given.path, Z_ARRVAL(given.ids), NULL)) {
		forget_unknown(given.tag);
	}
	zval_ptr_dtor(&given.ids);
}
