/*
 * Trust: which certificate authorities a libcurl handle accepts: those of a given file, or of a given directory, or the
 * system's.
 *
 * Of the system's, the directory comes before the bundle where OpenSSL can look up one authority in it by the hash of
 * its name: a bundle costs a process some 140 certificates, a directory one. If the authority is not found there, the
 * bundle is tried, and a process in which that succeeded stays with it. So the directory and the bundle are both
 * trusted, as by libcurl's own default.
 *
 * Ownership: strings are borrowed for the call. State: one choice for the process, set atomically. No lock, no Zend:
 * never bails out. Part of the exchange helper too (ext/exchange_helper.c).
 */
#ifndef ISOFT_NET_TRUST_H
#define ISOFT_NET_TRUST_H

#include <curl/curl.h>
#include <stdbool.h>

#include "support/attributes.h"

/* NULL or "": not given. A file comes before a directory. */
typedef struct {
	const char *file;
	const char *directory;
} isoft_trust;

/* Returns nonzero if libcurl lacks an option that checks certificates. */
ISOFT_MUST_CHECK unsigned isoft_trust_set(CURL *easy, const isoft_trust *trust);

/*
 * Call when a transfer ended with `code`, before its handle is taken off. Returns true if the system's directory does
 * not have the authority and the bundle may: the handle is set to it, and the caller begins the transfer again. Nothing
 * of the request was sent. That happens once: *fell_back is false at the first call for a request, and is kept. Both
 * transfers together take `timeout_ms` at most.
 */
ISOFT_MUST_CHECK bool isoft_trust_begins_again(
	CURL *easy, const isoft_trust *trust, long timeout_ms, CURLcode code, bool *fell_back);

/* What another process is to use that begins where this one is: the same, or the bundle by its name. */
isoft_trust isoft_trust_for_exchange(const isoft_trust *trust);

/*
 * Whether the directory holds a name by which OpenSSL looks up an authority, such as "5ed36f99.0". Other TLS libraries
 * need none, and on Windows the directory is not looked at: true then.
 */
bool isoft_trust_finds_in(const char *directory);

/* Whether libcurl's TLS library takes a directory at all. */
bool isoft_trust_takes_directories(void);

/* The system's directory, if it is used; else NULL. The system's bundle, NULL if libcurl names none. */
const char *isoft_trust_system_directory(void);
const char *isoft_trust_system_bundle(void);

#endif
