/*
 * OS: the system calls that the store needs, with one interface for POSIX and Windows.
 *
 * Functions that can fail return false or -1 and leave the reason in errno. They continue short reads and writes and
 * repeat interrupted calls. Descriptors are closed on exec; on POSIX they are never 0, 1 or 2. Paths are UTF-8.
 *
 * Ownership: the caller owns descriptors (isoft_os_close()) and views (isoft_os_unmap()).
 * Locks: only isoft_os_lock() and isoft_os_lock_range() take a lock, and they never wait.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_OS_H
#define ISOFT_STORE_OS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "support/attributes.h"

typedef enum { ISOFT_OS_FILE, ISOFT_OS_DIRECTORY, ISOFT_OS_SYMLINK, ISOFT_OS_OTHER } isoft_os_kind;

typedef struct {
	uint64_t device;
	uint64_t file; /* together with the device, identifies the file as long as a process has it open */
	uint64_t size;
	uint64_t allocated; /* bytes that have disk space; Windows: the size */
	uint32_t owner;
	uint32_t group;
	uint32_t mode; /* the permission bits */
	isoft_os_kind kind;
} isoft_os_facts;

typedef enum {
	ISOFT_OS_READ,
	ISOFT_OS_READ_WRITE,
	ISOFT_OS_NEW /* creates the file for reading and writing, on POSIX with mode 0600; EEXIST if it exists */
} isoft_os_access;

/* A file in memory, read-only. */
typedef struct {
	const void *address; /* NULL: nothing is mapped */
	size_t length;
} isoft_os_view;

/*
 * Opens the file and returns its descriptor, -1 on failure. If the last component of the path is a symlink, POSIX fails
 * with ELOOP and Windows opens the link itself, which isoft_permissions_fit() then refuses.
 */
ISOFT_MUST_CHECK int isoft_os_open(const char *path, isoft_os_access access);
void isoft_os_close(int descriptor);

ISOFT_MUST_CHECK bool isoft_os_facts_of(int descriptor, isoft_os_facts *facts);

/* Gives the facts of the file at the path. Describes a symlink itself unless `follow` is true. */
ISOFT_MUST_CHECK bool isoft_os_facts_at(const char *path, bool follow, isoft_os_facts *facts);

/* Reads exactly `length` bytes. Fails with EIO if the file ends before. */
ISOFT_MUST_CHECK bool isoft_os_read_at(int descriptor, void *bytes, size_t length, uint64_t offset);

/* Writes exactly `length` bytes. */
ISOFT_MUST_CHECK bool isoft_os_write_at(int descriptor, const void *bytes, size_t length, uint64_t offset);

/* Returns when the file's data, and the metadata needed to read them, are on the disk. */
ISOFT_MUST_CHECK bool isoft_os_sync(int descriptor);

/* Returns when the directory's entries are on the disk. */
ISOFT_MUST_CHECK bool isoft_os_sync_directory(const char *path);

/*
 * Asks the file system to write this empty file in place, so that a write needs no new space (btrfs copies on write
 * otherwise). Does nothing where it has no such choice.
 */
void isoft_os_write_in_place(int descriptor);

/* Grows the file to at least `size` bytes with disk space reserved for them. New bytes are zero. */
ISOFT_MUST_CHECK bool isoft_os_reserve(int descriptor, uint64_t size);

/*
 * Reserves disk space for the holes in the first `size` bytes, and changes no byte. Returns true as well where the file
 * system or the operating system has no such call.
 */
ISOFT_MUST_CHECK bool isoft_os_fill_holes(int descriptor, uint64_t size);

/* Tries to take the exclusive lock of the open file. Fails with EWOULDBLOCK if another open file has the lock. */
ISOFT_MUST_CHECK bool isoft_os_lock(int descriptor);

/* Releases all locks of the open file, those of ranges too, for all processes that share it. */
void isoft_os_unlock(int descriptor);

/*
 * Returns whether a lock on a range belongs to the open file, as that on a file does: whoever inherits the descriptor
 * holds it, and two threads exclude each other.
 */
bool isoft_os_locks_ranges_of_open_files(void);

/*
 * Tries to take the exclusive lock of a range of bytes, which need not exist. The file must be open for writing. Fails
 * with EWOULDBLOCK if another open file has a lock on one of them. A system without such locks locks the whole file.
 */
ISOFT_MUST_CHECK bool isoft_os_lock_range(int descriptor, uint64_t offset, uint64_t length);

/* Releases the lock of the range. Does nothing if it is not held. */
void isoft_os_unlock_range(int descriptor, uint64_t offset, uint64_t length);

/* Gives the file `from` the second name `to`. Fails with EEXIST if that name exists. */
ISOFT_MUST_CHECK bool isoft_os_link(const char *from, const char *to);
bool isoft_os_remove(const char *path);

/* Gives the file the name `to` instead of its own; a file that had this name loses it. */
ISOFT_MUST_CHECK bool isoft_os_rename(const char *from, const char *to);

/* Removes the files of the directory whose names begin with the prefix. Ignores errors. */
void isoft_os_sweep(const char *directory, const char *prefix);

/* Maps the first `length` bytes of the file. On failure the view is empty. */
ISOFT_MUST_CHECK bool isoft_os_map(int descriptor, size_t length, isoft_os_view *view);

/* Unmaps the view, if it is mapped, and makes it empty. */
void isoft_os_unmap(isoft_os_view *view);

/*
 * Sets the permission bits independently of the umask, and the owner and the group unless they are ISOFT_OS_SAME.
 * Windows: does nothing and returns true.
 */
#define ISOFT_OS_SAME UINT32_MAX
ISOFT_MUST_CHECK bool isoft_os_give(int descriptor, uint32_t mode, uint32_t owner, uint32_t group);

/* Returns the effective user id of this process; 0 is the superuser. */
uint32_t isoft_os_user(void);

/* Write the name of the user or group for a message, or its number if it has no name. `size` is that of `name`. */
void isoft_os_user_name(uint32_t user, char *name, size_t size);
void isoft_os_group_name(uint32_t group, char *name, size_t size);

/* Returns whether the effective user may write the file now. Opens nothing; Windows: opens the file and closes it. */
ISOFT_MUST_CHECK bool isoft_os_may_write(const char *path);

bool isoft_os_is_absolute(const char *path);
bool isoft_os_is_separator(char character);

#endif
