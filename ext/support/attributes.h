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

#endif
