#include "keap/contact_checks.h"

#include "keap/contact_collections.h"
#include "keap/formats.h"
#include "keap/ids.h"
#include "support/array.h"

/* An empty text for one of these would be sent as such: only null and leaving it out say what is meant. */
static const struct {
	const char *list, *member;
} never_blank[] = {
	{"email_addresses", "email"},
	{"email_addresses", "opt_in_reason"},
	{"phone_numbers", "number"},
	{"fax_numbers", "number"},
	{"social_accounts", "name"},
};

enum { NEVER_BLANK = sizeof(never_blank) / sizeof(*never_blank) };

bool isoft_contact_is_blank(const zval *value)
{
	const char *text, *end;

	if (Z_TYPE_P(value) != IS_STRING) {
		return false;
	}
	text = Z_STRVAL_P(value);
	end = text + Z_STRLEN_P(value);
	while (text < end) {
		size_t offset;

		if ((unsigned char)*text <= 0x20) {
			text++;
		} else if (isoft_formats_find_hidden(text, (size_t)(end - text), &offset) && !offset) {
			/* the continuation bytes of one character */
			for (text++; text < end && ((unsigned char)*text & 0xc0) == 0x80; text++) {
			}
		} else {
			return false;
		}
	}
	return true;
}

static bool check_texts(HashTable *list, const char *name, const char *member, isoft_failure *failure)
{
	zval *entry;
	int index = 0;

	ZEND_HASH_FOREACH_VAL(list, entry) {
		zval *value = isoft_array_member(Z_ARRVAL_P(entry), member);

		if (value && isoft_contact_is_blank(value)) {
			return isoft_fail(failure, ISOFT_FAILURE_VALUE,
				"contact.%s[%d].%s must not be empty: leave it out, or give null", name, index, member);
		}
		index++;
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool has_text(HashTable *array, const char *name)
{
	zval *text = isoft_array_member(array, name);

	return text && Z_TYPE_P(text) == IS_STRING && Z_STRLEN_P(text) > 0;
}

bool isoft_contact_lacks_country(HashTable *address)
{
	return (has_text(address, "region") || has_text(address, "region_code")) && !has_text(address, "country_code");
}

static bool check_countries(HashTable *list, isoft_failure *failure)
{
	zval *entry;
	int index = 0;

	ZEND_HASH_FOREACH_VAL(list, entry) {
		if (isoft_contact_lacks_country(Z_ARRVAL_P(entry))) {
			return isoft_fail(failure, ISOFT_FAILURE_VALUE,
				"contact.addresses[%d].country_code is required where a region is given (three letters, such as USA)",
				index);
		}
		index++;
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

bool isoft_contact_entries_texts_check(HashTable *body, isoft_failure *failure)
{
	zval *addresses = isoft_array_member(body, "addresses");

	for (int i = 0; i < NEVER_BLANK; i++) {
		zval *list = isoft_array_member(body, never_blank[i].list);

		if (list && !check_texts(Z_ARRVAL_P(list), never_blank[i].list, never_blank[i].member, failure)) {
			return false;
		}
	}
	return !addresses || check_countries(Z_ARRVAL_P(addresses), failure);
}

bool isoft_contact_custom_ids_check(HashTable *list, isoft_failure *failure)
{
	char read[ISOFT_ID_SIZE];
	zval *entry, *id;
	int index = 0;

	ZEND_HASH_FOREACH_VAL(list, entry) {
		ZVAL_DEREF(entry);
		id = Z_TYPE_P(entry) == IS_ARRAY ? isoft_array_value(Z_ARRVAL_P(entry), "id") : NULL;
		/* Other types are left to the schema. */
		if (id && (Z_TYPE_P(id) == IS_STRING || Z_TYPE_P(id) == IS_LONG) && !isoft_id_read(read, id)) {
			return isoft_fail(failure, ISOFT_FAILURE_VALUE,
				"contact.custom_fields[%d].id must be the id of a custom field: digits without a leading zero", index);
		}
		index++;
	}
	ZEND_HASH_FOREACH_END();
	return true;
}
