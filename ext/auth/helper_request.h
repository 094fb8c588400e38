/*
 * Helper request: what the exchange helper gets from the PHP process that starts it, and what it answers.
 *
 * The request lies in a memfd, a file in memory without a name, because it holds secrets: the store's keys, the client
 * secret, the address of Redis with its password, an authorization code. The helper copies it into guarded, locked
 * memory and overwrites it. Helper and extension are built together: the layout needs no version.
 *
 * Ownership: the writer's strings are borrowed for the call; a read request borrows from the memory it was read
 * into. Locks: none. No Zend call: never bails out.
 */
#ifndef ISOFT_AUTH_HELPER_REQUEST_H
#define ISOFT_AUTH_HELPER_REQUEST_H

#include <stdbool.h>
#include <stdint.h>

#include "auth/fleet_setting.h"
#include "auth/token_request.h"
#include "redis/protocol.h"
#include "store/parcel.h"
#include "store/store.h"
#include "support/attributes.h"
#include "support/failure.h"

/* Descriptors of the helper. */
enum {
	ISOFT_HELPER_LOCK = 3,    /* the account's lock: whoever has it open holds it */
	ISOFT_HELPER_REQUEST = 4, /* the memfd */
	ISOFT_HELPER_ANSWER = 5   /* a pipe: one byte when the helper takes over, then the outcome */
};

typedef struct {
	isoft_token_request token; /* without a refresh token: the helper reads it under the lock */
	const char *account;
	uint32_t slot;
	bool force;                       /* a refresh that goes over what other machines said */
	isoft_fleet_setting fleet;        /* where other machines share the grant */
	const isoft_store_parcel *parcel; /* the store */
} isoft_helper_request;

/* What the helper did. */
typedef struct {
	isoft_failure failure;          /* kind NONE: the reply is in `record` */
	bool overtaken;                 /* another process, or another machine, had a newer pair: it is stored */
	bool counted;                   /* failure: it counts as a refresh that failed */
	char life[ISOFT_LIFE_TEXT + 1]; /* under which the pair is known to be the newest (auth/fleet_grant) */
	uint32_t length;
	bool stored;                            /* the record, or it needs not be stored */
	unsigned char record[ISOFT_RECORD_MAX]; /* with the unread reply (auth/unread_reply) */
} isoft_helper_outcome;

/* Returns the descriptor of a memfd with the request, -1 if there can be none. The caller closes it. */
ISOFT_MUST_CHECK int isoft_helper_request_write(const isoft_helper_request *request);

/* Reads the request and overwrites it in the memfd. Returns the memory that it lies in, NULL on failure. The process
 * keeps that memory until it ends. */
ISOFT_MUST_CHECK void *isoft_helper_request_read(int descriptor, isoft_helper_request *request);

#endif
