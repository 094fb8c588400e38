/*
 * What PHP's headers for Windows expect of Microsoft's compiler and mingw-w64 does otherwise. Included before every
 * source that includes them.
 */
#ifndef TESTS_WINDOWS_MINGW_H
#define TESTS_WINDOWS_MINGW_H

#include <_mingw.h>
#include <sys/types.h>

/* PHP defines the type itself. */
#define pid_t php_pid_t

/* mingw-w64 makes it `extern`, and PHP adds `static`. */
#undef __forceinline
#define __forceinline inline __attribute__((always_inline))

#endif
