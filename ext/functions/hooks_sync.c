#include "php_infusionsoft.h"

#include <ctype.h>

#include "client/hook_mark.h"
#include "client/send.h"
#include "client/trace.h"
#include "functions/arguments.h"
#include "functions/hook_marked.h"
#include "functions/hook_subscription.h"
#include "keap/hook_url.h"
#include "support/array.h"
#include "support/exceptions.h"
#include "support/suggest.h"

/* One call of infusionsoft_hooks_sync(). */
typedef struct {
	const char *account;
	HashTable *urls; /* event => address, as given; borrowed */
	zval marked;     /* event => address with its mark; owned, as all that follows */
	zval there;      /* Keap's list of hooks */
	zval kept;       /* key of a hook => true: it is wanted, or its event has no better one */
	zval done;       /* what is returned */
} hooks_sync;

static bool is_event_key(const zend_string *event)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";

	return event && isalpha((unsigned char)ZSTR_VAL(event)[0]) && strspn(ZSTR_VAL(event), letters) == ZSTR_LEN(event);
}

/* Returns false with an exception thrown. */
static bool check_hook(const zend_string *event, zval *url)
{
	isoft_failure checked, failure;

	if (!is_event_key(event)) {
		zend_argument_value_error(1, "must be keyed by Keap's events, such as \"contact.add\"");
		return false;
	}
	if (Z_TYPE_P(url) != IS_STRING) {
		zend_argument_type_error(1, "must hold addresses as strings; that of %.60s is of type %s", ZSTR_VAL(event),
			zend_zval_type_name(url));
		return false;
	}
	if (!isoft_hook_url_check(Z_STR_P(url), &checked)) {
		isoft_fail(&failure, ISOFT_FAILURE_VALUE, "has as address of %.60s a wrong one: it %s", ZSTR_VAL(event),
			checked.message);
		isoft_throw_argument(&failure, 1);
		return false;
	}
	return true;
}

