#include "keap/contact_names.h"

#include <ctype.h>

#include "keap/contact_schema.h"
#include "keap/schema.h"
#include "support/array.h"

enum { PLAIN_NAME_SIZE = 48 };

/* Names in lower case, without "_". The advice follows `contact has no field "NAME" in Keap; `. */
static const struct {
	const char *name, *advice;
} elsewhere[] = {
	{"tags", "apply tags with infusionsoft_tag_apply()"},
	{"tag", "apply tags with infusionsoft_tag_apply()"},
	{"tagid", "apply tags with infusionsoft_tag_apply()"},
	{"duplicateoption",
		"it is the second argument of infusionsoft_contact_create(), and $match of "
		"infusionsoft_contact_upsert()"},
	{"match", "it is the second argument of infusionsoft_contact_upsert()"},
	{"fields", "it is an argument of the function, beside the contact"},
	{"account", "it is an argument of the function, beside the contact"},
	{"updatemask", "leave it out: the fields that are given change, and no others"},
	{"contactid", "give the contact's id to infusionsoft_contact_update()"},
	{"note", "add notes with infusionsoft_call('createNote', …)"},
	{"contactnotes", "add notes with infusionsoft_call('createNote', …)"},
	{"relationships", "link contacts with infusionsoft_call('linkContacts', …)"},
	{"fullname", "give \"given_name\" and \"family_name\""},
	{"firstname", "did you mean \"given_name\"?"},
	{"lastname", "did you mean \"family_name\"?"},
	{"nickname", "did you mean \"preferred_name\"?"},
	{"salutation", "did you mean \"prefix\"?"},
	{"birthday", "did you mean \"birth_date\"?"},
	{"dateofbirth", "did you mean \"birth_date\"?"},
	{"anniversary", "did you mean \"anniversary_date\"?"},
	{"language", "did you mean \"preferred_locale\"?"},
	{"companyname", "give \"company\" => [\"id\" => …] or [\"company_name\" => …]"},
	{"companyid", "give \"company\" => [\"id\" => …]"},
	{"leadsource", "give the lead source's id as \"leadsource_id\""},
	{"leadsourceid", "did you mean \"leadsource_id\"?"},
	{"ownerid", "did you mean \"owner_id\"?"},
	{"contactowner", "did you mean \"owner_id\"?"},
	{"email1", "did you mean \"email\"?"},
	{"emailaddress1", "did you mean \"email\"?"},
	{"email2", "give an entry of \"email_addresses\" with \"field\" => \"EMAIL2\""},
	{"email3", "give an entry of \"email_addresses\" with \"field\" => \"EMAIL3\""},
	{"emailaddress2", "give an entry of \"email_addresses\" with \"field\" => \"EMAIL2\""},
	{"emailaddress3", "give an entry of \"email_addresses\" with \"field\" => \"EMAIL3\""},
	{"optin", "give \"opt_in_reason\" beside \"email\""},
	{"optreason", "did you mean \"opt_in_reason\"?"},
	{"emailoptedin", "Keap sets it: give \"opt_in_reason\" beside \"email\""},
	{"emailstatus", "Keap sets it: give \"opt_in_reason\" beside \"email\""},
	{"phone1", "did you mean \"phone\"?"},
	{"phone2", "give an entry of \"phone_numbers\" with \"field\" => \"PHONE2\""},
	{"phone3", "give an entry of \"phone_numbers\" with \"field\" => \"PHONE3\""},
	{"phone4", "give an entry of \"phone_numbers\" with \"field\" => \"PHONE4\""},
	{"phone5", "give an entry of \"phone_numbers\" with \"field\" => \"PHONE5\""},
	{"phone1ext", "give \"extension\" in an entry of \"phone_numbers\""},
	{"phone2ext", "give \"extension\" in an entry of \"phone_numbers\""},
	{"phone1type", "give \"type\" in an entry of \"phone_numbers\""},
	{"phone2type", "give \"type\" in an entry of \"phone_numbers\""},
	{"fax", "give an entry of \"fax_numbers\" with \"field\" => \"FAX1\""},
	{"fax1", "give an entry of \"fax_numbers\" with \"field\" => \"FAX1\""},
	{"fax2", "give an entry of \"fax_numbers\" with \"field\" => \"FAX2\""},
	{"fax1type", "give \"type\" in an entry of \"fax_numbers\""},
	{"fax2type", "give \"type\" in an entry of \"fax_numbers\""},
	{"streetaddress1", "give \"line1\" in an entry of \"addresses\" with \"field\" => \"BILLING\""},
	{"streetaddress2", "give \"line2\" in an entry of \"addresses\" with \"field\" => \"BILLING\""},
	{"address2street1", "give \"line1\" in an entry of \"addresses\" with \"field\" => \"SHIPPING\""},
	{"address2street2", "give \"line2\" in an entry of \"addresses\" with \"field\" => \"SHIPPING\""},
	{"address3street1", "give \"line1\" in an entry of \"addresses\" with \"field\" => \"OTHER\""},
	{"address3street2", "give \"line2\" in an entry of \"addresses\" with \"field\" => \"OTHER\""},
	{"street", "give \"line1\" in an entry of \"addresses\""},
	{"line1", "give \"line1\" in an entry of \"addresses\""},
	{"line2", "give \"line2\" in an entry of \"addresses\""},
	{"city", "give \"locality\" in an entry of \"addresses\""},
	{"locality", "give \"locality\" in an entry of \"addresses\""},
	{"city2", "give \"locality\" in an entry of \"addresses\" with \"field\" => \"SHIPPING\""},
	{"city3", "give \"locality\" in an entry of \"addresses\" with \"field\" => \"OTHER\""},
	{"state", "give \"region\" in an entry of \"addresses\""},
	{"region", "give \"region\" in an entry of \"addresses\""},
	{"state2", "give \"region\" in an entry of \"addresses\" with \"field\" => \"SHIPPING\""},
	{"state3", "give \"region\" in an entry of \"addresses\" with \"field\" => \"OTHER\""},
	{"country", "give \"country_code\" in an entry of \"addresses\""},
	{"countrycode", "give \"country_code\" in an entry of \"addresses\""},
	{"country2", "give \"country_code\" in an entry of \"addresses\" with \"field\" => \"SHIPPING\""},
	{"country3", "give \"country_code\" in an entry of \"addresses\" with \"field\" => \"OTHER\""},
	{"postalcode", "give \"postal_code\" in an entry of \"addresses\""},
	{"zip", "give \"postal_code\" in an entry of \"addresses\""},
	{"zipcode", "give \"postal_code\" in an entry of \"addresses\""},
	{"postalcode2", "give \"postal_code\" in an entry of \"addresses\" with \"field\" => \"SHIPPING\""},
	{"postalcode3", "give \"postal_code\" in an entry of \"addresses\" with \"field\" => \"OTHER\""},
	{"zipfour1", "give \"zip_four\" in an entry of \"addresses\""},
	{"datecreated", "Keap sets it and returns it as \"create_time\""},
	{"lastupdated", "Keap sets it and returns it as \"update_time\""},
	{"ipaddress", "give \"origin\" => [\"ip_address\" => …]"},
	{"facebook", "give an entry of \"social_accounts\" with \"type\" => \"FACEBOOK\""},
	{"linkedin", "give an entry of \"social_accounts\" with \"type\" => \"LINKED_IN\""},
	{"twitter", "give an entry of \"social_accounts\" with \"type\" => \"TWITTER\""},
	{"instagram", "give an entry of \"social_accounts\" with \"type\" => \"INSTAGRAM\""},
	{"title", "give \"prefix\" (Mr., Dr.) or \"job_title\""},
	{"dob", "did you mean \"birth_date\"?"},
	{"owner", "did you mean \"owner_id\"?"},
	{"ownername", "give the user's id as \"owner_id\""},
	{"billingaddress", "give an entry of \"addresses\" with \"field\" => \"BILLING\""},
	{"shippingaddress", "give an entry of \"addresses\" with \"field\" => \"SHIPPING\""},
	{"otheraddress", "give an entry of \"addresses\" with \"field\" => \"OTHER\""},
	{"homeaddress", "give an entry of \"addresses\""},
	{"mailingaddress", "give an entry of \"addresses\""},
	{"streetaddress", "give an entry of \"addresses\""},
	{"postaladdress", "give an entry of \"addresses\""},
	{"address1type", "give the entry of \"addresses\" with \"field\" => \"BILLING\""},
	{"address2type", "give the entry of \"addresses\" with \"field\" => \"SHIPPING\""},
	{"address3type", "give the entry of \"addresses\" with \"field\" => \"OTHER\""},
	{"address1", "give \"line1\" in an entry of \"addresses\""},
	{"address2", "give \"line2\" in an entry of \"addresses\""},
	{"postcode", "give \"postal_code\" in an entry of \"addresses\""},
	{"province", "give \"region\" in an entry of \"addresses\""},
	{"town", "give \"locality\" in an entry of \"addresses\""},
	{"zipfour2", "give \"zip_four\" in an entry of \"addresses\" with \"field\" => \"SHIPPING\""},
	{"zipfour3", "give \"zip_four\" in an entry of \"addresses\" with \"field\" => \"OTHER\""},
	{"phone3ext", "give \"extension\" in an entry of \"phone_numbers\""},
	{"phone3type", "give \"type\" in an entry of \"phone_numbers\""},
	{"phone4ext", "give \"extension\" in an entry of \"phone_numbers\""},
	{"phone4type", "give \"type\" in an entry of \"phone_numbers\""},
	{"phone5ext", "give \"extension\" in an entry of \"phone_numbers\""},
	{"phone5type", "give \"type\" in an entry of \"phone_numbers\""},
	{"validated", "Keap sets it: give \"opt_in_reason\" beside \"email\""},
	{"lastupdatedutcmillis", "Keap sets it and returns it as \"update_time\""},
	{"password", "Keap's API v2 has no passwords of contacts"},
	{"username", "Keap's API v2 has no user names of contacts"},
	{NULL, NULL},
};

