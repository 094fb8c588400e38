/*
 * Assert: checks invariants of state that is shared or handed over, in developers' builds only.
 *
 * If a condition is false, the process prints it and aborts. A condition must have no side effect.
 * --enable-infusionsoft-dev, the native tests and the fuzz targets define ISOFT_ASSERTS; without it an assertion
 * generates no code. No lock, no Zend: never bails out.
 */
#ifndef ISOFT_SUPPORT_ASSERT_H
#define ISOFT_SUPPORT_ASSERT_H

#ifdef ISOFT_ASSERTS
#include <stdio.h>
#include <stdlib.h>

#define ISOFT_ASSERT(condition) \
	((condition) ? (void)0 : (fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition), abort()))
#else
#define ISOFT_ASSERT(condition) ((void)sizeof(condition))
#endif

#endif
