#include "php_infusionsoft.h"

#include "client/fake_reply.h"

#include "zend_closures.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "support/array.h"
#include "support/json.h"

/* Throws unless user code has thrown already. Returns false. */
static bool throw_bad_response(const char *problem)
{
	if (!EG(exception)) {
		zend_throw_error(NULL, "A reply of infusionsoft_fake() %s", problem);
	}
	return false;
}

static bool is_status(const zval *value)
{
	return Z_TYPE_P(value) == IS_LONG && Z_LVAL_P(value) >= 100 && Z_LVAL_P(value) <= 599;
}

static bool set_body(isoft_fake_reply *reply, zval *value)
{
	smart_str json = {0};
	const char *error;

	if (Z_TYPE_P(value) == IS_STRING) {
		reply->body = zend_string_copy(Z_STR_P(value));
		return true;
	}
	if (!isoft_json_encode(&json, value, &error)) {
		return throw_bad_response("must be encodable as JSON");
	}
	reply->body = smart_str_extract(&json);
	return true;
}

static bool set_status(isoft_fake_reply *reply, zval *status)
{
	if (!is_status(status)) {
		return throw_bad_response("must have a status of 100 to 599");
	}
	reply->status = (long)Z_LVAL_P(status);
	return true;
}

/*
 * Returns whether the array describes a reply, rather than being its body: it has an integer status, which no body of
 * Keap's has, and no members but those that describe a reply.
 */
static bool is_description(HashTable *response)
{
	zval *status = isoft_array_member(response, "status");
	uint32_t known = 1 + (isoft_array_member(response, "body") != NULL)
		+ (isoft_array_member(response, "retry_after") != NULL) + (isoft_array_member(response, "headers") != NULL);

	return status && Z_TYPE_P(status) == IS_LONG && zend_hash_num_elements(response) == known;
}

