/* A process that forks with a connection open: whose it is afterwards. What a child gives up is no leak. */
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

/* Runs the child's part; true where it came back true. */
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

/* Closes everything it inherited first, as a daemon does, and uses the numbers for files of its own. */
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
	check(call(transport, "POST", peer.url, "{\"parent\":1}", ONCE).status == 200, "then the parent calls on");
	check(peer.seen->accepts == connections && peer.seen->requests == requests,
		"on its own connection, each request once: %d, %d", connections, requests);
	isoft_transport_free(transport);
	peer_stop(&peer);
}

/* Both at once, many times: no request may land on the other's connection, no reply with the other. */
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
		"parent and child side by side, each on one connection");
	isoft_transport_free(transport);
	peer_stop(&peer);
}

int main(void)
{
	if (!start_up()) {
		return 2;
	}
	after("a child calls twice, on one new connection", call_twice, 2, 4);
	after("a child that only frees the transport", only_free, 1, 2);
	after("a child and its child call", call_in_grandchild, 3, 6);
	after("a child that closed all it inherited keeps its own files", call_after_closing, 2, 3);
	side_by_side();
	isoft_transport_mshutdown();
	return check_end();
}
