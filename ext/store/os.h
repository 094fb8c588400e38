/*
 * OS: the system calls the store is made of, behind one face for POSIX and Windows.
 *
 * Functions that can fail return false (or -1) and leave the reason in errno. Calls are complete: short writes go on,
 * interrupted calls are made again. Descriptors are closed on exec and are never 0, 1 or 2. Paths are UTF-8.
 */
#ifndef ISOFT_STORE_OS_H
#define ISOFT_STORE_OS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum { ISOFT_OS_FILE, ISOFT_OS_DIRECTORY, ISOFT_OS_SYMLINK, ISOFT_OS_OTHER } isoft_os_kind;

typedef struct {
	uint64_t device;
	uint64_t file; /* with the device: which file it is, as long as someone has it open */
	uint64_t size;
	uint32_t owner;
	uint32_t group;
	uint32_t mode; /* the permission bits */
	isoft_os_kind kind;
} isoft_os_facts;

typedef enum {
	ISOFT_OS_READ,
	ISOFT_OS_READ_WRITE,
	ISOFT_OS_NEW /* to read and write; it must not be there yet; nobody else may open it */
} isoft_os_access;

typedef enum {
	ISOFT_OS_VIEW_READ,   /* read-only */
	ISOFT_OS_VIEW_SHARED, /* written by all */
	ISOFT_OS_VIEW_PRIVATE /* what is written stays here */
} isoft_os_sharing;

/* A part of a file in memory. The base is what the system gave, the address is what was asked for. */
typedef struct {
	void *address; /* NULL: nothing mapped */
	void *base;
	size_t length; /* from the base */
} isoft_os_view;

/* A symlink in the last place is refused (ELOOP). -1 on failure. */
int isoft_os_open(const char *path, isoft_os_access access);
void isoft_os_close(int descriptor);

bool isoft_os_facts_of(int descriptor, isoft_os_facts *facts);

/* Of what is at the path, a symlink being itself unless `follow`. */
bool isoft_os_facts_at(const char *path, bool follow, isoft_os_facts *facts);

/* Reads exactly `length` bytes; a shorter file is EIO. */
bool isoft_os_read_at(int descriptor, void *bytes, size_t length, uint64_t offset);
bool isoft_os_write_at(int descriptor, const void *bytes, size_t length, uint64_t offset);

/* What was written is on the disk, and with it what is needed to find it. */
bool isoft_os_sync(int descriptor);
bool isoft_os_sync_directory(const char *path);

/* The file has `size` bytes at least, and the disk has room for them; new ones are zero. */
bool isoft_os_reserve(int descriptor, uint64_t size);

/* Tries to take the exclusive lock of the open file; EWOULDBLOCK where someone has it. */
bool isoft_os_lock(int descriptor);

/* Ends the lock for everybody who shares the open file. */
void isoft_os_unlock(int descriptor);

/* A second name for a file; EEXIST where the name is taken. */
bool isoft_os_link(const char *from, const char *to);
bool isoft_os_remove(const char *path);

/* Removes the files in the directory whose names begin with the prefix, as far as possible. */
void isoft_os_sweep(const char *directory, const char *prefix);

bool isoft_os_map(int descriptor, uint64_t offset, size_t length, isoft_os_sharing sharing, isoft_os_view *view);
void isoft_os_unmap(isoft_os_view *view);

/* Sets the permission bits whatever the umask, and the owner and group where they are not ISOFT_OS_SAME. */
#define ISOFT_OS_SAME UINT32_MAX
bool isoft_os_give(int descriptor, uint32_t mode, uint32_t owner, uint32_t group);

/* The user this process acts as; its superuser is 0. */
uint32_t isoft_os_user(void);

/* Names for messages; a number where there is no name. */
void isoft_os_user_name(uint32_t user, char *name, size_t size);
void isoft_os_group_name(uint32_t group, char *name, size_t size);

bool isoft_os_is_absolute(const char *path);
bool isoft_os_is_separator(char character);

#endif