/* Members of entries, in lower case without "_". */
static const struct {
	const char *list, *name, *member;
} elsewhere_in_entries[] = {
	{"addresses", "zip", "zip_code"},
	{"addresses", "postcode", "postal_code"},
	{"addresses", "street", "line1"},
	{"addresses", "street1", "line1"},
	{"addresses", "street2", "line2"},
	{"addresses", "address", "line1"},
	{"addresses", "address1", "line1"},
	{"addresses", "address2", "line2"},
	{"addresses", "streetaddress1", "line1"},
	{"addresses", "streetaddress2", "line2"},
	{"addresses", "city", "locality"},
	{"addresses", "town", "locality"},
	{"addresses", "state", "region"},
	{"addresses", "province", "region"},
	{"addresses", "type", "field"},
	{"email_addresses", "address", "email"},
	{"email_addresses", "emailaddress", "email"},
	{"email_addresses", "type", "field"},
	{"phone_numbers", "phone", "number"},
	{"phone_numbers", "ext", "extension"},
	{"fax_numbers", "fax", "number"},
	{"social_accounts", "username", "name"},
	{"social_accounts", "field", "type"},
	{NULL, NULL, NULL},
};

/* What to do instead of writing a read-only field. */
static const struct {
	const char *name, *advice;
} read_only_advice[] = {
	{"id", "give the contact's id to infusionsoft_contact_update()"},
	{"tag_ids", "apply tags with infusionsoft_tag_apply()"},
	{"groups", "apply tags with infusionsoft_tag_apply()"},
	{"notes", "add notes with infusionsoft_call('createNote', …)"},
	{"links", "link contacts with infusionsoft_call('linkContacts', …)"},
	{"is_opt_in", "Keap sets it when opt_in_reason is given"},
	{"email_opt_status", "Keap sets it when opt_in_reason is given"},
	{"account_id", "give company.id"},
	{NULL, NULL},
};

