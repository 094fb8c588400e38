/*
 * Due: the hint of when the next refresh is due, over all accounts.
 */
#ifndef ISOFT_STORE_NEXT_DUE_H
#define ISOFT_STORE_NEXT_DUE_H

#include "store/mapping.h"

/* Makes the hint what the entries say. To be called after an entry's `due` was written; any number may at once. */
void isoft_next_due_refresh(const isoft_mapping *mapping);

#endif
