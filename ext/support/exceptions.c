#include "support/exceptions.h"

#include "zend_exceptions.h"

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

bool isoft_exception_may_sent(zend_object *exception)
{
	zval unused;

	return exception->ce == isoft_ce_transport_exception
		&& zend_is_true(
			zend_read_property(isoft_ce_transport_exception, exception, "maySent", strlen("maySent"), true, &unused));
}

/* Takes over the value. A readonly property can be written once, in the scope of the class that declares it. */
static void exceptions_set_property(zend_object *object, zend_class_entry *declared_by, const char *name, zval *value)
{
	zend_update_property(declared_by, object, name, strlen(name), value);
	zval_ptr_dtor(value);
}

static void exceptions_set_array(zend_object *object, const char *name, zval *array)
{
	zval value;

	if (array && Z_TYPE_P(array) == IS_ARRAY) {
		ZVAL_COPY(&value, array);
	} else {
		ZVAL_EMPTY_ARRAY(&value);
	}
	exceptions_set_property(object, isoft_ce_api_exception, name, &value);
}

static void exceptions_set_api_properties(
	zend_object *object, const isoft_failure *failure, const isoft_api_reply *reply)
{
	zval value;

	ZVAL_LONG(&value, failure->status);
	exceptions_set_property(object, isoft_ce_api_exception, "status", &value);
	if (failure->error_code[0]) {
		ZVAL_STRING(&value, failure->error_code);
	} else {
		ZVAL_NULL(&value);
	}
	exceptions_set_property(object, isoft_ce_api_exception, "errorCode", &value);
	if (reply && reply->body) {
		ZVAL_STR_COPY(&value, reply->body);
	} else {
		ZVAL_EMPTY_STRING(&value);
	}
	exceptions_set_property(object, isoft_ce_api_exception, "body", &value);
	exceptions_set_array(object, "details", reply ? reply->details : NULL);
	exceptions_set_array(object, "results", reply ? reply->results : NULL);
}

void isoft_throw_api(const isoft_failure *failure, const isoft_api_reply *reply)
{
	zend_object *object = zend_throw_exception(isoft_exception_class(failure->kind), failure->message, failure->status);
	zval value;

	switch (failure->kind) {
		case ISOFT_FAILURE_TRANSPORT:
			ZVAL_BOOL(&value, failure->may_sent);
			exceptions_set_property(object, isoft_ce_transport_exception, "maySent", &value);
			break;
		case ISOFT_FAILURE_RATE_LIMIT:
			ZVAL_LONG(&value, failure->retry_after);
			exceptions_set_property(object, isoft_ce_rate_limit_exception, "retryAfter", &value);
			ZEND_FALLTHROUGH;
		case ISOFT_FAILURE_API:
			exceptions_set_api_properties(object, failure, reply);
			break;
		default:
			break;
	}
}

void isoft_throw(const isoft_failure *failure)
{
	isoft_throw_api(failure, NULL);
}

/*
 * A property of the ApiException that is being thrown; NULL if another exception is thrown, or none. Writing to it
 * bypasses readonly, which is safe because the script has not received the object yet.
 */
static zval *exceptions_thrown_property(const char *name)
{
	zend_object *object = EG(exception);
	zend_property_info *property;

	if (!object || !instanceof_function(object->ce, isoft_ce_api_exception)) {
		return NULL;
	}
	property = zend_hash_str_find_ptr(&isoft_ce_api_exception->properties_info, name, strlen(name));
	return OBJ_PROP(object, property->offset);
}

int isoft_exception_status(void)
{
	const zval *status = exceptions_thrown_property("status");

	return status && Z_TYPE_P(status) == IS_LONG ? (int)Z_LVAL_P(status) : 0;
}

void isoft_exception_set_results(HashTable *results)
{
	zval *slot = exceptions_thrown_property("results");

	if (slot) {
		zval_ptr_dtor(slot);
		GC_ADDREF(results);
		ZVAL_ARR(slot, results);
	}
}
