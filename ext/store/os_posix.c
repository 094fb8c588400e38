#ifndef _WIN32
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "store/os.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#if defined(__linux__) && defined(__has_include)
#if __has_include(<linux/fs.h>)
#include <linux/fs.h>
#include <sys/ioctl.h>
#endif
#endif

/* If a standard stream is closed, the store must not get its number: code that prints would write into the store. */
static int move_above_standard_streams(int descriptor)
{
	int above;

	if (descriptor < 0 || descriptor > STDERR_FILENO) {
		return descriptor;
	}
	above = fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	close(descriptor);
	return above;
}

int isoft_os_open(const char *path, isoft_os_access access)
{
	/* O_NONBLOCK: if a FIFO is at the path, open() must not wait for its other end. */
	int flags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
	int descriptor;

	flags |= access == ISOFT_OS_READ ? O_RDONLY : O_RDWR;
	flags |= access == ISOFT_OS_NEW ? O_CREAT | O_EXCL : 0;
	do {
		descriptor = open(path, flags, 0600);
	} while (descriptor == -1 && errno == EINTR);
	return move_above_standard_streams(descriptor);
}

void isoft_os_close(int descriptor)
{
	close(descriptor);
}

static isoft_os_kind os_kind(mode_t mode)
{
	if (S_ISREG(mode)) {
		return ISOFT_OS_FILE;
	}
	if (S_ISDIR(mode)) {
		return ISOFT_OS_DIRECTORY;
	}
	return S_ISLNK(mode) ? ISOFT_OS_SYMLINK : ISOFT_OS_OTHER;
}

static bool os_fill_facts(const struct stat *status, isoft_os_facts *facts)
{
	facts->device = (uint64_t)status->st_dev;
	facts->file = (uint64_t)status->st_ino;
	facts->size = (uint64_t)status->st_size;
	facts->allocated = (uint64_t)status->st_blocks * 512; /* POSIX systems count units of 512 bytes */
	facts->owner = (uint32_t)status->st_uid;
	facts->group = (uint32_t)status->st_gid;
	facts->mode = (uint32_t)status->st_mode & 07777;
	facts->kind = os_kind(status->st_mode);
	return true;
}

bool isoft_os_facts_of(int descriptor, isoft_os_facts *facts)
{
	struct stat status;

	return fstat(descriptor, &status) == 0 && os_fill_facts(&status, facts);
}

bool isoft_os_facts_at(const char *path, bool follow, isoft_os_facts *facts)
{
	struct stat status;

	return (follow ? stat(path, &status) : lstat(path, &status)) == 0 && os_fill_facts(&status, facts);
}

bool isoft_os_read_at(int descriptor, void *bytes, size_t length, uint64_t offset)
{
	char *at = bytes;

	while (length) {
		ssize_t got = pread(descriptor, at, length, (off_t)offset);

		if (got == -1 && errno == EINTR) {
			continue;
		}
		if (got <= 0) {
			errno = got == 0 ? EIO : errno;
			return false;
		}
		at += got;
		offset += (uint64_t)got;
		length -= (size_t)got;
	}
	return true;
}

bool isoft_os_write_at(int descriptor, const void *bytes, size_t length, uint64_t offset)
{
	const char *at = bytes;

	while (length) {
		ssize_t written = pwrite(descriptor, at, length, (off_t)offset);

		if (written == -1 && errno == EINTR) {
			continue;
		}
		if (written <= 0) {
			errno = written == 0 ? EIO : errno;
			return false;
		}
		at += written;
		offset += (uint64_t)written;
		length -= (size_t)written;
	}
	return true;
}

bool isoft_os_sync(int descriptor)
{
	int result;

	do {
#ifdef __APPLE__
		result = fcntl(descriptor, F_FULLFSYNC);
#else
		result = fdatasync(descriptor);
#endif
	} while (result == -1 && errno == EINTR);
	return result != -1;
}

bool isoft_os_sync_directory(const char *path)
{
	int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	/* EINVAL: the file system does not sync directories, which is not an error. */
	bool done = descriptor != -1 && (fsync(descriptor) == 0 || errno == EINVAL);

	if (descriptor != -1) {
		close(descriptor);
	}
	return done;
}

