/*
 * Server: a redis-server of a test, on a socket in the test's folder.
 *
 * Ownership: the server is a child of the test's process and ends with it (scene.h). Locks: none. Bail-out: never.
 */
#ifndef TESTS_REDIS_SERVER_H
#define TESTS_REDIS_SERVER_H

#include <sys/types.h>

#include "redis/address.h"

/* Starts redis-server in the folder and waits until it answers. More settings end with NULL. Fails the test otherwise.
 */
pid_t server_start(const char *folder, const char *const settings[]);

/* Ends it with SIGTERM, as a service manager does, and waits for its end: with `save` set it saves before. */
void server_stop(pid_t server);

/* Where it is. */
isoft_address server_address(const char *folder);

/* Runs a command of a few words and returns its reply as text, or as "array of N"; "" for nil. Valid until the next
 * call. */
const char *server_ask(const char *folder, const char *const words[]);

#endif
