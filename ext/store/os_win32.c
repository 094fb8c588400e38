/*
 * Descriptors are those of the C runtime, so that they are small integers as on POSIX. Owners and modes are not read:
 * on Windows, the access control list of the directory decides, and the files inherit it.
 */
#include "store/os.h"

#ifdef _WIN32
#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

enum { WIDE_PATH_MAX = 1100, DIRECTORY_MODE = 0700, FILE_MODE = 0600 };

/* Sets errno from the last Windows error and returns false. */
static bool os_fail(void)
{
	switch (GetLastError()) {
		case ERROR_FILE_NOT_FOUND:
		case ERROR_PATH_NOT_FOUND:
			errno = ENOENT;
			break;
		case ERROR_FILE_EXISTS:
		case ERROR_ALREADY_EXISTS:
			errno = EEXIST;
			break;
		case ERROR_ACCESS_DENIED:
		case ERROR_SHARING_VIOLATION:
			errno = EACCES;
			break;
		case ERROR_LOCK_VIOLATION:
		case ERROR_IO_PENDING:
			errno = EWOULDBLOCK;
			break;
		case ERROR_DISK_FULL:
		case ERROR_HANDLE_DISK_FULL:
			errno = ENOSPC;
			break;
		case ERROR_WRITE_PROTECT:
			errno = EROFS;
			break;
		case ERROR_TOO_MANY_OPEN_FILES:
			errno = EMFILE;
			break;
		default:
			errno = EIO;
	}
	return false;
}

static HANDLE os_handle(int descriptor)
{
	return (HANDLE)_get_osfhandle(descriptor);
}

static bool os_widen(const char *path, wchar_t wide[WIDE_PATH_MAX])
{
	return MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path, -1, wide, WIDE_PATH_MAX) > 0 || os_fail();
}

int isoft_os_open(const char *path, isoft_os_access access)
{
	wchar_t wide[WIDE_PATH_MAX];
	DWORD rights = access == ISOFT_OS_READ ? GENERIC_READ : GENERIC_READ | GENERIC_WRITE;
	DWORD sharing = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
	DWORD disposition = access == ISOFT_OS_NEW ? CREATE_NEW : OPEN_EXISTING;
	HANDLE handle;
	int descriptor;

	if (!os_widen(path, wide)) {
		return -1;
	}
	/* Opens a link itself, so that isoft_permissions_fit() refuses it. The handle is not inheritable by default. */
	handle = CreateFileW(wide, rights, sharing, NULL, disposition, FILE_FLAG_OPEN_REPARSE_POINT, NULL);
	if (handle == INVALID_HANDLE_VALUE) {
		os_fail();
		return -1;
	}
	descriptor = _open_osfhandle((intptr_t)handle, _O_BINARY | _O_NOINHERIT);
	if (descriptor == -1) {
		CloseHandle(handle);
	}
	return descriptor;
}

void isoft_os_close(int descriptor)
{
	_close(descriptor);
}

static isoft_os_kind os_kind(DWORD attributes)
{
	if (attributes & FILE_ATTRIBUTE_REPARSE_POINT) {
		return ISOFT_OS_SYMLINK;
	}
	return attributes & FILE_ATTRIBUTE_DIRECTORY ? ISOFT_OS_DIRECTORY : ISOFT_OS_FILE;
}

static bool os_facts_of_handle(HANDLE handle, isoft_os_facts *facts)
{
	BY_HANDLE_FILE_INFORMATION information;

	if (!GetFileInformationByHandle(handle, &information)) {
		return os_fail();
	}
	facts->device = information.dwVolumeSerialNumber;
	facts->file = (uint64_t)information.nFileIndexHigh << 32 | information.nFileIndexLow;
	facts->size = (uint64_t)information.nFileSizeHigh << 32 | information.nFileSizeLow;
	facts->allocated = facts->size;
	facts->kind = os_kind(information.dwFileAttributes);
	facts->owner = 0;
	facts->group = 0;
	facts->mode = facts->kind == ISOFT_OS_DIRECTORY ? DIRECTORY_MODE : FILE_MODE;
	return true;
}

bool isoft_os_facts_of(int descriptor, isoft_os_facts *facts)
{
	return os_facts_of_handle(os_handle(descriptor), facts);
}

bool isoft_os_facts_at(const char *path, bool follow, isoft_os_facts *facts)
{
	wchar_t wide[WIDE_PATH_MAX];
	DWORD sharing = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
	DWORD flags = FILE_FLAG_BACKUP_SEMANTICS | (follow ? 0 : FILE_FLAG_OPEN_REPARSE_POINT);
	HANDLE handle;
	bool known;

	if (!os_widen(path, wide)) {
		return false;
	}
	handle = CreateFileW(wide, FILE_READ_ATTRIBUTES, sharing, NULL, OPEN_EXISTING, flags, NULL);
	if (handle == INVALID_HANDLE_VALUE) {
		return os_fail();
	}
	known = os_facts_of_handle(handle, facts);
	CloseHandle(handle);
	return known;
}

static OVERLAPPED overlapped_at(uint64_t offset)
{
	OVERLAPPED overlapped;

	memset(&overlapped, 0, sizeof(overlapped));
	overlapped.Offset = (DWORD)offset;
	overlapped.OffsetHigh = (DWORD)(offset >> 32);
	return overlapped;
}

bool isoft_os_read_at(int descriptor, void *bytes, size_t length, uint64_t offset)
{
	char *at = bytes;

	while (length) {
		OVERLAPPED overlapped = overlapped_at(offset);
		DWORD got = 0;

		if (!ReadFile(os_handle(descriptor), at, (DWORD)length, &got, &overlapped)) {
			return os_fail();
		}
		if (got == 0) {
			errno = EIO;
			return false;
		}
		at += got;
		offset += got;
		length -= got;
	}
	return true;
}

