/*
 * Hook delivery: the body that Keap sends to a hook, as a list of events.
 *
 *     {"event_key": "contact.add", "object_type": "contact", "object_keys": [{"id": 5, "timestamp": "…", "apiUrl":
 * "…"}]}
 *
 * A delivery has up to 1,000 objects. Keap documents no more members of an object than these; the events of tags are
 * reported to have others, which are given on as they are.
 *
 * Ownership: the caller frees the delivery, and the events that are made from it. Takes no lock. May bail out (memory),
 * so call it without a lock held.
 */
#ifndef ISOFT_KEAP_HOOK_DELIVERY_H
#define ISOFT_KEAP_HOOK_DELIVERY_H

#include "php.h"

#include "support/attributes.h"
#include "support/failure.h"

typedef struct {
	zval decoded;       /* the body */
	zend_string *event; /* borrowed from it, as all that follows */
	zend_string *type;  /* NULL: Keap named none */
	HashTable *objects;
} isoft_hook_delivery;

/* Returns false with a VALUE failure if the body is not a delivery; there is then nothing to free. */
ISOFT_MUST_CHECK bool isoft_hook_delivery_read(
	isoft_hook_delivery *delivery, const zend_string *body, isoft_failure *failure);

/* Writes array{event: string, type: ?string, id: string, at: ?int, details: array} of one of the objects. */
void isoft_hook_event_make(zval *event, const isoft_hook_delivery *delivery, zval *object);

/* Returns what tells this event from all others, which the caller owns. NULL: it holds what JSON cannot, as 1e999. */
zend_string *isoft_hook_event_identity(const isoft_hook_delivery *delivery, zval *object);

void isoft_hook_delivery_free(isoft_hook_delivery *delivery);

#endif
