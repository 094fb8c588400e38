#include "php.h"

#include "auth/fleet_setting.h"

#include "support/secrets.h"

#ifdef ISOFT_REDIS

#include "redis/address.h"
#include "redis/connection.h"

bool isoft_fleet_is_on(void)
{
	return *isoft_secret(ISOFT_SECRET_SHARED_STORE) != '\0';
}

const char *isoft_fleet_support(void)
{
	return isoft_redis_has_tls() ? "hiredis, with TLS" : "hiredis, without TLS";
}

bool isoft_fleet_setting_check(isoft_failure *failure)
{
	isoft_address address;
	bool valid;

	if (!isoft_fleet_is_on()) {
		return true;
	}
	valid = isoft_address_read(&address, isoft_secret(ISOFT_SECRET_SHARED_STORE), failure);
	isoft_address_wipe(&address);
	return valid;
}

#else

bool isoft_fleet_is_on(void)
{
	return false;
}

const char *isoft_fleet_support(void)
{
	return NULL;
}

bool isoft_fleet_setting_check(isoft_failure *failure)
{
	return !*isoft_secret(ISOFT_SECRET_SHARED_STORE)
		|| isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
			"infusionsoft.shared_store is set, but this version keeps grants on one machine only: remove the setting");
}

#endif
