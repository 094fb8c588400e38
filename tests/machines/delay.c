/*
 * A delay line: delay LINK LINK MILLISECONDS. Passes each frame that arrives on one link to the other one, in order,
 * after that time. Prints "ready" when it does. Checksums and segments that the kernel left to the link pass with the
 * frame.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { FRAME_MAX = 70000, BUFFER_BYTES = 32 << 20, NS_PER_S = 1000000000 };

typedef struct frame {
	struct frame *next;
	long long due; /* ns */
	int to;        /* socket */
	size_t length;
	char bytes[];
} frame;

static frame *first, **end = &first;

static long long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (long long)time.tv_sec * NS_PER_S + time.tv_nsec;
}

static void need(int holds, const char *what)
{
	if (!holds) {
		printf("%s: %s\n", what, strerror(errno));
		exit(1);
	}
}

static int open_link(const char *name)
{
	int on = 1, size = BUFFER_BYTES, link = socket(AF_PACKET, SOCK_RAW, 0);
	struct sockaddr_ll address = {
		.sll_family = AF_PACKET, .sll_protocol = htons(ETH_P_ALL), .sll_ifindex = (int)if_nametoindex(name)};

	need(link != -1, "socket");
	need(address.sll_ifindex != 0, name);
	need(setsockopt(link, SOL_PACKET, PACKET_VNET_HDR, &on, sizeof(on)) == 0, "PACKET_VNET_HDR");
	need(setsockopt(link, SOL_PACKET, PACKET_IGNORE_OUTGOING, &on, sizeof(on)) == 0, "PACKET_IGNORE_OUTGOING");
	need(setsockopt(link, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof(size)) == 0, "SO_RCVBUFFORCE");
	need(bind(link, (struct sockaddr *)&address, sizeof(address)) == 0, "bind");
	return link;
}

static void take(int from, int to, long long delay)
{
	static char bytes[FRAME_MAX];
	ssize_t length;

	while ((length = recv(from, bytes, sizeof(bytes), MSG_DONTWAIT)) > 0) {
		frame *one = malloc(sizeof(*one) + (size_t)length);

		need(one != NULL, "malloc");
		*one = (frame){.due = now() + delay, .to = to, .length = (size_t)length};
		memcpy(one->bytes, bytes, (size_t)length);
		*end = one;
		end = &one->next;
	}
}

/* A frame that the link does not take is lost, as on a real one. */
static void pass_due(void)
{
	while (first && first->due <= now()) {
		frame *one = first;

		if (send(one->to, one->bytes, one->length, 0) == -1) {
			errno = 0;
		}
		first = one->next;
		end = first ? end : &first;
		free(one);
	}
}

int main(int count, char **words)
{
	need(count == 4, "delay LINK LINK MILLISECONDS");
	long long delay = (long long)(strtod(words[3], NULL) * 1e6);
	struct pollfd links[] = {
		{.fd = open_link(words[1]), .events = POLLIN}, {.fd = open_link(words[2]), .events = POLLIN}};

	/* Otherwise the kernel may wake this process 50 us late. */
	prctl(PR_SET_TIMERSLACK, 1UL);
	puts("ready");
	fflush(stdout);
	for (;;) {
		long long left = first ? first->due - now() : 0;
		struct timespec wait = {left / NS_PER_S, left % NS_PER_S};

		if (left >= 0) {
			ppoll(links, 2, first ? &wait : NULL, NULL);
		}
		take(links[0].fd, links[1].fd, delay);
		take(links[1].fd, links[0].fd, delay);
		pass_due();
	}
}
