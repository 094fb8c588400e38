/* Locks: exclusion, deadlines, forks, and lock files that are changed from outside. */
#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "faults.h"
#include "scene.h"
#include "store/layout.h"
#include "support/clock.h"

static scene_signal ready, go_on;
static isoft_store *the_store;
static isoft_lock the_lock;

static isoft_store_status try_lock(isoft_store *store, const char *account, isoft_lock *lock)
{
	return isoft_store_lock(store, account, 0, lock, &scene_failure);
}

static bool is_locked(const char *account)
{
	isoft_store *store = scene_open();
	isoft_lock lock;
	isoft_store_status status = try_lock(store, account, &lock);

	need(status == ISOFT_STORE_OK || status == ISOFT_STORE_BUSY);
	need((lock.descriptor == -1) == (status == ISOFT_STORE_BUSY));
	if (status == ISOFT_STORE_OK) {
		isoft_store_unlock(store, &lock);
	}
	isoft_store_close(store);
	return status == ISOFT_STORE_BUSY;
}

static void exclusion(void)
{
	isoft_store *store = scene_open();
	isoft_store *other = scene_open();
	isoft_lock lock = scene_lock(store, "a"), second;
	int64_t began;

	need(try_lock(other, "a", &second) == ISOFT_STORE_BUSY);
	need(try_lock(store, "a", &second) == ISOFT_STORE_BUSY);
	need(try_lock(other, "b", &second) == ISOFT_STORE_OK);
	isoft_store_unlock(other, &second);
	began = isoft_clock_monotonic_ms();
	need(isoft_store_lock(other, "a", 200, &second, &scene_failure) == ISOFT_STORE_BUSY);
	need(isoft_clock_monotonic_ms() - began >= 200);
	need(isoft_clock_monotonic_ms() - began < 5000);
	isoft_store_unlock(store, &lock);
	need(try_lock(other, "a", &second) == ISOFT_STORE_OK);
	isoft_store_unlock(other, &second);
	isoft_store_close(store);
	isoft_store_close(other);
}

static int lock_and_stay(void *with)
{
	isoft_store *store = scene_open();

	scene_lock(store, with);
	scene_signal_send(ready);
	pause();
	return 0;
}

static void death_of_the_holder(void)
{
	pid_t holder;

	ready = scene_signal_make();
	holder = scene_fork(lock_and_stay, "default");
	scene_signal_wait(ready);
	need(is_locked("default"));
	kill(holder, SIGKILL);
	need(scene_wait(holder) == -SIGKILL);
	need(!is_locked("default"));
}

static int use_inherited(void *with)
{
	isoft_lock own;

	(void)with;
	need(scene_has(the_store, "default", "before"));
	need(!isoft_store_write(the_store, &the_lock, "x", 1, 0, &scene_failure) && scene_says("fork"));
	need(!isoft_store_erase(the_store, &the_lock, &scene_failure));
	need(!isoft_store_set_backoff(the_store, &the_lock, (isoft_backoff){1, 1}, &scene_failure));
	need(try_lock(the_store, "default", &own) == ISOFT_STORE_BUSY);
	/* Unlocking a lock that this process does not hold gives it up in this process only. */
	isoft_store_unlock(the_store, &the_lock);
	need(the_lock.descriptor == -1 && is_locked("default"));
	own = scene_lock(the_store, "another");
	need(isoft_store_write(the_store, &own, "mine", 4, 0, &scene_failure));
	isoft_store_unlock(the_store, &own);
	isoft_store_close(the_store);
	return 0;
}

static void child_without_inherit(void)
{
	the_store = scene_open();
	scene_put(the_store, "default", "before");
	the_lock = scene_lock(the_store, "default");
	need(scene_wait(scene_fork(use_inherited, NULL)) == 0);
	need(is_locked("default"));
	need(isoft_store_write(the_store, &the_lock, "after", 5, 0, &scene_failure));
	isoft_store_unlock(the_store, &the_lock);
	need(!is_locked("default"));
	need(scene_has(the_store, "default", "after") && scene_has(the_store, "another", "mine"));
	isoft_store_close(the_store);
}

static int grandchild(void *with)
{
	(void)with;
	return isoft_store_write(the_store, &the_lock, "grandchild", 10, 0, &scene_failure);
}

