/*
 * A proxy that adds 20 ms round trip: `delay FROM TO` accepts connections on 127.0.0.1:FROM, connects each to
 * 127.0.0.1:TO, and forwards every piece of data 10 ms after it came, in both directions. TCP's own handshake is not
 * delayed.
 */
#define _GNU_SOURCE

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <signal.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { SOCKETS = 256, PIECE = 16384, DELAY_US = 10000 };

typedef struct piece {
	struct piece *next;
	int64_t due;
	size_t length; /* 0: the connection's end */
	char data[];
} piece;

/* The data from one socket, queued until it is due. `peer` is the index of the socket that it goes to. */
typedef struct {
	int peer;
	piece *first, **last;
	int ended;
} side;

static struct pollfd polled[SOCKETS];
static side sides[SOCKETS];
static int used = 1; /* index 0 is the listening socket */

static int64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static struct sockaddr_in loopback(const char *port)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(port))};

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	return address;
}

static int place(int fd, int peer)
{
	int slot = used, on = 1;

	for (int i = 1; i < used; i++) {
		if (polled[i].fd < 0 && !sides[i].first && i != peer) {
			slot = i;
			break;
		}
	}
	used += slot == used;
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	polled[slot] = (struct pollfd){.fd = fd, .events = POLLIN};
	sides[slot] = (side){.peer = peer};
	sides[slot].last = &sides[slot].first;
	return slot;
}

static void take_connection(const struct sockaddr_in *to)
{
	int near = accept4(polled[0].fd, NULL, NULL, SOCK_CLOEXEC), far = socket(AF_INET, SOCK_STREAM, 0), a;

	if (near < 0 || far < 0 || used + 2 > SOCKETS || connect(far, (const struct sockaddr *)to, sizeof(*to))) {
		exit(1);
	}
	a = place(near, 0);
	sides[a].peer = place(far, a);
}

static void take_piece(int slot)
{
	static char data[PIECE];
	ssize_t length = read(polled[slot].fd, data, sizeof(data));
	piece *taken;

	length = length < 0 ? 0 : length;
	taken = calloc(1, sizeof(*taken) + (size_t)length);
	taken->due = now() + DELAY_US;
	taken->length = (size_t)length;
	memcpy(taken->data, data, (size_t)length);
	*sides[slot].last = taken;
	sides[slot].last = &taken->next;
	if (!length) {
		polled[slot].events = 0;
		sides[slot].ended = 1;
	}
}

static void close_pair(int slot)
{
	int both[2] = {slot, sides[slot].peer};

	for (int i = 0; i < 2; i++) {
		side *closed = &sides[both[i]];

		close(polled[both[i]].fd);
		polled[both[i]].fd = -1;
		while (closed->first) {
			piece *next = closed->first->next;

			free(closed->first);
			closed->first = next;
		}
		closed->last = &closed->first;
	}
}

/* Forwards what is due; a connection's end closes both sockets. Returns when the next piece is due, or INT64_MAX. */
static int64_t hand_over(int slot)
{
	side *from = &sides[slot];

	while (from->first && from->first->due <= now()) {
		piece *going = from->first;

		if (!going->length || write(polled[from->peer].fd, going->data, going->length) != (ssize_t)going->length) {
			close_pair(slot);
			return INT64_MAX;
		}
		from->first = going->next;
		if (!from->first) {
			from->last = &from->first;
		}
		free(going);
	}
	return from->first ? from->first->due : INT64_MAX;
}

int main(int count, char **arguments)
{
	struct sockaddr_in from = loopback(count > 2 ? arguments[1] : ""), to = loopback(count > 2 ? arguments[2] : "");
	int listener = socket(AF_INET, SOCK_STREAM, 0), on = 1;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	signal(SIGPIPE, SIG_IGN);
	setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	if (bind(listener, (struct sockaddr *)&from, sizeof(from)) || listen(listener, 64)) {
		perror("delay");
		return 1;
	}
	polled[0] = (struct pollfd){.fd = listener, .events = POLLIN};
	for (;;) {
		int64_t next = INT64_MAX, wait;
		struct timespec timeout;

		for (int i = 1; i < used; i++) {
			int64_t due = polled[i].fd < 0 ? INT64_MAX : hand_over(i);

			next = due < next ? due : next;
		}
		wait = next == INT64_MAX ? 1000000 : next - now();
		wait = wait < 0 ? 0 : wait;
		timeout = (struct timespec){.tv_sec = wait / 1000000, .tv_nsec = wait % 1000000 * 1000};
		if (ppoll(polled, (nfds_t)used, &timeout, NULL) <= 0) {
			continue;
		}
		for (int i = 1; i < used; i++) {
			if (polled[i].fd >= 0 && polled[i].revents && !sides[i].ended) {
				take_piece(i);
			}
		}
		if (polled[0].revents) {
			take_connection(&to);
		}
	}
}
