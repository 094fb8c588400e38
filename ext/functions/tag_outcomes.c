#include "php_infusionsoft.h"

#include "functions/tag_outcomes.h"

#include "client/id_cache.h"
#include "support/array.h"
#include "support/exceptions.h"

enum { NAMED_MAX = 5 /* failed outcomes that a message names */ };

/* The map from contact to outcome that the tag's outcomes belong into. */
static HashTable *outcomes_of(isoft_tag_outcomes *self, zend_string *tag)
{
	zval *map, empty;

	if (!self->by_tag) {
		return self->results;
	}
	map = zend_symtable_find(self->results, tag);
	if (!map) {
		array_init(&empty);
		map = zend_symtable_update(self->results, tag, &empty);
	}
	return Z_ARRVAL_P(map);
}

void isoft_tag_outcomes_begin(isoft_tag_outcomes *self, zend_string *tag)
{
	outcomes_of(self, tag);
}

static void add_failure(
	isoft_tag_outcomes *self, const zend_string *tag, const zend_string *contact, const char *outcome)
{
	const char *comma = self->named.s ? ", " : "";

	if (self->failed++ >= NAMED_MAX) {
		return;
	}
	if (self->by_tag) {
		smart_str_append_printf(
			&self->named, "%stag %s to contact %s (%.60s)", comma, ZSTR_VAL(tag), ZSTR_VAL(contact), outcome);
	} else {
		smart_str_append_printf(&self->named, "%s%s (%.60s)", comma, ZSTR_VAL(contact), outcome);
	}
}

/* Adds one outcome; NULL, or what is no string: Keap's reply has none. */
static void add_outcome(isoft_tag_outcomes *self, zend_string *tag, zend_string *contact, zval *outcome)
{
	self->asked++;
	if (!outcome || Z_TYPE_P(outcome) != IS_STRING) {
		self->acted = true;
		add_failure(self, tag, contact, "missing from Keap's reply");
		return;
	}
	Z_TRY_ADDREF_P(outcome);
	zend_symtable_update(outcomes_of(self, tag), contact, outcome);
	if (zend_string_equals_literal(Z_STR_P(outcome), "SUCCESS")
		|| zend_string_equals_literal(Z_STR_P(outcome), "DUPLICATE")) {
		self->acted = true; /* also for DUPLICATE: an earlier try, whose reply was lost, may have applied the tag */
	} else {
		add_failure(self, tag, contact, Z_STRVAL_P(outcome));
	}
}

void isoft_tag_outcomes_of_contacts(isoft_tag_outcomes *self, zend_string *tag, HashTable *contacts, HashTable *reply)
{
	zval *results = isoft_array_member(reply, "results"), *contact;

	ZEND_HASH_FOREACH_VAL(contacts, contact) {
		add_outcome(self, tag, Z_STR_P(contact),
			results && Z_TYPE_P(results) == IS_ARRAY ? zend_symtable_find(Z_ARRVAL_P(results), Z_STR_P(contact))
													 : NULL);
	}
	ZEND_HASH_FOREACH_END();
}

/* The outcome in one entry of the list; NULL when the entry is about another tag. */
static zval *find_in_entry(HashTable *entry, zend_string *tag)
{
	zval *outcome = zend_symtable_find(entry, tag);
	zval *key = isoft_array_member(entry, "key");
	zend_string *text, *unused;
	bool same;

	if (outcome || !key) {
		return outcome;
	}
	text = zval_get_tmp_string(key, &unused);
	same = zend_string_equals(text, tag);
	zend_tmp_string_release(unused);
	return same ? isoft_array_member(entry, "value") : NULL;
}

static zval *find_in_list(HashTable *list, zend_string *tag)
{
	zval *entry, *outcome;

	ZEND_HASH_FOREACH_VAL(list, entry) {
		outcome = Z_TYPE_P(entry) == IS_ARRAY ? find_in_entry(Z_ARRVAL_P(entry), tag) : NULL;
		if (outcome) {
			return outcome;
		}
	}
	ZEND_HASH_FOREACH_END();
	return NULL;
}

void isoft_tag_outcomes_of_tags(isoft_tag_outcomes *self, HashTable *tags, zend_string *contact, HashTable *reply)
{
	bool is_list = zend_array_is_list(reply);
	zval *tag, *outcome;

	ZEND_HASH_FOREACH_VAL(tags, tag) {
		outcome = is_list ? find_in_list(reply, Z_STR_P(tag)) : zend_symtable_find(reply, Z_STR_P(tag));
		add_outcome(self, Z_STR_P(tag), contact, outcome);
		if (outcome && Z_TYPE_P(outcome) == IS_STRING
			&& zend_string_equals_literal(Z_STR_P(outcome), "TAG_ID_NOT_FOUND")) {
			isoft_id_cache_forget(Z_STRVAL_P(tag));
		}
	}
	ZEND_HASH_FOREACH_END();
}

void isoft_tag_outcomes_throw(const isoft_tag_outcomes *self, const zend_string *tag)
{
	isoft_failure failure;
	zval results;
	isoft_api_reply reply = {.results = &results};
	const char *named = ZSTR_VAL(self->named.s), *rest = self->failed > NAMED_MAX ? ", …" : "";

	ZVAL_ARR(&results, self->results);
	if (self->by_tag) {
		isoft_fail(&failure, ISOFT_FAILURE_API, "Keap could not apply tags to contacts in %u of %u cases: %s%s",
			self->failed, self->asked, named, rest);
	} else {
		isoft_fail(&failure, ISOFT_FAILURE_API, "Keap could not apply tag %s to %u of %u contacts: %s%s", ZSTR_VAL(tag),
			self->failed, self->asked, named, rest);
	}
	failure.status = 200;
	failure.may_sent = self->acted;
	isoft_throw_api(&failure, &reply);
}

void isoft_tag_outcomes_free(isoft_tag_outcomes *self)
{
	smart_str_free(&self->named);
}
