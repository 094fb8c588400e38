#include "php.h"

#include "auth/fleet_setting.h"

#include "support/secrets.h"
#include "support/settings.h"

isoft_fleet_setting isoft_fleet_setting_now(void)
{
	const isoft_settings *settings = isoft_settings_now();

	return (isoft_fleet_setting){.address = isoft_secret(ISOFT_SECRET_SHARED_STORE),
		.ca_file = settings->ca_file,
		.ca_path = settings->ca_path,
		.refresh_margin = settings->refresh_margin};
}

#ifdef ISOFT_REDIS

#include "redis/address.h"
#include "redis/connection.h"

void isoft_fleet_support(char text[ISOFT_FLEET_SUPPORT_TEXT])
{
	_Static_assert((int)ISOFT_FLEET_SUPPORT_TEXT == (int)ISOFT_REDIS_LIBRARY_TEXT, "the text of the library fits");
	isoft_redis_library(text);
}

bool isoft_fleet_setting_check(isoft_failure *failure)
{
	isoft_address address;
	bool valid;

	if (!isoft_fleet_is_on()) {
		return true;
	}
	valid = isoft_address_read(&address, isoft_secret(ISOFT_SECRET_SHARED_STORE), failure)
		&& isoft_redis_can_reach(&address, failure);
	isoft_address_wipe(&address);
	return valid;
}

#else

void isoft_fleet_support(char text[ISOFT_FLEET_SUPPORT_TEXT])
{
	strcpy(text, "not in this build");
}

bool isoft_fleet_setting_check(isoft_failure *failure)
{
	return !*isoft_secret(ISOFT_SECRET_SHARED_STORE)
		|| isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
			"infusionsoft.shared_store is set, but this build has no support for Redis: install libhiredis-dev (its "
			"name on Debian) and build the extension again, or remove the setting");
}

#endif

bool isoft_fleet_setting_fits(int64_t lineage, const char *account, isoft_failure *failure)
{
	return !lineage || isoft_fleet_is_on()
		|| isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
			"Account \"%s\" is shared with other machines, but infusionsoft.shared_store is not set here: set it as on "
			"the other machines. If this machine is to use the account alone from now on, authorize it again",
			account);
}