static const struct {
	const char *field, *member;
} read_only_members[] = {
	{"email_addresses", "is_opt_in"},
	{"email_addresses", "email_opt_status"},
	{"origin", "date"},
	{NULL, NULL},
};

static bool is_written(const char *name)
{
	return isoft_schema_find(isoft_contact_schema, name, strlen(name)) != NULL;
}

bool isoft_contact_is_read_only(const char *name)
{
	for (const char *const *known = isoft_contact_properties; *known; known++) {
		if (strcmp(*known, name) == 0) {
			return !is_written(name);
		}
	}
	return false;
}

bool isoft_contact_is_read_only_member(const char *field, const char *member)
{
	for (int i = 0; read_only_members[i].field; i++) {
		if (strcmp(read_only_members[i].field, field) == 0 && strcmp(read_only_members[i].member, member) == 0) {
			return true;
		}
	}
	return false;
}

bool isoft_contact_fail_read_only(isoft_failure *failure, const char *field, const char *member)
{
	const char *advice = "leave it out";

	for (int i = 0; read_only_advice[i].name; i++) {
		if (strcmp(read_only_advice[i].name, member ? member : field) == 0) {
			advice = read_only_advice[i].advice;
		}
	}
	return isoft_fail(failure, ISOFT_FAILURE_VALUE, "contact.%s%s%s is read-only in Keap: %s", field, member ? "." : "",
		member ? member : "", advice);
}

/* Writes the name in lower case and without what separates its words. Returns false when the name is longer. */
static bool write_plain(char plain[PLAIN_NAME_SIZE], const char *name)
{
	size_t length = 0;

	for (; *name; name++) {
		if (*name == '_' || *name == '-' || *name == ' ' || *name == '.') {
			continue;
		}
		if (length == PLAIN_NAME_SIZE - 1) {
			return false;
		}
		plain[length++] = (char)tolower((unsigned char)*name);
	}
	plain[length] = '\0';
	return true;
}

