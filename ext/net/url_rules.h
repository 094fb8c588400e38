/*
 * URL rules: where a request may go. https anywhere, plain http to this machine alone. No Zend; a thread
 * keeps the origin that was good last.
 */
#ifndef ISOFT_NET_URL_RULES_H
#define ISOFT_NET_URL_RULES_H

#include <stdbool.h>

typedef struct {
	bool loopback; /* the host is this machine: no proxy has any business in between */
	bool plain;    /* http */
} isoft_url_rules;

/* NULL where the URL may be used; else what is wrong with it, a phrase that does not repeat the URL. */
const char *isoft_url_rules_check(const char *url, isoft_url_rules *rules);

#endif
