/*
 * Allocations: how often the store asked for memory.
 */
#ifndef TESTS_STORE_ALLOCATIONS_H
#define TESTS_STORE_ALLOCATIONS_H

/* Since the process began. */
int allocations(void);

#endif
