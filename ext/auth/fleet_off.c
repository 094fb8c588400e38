#include "php_infusionsoft.h"

#include "auth/fleet_grant.h"

/* A build without hiredis keeps grants on one machine. */
#ifndef ISOFT_REDIS

isoft_fleet_step isoft_fleet_begin(
	isoft_fleet **fleet, isoft_store *store, isoft_lock *lock, bool force, isoft_failure *failure)
{
	*fleet = NULL;
	return ISOFT_FLEET_OFF;
}

int64_t isoft_fleet_send_within_ms(const isoft_fleet *fleet)
{
	return 0;
}

isoft_fleet *isoft_fleet_begin_lineage(isoft_store *store, const isoft_lock *lock)
{
	return NULL;
}

void isoft_fleet_sign(const isoft_fleet *fleet, isoft_grant *grant)
{
}

void isoft_fleet_publish(isoft_fleet *fleet, isoft_lock *lock, const isoft_grant *grant, int64_t wait_ms)
{
}

bool isoft_fleet_end(isoft_fleet *fleet, isoft_fleet_end_of_try end, int64_t pause_ms)
{
	return true;
}

bool isoft_fleet_fetch(isoft_store *store, isoft_lock *lock, isoft_failure *failure)
{
	return false;
}

void isoft_fleet_close(isoft_fleet *fleet)
{
}

#endif
