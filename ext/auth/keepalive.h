/*
 * Keep-alive: at the end of any request, a due token of any account is refreshed, so that an idle integration stays
 * authorized.
 *
 * Called from RSHUTDOWN. Where nothing is due it compares two numbers. Creates nothing, reports nothing, throws
 * nothing.
 */
#ifndef ISOFT_AUTH_KEEPALIVE_H
#define ISOFT_AUTH_KEEPALIVE_H

void isoft_keepalive_rshutdown(void);

#endif
