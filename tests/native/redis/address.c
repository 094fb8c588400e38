/* infusionsoft.shared_store: what is understood, and what is refused with which sentence. */
#include "redis/address.h"

#include <stdio.h>
#include <string.h>

#include "../check.h"

static isoft_failure failure;

static bool reads(const char *setting, isoft_address *address)
{
	return isoft_address_read(address, setting, &failure);
}

/* Reads the setting and describes what was understood. */
static const char *described(const char *setting)
{
	static char text[1024];
	static const char *const kinds[] = {"tcp", "tls", "unix", "sentinel"};
	isoft_address address;
	int length;

	if (!reads(setting, &address)) {
		return "refused";
	}
	length = snprintf(text, sizeof(text), "%s", kinds[address.kind]);
	for (size_t i = 0; i < address.hosts; i++) {
		length += snprintf(
			text + length, sizeof(text) - (size_t)length, " %s %d", address.host[i].name, address.host[i].port);
	}
	snprintf(text + length, sizeof(text) - (size_t)length, " [%s][%s] master=%s db=%d prefix=%s", address.user,
		address.password, address.master, address.database, address.prefix);
	return text;
}

static void is(const char *setting, const char *wanted)
{
	const char *found = described(setting);

	if (!check(strcmp(found, wanted) == 0, "%s", setting)) {
		printf("    %s\n", found);
	}
}

static void refuses(const char *setting, const char *because)
{
	isoft_address address;
	bool refused = !reads(setting, &address) && failure.kind == ISOFT_FAILURE_CONFIGURATION;

	if (!check(refused && strstr(failure.message, because), "%s is refused: %s", setting, because)) {
		printf("    %s\n", refused ? failure.message : "taken");
	}
}

int main(void)
{
	isoft_address address;

	is("redis://cache", "tcp cache 6379 [][] master= db=0 prefix=infusionsoft");
	is("redis://10.0.0.7:6380/3?prefix=shop", "tcp 10.0.0.7 6380 [][] master= db=3 prefix=shop");
	is("redis://:p%40ss@cache", "tcp cache 6379 [][p@ss] master= db=0 prefix=infusionsoft");
	is("rediss://keap:a%3Ab%2Fc@cache/", "tls cache 6379 [keap][a:b/c] master= db=0 prefix=infusionsoft");
	is("redis://[fd00::7]:6390/1", "tcp fd00::7 6390 [][] master= db=1 prefix=infusionsoft");
	is("unix:/run/redis/redis.sock", "unix /run/redis/redis.sock 0 [][] master= db=0 prefix=infusionsoft");
	is("unix:/run/redis.sock?db=2&prefix=a:b", "unix /run/redis.sock 0 [][] master= db=2 prefix=a:b");
	is("redis+sentinel://:x@s1,s2:26380/mymaster?db=4",
		"sentinel s1 26379 s2 26380 [][x] master=mymaster db=4 prefix=infusionsoft");

	refuses("cache:6379", "begins with none of");
	refuses("http://cache", "begins with none of");
	refuses("redis://", "host or a port");
	refuses("redis://cache:0", "host or a port");
	refuses("redis://cache:65536", "host or a port");
	refuses("redis://cache:1x", "host or a port");
	refuses("redis://a,b", "host or a port");
	refuses("redis://cache/one", "number of a database");
	refuses("redis://cache?db=x", "parameter");
	refuses("redis://cache?database=1", "parameter");
	refuses("redis://cache?prefix=", "parameter");
	refuses("redis://cache?prefix=%7Ba%7D", "parameter");
	refuses("redis://user@cache", "user or a password");
	refuses("redis://:a%00b@cache", "user or a password");
	refuses("unix:redis.sock", "absolute path");
	refuses("redis+sentinel://s1,s2", "master");
	refuses("redis+sentinel://s,s,s,s,s,s,s,s,s/m", "host or a port");

	check(!reads("redis://me:hunter2@cache:x", &address) && !strstr(failure.message, "hunter2"),
		"no message repeats the password");
	check(!*address.password && !*address.host[0].name, "nothing is left of a setting that is refused");
	return check_end();
}
