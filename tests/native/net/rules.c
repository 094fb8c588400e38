/* Destinations that are refused, whatever the URL, the server, the environment or a resolver says. */
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../check.h"
#include "calls.h"
#include "net/sockets.h"

static void redirects(void)
{
	static const char *const replies[] = {
		"HTTP/1.1 301 Moved\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n",
		"HTTP/1.1 302 Found\r\nLocation: https://example.com/\r\nContent-Length: 0\r\n\r\n",
		"HTTP/1.1 307 Temporary Redirect\r\nLocation: //127.0.0.1/\r\nContent-Length: 0\r\n\r\n",
		"HTTP/1.1 308 Permanent Redirect\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n",
	};

	for (size_t i = 0; i < sizeof(replies) / sizeof(replies[0]); i++) {
		peer_step step = {PEER_READ_ALL, replies[i], PEER_KEEP};
		peer peer = peer_start(&step, 1);
		isoft_transport *transport = isoft_transport_new();
		isoft_reply reply = call(transport, "POST", peer.url, "{}", REPEATABLE);

		check(reply.state == ISOFT_REPLY_WHOLE && reply.status / 100 == 3 && peer.seen->requests == 1,
			"%ld is not followed", reply.status);
		isoft_transport_free(transport);
		peer_stop(&peer);
	}
}

static void refused(const char *url)
{
	isoft_transport *transport = isoft_transport_new();
	isoft_reply reply = call(transport, "GET", url, NULL, REPEATABLE);

	check(reply.state == ISOFT_REPLY_NOT_SENT && reply.hopeless && !strstr(reply.error, "secret"), "%s is refused: %s",
		url, reply.error);
	isoft_transport_free(transport);
}

static int count_sockets(void *context, curl_socket_t descriptor, curlsocktype purpose)
{
	(void)descriptor, (void)purpose;
	++*(int *)context;
	return CURL_SOCKOPT_OK;
}

/* How many sockets are opened for a name that resolves to this address, whatever the name suggests. */
static int sockets_for(const char *address, bool loopback_only)
{
	isoft_sockets sockets = {.loopback_only = loopback_only};
	CURL *easy = curl_easy_init();
	struct curl_slist *resolved = curl_slist_append(NULL, address);
	bool is_watched = isoft_sockets_watch(&sockets, easy) == CURLE_OK;
	int opened = 0;

	curl_easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, count_sockets);
	curl_easy_setopt(easy, CURLOPT_SOCKOPTDATA, &opened);
	curl_easy_setopt(easy, CURLOPT_RESOLVE, resolved);
	curl_easy_setopt(easy, CURLOPT_URL, "http://name.example:1/");
	curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 200L);
	curl_easy_perform(easy);
	curl_easy_cleanup(easy);
	curl_slist_free_all(resolved);
	check(is_watched && sockets.count == 0, "%s: no socket is left open", address);
	return opened;
}

static void resolver_lies(void)
{
	check(sockets_for("name.example:1:192.0.2.1", true) == 0, "plain http: no socket is opened to another machine");
	check(sockets_for("name.example:1:192.0.2.1", false) == 1, "TLS: a socket is opened to another machine");
	check(sockets_for("name.example:1:127.0.0.1", true) == 1 && sockets_for("name.example:1:127.9.9.9", true) == 1,
		"plain http: a socket is opened to this machine");
}

static void set_proxy(const char *url)
{
	static const char *const names[] = {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		url ? setenv(names[i], url, 1) : unsetenv(names[i]);
	}
}

static void proxy_for_loopback(void)
{
	peer proxy = peer_start(NULL, 0);
	peer peer = peer_start(NULL, 0);
	isoft_transport *transport = isoft_transport_new();
	char url[64];

	set_proxy(proxy.url);
	check(call(transport, "GET", peer.url, NULL, REPEATABLE).status == 200, "http to 127.0.0.1 does not use the proxy");
	snprintf(url, sizeof(url), "http://localhost:%d/", peer.port);
	check(call(transport, "GET", url, NULL, REPEATABLE).status == 200, "http to localhost does not use the proxy");
	snprintf(url, sizeof(url), "https://127.0.0.1:%d/", peer_free_port());
	call(transport, "GET", url, NULL, REPEATABLE);
	check(proxy.seen->accepts == 0, "https to 127.0.0.1 does not use the proxy");
	set_proxy(NULL);
	isoft_transport_free(transport);
	peer_stop(&peer);
	peer_stop(&proxy);
}

static void proxy_says_no(void)
{
	static const peer_step steps[] = {
		{PEER_READ_ALL, "HTTP/1.1 403 Forbidden\r\nRetry-After: 5\r\nContent-Length: 2\r\n\r\nno", PEER_CLOSE}};
	peer proxy = peer_start(STEPS(steps));
	isoft_transport *transport = isoft_transport_new();
	isoft_reply reply;

	set_proxy(proxy.url);
	reply = call(transport, "POST", "https://api.example.com/x", "{}", ONCE);
	check(arrived(&proxy, 0, "CONNECT api.example.com:443") && !arrived(&proxy, 0, "Bearer"),
		"https to another machine uses the proxy, which sees neither request nor token");
	check(reply.state == ISOFT_REPLY_NOT_SENT && reply.status == 0 && reply.retry_after == -1,
		"a proxy refuses the tunnel: not sent, and its reply is not reported as the server's (%s)", reply.error);
	set_proxy(NULL);
	isoft_transport_free(transport);
	peer_stop(&proxy);
}

/* A password from ~/.netrc must not replace the token, and cookies must not be sent back. */
static void nothing_from_the_home_directory(void)
{
	static const peer_step steps[] = {
		{PEER_READ_ALL, "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n", PEER_KEEP}};
	char home[] = "/tmp/native-net.XXXXXX";
	char path[64];
	FILE *file;
	peer peer = peer_start(STEPS(steps));
	isoft_transport *transport = isoft_transport_new();
	isoft_request request = request_to("GET", peer.url, NULL, REPEATABLE);
	isoft_reply reply;

	if (!mkdtemp(home)) {
		check_skip("no password from ~/.netrc is sent", "no directory in /tmp");
		return;
	}
	snprintf(path, sizeof(path), "%s/.netrc", home);
	file = fopen(path, "w");
	fputs("machine 127.0.0.1 login me password secret\n", file);
	fclose(file);
	setenv("HOME", home, 1);
	request.headers = NULL;
	for (int i = 0; i < 2; i++) {
		reply = perform(transport, &request);
		isoft_reply_wipe(&reply);
	}
	check(peer.seen->requests == 2 && !arrived(&peer, 0, "Authorization"), "no password from ~/.netrc is sent");
	check(!arrived(&peer, 1, "Cookie"), "no cookie is sent back");
	unlink(path);
	rmdir(home);
	isoft_transport_free(transport);
	peer_stop(&peer);
}

int main(void)
{
	if (!start_up()) {
		return 2;
	}
	redirects();
	refused("http://api.keap.com/?token=secret");
	refused("http://192.0.2.1/");
	refused("http://me:secret@127.0.0.1/");
	refused("ftp://127.0.0.1/");
	refused("file:///etc/passwd");
	refused("not a URL");
	resolver_lies();
	proxy_for_loopback();
	proxy_says_no();
	nothing_from_the_home_directory();
	isoft_transport_mshutdown();
	return check_end();
}
