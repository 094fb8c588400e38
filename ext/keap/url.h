/*
 * URL: base, path and query, put together and encoded.
 */
#ifndef ISOFT_KEAP_URL_H
#define ISOFT_KEAP_URL_H

#include "php.h"
#include "zend_smart_str.h"

#include "support/failure.h"

/* Whether a path from a caller stays below the base URL. The failure is VALUE. */
bool isoft_path_check(const zend_string *path, isoft_failure *failure);

/* Appends the query: true and false as such, null left out, a list repeats its name. The failure is VALUE. */
bool isoft_query_append(smart_str *url, HashTable *query, isoft_failure *failure);

/* Appends ?name=value or &name=value, encoded. */
void isoft_query_add(smart_str *url, const char *name, const char *value, size_t length);

#endif
