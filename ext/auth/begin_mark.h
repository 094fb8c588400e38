/*
 * Begin mark: what an exchange does before it sends a refresh token.
 *
 * The record is saved with the mark (grant.begun_at), so that a process that is killed before it stores an answer
 * leaves word that Keap may have replaced the token. The mark is removed when the outcome is known.
 *
 * Locks: the caller holds the account's lock. Ownership: the grant borrows from the record, which the caller wipes. No
 * Zend call: never bails out. Part of the exchange helper too (ext/exchange_helper.c).
 */
#ifndef ISOFT_AUTH_BEGIN_MARK_H
#define ISOFT_AUTH_BEGIN_MARK_H

#include "auth/grant.h"
#include "store/store.h"
#include "support/attributes.h"
#include "support/failure.h"

typedef struct {
	int64_t asked_at;         /* Unix seconds: when the exchange began */
	int64_t earlier_begun_at; /* the mark that the grant had before, 0: none */
} isoft_begun;

/*
 * Reads the grant whose refresh token is to be sent. Returns false with the failure filled; the caller wipes the record
 * in both cases.
 */
ISOFT_MUST_CHECK bool isoft_begin_mark_read(
	isoft_store *store, const isoft_lock *lock, isoft_record *record, isoft_grant *grant, isoft_failure *failure);

/*
 * Reads the grant whose refresh token is to be sent, and saves it with the mark. Returns false with the failure filled
 * and the record wiped: nothing may be sent then.
 */
ISOFT_MUST_CHECK bool isoft_begin_mark_set(isoft_store *store, const isoft_lock *lock, int64_t margin,
	isoft_record *record, isoft_grant *grant, isoft_begun *begun, isoft_failure *failure);

#endif
