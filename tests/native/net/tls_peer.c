#include "tls_peer.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ARGUMENTS_MAX = 8 };

static void become_node(int input, int output, const char *const arguments[])
{
	char *command[ARGUMENTS_MAX + 2] = {"node"};

	for (size_t i = 0; i < ARGUMENTS_MAX && arguments[i]; i++) {
		command[i + 1] = (char *)arguments[i];
	}
	dup2(input, STDIN_FILENO);
	dup2(output, STDOUT_FILENO);
	execvp(command[0], command);
	_exit(127);
}

bool tls_peer_start(tls_peer *peer, const char *host, const char *const arguments[])
{
	int input[2], output[2];
	int port = 0;
	FILE *said;

	if (pipe(input) || pipe(output)) {
		return false;
	}
	fcntl(input[1], F_SETFD, FD_CLOEXEC); /* else node would inherit the other end of its own standard input */
	fflush(stdout);
	peer->process = fork();
	if (peer->process == 0) {
		become_node(input[0], output[1], arguments);
	}
	close(input[0]);
	close(output[1]);
	peer->lifeline = input[1];
	said = fdopen(output[0], "r");
	if (fscanf(said, "%d", &port) != 1) {
		port = 0;
	}
	fclose(said);
	snprintf(peer->url, sizeof(peer->url), "https://%s:%d", host, port);
	if (!port) {
		tls_peer_stop(peer);
	}
	return port > 0;
}

void tls_peer_stop(tls_peer *peer)
{
	close(peer->lifeline);
	waitpid(peer->process, NULL, 0);
}
