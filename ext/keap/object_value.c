#include "keap/object_value.h"

#include "ext/date/php_date.h"
#include "ext/json/php_json.h"
#include "ext/spl/spl_array.h"
#include "zend_enum.h"
#include "zend_interfaces.h"

/* `GIVES_MAX`: how often an object may give another object. `DEPTH_MAX`: levels of arrays, as in PHP's JSON. */
enum { GIVES_MAX = 16, DEPTH_MAX = 512, PLACE_MAX = 200 };

bool isoft_object_value_is_time(const zval *value)
{
	return Z_TYPE_P(value) == IS_OBJECT && instanceof_function(Z_OBJCE_P(value), php_date_get_interface_ce());
}

/* User code has thrown: that exception tells what is wrong. */
static bool fail_thrown(isoft_failure *failure)
{
	return isoft_fail(failure, ISOFT_FAILURE_NONE, "an exception was thrown");
}

static bool fail_object(const zval *object, const char *place, isoft_failure *failure)
{
	return isoft_fail(failure, ISOFT_FAILURE_VALUE,
		"%s cannot be an object of class %.100s: give a string, a number, a DateTimeInterface, a backed enum, a "
		"Stringable "
		"or a JsonSerializable",
		place, ZSTR_VAL(Z_OBJCE_P(object)->name));
}

static bool fail_resource(const char *place, isoft_failure *failure)
{
	return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s cannot be a resource", place);
}

bool isoft_object_value_time(zval *object, isoft_format format, const char *place, zval *result, isoft_failure *failure)
{
	const timelib_time *time = Z_PHPDATE_P(object)->time;

	ZVAL_UNDEF(result);
	if (!time) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s is a %.100s whose constructor was not called", place,
			ZSTR_VAL(Z_OBJCE_P(object)->name));
	}
	if (time->y < 1 || time->y > 9999) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s must be a time in the years 1 to 9999", place);
	}
	if (format == ISOFT_FORMAT_DATE) {
		ZVAL_STR(result, zend_strpprintf(0, "%04d-%02d-%02d", (int)time->y, (int)time->m, (int)time->d));
	} else {
		ZVAL_STR(result, php_format_date(ZEND_STRL("Y-m-d\\TH:i:s\\Z"), (time_t)time->sse, false));
	}
	return true;
}

static bool give_enum_value(zval *object, const char *place, zval *result, isoft_failure *failure)
{
	if (Z_OBJCE_P(object)->enum_backing_type == IS_UNDEF) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE,
			"%s cannot be a case of the enum %.100s, which has no values: give a case of a backed enum, or a string",
			place, ZSTR_VAL(Z_OBJCE_P(object)->name));
	}
	ZVAL_COPY(result, zend_enum_fetch_case_value(Z_OBJ_P(object)));
	return true;
}

/* Calls the method of the script, or of an internal class. Returns false when it has thrown. */
static bool give_json(zval *object, zval *result, isoft_failure *failure)
{
	zend_call_method_with_0_params(Z_OBJ_P(object), Z_OBJCE_P(object), NULL, "jsonserialize", result);
	if (!EG(exception)) {
		return true;
	}
	zval_ptr_dtor(result);
	ZVAL_UNDEF(result);
	return fail_thrown(failure);
}

static bool give_text(zval *object, zval *result, isoft_failure *failure)
{
	zend_string *text = zval_try_get_string(object);

	if (!text) {
		return fail_thrown(failure);
	}
	ZVAL_STR(result, text);
	return true;
}

/* What one object gives, which can be another object. The result is UNDEF before. */
static bool object_give(
	zval *object, isoft_format format, bool as_text, const char *place, zval *result, isoft_failure *failure)
{
	const zend_class_entry *class = Z_OBJCE_P(object);
	bool has_json = instanceof_function(class, php_json_serializable_ce);
	bool has_text = instanceof_function(class, zend_ce_stringable);

	if (isoft_object_value_is_time(object)) {
		return isoft_object_value_time(object, format, place, result, failure);
	}
	if (class->ce_flags & ZEND_ACC_ENUM) {
		return give_enum_value(object, place, result, failure);
	}
	if (has_text && (as_text || !has_json)) {
		return give_text(object, result, failure);
	}
	return has_json ? give_json(object, result, failure) : fail_object(object, place, failure);
}

