/*
 * The exchange helper: started as the extension starts it, against a token endpoint that this program plays itself.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "peer.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <sodium.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../check.h"
#include "auth/grant_write.h"
#include "auth/unread_reply.h"
#include "support/clock.h"

enum { ROUNDS = 10, HOUR = 3600 };

#define NEW_PAIR "{\"access_token\":\"new-access\",\"refresh_token\":\"new-refresh\",\"expires_in\":86400}"

extern char **environ;

static char folder[] = "/tmp/helper-test-XXXXXX";

/* The grant of this test is not shared. */
isoft_fleet_setting isoft_fleet_setting_now(void)
{
	return (isoft_fleet_setting){.address = ""};
}

static isoft_store *open_store(void)
{
	isoft_store_config config = {.directory = folder, .accounts = 64};
	isoft_store *store;
	isoft_failure failure;

	peer_need(isoft_store_open(&store, &config, true, &failure) == ISOFT_STORE_OK, "a store");
	return store;
}

static isoft_lock take_lock(isoft_store *store)
{
	isoft_lock lock;
	isoft_failure failure;

	peer_need(isoft_store_lock(store, "shop", PEER_SECONDS_MAX * 1000, &lock, &failure) == ISOFT_STORE_OK,
		"the account's lock");
	return lock;
}

static void put_grant(isoft_store *store)
{
	isoft_lock lock = take_lock(store);
	isoft_failure failure;
	isoft_grant grant = {.kind = ISOFT_GRANT_OAUTH2,
		.token_serial = 4,
		.expires_at = isoft_clock_wall() + HOUR,
		.lifetime = HOUR,
		.access_token = "old-access",
		.refresh_token = "old-refresh",
		.application = "",
		.client_id = "client"};

	peer_need(isoft_grant_write(store, &lock, &grant, HOUR, 0, &failure), "a grant");
	isoft_store_unlock(store, &lock);
}

/* Starts the helper for a refresh of the account. The lock is then the helper's too. */
static bool try_start(isoft_store *store, const isoft_lock *held, isoft_helper *helper, const char **why)
{
	static isoft_store_parcel parcel;
	isoft_helper_request request = {
		.token = {.url = peer_url, .user_agent = "User-Agent: test", .client_id = "client", .client_secret = "secret"},
		.account = "shop",
		.slot = held->slot,
		.fleet = {.address = "", .refresh_margin = HOUR},
		.parcel = &parcel};

	isoft_store_pack(store, &parcel);
	return isoft_helper_spawn(&request, held->descriptor, environ, helper, why) && isoft_helper_await(helper, why);
}

/* Starts the helper, and gives the lock to it. */
static isoft_helper start(isoft_store *store)
{
	isoft_lock lock = take_lock(store);
	isoft_helper helper;
	const char *why = "";

	if (!try_start(store, &lock, &helper, &why)) {
		printf("not ok - the helper does not start: %s\n", why);
		exit(1);
	}
	isoft_store_leave(store, &lock);
	return helper;
}

/* What the store holds, after the helper: waits for the account's lock first. */
typedef struct {
	isoft_record record, before_record;
	isoft_unread_facts facts;
	isoft_reply reply;
	isoft_grant before;
	bool unread;
} stored;

static void read_stored(isoft_store *store, stored *found)
{
	isoft_lock lock = take_lock(store);
	isoft_failure failure;

	peer_need(isoft_store_read(store, "shop", &found->record, &failure) == ISOFT_STORE_OK, "a record");
	isoft_store_unlock(store, &lock);
	found->unread = isoft_unread_decode(&found->record, &found->before_record, &found->facts, &found->reply);
	peer_need(
		isoft_grant_decode(found->unread ? &found->before_record : &found->record, &found->before), "a grant in it");
}

/* One refresh by the helper. The endpoint gives this answer, or closes the connection where `status` is NULL. */
static bool refresh(isoft_store *store, const char *status, const char *body, char request[PEER_REQUEST_SIZE],
	isoft_helper_outcome *outcome)
{
	isoft_helper helper;
	int connection;

	put_grant(store);
	helper = start(store);
	connection = peer_next_request(request);
	if (status) {
		peer_answer(connection, status, body);
	} else {
		close(connection);
	}
	return peer_take_outcome(&helper, outcome);
}

