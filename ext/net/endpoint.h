/*
 * Endpoint: whether a URL from the settings is one that secrets may go to. No Zend.
 */
#ifndef ISOFT_NET_ENDPOINT_H
#define ISOFT_NET_ENDPOINT_H

#include <stdbool.h>

#include "support/failure.h"

/* https, or http to this very machine; without user, query and fragment. False fills a CONFIGURATION failure naming the
 * setting. */
bool isoft_endpoint_check(const char *setting, const char *url, isoft_failure *failure);

/* The same for an address that a person's browser is sent back to; a query is fine. The failure is VALUE. */
bool isoft_redirect_check(const char *url, isoft_failure *failure);

#endif
