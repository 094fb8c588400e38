#include "store/carry_over.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "store/atomic_create.h"
#include "store/carry_copy.h"
#include "store/file_lock.h"
#include "store/permissions.h"
#include "support/clock.h"

/* An exchange of the old version takes 60 s at most, and then it is stored. */
enum { WAIT_MS = 70000, BETWEEN_TRIES_MS = 20 };

typedef struct {
	const isoft_paths *paths;
	const isoft_keys *keys;
	isoft_failure *failure;
	isoft_old_store old;
	isoft_atomic_file made;
	uint32_t waited_for; /* no process of the old version writes the slots before this one any more */
} carry_over;

typedef enum { CARRY_DONE, CARRY_BUSY, CARRY_FAILED } carry_status;

bool isoft_carry_over_is_due(const isoft_paths *paths)
{
	isoft_old_store old;
	bool is_due;

	old.descriptor = isoft_os_open(paths->tokens, ISOFT_OS_READ);
	is_due = old.descriptor != -1 && isoft_old_store_read(&old);
	if (old.descriptor != -1) {
		isoft_os_close(old.descriptor);
	}
	return is_due;
}

static carry_status carry_fail(carry_over *self, const char *verb)
{
	isoft_permissions_explain(verb, self->paths->tokens, errno, self->failure);
	return CARRY_FAILED;
}

/* DONE: another process has carried the store over. */
static carry_status open_old(carry_over *self)
{
	if (self->old.descriptor != -1) {
		isoft_os_close(self->old.descriptor);
	}
	self->old.descriptor = isoft_os_open(self->paths->tokens, ISOFT_OS_READ_WRITE);
	if (self->old.descriptor == -1 && errno == EROFS) {
		isoft_fail(self->failure, ISOFT_FAILURE_STORE,
			"%s was made by an earlier version of the extension and is carried over at its first use, but its file "
			"system is read-only: use it once where it can be written",
			self->paths->tokens);
		return CARRY_FAILED;
	}
	if (self->old.descriptor == -1) {
		return carry_fail(self, "open");
	}
	return isoft_old_store_read(&self->old) ? CARRY_BUSY : CARRY_DONE;
}

/* The room for the new file is reserved before the old version is kept out. */
static carry_status begin(carry_over *self)
{
	isoft_permissions permissions;

	if (!isoft_header_check_key(&self->old.header, self->keys, self->paths->tokens, self->failure)) {
		return CARRY_FAILED;
	}
	if (isoft_permissions_of(self->paths->directory, &permissions, self->failure) != ISOFT_STORE_OK) {
		return CARRY_FAILED;
	}
	isoft_atomic_create_sweep(self->paths->directory);
	if (!isoft_atomic_begin(&self->made, &permissions, self->paths->tokens, isoft_layout_size(self->old.segments))) {
		return carry_fail(self, "carry over");
	}
	return CARRY_BUSY;
}

/* Returns whether no process holds the lock. Who takes it from now on finds the mark, and does not write. */
static bool is_unlocked(const char *path)
{
	int descriptor = isoft_os_open(path, ISOFT_OS_READ);
	bool unlocked = descriptor == -1 || isoft_os_lock(descriptor) || errno != EWOULDBLOCK;

	if (descriptor != -1) {
		isoft_os_unlock(descriptor);
		isoft_os_close(descriptor);
	}
	return unlocked;
}

static bool all_are_unlocked(carry_over *self)
{
	for (; self->waited_for < self->old.segments * ISOFT_SEGMENT_SLOTS; self->waited_for++) {
		char path[ISOFT_PATH_MAX];

		isoft_paths_slot_lock(self->paths, self->waited_for, path);
		if (!is_unlocked(path)) {
			return false;
		}
	}
	return true;
}

/* Where the accounts are locked by ranges now, their files have no use. */
static void remove_slot_locks(const carry_over *self)
{
	for (uint32_t slot = 0; isoft_os_locks_ranges_of_open_files() && slot < self->waited_for; slot++) {
		char path[ISOFT_PATH_MAX];

		isoft_paths_slot_lock(self->paths, slot, path);
		isoft_os_remove(path);
	}
}

/* Under the table lock. */
static carry_status carry_locked(carry_over *self)
{
	carry_status status = open_old(self);

	if (status == CARRY_BUSY && self->made.descriptor == -1) {
		status = begin(self);
	}
	if (status != CARRY_BUSY) {
		return status;
	}
	if (!isoft_old_store_mark(&self->old, ISOFT_FORMAT)) {
		return carry_fail(self, "carry over");
	}
	if (!all_are_unlocked(self)) {
		return CARRY_BUSY;
	}
	if (!isoft_carry_copy(&self->old, self->made.descriptor, self->keys, self->failure)) {
		return self->failure->kind == ISOFT_FAILURE_NONE ? carry_fail(self, "carry over") : CARRY_FAILED;
	}
	if (!isoft_atomic_replace(&self->made, self->paths->tokens)) {
		/* Another process has swept the file away, and carries the store over itself. */
		return errno == ENOENT ? CARRY_BUSY : carry_fail(self, "carry over");
	}
	remove_slot_locks(self);
	return CARRY_DONE;
}

/* The old version goes on with its store. */
static carry_status give_up(carry_over *self, carry_status status)
{
	if (status == CARRY_BUSY) {
		isoft_fail(self->failure, ISOFT_FAILURE_STORE,
			"%s is to be carried over from an earlier version of the extension, but processes of that version use it: "
			"restart them (systemctl restart php-fpm, queue:restart), then retry",
			self->paths->tokens);
	}
	if (self->old.descriptor != -1 && isoft_old_store_read(&self->old)) {
		(void)!isoft_old_store_mark(&self->old, ISOFT_OLD_FORMAT);
	}
	return CARRY_FAILED;
}

static carry_status carry_once(carry_over *self, int64_t deadline)
{
	carry_status status = CARRY_FAILED;
	int table;

	if (isoft_table_lock(self->paths, &table, self->failure) == ISOFT_STORE_OK) {
		status = carry_locked(self);
		if (status == CARRY_FAILED || (status == CARRY_BUSY && isoft_clock_monotonic_ms() >= deadline)) {
			status = give_up(self, status);
		}
		isoft_file_unlock(table);
	}
	return status;
}

bool isoft_carry_over(const isoft_paths *paths, const isoft_keys *keys, isoft_failure *failure)
{
	carry_over self = {.paths = paths, .keys = keys, .failure = failure, .old.descriptor = -1, .made.descriptor = -1};
	int64_t deadline = isoft_clock_monotonic_ms() + WAIT_MS;
	carry_status status;

	failure->kind = ISOFT_FAILURE_NONE;
	while ((status = carry_once(&self, deadline)) == CARRY_BUSY) {
		isoft_clock_sleep_ms(BETWEEN_TRIES_MS);
	}
	if (self.old.descriptor != -1) {
		isoft_os_close(self.old.descriptor);
	}
	isoft_atomic_abandon(&self.made);
	return status == CARRY_DONE;
}
