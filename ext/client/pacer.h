/*
 * Pace: the clocks of net/pacing for the credentials of this machine.
 *
 * They are in the shared pages (pages.h), so that all processes go by them. No Zend call, nothing is thrown.
 */
#ifndef ISOFT_CLIENT_PACER_H
#define ISOFT_CLIENT_PACER_H

#include <stdint.h>

#include "auth/credential.h"
#include "net/reply.h"

/* Takes the credential's next turn: how long to wait for it, in nanoseconds. Over `most_ns`, none was taken. */
int64_t isoft_pacer_reserve(const isoft_credential *credential, int64_t most_ns);

/* When the turn has come: how long to wait on, since who had the one before is late. 0: the call leaves now. */
int64_t isoft_pacer_admit(const isoft_credential *credential);

/* A call left only now: its connection had to be made first. */
void isoft_pacer_note_sent(const isoft_credential *credential);

/* What a reply says about the limits, whatever its status. */
void isoft_pacer_update(const isoft_credential *credential, const isoft_reply *reply);

/* What replies said of the limits of the credential with this rate_key: see net/limit_snapshot. */
int64_t isoft_pacer_limits(uint64_t rate_key, isoft_limit_headers *limits);

#endif