/* Takes the headers that infusionsoft_last_reply() shows; the others have no effect. */
static bool set_headers(isoft_fake_reply *reply, zval *headers)
{
	zend_string *name;
	zval *value;

	if (Z_TYPE_P(headers) != IS_ARRAY) {
		return throw_bad_response("must have an array of headers: name => string");
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL_P(headers), name, value) {
		ZVAL_DEREF(value);
		if (!name || Z_TYPE_P(value) != IS_STRING) {
			return throw_bad_response("must have an array of headers: name => string");
		}
		isoft_reply_headers_take(&reply->headers, ZSTR_VAL(name), ZSTR_LEN(name), Z_STRVAL_P(value), Z_STRLEN_P(value));
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool make_from_description(isoft_fake_reply *reply, HashTable *response)
{
	zval *body = isoft_array_member(response, "body");
	zval *retry_after = isoft_array_member(response, "retry_after");
	zval *headers = isoft_array_member(response, "headers");

	reply->retry_after = retry_after ? (long)MIN(zval_get_long(retry_after), INT_MAX) : -1;
	return set_status(reply, isoft_array_member(response, "status")) && (!headers || set_headers(reply, headers))
		&& (!body || Z_TYPE_P(body) == IS_NULL || set_body(reply, body));
}

static bool make_from_fault(isoft_fake_reply *reply, const zval *fault)
{
	static const struct {
		const char *name;
		isoft_reply_state state;
	} faults[] = {{"not_sent", ISOFT_REPLY_NOT_SENT}, {"no_reply", ISOFT_REPLY_NONE}, {"cut", ISOFT_REPLY_CUT}};

	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++) {
		if (Z_TYPE_P(fault) == IS_STRING && strcmp(Z_STRVAL_P(fault), faults[i].name) == 0) {
			reply->state = faults[i].state;
			return true;
		}
	}
	return throw_bad_response("has an unknown fault: it must be \"not_sent\", \"no_reply\" or \"cut\"");
}

static bool make_from_array(isoft_fake_reply *reply, zval *response)
{
	zval *fault = isoft_array_member(Z_ARRVAL_P(response), "fault");

	if (fault && zend_hash_num_elements(Z_ARRVAL_P(response)) == 1) {
		return make_from_fault(reply, fault);
	}
	return is_description(Z_ARRVAL_P(response)) ? make_from_description(reply, Z_ARRVAL_P(response))
												: set_body(reply, response);
}

static bool make_from_closure(isoft_fake_reply *reply, zval *closure, zval *request)
{
	zval returned;
	bool made = false;

	ZVAL_UNDEF(&returned);
	call_user_function(NULL, NULL, closure, &returned, 1, request);
	if (!EG(exception) && Z_TYPE(returned) == IS_OBJECT && Z_OBJCE(returned) == zend_ce_closure) {
		throw_bad_response("must not be a closure that returns a closure");
	} else if (!EG(exception)) {
		made = isoft_fake_reply_make(reply, &returned, request);
	}
	zval_ptr_dtor(&returned);
	return made;
}

static bool make_from_object(isoft_fake_reply *reply, zval *response, zval *request)
{
	if (Z_OBJCE_P(response) == zend_ce_closure) {
		return make_from_closure(reply, response, request);
	}
	if (instanceof_function(Z_OBJCE_P(response), zend_ce_throwable)) {
		Z_ADDREF_P(response);
		zend_throw_exception_object(response);
		return false;
	}
	return set_body(reply, response);
}

static bool make_from_response(isoft_fake_reply *reply, zval *response, zval *request)
{
	switch (Z_TYPE_P(response)) {
		case IS_NULL:
		case IS_UNDEF:
			reply->status = 204;
			return true;
		case IS_LONG:
			return set_status(reply, response);
		case IS_STRING:
			return set_body(reply, response);
		case IS_ARRAY:
			return make_from_array(reply, response);
		case IS_OBJECT:
			return make_from_object(reply, response, request);
		default:
			return throw_bad_response("must be an array, null, a status, a string, a \\Throwable or a closure");
	}
}

bool isoft_fake_reply_make(isoft_fake_reply *reply, zval *response, zval *request)
{
	zval held;
	bool made;

	*reply = (isoft_fake_reply){.state = ISOFT_REPLY_WHOLE, .status = 200, .retry_after = -1};
	ZVAL_COPY_DEREF(&held, response); /* user code below may end the fake that owns it */
	made = make_from_response(reply, &held, request);
	zval_ptr_dtor(&held);
	return made;
}

/* Returns the last segment of the path if it is a parameter of the operation, as in /rest/v2/contacts/7; else NULL. */
static const char *id_in_path(const isoft_operation *operation, HashTable *request)
{
	const char *path = Z_STRVAL_P(isoft_array_member(request, "path"));

	return operation->path[strlen(operation->path) - 1] == '}' ? strrchr(path, '/') + 1 : NULL;
}

/* Adds the id in the path, or else a new id, and then the members of the body that was sent. */
static void add_written(zval *value, const isoft_operation *operation, HashTable *request, zend_long *made)
{
	const char *id = id_in_path(operation, request);
	zval *body = isoft_array_member(request, "body");

	if (id) {
		add_assoc_string(value, "id", id);
	} else {
		add_assoc_str(value, "id", zend_long_to_str(++*made));
	}
	if (Z_TYPE_P(body) == IS_ARRAY) {
		zend_hash_merge(Z_ARRVAL_P(value), Z_ARRVAL_P(body), zval_add_ref, false);
	}
}

/* Adds the outcome SUCCESS for each contact of the body. */
static void add_tag_results(zval *value, HashTable *request)
{
	zval *body = isoft_array_member(request, "body"), *ids, *id, results;

	array_init(&results);
	ids = Z_TYPE_P(body) == IS_ARRAY ? isoft_array_member(Z_ARRVAL_P(body), "contact_ids") : NULL;
	if (ids && Z_TYPE_P(ids) == IS_ARRAY) {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(ids), id) {
			zend_string *text = zval_get_string(id);
			zval outcome;

			ZVAL_STRING(&outcome, "SUCCESS");
			zend_symtable_update(Z_ARRVAL(results), text, &outcome);
			zend_string_release(text);
		}
		ZEND_HASH_FOREACH_END();
	}
	add_assoc_zval(value, "results", &results);
}

