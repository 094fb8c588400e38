/* The processes of the tests: each test runs in one of its own, and may start others. */
#define _GNU_SOURCE

#include <errno.h>
#include <ftw.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "scene.h"
#include "support/fork.h"

enum { SKIPPED = 77, MAX_TEST_S = 240, REASON_SIZE = 256 };

static char *skip_reason; /* in memory shared with the process of the test */

void scene_skip(const char *reason)
{
	snprintf(skip_reason, REASON_SIZE, "%s", reason);
	_exit(SKIPPED);
}

pid_t scene_fork(int (*work)(void *), void *with)
{
	pid_t child = fork();

	need(child >= 0);
	if (child == 0) {
		int status = work(with);

		fflush(stdout);
		_exit(status);
	}
	return child;
}

int scene_wait(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) == -1) {
		need(errno == EINTR);
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

scene_signal scene_signal_make(void)
{
	scene_signal made;

	need(pipe(made.ends) == 0);
	return made;
}

void scene_signal_send(scene_signal signal)
{
	need(write(signal.ends[1], "!", 1) == 1);
}

void scene_signal_wait(scene_signal signal)
{
	char byte;

	need(read(signal.ends[0], &byte, 1) == 1);
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk)
{
	(void)status;
	(void)type;
	(void)walk;
	remove(path);
	return 0;
}

static void run_one(const scene_test *test)
{
	const char *base = getenv("TMPDIR");
	pid_t child;
	int status;

	snprintf(scene_folder, sizeof(scene_folder), "%s/store-test.XXXXXX", base ? base : "/tmp");
	if (!mkdtemp(scene_folder)) {
		check(false, "%s: cannot create a folder", test->name);
		return;
	}
	fflush(stdout);
	child = fork();
	if (child == 0) {
		setpgid(0, 0);
		alarm(MAX_TEST_S);
		test->run();
		exit(0);
	}
	setpgid(child, child);
	status = scene_wait(child);
	kill(-child, SIGKILL);
	if (status == SKIPPED) {
		check_skip(test->name, skip_reason);
	} else if (!check(status == 0, "%s", test->name) && status != SCENE_FAILED) {
		printf("# ended with status %d\n", status);
	}
	nftw(scene_folder, remove_one, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

int scene_main(const scene_test *tests, size_t count)
{
	const char *only = getenv("TEST");

	skip_reason = mmap(NULL, REASON_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	isoft_fork_watch();
	if (skip_reason == MAP_FAILED || sodium_init() < 0) {
		return 1;
	}
	for (size_t i = 0; i < count; i++) {
		if (!only || strstr(tests[i].name, only)) {
			run_one(&tests[i]);
		}
	}
	return check_end();
}
