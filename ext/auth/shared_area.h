/*
 * Pages: what all processes write in place (store/shared.h). The store's, where there is a store, so that all processes
 * that use it share them; else some that this process shares with those it forks, as FPM's master does with its
 * workers. Nothing is thrown.
 */
#ifndef ISOFT_AUTH_SHARED_AREA_H
#define ISOFT_AUTH_SHARED_AREA_H

#include "store/shared.h"

/* Once per process, before it forks. */
void isoft_shared_area_minit(void);

/* Never NULL. To be asked for anew each time: the store may have been mapped again meanwhile. */
isoft_shared *isoft_shared_area(void);

#endif
