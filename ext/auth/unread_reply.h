/*
 * Unread reply: a record that holds a grant and a reply of Keap's token endpoint that nobody has decoded yet.
 *
 * The exchange helper has no JSON decoder: it stores the reply as it came. The first PHP process that reads the record
 * decodes it (auth/settle). Such a record has version 3, which grants never have: isoft_grant_decode() refuses it, and
 * so does a version of the extension that does not know it.
 *
 * Promises: whatever fits into a record as a grant fits as an unread reply too. If the whole reply does not fit, only
 * the members that matter are stored (auth/token_members), and if they do not fit either, without the last error and,
 * where Keap has sent a new pair, without the old one. A body that does not fit even so is left out; the facts
 * say if it had a pair. Where machines share the grant, that can be the text of an error beside a pair that nearly
 * fills the record: the try then counts as one that changed nothing.
 *
 * Ownership: a decoded reply borrows from the record. No lock, no Zend call: never bails out.
 */
#ifndef ISOFT_AUTH_UNREAD_REPLY_H
#define ISOFT_AUTH_UNREAD_REPLY_H

#include <stdbool.h>
#include <stdint.h>

#include "auth/grant.h"
#include "net/reply.h"
#include "redis/pair.h"
#include "store/store.h"
#include "support/attributes.h"

/* Of an exchange of a machine that shares the grant with others. */
typedef struct {
	const char *attempt; /* its name in Redis; NULL: the grant is not shared */
	isoft_pair next;     /* the place of the pair that the reply brings */
	int64_t answered_ms; /* `answered_at` by Redis's clock */
} isoft_unread_fleet;

typedef struct {
	bool for_code;
	int64_t asked_at; /* Unix seconds, here and below */
	int64_t answered_at;
	int64_t earlier_begun_at; /* the begin mark before this exchange, 0: none */
	const char *client_id;    /* that sent the request */
	isoft_unread_fleet fleet;
	bool left_out; /* after decoding: the reply had a pair that is longer than a record */
} isoft_unread_facts;

/*
 * Encodes the grant (NULL: the account has none) and the reply, and returns the number of bytes. Returns 0 if they do
 * not fit, which the grant of a record never causes.
 */
ISOFT_MUST_CHECK size_t isoft_unread_encode(const isoft_grant *grant, const isoft_unread_facts *facts,
	const isoft_reply *reply, unsigned char bytes[ISOFT_RECORD_MAX]);

/* Returns whether the record holds an unread reply. */
bool isoft_unread_is(const isoft_record *record);

/*
 * Decodes the record. The facts and the reply's body, which has no room to grow, borrow from it; `before` gets a copy
 * of the grant's bytes, of length 0 if the account had none, and the caller wipes it. Returns false if the record is
 * not such a record, or is incomplete.
 */
ISOFT_MUST_CHECK bool isoft_unread_decode(
	const isoft_record *record, isoft_record *before, isoft_unread_facts *facts, isoft_reply *reply);

/* Returns whether the reply looks as if it brings a new pair: status 200 and an object with both tokens. */
bool isoft_unread_has_pair(const isoft_reply *reply);

#endif