static void stores_the_reply(isoft_store *store)
{
	static stored found;
	static isoft_helper_outcome outcome;
	char request[PEER_REQUEST_SIZE];

	check(refresh(store, "200 OK", NEW_PAIR, request, &outcome) && outcome.stored
			&& outcome.failure.kind == ISOFT_FAILURE_NONE,
		"the helper reports that it has stored the reply");
	read_stored(store, &found);
	check(found.unread && strcmp(found.reply.body.data, NEW_PAIR) == 0 && found.reply.status == 200
			&& found.before.token_serial == 4 && found.before.begun_at == found.facts.asked_at,
		"the record holds the reply as it came, and the grant with the begin mark");
	check(strstr(request, "Authorization: Basic Y2xpZW50OnNlY3JldA==") && strstr(request, "grant_type=refresh_token"),
		"the request is the exchange's");
	check(outcome.length == found.record.length && memcmp(outcome.record, found.record.bytes, outcome.length) == 0,
		"the worker gets the record that is stored");
}

static void refusal_is_stored(isoft_store *store)
{
	static stored found;
	static isoft_helper_outcome outcome;
	char request[PEER_REQUEST_SIZE];

	peer_need(refresh(store, "400 Bad Request", "{\"error\":\"invalid_grant\"}", request, &outcome), "an outcome");
	read_stored(store, &found);
	check(found.unread && found.reply.status == 400 && strcmp(found.before.refresh_token, "old-refresh") == 0,
		"a refusal is stored beside the old grant");
}

static void silence_is_stored(isoft_store *store)
{
	static stored found;
	static isoft_helper_outcome outcome;
	char request[PEER_REQUEST_SIZE];

	peer_need(refresh(store, NULL, NULL, request, &outcome), "an outcome");
	read_stored(store, &found);
	check(found.unread && found.reply.state == ISOFT_REPLY_NONE && *found.reply.error,
		"an endpoint that closes without an answer leaves word of it");
}

/* In a process of its own: starts the helper, and is killed while the request is under way. */
static pid_t starter(isoft_store *store, pid_t *helper_pid)
{
	int pipe_ends[2];
	pid_t process;

	peer_need(pipe(pipe_ends) == 0, "a pipe");
	process = fork();
	if (process == 0) {
		isoft_helper helper = start(store);

		peer_need(write(pipe_ends[1], &helper.pid, sizeof(helper.pid)) == sizeof(helper.pid), "a pipe");
		for (;;) {
			pause();
		}
	}
	peer_need(process > 0 && read(pipe_ends[0], helper_pid, sizeof(*helper_pid)) == sizeof(*helper_pid), "a starter");
	close(pipe_ends[0]);
	close(pipe_ends[1]);
	return process;
}

static void end_starter(pid_t process)
{
	kill(process, SIGKILL);
	waitpid(process, NULL, 0);
}

static void outlives_its_starter(isoft_store *store)
{
	static stored found;
	char request[PEER_REQUEST_SIZE];
	int kept = 0, busy = 0;

	for (int round = 0; round < ROUNDS; round++) {
		isoft_failure failure;
		isoft_lock lock;
		pid_t helper, process;
		int connection;

		put_grant(store);
		process = starter(store, &helper);
		connection = peer_next_request(request);
		end_starter(process);
		busy += isoft_store_lock(store, "shop", 0, &lock, &failure) == ISOFT_STORE_BUSY;
		peer_answer(connection, "200 OK", NEW_PAIR);
		read_stored(store, &found);
		kept += found.unread && strcmp(found.reply.body.data, NEW_PAIR) == 0;
	}
	check(kept == ROUNDS, "SIGKILL of the starter in mid-request keeps the new pair, %d of %d", kept, ROUNDS);
	check(busy == ROUNDS, "until the reply is stored nobody else gets the account's lock");
}

