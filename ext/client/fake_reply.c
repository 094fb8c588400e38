#include "php_infusionsoft.h"

#include "client/fake_reply.h"

#include "zend_closures.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "support/json.h"

static zval *member(HashTable *array, const char *name)
{
	zval *value = zend_hash_str_find(array, name, strlen(name));

	if (value) {
		ZVAL_DEREF(value);
	}
	return value;
}

static bool refuse(const char *what)
{
	if (!EG(exception)) {
		zend_throw_error(NULL, "A reply of infusionsoft_fake() %s", what);
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
		return refuse("must have JSON");
	}
	reply->body = smart_str_extract(&json);
	return true;
}

static bool set_status(isoft_fake_reply *reply, zval *status)
{
	if (!is_status(status)) {
		return refuse("must have a status of 100 to 599");
	}
	reply->status = (long)Z_LVAL_P(status);
	return true;
}

/* Whether the array says how the reply is, and is not its body: there is a status that no body of Keap's has, and
 * nothing unknown. */
static bool is_whole(HashTable *form)
{
	zval *status = member(form, "status");
	uint32_t known = 1 + (member(form, "body") != NULL) + (member(form, "retry_after") != NULL);

	return status && Z_TYPE_P(status) == IS_LONG && zend_hash_num_elements(form) == known;
}

static bool make_whole(isoft_fake_reply *reply, HashTable *form)
{
	zval *body = member(form, "body");
	zval *retry_after = member(form, "retry_after");

	reply->retry_after = retry_after ? (long)MIN(zval_get_long(retry_after), INT_MAX) : -1;
	return set_status(reply, member(form, "status")) && (!body || Z_TYPE_P(body) == IS_NULL || set_body(reply, body));
}

static bool make_fault(isoft_fake_reply *reply, const zval *fault)
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
	return refuse("has a fault that is none of \"not_sent\", \"no_reply\" and \"cut\"");
}

static bool make_of_array(isoft_fake_reply *reply, zval *form)
{
	zval *fault = member(Z_ARRVAL_P(form), "fault");

	if (fault && zend_hash_num_elements(Z_ARRVAL_P(form)) == 1) {
		return make_fault(reply, fault);
	}
	return is_whole(Z_ARRVAL_P(form)) ? make_whole(reply, Z_ARRVAL_P(form)) : set_body(reply, form);
}

static bool make_of_closure(isoft_fake_reply *reply, zval *closure, zval *request)
{
	zval form;
	bool made = false;

	ZVAL_UNDEF(&form);
	call_user_function(NULL, NULL, closure, &form, 1, request);
	if (!EG(exception) && Z_TYPE(form) == IS_OBJECT && Z_OBJCE(form) == zend_ce_closure) {
		refuse("must not be a closure that returns a closure");
	} else if (!EG(exception)) {
		made = isoft_fake_reply_make(reply, &form, request);
	}
	zval_ptr_dtor(&form);
	return made;
}

static bool make_of_object(isoft_fake_reply *reply, zval *form, zval *request)
{
	if (Z_OBJCE_P(form) == zend_ce_closure) {
		return make_of_closure(reply, form, request);
	}
	if (instanceof_function(Z_OBJCE_P(form), zend_ce_throwable)) {
		Z_ADDREF_P(form);
		zend_throw_exception_object(form);
		return false;
	}
	return set_body(reply, form);
}

static bool make(isoft_fake_reply *reply, zval *form, zval *request)
{
	switch (Z_TYPE_P(form)) {
		case IS_NULL:
		case IS_UNDEF:
			reply->status = 204;
			return true;
		case IS_LONG:
			return set_status(reply, form);
		case IS_STRING:
			return set_body(reply, form);
		case IS_ARRAY:
			return make_of_array(reply, form);
		case IS_OBJECT:
			return make_of_object(reply, form, request);
		default:
			return refuse("must be an array, null, a status, a string, a \\Throwable or a closure");
	}
}

bool isoft_fake_reply_make(isoft_fake_reply *reply, zval *form, zval *request)
{
	zval held;
	bool made;

	*reply = (isoft_fake_reply){.state = ISOFT_REPLY_WHOLE, .status = 200, .retry_after = -1};
	ZVAL_COPY_DEREF(&held, form); /* what it runs may end the fake that has it */
	made = make(reply, &held, request);
	zval_ptr_dtor(&held);
	return made;
}

/* What stands at the end of a path such as /rest/v2/contacts/7, where the operation has a parameter there. */
static const char *id_in_path(const isoft_operation *operation, HashTable *request)
{
	const char *path = Z_STRVAL_P(member(request, "path"));

	return operation->path[strlen(operation->path) - 1] == '}' ? strrchr(path, '/') + 1 : NULL;
}

/* What was written, under the id in the path or one that was given to nothing yet. */
static void write_back(zval *value, const isoft_operation *operation, HashTable *request, zend_long *made)
{
	const char *id = id_in_path(operation, request);
	zval *body = member(request, "body");

	if (id) {
		add_assoc_string(value, "id", id);
	} else {
		add_assoc_str(value, "id", zend_long_to_str(++*made));
	}
	if (Z_TYPE_P(body) == IS_ARRAY) {
		zend_hash_merge(Z_ARRVAL_P(value), Z_ARRVAL_P(body), zval_add_ref, false);
	}
}

static void tag_all(zval *value, HashTable *request)
{
	zval *body = member(request, "body"), *ids, *id, results;

	array_init(&results);
	ids = Z_TYPE_P(body) == IS_ARRAY ? member(Z_ARRVAL_P(body), "contact_ids") : NULL;
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

static void fill_default(zval *value, const isoft_operation *operation, HashTable *request, zend_long *made)
{
	zval empty;

	if (strcmp(operation->id, "applyTags") == 0) {
		tag_all(value, request);
	} else if (operation->entries && *operation->entries) {
		ZVAL_EMPTY_ARRAY(&empty);
		add_assoc_zval(value, operation->entries, &empty);
	} else if (strcmp(operation->method, "GET") == 0) {
		if (id_in_path(operation, request)) {
			add_assoc_string(value, "id", id_in_path(operation, request));
		}
	} else if (operation->body == ISOFT_BODY_OBJECT) {
		write_back(value, operation, request, made);
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
	fill_default(&value, operation, request, made);
	set_body(reply, &value);
	zval_ptr_dtor(&value);
}
