#include "support/crash_point.h"

#if defined(ISOFT_CRASH_POINTS) && !defined(_WIN32)

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/clock.h"

enum { POLL_MS = 2 };

static struct {
	char name[64]; /* "": no point is chosen */
	char action[8];
	char argument[512];
	int reached;
} chosen;

static pthread_once_t choice_read = PTHREAD_ONCE_INIT;

static void crash_point_read_choice(void)
{
	const char *text = getenv("INFUSIONSOFT_CRASH_POINT");

	if (text && sscanf(text, "%63[^:]:%7[^:]:%511s", chosen.name, chosen.action, chosen.argument) < 2) {
		chosen.name[0] = '\0';
	}
}

bool isoft_crash_point_chosen(const char *name)
{
	pthread_once(&choice_read, crash_point_read_choice);
	return strcmp(name, chosen.name) == 0;
}

/* Reports that the point is reached, and waits until the test lets the process continue. */
static void crash_point_halt(void)
{
	char reached[sizeof(chosen.argument) + sizeof(".reached")];

	snprintf(reached, sizeof(reached), "%s.reached", chosen.argument);
	close(open(reached, O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
	while (access(chosen.argument, F_OK) != 0) {
		isoft_clock_sleep_ms(POLL_MS);
	}
}

bool isoft_crash_point(const char *name)
{
	int wanted;

	if (!isoft_crash_point_chosen(name)) {
		return false;
	}
	if (strcmp(chosen.action, "delay") == 0) {
		crash_point_halt();
		return false;
	}
	wanted = chosen.argument[0] ? atoi(chosen.argument) : 1;
	if (++chosen.reached != wanted) {
		return false;
	}
	if (strcmp(chosen.action, "kill") == 0) {
		kill(getpid(), SIGKILL);
	}
	if (strcmp(chosen.action, "exit") == 0) {
		_exit(1);
	}
	errno = EIO;
	return strcmp(chosen.action, "fail") == 0;
}

#elif defined(ISOFT_CRASH_POINTS)

/* Windows has no SIGKILL: there a point does nothing. */
bool isoft_crash_point_chosen(const char *name)
{
	(void)name;
	return false;
}

bool isoft_crash_point(const char *name)
{
	(void)name;
	return false;
}

#else

/* An empty translation unit is not C. */
typedef int isoft_no_crash_points;

#endif
