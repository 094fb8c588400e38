/*
 * Crash points: named places at which a test ends, halts or fails the process. In developers' builds only
 * (--enable-infusionsoft-dev defines ISOFT_CRASH_POINTS); elsewhere nothing of them is left.
 *
 * The environment variable INFUSIONSOFT_CRASH_POINT, looked at once per process, says which, as
 * "name:action[:argument]":
 *
 *     kill, exit   the process ends there by SIGKILL or by _exit; the argument N: at the N-th time it gets there (1)
 *     fail         the point returns true and sets errno, once: the system call beside it shall have failed; N as above
 *     delay        the process halts there until the file in the argument appears, having made that file's name with
 *                  ".reached" after it
 *
 * A forked child goes on counting from where its parent was. No Zend.
 */
#ifndef ISOFT_SUPPORT_CRASH_POINT_H
#define ISOFT_SUPPORT_CRASH_POINT_H

#include <stdbool.h>

#ifdef ISOFT_CRASH_POINTS

bool isoft_crash_point(const char *name);

/* Whether the test chose this one. */
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
