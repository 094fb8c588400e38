/*
 * Next due: maintains the hint of the time at which the next refresh of any account is due.
 *
 * Ownership: nothing is kept.
 * Locks: takes no lock; the hint is a lock-free atomic of the shared area.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_NEXT_DUE_H
#define ISOFT_STORE_NEXT_DUE_H

#include "store/mapping.h"

/*
 * Sets the hint to the earliest `due` of all entries. Call it after writing the `due` of an entry. Any number of
 * processes may call it at once. The mapping must be open.
 */
void isoft_next_due_refresh(const isoft_mapping *mapping);

#endif