/* Like the exchange: closes all other descriptors, keeps the lock after the death of the parent, writes the record. */
static int exchange(void *with)
{
	int keep[4], kept = isoft_store_inherit(the_store, &the_lock, keep);

	(void)with;
	need(kept >= 1 && kept <= 4);
	for (int descriptor = 3; descriptor < 256; descriptor++) {
		bool stays = descriptor == ready.ends[1] || descriptor == go_on.ends[0];

		for (int i = 0; i < kept; i++) {
			stays = stays || descriptor == keep[i];
		}
		if (!stays) {
			close(descriptor);
		}
	}
	need(scene_wait(scene_fork(grandchild, NULL)) == 0);
	scene_signal_wait(go_on);
	need(isoft_store_write(the_store, &the_lock, "the new token", 13, 0, &scene_failure));
	isoft_store_unlock(the_store, &the_lock);
	scene_signal_send(ready);
	return 0;
}

static int worker(void *with)
{
	(void)with;
	the_store = scene_open();
	the_lock = scene_lock(the_store, "default");
	scene_fork(exchange, NULL);
	scene_signal_send(ready);
	pause();
	return 0;
}

static void lock_outlives_the_parent(void)
{
	pid_t parent;

	ready = scene_signal_make();
	go_on = scene_signal_make();
	the_store = scene_open();
	scene_put(the_store, "default", "the old token");
	parent = scene_fork(worker, NULL);
	scene_signal_wait(ready);
	kill(parent, SIGKILL);
	need(scene_wait(parent) == -SIGKILL);
	need(is_locked("default"));
	scene_signal_send(go_on);
	scene_signal_wait(ready);
	need(!is_locked("default"));
	need(scene_has(the_store, "default", "the new token"));
	isoft_store_close(the_store);
}

static int wait_then_unlock(void *with)
{
	int keep[4];

	(void)with;
	isoft_store_inherit(the_store, &the_lock, keep);
	scene_signal_wait(go_on);
	isoft_store_unlock(the_store, &the_lock);
	scene_signal_send(ready);
	scene_signal_wait(go_on);
	return 0;
}

static void leave_and_unlock(void)
{
	pid_t child;

	ready = scene_signal_make();
	go_on = scene_signal_make();
	the_store = scene_open();
	scene_put(the_store, "default", "x");
	the_lock = scene_lock(the_store, "default");
	child = scene_fork(wait_then_unlock, NULL);
	isoft_store_leave(the_store, &the_lock);
	need(the_lock.descriptor == -1 && is_locked("default"));
	scene_signal_send(go_on);
	scene_signal_wait(ready);
	need(!is_locked("default"));
	scene_signal_send(go_on);
	need(scene_wait(child) == 0);

	/* An unlock in the parent releases the lock for the child too. */
	the_lock = scene_lock(the_store, "default");
	child = scene_fork(wait_then_unlock, NULL);
	isoft_store_unlock(the_store, &the_lock);
	need(!is_locked("default"));
	scene_signal_send(go_on);
	scene_signal_send(go_on);
	need(scene_wait(child) == 0);
	isoft_store_close(the_store);
}

static int wait_for_lock(void *with)
{
	isoft_store *store = scene_open();
	isoft_lock lock;

	(void)with;
	scene_signal_send(ready);
	lock = scene_lock(store, "default");
	need(isoft_store_write(store, &lock, "second", 6, 0, &scene_failure));
	isoft_store_unlock(store, &lock);
	isoft_store_close(store);
	return 0;
}

/* The lock file is unlinked while it is locked: the waiter locks a new file, and the old file no longer counts. */
static void lock_file_unlinked(void)
{
	isoft_store *store = scene_open();
	isoft_lock lock, second;
	pid_t waiter;

	ready = scene_signal_make();
	scene_put(store, "default", "first");
	lock = scene_lock(store, "default");
	waiter = scene_fork(wait_for_lock, NULL);
	scene_signal_wait(ready);
	need(unlink(scene_path("lock-ranges")) == 0);
	need(scene_wait(waiter) == 0);
	isoft_store_unlock(store, &lock);
	need(scene_has(store, "default", "second"));
	lock = scene_lock(store, "default");
	need(try_lock(store, "default", &second) == ISOFT_STORE_BUSY);
	isoft_store_unlock(store, &lock);
	isoft_store_close(store);
}

static void unlink_lock_file(void)
{
	need(unlink(scene_path("lock-ranges")) == 0);
}

static void replace_store(void)
{
	size_t length;
	unsigned char *bytes = scene_load(scene_path("tokens"), &length);

	scene_save(scene_path("copy"), bytes, length);
	need(rename(scene_path("copy"), scene_path("tokens")) == 0);
	free(bytes);
}

