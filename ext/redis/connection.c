#include "redis/connection.h"

#include <errno.h>
#include <hiredis/hiredis.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "redis/tls.h"
#include "support/assert.h"
#include "support/clock.h"

static const char RIGHTS[] =
	". The user needs the keys ~{prefix}:* (~{infusionsoft}:* without ?prefix=) and the commands +eval +info +time "
	"+hget +hmget +hset +hdel +del +pexpire +pexpireat +zadd +zrange +zrem +zremrangebyscore";
static const char CLUSTER[] =
	". In a cluster all keys of one prefix lie in one slot, by the hash tag {prefix}, and the node that has the slot "
	"must be named in infusionsoft.shared_store: name that node, or choose a prefix (?prefix=) whose slot is on this "
	"one";

struct isoft_redis {
	redisContext *context;
	isoft_tls *tls;                      /* NULL: without TLS */
	char where[ISOFT_ADDRESS_TEXT + 16]; /* for messages */
};

/* hiredis takes a time of 0 as no limit. */
static struct timeval time_left(int64_t deadline)
{
	int64_t left = deadline - isoft_clock_monotonic_ms();

	left = left > 0 ? left : 1;
	return (struct timeval){.tv_sec = (time_t)(left / 1000), .tv_usec = (suseconds_t)(left % 1000) * 1000};
}

/* With the error of hiredis; 0.14 reports a timeout as the system does. */
static bool fail_here(const isoft_redis *redis, isoft_failure *failure)
{
	const redisContext *context = redis->context;
	const char *cause = context ? context->errstr : "there is no memory";

	if (context && context->err == REDIS_ERR_IO && (errno == EAGAIN || errno == ETIMEDOUT)) {
		cause = "it did not answer in time";
	}
	return isoft_fail(failure, ISOFT_FAILURE_TRANSPORT, "Redis at %s (infusionsoft.shared_store) cannot be used: %s",
		redis->where, cause);
}

/* Replies that mean a wrong setting, here or in Redis, and what to do where Redis does not say it. */
static const struct {
	const char *begins;
	const char *advice;
} SETTINGS[] = {
	{"NOAUTH", ""},
	{"WRONGPASS", ""},
	{"NOPERM", RIGHTS},
	{"ERR The user executing the script", RIGHTS},
	{"ERR ACL failure in script", RIGHTS}, /* of Redis 8 */
	{"ERR AUTH", ""},
	{"ERR invalid password", ""},
	{"ERR Client sent AUTH", ""},
	{"ERR DB index", ""},
	{"ERR SELECT is not allowed in cluster mode", ": a cluster has database 0 only"},
	{"ERR unknown command", ""},
	{"WRONGTYPE", ""},
	{"MOVED", CLUSTER},
	{"CROSSSLOT", CLUSTER},
};

/* Redis's own words name no value of the command, except those of a script's author. */
static bool fail_refused(const isoft_redis *redis, const redisReply *reply, isoft_failure *failure)
{
	for (size_t i = 0; i < sizeof(SETTINGS) / sizeof(*SETTINGS); i++) {
		if (strncmp(reply->str, SETTINGS[i].begins, strlen(SETTINGS[i].begins)) == 0) {
			return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
				"Redis at %s (infusionsoft.shared_store) refuses: %.300s%s", redis->where, reply->str,
				SETTINGS[i].advice);
		}
	}
	return isoft_fail(failure, ISOFT_FAILURE_TRANSPORT, "Redis at %s (infusionsoft.shared_store) refuses: %.300s",
		redis->where, reply->str);
}

/* A connection that Redis has closed must not end the process. hiredis has no way to write without the signal. */
typedef struct {
	sigset_t before;
	bool was_pending;
} held_sigpipe;

static void hold_sigpipe(held_sigpipe *held)
{
	sigset_t pipe_only, pending;

	sigemptyset(&pipe_only);
	sigaddset(&pipe_only, SIGPIPE);
	sigpending(&pending);
	held->was_pending = sigismember(&pending, SIGPIPE) == 1;
	pthread_sigmask(SIG_BLOCK, &pipe_only, &held->before);
}

