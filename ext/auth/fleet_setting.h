/*
 * Fleet setting: infusionsoft.shared_store, which makes the machines that have it one fleet: they share their grants.
 *
 * No lock. Bailout: none. Never throws.
 */
#ifndef ISOFT_AUTH_FLEET_SETTING_H
#define ISOFT_AUTH_FLEET_SETTING_H

#include <stdbool.h>
#include <stdint.h>

#include "support/attributes.h"
#include "support/failure.h"

/* What the setting says, and what goes with it. The strings are borrowed; "": not set. */
typedef struct {
	const char *address; /* infusionsoft.shared_store */
	const char *ca_file;
	const char *ca_path;
	int64_t refresh_margin; /* seconds */
} isoft_fleet_setting;

/*
 * Returns what is set now. In the exchange helper, which has no settings, what its request says
 * (ext/exchange_helper.c).
 */
isoft_fleet_setting isoft_fleet_setting_now(void);

/* Returns whether infusionsoft.shared_store is set, and this build can do what it says. */
bool isoft_fleet_is_on(void);

enum { ISOFT_FLEET_SUPPORT_TEXT = 64 };

/* Says for phpinfo with what this build reaches Redis, or that it does not. */
void isoft_fleet_support(char text[ISOFT_FLEET_SUPPORT_TEXT]);

/* Returns whether the setting is valid and this build can do what it says; also if it is not set. Else fills the
 * failure. */
ISOFT_MUST_CHECK bool isoft_fleet_setting_check(isoft_failure *failure);

/*
 * Whether this machine may refresh a grant of that lineage (0: never shared). A shared one is not refreshed alone: the
 * other machines would send a refresh token that is spent then. Returns false with the failure filled.
 */
ISOFT_MUST_CHECK bool isoft_fleet_setting_fits(int64_t lineage, const char *account, isoft_failure *failure);

#endif
