#include "php_infusionsoft.h"

#include "client/custom_fields.h"
#include "client/send.h"
#include "client/trace.h"
#include "functions/arguments.h"
#include "functions/contact.h"
#include "keap/contact.h"
#include "keap/contact_fetched.h"
#include "keap/url.h"

typedef struct {
	const char *account;
	char id[ISOFT_ID_SIZE];
	HashTable *given;          /* the changes as the script gives them, without objects */
	zend_string *reply_fields; /* joined with commas; NULL for Keap's default properties */
	zval contact;              /* Keap's contact, as far as it was read; UNDEF: it was not read */
} contact_update;

/* Returns false with an exception thrown. */
static bool update_refuse(const isoft_failure *failure)
{
	isoft_throw_argument(failure, 2);
	return false;
}

/*
 * Reads the collections and objects that change, unless they have been read, and merges what is given. Returns false
 * with an exception thrown.
 */
static bool complete_collections(contact_update *update, isoft_contact_changes *changes)
{
	zend_string *needed = isoft_contact_changes_needed(changes);
	isoft_failure failure;
	bool got = true;

	if (needed) {
		got = Z_TYPE(update->contact) == IS_ARRAY
			|| isoft_contact_fetch(update->account, update->id, needed, &update->contact);
		zend_string_release(needed);
	}
	return got
		&& (isoft_contact_changes_complete(changes,
				Z_TYPE(update->contact) == IS_ARRAY ? Z_ARRVAL(update->contact) : (HashTable *)&zend_empty_array,
				&failure)
			|| update_refuse(&failure));
}

static void write_patch_query(const isoft_contact_changes *changes, const zend_string *fields, smart_str *query)
{
	zval *name;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(changes->mask), name) {
		isoft_query_add(query, "update_mask", Z_STRVAL_P(name), Z_STRLEN_P(name));
	}
	ZEND_HASH_FOREACH_END();
	if (fields) {
		isoft_query_add(query, "fields", ZSTR_VAL(fields), ZSTR_LEN(fields));
	}
	smart_str_0(query);
}

bool isoft_contact_patch(const char *account, const char *id, isoft_contact_changes *changes, HashTable *given,
	uint32_t position, const zend_string *fields, zval *result)
{
	char path[ISOFT_CONTACT_PATH_SIZE];
	smart_str query = {0};
	bool sent;

	snprintf(path, sizeof(path), ISOFT_CONTACTS "/%s", id);
	write_patch_query(changes, fields, &query);
	sent = isoft_send_for_array(
		&(isoft_call){
			.account = account,
			.operation = "updateContact",
			.method = "PATCH",
			.path = path,
			.query = isoft_query_text(&query),
			.body = &changes->body,
			.body_position = position,
			.due = isoft_contact_due(fields),
			.repeatable = true,
		},
		result);
	isoft_custom_fields_invalidate_on_rejection(given, account);
	smart_str_free(&query);
	return sent;
}

/*
 * Checks all changes before it asks Keap for the ids of custom fields that are given by name. The caller frees the
 * changes in both cases. Returns false with an exception thrown.
 */
static bool read_changes(const contact_update *update, HashTable *given, isoft_contact_changes *changes)
{
	isoft_failure failure;
	bool read = isoft_contact_changes_read(changes, given, &failure);
	HashTable *by_id;

	if (read && isoft_custom_fields_has_names(given)) {
		by_id = isoft_custom_fields_by_id(given, update->account, 2);
		if (!by_id) {
			return false;
		}
		isoft_contact_changes_free(changes);
		read = isoft_contact_changes_read(changes, by_id, &failure);
		zend_array_release(by_id);
	}
	return read || update_refuse(&failure);
}

/* Returns false with an exception thrown. */
static bool update_contact(contact_update *update, HashTable *given, zval *result)
{
	isoft_contact_changes changes;
	bool updated = read_changes(update, given, &changes);

	if (updated && !zend_hash_num_elements(Z_ARRVAL(changes.mask))) {
		updated = isoft_contact_fetch(update->account, update->id, update->reply_fields, result);
	} else {
		updated = updated && complete_collections(update, &changes)
			&& isoft_contact_patch(update->account, update->id, &changes, given, 2, update->reply_fields, result);
	}
	isoft_contact_changes_free(&changes);
	return updated;
}

/* Checks what can be checked before the contact is read. Returns false with an exception thrown. */
static bool check_rest(HashTable *given)
{
	HashTable *rest = isoft_contact_fetched_rest(given);
	isoft_failure failure;
	zval body;
	bool good = isoft_contact_part_body(rest, &body, &failure);

	zend_array_release(rest);
	zval_ptr_dtor(&body);
	return good || update_refuse(&failure);
}

/* The changes are a contact that was read from Keap: sends what differs. Returns false with an exception thrown. */
static bool update_fetched(contact_update *update, zval *result)
{
	zend_string *fields;
	isoft_failure failure;
	HashTable *changes;
	bool updated;

	if (!check_rest(update->given)) {
		return false;
	}
	fields = isoft_contact_fetched_fields(update->given);
	updated = isoft_contact_fetch(update->account, update->id, fields, &update->contact);
	zend_string_release(fields);
	if (!updated) {
		return false;
	}
	changes = isoft_contact_fetched_changes(update->given, Z_ARRVAL(update->contact), &failure);
	if (!changes) {
		return update_refuse(&failure);
	}
	updated = zend_hash_num_elements(changes)
		? update_contact(update, changes, result)
		: isoft_contact_fetch(update->account, update->id, update->reply_fields, result);
	zend_array_release(changes);
	return updated;
}

/* Returns false with an exception thrown. */
static bool update_by(contact_update *update, HashTable *changes, zval *result)
{
	bool updated;

	update->given = isoft_contact_given(changes, 2);
	if (!update->given) {
		return false;
	}
	updated = isoft_contact_fetched(update->given) ? update_fetched(update, result)
												   : update_contact(update, update->given, result);
	zend_array_release(update->given);
	return updated;
}

PHP_FUNCTION(infusionsoft_contact_update)
{
	zend_string *account_name = NULL;
	zval *id_argument;
	HashTable *changes, *fields = NULL;
	contact_update update = {0};
	bool updated;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_ZVAL(id_argument)
		Z_PARAM_ARRAY_HT(changes)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT_OR_NULL(fields)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(isoft_trace_refused(NULL); RETURN_THROWS());

	update.account = isoft_account(account_name, 4);
	if (!update.account || !isoft_id_argument(update.id, id_argument, "contact id", 1)
		|| !isoft_fields(fields, 3, &update.reply_fields)) {
		isoft_trace_refused(update.account);
		RETURN_THROWS();
	}
	updated = update_by(&update, changes, return_value);
	zval_ptr_dtor(&update.contact);
	if (update.reply_fields) {
		zend_string_release(update.reply_fields);
	}
	if (!updated) {
		isoft_trace_refused(update.account);
		RETURN_THROWS();
	}
}