/* Returns false with an exception thrown. Nothing has been sent then. */
static bool mark_urls(hooks_sync *sync)
{
	zend_string *event, *marked;
	zval *url;

	if (!zend_hash_num_elements(sync->urls)) {
		zend_argument_value_error(1,
			"must name at least one hook. Without any it is not known which of the account's hooks are this "
			"application's: remove the last one with delete_a_hook_subscription");
		return false;
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL(sync->urls, event, url) {
		ZVAL_DEREF(url);
		marked = check_hook(event, url) ? isoft_hook_marked(sync->account, Z_STR_P(url)) : NULL;
		if (!marked) {
			return false;
		}
		add_assoc_str_ex(&sync->marked, ZSTR_VAL(event), ZSTR_LEN(event), marked);
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* Returns Keap's hook of this event and address, a verified one if there are several; NULL if there is none. */
static zval *find_hook(hooks_sync *sync, const zend_string *event, const zend_string *marked)
{
	zval *hook, *found = NULL;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(sync->there), hook) {
		if (isoft_hook_is(hook, event, marked) && (!found || !isoft_hook_is_verified(found))) {
			found = hook;
		}
	}
	ZEND_HASH_FOREACH_END();
	return found;
}

static void keep(hooks_sync *sync, const zval *hook)
{
	zend_string *key = isoft_hook_key(hook);

	if (key) {
		zend_hash_add_empty_element(Z_ARRVAL(sync->kept), key);
	}
}

/* A hook that Keap cannot reach yet has no successor: the old ones of its event stay until it has. */
static void keep_others_of(hooks_sync *sync, const zend_string *event)
{
	zval *hook;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(sync->there), hook) {
		if (isoft_hook_is(hook, event, NULL)) {
			keep(sync, hook);
		}
	}
	ZEND_HASH_FOREACH_END();
}

/* Returns whether one of the events has no hook yet. */
static bool lacks_hook(hooks_sync *sync)
{
	zend_string *event;
	zval *marked;

	ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL(sync->marked), event, marked) {
		if (!find_hook(sync, event, Z_STR_P(marked))) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

static const char *next_event(const void *names, size_t index)
{
	zval *name = zend_hash_index_find((const HashTable *)names, index);

	return name && Z_TYPE_P(name) == IS_STRING ? Z_STRVAL_P(name) : NULL;
}

static bool is_listed(HashTable *known, const zend_string *event)
{
	zval *name;

	ZEND_HASH_FOREACH_VAL(known, name) {
		if (Z_TYPE_P(name) == IS_STRING && zend_string_equals(Z_STR_P(name), event)) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/* Asks Keap for its events before it is asked to create a hook. Returns false with an exception thrown. */
static bool check_events(hooks_sync *sync)
{
	char tail[ISOFT_SUGGEST_TAIL_SIZE];
	zend_string *event;
	zval known;
	bool valid = true;

	if (!isoft_hook_list_events(sync->account, &known)) {
		return false;
	}
	ZEND_HASH_FOREACH_STR_KEY(Z_ARRVAL(sync->marked), event) {
		if (zend_hash_num_elements(Z_ARRVAL(known)) && !is_listed(Z_ARRVAL(known), event)) {
			zend_argument_value_error(1, "must be keyed by Keap's events; there is no \"%.60s\"%s", ZSTR_VAL(event),
				isoft_suggest_tail(tail, isoft_suggest(ZSTR_VAL(event), next_event, Z_ARRVAL(known))));
			valid = false;
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	zval_ptr_dtor(&known);
	return valid;
}

/* Adds what was done to the result. The address is shown without its mark. */
static void report(
	hooks_sync *sync, const char *did, const zend_string *event, const zend_string *url, const zval *hook, zval *error)
{
	zend_string *key = hook ? isoft_hook_key(hook) : NULL, *status = hook ? isoft_hook_status(hook) : NULL;
	zval entry;

	array_init(&entry);
	add_assoc_str(&entry, "event", zend_string_copy((zend_string *)event));
	add_assoc_str(&entry, "url", isoft_hook_url_without(url));
	add_assoc_string(&entry, "did", did);
	if (key) {
		add_assoc_str(&entry, "key", zend_string_copy(key));
	} else {
		add_assoc_null(&entry, "key");
	}
	if (status) {
		add_assoc_str(&entry, "status", zend_string_copy(status));
	} else {
		add_assoc_null(&entry, "status");
	}
	add_assoc_zval(&entry, "error", error);
	add_next_index_zval(&sync->done, &entry);
}

/* Reports the outcome of creating or verifying. `hook` is UNDEF with the error that Keap gave. */
static void report_outcome(
	hooks_sync *sync, const char *did, const zend_string *event, const zend_string *url, const zval *hook, zval *error)
{
	bool verified = Z_TYPE_P(hook) == IS_ARRAY && isoft_hook_is_verified(hook);

	if (!verified) {
		keep_others_of(sync, event);
	}
	if (!verified && Z_TYPE_P(error) == IS_NULL) {
		ZVAL_STRING(error,
			"Keap did not verify the hook: the address must be reachable for Keap and must answer with the "
			"X-Hook-Secret that it was sent, as infusionsoft_hook_receive() says");
	}
	report(sync, verified ? did : "failed", event, url, Z_TYPE_P(hook) == IS_ARRAY ? hook : NULL, error);
}

/* Returns false with an exception thrown. */
static bool sync_hook(hooks_sync *sync, const zend_string *event, const zend_string *marked)
{
	zval *hook = find_hook(sync, event, marked), changed, error;
	bool sent;

	ZVAL_NULL(&error);
	if (hook) {
		keep(sync, hook);
	}
	if (hook && isoft_hook_is_verified(hook)) {
		report(sync, "kept", event, marked, hook, &error);
		return true;
	}
	sent = hook ? isoft_hook_verify(sync->account, isoft_hook_key(hook), &changed, &error)
				: isoft_hook_create(sync->account, event, marked, &changed, &error);
	if (sent) {
		keep(sync, &changed);
		report_outcome(sync, hook ? "verified" : "created", event, marked, &changed, &error);
		zval_ptr_dtor(&changed);
	}
	return sent;
}

/* Returns whether this application made the hook: its address has a mark, and the origin of one that is given. */
static bool is_ours(hooks_sync *sync, const zend_string *url)
{
	isoft_hook_url read;
	isoft_failure failure;
	bool ours = false;
	zval *given;

	isoft_hook_url_read(url, &read);
	if (read.mark && isoft_hook_mark_check(sync->account, &read, &failure)) {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL(sync->marked), given) {
			ours |= isoft_hook_url_same_origin(url, Z_STR_P(given));
		}
		ZEND_HASH_FOREACH_END();
	}
	isoft_hook_url_free(&read);
	return ours;
}

/* Returns false with an exception thrown. */
static bool remove_strays(hooks_sync *sync)
{
	zval *hook, error;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(sync->there), hook) {
		zend_string *key = isoft_hook_key(hook), *event = isoft_hook_event_of(hook), *url = isoft_hook_url_of(hook);

		if (!key || !event || !url || zend_hash_exists(Z_ARRVAL(sync->kept), key) || !is_ours(sync, url)) {
			continue;
		}
		if (!isoft_hook_delete(sync->account, key)) {
			return false;
		}
		ZVAL_NULL(&error);
		report(sync, "removed", event, url, hook, &error);
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* Returns false with an exception thrown. */
static bool sync_all(hooks_sync *sync)
{
	zend_string *event;
	zval *marked;

	if (!isoft_hook_list(sync->account, &sync->there)) {
		return false;
	}
	if (lacks_hook(sync) && !check_events(sync)) {
		return false;
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL(sync->marked), event, marked) {
		if (!sync_hook(sync, event, Z_STR_P(marked))) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return remove_strays(sync);
}

static void hooks_sync_free(hooks_sync *sync)
{
	zval_ptr_dtor(&sync->marked);
	zval_ptr_dtor(&sync->there);
	zval_ptr_dtor(&sync->kept);
	zval_ptr_dtor(&sync->done);
}

PHP_FUNCTION(infusionsoft_hooks_sync)
{
	zend_string *account_name = NULL;
	hooks_sync sync = {0};

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ARRAY_HT(sync.urls)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(isoft_trace_refused(NULL); RETURN_THROWS());

	array_init(&sync.marked);
	array_init(&sync.kept);
	array_init(&sync.done);
	sync.account = isoft_account(account_name, 2);
	if (!sync.account || !mark_urls(&sync) || !sync_all(&sync)) {
		hooks_sync_free(&sync);
		isoft_trace_refused(sync.account);
		RETURN_THROWS();
	}
	RETVAL_COPY(&sync.done);
	hooks_sync_free(&sync);
}