static isoft_store *slot_owner;

/* The account loses its slot and another account gets it, while a process is about to lock the slot. */
static void pass_slot_on(void)
{
	isoft_lock lock = scene_lock(slot_owner, "default");

	need(isoft_store_erase(slot_owner, &lock, &scene_failure));
	isoft_store_unlock(slot_owner, &lock);
	scene_put(slot_owner, "another", "in the same slot");
}

static void be_first(void)
{
	scene_put(slot_owner, "fresh", "first");
}

/* Between the opening and the locking of the lock file, the file, the store or the owner of the slot changes. */
static void lost_races(void)
{
	isoft_store *store = scene_open();
	isoft_lock lock, second;

	slot_owner = scene_open();
	scene_put(store, "default", "x");
	faults_before_lock(unlink_lock_file);
	lock = scene_lock(store, "default");
	need(try_lock(slot_owner, "default", &second) == ISOFT_STORE_BUSY);
	isoft_store_unlock(store, &lock);

	faults_before_lock(replace_store);
	lock = scene_lock(store, "default");
	need(isoft_store_write(store, &lock, "into the new file", 17, 0, &scene_failure));
	isoft_store_unlock(store, &lock);
	need(isoft_store_check(slot_owner, &scene_failure) == ISOFT_STORE_OK);
	need(scene_has(slot_owner, "default", "into the new file"));

	faults_before_lock(pass_slot_on);
	lock = scene_lock(store, "default");
	need(lock.slot == 1 && isoft_store_write(store, &lock, "elsewhere", 9, 0, &scene_failure));
	isoft_store_unlock(store, &lock);
	need(scene_has(slot_owner, "another", "in the same slot") && scene_has(slot_owner, "default", "elsewhere"));

	faults_before_lock(be_first);
	lock = scene_lock(store, "fresh");
	need(lock.slot == 2 && scene_has(store, "fresh", "first"));
	isoft_store_unlock(store, &lock);
	lock = scene_lock(store, "next");
	need(lock.slot == 3);
	isoft_store_unlock(store, &lock);
	isoft_store_close(store);
	isoft_store_close(slot_owner);
}

static void bad_lock_file(void)
{
	isoft_store *store = scene_open();
	isoft_lock lock;

	scene_put(store, "default", "x");
	need(unlink(scene_path("lock-ranges")) == 0 && symlink("tokens", scene_path("lock-ranges")) == 0);
	need(try_lock(store, "default", &lock) == ISOFT_STORE_FAILED && scene_says("symlink"));
	need(unlink(scene_path("lock-ranges")) == 0 && mkfifo(scene_path("lock-ranges"), 0600) == 0);
	need(try_lock(store, "default", &lock) == ISOFT_STORE_FAILED && scene_says("not a plain file"));
	need(unlink(scene_path("lock-ranges")) == 0);
	scene_save(scene_path("lock-ranges"), "", 0);
	need(chmod(scene_path("lock-ranges"), 0666) == 0);
	need(try_lock(store, "default", &lock) == ISOFT_STORE_FAILED && scene_says("mode 0666 and may have 0600 at most"));
	need(lock.descriptor == -1 && scene_has(store, "default", "x"));
	isoft_store_close(store);
}

static void nothing_inherited_by_exec(void)
{
	isoft_store *store = scene_open();
	isoft_lock lock = scene_lock(store, "default");
	int keep[4], kept = isoft_store_inherit(store, &lock, keep);

	for (int i = 0; i < kept; i++) {
		need(keep[i] > STDERR_FILENO && fcntl(keep[i], F_GETFD) == FD_CLOEXEC);
	}
	isoft_store_unlock(store, &lock);
	isoft_store_close(store);
}

static int open_without_standard_streams(void *with)
{
	isoft_store *store;
	isoft_lock lock;

	(void)with;
	close(0);
	close(1);
	store = scene_open();
	lock = scene_lock(store, "default");
	need(lock.descriptor > STDERR_FILENO);
	need(write(1, "a stray print", 13) == -1 && errno == EBADF);
	isoft_store_unlock(store, &lock);
	isoft_store_close(store);
	return 0;
}

static void closed_standard_streams(void)
{
	need(scene_wait(scene_fork(open_without_standard_streams, NULL)) == 0);
}

