#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "peer.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

char peer_url[64];

static int listener;

void peer_need(bool holds, const char *what)
{
	if (!holds) {
		printf("not ok - %s: %s\n", what, strerror(errno));
		exit(1);
	}
}

void peer_listen(void)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t length = sizeof(address);

	listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	peer_need(listener >= 0 && bind(listener, (struct sockaddr *)&address, length) == 0 && listen(listener, 8) == 0
			&& getsockname(listener, (struct sockaddr *)&address, &length) == 0,
		"a socket that listens");
	snprintf(peer_url, sizeof(peer_url), "http://127.0.0.1:%d/token", ntohs(address.sin_port));
}

bool peer_has_request(void)
{
	struct pollfd ready = {listener, POLLIN, 0};

	return poll(&ready, 1, 0) != 0;
}

int peer_next_request(char text[PEER_REQUEST_SIZE])
{
	struct pollfd ready = {listener, POLLIN, 0};
	int connection;
	size_t got = 0;
	ssize_t count = 1;

	peer_need(poll(&ready, 1, PEER_SECONDS_MAX * 1000) == 1, "a request");
	connection = accept(listener, NULL, NULL);
	memset(text, 0, PEER_REQUEST_SIZE);
	while (count > 0 && !strstr(text, "refresh_token=old-refresh")) {
		count = read(connection, text + got, PEER_REQUEST_SIZE - 1 - got);
		got += count > 0 ? (size_t)count : 0;
	}
	return connection;
}

void peer_answer(int connection, const char *status, const char *body)
{
	char reply[1024];
	int length = snprintf(reply, sizeof(reply),
		"HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s", status, strlen(body), body);

	peer_need(write(connection, reply, (size_t)length) == length, "an answer");
	close(connection);
}

bool peer_take_outcome(isoft_helper *helper, isoft_helper_outcome *outcome)
{
	size_t got = 0;
	ssize_t count = 1;

	while (got < sizeof(*outcome) && count > 0) {
		count = read(helper->read_end, (char *)outcome + got, sizeof(*outcome) - got);
		got += count > 0 ? (size_t)count : 0;
	}
	close(helper->read_end);
	waitpid(helper->pid, NULL, 0);
	return got == sizeof(*outcome);
}
