#include "php_infusionsoft.h"

#include "auth/shared_area.h"

#include "auth/store_cache.h"
#include "support/assert.h"

/* Never unmapped: requests may use it until the process ends. */
static isoft_shared *area_without_store;

#ifdef PHP_WIN32

void isoft_shared_area_minit(void)
{
	static isoft_shared of_process;

	area_without_store = &of_process;
}

#else

#include <sys/mman.h>

void isoft_shared_area_minit(void)
{
	/* If the mapping fails, each process has its own area. */
	static isoft_shared of_process;
	void *shared = mmap(NULL, sizeof(*area_without_store), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANON, -1, 0);

	area_without_store = shared == MAP_FAILED ? &of_process : shared;
}

#endif

/* `get` copies the part from the store: with or without the lock of its range. */
static void *area_lend(isoft_shared_part *part, size_t offset, void *copy, size_t length,
	bool (*get)(isoft_store *, size_t, void *, size_t))
{
	isoft_store *store = isoft_store_cache_peek();
	bool is_stored = store && get(store, offset, copy, length);

	*part = (isoft_shared_part){
		.bytes = is_stored ? copy : (char *)area_without_store + offset,
		.offset = offset,
		.length = length,
		.store = is_stored ? store : NULL,
		.is_stand_in = store && !is_stored,
	};
	return part->bytes;
}

void *isoft_shared_area_read(isoft_shared_part *part, size_t offset, void *copy, size_t length)
{
	return area_lend(part, offset, copy, length, isoft_store_shared_read);
}

void *isoft_shared_area_take(isoft_shared_part *part, size_t offset, void *copy, size_t length)
{
	return area_lend(part, offset, copy, length, isoft_store_shared_take);
}

bool isoft_shared_area_write(const isoft_shared_part *part, const void *changed, size_t length)
{
	size_t at = (size_t)((const char *)changed - (const char *)part->bytes);

	ISOFT_ASSERT(at + length <= part->length);
	return !part->store || isoft_store_shared_write(part->store, part->offset + at, changed, length);
}

void isoft_shared_area_release(const isoft_shared_part *part)
{
	if (part->store) {
		isoft_store_shared_release(part->store, part->offset, part->length);
	}
}
