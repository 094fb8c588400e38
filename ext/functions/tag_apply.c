#include "php_infusionsoft.h"

#include "client/id_cache.h"
#include "client/send.h"
#include "client/trace.h"
#include "functions/arguments.h"
#include "functions/id_list.h"
#include "functions/tag_outcomes.h"
#include "keap/url.h"
#include "support/array.h"
#include "support/assert.h"
#include "support/exceptions.h"

/* Contacts in one request, a limit of Keap; also tags in one request, so that its URL stays short. */
enum { PART_MAX = 100 };

/* One call of infusionsoft_tag_apply() or infusionsoft_tag_remove(). */
typedef struct {
	const char *account;
	zval tags, contacts;          /* lists of ids as strings; owned */
	bool by_tag;                  /* a list of tags was given */
	bool removed;                 /* a request that removes tags was answered */
	isoft_tag_outcomes *outcomes; /* NULL: the tags are removed, and the replies are not read */
} tag_job;

/* Returns false with an exception thrown; there is then nothing to free. */
static bool tag_job_read(INTERNAL_FUNCTION_PARAMETERS, tag_job *job)
{
	zend_string *account_name = NULL;
	zval *tags, *contacts;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_ZVAL(tags)
		Z_PARAM_ZVAL(contacts)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(return false);

	*job = (tag_job){.account = isoft_account(account_name, 3), .by_tag = Z_TYPE_P(tags) == IS_ARRAY};
	if (!job->account || !isoft_id_list_argument(&job->tags, tags, "tag id", 1)) {
		return false;
	}
	if (!isoft_id_list_argument(&job->contacts, contacts, "contact id", 2)) {
		zval_ptr_dtor(&job->tags);
		return false;
	}
	return true;
}

static void tag_job_free(tag_job *job)
{
	zval_ptr_dtor(&job->tags);
	zval_ptr_dtor(&job->contacts);
}

/* When Keap does not know a tag's id, infusionsoft_tag_find() must not return that id again from its cache. */
static void forget_unknown_tags(HashTable *tags)
{
	zval *tag;

	if (isoft_exception_status() == 404) {
		ZEND_HASH_FOREACH_VAL(tags, tag) {
			isoft_id_cache_forget(Z_STRVAL_P(tag));
		}
		ZEND_HASH_FOREACH_END();
	}
}

/* Sends one request. `tags` are those it is about. Returns false with an exception thrown. */
static bool tag_job_send_request(tag_job *job, isoft_call *call, HashTable *tags, zval *reply)
{
	call->acted_before = job->outcomes ? job->outcomes->acted : job->removed;
	if (job->outcomes ? isoft_send_for_array(call, reply) : isoft_send(call, reply)) {
		job->removed = !job->outcomes;
		return true;
	}
	forget_unknown_tags(tags);
	if (job->outcomes) {
		isoft_exception_set_results(job->outcomes->results);
	}
	return false;
}

/* One tag and a part of the contacts, by API v2. Returns false with an exception thrown. */
static bool send_contacts(tag_job *job, zval *tag, zval *part)
{
	char path[80];
	zval body, reply, tags;
	isoft_call call = {.account = job->account,
		.operation = job->outcomes ? "applyTags" : "removeTags",
		.method = "POST",
		.path = path,
		.body = &body,
		.body_position = 2,
		.repeatable = true};
	bool sent;

	ISOFT_ASSERT(zend_hash_num_elements(Z_ARRVAL_P(part)) <= PART_MAX);
	snprintf(path, sizeof(path), "/rest/v2/tags/%s/contacts:%s", Z_STRVAL_P(tag),
		job->outcomes ? "applyTags" : "removeTags");
	array_init(&body);
	Z_ADDREF_P(part);
	add_assoc_zval(&body, "contact_ids", part);
	array_init(&tags);
	Z_ADDREF_P(tag);
	add_next_index_zval(&tags, tag);
	sent = tag_job_send_request(job, &call, Z_ARRVAL(tags), &reply);
	if (sent && job->outcomes) {
		isoft_tag_outcomes_of_contacts(job->outcomes, Z_STR_P(tag), Z_ARRVAL_P(part), Z_ARRVAL(reply));
	}
	if (sent) {
		zval_ptr_dtor(&reply);
	}
	zval_ptr_dtor(&tags);
	zval_ptr_dtor(&body);
	return sent;
}

/* Writes {tagIds: [101, …]}. API v1 has ids as integers. */
static void write_tag_ids(zval *body, HashTable *tags)
{
	zval ids, *tag;

	array_init(&ids);
	ZEND_HASH_FOREACH_VAL(tags, tag) {
		zval id;
		zend_long number;

		if (is_numeric_string(Z_STRVAL_P(tag), Z_STRLEN_P(tag), &number, NULL, false) == IS_LONG) {
			ZVAL_LONG(&id, number);
		} else {
			ZVAL_COPY(&id, tag); /* more than an integer holds: Keap refuses it */
		}
		add_next_index_zval(&ids, &id);
	}
	ZEND_HASH_FOREACH_END();
	array_init(body);
	add_assoc_zval(body, "tagIds", &ids);
}

