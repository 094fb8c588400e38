/* A process that forks with an open connection: who uses it afterwards. What a child gives up is not a leak. */
#include <fcntl.h>
#include <sanitizer/lsan_interface.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../check.h"
#include "calls.h"

/* Runs the function in a forked child, and returns its result. */
static bool in_child(bool (*part)(isoft_transport *, const peer *), isoft_transport *transport, const peer *peer)
{
	int status = 1;
	pid_t child = fork();

	if (child == 0) {
		_exit(part(transport, peer) ? 0 : 1);
	}
	waitpid(child, &status, 0);
	return status == 0;
}

static bool call_twice(isoft_transport *transport, const peer *peer)
{
	bool fine = call(transport, "POST", peer->url, "{\"child\":1}", ONCE).status == 200
		&& call(transport, "POST", peer->url, "{\"child\":2}", ONCE).status == 200;

	isoft_transport_free(transport);
	return fine && !__lsan_do_recoverable_leak_check();
}

static bool only_free(isoft_transport *transport, const peer *peer)
{
	(void)peer;
	isoft_transport_free(transport);
	return !__lsan_do_recoverable_leak_check();
}

static bool call_in_grandchild(isoft_transport *transport, const peer *peer)
{
	return call(transport, "GET", peer->url, NULL, REPEATABLE).status == 200 && in_child(call_twice, transport, peer)
		&& call(transport, "GET", peer->url, NULL, REPEATABLE).status == 200;
}

/* First closes all inherited descriptors, as a daemon does, and reuses their numbers for other files. */
static bool call_after_closing(isoft_transport *transport, const peer *peer)
{
	enum { FILES = 16 };
	int own[FILES];
	struct stat before[FILES];
	bool fine;

	for (int descriptor = 3; descriptor < 256; descriptor++) {
		close(descriptor);
	}
	for (int i = 0; i < FILES; i++) {
		own[i] = i % 2 ? open("/dev/null", O_RDONLY) : socket(AF_UNIX, SOCK_STREAM, 0);
		fstat(own[i], &before[i]);
	}
	fine = call(transport, "GET", peer->url, NULL, REPEATABLE).status == 200;
	for (int i = 0; i < FILES; i++) {
		struct stat now;

		fine = fine && fstat(own[i], &now) == 0 && now.st_ino == before[i].st_ino && now.st_dev == before[i].st_dev;
	}
	return fine;
}

static void after(const char *what, bool (*part)(isoft_transport *, const peer *), int connections, int requests)
{
	peer peer = peer_start(NULL, 0);
	isoft_transport *transport = isoft_transport_new();

	call(transport, "GET", peer.url, NULL, REPEATABLE);
	check(in_child(part, transport, &peer), "%s", what);
	check(call(transport, "POST", peer.url, "{\"parent\":1}", ONCE).status == 200, "the parent's next call succeeds");
	check(peer.seen->accepts == connections && peer.seen->requests == requests,
		"the parent used its own connection, and each request was sent once: %d, %d", connections, requests);
	isoft_transport_free(transport);
	peer_stop(&peer);
}

/* Both call at once, many times: neither may use the connection or get a reply of the other. */
static void side_by_side(void)
{
	enum { CALLS = 40 };
	peer peer = peer_start(NULL, 0);
	isoft_transport *transport = isoft_transport_new();
	int fine = 0;
	int status = 1;
	pid_t child;

	call(transport, "GET", peer.url, NULL, REPEATABLE);
	child = fork();
	for (int i = 0; i < CALLS; i++) {
		fine += call(transport, "POST", peer.url, "{}", ONCE).status == 200;
	}
	if (child == 0) {
		_exit(fine == CALLS ? 0 : 1);
	}
	waitpid(child, &status, 0);
	check(fine == CALLS && status == 0 && peer.seen->accepts == 2 && peer.seen->requests == 2 * CALLS + 1
			&& peer.seen->bodies == 2 * CALLS + 1,
		"parent and child call at once, each on one connection");
	isoft_transport_free(transport);
	peer_stop(&peer);
}

int main(void)
{
	if (!start_up()) {
		return 2;
	}
	after("a child makes two calls on one new connection", call_twice, 2, 4);
	after("a child only frees the transport", only_free, 1, 2);
	after("a child and a grandchild make calls", call_in_grandchild, 3, 6);
	after("a child that closed all inherited descriptors keeps its own files", call_after_closing, 2, 3);
	side_by_side();
	isoft_transport_mshutdown();
	return check_end();
}
