/* Which URLs a request may use. */
#include "net/url_rules.h"

#include <string.h>

#include "../check.h"

static void allowed(const char *url, bool plain, bool loopback)
{
	isoft_url_rules rules;
	const char *wrong = isoft_url_rules_check(url, &rules);

	check(!wrong && rules.plain == plain && rules.loopback == loopback, "%s may be used", url);
}

static void refused(const char *url)
{
	isoft_url_rules rules;

	check(isoft_url_rules_check(url, &rules) != NULL, "`%.*s` may not be used", (int)strcspn(url, "\r\x7f\xc3"), url);
}

int main(void)
{
	allowed("https://api.keap.com/crm/rest/v2/contacts?a=b%20c", false, false);
	allowed("HTTPS://API.KEAP.COM", false, false);
	allowed("https://127.0.0.1:8443/", false, true);
	allowed("https://127.0.0.1.example.com/", false, false);
	allowed("http://127.0.0.1:80/", true, true);
	allowed("http://127.1.2.3/", true, true);
	allowed("http://[::1]:8080/x", true, true);
	allowed("http://localhost/", true, true);
	allowed("http://LocalHost:1/", true, true);
	allowed("http://localhost:1/another?a=//b@c", true, true);
	allowed("http://localhost:12/", true, true);
	allowed("https://localhost:1/", false, true);
	allowed("http:///localhost/", true, true);
	refused("http:///api.keap.com/");
	allowed("http://127.0.0.1?/", true, true);
	refused("http://127.0.0.1@api.keap.com/");
	refused("http://api.keap.com/");
	refused("http://127.0.0.1.example.com/");
	refused("http://localhost.example.com/");
	refused("http://128.0.0.1/");
	refused("http://0.0.0.0/");
	refused("http://[::2]/");
	refused("http://[::ffff:10.0.0.1]/");
	refused("http://127.0.0.1@api.keap.com/");
	refused("https://user:secret@api.keap.com/");
	refused("ftp://127.0.0.1/");
	refused("file:///etc/passwd");
	refused("//api.keap.com/");
	refused("api.keap.com");
	refused("/crm");
	refused("");
	refused("https://");
	refused("https://api.keap.com/a b");
	refused("https://api.keap.com/\r\nX: y");
	refused("https://api.keap.com/\x7f");
	refused("https://k\xc3\xa4p.com/");
	return check_end();
}
