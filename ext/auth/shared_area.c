#include "php_infusionsoft.h"

#include "auth/shared_area.h"

#include "auth/store_cache.h"

/* Where there is no store. Never given back: a request may go by them until the process ends. */
static isoft_shared *without_store;

#ifdef PHP_WIN32

void isoft_shared_area_minit(void)
{
	static isoft_shared of_process;

	without_store = &of_process;
}

#else

#include <sys/mman.h>

void isoft_shared_area_minit(void)
{
	static isoft_shared of_process;
	void *shared = mmap(NULL, sizeof(*without_store), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANON, -1, 0);

	without_store = shared == MAP_FAILED ? &of_process : shared;
}

#endif

isoft_shared *isoft_shared_area(void)
{
	isoft_store *store = isoft_store_cache_peek();
	isoft_shared *shared = store ? isoft_store_shared(store) : NULL;

	return shared ? shared : without_store;
}
