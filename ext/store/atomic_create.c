#include "store/atomic_create.h"

#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

enum { MAX_TRIES = 16 };

static void temporary_path(const char *path, char temporary[ISOFT_PATH_MAX])
{
	char parent[ISOFT_PATH_MAX];
	unsigned char random[8];
	char hex[sizeof(random) * 2 + 1];

	isoft_paths_parent(path, parent);
	randombytes_buf(random, sizeof(random));
	sodium_bin2hex(hex, sizeof(hex), random, sizeof(random));
	snprintf(temporary, ISOFT_PATH_MAX, "%.*s/" ISOFT_TEMPORARY_PREFIX "%s", (int)(ISOFT_PATH_MAX - 64), parent, hex);
}

static bool atomic_create_fill(
	int descriptor, const isoft_permissions *permissions, const void *bytes, size_t length, uint64_t size)
{
	if (size > 0) {
		isoft_os_write_in_place(descriptor);
	}
	return isoft_permissions_apply(permissions, descriptor) && (size == 0 || isoft_os_reserve(descriptor, size))
		&& isoft_os_write_at(descriptor, bytes, length, 0) && isoft_os_sync(descriptor);
}

/* Returns 0, or the errno of the failed call. ENOENT: another process swept the temporary file away. */
static int atomic_create_once(
	const isoft_permissions *permissions, const char *path, const void *bytes, size_t length, uint64_t size)
{
	char temporary[ISOFT_PATH_MAX], parent[ISOFT_PATH_MAX];
	int descriptor, error = 0;

	temporary_path(path, temporary);
	descriptor = isoft_os_open(temporary, ISOFT_OS_NEW);
	if (descriptor == -1) {
		return errno;
	}
	if (!atomic_create_fill(descriptor, permissions, bytes, length, size)) {
		error = errno;
	}
	isoft_os_close(descriptor);
	if (!error && !isoft_os_link(temporary, path)) {
		error = errno;
	}
	isoft_os_remove(temporary);
	isoft_paths_parent(path, parent);
	if (!error && !isoft_os_sync_directory(parent)) {
		error = errno;
	}
	return error;
}

bool isoft_atomic_create(const isoft_permissions *permissions, const char *path, const void *bytes, size_t length,
	uint64_t size, isoft_failure *failure)
{
	int error = ENOENT;

	for (int i = 0; i < MAX_TRIES && error == ENOENT; i++) {
		error = atomic_create_once(permissions, path, bytes, length, size);
	}
	if (error == 0 || error == EEXIST) {
		return true;
	}
	isoft_permissions_explain("create", path, error, failure);
	errno = error;
	return false;
}

bool isoft_atomic_begin(isoft_atomic_file *file, const isoft_permissions *permissions, const char *path, uint64_t size)
{
	temporary_path(path, file->temporary);
	file->descriptor = isoft_os_open(file->temporary, ISOFT_OS_NEW);
	return file->descriptor != -1 && atomic_create_fill(file->descriptor, permissions, "", 0, size);
}

bool isoft_atomic_replace(isoft_atomic_file *file, const char *path)
{
	char parent[ISOFT_PATH_MAX];

	isoft_paths_parent(path, parent);
	if (!isoft_os_sync(file->descriptor) || !isoft_os_rename(file->temporary, path)) {
		return false;
	}
	isoft_os_close(file->descriptor);
	file->descriptor = -1;
	return isoft_os_sync_directory(parent);
}

void isoft_atomic_abandon(isoft_atomic_file *file)
{
	if (file->descriptor != -1) {
		isoft_os_close(file->descriptor);
		isoft_os_remove(file->temporary);
		file->descriptor = -1;
	}
}

void isoft_atomic_create_sweep(const char *directory)
{
	isoft_os_sweep(directory, ISOFT_TEMPORARY_PREFIX);
}
