/*
 * URL rules: where a request may go: https anywhere, plain http to this machine only.
 *
 * Ownership: the arguments are the caller's. Each thread remembers the last origin that was accepted. No lock, no Zend:
 * never bails out.
 */
#ifndef ISOFT_NET_URL_RULES_H
#define ISOFT_NET_URL_RULES_H

#include <stdbool.h>

#include "support/attributes.h"

typedef struct {
	bool loopback; /* the host is this machine: no proxy must be used */
	bool plain;    /* http, not https */
} isoft_url_rules;

/* Fills the rules and returns NULL if the URL may be used; else a phrase that says why not and does not repeat the URL.
 */
ISOFT_MUST_CHECK const char *isoft_url_rules_check(const char *url, isoft_url_rules *rules);

#endif
