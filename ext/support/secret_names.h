/*
 * Secret names: the settings whose values no script can read back (support/secrets keeps the values).
 *
 * Declarations only: no ownership, no lock, nothing bails out.
 */
#ifndef ISOFT_SUPPORT_SECRET_NAMES_H
#define ISOFT_SUPPORT_SECRET_NAMES_H

typedef enum {
	ISOFT_SECRET_CLIENT_SECRET,
	ISOFT_SECRET_API_KEY,
	ISOFT_SECRET_KEY,
	ISOFT_SECRET_PREVIOUS_KEYS,
	ISOFT_SECRET_SHARED_STORE,
	ISOFT_SECRETS
} isoft_secret_name;

#endif
