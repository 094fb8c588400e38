/* The URLs that requests, secrets and browsers may be sent to. */
#include "fuzz.h"
#include "net/endpoint.h"
#include "net/url_rules.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input in = {data, size};
	char *url = fuzz_text(&in);
	isoft_url_rules rules;
	isoft_failure failure;
	bool good = !isoft_url_rules_check(url, &rules);
	bool endpoint = isoft_endpoint_check("infusionsoft.base_url", url, &failure);
	bool redirect = isoft_redirect_check(url, &failure);

	/* Plain http is allowed to this machine only, and a stricter check accepts no more than a weaker one. */
	need(!good || !rules.plain || rules.loopback);
	need(!endpoint || (redirect && !strpbrk(url, "?#")));
	need(!redirect || (good && !strchr(url, '#')));
	free(url);
	return 0;
}