static void release_sigpipe(const held_sigpipe *held)
{
	static const struct timespec no_wait = {0, 0};
	sigset_t pipe_only;
	int error = errno;

	sigemptyset(&pipe_only);
	sigaddset(&pipe_only, SIGPIPE);
	while (!held->was_pending && sigtimedwait(&pipe_only, NULL, &no_wait) == -1 && errno == EINTR) {
	}
	pthread_sigmask(SIG_SETMASK, &held->before, NULL);
	errno = error;
}

static redisReply *exchange(isoft_redis *redis, const isoft_redis_text *parts, int count, int64_t deadline)
{
	const char *bytes[ISOFT_REDIS_PARTS_MAX];
	size_t lengths[ISOFT_REDIS_PARTS_MAX];
	redisReply *reply = NULL;
	held_sigpipe held;

	ISOFT_ASSERT(count <= ISOFT_REDIS_PARTS_MAX);
	for (int i = 0; i < count; i++) {
		bytes[i] = parts[i].bytes;
		lengths[i] = parts[i].length;
	}
	hold_sigpipe(&held);
	errno = 0;
	if (redisSetTimeout(redis->context, time_left(deadline)) == REDIS_OK) {
		reply = redisCommandArgv(redis->context, count, bytes, lengths);
	}
	release_sigpipe(&held);
	return reply;
}

redisReply *isoft_redis_command(
	isoft_redis *redis, const isoft_redis_text *parts, int count, int64_t deadline, isoft_failure *failure)
{
	redisReply *reply = exchange(redis, parts, count, deadline);

	if (!reply) {
		fail_here(redis, failure);
		return NULL;
	}
	if (reply->type == REDIS_REPLY_ERROR) {
		fail_refused(redis, reply, failure);
		freeReplyObject(reply);
		return NULL;
	}
	return reply;
}

bool isoft_redis_is_usable(const isoft_redis *redis)
{
	return redis && redis->context && !redis->context->err;
}

static isoft_redis_text text_of(const char *text)
{
	return (isoft_redis_text){text, strlen(text)};
}

/* Sends a command whose reply says nothing but that it was done. */
static bool do_command(
	isoft_redis *redis, const isoft_redis_text *parts, int count, int64_t deadline, isoft_failure *failure)
{
	redisReply *reply = isoft_redis_command(redis, parts, count, deadline, failure);
	bool done = reply != NULL;

	freeReplyObject(reply);
	return done;
}

static bool log_in(isoft_redis *redis, const char *user, const char *password, int64_t deadline, isoft_failure *failure)
{
	const isoft_redis_text parts[] = {text_of("AUTH"), text_of(user), text_of(password)};
	const isoft_redis_text without_user[] = {parts[0], parts[2]};

	if (!*password) {
		return true;
	}
	return *user ? do_command(redis, parts, 3, deadline, failure)
				 : do_command(redis, without_user, 2, deadline, failure);
}

static bool select_database(isoft_redis *redis, int database, int64_t deadline, isoft_failure *failure)
{
	char number[16];

	snprintf(number, sizeof(number), "%d", database);
	return !database
		|| do_command(redis, (isoft_redis_text[]){text_of("SELECT"), text_of(number)}, 2, deadline, failure);
}

static bool connect_to(isoft_redis *redis, const isoft_address *address, const isoft_address_host *host,
	const isoft_redis_trust *trust, int64_t deadline, isoft_failure *failure)
{
	struct timeval left = time_left(deadline);

	if (address->kind == ISOFT_ADDRESS_UNIX) {
		snprintf(redis->where, sizeof(redis->where), "%s", host->name);
		redis->context = redisConnectUnixWithTimeout(host->name, left);
	} else {
		snprintf(redis->where, sizeof(redis->where), "%s:%d", host->name, host->port);
		redis->context = redisConnectWithTimeout(host->name, host->port, left);
	}
	if (!isoft_redis_is_usable(redis)) {
		return fail_here(redis, failure);
	}
	if (address->kind == ISOFT_ADDRESS_TLS) {
		redisSetTimeout(redis->context, time_left(deadline));
		redis->tls = isoft_tls_begin(redis->context, host->name, redis->where, trust, failure);
		return redis->tls != NULL;
	}
	return true;
}

