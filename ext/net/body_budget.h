/*
 * Body budget: the memory that the reply bodies of all requests of a multi may take together.
 *
 * A request begins only while its body is expected to fit. If the bodies grow beyond the budget all the same, a request
 * that may be repeated gives up its reply: it is sent again when there is room for it, and its size is reserved then,
 * so that this happens to a request once. One request may always go on, so that there is progress; the reply to a
 * request that must not be sent again is kept in any case.
 *
 * Ownership: the multi owns the budget, which outlives the shares; a transfer owns its share. Locks: none, one thread
 * uses a budget. No Zend: never bails out.
 */
#ifndef ISOFT_NET_BODY_BUDGET_H
#define ISOFT_NET_BODY_BUDGET_H

#include <stdbool.h>
#include <stddef.h>

#include "support/attributes.h"

enum { ISOFT_BODY_BUDGET = 32 * 1024 * 1024 }; /* bytes */

typedef struct {
	size_t used;        /* bytes that were received or are reserved */
	unsigned under_way; /* shares of requests that have been sent and have not landed */
	size_t usual;       /* length of the last body: the next ones are expected to be as long */
} isoft_body_budget;

typedef struct {
	isoft_body_budget *budget; /* NULL: the body counts in no budget */
	size_t counted;            /* its part of `used` */
	bool under_way;
} isoft_body_share;

/* Returns whether a request may begin whose body is expected to have this length; 0: it is not known. */
ISOFT_MUST_CHECK bool isoft_body_budget_has_room(const isoft_body_budget *budget, size_t expected);

/* Reserves the expected length for a request that begins. */
void isoft_body_share_begin(isoft_body_share *share, isoft_body_budget *budget, size_t expected);

/*
 * Call before the body grows to `length` bytes. Returns false if it must not: the budget is used up, and the request
 * may be repeated.
 */
ISOFT_MUST_CHECK bool isoft_body_share_grow(isoft_body_share *share, size_t length, bool repeatable);

/* The request is over, with a body of this length. */
void isoft_body_share_land(isoft_body_share *share, size_t length);

/* The body was freed, or belongs to the caller now. May be called more than once. */
void isoft_body_share_end(isoft_body_share *share);

#endif
