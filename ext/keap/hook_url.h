/*
 * Hook URL: the address of a REST hook, and the mark in its query that only Keap was given.
 *
 * Proxies and frameworks change an address on its way: the scheme and the host, the order of the query, how its bytes
 * are encoded, the slash at the end. A mark therefore covers the decoded path and the decoded query in a fixed order,
 * and nothing else.
 *
 * Ownership: the caller frees what isoft_hook_url_read() filled, and the strings that are returned. Takes no lock. May
 * bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_HOOK_URL_H
#define ISOFT_KEAP_HOOK_URL_H

#include "php.h"

#include "support/attributes.h"
#include "support/failure.h"

/* Name of the mark in the query. */
#define ISOFT_HOOK_MARK "keap_mark"

typedef struct {
	zend_string *covered; /* what the mark covers */
	zend_string *mark;    /* as it arrived; NULL: there is none, or there are several */
} isoft_hook_url;

/* Checks an address that Keap is to call. Returns false with a VALUE failure. */
ISOFT_MUST_CHECK bool isoft_hook_url_check(const zend_string *url, isoft_failure *failure);

/* Reads an address with or without scheme and host. Any text can be read. */
void isoft_hook_url_read(const zend_string *url, isoft_hook_url *read);

/* Returns the address with the mark. */
zend_string *isoft_hook_url_with(const zend_string *url, const char *mark);

/* Returns the address without its mark, which is a secret. */
zend_string *isoft_hook_url_without(const zend_string *url);

/*
 * Returns whether both are the same address with the same mark, however each is written: Keap may give back another
 * spelling than it was given.
 */
bool isoft_hook_url_same(const zend_string *one, const zend_string *other);

/* Returns whether both addresses have the same scheme, host and port. */
bool isoft_hook_url_same_origin(const zend_string *one, const zend_string *other);

void isoft_hook_url_free(isoft_hook_url *read);

#endif
