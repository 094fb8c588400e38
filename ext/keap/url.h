/*
 * URL: checks paths from the script, and encodes queries.
 *
 * The caller owns the text that is appended to, also when a function returns false. Takes no lock. May bail out
 * (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_URL_H
#define ISOFT_KEAP_URL_H

#include "php.h"
#include "zend_smart_str.h"

#include "support/attributes.h"
#include "support/failure.h"

/*
 * Checks that a path from the script cannot lead out of the base URL or end the request line. Returns false with a
 * VALUE failure.
 */
ISOFT_MUST_CHECK bool isoft_path_check(const zend_string *path, isoft_failure *failure);

/*
 * Appends the query: true and false as these words, null not at all, a list by repeating its name, an object as
 * what it stands for (keap/object_value.h, also for user code that throws). Returns false with a VALUE failure.
 */
ISOFT_MUST_CHECK bool isoft_query_append(smart_str *url, HashTable *query, isoft_failure *failure);

/* Appends ?name=value, or &name=value when there is a query already; encodes name and value. */
void isoft_query_add(smart_str *url, const char *name, const char *value, size_t length);

/* The text of a query that smart_str_0() has ended; NULL when the query is empty. Borrowed from the query. */
const char *isoft_query_text(const smart_str *query);

#endif
