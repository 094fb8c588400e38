#define _GNU_SOURCE

#include "server.h"

#include <fcntl.h>
#include <hiredis/hiredis.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "scene.h"
#include "support/clock.h"

enum { WORDS_MAX = 24, START_MS = 20000 };

static const char *socket_path(const char *folder)
{
	static char path[300];

	snprintf(path, sizeof(path), "%s/redis.sock", folder);
	return path;
}

static _Noreturn void run_server(const char *folder, const char *const settings[])
{
	const char *words[WORDS_MAX] = {"redis-server", "--port", "0", "--unixsocket", socket_path(folder), "--dir", folder,
		"--save", "", "--daemonize", "no"};
	int count = 11, null = open("/dev/null", O_RDWR);

	for (int i = 0; settings && settings[i] && count < WORDS_MAX - 1; i++) {
		words[count++] = settings[i];
	}
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	dup2(null, STDIN_FILENO);
	dup2(null, STDOUT_FILENO);
	execvp(words[0], (char *const *)words);
	_exit(127);
}

static bool answers(const char *folder)
{
	redisContext *context = redisConnectUnix(socket_path(folder));
	redisReply *reply = context && !context->err ? redisCommand(context, "PING") : NULL;
	bool is_up = reply && strncmp(reply->str, "LOADING", strlen("LOADING")) != 0;

	freeReplyObject(reply);
	if (context) {
		redisFree(context);
	}
	return is_up;
}

pid_t server_start(const char *folder, const char *const settings[])
{
	int64_t deadline = isoft_clock_monotonic_ms() + START_MS;
	pid_t server;

	unlink(socket_path(folder));
	server = fork();
	if (server == 0) {
		run_server(folder, settings);
	}
	while (!answers(folder)) {
		need(server > 0 && waitpid(server, NULL, WNOHANG) == 0 && isoft_clock_monotonic_ms() < deadline);
		isoft_clock_sleep_ms(5);
	}
	return server;
}

void server_stop(pid_t server)
{
	kill(server, SIGTERM);
	need(waitpid(server, NULL, 0) == server);
}

isoft_address server_address(const char *folder)
{
	isoft_address address = {.kind = ISOFT_ADDRESS_UNIX, .hosts = 1, .prefix = "test"};

	snprintf(address.host[0].name, sizeof(address.host[0].name), "%s", socket_path(folder));
	return address;
}

const char *server_ask(const char *folder, const char *const words[])
{
	static char text[64 * 1024];
	redisContext *context = redisConnectUnix(socket_path(folder));
	redisReply *reply;
	int count = 0;

	while (words[count]) {
		count++;
	}
	need(context && !context->err);
	reply = redisCommandArgv(context, count, (const char **)words, NULL);
	need(reply != NULL);
	if (reply->type == REDIS_REPLY_ARRAY) {
		snprintf(text, sizeof(text), "array of %zu", reply->elements);
	} else if (reply->type == REDIS_REPLY_INTEGER) {
		snprintf(text, sizeof(text), "%lld", reply->integer);
	} else {
		snprintf(text, sizeof(text), "%s", reply->type == REDIS_REPLY_NIL ? "" : reply->str);
	}
	freeReplyObject(reply);
	redisFree(context);
	return text;
}
