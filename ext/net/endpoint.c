#include "net/endpoint.h"

#include <string.h>

#include "net/url_rules.h"

/* The rules of a request; and nothing behind the path, where a query of ours follows. */
static bool is_acceptable(const char *url, const char *unwanted)
{
	isoft_url_rules rules;

	return !isoft_url_rules_check(url, &rules) && !strpbrk(url, unwanted);
}

bool isoft_endpoint_check(const char *setting, const char *url, isoft_failure *failure)
{
	if (is_acceptable(url, "?#")) {
		return true;
	}
	return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
		"%s must be an https:// URL without user and query (http:// only to this machine); remove the setting for "
		"Keap's own",
		setting);
}

bool isoft_redirect_check(const char *url, isoft_failure *failure)
{
	if (is_acceptable(url, "#")) {
		return true;
	}
	return isoft_fail(failure, ISOFT_FAILURE_VALUE,
		"must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this "
		"machine)");
}
