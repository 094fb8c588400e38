/*
 * Posix: what the tests of the store use of POSIX and mingw-w64 has not. Included before each of their sources.
 *
 * What Windows cannot do ends the test as skipped, with the reason; tests/windows/exceptions lists these tests.
 *
 * Ownership: as in POSIX. Locks: none. Bail-out: never; makes no Zend call.
 */
#ifndef TESTS_WINDOWS_POSIX_H
#define TESTS_WINDOWS_POSIX_H

#include <direct.h>
#include <fcntl.h>
#include <io.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { SIGKILL = 9, PROT_READ = 1, PROT_WRITE = 2, MAP_SHARED = 1, MAP_ANONYMOUS = 2, F_GETFD = 1, FD_CLOEXEC = 1 };

#define MAP_FAILED NULL

/* Returns memory that the test shares with the children that it starts afterwards, at the same address. Once a test. */
void *mmap(void *address, size_t length, int protection, int flags, int descriptor, off_t offset);

/* Ends the child that scene_fork() started. */
int kill(pid_t child, int signal);

int pause(void);
int rand_r(unsigned *state);
void *memmem(const void *bytes, size_t length, const void *part, size_t part_length);
unsigned geteuid(void);
ssize_t pread(int descriptor, void *bytes, size_t length, off_t offset);
ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset);

/* Descriptors without conversion of line ends, which children do not inherit. */
int posix_open(const char *path, int flags, ...);
int posix_mkdir(const char *path, unsigned mode);
int posix_rename(const char *from, const char *to);
int posix_truncate(const char *path, off_t length);

/* These skip the test. */
int posix_chmod(const char *path, unsigned mode);
int symlink(const char *target, const char *path);
int mkfifo(const char *path, unsigned mode);
int fcntl(int descriptor, int command, ...);

#define open posix_open
#define mkdir posix_mkdir
#define rename posix_rename
#define truncate posix_truncate
#define chmod posix_chmod

#endif