bool isoft_object_value(
	zval *value, isoft_format format, bool as_text, const char *place, zval *result, isoft_failure *failure)
{
	ZVAL_COPY_DEREF(result, value);
	for (int gives = 0; Z_TYPE_P(result) == IS_OBJECT; gives++) {
		zval given;
		bool gave;

		ZVAL_UNDEF(&given);
		gave = gives < GIVES_MAX ? object_give(result, format, as_text, place, &given, failure)
								 : fail_object(result, place, failure);
		zval_ptr_dtor(result);
		ZVAL_COPY_VALUE(result, &given);
		if (!gave) {
			return false;
		}
	}
	if (Z_TYPE_P(result) != IS_RESOURCE) {
		return true;
	}
	zval_ptr_dtor(result);
	ZVAL_UNDEF(result);
	return fail_resource(place, failure);
}

/* Whether an object or a resource is in the value. No user code runs. */
static bool holds_objects(zval *value, int depth)
{
	zval *element;
	bool found = false;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) != IS_ARRAY) {
		return Z_TYPE_P(value) == IS_OBJECT || Z_TYPE_P(value) == IS_RESOURCE;
	}
	if (depth > DEPTH_MAX || GC_IS_RECURSIVE(Z_ARRVAL_P(value))) {
		return false;
	}
	GC_TRY_PROTECT_RECURSION(Z_ARRVAL_P(value));
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), element) {
		found = found || holds_objects(element, depth + 1);
	}
	ZEND_HASH_FOREACH_END();
	GC_TRY_UNPROTECT_RECURSION(Z_ARRVAL_P(value));
	return found;
}

/* The walk through one value. The arrays and objects that enclose the current value show when one contains itself. */
typedef struct object_walk {
	bool keep_objects;
	bool keep_times;
	const struct object_walk *outer;
	const void *inside; /* the array or object whose members are walked; NULL: the whole value */
	bool in_object;
	int depth;
} object_walk;

static bool walk_value(const object_walk *walk, zval *value, const char *place, zval *result, isoft_failure *failure);

static bool contains_itself(const object_walk *walk, const void *inside)
{
	for (; walk; walk = walk->outer) {
		if (walk->inside == inside) {
			return true;
		}
	}
	return false;
}

/* The walk inside of an array or object. Returns false with the failure filled when it is inside already. */
static bool walk_enter(
	object_walk *inner, const object_walk *outer, const zval *value, const char *place, isoft_failure *failure)
{
	*inner = (object_walk){outer->keep_objects, outer->keep_times, outer, Z_COUNTED_P(value),
		Z_TYPE_P(value) == IS_OBJECT, outer->depth + 1};
	return (inner->depth <= DEPTH_MAX && !contains_itself(outer, inner->inside))
		|| isoft_fail(failure, ISOFT_FAILURE_VALUE, "%.60s%s contains itself, or is nested too deeply", place,
			strlen(place) > 60 ? "…" : "");
}

