/*
 * Connection: the options that make a libcurl handle's connections safe and long-lived. No Zend, no state.
 */
#ifndef ISOFT_NET_CONNECTION_H
#define ISOFT_NET_CONNECTION_H

#include <curl/curl.h>
#include <stdbool.h>

#include "net/request.h"
#include "net/url_rules.h"

/* False where libcurl cannot do what our promises need; the handle must not be used then. */
bool isoft_connection_set(CURL *easy, const isoft_request *request, const isoft_url_rules *rules);

#endif