/* Writes zeros from the end of the file up to `size`. */
static bool os_write_zeros(int descriptor, uint64_t size)
{
	static const char zeros[65536];
	isoft_os_facts facts;

	if (!isoft_os_facts_of(descriptor, &facts)) {
		return false;
	}
	for (uint64_t at = facts.size; at < size;) {
		size_t length = size - at < sizeof(zeros) ? (size_t)(size - at) : sizeof(zeros);

		if (!isoft_os_write_at(descriptor, zeros, length, at)) {
			return false;
		}
		at += length;
	}
	return true;
}

void isoft_os_write_in_place(int descriptor)
{
#ifdef FS_NOCOW_FL
	int flags = 0;

	if (ioctl(descriptor, FS_IOC_GETFLAGS, &flags) == 0) {
		flags |= FS_NOCOW_FL;
		ioctl(descriptor, FS_IOC_SETFLAGS, &flags);
	}
#else
	(void)descriptor;
#endif
}

bool isoft_os_reserve(int descriptor, uint64_t size)
{
#ifndef __APPLE__
	int error;

	do {
		error = posix_fallocate(descriptor, 0, (off_t)size);
	} while (error == EINTR);
	if (error != EOPNOTSUPP && error != EINVAL) {
		errno = error;
		return error == 0;
	}
#endif
	return os_write_zeros(descriptor, size);
}

/*
 * Not by posix_fallocate(): where the file system cannot, glibc writes zeros, and would overwrite what another process
 * writes at the same time.
 */
bool isoft_os_fill_holes(int descriptor, uint64_t size)
{
#ifdef __linux__
	int result;

	do {
		result = fallocate(descriptor, 0, 0, (off_t)size);
	} while (result == -1 && errno == EINTR);
	return result == 0 || errno == EOPNOTSUPP || errno == ENOSYS;
#else
	(void)descriptor;
	(void)size;
	return true;
#endif
}

bool isoft_os_link(const char *from, const char *to)
{
	return link(from, to) == 0;
}

bool isoft_os_rename(const char *from, const char *to)
{
	return rename(from, to) == 0;
}

bool isoft_os_remove(const char *path)
{
	return unlink(path) == 0;
}

void isoft_os_sweep(const char *directory, const char *prefix)
{
	DIR *listing = opendir(directory);
	struct dirent *found;

	if (!listing) {
		return;
	}
	while ((found = readdir(listing))) {
		if (strncmp(found->d_name, prefix, strlen(prefix)) == 0) {
			unlinkat(dirfd(listing), found->d_name, 0);
		}
	}
	closedir(listing);
}

bool isoft_os_map(int descriptor, size_t length, isoft_os_view *view)
{
	void *address = mmap(NULL, length, PROT_READ, MAP_SHARED, descriptor, 0);

	memset(view, 0, sizeof(*view));
	if (address == MAP_FAILED) {
		return false;
	}
#ifdef MADV_DONTDUMP
	madvise(address, length, MADV_DONTDUMP);
#endif
	view->address = address;
	view->length = length;
	return true;
}

void isoft_os_unmap(isoft_os_view *view)
{
	if (view->address) {
		munmap((void *)view->address, view->length);
	}
	memset(view, 0, sizeof(*view));
}

bool isoft_os_give(int descriptor, uint32_t mode, uint32_t owner, uint32_t group)
{
	if ((owner != ISOFT_OS_SAME || group != ISOFT_OS_SAME) && fchown(descriptor, (uid_t)owner, (gid_t)group) == -1) {
		return false;
	}
	return fchmod(descriptor, (mode_t)mode) == 0;
}

uint32_t isoft_os_user(void)
{
	return (uint32_t)geteuid();
}

void isoft_os_user_name(uint32_t user, char *name, size_t size)
{
	struct passwd entry, *found = NULL;
	char strings[4096];

	if (getpwuid_r((uid_t)user, &entry, strings, sizeof(strings), &found) == 0 && found) {
		snprintf(name, size, "%s", found->pw_name);
	} else {
		snprintf(name, size, "%u", (unsigned)user);
	}
}

void isoft_os_group_name(uint32_t group, char *name, size_t size)
{
	struct group entry, *found = NULL;
	char strings[4096];

	if (getgrgid_r((gid_t)group, &entry, strings, sizeof(strings), &found) == 0 && found) {
		snprintf(name, size, "%s", found->gr_name);
	} else {
		snprintf(name, size, "%u", (unsigned)group);
	}
}

bool isoft_os_may_write(const char *path)
{
	return faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0;
}

bool isoft_os_is_absolute(const char *path)
{
	return path[0] == '/';
}

bool isoft_os_is_separator(char character)
{
	return character == '/';
}

#endif
