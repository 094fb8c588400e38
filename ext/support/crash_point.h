/*
 * Crash points: named places at which a test can end, halt or fail the process. They exist in developers' builds only
 * (--enable-infusionsoft-dev defines ISOFT_CRASH_POINTS); without it they generate no code.
 *
 * The environment variable INFUSIONSOFT_CRASH_POINT, read once per process, chooses one, as "name:action[:argument]":
 *
 *     kill, exit   ends the process by SIGKILL or by _exit when it reaches the point for the N-th time; the argument is
 *                  N, by default 1
 *     fail         makes the point return true once, with errno set, as if the system call beside it had failed; N as
 *                  above
 *     delay        creates the file named by the argument with ".reached" appended, and halts the process until the
 *                  file named by the argument exists
 *
 * A forked child continues the parent's count. No lock, no Zend: never bails out.
 */
#ifndef ISOFT_SUPPORT_CRASH_POINT_H
#define ISOFT_SUPPORT_CRASH_POINT_H

#include <stdbool.h>

#ifdef ISOFT_CRASH_POINTS

/* Acts if the test chose this point. Returns true if the caller has to act as if a system call had failed. */
bool isoft_crash_point(const char *name);

/* Whether the test chose this point. */
bool isoft_crash_point_chosen(const char *name);

#else

static inline bool isoft_crash_point(const char *name)
{
	(void)name;
	return false;
}

static inline bool isoft_crash_point_chosen(const char *name)
{
	(void)name;
	return false;
}

#endif

#endif
