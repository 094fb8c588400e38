#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "processes.h"
#include "scene.h"

#undef open
#undef mkdir
#undef rename
#undef truncate
#undef chmod

int kill(pid_t child, int signal)
{
	(void)signal;
	return TerminateProcess((HANDLE)child, PROCESSES_KILLED) ? 0 : -1;
}

int pause(void)
{
	Sleep(INFINITE);
	return -1;
}

int rand_r(unsigned *state)
{
	*state = *state * 1103515245 + 12345;
	return (int)(*state >> 16 & 0x7fff);
}

void *memmem(const void *bytes, size_t length, const void *part, size_t part_length)
{
	for (const char *at = bytes; length >= part_length; at++, length--) {
		if (memcmp(at, part, part_length) == 0) {
			return (void *)at;
		}
	}
	return NULL;
}

unsigned geteuid(void)
{
	return 0;
}

static OVERLAPPED overlapped_at(off_t offset)
{
	return (OVERLAPPED){.Offset = (DWORD)offset};
}

ssize_t pread(int descriptor, void *bytes, size_t length, off_t offset)
{
	OVERLAPPED overlapped = overlapped_at(offset);
	DWORD got = 0;

	return ReadFile((HANDLE)_get_osfhandle(descriptor), bytes, (DWORD)length, &got, &overlapped) ? (ssize_t)got : -1;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset)
{
	OVERLAPPED overlapped = overlapped_at(offset);
	DWORD put = 0;

	return WriteFile((HANDLE)_get_osfhandle(descriptor), bytes, (DWORD)length, &put, &overlapped) ? (ssize_t)put : -1;
}

/*
 * Not by _open(): it does not share the right to remove the file, and other processes of the test remove it. A mapped
 * file keeps its length despite O_TRUNC: the tests write as much again.
 */
int posix_open(const char *path, int flags, ...)
{
	DWORD sharing = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
	HANDLE handle = CreateFileA(path, flags & (O_WRONLY | O_RDWR) ? GENERIC_READ | GENERIC_WRITE : GENERIC_READ,
		sharing, NULL, flags & O_CREAT ? OPEN_ALWAYS : OPEN_EXISTING, 0, NULL);

	if (handle == INVALID_HANDLE_VALUE) {
		errno = ENOENT;
		return -1;
	}
	if (flags & O_TRUNC) {
		SetEndOfFile(handle);
	}
	return _open_osfhandle((intptr_t)handle, O_BINARY | O_NOINHERIT);
}

int posix_mkdir(const char *path, unsigned mode)
{
	(void)mode;
	return _mkdir(path);
}

int posix_rename(const char *from, const char *to)
{
	return MoveFileExA(from, to, MOVEFILE_REPLACE_EXISTING) ? 0 : -1;
}

int posix_truncate(const char *path, off_t length)
{
	int descriptor = posix_open(path, O_RDWR);
	int result = descriptor == -1 ? -1 : _chsize(descriptor, length);

	if (descriptor != -1) {
		close(descriptor);
	}
	if (result != 0) {
		scene_skip("a mapped file cannot be cut short");
	}
	return result;
}

int posix_chmod(const char *path, unsigned mode)
{
	(void)path;
	(void)mode;
	scene_skip("Windows has no modes");
}

int symlink(const char *target, const char *path)
{
	(void)target;
	(void)path;
	scene_skip("links need a privilege on Windows");
}

int mkfifo(const char *path, unsigned mode)
{
	(void)path;
	(void)mode;
	scene_skip("Windows has no FIFOs");
}

int fcntl(int descriptor, int command, ...)
{
	(void)descriptor;
	(void)command;
	scene_skip("Windows has no fcntl()");
}