static int fill_it(void *with)
{
	isoft_store *store = scene_open();
	char name[32];

	(void)with;
	for (int i = 0; i < 150; i++) {
		snprintf(name, sizeof(name), "account %d", i);
		scene_put(store, name, name);
	}
	isoft_store_close(store);
	return 0;
}

static void growth(void)
{
	isoft_store *store = scene_open();
	size_t size = scene_size(scene_path("tokens"));

	scene_put(store, "early", "here from the start");
	need(scene_wait(scene_fork(fill_it, NULL)) == 0);
	need(scene_size(scene_path("tokens")) > size);
	need(scene_has(store, "early", "here from the start"));
	need(scene_has(store, "account 0", "account 0") && scene_has(store, "account 149", "account 149"));
	scene_put_due(store, "account 149", "again", 42);
	need(scene_next_due(store) == 42);
	need(isoft_store_check(store, &scene_failure) == ISOFT_STORE_OK && scene_has(store, "account 149", "again"));
	isoft_store_close(store);
}

static void growth_in_parallel(void)
{
	pid_t fillers[3];

	for (int i = 0; i < 3; i++) {
		fillers[i] = scene_fork(fill_it, NULL);
	}
	for (int i = 0; i < 3; i++) {
		need(scene_wait(fillers[i]) == 0);
	}
	need(scene_size(scene_path("tokens")) == isoft_layout_size(3));
}

static void growth_by_setting(void)
{
	isoft_store_config config = scene_config();
	isoft_store *store = scene_open(), *larger;

	need(scene_size(scene_path("tokens")) == isoft_layout_size(1));
	config.accounts = 200;
	larger = scene_open_with(&config);
	need(scene_size(scene_path("tokens")) == isoft_layout_size(4));
	isoft_store_close(larger);
	need(isoft_store_check(store, &scene_failure) == ISOFT_STORE_OK);
	isoft_store_close(store);
	config.accounts = 0;
	isoft_store_close(scene_open_with(&config));
	need(scene_size(scene_path("tokens")) == isoft_layout_size(4));
	config.accounts = 20000000;
	need(isoft_store_open(&store, &config, true, &scene_failure) == ISOFT_STORE_FAILED);
	need(scene_failure.kind == ISOFT_FAILURE_CONFIGURATION);
}

/* As on a system where a lock on a range does not belong to the open file. */
static void a_file_for_each_slot(void)
{
	const uint32_t by_file = ISOFT_LOCK_BY_FILE;
	isoft_store *store = scene_open(), *other;
	isoft_lock lock, second;

	scene_patch(scene_path("tokens"), &by_file, sizeof(by_file), offsetof(isoft_header, lock_way));
	other = scene_open();
	lock = scene_lock(store, "a");
	need(access(scene_path("lock-0"), F_OK) == 0 && try_lock(other, "a", &second) == ISOFT_STORE_BUSY);
	need(try_lock(other, "b", &second) == ISOFT_STORE_OK);
	need(isoft_store_write(store, &lock, "x", 1, 0, &scene_failure));
	isoft_store_unlock(other, &second);
	isoft_store_unlock(store, &lock);
	need(try_lock(other, "a", &second) == ISOFT_STORE_OK && scene_has(other, "a", "x"));
	isoft_store_unlock(other, &second);
	isoft_store_close(store);
	isoft_store_close(other);
}

static const scene_test tests[] = {
	{"a store that says so locks a file for each slot", a_file_for_each_slot},
	{"a lock excludes other handles, also of the same process, until their deadline", exclusion},
	{"the lock of a killed process is released", death_of_the_holder},
	{"a forked child cannot use the lock of its parent", child_without_inherit},
	{"a lock taken over by a child outlives the parent, and the child can write", lock_outlives_the_parent},
	{"leave gives up the lock in one process, unlock releases it for all", leave_and_unlock},
	{"a lock on an unlinked lock file does not count", lock_file_unlinked},
	{"a lock on a file or slot that changed before the lock does not count", lost_races},
	{"a lock file that is a symlink, a FIFO or writable for all is refused", bad_lock_file},
	{"an executed program inherits no descriptor", nothing_inherited_by_exec},
	{"the store does not take the descriptors of closed standard streams", closed_standard_streams},
	{"a store grows while other processes have it mapped", growth},
	{"processes that grow the store at once do not grow it twice", growth_in_parallel},
	{"a store grows to the configured size and never shrinks", growth_by_setting},
};

SCENE_MAIN(tests)
