#include "php_infusionsoft.h"

#include "client/last_reply.h"
#include "client/search.h"
#include "client/trace.h"
#include "functions/arguments.h"
#include "functions/contact.h"
#include "keap/contact.h"
#include "keap/contact_collections.h"
#include "keap/contact_entries.h"
#include "keap/contact_schema.h"
#include "support/array.h"

typedef struct {
	const char *account;
	HashTable *given;    /* the contact as the script gives it, without objects */
	const char *match;   /* a duplicate_option */
	HashTable *fields;   /* the properties of the reply; NULL for Keap's default properties */
	zend_string *joined; /* the same, joined with commas; NULL */
	zval body;           /* the contact as Keap takes it */
} contact_upsert;

/* Of the contacts that match, `best` is the one with the lowest id so far, or null. */
typedef struct {
	const contact_upsert *upsert;
	zend_long number; /* the id of the best */
	zval best;
} match_search;

static bool contact_upsert_is_same_member(HashTable *given, HashTable *present, const char *name)
{
	return isoft_contact_same_text(isoft_array_member(given, name), isoft_array_member(present, name));
}

static bool is_same_company(HashTable *given, HashTable *present)
{
	zval *company = isoft_array_member(present, "company");

	return company && Z_TYPE_P(company) == IS_ARRAY
		&& contact_upsert_is_same_member(Z_ARRVAL_P(isoft_array_member(given, "company")), Z_ARRVAL_P(company), "id");
}

static bool is_match(const contact_upsert *upsert, HashTable *contact)
{
	HashTable *body = Z_ARRVAL(upsert->body);
	zval *email = isoft_contact_first_email(contact);

	return email && isoft_contact_same_text(isoft_contact_first_email(body), email)
		&& (!isoft_contact_compares_names(upsert->match)
			|| (contact_upsert_is_same_member(body, contact, "given_name")
				&& contact_upsert_is_same_member(body, contact, "family_name")))
		&& (!isoft_contact_compares_company(upsert->match) || is_same_company(body, contact));
}

static void upsert_take_best(void *context, zval *contact)
{
	match_search *search = context;
	zval *id = isoft_array_member(Z_ARRVAL_P(contact), "id");
	zend_long number = id ? zval_get_long(id) : 0;

	if (number > 0 && is_match(search->upsert, Z_ARRVAL_P(contact))
		&& (Z_TYPE(search->best) == IS_NULL || number < search->number)) {
		zval_ptr_dtor(&search->best);
		ZVAL_COPY(&search->best, contact);
		search->number = number;
	}
}

