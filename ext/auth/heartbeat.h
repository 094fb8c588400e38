/*
 * Heartbeat: what a machine that shares its grants does every 30 s while it serves requests: it answers the other
 * machines that are in doubt of a pair, or have none.
 *
 * Promises: one process of the machine does it, at the end of a request, for 250 ms at most for each command. Without
 * the setting, and between two beats, it costs a comparison. It throws nothing.
 *
 * Locks: tries the lock of each account that is asked for, without waiting. Bailout: none.
 */
#ifndef ISOFT_AUTH_HEARTBEAT_H
#define ISOFT_AUTH_HEARTBEAT_H

/* Called at the end of each request. */
void isoft_heartbeat_rshutdown(void);

#endif
