/*
 * Faults: makes the n-th system call that changes a file fail, stop halfway or be this process's last.
 *
 * Counted are pwrite, fdatasync, fsync, posix_fallocate, link, unlink and fchmod, from the setting on. Per process; a
 * forked child inherits what is set.
 */
#ifndef TESTS_STORE_FAULTS_H
#define TESTS_STORE_FAULTS_H

typedef enum {
	FAULT_NONE,
	FAULT_DIE_BEFORE, /* SIGKILL, the call not made */
	FAULT_DIE_WITHIN, /* half of a write larger than a sector is made, then SIGKILL; as DIE_BEFORE for all others */
	FAULT_DIE_AFTER,
	FAULT_ERROR, /* the call fails with `error`, and all after it */
	FAULT_SHORT  /* all writes, from that one on, take a few bytes at a time, with interruptions */
} fault_kind;

/* Calls back, once, before the next flock. */
void faults_before_lock(void (*meddle)(void));

void faults_set(fault_kind kind, int at, int error);

/* The calls made since faults_set(). */
int faults_calls(void);

#endif
