/*
 * Attributes: what a declaration promises, for the compiler to hold.
 */
#ifndef ISOFT_SUPPORT_ATTRIBUTES_H
#define ISOFT_SUPPORT_ATTRIBUTES_H

/* The caller must look at what the function returns: false or NULL says that it did not do what it is named after. */
#if defined(__GNUC__)
#define ISOFT_MUST_CHECK __attribute__((warn_unused_result))
#else
#define ISOFT_MUST_CHECK
#endif

#endif
