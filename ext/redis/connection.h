/*
 * Connection: one connection to Redis, by hiredis, and commands on it with a deadline.
 *
 * Promises: a command ends by its deadline. A connection on which one failed is not usable any more, unless Redis
 * answered with an error. A failure names the host and the cause, never the password or a value.
 *
 * Ownership: the caller owns the connection and closes it with isoft_redis_close(), which sends nothing: so a forked
 * child can close its copy, and only the parent may use it. Replies are the caller's (freeReplyObject).
 *
 * Locks: none; SIGPIPE is held back while a command is written. No Zend: never bails out.
 */
#ifndef ISOFT_REDIS_CONNECTION_H
#define ISOFT_REDIS_CONNECTION_H

#include <stdint.h>

#include "redis/address.h"
#include "redis/tls.h"
#include "support/attributes.h"
#include "support/failure.h"

typedef struct redisReply redisReply;
typedef struct isoft_redis isoft_redis;

enum { ISOFT_REDIS_PARTS_MAX = 32, ISOFT_REDIS_LIBRARY_TEXT = 64 };

/* A part of a command: bytes with their length. */
typedef struct {
	const char *bytes;
	size_t length;
} isoft_redis_text;

/*
 * Connects, logs in and selects the database. `deadline` is in monotonic milliseconds. Returns NULL with the failure
 * filled: CONFIGURATION if Redis refused the login or the setting asks for what this build lacks, else TRANSPORT.
 */
ISOFT_MUST_CHECK isoft_redis *isoft_redis_open(
	const isoft_address *address, const isoft_redis_trust *trust, int64_t deadline, isoft_failure *failure);

/* Sends nothing. NULL is allowed. */
void isoft_redis_close(isoft_redis *redis);

/*
 * Sends a command of at most ISOFT_REDIS_PARTS_MAX parts and returns Redis's reply, which is no error. NULL with the
 * failure filled: CONFIGURATION if Redis refuses the command to this user, else TRANSPORT. If no reply came, Redis may
 * have carried the command out.
 */
ISOFT_MUST_CHECK redisReply *isoft_redis_command(
	isoft_redis *redis, const isoft_redis_text *parts, int count, int64_t deadline, isoft_failure *failure);

/* Whether the connection can take another command. */
bool isoft_redis_is_usable(const isoft_redis *redis);

/* Names the library and its version, and says whether it can speak TLS: for phpinfo. */
void isoft_redis_library(char text[ISOFT_REDIS_LIBRARY_TEXT]);

/* Whether this build can reach what the address names. Returns false with a CONFIGURATION failure filled. */
ISOFT_MUST_CHECK bool isoft_redis_can_reach(const isoft_address *address, isoft_failure *failure);

#endif
