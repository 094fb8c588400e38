#include "net/sockets.h"

#include <string.h>

#ifdef _WIN32
#include <ws2tcpip.h>

static void close_one(curl_socket_t descriptor)
{
	closesocket(descriptor);
}

/* Nothing forks here, so nothing is ever inherited. */
static uint64_t identify(curl_socket_t descriptor)
{
	(void)descriptor;
	return 0;
}

static curl_socket_t open_one(const struct curl_sockaddr *address)
{
	return socket(address->family, address->socktype, address->protocol);
}

#else
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static void close_one(curl_socket_t descriptor)
{
	close(descriptor);
}

static uint64_t identify(curl_socket_t descriptor)
{
	struct stat status;

	return fstat(descriptor, &status) == 0 && S_ISSOCK(status.st_mode) ? (uint64_t)status.st_ino : 0;
}

static curl_socket_t open_one(const struct curl_sockaddr *address)
{
	curl_socket_t descriptor = socket(address->family, address->socktype, address->protocol);

	if (descriptor != CURL_SOCKET_BAD) {
		fcntl(descriptor, F_SETFD, FD_CLOEXEC);
	}
	return descriptor;
}

#endif

static bool is_loopback(const struct sockaddr *address)
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

/* A socket that could not be remembered is not opened: after a fork nobody would close it. */
static curl_socket_t on_open(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
	isoft_sockets *sockets = context;
	isoft_socket *slot;

	(void)purpose;
	if (sockets->count == ISOFT_SOCKETS_MAX || (sockets->loopback_only && !is_loopback(&address->addr))) {
		return CURL_SOCKET_BAD;
	}
	slot = &sockets->open[sockets->count];
	slot->descriptor = open_one(address);
	if (slot->descriptor != CURL_SOCKET_BAD) {
		slot->identity = identify(slot->descriptor);
		sockets->count++;
	}
	return slot->descriptor;
}

static int on_close(void *context, curl_socket_t descriptor)
{
	isoft_sockets *sockets = context;

	for (size_t i = 0; i < sockets->count; i++) {
		if (sockets->open[i].descriptor == descriptor) {
			sockets->open[i] = sockets->open[--sockets->count];
			break;
		}
	}
	close_one(descriptor);
	return 0;
}

CURLcode isoft_sockets_watch(isoft_sockets *sockets, CURL *easy)
{
	unsigned bad = 0;

	bad |= curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, on_open);
	bad |= curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, sockets);
	bad |= curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, on_close);
	bad |= curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, sockets);
	return bad ? CURLE_FAILED_INIT : CURLE_OK;
}

void isoft_sockets_leave(isoft_sockets *sockets)
{
	for (size_t i = 0; i < sockets->count; i++) {
		if (identify(sockets->open[i].descriptor) == sockets->open[i].identity) {
			close_one(sockets->open[i].descriptor);
		}
	}
	sockets->count = 0;
}
