/*
 * Attributes: promises in declarations that the compiler checks. Macros only: no state, no lock, no Zend.
 */
#ifndef ISOFT_SUPPORT_ATTRIBUTES_H
#define ISOFT_SUPPORT_ATTRIBUTES_H

/* The caller must use the returned value: false, NULL or an error code reports that the function failed. */
#if defined(__GNUC__)
#define ISOFT_MUST_CHECK __attribute__((warn_unused_result))
#else
#define ISOFT_MUST_CHECK
#endif

/* Argument number `format_argument` is a format of printf(), and its values begin with argument number `first`. */
#if defined(__MINGW32__)
#define ISOFT_PRINTF(format_argument, first) __attribute__((format(gnu_printf, format_argument, first)))
#elif defined(__GNUC__)
#define ISOFT_PRINTF(format_argument, first) __attribute__((format(printf, format_argument, first)))
#else
#define ISOFT_PRINTF(format_argument, first)
#endif

/* A variable of which each thread has its own. */
#if defined(_MSC_VER)
#define ISOFT_THREAD_LOCAL __declspec(thread)
#else
#define ISOFT_THREAD_LOCAL _Thread_local
#endif

#endif
