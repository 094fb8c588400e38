#include "php_infusionsoft.h"

#include "functions/hook_subscription.h"

#include "ext/standard/url.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "client/send.h"
#include "keap/hook_url.h"
#include "support/array.h"
#include "support/exceptions.h"

#define HOOKS "/rest/v1/hooks"

static zend_string *text_of(const zval *hook, const char *name)
{
	zval *value = Z_TYPE_P(hook) == IS_ARRAY ? isoft_array_member(Z_ARRVAL_P(hook), name) : NULL;

	return value && Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value) ? Z_STR_P(value) : NULL;
}

zend_string *isoft_hook_key(const zval *hook)
{
	return text_of(hook, "key");
}

zend_string *isoft_hook_event_of(const zval *hook)
{
	return text_of(hook, "eventKey");
}

zend_string *isoft_hook_url_of(const zval *hook)
{
	return text_of(hook, "hookUrl");
}

zend_string *isoft_hook_status(const zval *hook)
{
	return text_of(hook, "status");
}

bool isoft_hook_is_verified(const zval *hook)
{
	zend_string *status = isoft_hook_status(hook);

	return status && zend_string_equals_literal_ci(status, "Verified");
}

bool isoft_hook_is(const zval *hook, const zend_string *event, const zend_string *url)
{
	zend_string *its_event = isoft_hook_event_of(hook), *its_url = isoft_hook_url_of(hook);

	return its_event && zend_string_equals(its_event, event)
		&& (!url || (its_url && isoft_hook_url_same(its_url, url)));
}

static bool get_list(const char *account, const char *operation, const char *path, zval *list)
{
	return isoft_send_for_array(&(isoft_call){.account = account,
									.operation = operation,
									.method = "GET",
									.path = path,
									.due = ISOFT_DUE_ARRAY,
									.repeatable = true},
		list);
}

bool isoft_hook_list(const char *account, zval *hooks)
{
	return get_list(account, "list_stored_hook_subscriptions", HOOKS, hooks);
}

bool isoft_hook_list_events(const char *account, zval *events)
{
	return get_list(account, "list_hook_event_types", HOOKS "/event_keys", events);
}

/* Takes the exception's message if Keap refused what this hook is, rather than the account, its pace or the call. */
static bool take_refusal(zval *hook, zval *error)
{
	int status = isoft_exception_status();

	if (status != 400 && status != 404 && status != 409 && status != 422) {
		return false;
	}
	ZVAL_STR(error, isoft_exception_message(EG(exception)));
	ZVAL_NULL(hook);
	zend_clear_exception();
	return true;
}

bool isoft_hook_create(const char *account, const zend_string *event, const zend_string *url, zval *hook, zval *error)
{
	zval body;
	bool created;

	array_init(&body);
	add_assoc_str(&body, "eventKey", zend_string_copy((zend_string *)event));
	add_assoc_str(&body, "hookUrl", zend_string_copy((zend_string *)url));
	created = isoft_send_for_array(&(isoft_call){.account = account,
									   .operation = "create_a_hook_subscription",
									   .method = "POST",
									   .path = HOOKS,
									   .body = &body,
									   .body_position = 1,
									   .due = ISOFT_DUE_ARRAY},
		hook);
	zval_ptr_dtor(&body);
	return created || take_refusal(hook, error);
}

static smart_str path_of(const zend_string *key, const char *action)
{
	zend_string *encoded = php_raw_url_encode(ZSTR_VAL(key), ZSTR_LEN(key));
	smart_str path = {0};

	smart_str_appends(&path, HOOKS "/");
	smart_str_append(&path, encoded);
	smart_str_appends(&path, action);
	smart_str_0(&path);
	zend_string_release(encoded);
	return path;
}

bool isoft_hook_verify(const char *account, const zend_string *key, zval *hook, zval *error)
{
	smart_str path = path_of(key, "/verify");
	bool verified = isoft_send_for_array(&(isoft_call){.account = account,
											 .operation = "verify_a_hook_subscription",
											 .method = "POST",
											 .path = ZSTR_VAL(path.s),
											 .due = ISOFT_DUE_ARRAY,
											 .repeatable = true},
		hook);

	smart_str_free(&path);
	return verified || take_refusal(hook, error);
}

bool isoft_hook_delete(const char *account, const zend_string *key)
{
	smart_str path = path_of(key, "");
	zval reply, error;
	bool deleted = isoft_send(&(isoft_call){.account = account,
								  .operation = "delete_a_hook_subscription",
								  .method = "DELETE",
								  .path = ZSTR_VAL(path.s),
								  .due = ISOFT_DUE_NOTHING,
								  .repeatable = true},
		&reply);

	smart_str_free(&path);
	if (deleted) {
		zval_ptr_dtor(&reply);
	} else if (isoft_exception_status() == 404 && take_refusal(&reply, &error)) {
		zval_ptr_dtor(&error);
		deleted = true;
	}
	return deleted;
}
