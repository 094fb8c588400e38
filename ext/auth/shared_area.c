#include "php_infusionsoft.h"

#include "auth/shared_area.h"

#include "auth/store_cache.h"

/* Used while there is no store. Never unmapped: requests may use it until the process ends. */
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

isoft_shared *isoft_shared_area(void)
{
	isoft_store *store = isoft_store_cache_peek();
	isoft_shared *shared = store ? isoft_store_shared(store) : NULL;

	return shared ? shared : area_without_store;
}
