/*
 * Assert: invariants of state that is shared or handed over, checked in developers' builds only.
 *
 * A condition must have no side effect. --enable-infusionsoft-dev, the native tests and the fuzz targets define
 * ISOFT_ASSERTS; elsewhere nothing is left of an assertion.
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
