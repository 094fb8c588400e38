#include "support/time_text.h"

#include <stdbool.h>
#include <stdio.h>
#include <time.h>

/* From the year 0 to the end of the year 9999. */
static const int64_t TIME_MIN = INT64_C(-62167219200), TIME_MAX = INT64_C(253402300799);

/* Returns false for a time that the system cannot tell. */
static bool split_time(time_t time, struct tm *parts)
{
#ifdef _WIN32
	return gmtime_s(parts, &time) == 0;
#else
	return gmtime_r(&time, parts) != NULL;
#endif
}

void isoft_time_text(char text[ISOFT_TIME_TEXT_SIZE], int64_t seconds)
{
	struct tm parts;

	if (seconds < TIME_MIN || seconds > TIME_MAX || !split_time((time_t)seconds, &parts)) {
		snprintf(text, ISOFT_TIME_TEXT_SIZE, "an unknown time");
		return;
	}
	strftime(text, ISOFT_TIME_TEXT_SIZE, "%Y-%m-%d %H:%M:%S UTC", &parts);
}