/* Walks members into a new array. `members` is held: user code cannot change it meanwhile. */
static bool walk_members(
	const object_walk *walk, HashTable *members, const char *place, HashTable *result, isoft_failure *failure)
{
	char member_place[PLACE_MAX];
	zend_string *name;
	zend_ulong index;
	zval *member;

	ZEND_HASH_FOREACH_KEY_VAL(members, index, name, member) {
		zval walked;

		if (walk->in_object && name && ZSTR_LEN(name) && !ZSTR_VAL(name)[0]) {
			continue; /* a private or protected property */
		}
		if (name) {
			snprintf(member_place, sizeof(member_place), "%s.%s", place, ZSTR_VAL(name));
		} else {
			snprintf(member_place, sizeof(member_place), "%s[" ZEND_ULONG_FMT "]", place, index);
		}
		if (!walk_value(walk, member, member_place, &walked, failure)) {
			return false;
		}
		if (name) {
			zend_hash_update(result, name, &walked);
		} else {
			zend_hash_index_update(result, index, &walked);
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool walk_array(const object_walk *walk, zval *array, const char *place, zval *result, isoft_failure *failure)
{
	array_init(result);
	if (walk_members(walk, Z_ARRVAL_P(array), place, Z_ARRVAL_P(result), failure)) {
		return true;
	}
	zval_ptr_dtor(result);
	ZVAL_UNDEF(result);
	return false;
}

/* stdClass and ArrayObject, which JSON has as objects with these members. Derived classes are refused. */
static bool is_json_object(const zval *value)
{
	return Z_TYPE_P(value) == IS_OBJECT
		&& (Z_OBJCE_P(value) == zend_standard_class_def || Z_OBJCE_P(value) == spl_ce_ArrayObject);
}

static bool walk_json_object(
	const object_walk *walk, zval *object, const char *place, zval *result, isoft_failure *failure)
{
	HashTable *properties = zend_get_properties_for(object, ZEND_PROP_PURPOSE_JSON);
	HashTable *members = zend_array_dup(properties);
	HashTable *walked = zend_new_array(zend_hash_num_elements(members));
	bool done = walk_members(walk, members, place, walked, failure);

	zend_release_properties(properties);
	zend_array_release(members);
	if (!done) {
		zend_array_release(walked);
		return false;
	}
	object_and_properties_init(result, zend_standard_class_def, walked);
	return true;
}

static bool walk_object(const object_walk *walk, zval *object, const char *place, zval *result, isoft_failure *failure)
{
	zval given;
	bool walked;

	if (walk->keep_objects && is_json_object(object)) {
		return walk_json_object(walk, object, place, result, failure);
	}
	if (walk->keep_times && isoft_object_value_is_time(object)) {
		ZVAL_COPY(result, object);
		return true;
	}
	ZVAL_UNDEF(&given);
	if (!object_give(object, ISOFT_FORMAT_DATE_TIME, false, place, &given, failure)) {
		return false;
	}
	walked = walk_value(walk, &given, place, result, failure);
	zval_ptr_dtor(&given);
	return walked;
}

/* The value is held while it is walked. The result is UNDEF before, and after a failure. */
static bool walk_value(const object_walk *walk, zval *value, const char *place, zval *result, isoft_failure *failure)
{
	object_walk inner;
	zval held;
	bool walked;

	ZVAL_UNDEF(result);
	ZVAL_COPY_DEREF(&held, value);
	switch (Z_TYPE(held)) {
		case IS_ARRAY:
		case IS_OBJECT:
			walked = walk_enter(&inner, walk, &held, place, failure)
				&& (Z_TYPE(held) == IS_ARRAY ? walk_array : walk_object)(&inner, &held, place, result, failure);
			break;
		case IS_RESOURCE:
			walked = fail_resource(place, failure);
			break;
		default:
			ZVAL_COPY(result, &held);
			walked = true;
	}
	zval_ptr_dtor(&held);
	return walked;
}

bool isoft_object_value_json(zval *value, bool keep_objects, const char *place, zval *result, isoft_failure *failure)
{
	const object_walk walk = {.keep_objects = keep_objects};

	if (!holds_objects(value, 0)) {
		ZVAL_COPY_DEREF(result, value);
		return true;
	}
	return walk_value(&walk, value, place, result, failure);
}

bool isoft_object_value_but_times(zval *value, const char *place, zval *result, isoft_failure *failure)
{
	const object_walk walk = {.keep_times = true};

	return walk_value(&walk, value, place, result, failure);
}
