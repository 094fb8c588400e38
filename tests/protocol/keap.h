/*
 * Keap: its token endpoint, and the age of access tokens. Each refresh token can be spent once. A second POST of it
 * makes Keap revoke the grant: that is the loss which the protocol prevents.
 */
#ifndef PROTOCOL_KEAP_H
#define PROTOCOL_KEAP_H

#include "state.h"

/* Whether the access token of the machine's pair has expired, by the clock of Redis. */
bool has_expired(const World &world, int machine);

/* The same by the clock that the machine goes by: another one where REDIS_CLOCK is switched off. */
bool seems_expired(const World &world, int machine);

/* Whether the machine's own clock is days ahead. Only REDIS_CLOCK switched off makes a difference of it. */
bool is_ahead_of_time(int machine);

/* The stated exception of the last resort: the token has expired, and no machine within reach has a newer pair. */
bool is_excused(const World &world, int machine);

/* Keap processes the POST of the machine's pair. */
void post(World &world, int machine);

#endif
