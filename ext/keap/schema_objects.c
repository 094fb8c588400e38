#include "keap/schema_objects.h"

#include "keap/object_value.h"
#include "keap/schema.h"

enum { PLACE_MAX = 200 };

/* The field of an element of a list, or of a member of an object; NULL: the object has no such member. */
static const isoft_field *field_of_member(const isoft_field *field, zend_string *name, isoft_field *element)
{
	if (!field->list) {
		return name ? isoft_schema_find(field->fields, ZSTR_VAL(name), ZSTR_LEN(name)) : NULL;
	}
	*element = *field;
	element->list = false;
	return element;
}

static bool resolve_member(const isoft_field *field, zend_string *name, zend_ulong index, zval *value,
	const char *place, zval *result, isoft_failure *failure)
{
	char member_place[PLACE_MAX];
	isoft_field element;
	const isoft_field *own = field_of_member(field, name, &element);

	if (name) {
		snprintf(member_place, sizeof(member_place), "%s.%s", place, ZSTR_VAL(name));
	} else {
		snprintf(member_place, sizeof(member_place), "%s[" ZEND_ULONG_FMT "]", place, index);
	}
	return own ? isoft_schema_objects(own, value, member_place, result, failure)
			   : isoft_object_value_json(value, false, member_place, result, failure);
}

/* Resolves the members of an object, or the elements of a list. `members` is held: user code cannot change it. */
static bool resolve_members(
	const isoft_field *field, HashTable *members, const char *place, HashTable *result, isoft_failure *failure)
{
	zend_string *name;
	zend_ulong index;
	zval *value, resolved;

	ZEND_HASH_FOREACH_KEY_VAL(members, index, name, value) {
		if (!resolve_member(field, name, index, value, place, &resolved, failure)) {
			return false;
		}
		if (name) {
			zend_hash_update(result, name, &resolved);
		} else {
			zend_hash_index_update(result, index, &resolved);
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

bool isoft_schema_objects(
	const isoft_field *field, zval *value, const char *place, zval *result, isoft_failure *failure)
{
	zval given;
	bool resolved;

	ZVAL_UNDEF(result);
	if (!isoft_schema_resolve(field, value, place, &given, failure)) {
		return false;
	}
	if (Z_TYPE(given) != IS_ARRAY || !(field->list || field->type == ISOFT_TYPE_OBJECT)) {
		ZVAL_COPY_VALUE(result, &given);
		return true;
	}
	array_init(result);
	resolved = resolve_members(field, Z_ARRVAL(given), place, Z_ARRVAL_P(result), failure);
	zval_ptr_dtor(&given);
	if (!resolved) {
		zval_ptr_dtor(result);
		ZVAL_UNDEF(result);
	}
	return resolved;
}
