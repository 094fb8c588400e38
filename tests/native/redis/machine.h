/*
 * Machine: a store with a key, and its connection to the redis-server of the test (server.h).
 *
 * Ownership: the test owns the machine and closes it. Locks: none. Bail-out: never; a failure ends the test.
 */
#ifndef TESTS_REDIS_MACHINE_H
#define TESTS_REDIS_MACHINE_H

#include "redis/protocol.h"

typedef struct {
	isoft_store *store;
	isoft_redis *redis;
	isoft_link link;
	isoft_answer answer;
} machine;

/* Opens a store in a folder of the test, and a connection with the prefix "test". */
void machine_open(machine *self, const char *folder, const char *key);

void machine_close(machine *self);

#endif
