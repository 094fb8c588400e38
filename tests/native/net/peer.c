#include "peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static const peer_step FINE = {PEER_READ_ALL, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine", PEER_KEEP};

typedef struct {
	const peer_step *steps;
	size_t count;
	peer_seen *seen;
} script;

static void give_up(const char *what)
{
	perror(what);
	exit(2);
}

static peer_step next_step(const script *script)
{
	size_t index = (size_t)atomic_fetch_add(&script->seen->steps, 1);

	return index < script->count ? script->steps[index] : FINE;
}

/* Reads byte by byte, so as not to read beyond the head. Returns the body's length; -1 if the client closed. */
static long read_head(int client, char *head, size_t *length)
{
	const char *field;

	*length = 0;
	do {
		if (*length == PEER_REQUEST_KEPT - 1 || read(client, head + *length, 1) != 1) {
			return -1;
		}
		head[++*length] = '\0';
	} while (*length < 4 || strcmp(head + *length - 4, "\r\n\r\n") != 0);
	field = strstr(head, "Content-Length: ");
	return field ? atol(field + 16) : 0;
}

static bool read_body(int client, long left, char *kept, size_t length)
{
	char piece[65536];

	while (left > 0) {
		ssize_t got = read(client, piece, left < (long)sizeof(piece) ? (size_t)left : sizeof(piece));
		size_t room = PEER_REQUEST_KEPT - 1 - length;

		if (got <= 0) {
			return false;
		}
		left -= got;
		memcpy(kept + length, piece, (size_t)got < room ? (size_t)got : room);
		length += (size_t)got < room ? (size_t)got : room;
		kept[length] = '\0';
	}
	return true;
}

/* Returns false if the client closed before the end of the request. */
static bool read_request(int client, const script *script, bool with_body)
{
	char unkept[PEER_REQUEST_KEPT];
	char head[PEER_REQUEST_KEPT];
	char *kept = unkept;
	size_t length;
	long body = read_head(client, head, &length);
	int index;

	if (body < 0) {
		return false;
	}
	index = atomic_fetch_add(&script->seen->requests, 1);
	if (index < PEER_REQUESTS_KEPT) {
		kept = script->seen->request[index];
	}
	memcpy(kept, head, length + 1);
	if (with_body) {
		if (!read_body(client, body, kept, length)) {
			return false;
		}
		atomic_fetch_add(&script->seen->bodies, 1);
	}
	return true;
}

static bool say(int client, const char *text, size_t length)
{
	return send(client, text, length, MSG_NOSIGNAL) == (ssize_t)length;
}

static void reset(int client)
{
	struct linger at_once = {1, 0};

	setsockopt(client, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
}

static void until_gone(int client)
{
	char piece[4096];

	while (read(client, piece, sizeof(piece)) > 0) {
	}
}

static void repeat(int client, const char *text, useconds_t pause)
{
	while (say(client, text, strlen(text))) {
		usleep(pause);
	}
}

static const char *last_line(const char *text)
{
	const char *end = text + strlen(text) - 2; /* before the last line end */

	while (end > text && end[-1] != '\n') {
		end--;
	}
	return end;
}

/* Returns whether the connection goes on with the next request. */
static bool finish(int client, const peer_step *step)
{
	switch (step->ends) {
		case PEER_KEEP:
			return true;
		case PEER_CLOSE:
			break;
		case PEER_RESET:
			reset(client);
			break;
		case PEER_STALL:
			until_gone(client);
			break;
		case PEER_DRIP:
			repeat(client, "x", 50000);
			break;
		case PEER_FLOOD:
			repeat(client, last_line(step->reply), 0);
			break;
	}
	return false;
}

/* Waits until there is a request: a step must not be used while a kept connection is idle. */
static bool wait_for_work(int client, const script *script)
{
	size_t index = (size_t)script->seen->steps;
	char first;

	return (index < script->count && script->steps[index].reads == PEER_READ_NOTHING)
		|| recv(client, &first, 1, MSG_PEEK) == 1;
}

static void serve(int client, const script *script)
{
	bool more = true;

	while (more) {
		peer_step step;

		if (!wait_for_work(client, script)) {
			break;
		}
		step = next_step(script);
		if (step.reads != PEER_READ_NOTHING && !read_request(client, script, step.reads == PEER_READ_ALL)) {
			break;
		}
		more = (!step.reply || say(client, step.reply, strlen(step.reply))) && finish(client, &step);
	}
	close(client);
}

static void serve_each(int listener, int lifeline, const script *script)
{
	struct pollfd events[] = {{listener, POLLIN, 0}, {lifeline, POLLIN, 0}};

	signal(SIGCHLD, SIG_IGN);
	while (poll(events, 2, -1) > 0 && !events[1].revents) {
		int client = accept(listener, NULL, NULL);

		if (client < 0) {
			continue;
		}
		atomic_fetch_add(&script->seen->accepts, 1);
		if (fork() == 0) {
			close(listener);
			serve(client, script);
			_exit(0);
		}
		close(client);
	}
	_exit(0);
}

static int bind_loopback(int *port)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
	socklen_t size = sizeof(address);
	int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (listener < 0 || bind(listener, (struct sockaddr *)&address, size)
		|| getsockname(listener, (struct sockaddr *)&address, &size)) {
		give_up("peer");
	}
	*port = ntohs(address.sin_port);
	return listener;
}

peer peer_start(const peer_step *steps, size_t count)
{
	peer made;
	script script = {steps, count, NULL};
	int listener = bind_loopback(&made.port);
	int ends[2];

	made.seen = mmap(NULL, sizeof(peer_seen), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (made.seen == MAP_FAILED || listen(listener, 16) || pipe(ends)) {
		give_up("peer");
	}
	script.seen = made.seen;
	snprintf(made.url, sizeof(made.url), "http://127.0.0.1:%d/", made.port);
	fflush(stdout);
	made.process = fork();
	if (made.process == 0) {
		close(ends[1]);
		serve_each(listener, ends[0], &script);
	}
	close(listener);
	close(ends[0]);
	made.lifeline = ends[1];
	return made;
}

void peer_leave(peer *peer)
{
	if (peer->process > 0) {
		close(peer->lifeline);
		waitpid(peer->process, NULL, 0);
		peer->process = 0;
	}
}

void peer_stop(peer *peer)
{
	peer_leave(peer);
	munmap(peer->seen, sizeof(peer_seen));
}

int peer_free_port(void)
{
	int port;

	close(bind_loopback(&port));
	return port;
}