/* Connects to the host, and logs in with user and password. */
static isoft_redis *open_host(const isoft_address *address, const isoft_address_host *host,
	const isoft_redis_trust *trust, int64_t deadline, isoft_failure *failure)
{
	isoft_redis *redis = calloc(1, sizeof(*redis));

	if (!redis) {
		isoft_fail(failure, ISOFT_FAILURE_TRANSPORT, "There is no memory for a connection to Redis");
		return NULL;
	}
	if (!connect_to(redis, address, host, trust, deadline, failure)
		|| !log_in(redis, address->user, address->password, deadline, failure)) {
		isoft_redis_close(redis);
		return NULL;
	}
	return redis;
}

/* Asks one Sentinel where the master is. Returns false with the failure filled, also if it does not know. */
static bool ask_sentinel(const isoft_address *address, const isoft_address_host *sentinel, isoft_address_host *master,
	int64_t deadline, isoft_failure *failure)
{
	static const isoft_redis_trust no_trust = {"", ""};
	isoft_address plain = {.kind = ISOFT_ADDRESS_TCP};
	isoft_redis *redis = open_host(&plain, sentinel, &no_trust, deadline, failure);
	redisReply *reply;
	bool known;

	if (!redis) {
		return isoft_fail(failure, ISOFT_FAILURE_TRANSPORT,
			"No Sentinel of infusionsoft.shared_store answers: the one at %s:%d cannot be reached", sentinel->name,
			sentinel->port);
	}
	reply = isoft_redis_command(redis,
		(isoft_redis_text[]){text_of("SENTINEL"), text_of("get-master-addr-by-name"), text_of(address->master)}, 3,
		deadline, failure);
	known = reply && reply->type == REDIS_REPLY_ARRAY && reply->elements == 2 && reply->element[0]->str
		&& reply->element[1]->str && strlen(reply->element[0]->str) < sizeof(master->name);
	if (known) {
		strcpy(master->name, reply->element[0]->str);
		master->port = atoi(reply->element[1]->str);
	} else if (reply) {
		isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
			"The Sentinel at %s does not know the master that infusionsoft.shared_store names", redis->where);
	}
	freeReplyObject(reply);
	isoft_redis_close(redis);
	return known;
}

/* A Sentinel that hangs leaves the others and the master their share of the time. */
static isoft_redis *open_master(
	const isoft_address *address, const isoft_redis_trust *trust, int64_t deadline, isoft_failure *failure)
{
	isoft_address_host master;

	for (size_t i = 0; i < address->hosts; i++) {
		int64_t now = isoft_clock_monotonic_ms(), shares = (int64_t)(address->hosts - i) + 1;

		if (ask_sentinel(address, &address->host[i], &master, now + (deadline - now) / shares, failure)) {
			return open_host(address, &master, trust, deadline, failure);
		}
	}
	return NULL;
}

isoft_redis *isoft_redis_open(
	const isoft_address *address, const isoft_redis_trust *trust, int64_t deadline, isoft_failure *failure)
{
	isoft_redis *redis;

	if (!isoft_redis_can_reach(address, failure)) {
		return NULL;
	}
	redis = address->kind == ISOFT_ADDRESS_SENTINEL ? open_master(address, trust, deadline, failure)
													: open_host(address, &address->host[0], trust, deadline, failure);
	if (redis && !select_database(redis, address->database, deadline, failure)) {
		isoft_redis_close(redis);
		redis = NULL;
	}
	return redis;
}

void isoft_redis_close(isoft_redis *redis)
{
	if (redis) {
		if (redis->context) {
			redisFree(redis->context);
		}
		isoft_tls_free(redis->tls);
		free(redis);
	}
}

bool isoft_redis_can_reach(const isoft_address *address, isoft_failure *failure)
{
	return address->kind != ISOFT_ADDRESS_TLS || isoft_tls_is_possible(failure);
}

void isoft_redis_library(char text[ISOFT_REDIS_LIBRARY_TEXT])
{
	isoft_failure ignored;

	snprintf(text, ISOFT_REDIS_LIBRARY_TEXT, "hiredis %d.%d.%d, %s TLS", HIREDIS_MAJOR, HIREDIS_MINOR, HIREDIS_PATCH,
		isoft_tls_is_possible(&ignored) ? "with" : "without");
}
