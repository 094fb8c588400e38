#include "store/file_lock.h"

#include <errno.h>

#include "store/atomic_create.h"
#include "store/permissions.h"
#include "support/assert.h"
#include "support/clock.h"

/* The bytes of the accounts begin behind those of all parts of the shared area. */
static const uint64_t ACCOUNTS_AT = UINT64_C(1) << 40;

enum { FIRST_PAUSE_MS = 1, MAX_PAUSE_MS = 20, TABLE_WAIT_MS = 5000 };

isoft_store_status isoft_lock_file_open(
	const isoft_paths *paths, const char *path, isoft_os_access access, int *descriptor, isoft_failure *failure)
{
	isoft_permissions permissions;
	isoft_os_facts facts;
	isoft_store_status status = isoft_permissions_of(paths->directory, &permissions, failure);

	if (status != ISOFT_STORE_OK) {
		return ISOFT_STORE_FAILED;
	}
	*descriptor = isoft_os_open(path, access);
	if (*descriptor == -1 && errno == ENOENT) {
		if (!isoft_atomic_create(&permissions, path, "", 0, 0, failure)) {
			return ISOFT_STORE_FAILED;
		}
		*descriptor = isoft_os_open(path, access);
	}
	if (*descriptor == -1 || !isoft_os_facts_of(*descriptor, &facts)) {
		isoft_permissions_explain("lock", path, errno, failure);
	} else if (isoft_permissions_fit(&permissions, path, &facts, failure)) {
		return ISOFT_STORE_OK;
	}
	if (*descriptor != -1) {
		isoft_os_close(*descriptor);
	}
	return ISOFT_STORE_FAILED;
}

static bool is_lock_file_at(const char *path, int descriptor)
{
	isoft_os_facts held, at_path;

	return isoft_os_facts_of(descriptor, &held) && isoft_os_facts_at(path, false, &at_path)
		&& held.device == at_path.device && held.file == at_path.file;
}

void isoft_lock_place_of(isoft_lock_place *place, const isoft_paths *paths, isoft_lock_way way, uint32_t slot)
{
	place->is_byte = way == ISOFT_LOCK_BY_RANGE;
	place->byte = ACCOUNTS_AT + slot;
	if (place->is_byte) {
		isoft_paths_ranges_lock(paths, place->path);
	} else {
		isoft_paths_slot_lock(paths, slot, place->path);
	}
}

static isoft_store_status open_place(
	const isoft_paths *paths, const isoft_lock_place *place, int *descriptor, isoft_failure *failure)
{
	isoft_os_access access = place->is_byte ? ISOFT_OS_READ_WRITE : ISOFT_OS_READ;

	return isoft_lock_file_open(paths, place->path, access, descriptor, failure);
}

static bool lock_place(const isoft_lock_place *place, int descriptor)
{
	return place->is_byte ? isoft_os_lock_range(descriptor, place->byte, 1) : isoft_os_lock(descriptor);
}

/* OK with *descriptor -1: the locked file is no longer at the path. The caller tries again. */
static isoft_store_status try_file_lock(
	const isoft_paths *paths, const isoft_lock_place *place, int *descriptor, isoft_failure *failure)
{
	isoft_store_status status = open_place(paths, place, descriptor, failure);

	if (status != ISOFT_STORE_OK) {
		return status;
	}
	if (lock_place(place, *descriptor)) {
		if (is_lock_file_at(place->path, *descriptor)) {
			return ISOFT_STORE_OK;
		}
	} else if (errno == EWOULDBLOCK) {
		status = ISOFT_STORE_BUSY;
	} else {
		isoft_permissions_explain("lock", place->path, errno, failure);
		status = ISOFT_STORE_FAILED;
	}
	isoft_os_close(*descriptor);
	*descriptor = -1;
	return status;
}

isoft_store_status isoft_file_lock(
	const isoft_paths *paths, const isoft_lock_place *place, int64_t deadline, int *descriptor, isoft_failure *failure)
{
	int64_t pause = FIRST_PAUSE_MS;

	for (;;) {
		isoft_store_status status = try_file_lock(paths, place, descriptor, failure);
		int64_t remaining = deadline - isoft_clock_monotonic_ms();

		if (status == ISOFT_STORE_FAILED || (status == ISOFT_STORE_OK && *descriptor != -1)) {
			return status;
		}
		if (remaining <= 0) {
			return ISOFT_STORE_BUSY;
		}
		isoft_clock_sleep_ms(pause < remaining ? pause : remaining);
		pause = pause * 2 < MAX_PAUSE_MS ? pause * 2 : MAX_PAUSE_MS;
	}
}

void isoft_file_unlock(int descriptor)
{
	ISOFT_ASSERT(descriptor != -1);
	isoft_os_unlock(descriptor);
	isoft_os_close(descriptor);
}

isoft_store_status isoft_table_lock(const isoft_paths *paths, int *descriptor, isoft_failure *failure)
{
	isoft_lock_place place = {.is_byte = false};
	isoft_store_status status;

	isoft_paths_table_lock(paths, place.path);
	status = isoft_file_lock(paths, &place, isoft_clock_monotonic_ms() + TABLE_WAIT_MS, descriptor, failure);
	if (status == ISOFT_STORE_BUSY) {
		isoft_fail(failure, ISOFT_FAILURE_STORE,
			"Timed out after %d s waiting for lock file %s. Another PHP process holds it and may be hung: find it with "
			"`fuser %s`, then retry",
			TABLE_WAIT_MS / 1000, place.path, place.path);
		return ISOFT_STORE_FAILED;
	}
	return status;
}
