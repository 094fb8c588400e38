/*
 * Makes a source take the branch for Microsoft's compiler, as far as mingw-w64 can compile it. Included before the
 * source; what has other branches for that compiler must be included before the definition.
 */
#ifndef TESTS_WINDOWS_MSVC_H
#define TESTS_WINDOWS_MSVC_H

#include <intrin.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Of these intrinsics mingw-w64 has no own form: a volatile read that is not split. */
static inline int32_t __iso_volatile_load32(const volatile int32_t *from)
{
	return *from;
}

static inline int64_t __iso_volatile_load64(const volatile int64_t *from)
{
	return *from;
}

#define _MSC_VER 1929

#endif
