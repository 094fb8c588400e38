#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* POLLRDHUP */
#endif
#include "net/sockets.h"

#include <string.h>

#include "support/assert.h"

#ifdef _WIN32
#include <ws2tcpip.h>

static void sockets_close(curl_socket_t descriptor)
{
	closesocket(descriptor);
}

/* Windows has no fork, so no socket is inherited and identities are not compared. */
static uint64_t sockets_identify(curl_socket_t descriptor)
{
	(void)descriptor;
	return 0;
}

static curl_socket_t sockets_open(const struct curl_sockaddr *address)
{
	return socket(address->family, address->socktype, address->protocol);
}

static bool sockets_would_block(void)
{
	return WSAGetLastError() == WSAEWOULDBLOCK;
}

#else
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static void sockets_close(curl_socket_t descriptor)
{
	close(descriptor);
}

static uint64_t sockets_identify(curl_socket_t descriptor)
{
	struct stat status;

	return fstat(descriptor, &status) == 0 && S_ISSOCK(status.st_mode) ? (uint64_t)status.st_ino : 0;
}

static curl_socket_t sockets_open(const struct curl_sockaddr *address)
{
	curl_socket_t descriptor = socket(address->family, address->socktype, address->protocol);

	if (descriptor != CURL_SOCKET_BAD) {
		fcntl(descriptor, F_SETFD, FD_CLOEXEC);
	}
	return descriptor;
}

#ifndef POLLRDHUP
static bool sockets_would_block(void)
{
	return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}
#endif

#endif

static bool sockets_is_loopback(const struct sockaddr *address)
{
	if (address->sa_family == AF_INET) {
		const struct sockaddr_in *four = (const struct sockaddr_in *)(const void *)address;

		return ntohl(four->sin_addr.s_addr) >> 24 == 127;
	}
	if (address->sa_family == AF_INET6) {
		const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)(const void *)address;

		return IN6_IS_ADDR_LOOPBACK(&six->sin6_addr);
	}
	return false;
}

/* Refuses a socket for which there is no entry left: after a fork nothing would close it. */
static curl_socket_t sockets_on_open(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
	isoft_sockets *sockets = context;
	isoft_socket *entry;

	(void)purpose;
	if (sockets->count == ISOFT_SOCKETS_MAX || (sockets->loopback_only && !sockets_is_loopback(&address->addr))) {
		return CURL_SOCKET_BAD;
	}
	entry = &sockets->open[sockets->count];
	entry->descriptor = sockets_open(address);
	if (entry->descriptor != CURL_SOCKET_BAD) {
		entry->identity = sockets_identify(entry->descriptor);
		sockets->count++;
	}
	return entry->descriptor;
}

static int sockets_on_close(void *context, curl_socket_t descriptor)
{
	isoft_sockets *sockets = context;

	ISOFT_ASSERT(sockets->count <= ISOFT_SOCKETS_MAX);
	for (size_t i = 0; i < sockets->count; i++) {
		if (sockets->open[i].descriptor == descriptor) {
			sockets->open[i] = sockets->open[--sockets->count];
			break;
		}
	}
	sockets_close(descriptor);
	return 0;
}

CURLcode isoft_sockets_watch(isoft_sockets *sockets, CURL *easy)
{
	unsigned bad = 0;

	bad |= curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, sockets_on_open);
	bad |= curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, sockets);
	bad |= curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, sockets_on_close);
	bad |= curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, sockets);
	return bad ? CURLE_FAILED_INIT : CURLE_OK;
}

#ifdef POLLRDHUP

/* One system call for all sockets. Bytes to read are no sign of an end: HTTP/2 sends some at any time. */
bool isoft_sockets_has_ended(const isoft_sockets *sockets)
{
	struct pollfd looked_at[ISOFT_SOCKETS_MAX];

	for (size_t i = 0; i < sockets->count; i++) {
		looked_at[i] = (struct pollfd){sockets->open[i].descriptor, POLLRDHUP, 0};
	}
	/* Every bit that comes back, also one that was not asked for, is an end. */
	return sockets->count && poll(looked_at, (nfds_t)sockets->count, 0) > 0;
}

#else

/* The end of the stream is seen here only if no bytes are left to read before it. */
bool isoft_sockets_has_ended(const isoft_sockets *sockets)
{
	char byte;

	for (size_t i = 0; i < sockets->count; i++) {
		long got = (long)recv(sockets->open[i].descriptor, &byte, 1, MSG_PEEK);

		if (got == 0 || (got < 0 && !sockets_would_block())) {
			return true;
		}
	}
	return false;
}

#endif

void isoft_sockets_leave(isoft_sockets *sockets)
{
	for (size_t i = 0; i < sockets->count; i++) {
		if (sockets_identify(sockets->open[i].descriptor) == sockets->open[i].identity) {
			sockets_close(sockets->open[i].descriptor);
		}
	}
	sockets->count = 0;
}
