#include "php_infusionsoft.h"

#include "client/custom_fields.h"
#include "client/send.h"
#include "client/trace.h"
#include "functions/arguments.h"
#include "keap/contact_changes.h"
#include "keap/url.h"

typedef struct {
	const char *account;
	char path[64];
	HashTable *given;          /* the changes as the script gives them */
	zend_string *reply_fields; /* joined with commas; NULL for Keap's default properties */
} contact_update;

/*
 * Reads the collections that change in part only, and adds their other entries. Returns false with an exception
 * thrown.
 */
static bool complete_collections(const contact_update *update, isoft_contact_changes *changes)
{
	zend_string *needed = isoft_contact_changes_needed(changes);
	smart_str query = {0};
	zval contact;
	bool got;

	if (!needed) {
		return true;
	}
	isoft_query_add(&query, "fields", ZSTR_VAL(needed), ZSTR_LEN(needed));
	smart_str_0(&query);
	zend_string_release(needed);
	got = isoft_send_for_array(&(isoft_call){.account = update->account,
								   .method = "GET",
								   .path = update->path,
								   .query = ZSTR_VAL(query.s),
								   .repeatable = true},
		&contact);
	smart_str_free(&query);
	if (got) {
		isoft_contact_changes_complete(changes, Z_ARRVAL(contact));
		zval_ptr_dtor(&contact);
	}
	return got;
}

static void update_write_query(const contact_update *update, const isoft_contact_changes *changes, smart_str *query)
{
	zval *name;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(changes->mask), name) {
		isoft_query_add(query, "update_mask", Z_STRVAL_P(name), Z_STRLEN_P(name));
	}
	ZEND_HASH_FOREACH_END();
	if (update->reply_fields) {
		isoft_query_add(query, "fields", ZSTR_VAL(update->reply_fields), ZSTR_LEN(update->reply_fields));
	}
	smart_str_0(query);
}

/* Returns false with an exception thrown. */
static bool send_changes(const contact_update *update, isoft_contact_changes *changes, zval *result)
{
	smart_str query = {0};
	bool sent;

	if (!complete_collections(update, changes)) {
		return false;
	}
	update_write_query(update, changes, &query);
	sent = isoft_send_for_array(
		&(isoft_call){
			.account = update->account,
			.method = "PATCH",
			.path = update->path,
			.query = isoft_query_text(&query),
			.body = &changes->body,
			.body_position = 2,
			.repeatable = true,
		},
		result);
	isoft_custom_fields_invalidate_on_rejection(update->given, update->account);
	smart_str_free(&query);
	return sent;
}

/*
 * Checks all changes before it asks Keap for the ids of custom fields that are given by name. The caller frees the
 * changes in both cases. Returns false with an exception thrown.
 */
static bool read_changes(const contact_update *update, isoft_contact_changes *changes)
{
	isoft_failure failure;
	bool read = isoft_contact_changes_read(changes, update->given, &failure);
	HashTable *by_id;

	if (read && isoft_custom_fields_has_names(update->given)) {
		by_id = isoft_custom_fields_by_id(update->given, update->account, 2);
		if (!by_id) {
			return false;
		}
		isoft_contact_changes_free(changes);
		read = isoft_contact_changes_read(changes, by_id, &failure);
		zend_array_release(by_id);
	}
	if (!read) {
		isoft_throw_argument(&failure, 2);
	}
	return read;
}

/* Returns false with an exception thrown. */
static bool update_contact(const contact_update *update, zval *result)
{
	isoft_contact_changes changes;
	bool updated = read_changes(update, &changes) && send_changes(update, &changes, result);

	isoft_contact_changes_free(&changes);
	return updated;
}

PHP_FUNCTION(infusionsoft_contact_update)
{
	zend_string *account_name = NULL;
	zval *id_argument;
	HashTable *fields = NULL;
	contact_update update = {0};
	char id[ISOFT_ID_SIZE];
	bool updated;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_ZVAL(id_argument)
		Z_PARAM_ARRAY_HT(update.given)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT_OR_NULL(fields)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(isoft_trace_refused(NULL); RETURN_THROWS());

	update.account = isoft_account(account_name, 4);
	if (!update.account || !isoft_id_argument(id, id_argument, "contact id", 1)
		|| !isoft_fields(fields, 3, &update.reply_fields)) {
		isoft_trace_refused(update.account);
		RETURN_THROWS();
	}
	snprintf(update.path, sizeof(update.path), "/rest/v2/contacts/%s", id);
	updated = update_contact(&update, return_value);
	if (update.reply_fields) {
		zend_string_release(update.reply_fields);
	}
	if (!updated) {
		isoft_trace_refused(update.account);
		RETURN_THROWS();
	}
}
