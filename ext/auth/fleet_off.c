#include "auth/fleet_grant.h"
#include "auth/fleet_setting.h"

/* A build without hiredis keeps grants on one machine. */
#ifndef ISOFT_REDIS

bool isoft_fleet_is_on(void)
{
	return false;
}

isoft_fleet_step isoft_fleet_begin(
	isoft_fleet **fleet, isoft_store *store, isoft_lock *lock, bool force, isoft_failure *failure)
{
	(void)store, (void)lock, (void)force, (void)failure;
	*fleet = NULL;
	return ISOFT_FLEET_OFF;
}

int64_t isoft_fleet_send_within_ms(const isoft_fleet *fleet)
{
	(void)fleet;
	return 0;
}

isoft_fleet *isoft_fleet_begin_lineage(isoft_store *store, const isoft_lock *lock)
{
	(void)store, (void)lock;
	return NULL;
}

void isoft_fleet_sign(const isoft_fleet *fleet, isoft_grant *grant)
{
	(void)fleet, (void)grant;
}

void isoft_fleet_facts(const isoft_fleet *fleet, isoft_unread_fleet *facts)
{
	(void)fleet;
	*facts = (isoft_unread_fleet){.attempt = NULL};
}

const char *isoft_fleet_life(const isoft_fleet *fleet)
{
	(void)fleet;
	return "";
}

isoft_fleet *isoft_fleet_resume(
	isoft_store *store, const isoft_lock *lock, const isoft_unread_fleet *facts, const char *life, int64_t command_ms)
{
	(void)store, (void)lock, (void)facts, (void)life, (void)command_ms;
	return NULL;
}

void isoft_fleet_publish(isoft_fleet *fleet, isoft_lock *lock, const isoft_grant *grant, int64_t wait_ms)
{
	(void)fleet, (void)lock, (void)grant, (void)wait_ms;
}

bool isoft_fleet_end(isoft_fleet *fleet, isoft_fleet_end_of_try end, int64_t pause_ms)
{
	(void)fleet, (void)end, (void)pause_ms;
	return true;
}

bool isoft_fleet_fetch(isoft_store *store, isoft_lock *lock, isoft_failure *failure)
{
	(void)store, (void)lock, (void)failure;
	return false;
}

void isoft_fleet_close(isoft_fleet *fleet)
{
	(void)fleet;
}

#endif