static void killed_helper_leaves_its_mark(isoft_store *store)
{
	static stored found;
	char request[PEER_REQUEST_SIZE];
	pid_t helper, process;
	int connection;

	put_grant(store);
	process = starter(store, &helper);
	connection = peer_next_request(request);
	kill(helper, SIGKILL);
	read_stored(store, &found);
	check(!found.unread && found.before.begun_at && strcmp(found.before.refresh_token, "old-refresh") == 0,
		"a killed helper releases the lock and leaves the begin mark");
	close(connection);
	end_starter(process);
}

/* A file-size limit fails each write to the store, as a full disk does. */
static void sends_nothing_without_its_mark(isoft_store *store)
{
	static isoft_helper_outcome outcome;
	struct rlimit before, small;
	isoft_helper helper;

	put_grant(store);
	getrlimit(RLIMIT_FSIZE, &before);
	small = before;
	small.rlim_cur = 4 * 4096; /* room for the request, and none behind the store's header */
	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &small);
	helper = start(store);
	setrlimit(RLIMIT_FSIZE, &before);
	check(peer_take_outcome(&helper, &outcome) && outcome.failure.kind == ISOFT_FAILURE_STORE && !outcome.length,
		"where the begin mark cannot be stored, the helper says so");
	check(!peer_has_request(), "and sends nothing");
}

static bool hide_proc(void)
{
	return unshare(CLONE_NEWNS) == 0 && mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
		&& mount("none", "/proc", "tmpfs", 0, NULL) == 0;
}

/* As SystemCallFilter= of a unit and the profile of a container do. */
static bool deny(int system_call, int error)
{
	struct sock_filter rules[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)system_call, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (unsigned)error),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog filter = {sizeof(rules) / sizeof(rules[0]), rules};

	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

static bool deny_memfd(void)
{
	return deny(SYS_memfd_create, EACCES); /* what vm.memfd_noexec=2 answers */
}

static bool deny_execution(void)
{
	return deny(SYS_execve, EPERM);
}

/* In a process of its own, which has made no image yet. */
static void is_told_why(isoft_store *store, bool (*forbid)(void), const char *reason, const char *name)
{
	enum { UNABLE = 77 };
	int status;
	pid_t process;

	put_grant(store);
	process = fork();
	if (process == 0) {
		isoft_lock lock = take_lock(store);
		isoft_helper helper;
		const char *why = "";

		if (!forbid()) {
			_exit(UNABLE);
		}
		_exit(try_start(store, &lock, &helper, &why) || !strstr(why, reason));
	}
	peer_need(process > 0 && waitpid(process, &status, 0) == process, "a process");
	if (WIFEXITED(status) && WEXITSTATUS(status) == UNABLE) {
		check_skip(name, "the system does not let this test forbid it");
		return;
	}
	check(WIFEXITED(status) && WEXITSTATUS(status) == 0 && !peer_has_request(), "%s", name);
}

int main(void)
{
	isoft_store *store;

	peer_need(sodium_init() >= 0 && mkdtemp(folder) != NULL, "libsodium and a folder");
	peer_listen();
	store = open_store();
	is_told_why(store, hide_proc, "/proc is not mounted", "without /proc the helper does not start, and says why");
	is_told_why(store, deny_memfd, "forbids programs in memory",
		"where programs in memory are forbidden the helper does not start, and says why");
	is_told_why(store, deny_execution, "forbids to execute its program",
		"where a filter forbids to execute it the helper does not start, and says why");
	check(isoft_helper_obstacle() == NULL, "the system lets the helper be executed");
	stores_the_reply(store);
	refusal_is_stored(store);
	silence_is_stored(store);
	outlives_its_starter(store);
	killed_helper_leaves_its_mark(store);
	sends_nothing_without_its_mark(store);
	isoft_store_close(store);
	if (fork() == 0) {
		execlp("rm", "rm", "-rf", folder, (char *)NULL);
		_exit(1);
	}
	wait(NULL);
	return check_end();
}
