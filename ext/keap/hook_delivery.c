#include "keap/hook_delivery.h"

#include <ctype.h>

#include "ext/date/php_date.h"
#include "zend_smart_str.h"

#include "support/array.h"
#include "support/json.h"

enum { DEPTH_MAX = 32 };

static bool refuse(isoft_failure *failure, const char *what)
{
	return isoft_fail(failure, ISOFT_FAILURE_VALUE, "must be what Keap sends to a hook: %s", what);
}

/* Returns the id as Keap sends it, a number or a text; NULL if there is none. The caller owns it. */
static zend_string *id_of(HashTable *object)
{
	zval *id = isoft_array_member(object, "id");

	if (!id || (Z_TYPE_P(id) != IS_LONG && (Z_TYPE_P(id) != IS_STRING || !Z_STRLEN_P(id)))) {
		return NULL;
	}
	return zval_get_string(id);
}

static bool check_objects(HashTable *objects, isoft_failure *failure)
{
	zval *object;

	ZEND_HASH_FOREACH_VAL(objects, object) {
		zend_string *id = Z_TYPE_P(object) == IS_ARRAY ? id_of(Z_ARRVAL_P(object)) : NULL;

		if (!id) {
			return refuse(failure, "an entry of object_keys has no id");
		}
		zend_string_release(id);
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool read_members(isoft_hook_delivery *delivery, isoft_failure *failure)
{
	HashTable *members = Z_TYPE(delivery->decoded) == IS_ARRAY ? Z_ARRVAL(delivery->decoded) : NULL;
	zval *event = members ? isoft_array_member(members, "event_key") : NULL;
	zval *type = members ? isoft_array_member(members, "object_type") : NULL;
	zval *objects = members ? isoft_array_member(members, "object_keys") : NULL;

	if (!event || Z_TYPE_P(event) != IS_STRING || !Z_STRLEN_P(event)) {
		return refuse(failure, "a JSON object with event_key");
	}
	if (!objects || Z_TYPE_P(objects) != IS_ARRAY) {
		return refuse(failure, "a JSON object with the list object_keys");
	}
	delivery->event = Z_STR_P(event);
	delivery->type = type && Z_TYPE_P(type) == IS_STRING ? Z_STR_P(type) : NULL;
	delivery->objects = Z_ARRVAL_P(objects);
	return check_objects(delivery->objects, failure);
}

bool isoft_hook_delivery_read(isoft_hook_delivery *delivery, const zend_string *body, isoft_failure *failure)
{
	const char *error;

	if (!isoft_json_decode(&delivery->decoded, ZSTR_VAL(body), ZSTR_LEN(body), DEPTH_MAX, &error)) {
		return refuse(failure, "it is not JSON");
	}
	if (!read_members(delivery, failure)) {
		zval_ptr_dtor(&delivery->decoded);
		return false;
	}
	return true;
}

void isoft_hook_delivery_free(isoft_hook_delivery *delivery)
{
	zval_ptr_dtor(&delivery->decoded);
}

/* Writes Unix seconds; null for what is no time, such as "tomorrow", which PHP would read as one. */
static void read_time(zval *at, const zval *timestamp)
{
	zend_long now = -1, seconds = -1;

	if (timestamp && Z_TYPE_P(timestamp) == IS_STRING && isdigit((unsigned char)Z_STRVAL_P(timestamp)[0])
		&& strchr(Z_STRVAL_P(timestamp), 'T')) {
		seconds = php_parse_date(Z_STRVAL_P(timestamp), &now);
	}
	if (seconds > 0) {
		ZVAL_LONG(at, seconds);
	} else {
		ZVAL_NULL(at);
	}
}

/* Writes the members that Keap documents nowhere. */
static void read_details(zval *details, HashTable *object)
{
	static const char *const documented[] = {"id", "timestamp", "apiUrl"};

	ZVAL_ARR(details, zend_array_dup(object));
	for (size_t i = 0; i < sizeof(documented) / sizeof(*documented); i++) {
		zend_hash_str_del(Z_ARRVAL_P(details), documented[i], strlen(documented[i]));
	}
}

void isoft_hook_event_make(zval *event, const isoft_hook_delivery *delivery, zval *object)
{
	zval at, details;

	read_time(&at, isoft_array_member(Z_ARRVAL_P(object), "timestamp"));
	read_details(&details, Z_ARRVAL_P(object));
	array_init(event);
	add_assoc_str(event, "event", zend_string_copy(delivery->event));
	if (delivery->type) {
		add_assoc_str(event, "type", zend_string_copy(delivery->type));
	} else {
		add_assoc_null(event, "type");
	}
	add_assoc_str(event, "id", id_of(Z_ARRVAL_P(object)));
	add_assoc_zval(event, "at", &at);
	add_assoc_zval(event, "details", &details);
}

zend_string *isoft_hook_event_identity(const isoft_hook_delivery *delivery, zval *object)
{
	smart_str identity = {0};
	const char *error;

	if (!isoft_json_encode(&identity, object, &error)) {
		return NULL;
	}
	smart_str_appendc(&identity, '\0');
	smart_str_append(&identity, delivery->event);
	return smart_str_extract(&identity);
}
