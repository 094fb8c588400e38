/*
 * Connection: sets the options that make the connections of a libcurl handle safe and long-lived: scheme, proxy, TLS,
 * timeouts, and when a connection is made and given up. Also makes the multi handles that hold connections.
 *
 * Ownership: the request is borrowed; libcurl copies its strings. No state, no lock, no Zend: never bails out.
 */
#ifndef ISOFT_NET_CONNECTION_H
#define ISOFT_NET_CONNECTION_H

#include <curl/curl.h>
#include <stdbool.h>

#include "net/request.h"
#include "net/url_rules.h"
#include "support/attributes.h"

/* Returns false if libcurl lacks an option that the promises of net/transport need. Do not use the handle then. */
ISOFT_MUST_CHECK bool isoft_connection_set(CURL *easy, const isoft_request *request, const isoft_url_rules *rules);

/*
 * A multi handle that keeps at most this many connections. The caller frees it. Returns NULL if libcurl cannot create
 * it.
 */
CURLM *isoft_connection_new_multi(long kept_max);

#endif
