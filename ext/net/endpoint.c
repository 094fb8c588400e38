#include "net/endpoint.h"

#include <string.h>

#include "net/url_rules.h"

/* Applies the rules of a request, and refuses URLs with one of the unwanted characters: a query is appended to it. */
static bool endpoint_is_acceptable(const char *url, const char *unwanted)
{
	isoft_url_rules rules;

	return !isoft_url_rules_check(url, &rules) && !strpbrk(url, unwanted);
}

bool isoft_endpoint_check(const char *setting, const char *url, isoft_failure *failure)
{
	if (endpoint_is_acceptable(url, "?#")) {
		return true;
	}
	return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
		"%s must be an https:// URL without user and query (http:// only to this machine); remove the setting to use "
		"Keap's own URL",
		setting);
}

bool isoft_redirect_check(const char *url, isoft_failure *failure)
{
	if (endpoint_is_acceptable(url, "#")) {
		return true;
	}
	return isoft_fail(failure, ISOFT_FAILURE_VALUE,
		"must be an absolute https:// URL without fragment, exactly as registered with Keap (http:// only to this "
		"machine)");
}
