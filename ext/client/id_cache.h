/*
 * Id cache: the ids of tags and custom fields that a process of this machine looked up by name within the last hour
 * (store/names.h).
 *
 * An entry is valid for one account, API key and base URL. The cache is a hint: an entry may be missing at any time.
 * While a fake is on, nothing is read and nothing is written.
 *
 * The table lies in the shared area (auth/shared_area.h). A change takes the lock of the table for some microseconds.
 * Throws nothing, runs no user code, cannot bail out.
 */
#ifndef ISOFT_CLIENT_ID_CACHE_H
#define ISOFT_CLIENT_ID_CACHE_H

#include <stdbool.h>

#include "keap/ids.h"
#include "support/attributes.h"

typedef enum {
	ISOFT_ID_CACHE_TAG = 't',
	ISOFT_ID_CACHE_CUSTOM_FIELD = 'f',
	ISOFT_ID_CACHE_FIELD_TYPE = 'd' /* of a custom field by its id; the numbers are those of client/custom_dates.c */
} isoft_id_cache_kind;

/* Returns true with the digits of the id in `id`. Returns false if the id is not known: the caller must ask Keap. */
ISOFT_MUST_CHECK bool isoft_id_cache_get(
	isoft_id_cache_kind kind, const char *account, const char *name, char id[ISOFT_ID_SIZE]);

void isoft_id_cache_put(isoft_id_cache_kind kind, const char *account, const char *name, const char *id);

/* Removes all entries with this id. Call when Keap says that the id does not exist. */
void isoft_id_cache_forget(const char *id);

/*
 * Removes all entries. Call when an account gets another grant, which may belong to a Keap application with other ids.
 */
void isoft_id_cache_clear(void);

#endif
