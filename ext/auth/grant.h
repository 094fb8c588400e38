/*
 * Grant: what an account may call Keap with, and how it lies in the store's record.
 *
 * A grant read from a record borrows its strings from that record: it lives as long as the record is not wiped. No
 * Zend, no allocation. Times are Unix seconds, 0 = not known or never.
 */
#ifndef ISOFT_AUTH_GRANT_H
#define ISOFT_AUTH_GRANT_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"

typedef enum { ISOFT_GRANT_OAUTH2 = 1, ISOFT_GRANT_API_KEY = 2 } isoft_grant_kind;

typedef struct {
	isoft_grant_kind kind;
	int64_t token_serial;     /* counts the token pairs of this account: a refresh that failed does not move it */
	int64_t expires_at;       /* of the access token */
	int64_t refreshed_at;     /* when the pair was got */
	int64_t lifetime;         /* of the access token when it was got, in seconds */
	int64_t renewed_at;       /* when a refresh token brought it; 0: it came for a code or was imported */
	int64_t begun_at;         /* a refresh began then, and its outcome is not known */
	int64_t refused_at;       /* Keap refused the refresh token then */
	const char *access_token; /* or the API key */
	const char *refresh_token;
	const char *application;
	const char *client_id; /* whose refresh token it is; "" = not known */
	const char *last_error;
} isoft_grant;

typedef enum {
	ISOFT_GRANT_VALID,
	ISOFT_GRANT_REFRESH_DUE,
	ISOFT_GRANT_EXPIRED,
	ISOFT_GRANT_REFUSED /* reauthorization_required */
} isoft_grant_state;

/* The bytes of the grant, last_error cut to what fits; 0 where the rest does not fit into a record with room for one.
 */
size_t isoft_grant_encode(const isoft_grant *grant, unsigned char bytes[ISOFT_RECORD_MAX]);

/* False where the record was not written by a version this one understands. */
bool isoft_grant_decode(const isoft_record *record, isoft_grant *grant);

/* Says of an account (%s) that it belongs to another OAuth application than the settings name. */
#define ISOFT_MSG_OTHER_CLIENT \
	"Account \"%s\" was authorized for another infusionsoft.client_id: set that one again, or authorize anew"

/* Whether the client id in force may use the refresh token: Keap refuses any other, and that would look like the end of
 * the grant. */
bool isoft_grant_is_of(const isoft_grant *grant, const char *client_id);

/*
 * When a refresh is due: the smaller of `margin` and an eighth of the lifetime before expiry; with a refresh of unknown
 * outcome behind it, at expiry. 0 = never.
 */
int64_t isoft_grant_due_at(const isoft_grant *grant, int64_t margin);

isoft_grant_state isoft_grant_state_at(const isoft_grant *grant, int64_t now, int64_t margin);

/* Whether the access token may be sent now. */
bool isoft_grant_usable(const isoft_grant *grant, int64_t now);

#endif
