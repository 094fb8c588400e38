/* The limit on the command line: `limit SECONDS`. Reads the environment of bench/keap.php; prints the JSON of bench/cli.php. */
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "limit.h"

static double now(clockid_t clock)
{
	struct timespec time;

	clock_gettime(clock, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double cpu(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

int main(int count, char **arguments)
{
	static limit self;
	double seconds = count > 1 ? atof(arguments[1]) : 1, began, cpu_began;
	long pairs = 0;

	limit_init(&self, getenv("BENCH_BASE"), getenv("BENCH_CA"), getenv("BENCH_TOKEN"));
	for (int i = 0; i < 20; i++) {
		if (!limit_create(&self) || !limit_tag(&self)) {
			return 1;
		}
	}
	began = now(CLOCK_MONOTONIC);
	cpu_began = cpu();
	while (now(CLOCK_MONOTONIC) - began < seconds) {
		if (!limit_create(&self) || !limit_tag(&self)) {
			return 1;
		}
		pairs++;
	}
	printf("{\"calls\":%ld,\"cpu\":%.9f,\"wall\":%.9f}\n", 2 * pairs, (cpu() - cpu_began) / (double)(2 * pairs),
		(now(CLOCK_MONOTONIC) - began) / (double)(2 * pairs));
	return 0;
}
