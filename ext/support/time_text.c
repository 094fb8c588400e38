#include "php.h"

#include "support/time_text.h"

#include <stdio.h>
#include <time.h>

/* From the year 0 to the end of the year 9999. */
static const int64_t TIME_MIN = INT64_C(-62167219200), TIME_MAX = INT64_C(253402300799);

void isoft_time_text(char text[ISOFT_TIME_TEXT_SIZE], int64_t seconds)
{
	time_t time = (time_t)seconds;
	struct tm parts;

	if (seconds < TIME_MIN || seconds > TIME_MAX || !php_gmtime_r(&time, &parts)) {
		snprintf(text, ISOFT_TIME_TEXT_SIZE, "an unknown time");
		return;
	}
	strftime(text, ISOFT_TIME_TEXT_SIZE, "%Y-%m-%d %H:%M:%S UTC", &parts);
}
