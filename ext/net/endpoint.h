/*
 * Endpoint: checks whether secrets may be sent to a URL of the settings, and whether a browser may be sent back to one.
 *
 * Ownership: all arguments are the caller's. No lock, no Zend: never bails out.
 */
#ifndef ISOFT_NET_ENDPOINT_H
#define ISOFT_NET_ENDPOINT_H

#include <stdbool.h>

#include "support/attributes.h"
#include "support/failure.h"

/*
 * Accepts https, and http to this machine, without user, query and fragment. Returns false with a CONFIGURATION failure
 * that names the setting.
 */
ISOFT_MUST_CHECK bool isoft_endpoint_check(const char *setting, const char *url, isoft_failure *failure);

/* The same for a redirect URI, which may have a query. Returns false with a VALUE failure. */
ISOFT_MUST_CHECK bool isoft_redirect_check(const char *url, isoft_failure *failure);

#endif
