/*
 * Allocations: counts the calls of malloc, calloc and realloc.
 *
 * Ownership: nothing is kept. Locks: takes no lock; the count is atomic. Bail-out: never; makes no Zend call.
 */
#ifndef TESTS_STORE_ALLOCATIONS_H
#define TESTS_STORE_ALLOCATIONS_H

/* Returns the number of allocations since the start of the process. */
int allocations(void);

#endif