static bool wants_property(const contact_upsert *upsert, const char *name)
{
	static const char *const compared[] = {"id", "email_addresses", "given_name", "family_name", "company"};
	zval *wanted;

	if (!upsert->fields || isoft_array_member(Z_ARRVAL(upsert->body), name)) {
		return true;
	}
	for (size_t i = 0; i < sizeof(compared) / sizeof(*compared); i++) {
		if (strcmp(compared[i], name) == 0) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_VAL(upsert->fields, wanted) {
		ZVAL_DEREF(wanted);
		if (Z_TYPE_P(wanted) == IS_STRING && zend_string_equals_cstr(Z_STR_P(wanted), name, strlen(name))) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/* The properties to read: what is compared, what can change, and what the reply holds. */
static zend_string *searched_properties(const contact_upsert *upsert)
{
	smart_str names = {0};

	for (const char *const *property = isoft_contact_properties; *property; property++) {
		if (wants_property(upsert, *property)) {
			smart_str_appends(&names, names.s ? "," : "");
			smart_str_appends(&names, *property);
		}
	}
	return smart_str_extract(&names);
}

/* Writes the contact that matches, or null. Returns false with an exception thrown. */
static bool find_match(const contact_upsert *upsert, zval *found)
{
	match_search search = {.upsert = upsert};
	zend_string *properties = searched_properties(upsert);
	smart_str filter = {0};
	bool searched;

	ZVAL_NULL(&search.best);
	smart_str_appends(&filter, "email==");
	smart_str_append(&filter, Z_STR_P(isoft_contact_first_email(Z_ARRVAL(upsert->body))));
	smart_str_0(&filter);
	searched = isoft_search_run(&(isoft_search){
		.account = upsert->account,
		.operation = "listContacts",
		.path = ISOFT_CONTACTS,
		.filter = ZSTR_VAL(filter.s),
		.fields = ZSTR_VAL(properties),
		.list = "contacts",
		.look = upsert_take_best,
		.context = &search,
	});
	smart_str_free(&filter);
	zend_string_release(properties);
	if (!searched) {
		zval_ptr_dtor(&search.best);
		return false;
	}
	ZVAL_COPY_VALUE(found, &search.best);
	return true;
}

/* Writes the properties that the script wants of the contact. */
static void copy_wanted(const contact_upsert *upsert, zval *contact, zval *result)
{
	zval *name;

	if (!upsert->fields) {
		ZVAL_COPY(result, contact);
		return;
	}
	array_init(result);
	ZEND_HASH_FOREACH_VAL(upsert->fields, name) {
		zval *value;

		ZVAL_DEREF(name);
		value = Z_TYPE_P(name) == IS_STRING ? zend_hash_find(Z_ARRVAL_P(contact), Z_STR_P(name)) : NULL;
		if (value) {
			Z_TRY_ADDREF_P(value);
			zend_hash_update(Z_ARRVAL_P(result), Z_STR_P(name), value);
		}
	}
	ZEND_HASH_FOREACH_END();
}

/* Sends what the contact in Keap lacks. Returns false with an exception thrown. */
static bool upsert_into(const contact_upsert *upsert, zval *contact, zval *result)
{
	isoft_contact_changes changes;
	isoft_failure failure;
	char id[ISOFT_ID_SIZE];
	bool done = isoft_contact_changes_add(&changes, Z_ARRVAL(upsert->body), Z_ARRVAL_P(contact), &failure);

	if (!done) {
		isoft_throw_argument(&failure, 1);
	} else if (!zend_hash_num_elements(Z_ARRVAL(changes.mask))) {
		copy_wanted(upsert, contact, result);
	} else {
		snprintf(id, sizeof(id), ZEND_LONG_FMT, zval_get_long(isoft_array_member(Z_ARRVAL_P(contact), "id")));
		done = isoft_contact_patch(upsert->account, id, &changes, upsert->given, 1, upsert->joined, result);
	}
	isoft_contact_changes_free(&changes);
	if (done) {
		isoft_last_reply_not_created();
	}
	return done;
}

/* Checks that each entry says which one it is, before the search. Returns false with an exception thrown. */
static bool contact_upsert_check_entries(const contact_upsert *upsert)
{
	isoft_failure failure;

	for (const isoft_contact_collection *one = isoft_contact_collections; one->list; one++) {
		zval *list = isoft_array_member(Z_ARRVAL(upsert->body), one->list);

		if (list && !isoft_contact_entries_check(one, Z_ARRVAL_P(list), &failure)) {
			isoft_throw_argument(&failure, 1);
			return false;
		}
	}
	return true;
}

/*
 * Creates the contact, unless an entry lacks what a new contact needs: what an empty contact refuses. Returns false
 * with an exception thrown.
 */
static bool upsert_create(const contact_upsert *upsert, zval *result)
{
	isoft_contact_changes changes;
	isoft_failure failure;
	bool good = isoft_contact_changes_add(&changes, Z_ARRVAL(upsert->body), (HashTable *)&zend_empty_array, &failure);

	isoft_contact_changes_free(&changes);
	if (!good) {
		isoft_throw_argument(&failure, 1);
		return false;
	}
	return isoft_contact_post(
		upsert->account, upsert->given, (zval *)&upsert->body, upsert->match, upsert->joined, result);
}

/* Checks that the contact can be found by what it holds. Returns false with an exception thrown. */
static bool check_match(const contact_upsert *upsert)
{
	const char *missing = isoft_contact_missing_for_match(Z_ARRVAL(upsert->body), upsert->match);
	isoft_failure failure;

	if (missing) {
		zend_argument_value_error(
			1, "contact needs %s: the contact in Keap is found by it (match \"%s\")", missing, upsert->match);
		return false;
	}
	if (!isoft_contact_email_check(Z_STR_P(isoft_contact_first_email(Z_ARRVAL(upsert->body))), &failure)) {
		zend_argument_value_error(1, "contact.email %s", failure.message);
		return false;
	}
	return true;
}

/* Returns false with an exception thrown. */
static bool upsert_contact(const contact_upsert *upsert, zval *result)
{
	zval found;
	bool done;

	if (!check_match(upsert) || !contact_upsert_check_entries(upsert) || !find_match(upsert, &found)) {
		return false;
	}
	done = Z_TYPE(found) == IS_ARRAY ? upsert_into(upsert, &found, result) : upsert_create(upsert, result);
	zval_ptr_dtor(&found);
	return done;
}

PHP_FUNCTION(infusionsoft_contact_upsert)
{
	zend_string *match = NULL, *account_name = NULL;
	contact_upsert upsert = {.match = "Email"};
	HashTable *contact;
	bool done;

	ZEND_PARSE_PARAMETERS_START(1, 4)
		Z_PARAM_ARRAY_HT(contact)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(match)
		Z_PARAM_ARRAY_HT_OR_NULL(upsert.fields)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(isoft_trace_refused(NULL); RETURN_THROWS());

	upsert.account = isoft_account(account_name, 4);
	if (!upsert.account || (match && !isoft_contact_check_option(match, 2, false))
		|| !isoft_fields(upsert.fields, 3, &upsert.joined)) {
		isoft_trace_refused(upsert.account);
		RETURN_THROWS();
	}
	upsert.match = match ? ZSTR_VAL(match) : upsert.match;
	upsert.given = isoft_contact_given(contact, 1);
	done = upsert.given && isoft_contact_build_body(upsert.given, upsert.account, &upsert.body)
		&& upsert_contact(&upsert, return_value);
	zval_ptr_dtor(&upsert.body);
	if (upsert.given) {
		zend_array_release(upsert.given);
	}
	if (upsert.joined) {
		zend_string_release(upsert.joined);
	}
	if (!done) {
		isoft_trace_refused(upsert.account);
		RETURN_THROWS();
	}
}
