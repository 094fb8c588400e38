/*
 * Address: what infusionsoft.shared_store says: where Redis is, and how to log in there.
 *
 *     redis://[[user]:password@]host[:port][/database][?prefix=text]
 *     rediss://…                     with TLS
 *     unix:/path[?db=number&prefix=text]
 *     redis+sentinel://[[user]:password@]host[:port],host[:port],…/name[?db=number&prefix=text]
 *
 * User and password are percent-encoded. No message repeats the setting, which may hold a password.
 *
 * Ownership: the struct is the caller's; it holds a secret and is ended with isoft_address_wipe(). No lock, no Zend:
 * never bails out.
 */
#ifndef ISOFT_REDIS_ADDRESS_H
#define ISOFT_REDIS_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "support/attributes.h"
#include "support/failure.h"

enum {
	ISOFT_ADDRESS_HOSTS = 8,
	ISOFT_ADDRESS_TEXT = 256, /* bytes of a host, user, password or name with its NUL */
	ISOFT_ADDRESS_PREFIX = 64
};

typedef enum {
	ISOFT_ADDRESS_TCP,
	ISOFT_ADDRESS_TLS,
	ISOFT_ADDRESS_UNIX,
	ISOFT_ADDRESS_SENTINEL /* the hosts are Sentinels that know where the master is */
} isoft_address_kind;

typedef struct {
	char name[ISOFT_ADDRESS_TEXT]; /* of an IPv6 address without brackets; of a UNIX socket its path */
	int port;
} isoft_address_host;

typedef struct {
	isoft_address_kind kind;
	size_t hosts;
	isoft_address_host host[ISOFT_ADDRESS_HOSTS];
	char master[ISOFT_ADDRESS_TEXT]; /* SENTINEL: the name of the master */
	char user[ISOFT_ADDRESS_TEXT];
	char password[ISOFT_ADDRESS_TEXT];
	int database;
	char prefix[ISOFT_ADDRESS_PREFIX + 1]; /* of all keys */
} isoft_address;

/* Reads the setting. Returns false with a CONFIGURATION failure filled and the address wiped. */
ISOFT_MUST_CHECK bool isoft_address_read(isoft_address *address, const char *setting, isoft_failure *failure);

void isoft_address_wipe(isoft_address *address);

#endif