/* Adds the outcome SUCCESS for each tag of the body, in the shape of API v1. */
static void add_tag_entries(zval *value, HashTable *request)
{
	zval *body = isoft_array_member(request, "body"), *ids, *id;

	ids = Z_TYPE_P(body) == IS_ARRAY ? isoft_array_member(Z_ARRVAL_P(body), "tagIds") : NULL;
	if (!ids || Z_TYPE_P(ids) != IS_ARRAY) {
		return;
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(ids), id) {
		zend_string *text = zval_get_string(id);
		zval entry, outcome;

		array_init(&entry);
		ZVAL_STRING(&outcome, "SUCCESS");
		zend_symtable_update(Z_ARRVAL(entry), text, &outcome);
		add_next_index_zval(value, &entry);
		zend_string_release(text);
	}
	ZEND_HASH_FOREACH_END();
}

static bool replies_with_hook(const isoft_operation *operation)
{
	static const char hooks[] = "/rest/v1/hooks";

	return strcmp(operation->method, "POST") == 0 && strncmp(operation->path, hooks, strlen(hooks)) == 0;
}

/* Adds a hook that Keap has verified: that of the path, /rest/v1/hooks/7/verify, or else a new one. */
static void add_hook(zval *value, HashTable *request, zend_long *made)
{
	const char *key = Z_STRVAL_P(isoft_array_member(request, "path")) + strlen("/rest/v1/hooks");
	zval *body = isoft_array_member(request, "body");

	if (*key == '/') {
		add_assoc_stringl(value, "key", key + 1, strcspn(key + 1, "/"));
	} else {
		add_assoc_str(value, "key", zend_long_to_str(++*made));
	}
	add_assoc_string(value, "status", "Verified");
	if (Z_TYPE_P(body) == IS_ARRAY) {
		zend_hash_merge(Z_ARRVAL_P(value), Z_ARRVAL_P(body), zval_add_ref, false);
	}
}

static void add_default(zval *value, const isoft_operation *operation, HashTable *request, zend_long *made)
{
	zval empty;

	if (strcmp(operation->id, "applyTags") == 0) {
		add_tag_results(value, request);
	} else if (strcmp(operation->id, "applyTagsToContactIdUsingPOST") == 0) {
		add_tag_entries(value, request);
	} else if (replies_with_hook(operation)) {
		add_hook(value, request, made);
	} else if (operation->entries && *operation->entries) {
		ZVAL_EMPTY_ARRAY(&empty);
		add_assoc_zval(value, operation->entries, &empty);
	} else if (strcmp(operation->method, "GET") == 0) {
		if (id_in_path(operation, request)) {
			add_assoc_string(value, "id", id_in_path(operation, request));
		}
	} else if (operation->body == ISOFT_BODY_OBJECT) {
		add_written(value, operation, request, made);
	}
}

void isoft_fake_reply_default(
	isoft_fake_reply *reply, const isoft_operation *operation, HashTable *request, zend_long *made)
{
	zval value;

	*reply = (isoft_fake_reply){.state = ISOFT_REPLY_WHOLE, .status = 200, .retry_after = -1};
	if (!operation || operation->silent) {
		reply->status = 204;
		return;
	}
	array_init(&value);
	add_default(&value, operation, request, made);
	if (strcmp(operation->id, "createContact") == 0) {
		reply->status = 201;
	}
	set_body(reply, &value);
	zval_ptr_dtor(&value);
}
