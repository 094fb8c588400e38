#include "php_infusionsoft.h"

#include "client/custom_fields.h"
#include "client/send.h"
#include "functions/arguments.h"
#include "keap/contact_changes.h"
#include "keap/url.h"

typedef struct {
	const char *account;
	char path[64];
	HashTable *given;
	zend_string *fields; /* wanted in the reply; NULL: Keap's own choice */
} update;

/* The contact's collections of which but a part changes are asked for first. False: thrown. */
static bool complete(const update *self, isoft_contact_changes *changes)
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
	got = isoft_send_for_array(&(isoft_call){.account = self->account,
								   .method = "GET",
								   .path = self->path,
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

static void write_query(const update *self, const isoft_contact_changes *changes, smart_str *query)
{
	zval *name;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(changes->mask), name) {
		isoft_query_add(query, "update_mask", Z_STRVAL_P(name), Z_STRLEN_P(name));
	}
	ZEND_HASH_FOREACH_END();
	if (self->fields) {
		isoft_query_add(query, "fields", ZSTR_VAL(self->fields), ZSTR_LEN(self->fields));
	}
	smart_str_0(query);
}

static void send_changes(const update *self, isoft_contact_changes *changes, zval *result)
{
	smart_str query = {0};

	if (!complete(self, changes)) {
		return;
	}
	write_query(self, changes, &query);
	isoft_send_for_array(
		&(isoft_call){
			.account = self->account,
			.method = "PATCH",
			.path = self->path,
			.query = ZSTR_VAL(query.s),
			.body = &changes->body,
			.body_position = 2,
			.repeatable = true,
		},
		result);
	isoft_custom_fields_invalidate_on_rejection(self->given, self->account);
	smart_str_free(&query);
}

/* Everything is checked before Keap is asked what the names of custom fields mean. False: thrown. */
static bool read_changes(const update *self, isoft_contact_changes *changes)
{
	isoft_failure failure;
	bool read = isoft_contact_changes_read(changes, self->given, &failure);
	HashTable *by_id;

	if (read && isoft_custom_fields_has_names(self->given)) {
		by_id = isoft_custom_fields_by_id(self->given, self->account, 2);
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

PHP_FUNCTION(infusionsoft_contact_update)
{
	zend_string *account_name = NULL;
	zval *id_given;
	HashTable *fields = NULL;
	update self = {0};
	isoft_contact_changes changes;
	char id[ISOFT_ID_SIZE];

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_ZVAL(id_given)
		Z_PARAM_ARRAY_HT(self.given)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT_OR_NULL(fields)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	self.account = isoft_account(account_name, 4);
	if (!self.account || !isoft_id_argument(id, id_given, "contact id", 1) || !isoft_fields(fields, 3, &self.fields)) {
		RETURN_THROWS();
	}
	snprintf(self.path, sizeof(self.path), "/rest/v2/contacts/%s", id);
	if (read_changes(&self, &changes)) {
		send_changes(&self, &changes, return_value);
	}
	isoft_contact_changes_free(&changes);
	if (self.fields) {
		zend_string_release(self.fields);
	}
}
