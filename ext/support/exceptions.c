#include "support/exceptions.h"

#include "zend_exceptions.h"

#include "support/interrupt.h"

zend_class_entry *isoft_ce_exception;
zend_class_entry *isoft_ce_configuration_exception;
zend_class_entry *isoft_ce_store_exception;
zend_class_entry *isoft_ce_authorization_exception;
zend_class_entry *isoft_ce_transport_exception;
zend_class_entry *isoft_ce_api_exception;
zend_class_entry *isoft_ce_rate_limit_exception;

zend_class_entry *isoft_exception_class(isoft_failure_kind kind)
{
	switch (kind) {
		case ISOFT_FAILURE_VALUE:
			return zend_ce_value_error;
		case ISOFT_FAILURE_CONFIGURATION:
			return isoft_ce_configuration_exception;
		case ISOFT_FAILURE_STORE:
			return isoft_ce_store_exception;
		case ISOFT_FAILURE_AUTHORIZATION:
			return isoft_ce_authorization_exception;
		case ISOFT_FAILURE_TRANSPORT:
			return isoft_ce_transport_exception;
		case ISOFT_FAILURE_API:
			return isoft_ce_api_exception;
		case ISOFT_FAILURE_RATE_LIMIT:
			return isoft_ce_rate_limit_exception;
		case ISOFT_FAILURE_NONE:
			break;
	}
	return isoft_ce_exception;
}

isoft_failure_kind isoft_exception_kind(const zend_object *exception)
{
	for (int kind = ISOFT_FAILURE_RATE_LIMIT; kind > ISOFT_FAILURE_NONE; kind--) {
		if (exception->ce == isoft_exception_class(kind)) {
			return kind;
		}
	}
	return ISOFT_FAILURE_NONE;
}

zend_string *isoft_exception_message(zend_object *exception)
{
	zend_property_info *property =
		zend_hash_find_ptr(&zend_get_exception_base(exception)->properties_info, ZSTR_KNOWN(ZEND_STR_MESSAGE));
	zval *message = OBJ_PROP(exception, property->offset);

	/* No conversion and no __get(): they are user code, which may throw. */
	ZVAL_DEREF(message);
	return Z_TYPE_P(message) == IS_STRING ? zend_string_copy(Z_STR_P(message)) : ZSTR_EMPTY_ALLOC();
}

/* The slot of a property in an object of the declaring class or of one below it. */
static zval *exceptions_slot(zend_object *object, zend_class_entry *declared_by, const char *name)
{
	zend_property_info *property = zend_hash_str_find_ptr(&declared_by->properties_info, name, strlen(name));

	return OBJ_PROP(object, property->offset);
}

bool isoft_exception_may_sent(zend_object *exception)
{
	return instanceof_function(exception->ce, isoft_ce_exception)
		&& Z_TYPE_P(exceptions_slot(exception, isoft_ce_exception, "maySent")) == IS_TRUE;
}

/*
 * Empties a property and returns it, to be set by the caller. This bypasses readonly: call only for an object that the
 * script has not received yet.
 */
static zval *exceptions_emptied(zend_object *object, zend_class_entry *declared_by, const char *name)
{
	zval *slot = exceptions_slot(object, declared_by, name);

	zval_ptr_dtor(slot);
	ZVAL_NULL(slot);
	Z_PROP_FLAG_P(slot) = 0;
	return slot;
}

/* Null for an empty text. */
static void exceptions_set_text(zend_object *object, const char *name, const char *text)
{
	zval *slot = exceptions_emptied(object, isoft_ce_api_exception, name);

	if (*text) {
		ZVAL_STRING(slot, text);
	}
}

static void exceptions_set_array(zend_object *object, const char *name, zval *array)
{
	zval *slot = exceptions_emptied(object, isoft_ce_api_exception, name);

	if (array && Z_TYPE_P(array) == IS_ARRAY) {
		ZVAL_COPY(slot, array);
	} else {
		ZVAL_EMPTY_ARRAY(slot);
	}
}

static void exceptions_set_api_properties(
	zend_object *object, const isoft_failure *failure, const isoft_api_reply *reply)
{
	zval *body = exceptions_emptied(object, isoft_ce_api_exception, "body");

	if (reply->body) {
		ZVAL_STR_COPY(body, reply->body);
	} else {
		ZVAL_EMPTY_STRING(body);
	}
	ZVAL_LONG(exceptions_emptied(object, isoft_ce_api_exception, "status"), failure->status);
	exceptions_set_text(object, "errorCode", failure->error_code);
	exceptions_set_text(object, "requestId", reply->request_id ? reply->request_id : "");
	exceptions_set_array(object, "details", reply->details);
	exceptions_set_array(object, "results", reply->results);
}

/* Sets the properties of the object's class. Those that the failure and the reply do not hold get their defaults. */
static void exceptions_set_properties(zend_object *object, const isoft_failure *failure, const isoft_api_reply *reply)
{
	const isoft_api_reply no_reply = {0};

	if (!instanceof_function(object->ce, isoft_ce_exception)) {
		return;
	}
	ZVAL_BOOL(exceptions_emptied(object, isoft_ce_exception, "maySent"), failure->may_sent);
	if (instanceof_function(object->ce, isoft_ce_api_exception)) {
		exceptions_set_api_properties(object, failure, reply ? reply : &no_reply);
	}
	if (instanceof_function(object->ce, isoft_ce_rate_limit_exception)) {
		ZVAL_LONG(exceptions_emptied(object, isoft_ce_rate_limit_exception, "retryAfter"), failure->retry_after);
	}
}

/* A typed readonly property has no default of its own: each object begins with these. */
static zend_object *exceptions_create(zend_class_entry *class)
{
	zend_object *object = zend_ce_exception->create_object(class);
	const isoft_failure defaults = {0};

	exceptions_set_properties(object, &defaults, NULL);
	return object;
}

void isoft_exceptions_minit(zend_class_entry *exception)
{
	isoft_ce_exception = exception;
	exception->create_object = exceptions_create;
}

void isoft_throw_api(const isoft_failure *failure, const isoft_api_reply *reply)
{
	if (isoft_interrupted()) {
		isoft_interrupt_go_on();
		return;
	}
	exceptions_set_properties(
		zend_throw_exception(isoft_exception_class(failure->kind), failure->message, failure->status), failure, reply);
}

void isoft_throw(const isoft_failure *failure)
{
	isoft_throw_api(failure, NULL);
}

/* The ApiException that is being thrown; NULL if another exception is thrown, or none. */
static zend_object *exceptions_thrown_api(void)
{
	return EG(exception) && instanceof_function(EG(exception)->ce, isoft_ce_api_exception) ? EG(exception) : NULL;
}

int isoft_exception_status(void)
{
	zend_object *thrown = exceptions_thrown_api();

	return thrown ? (int)Z_LVAL_P(exceptions_slot(thrown, isoft_ce_api_exception, "status")) : 0;
}

void isoft_exception_set_results(HashTable *results)
{
	zend_object *thrown = exceptions_thrown_api();

	/* An exception of a fake may be the script's own object: its properties must not change. */
	if (thrown && GC_REFCOUNT(thrown) == 1) {
		GC_ADDREF(results);
		ZVAL_ARR(exceptions_emptied(thrown, isoft_ce_api_exception, "results"), results);
	}
}