/* The name of the list that is written the same but for case and separators: GivenName is given_name. */
static const char *find_plain_field(const isoft_field *field, const char *plain)
{
	char known[PLAIN_NAME_SIZE];

	for (; field->name; field++) {
		if (write_plain(known, field->name) && strcmp(known, plain) == 0) {
			return field->name;
		}
	}
	return NULL;
}

static const char *find_plain_property(const char *plain)
{
	char known[PLAIN_NAME_SIZE];

	for (const char *const *name = isoft_contact_properties; *name; name++) {
		if (write_plain(known, *name) && strcmp(known, plain) == 0) {
			return *name;
		}
	}
	return NULL;
}

static bool check_name(const char *name, isoft_failure *failure)
{
	char plain[PLAIN_NAME_SIZE];
	const char *field;

	if (is_written(name) || !write_plain(plain, name)) {
		return true;
	}
	field = find_plain_field(isoft_contact_schema, plain);
	if (field) {
		return isoft_fail(
			failure, ISOFT_FAILURE_VALUE, "contact has no field \"%.60s\" in Keap; did you mean \"%s\"?", name, field);
	}
	field = find_plain_property(plain);
	if (field) {
		return isoft_contact_fail_read_only(failure, field, NULL);
	}
	for (int i = 0; elsewhere[i].name; i++) {
		if (strcmp(elsewhere[i].name, plain) == 0) {
			return isoft_fail(
				failure, ISOFT_FAILURE_VALUE, "contact has no field \"%.60s\" in Keap; %s", name, elsewhere[i].advice);
		}
	}
	return *name != '_'
		|| isoft_fail(failure, ISOFT_FAILURE_VALUE,
			"contact has no field \"%.60s\" in Keap; give a custom field in \"custom_fields\" => [\"%.60s\" => …]",
			name, name + 1);
}

static bool check_members(const char *field, HashTable *entry, isoft_failure *failure)
{
	zend_string *member;

	ZEND_HASH_FOREACH_STR_KEY(entry, member) {
		if (member && isoft_contact_is_read_only_member(field, ZSTR_VAL(member))) {
			return isoft_contact_fail_read_only(failure, field, ZSTR_VAL(member));
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static const char *find_member(const isoft_field *list, const char *name)
{
	char plain[PLAIN_NAME_SIZE];
	const char *member;

	if (!write_plain(plain, name)) {
		return NULL;
	}
	member = find_plain_field(list->fields, plain);
	for (int i = 0; !member && elsewhere_in_entries[i].list; i++) {
		if (strcmp(elsewhere_in_entries[i].list, list->name) == 0 && strcmp(elsewhere_in_entries[i].name, plain) == 0) {
			member = elsewhere_in_entries[i].member;
		}
	}
	return member;
}

static bool check_entry(const isoft_field *list, int index, HashTable *entry, isoft_failure *failure)
{
	zend_string *name;

	ZEND_HASH_FOREACH_STR_KEY(entry, name) {
		const char *member = name && !isoft_schema_find(list->fields, ZSTR_VAL(name), ZSTR_LEN(name))
			? find_member(list, ZSTR_VAL(name))
			: NULL;

		if (member) {
			return isoft_fail(failure, ISOFT_FAILURE_VALUE,
				"contact.%s[%d] has no field \"%.60s\" in Keap; did you mean \"%s\"?", list->name, index,
				ZSTR_VAL(name), member);
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool check_entries(const char *field, HashTable *value, isoft_failure *failure)
{
	const isoft_field *known = isoft_schema_find(isoft_contact_schema, field, strlen(field));
	int index = 0;
	zval *entry;

	ZEND_HASH_FOREACH_VAL(value, entry) {
		ZVAL_DEREF(entry);
		if (Z_TYPE_P(entry) == IS_ARRAY
			&& (!check_members(field, Z_ARRVAL_P(entry), failure)
				|| (known && known->list && known->fields && !check_entry(known, index, Z_ARRVAL_P(entry), failure)))) {
			return false;
		}
		index++;
	}
	ZEND_HASH_FOREACH_END();
	return check_members(field, value, failure);
}

bool isoft_contact_names_check(HashTable *contact, isoft_failure *failure)
{
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL(contact, name, value) {
		ZVAL_DEREF(value);
		if (!name || zend_string_equals_literal(name, "custom_fields")) {
			continue;
		}
		if (!check_name(ZSTR_VAL(name), failure)
			|| (Z_TYPE_P(value) == IS_ARRAY && !check_entries(ZSTR_VAL(name), Z_ARRVAL_P(value), failure))) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}
