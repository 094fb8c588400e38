#include "php_infusionsoft.h"

#include "zend_smart_str.h"

#include "client/id_cache.h"
#include "client/send.h"
#include "client/trace.h"
#include "functions/arguments.h"
#include "support/array.h"
#include "support/assert.h"
#include "support/exceptions.h"

enum {
	PART_MAX = 100, /* contacts in one request, a limit of Keap */
	NAMED_MAX = 5   /* failed contacts that a message names */
};

/* The outcomes of the contacts in the parts that were sent so far. */
typedef struct {
	HashTable *results; /* id => outcome; borrowed */
	uint32_t failed;    /* number of contacts */
	smart_str named;    /* the first failed contacts, for the message */
} tag_outcomes;

/* Appends the ids as strings, each once. Returns false with an exception thrown. */
static bool collect_ids(zval *ids, HashTable *list)
{
	HashTable seen;
	char id[ISOFT_ID_SIZE];
	zval *value;
	bool valid = true;
	zend_ulong index = 0;

	zend_hash_init(&seen, zend_hash_num_elements(list), NULL, NULL, false);
	ZEND_HASH_FOREACH_VAL(list, value) {
		ZVAL_DEREF(value);
		valid = isoft_id_read(id, value);
		if (!valid) {
			zend_argument_value_error(2,
				"must hold contact ids: entry " ZEND_ULONG_FMT " is not a positive whole number, as int or string",
				index);
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

/*
 * Makes `ids` a list from one id or a list of ids. Returns false with an exception thrown; the caller releases the
 * list.
 */
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

static void add_failure(tag_outcomes *outcomes, const zend_string *id, const char *outcome)
{
	if (outcomes->failed++ < NAMED_MAX) {
		smart_str_append_printf(&outcomes->named, "%s%s (%.60s)", outcomes->named.s ? ", " : "", ZSTR_VAL(id), outcome);
	}
}

/* Adds the outcome of each contact in the part from Keap's reply. */
static void add_outcomes(tag_outcomes *outcomes, HashTable *part, HashTable *reply)
{
	zval *results = isoft_array_member(reply, "results");
	zval *id;

	ZEND_HASH_FOREACH_VAL(part, id) {
		zval *outcome =
			results && Z_TYPE_P(results) == IS_ARRAY ? zend_symtable_find(Z_ARRVAL_P(results), Z_STR_P(id)) : NULL;

		if (!outcome || Z_TYPE_P(outcome) != IS_STRING) {
			add_failure(outcomes, Z_STR_P(id), "missing from Keap's reply");
			continue;
		}
		Z_TRY_ADDREF_P(outcome);
		zend_symtable_update(outcomes->results, Z_STR_P(id), outcome);
		if (!zend_string_equals_literal(Z_STR_P(outcome), "SUCCESS")
			&& !zend_string_equals_literal(Z_STR_P(outcome), "DUPLICATE")) {
			add_failure(outcomes, Z_STR_P(id), Z_STRVAL_P(outcome));
		}
	}
	ZEND_HASH_FOREACH_END();
}

/* Sends one part. Without `outcomes` the reply is not read. Returns false with an exception thrown. */
static bool send_part_body(const isoft_call *call, zval *part, tag_outcomes *outcomes)
{
	zval reply;

	if (!(outcomes ? isoft_send_for_array(call, &reply) : isoft_send(call, &reply))) {
		if (outcomes) {
			isoft_exception_set_results(outcomes->results);
		}
		return false;
	}
	if (outcomes) {
		add_outcomes(outcomes, Z_ARRVAL_P(part), Z_ARRVAL(reply));
	}
	zval_ptr_dtor(&reply);
	return true;
}

static bool send_part(const char *account, const char *path, zval *part, tag_outcomes *outcomes)
{
	zval body;
	isoft_call call = {
		.account = account, .method = "POST", .path = path, .body = &body, .body_position = 2, .repeatable = true};
	bool sent;

	ISOFT_ASSERT(zend_hash_num_elements(Z_ARRVAL_P(part)) <= PART_MAX);
	array_init(&body);
	Z_ADDREF_P(part);
	add_assoc_zval(&body, "contact_ids", part);
	sent = send_part_body(&call, part, outcomes);
	zval_ptr_dtor(&body);
	return sent;
}

/* Sends the ids in parts, in their order, and stops at the first part that fails. */
static bool send_parts(const char *account, const char *path, HashTable *ids, tag_outcomes *outcomes)
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
		sent = send_part(account, path, &part, outcomes);
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

static void throw_failed(tag_outcomes *outcomes, const char *tag, uint32_t contact_count)
{
	isoft_failure failure;
	zval results;
	isoft_api_reply reply = {.results = &results};

	ZVAL_ARR(&results, outcomes->results);
	smart_str_0(&outcomes->named);
	isoft_fail(&failure, ISOFT_FAILURE_API, "Keap could not apply tag %s to %u of %u contacts: %s%s", tag,
		outcomes->failed, contact_count, ZSTR_VAL(outcomes->named.s), outcomes->failed > NAMED_MAX ? ", …" : "");
	failure.status = 200;
	isoft_throw_api(&failure, &reply);
}

/* When Keap does not know the tag's id, infusionsoft_tag_find() must not return that id again from its cache. */
static void forget_unknown_tag(const char *tag)
{
	if (isoft_exception_status() == 404) {
		isoft_id_cache_forget(tag);
	}
}

/* The arguments of infusionsoft_tag_apply() and infusionsoft_tag_remove(). */
typedef struct {
	const char *account;
	char tag[ISOFT_ID_SIZE];
	char path[80];
	zval ids; /* a list; owned */
} tag_arguments;

/* Returns false with an exception thrown; there is then nothing to free. */
static bool tag_arguments_read(INTERNAL_FUNCTION_PARAMETERS, tag_arguments *arguments, const char *action)
{
	zend_string *account_name = NULL;
	zval *tag, *contacts;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_ZVAL(tag)
		Z_PARAM_ZVAL(contacts)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(return false);

	arguments->account = isoft_account(account_name, 3);
	if (!arguments->account || !isoft_id_argument(arguments->tag, tag, "tag id", 1)) {
		return false;
	}
	snprintf(arguments->path, sizeof(arguments->path), "/rest/v2/tags/%s/contacts:%s", arguments->tag, action);
	if (!collect_contacts(&arguments->ids, contacts)) {
		zval_ptr_dtor(&arguments->ids);
		return false;
	}
	return true;
}

/* Returns false with an exception thrown. */
static bool tag_apply(const tag_arguments *arguments, zval *result)
{
	tag_outcomes outcomes = {0};
	bool applied;

	array_init(result);
	outcomes.results = Z_ARRVAL_P(result);
	applied = send_parts(arguments->account, arguments->path, Z_ARRVAL(arguments->ids), &outcomes);
	if (!applied) {
		forget_unknown_tag(arguments->tag);
	} else if (outcomes.failed) {
		throw_failed(&outcomes, arguments->tag, zend_hash_num_elements(Z_ARRVAL(arguments->ids)));
		applied = false;
	}
	smart_str_free(&outcomes.named);
	return applied;
}

PHP_FUNCTION(infusionsoft_tag_apply)
{
	tag_arguments arguments = {0};
	bool applied;

	if (!tag_arguments_read(INTERNAL_FUNCTION_PARAM_PASSTHRU, &arguments, "applyTags")) {
		isoft_trace_refused(arguments.account);
		RETURN_THROWS();
	}
	applied = tag_apply(&arguments, return_value);
	zval_ptr_dtor(&arguments.ids);
	if (!applied) {
		isoft_trace_refused(arguments.account);
		RETURN_THROWS();
	}
}

/* Returns false with an exception thrown. */
static bool tag_remove(const tag_arguments *arguments)
{
	bool removed = send_parts(arguments->account, arguments->path, Z_ARRVAL(arguments->ids), NULL);

	if (!removed) {
		forget_unknown_tag(arguments->tag);
	}
	return removed;
}

PHP_FUNCTION(infusionsoft_tag_remove)
{
	tag_arguments arguments = {0};
	bool removed;

	if (!tag_arguments_read(INTERNAL_FUNCTION_PARAM_PASSTHRU, &arguments, "removeTags")) {
		isoft_trace_refused(arguments.account);
		RETURN_THROWS();
	}
	removed = tag_remove(&arguments);
	zval_ptr_dtor(&arguments.ids);
	if (!removed) {
		isoft_trace_refused(arguments.account);
		RETURN_THROWS();
	}
}
