/*
 * Fleet setting: infusionsoft.shared_store, which makes the machines that have it one fleet: they share their grants.
 *
 * No lock. Bailout: none. Never throws.
 */
#ifndef ISOFT_AUTH_FLEET_SETTING_H
#define ISOFT_AUTH_FLEET_SETTING_H

#include <stdbool.h>

#include "support/attributes.h"
#include "support/failure.h"

/* Returns whether infusionsoft.shared_store is set. */
bool isoft_fleet_is_on(void);

/* Says for phpinfo with what this build reaches Redis; NULL: it does not. */
const char *isoft_fleet_support(void);

/* Returns whether the setting is valid and this build can do what it says; also if it is not set. Else fills the
 * failure. */
ISOFT_MUST_CHECK bool isoft_fleet_setting_check(isoft_failure *failure);

#endif
