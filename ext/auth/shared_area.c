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

static void *part_of_memory(isoft_shared_part *part, bool is_stand_in)
{
	part->store = NULL;
	part->is_stand_in = is_stand_in;
	part->bytes = (char *)area_without_store + part->offset;
	return part->bytes;
}

static void *part_of_store(isoft_shared_part *part, isoft_store *store, void *copy)
{
	part->store = store;
	part->is_stand_in = false;
	part->bytes = copy;
	return copy;
}

void *isoft_shared_area_read(isoft_shared_part *part, size_t offset, void *copy, size_t length)
{
	isoft_store *store = isoft_store_cache_peek();

	part->offset = offset;
	part->length = length;
	return store && isoft_store_shared_read(store, offset, copy, length) ? part_of_store(part, store, copy)
																		 : part_of_memory(part, store != NULL);
}

void *isoft_shared_area_take(isoft_shared_part *part, size_t offset, void *copy, size_t length)
{
	isoft_store *store = isoft_store_cache_peek();

	part->offset = offset;
	part->length = length;
	return store && isoft_store_shared_take(store, offset, copy, length) ? part_of_store(part, store, copy)
																		 : part_of_memory(part, store != NULL);
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
