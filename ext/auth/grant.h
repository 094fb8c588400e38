/*
 * Grant: what an account authorizes its calls with (a token pair or an API key), and its encoding in a store record.
 *
 * Promises: decoding accepts any bytes; a record it does not understand is refused, never misread. Records of version 1
 * are read, and version 2 is written; version 4, which machines that share the grant need, only for theirs. The state
 * of a grant is a function of the grant, the time and the margin alone.
 *
 * Ownership: a decoded grant borrows its strings from the record it was read from. They are valid until the caller
 * wipes that record. Locks: none. No Zend call, no allocation, no bailout. Times are Unix seconds; 0 means "not known"
 * or "never".
 */
#ifndef ISOFT_AUTH_GRANT_H
#define ISOFT_AUTH_GRANT_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"
#include "support/attributes.h"

typedef enum {
	ISOFT_GRANT_OAUTH2 = 1,
	ISOFT_GRANT_API_KEY = 2,
	ISOFT_GRANT_FORGOTTEN = 3 /* only where machines share grants: a word to the others, without tokens */
} isoft_grant_kind;

enum { ISOFT_GRANT_LINEAGE_ID = 16 };

typedef struct {
	isoft_grant_kind kind;
	int64_t token_serial;      /* counts the token pairs of this account; a failed refresh does not change it */
	int64_t expires_at;        /* when the access token expires */
	int64_t refreshed_at;      /* when the pair was obtained */
	int64_t lifetime;          /* of the access token at refreshed_at, in seconds */
	int64_t renewed_at;        /* when a refresh brought the pair; 0: it came from a code or an import */
	int64_t begun_at;          /* the begin mark: when a refresh began whose outcome is unknown; 0: none */
	int64_t refused_at;        /* when Keap refused the refresh token last; 0: it did not refuse this one */
	int64_t refusals;          /* of the refresh token, since a refresh succeeded; 0 in a record of version 1 */
	int64_t tried_at;          /* when the last refresh began */
	int64_t lost_at;           /* when a refresh ended without an answer, and none was answered since; 0: none did */
	int64_t client_refused_at; /* when Keap refused client_id or client_secret last; 0: it knows them */
	int64_t rejected_at;       /* when Keap refused a call with the fresh access token or the key; 0: it did not */
	/* Of machines that share the grant (redis/pair); all 0 where none do. */
	int64_t lineage;
	unsigned char lineage_id[ISOFT_GRANT_LINEAGE_ID];
	int64_t lineage_serial;   /* of the pair within the lineage */
	int64_t shared_expiry;    /* when the access token expires, in milliseconds by Redis's clock */
	const char *access_token; /* or the API key */
	const char *refresh_token;
	const char *application;
	const char *client_id; /* the OAuth application the refresh token belongs to; "" = not known */
	const char *last_error;
	bool unread; /* it comes of a reply that is stored as it came (auth/settle); never stored as such */
} isoft_grant;

typedef enum {
	ISOFT_GRANT_VALID,
	ISOFT_GRANT_REFRESH_DUE,
	ISOFT_GRANT_EXPIRED,
	ISOFT_GRANT_REFUSED /* reauthorization_required */
} isoft_grant_state;

/*
 * Encodes the grant and returns the number of bytes. last_error is cut to the space that is left; 216 bytes of the
 * record are reserved for it, in version 4 176. Returns 0 if the other fields do not fit into the rest.
 */
ISOFT_MUST_CHECK size_t isoft_grant_encode(const isoft_grant *grant, unsigned char bytes[ISOFT_RECORD_MAX]);

/* Returns false if the record has another format version, another kind, or is incomplete. */
ISOFT_MUST_CHECK bool isoft_grant_decode(const isoft_record *record, isoft_grant *grant);

/* Message for an account (%s) that belongs to another OAuth application than the settings name. */
#define ISOFT_MSG_OTHER_CLIENT \
	"Account \"%s\" was authorized for another infusionsoft.client_id: set that client_id again, or authorize the " \
	"account again"

/* Message for an account (%s) without a grant. */
#define ISOFT_MSG_NO_GRANT \
	"There is no grant for account \"%s\": send the owner of the Keap application to infusionsoft_authorize_url(), " \
	"import a token pair with infusionsoft_token_import(), or set infusionsoft.api_key"

/* Message for a record of an account (%s) that cannot be decoded. */
#define ISOFT_MSG_UNKNOWN_RECORD \
	"The record of account \"%s\" was written by a version of the extension that this version cannot read: upgrade " \
	"the extension, or authorize again"

/*
 * Returns whether this client id may use the refresh token. Keap refuses a refresh token that another application
 * presents, and that refusal looks like the end of the grant; so the token is not sent in that case.
 */
bool isoft_grant_is_of(const isoft_grant *grant, const char *client_id);

/*
 * Returns when a refused refresh token is sent again. Keap sometimes refuses a token that it accepts a minute later, so
 * a refusal does not end the grant. The pause after the first refusal is 60 s, after the second 5 minutes, and it
 * doubles then up to 24 hours. It counts from the last refusal or the last try, whichever is later. Besides, the token
 * is sent once when the access token expires.
 */
int64_t isoft_grant_retry_at(const isoft_grant *grant);

/*
 * Returns whether Keap refused the refresh token, and its next try is not due at `now`. A clock that was set back ends
 * the pause.
 */
bool isoft_grant_pauses(const isoft_grant *grant, int64_t now);

/*
 * Returns when a refresh is due: before expiry, by the smaller of `margin` (seconds) and an eighth of the lifetime, and
 * earlier by up to a tenth of that, which differs from pair to pair. If the outcome of an earlier refresh is unknown
 * (begun_at), at expiry. If Keap refused the refresh token, at its next try (isoft_grant_retry_at). 0 = never.
 */
int64_t isoft_grant_due_at(const isoft_grant *grant, int64_t margin);

/* Returns the state at `now`. `margin` as above. */
isoft_grant_state isoft_grant_state_at(const isoft_grant *grant, int64_t now, int64_t margin);

/* Returns whether a refresh is due at `now`: a due, an expired, or a refused grant whose next try has come. */
bool isoft_grant_refresh_is_due(const isoft_grant *grant, int64_t now, int64_t margin);

/* Returns whether the access token has not expired at `now`. */
bool isoft_grant_usable(const isoft_grant *grant, int64_t now);

#endif
