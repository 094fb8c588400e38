#include "auth/pace.h"

#include "php_infusionsoft.h"

#include "auth/vault.h"
#include "net/pacing.h"
#include "store/shared.h"

_Static_assert(sizeof(isoft_pace_table) == sizeof(((isoft_shared *)NULL)->pacing), "the store has room for the clocks");
_Static_assert(offsetof(isoft_shared, pacing) % sizeof(isoft_pace_clock) == 0, "each on a cache line");

/* Where there is no store. Never given back: a request may go by it until the process ends. */
static isoft_pace_table *without_store;

#ifdef PHP_WIN32

void isoft_pace_startup(void)
{
	static isoft_pace_table of_process;

	without_store = &of_process;
}

#else

#include <sys/mman.h>

void isoft_pace_startup(void)
{
	static isoft_pace_table of_process;
	void *shared = mmap(NULL, sizeof(*without_store), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANON, -1, 0);

	without_store = shared == MAP_FAILED ? &of_process : shared;
}

#endif

/* Asked for anew each time: the store may have been mapped again meanwhile. */
static isoft_pace_clock *clock_of(const isoft_credential *credential)
{
	isoft_store *store = isoft_vault_peek();
	isoft_shared *shared = store ? isoft_store_shared(store) : NULL;

	return isoft_pacing_clock(shared ? (isoft_pace_table *)shared->pacing : without_store, credential->mark);
}

static isoft_pace pace_of(const isoft_credential *credential)
{
	return credential->kind == ISOFT_GRANT_OAUTH2 ? ISOFT_PACE_OAUTH : ISOFT_PACE_KEY;
}

int64_t isoft_pace_take(const isoft_credential *credential, int64_t most_ns)
{
	isoft_pace_now now = isoft_pacing_now();

	return isoft_pacing_take(clock_of(credential), pace_of(credential), &now, most_ns);
}

int64_t isoft_pace_leave(const isoft_credential *credential)
{
	isoft_pace_now now = isoft_pacing_now();

	return isoft_pacing_leave(clock_of(credential), pace_of(credential), &now);
}

void isoft_pace_left(const isoft_credential *credential)
{
	isoft_pace_now now = isoft_pacing_now();

	isoft_pacing_left(clock_of(credential), &now);
}

void isoft_pace_learn(const isoft_credential *credential, const isoft_reply *reply)
{
	isoft_pace_now now = isoft_pacing_now();

	if (reply->status) {
		isoft_pacing_learn(clock_of(credential), pace_of(credential), &now, reply);
	}
}
