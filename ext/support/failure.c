#include "support/failure.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool isoft_fail(isoft_failure *failure, isoft_failure_kind kind, const char *format, ...)
{
	va_list arguments;

	memset(failure, 0, sizeof(*failure));
	failure->kind = kind;
	va_start(arguments, format);
	vsnprintf(failure->message, sizeof(failure->message), format, arguments);
	va_end(arguments);
	return false;
}
