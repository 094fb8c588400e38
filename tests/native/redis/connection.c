/* A connection to Redis: logins, deadlines, and servers that go away. */
#include "redis/connection.h"

#include <hiredis/hiredis.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "scene.h"
#include "server.h"
#include "support/clock.h"

static const isoft_redis_trust no_trust = {"", ""};
static const isoft_redis_text ping[] = {{"PING", 4}};

static isoft_redis *open_with(const char *user, const char *password)
{
	isoft_address address = server_address(scene_folder);

	snprintf(address.user, sizeof(address.user), "%s", user);
	snprintf(address.password, sizeof(address.password), "%s", password);
	return isoft_redis_open(&address, &no_trust, isoft_clock_monotonic_ms() + 5000, &scene_failure);
}

static bool pings(isoft_redis *redis, int64_t within_ms)
{
	redisReply *reply = isoft_redis_command(redis, ping, 1, isoft_clock_monotonic_ms() + within_ms, &scene_failure);
	bool is_pong = reply && reply->type == REDIS_REPLY_STATUS;

	freeReplyObject(reply);
	return is_pong;
}

static void login(void)
{
	isoft_redis *redis;

	server_start(scene_folder,
		(const char *[]){"--requirepass", "hunter2", "--user", "keap", "on", ">s3cret", "~*", "+@all", NULL});
	redis = open_with("", "hunter2");
	need(redis && pings(redis, 5000));
	isoft_redis_close(redis);
	redis = open_with("keap", "s3cret");
	need(redis && pings(redis, 5000));
	isoft_redis_close(redis);
	need(!open_with("", "hunter3") && scene_failure.kind == ISOFT_FAILURE_CONFIGURATION);
	need(scene_says("infusionsoft.shared_store") && !scene_says("hunter3"));
	redis = open_with("", "");
	need(redis && !pings(redis, 5000) && scene_failure.kind == ISOFT_FAILURE_CONFIGURATION);
	isoft_redis_close(redis);
}

static void forbidden_command(void)
{
	static const isoft_redis_text script[] = {{"EVAL", 4}, {"return 1", 8}, {"0", 1}};
	isoft_redis *redis;

	server_start(scene_folder, (const char *[]){"--user", "keap", "on", ">x", "~*", "+@all", "-eval", NULL});
	redis = open_with("keap", "x");
	need(redis && !isoft_redis_command(redis, script, 3, isoft_clock_monotonic_ms() + 5000, &scene_failure));
	need(scene_failure.kind == ISOFT_FAILURE_CONFIGURATION && scene_says("NOPERM"));
	need(isoft_redis_is_usable(redis));
	isoft_redis_close(redis);
}

static void hanging(void)
{
	pid_t server = server_start(scene_folder, NULL);
	isoft_redis *redis = open_with("", "");
	int64_t began = isoft_clock_monotonic_ms();

	need(redis != NULL);
	kill(server, SIGSTOP);
	need(!pings(redis, 200) && scene_failure.kind == ISOFT_FAILURE_TRANSPORT);
	need(isoft_clock_monotonic_ms() >= began + 200 && scene_says("did not answer in time"));
	need(!isoft_redis_is_usable(redis));
	isoft_redis_close(redis);
	kill(server, SIGCONT);
}

static void gone(void)
{
	pid_t server = server_start(scene_folder, NULL);
	isoft_redis *redis = open_with("", "");

	need(redis != NULL);
	server_stop(server);
	signal(SIGPIPE, SIG_DFL);
	need(!pings(redis, 5000) && scene_failure.kind == ISOFT_FAILURE_TRANSPORT);
	need(!open_with("", "") && scene_failure.kind == ISOFT_FAILURE_TRANSPORT && scene_says("redis.sock"));
	isoft_redis_close(redis);
}

static void databases(void)
{
	static const isoft_redis_text set[] = {{"SET", 3}, {"a", 1}, {"b", 1}};
	isoft_address address;
	isoft_redis *redis;
	redisReply *reply;

	server_start(scene_folder, NULL);
	address = server_address(scene_folder);
	address.database = 3;
	redis = isoft_redis_open(&address, &no_trust, isoft_clock_monotonic_ms() + 5000, &scene_failure);
	need(redis != NULL);
	reply = isoft_redis_command(redis, set, 3, isoft_clock_monotonic_ms() + 5000, &scene_failure);
	need(reply != NULL);
	freeReplyObject(reply);
	isoft_redis_close(redis);
	need(strcmp(server_ask(scene_folder, (const char *[]){"EXISTS", "a", NULL}), "0") == 0);
	address.database = 999;
	need(!isoft_redis_open(&address, &no_trust, isoft_clock_monotonic_ms() + 5000, &scene_failure));
	need(scene_failure.kind == ISOFT_FAILURE_CONFIGURATION);
}

static void without_tls(void)
{
	isoft_address address = {.kind = ISOFT_ADDRESS_TLS, .hosts = 1, .host = {{"127.0.0.1", 1}}};

	if (isoft_redis_can_reach(&address, &scene_failure)) {
		scene_skip("this build has TLS for Redis");
	}
	need(!isoft_redis_open(&address, &no_trust, isoft_clock_monotonic_ms() + 5000, &scene_failure));
	need(scene_failure.kind == ISOFT_FAILURE_CONFIGURATION && scene_says("no TLS for Redis"));
}

/* Takes connections and never answers. Returns its socket and port. */
static int listen_only(int *port)
{
	struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t length = sizeof(at);
	int listener = socket(AF_INET, SOCK_STREAM, 0);

	need(listener >= 0 && bind(listener, (struct sockaddr *)&at, length) == 0 && listen(listener, 1) == 0);
	need(getsockname(listener, (struct sockaddr *)&at, &length) == 0);
	*port = ntohs(at.sin_port);
	return listener;
}

/* The second port belongs to nobody: it refuses at once. */
static void hanging_sentinel(void)
{
	isoft_address address = {.kind = ISOFT_ADDRESS_SENTINEL, .hosts = 2, .host = {{"127.0.0.1", 0}, {"127.0.0.1", 0}}};
	int64_t deadline = isoft_clock_monotonic_ms() + 6000;
	int listener;

	close(listen_only(&address.host[1].port));
	listener = listen_only(&address.host[0].port);
	need(!isoft_redis_open(&address, &no_trust, deadline, &scene_failure));
	need(isoft_clock_monotonic_ms() < deadline);
	need(scene_failure.kind == ISOFT_FAILURE_TRANSPORT && scene_says("No Sentinel"));
	close(listener);
}

static const scene_test tests[] = {
	{"user and password are given to Redis, and no message repeats them", login},
	{"a command that the user may not send is told as a wrong setting", forbidden_command},
	{"a command ends at its deadline if Redis hangs", hanging},
	{"a server that is gone ends no process", gone},
	{"a Sentinel that hangs leaves time for the others", hanging_sentinel},
	{"the database is selected", databases},
	{"TLS is refused where the build has none", without_tls},
};

SCENE_MAIN(tests)
