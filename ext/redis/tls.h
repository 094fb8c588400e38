/*
 * TLS: the encrypted connection of rediss://, by the SSL part of hiredis (1.0 and later), which not every system has.
 *
 * Ownership: the caller owns what isoft_tls_begin() returns, and frees it after the connection. No lock, no Zend: never
 * bails out.
 */
#ifndef ISOFT_REDIS_TLS_H
#define ISOFT_REDIS_TLS_H

#include <stdbool.h>
#include <stddef.h>

#include "support/attributes.h"
#include "support/failure.h"

typedef struct isoft_tls isoft_tls;

/* Whom rediss:// trusts. Both "": what OpenSSL finds by itself. */
typedef struct {
	const char *ca_file;
	const char *ca_path;
} isoft_redis_trust;

struct redisContext;

/*
 * Makes the handshake and checks the server's certificate, which must be of `host`. `where`: host and port, for
 * messages. NULL with the failure filled.
 */
ISOFT_MUST_CHECK isoft_tls *isoft_tls_begin(struct redisContext *context, const char *host, const char *where,
	const isoft_redis_trust *trust, isoft_failure *failure);

/* NULL is allowed. */
void isoft_tls_free(isoft_tls *tls);

/* Whether this build can speak TLS with Redis. Returns false with a CONFIGURATION failure filled. */
ISOFT_MUST_CHECK bool isoft_tls_is_possible(isoft_failure *failure);

#endif
