/*
 * Hook events: which events of REST hooks this machine has handled within the last hour, in the file hook-events of the
 * store's directory. It lies outside the tokens file, because it is not worth a format.
 *
 * An event is known by a keyed hash. The file has room for 65,536 events; where more come within an hour, the oldest of
 * a bucket are forgotten. Processes write it without a lock: every entry is one word, and the worst that a race or a
 * lost write does is that an event is not remembered. Nothing in the file is durable or secret.
 *
 * Ownership: the caller closes what isoft_hook_events_open() opened. No lock. Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_HOOK_EVENTS_H
#define ISOFT_STORE_HOOK_EVENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"
#include "support/attributes.h"

enum { ISOFT_HOOK_EVENTS_LIVE_S = 3600 };

typedef struct {
	int descriptor; /* -1: there is no file, or it cannot be used */
} isoft_hook_events;

/*
 * Opens the file, or makes it where there is none and `create` is true. Without a usable file no event is known, and
 * none is remembered.
 */
void isoft_hook_events_open(const isoft_store *store, bool create, isoft_hook_events *events);

void isoft_hook_events_close(isoft_hook_events *events);

/* Returns whether the event was remembered within the last hour. `now` is in Unix seconds. */
bool isoft_hook_events_has(const isoft_hook_events *events, uint64_t hash, int64_t now);

void isoft_hook_events_remember(const isoft_hook_events *events, uint64_t hash, int64_t now);

#endif
