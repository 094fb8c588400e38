/*
 * Found: the ids of names that were looked for lately, by any process (store/names.h), of this account at this Keap.
 */
#ifndef ISOFT_CLIENT_ID_CACHE_H
#define ISOFT_CLIENT_ID_CACHE_H

#include <stdbool.h>

#include "keap/ids.h"

typedef enum { ISOFT_ID_CACHE_TAG = 't', ISOFT_ID_CACHE_CUSTOM_FIELD = 'f' } isoft_id_cache_kind;

/* Writes the id. False: not known, look for it. */
bool isoft_id_cache_get(isoft_id_cache_kind kind, const char *account, const char *name, char id[ISOFT_ID_SIZE]);

void isoft_id_cache_put(isoft_id_cache_kind kind, const char *account, const char *name, const char *id);

/* Keap does not know this id any more. */
void isoft_id_cache_forget(const char *id);

/* An account has another grant: it may be another application of Keap's, with other ids. */
void isoft_id_cache_clear(void);

#endif