/* Writes ?ids=101,102,…, encoded. */
static void write_tag_query(smart_str *query, HashTable *tags)
{
	smart_str ids = {0};
	zval *tag;

	ZEND_HASH_FOREACH_VAL(tags, tag) {
		if (ids.s) {
			smart_str_appendc(&ids, ',');
		}
		smart_str_append(&ids, Z_STR_P(tag));
	}
	ZEND_HASH_FOREACH_END();
	smart_str_0(&ids);
	isoft_query_add(query, "ids", ZSTR_VAL(ids.s), ZSTR_LEN(ids.s));
	smart_str_0(query);
	smart_str_free(&ids);
}

/* One contact and a part of the tags, by API v1. Returns false with an exception thrown. */
static bool send_tags(tag_job *job, zval *contact, zval *part)
{
	char path[80];
	zval body, reply;
	smart_str query = {0};
	isoft_call call = {.account = job->account, .path = path, .body_position = 1, .repeatable = true};
	bool sent;

	snprintf(path, sizeof(path), "/rest/v1/contacts/%s/tags", Z_STRVAL_P(contact));
	ZVAL_UNDEF(&body);
	if (job->outcomes) {
		write_tag_ids(&body, Z_ARRVAL_P(part));
		call.operation = "applyTagsToContactIdUsingPOST";
		call.method = "POST";
		call.body = &body;
	} else {
		write_tag_query(&query, Z_ARRVAL_P(part));
		call.operation = "removeTagsFromContactUsingDELETE";
		call.method = "DELETE";
		call.query = isoft_query_text(&query);
	}
	sent = tag_job_send_request(job, &call, Z_ARRVAL_P(part), &reply);
	if (sent && job->outcomes) {
		isoft_tag_outcomes_of_tags(job->outcomes, Z_ARRVAL_P(part), Z_STR_P(contact), Z_ARRVAL(reply));
	}
	if (sent) {
		zval_ptr_dtor(&reply);
	}
	zval_ptr_dtor(&body);
	smart_str_free(&query);
	return sent;
}

/*
 * Sends the ids in parts, in their order, and stops at the first part that fails; `one` is what they are sent with.
 * Returns false with an exception thrown.
 */
static bool send_parts(tag_job *job, zval *one, HashTable *ids, bool (*send_part)(tag_job *, zval *one, zval *part))
{
	zval part, *id;
	bool sent = true;
	uint32_t left = zend_hash_num_elements(ids);

	array_init(&part);
	ZEND_HASH_FOREACH_VAL(ids, id) {
		Z_ADDREF_P(id);
		zend_hash_next_index_insert_new(Z_ARRVAL(part), id);
		left--;
		if (left && zend_hash_num_elements(Z_ARRVAL(part)) < PART_MAX) {
			continue;
		}
		sent = send_part(job, one, &part);
		zval_ptr_dtor(&part);
		array_init(&part);
		if (!sent) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	zval_ptr_dtor(&part);
	return sent;
}

/* Returns false with an exception thrown. */
static bool send_each_tag(tag_job *job)
{
	zval *tag;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(job->tags), tag) {
		if (job->outcomes) {
			isoft_tag_outcomes_begin(job->outcomes, Z_STR_P(tag));
		}
		if (!send_parts(job, tag, Z_ARRVAL(job->contacts), send_contacts)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* Sends in the fewest requests. Returns false with an exception thrown. */
static bool tag_job_send(tag_job *job)
{
	HashTable *tags = Z_ARRVAL(job->tags), *contacts = Z_ARRVAL(job->contacts);

	if (zend_hash_num_elements(tags) > 1 && zend_hash_num_elements(contacts) == 1) {
		return send_parts(job, zend_hash_index_find(contacts, 0), tags, send_tags);
	}
	return send_each_tag(job);
}

/* Returns false with an exception thrown. */
static bool tag_apply(tag_job *job, zval *result)
{
	isoft_tag_outcomes outcomes = {.by_tag = job->by_tag};
	bool applied;

	array_init(result);
	outcomes.results = Z_ARRVAL_P(result);
	job->outcomes = &outcomes;
	applied = tag_job_send(job);
	if (applied && outcomes.failed) {
		smart_str_0(&outcomes.named);
		isoft_tag_outcomes_throw(&outcomes, Z_STR_P(zend_hash_index_find(Z_ARRVAL(job->tags), 0)));
		applied = false;
	}
	isoft_tag_outcomes_free(&outcomes);
	return applied;
}

PHP_FUNCTION(infusionsoft_tag_apply)
{
	tag_job job = {0};
	bool applied;

	if (!tag_job_read(INTERNAL_FUNCTION_PARAM_PASSTHRU, &job)) {
		isoft_trace_refused(job.account);
		RETURN_THROWS();
	}
	applied = tag_apply(&job, return_value);
	tag_job_free(&job);
	if (!applied) {
		isoft_trace_refused(job.account);
		RETURN_THROWS();
	}
}

PHP_FUNCTION(infusionsoft_tag_remove)
{
	tag_job job = {0};
	bool removed;

	if (!tag_job_read(INTERNAL_FUNCTION_PARAM_PASSTHRU, &job)) {
		isoft_trace_refused(job.account);
		RETURN_THROWS();
	}
	removed = tag_job_send(&job);
	tag_job_free(&job);
	if (!removed) {
		isoft_trace_refused(job.account);
		RETURN_THROWS();
	}
}
