#include "php.h"

#include "auth/script_end.h"

#include <signal.h>
#include <string.h>

#include "SAPI.h"

#include "auth/detach.h"
#include "auth/grant_record.h"
#include "support/clock.h"

enum {
	WAIT_MAX_MS = ISOFT_GRANT_LOCK_WAIT_MS + 5000, /* an exchange is ended by its own alarm by then */
	PAUSE_MAX_MS = 10
};

bool isoft_script_end_is_process_end(void)
{
	static const char *const names[] = {"cli", "phpdbg", "micro"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (strcmp(sapi_module.name, names[i]) == 0) {
			return true;
		}
	}
	return false;
}

/* pcntl has dropped the script's handlers at the end of the request: the signal of a timer would end the process. */
static void ignore_timers_of_script(void)
{
#ifndef _WIN32
	static const int timers[] = {SIGALRM, SIGVTALRM, SIGPROF};

	for (size_t i = 0; i < sizeof(timers) / sizeof(*timers); i++) {
		signal(timers[i], SIG_IGN);
	}
#endif
}

void isoft_script_end_wait(void)
{
	int64_t deadline = isoft_clock_monotonic_ms() + WAIT_MAX_MS, pause = 1;

	if (!isoft_script_end_is_process_end() || !isoft_detach_any_runs()) {
		return;
	}
	ignore_timers_of_script();
	while (isoft_detach_any_runs() && isoft_clock_monotonic_ms() < deadline) {
		isoft_clock_sleep_ms(pause);
		pause = MIN(2 * pause, PAUSE_MAX_MS);
	}
}
