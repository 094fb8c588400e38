/*
 * Shared area: the memory that all processes write without a lock (layout in store/shared.h).
 *
 * It is the store's mapped area if there is a store, so that all processes that use the store share it. Otherwise it is
 * anonymous memory that a process shares with the children it forks after MINIT, as the FPM master does with its
 * workers.
 *
 * Ownership: the area is borrowed; the anonymous one lives until the process ends. Locks: none; every field is atomic,
 * so a killed process leaves each field whole. Never throws; bailout: none.
 */
#ifndef ISOFT_AUTH_SHARED_AREA_H
#define ISOFT_AUTH_SHARED_AREA_H

#include "store/shared.h"

/* Maps the anonymous area. Called once per process, from MINIT, before the process forks. */
void isoft_shared_area_minit(void);

/*
 * Returns the area, never NULL. Call this before each use instead of keeping the pointer: the store may be mapped again
 * meanwhile.
 */
isoft_shared *isoft_shared_area(void);

#endif
