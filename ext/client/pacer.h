/*
 * Pacer: applies net/pacing to the credentials of this machine.
 *
 * The clocks lie in the shared area (auth/shared_clock.h), so that all processes of the machine share a credential's
 * rate limit. The thread owns a copy of the clock it used last. Takes the lock of the clocks for some microseconds; the
 * caller must hold none. Makes no Zend call, throws nothing, cannot bail out.
 */
#ifndef ISOFT_CLIENT_PACER_H
#define ISOFT_CLIENT_PACER_H

#include <stdbool.h>
#include <stdint.h>

#include "auth/credential.h"
#include "net/lease.h"
#include "net/pacing.h"
#include "net/reply.h"

typedef struct isoft_last_clock isoft_last_clock;

/* Of one call, which begins with zeros and what it knows of itself. */
typedef struct {
	unsigned behind;          /* how many calls wait in this process behind it */
	bool yields;              /* it takes only a slot that no other call waits for */
	isoft_slot slot;          /* at_ns and next_ns 0: none is reserved */
	isoft_lease_place leased; /* where machines share the pace: its ticket */
} isoft_pacer_place;

/*
 * Reserves the credential's next slot and returns the time until then in nanoseconds. If the result is greater than
 * `max_ns`, no slot was reserved, also where only a call that left late stands in the way. Where machines share the
 * pace, none may be reserved for less, too: call again after that time. *admitted: the slot has come and the call may
 * be sent now. May ask Redis, for 250 ms at most.
 */
int64_t isoft_pacer_reserve(
	const isoft_credential *credential, int64_t max_ns, isoft_pacer_place *place, bool *admitted);

/* Gives a slot back that no call left in, unless a later one is reserved. */
void isoft_pacer_give_back(const isoft_credential *credential, isoft_pacer_place *place);

/*
 * Call when a slot that was reserved ahead has come. Returns 0 if the call may be sent now. Otherwise returns how much
 * longer to wait, in nanoseconds: the call before it was sent late. If that took too long, no slot is reserved any
 * more.
 */
int64_t isoft_pacer_admit(const isoft_credential *credential, isoft_pacer_place *place);

/*
 * Records now as the actual send time of a call that connection setup delayed past its slot; later calls are spaced
 * from it.
 */
void isoft_pacer_note_sent(const isoft_credential *credential);

/* Corrects the clock and the seen limits by what a reply says about Keap's limits. Any status counts. */
void isoft_pacer_update(const isoft_credential *credential, const isoft_reply *reply);

/* Frees the clock that a thread remembers; NULL is allowed. Called when the thread ends. */
void isoft_pacer_free(isoft_last_clock *last);

#endif