bool isoft_os_write_at(int descriptor, const void *bytes, size_t length, uint64_t offset)
{
	const char *at = bytes;

	while (length) {
		OVERLAPPED overlapped = overlapped_at(offset);
		DWORD written = 0;

		if (!WriteFile(os_handle(descriptor), at, (DWORD)length, &written, &overlapped)) {
			return os_fail();
		}
		if (written == 0) {
			errno = EIO;
			return false;
		}
		at += written;
		offset += written;
		length -= written;
	}
	return true;
}

bool isoft_os_sync(int descriptor)
{
	return FlushFileBuffers(os_handle(descriptor)) || os_fail();
}

/* NTFS logs changes of directories itself. */
bool isoft_os_sync_directory(const char *path)
{
	(void)path;
	return true;
}

void isoft_os_write_in_place(int descriptor)
{
	(void)descriptor;
}

bool isoft_os_reserve(int descriptor, uint64_t size)
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

/* A file has no holes here unless a program marks it as sparse. */
bool isoft_os_fill_holes(int descriptor, uint64_t size)
{
	(void)descriptor;
	(void)size;
	return true;
}

bool isoft_os_lock(int descriptor)
{
	return isoft_os_lock_range(descriptor, 0, 1);
}

void isoft_os_unlock(int descriptor)
{
	isoft_os_unlock_range(descriptor, 0, 1);
}

/* They do, but a store on Windows keeps the files that it always had. */
bool isoft_os_locks_ranges_of_open_files(void)
{
	return false;
}

bool isoft_os_lock_range(int descriptor, uint64_t offset, uint64_t length)
{
	OVERLAPPED overlapped = overlapped_at(offset);
	DWORD flags = LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY;

	return LockFileEx(os_handle(descriptor), flags, 0, (DWORD)length, (DWORD)(length >> 32), &overlapped) || os_fail();
}

void isoft_os_unlock_range(int descriptor, uint64_t offset, uint64_t length)
{
	OVERLAPPED overlapped = overlapped_at(offset);

	UnlockFileEx(os_handle(descriptor), 0, (DWORD)length, (DWORD)(length >> 32), &overlapped);
}

/* If the file system has no hard links, moves the file instead. MoveFileExW() does not replace an existing file. */
bool isoft_os_link(const char *from, const char *to)
{
	wchar_t wide_from[WIDE_PATH_MAX], wide_to[WIDE_PATH_MAX];

	if (!os_widen(from, wide_from) || !os_widen(to, wide_to)) {
		return false;
	}
	if (CreateHardLinkW(wide_to, wide_from, NULL)) {
		return true;
	}
	if (GetLastError() == ERROR_INVALID_FUNCTION || GetLastError() == ERROR_NOT_SUPPORTED) {
		return MoveFileExW(wide_from, wide_to, MOVEFILE_WRITE_THROUGH) || os_fail();
	}
	return os_fail();
}

/* A file that a process has mapped cannot be replaced here. */
bool isoft_os_rename(const char *from, const char *to)
{
	wchar_t wide_from[WIDE_PATH_MAX], wide_to[WIDE_PATH_MAX];

	return os_widen(from, wide_from) && os_widen(to, wide_to)
		&& (MoveFileExW(wide_from, wide_to, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) || os_fail());
}

bool isoft_os_remove(const char *path)
{
	wchar_t wide[WIDE_PATH_MAX];

	return os_widen(path, wide) && (DeleteFileW(wide) || os_fail());
}

void isoft_os_sweep(const char *directory, const char *prefix)
{
	wchar_t pattern[WIDE_PATH_MAX], path[WIDE_PATH_MAX * 2], wide[WIDE_PATH_MAX];
	char narrow[WIDE_PATH_MAX];
	WIN32_FIND_DATAW found;
	HANDLE listing;

	snprintf(narrow, sizeof(narrow), "%s/%s*", directory, prefix);
	if (!os_widen(narrow, pattern) || !os_widen(directory, wide)) {
		return;
	}
	listing = FindFirstFileW(pattern, &found);
	if (listing == INVALID_HANDLE_VALUE) {
		return;
	}
	do {
		_snwprintf(path, WIDE_PATH_MAX * 2, L"%ls/%ls", wide, found.cFileName);
		DeleteFileW(path);
	} while (FindNextFileW(listing, &found));
	FindClose(listing);
}

bool isoft_os_map(int descriptor, size_t length, isoft_os_view *view)
{
	HANDLE mapping;

	memset(view, 0, sizeof(*view));
	mapping = CreateFileMappingW(os_handle(descriptor), NULL, PAGE_READONLY, 0, 0, NULL);
	if (!mapping) {
		return os_fail();
	}
	view->address = MapViewOfFile(mapping, FILE_MAP_READ, 0, 0, length);
	CloseHandle(mapping);
	if (!view->address) {
		return os_fail();
	}
	view->length = length;
	return true;
}

void isoft_os_unmap(isoft_os_view *view)
{
	if (view->address) {
		UnmapViewOfFile(view->address);
	}
	memset(view, 0, sizeof(*view));
}

/* The access control list decides, and only opening asks it. */
bool isoft_os_may_write(const char *path)
{
	int descriptor = isoft_os_open(path, ISOFT_OS_READ_WRITE);

	if (descriptor == -1) {
		return errno == EMFILE;
	}
	isoft_os_close(descriptor);
	return true;
}

bool isoft_os_is_absolute(const char *path)
{
	bool has_drive = path[0] && path[1] == ':' && (path[2] == '/' || path[2] == '\\');

	return has_drive || (path[0] == '\\' && path[1] == '\\');
}

bool isoft_os_is_separator(char character)
{
	return character == '/' || character == '\\';
}

#endif
