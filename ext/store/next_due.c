#include "store/next_due.h"

static int64_t earliest_due(const isoft_mapping *mapping)
{
	uint32_t slots = isoft_mapping_slots(mapping);
	int64_t found = 0;

	for (uint32_t slot = 0; slot < slots; slot++) {
		int64_t due = __atomic_load_n(&isoft_mapping_entry(mapping, slot)->due, __ATOMIC_SEQ_CST);

		if (due > 0 && (!found || due < found)) {
			found = due;
		}
	}
	return found;
}

/*
 * A process returns only if the entries still give the same value after its own swap. So when the last process to swap
 * returns, the hint matches the entries: a writer that changes an entry later still has its own swap to do. If that
 * writer is killed before its swap, the hint is stale until the next lock of any account refreshes it.
 */
void isoft_next_due_refresh(const isoft_mapping *mapping)
{
	_Atomic int64_t *hint = &isoft_mapping_shared(mapping)->next_due;
	int64_t expected = atomic_load(hint), due = earliest_due(mapping);

	for (;;) {
		if (atomic_compare_exchange_strong(hint, &expected, due)) {
			int64_t due_after_swap = earliest_due(mapping);

			if (due_after_swap == due) {
				return;
			}
			expected = due;
			due = due_after_swap;
		} else {
			due = earliest_due(mapping);
		}
	}
}
