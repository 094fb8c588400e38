/*
 * Faults: makes the n-th system call that changes a file fail, write only a part, or kill the process.
 *
 * The counter counts pwrite, fdatasync, fsync, posix_fallocate, link, unlink, rename and fchmod since faults_set().
 * Each process has its own counter and fault; a forked child inherits both.
 *
 * Ownership: nothing is kept. Locks: takes no lock. Bail-out: never; makes no Zend call.
 */
#ifndef TESTS_STORE_FAULTS_H
#define TESTS_STORE_FAULTS_H

typedef enum {
	FAULT_NONE,
	FAULT_DIE_BEFORE, /* SIGKILL instead of the call */
	FAULT_DIE_WITHIN, /* a write larger than a sector writes its first half, then SIGKILL; other calls: DIE_BEFORE */
	FAULT_DIE_AFTER,  /* SIGKILL after the call */
	FAULT_ERROR,      /* the call and all later calls fail with the errno `error` */
	FAULT_SHORT       /* this write and all later writes write a few bytes at a time or fail with EINTR */
} fault_kind;

/* Calls `interfere` once, before the next lock of an account. */
void faults_before_lock(void (*interfere)(void));

/* Calls `interfere` at each sleep of this process, until it is NULL. */
void faults_while_asleep(void (*interfere)(void));

/* Applies the fault to call number `at`, counted from 1. */
void faults_set(fault_kind kind, int at, int error);

/* Returns the number of calls since faults_set(). */
int faults_calls(void);

#endif
