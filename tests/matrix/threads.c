/*
 * Runs a PHP script in many threads of one process, as a threaded server does.
 *
 * Usage: threads PHP_INI SCRIPT THREADS LIVES ROUNDS
 *
 * Each of the THREADS lives LIVES times, and each time makes ROUNDS requests: the script runs once in each, with
 * $thread, $life and $round. All requests of the first round begin at the same time. A request is good if it prints
 * "ok". Prints what the others printed, and last the number of good requests.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sapi/embed/php_embed.h"

#include "zend_extensions.h"
#include "zend_fibers.h"
#include "zend_observer.h"

#ifdef __SANITIZE_THREAD__
#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>
#endif

typedef struct {
	int thread;
	int life;
} threads_life;

static const char *script;
static int threads, lives, rounds;
static pthread_barrier_t all_are_ready;
static atomic_int good_requests;
static pthread_mutex_t report_lock = PTHREAD_MUTEX_INITIALIZER;

/* What the request of this thread has printed; the rest of a longer text is dropped. */
static _Thread_local struct {
	char text[8192];
	size_t length;
} output;

static size_t keep_output(const char *text, size_t length)
{
	size_t room = sizeof(output.text) - output.length, kept = length < room ? length : room;

	memcpy(output.text + output.length, text, kept);
	output.length += kept;
	return length;
}

#ifdef __SANITIZE_THREAD__

/* PHP opens extensions with RTLD_DEEPBIND, which would hide ThreadSanitizer's functions from them. */
void *dlopen(const char *file, int mode)
{
	void *(*next)(const char *, int) = (void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen");

	return next(file, mode & ~RTLD_DEEPBIND);
}

static int sanitizer_slot;

/* ThreadSanitizer keeps a call stack for each fiber of PHP; a fiber that it does not know is its thread's own. */
static void tell_switch(zend_fiber_context *from, zend_fiber_context *to)
{
	if (!from->reserved[sanitizer_slot]) {
		from->reserved[sanitizer_slot] = __tsan_get_current_fiber();
	}
	if (!to->reserved[sanitizer_slot]) {
		to->reserved[sanitizer_slot] = __tsan_create_fiber(0);
	}
	__tsan_switch_to_fiber(to->reserved[sanitizer_slot], 0);
}

static void tell_end(zend_fiber_context *ended)
{
	if (ended->reserved[sanitizer_slot]) {
		__tsan_destroy_fiber(ended->reserved[sanitizer_slot]);
	}
}

static void tell_fibers(void)
{
	sanitizer_slot = zend_get_resource_handle("threads");
	zend_observer_fiber_switch_register(tell_switch);
	zend_observer_fiber_destroy_register(tell_end);
}

#else

static void tell_fibers(void)
{
}

#endif

static void run_request(const threads_life *self, int round)
{
	char code[1024];

	snprintf(code, sizeof(code), "$thread = %d; $life = %d; $round = %d; require '%s';", self->thread, self->life,
		round, script);
	output.length = 0;
	if (php_request_startup() != SUCCESS) {
		fprintf(stderr, "a request of thread %d cannot begin\n", self->thread);
		return;
	}
	zend_first_try
	{
		zend_eval_string(code, NULL, "threads");
	}
	zend_end_try();
	php_request_shutdown(NULL);
	if (output.length == 2 && memcmp(output.text, "ok", 2) == 0) {
		atomic_fetch_add(&good_requests, 1);
		return;
	}
	pthread_mutex_lock(&report_lock);
	printf("thread %d, life %d, round %d: %.*s\n", self->thread, self->life, round, (int)output.length, output.text);
	pthread_mutex_unlock(&report_lock);
}

static void *live(void *argument)
{
	const threads_life *self = argument;

	(void)ts_resource(0);
	if (self->life == 0) {
		pthread_barrier_wait(&all_are_ready);
	}
	for (int round = 0; round < rounds; round++) {
		run_request(self, round);
	}
	ts_free_thread();
	return NULL;
}

/* One thread after the other: a thread ends and a new one begins while others are at work. */
static void *run_lives(void *argument)
{
	threads_life self = {(int)(intptr_t)argument, 0};

	for (; self.life < lives; self.life++) {
		pthread_t thread;

		if (pthread_create(&thread, NULL, live, &self) != 0) {
			abort();
		}
		pthread_join(thread, NULL);
	}
	return NULL;
}

static void run_threads(void)
{
	pthread_t *runners = calloc((size_t)threads, sizeof(*runners));

	pthread_barrier_init(&all_are_ready, NULL, (unsigned)threads);
	for (int i = 0; i < threads; i++) {
		if (pthread_create(&runners[i], NULL, run_lives, (void *)(intptr_t)i) != 0) {
			abort();
		}
	}
	for (int i = 0; i < threads; i++) {
		pthread_join(runners[i], NULL);
	}
	pthread_barrier_destroy(&all_are_ready);
	free(runners);
}

int main(int count, char **arguments)
{
	char *names[] = {arguments[0], NULL};

	if (count != 6) {
		fprintf(stderr, "Usage: threads PHP_INI SCRIPT THREADS LIVES ROUNDS\n");
		return 2;
	}
	php_embed_module.php_ini_path_override = arguments[1];
	php_embed_module.ub_write = keep_output;
	php_embed_module.phpinfo_as_text = 1;
	script = arguments[2];
	threads = atoi(arguments[3]);
	lives = atoi(arguments[4]);
	rounds = atoi(arguments[5]);
	if (php_embed_init(1, names) != SUCCESS) {
		return 2;
	}
	tell_fibers();
	run_threads();
	php_embed_shutdown();
	printf("%d of %d requests are good\n", atomic_load(&good_requests), threads * lives * rounds);
	return atomic_load(&good_requests) == threads * lives * rounds ? 0 : 1;
}
