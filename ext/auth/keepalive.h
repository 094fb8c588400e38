/*
 * Keep-alive: refreshes due tokens of all accounts at the end of a request, so that an idle integration stays
 * authorized.
 *
 * Promises: if nothing is due it compares two numbers, and reads one of them at most each 10 s. It creates no store,
 * prints nothing and throws nothing. A request starts at most 8 refreshes and does not wait for them if they can run in
 * forked children (auth/detach); a command-line script waits for them when its process ends (auth/script_end), and
 * leaves a refresh that is due for less than 15 minutes to other processes if it did not use the store. Otherwise it
 * makes at most one, in this process and for up to a minute, after it has ended the response (session_write_close(),
 * fastcgi_finish_request()).
 *
 * Locks: the refresh takes and releases the account's lock. None is held while PHP functions are called. A bailout in
 * those functions is caught here.
 */
#ifndef ISOFT_AUTH_KEEPALIVE_H
#define ISOFT_AUTH_KEEPALIVE_H

/* Called from RSHUTDOWN. */
void isoft_keepalive_rshutdown(void);

#endif
