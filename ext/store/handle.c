#include "store/handle.h"

#include <string.h>

bool isoft_store_account_fits(const char *account, isoft_failure *failure)
{
	size_t length = strnlen(account, ISOFT_ACCOUNT_MAX + 1);

	return (length >= 1 && length <= ISOFT_ACCOUNT_MAX)
		|| isoft_fail(failure, ISOFT_FAILURE_VALUE, "An account name must have 1 to %d bytes", ISOFT_ACCOUNT_MAX);
}
