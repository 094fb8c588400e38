/*
 * Permissions: decides which users may use the store's files. The mode of the directory decides; the files follow it.
 *
 * - The group may not write the directory: the files have mode 0600 and the owner of the directory.
 * - The group may write the directory: the files have mode 0660 and the group of the directory; any user may own them.
 * - All users may write the directory: the store refuses it.
 *
 * Every refusal contains the command that corrects it (store/advice, store/denied). Nothing is cached, so a correction
 * takes effect at once.
 *
 * Ownership: nothing is kept.
 * Locks: takes no lock.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_PERMISSIONS_H
#define ISOFT_STORE_PERMISSIONS_H

#include <stdbool.h>

#include "store/os.h"
#include "store/paths.h"
#include "support/failure.h"

typedef struct {
	uint32_t owner;
	uint32_t group;
	uint32_t mode;       /* of the files */
	bool group_writable; /* the group may write the directory */
} isoft_permissions;

/*
 * Determines the permissions for the files of the directory. Returns MISSING if the directory does not exist; the
 * failure then contains the command that creates it.
 */
ISOFT_MUST_CHECK isoft_store_status isoft_permissions_of(
	const char *directory, isoft_permissions *permissions, isoft_failure *failure);

/* Returns whether a file in the store's directory has these permissions; if not, fills the failure. */
ISOFT_MUST_CHECK bool isoft_permissions_fit(
	const isoft_permissions *permissions, const char *path, const isoft_os_facts *facts, isoft_failure *failure);

/*
 * For a key file outside the store's directory: returns whether only its owner and its group can read it and only its
 * owner can write it; if not, fills the failure. `directory` is the store's.
 */
ISOFT_MUST_CHECK bool isoft_permissions_fit_key(
	const char *path, const char *directory, const isoft_os_facts *facts, isoft_failure *failure);

/* An errno of isoft_permissions_apply(): the mount ignores chmod, and the store would refuse the file. */
enum { ISOFT_PERMISSIONS_IGNORED = -1 };

/* Sets the mode, owner and group of a new file. On failure the reason is in errno. */
ISOFT_MUST_CHECK bool isoft_permissions_apply(const isoft_permissions *permissions, int descriptor);

/*
 * Fills the failure with the reason why the action ("open", "create", "lock") on the path failed with the errno
 * `error`, and what to do. Returns false.
 */
bool isoft_permissions_explain(const char *action, const char *path, int error, isoft_failure *failure);

/* The same for a key outside of the store's directory, which is given too. */
bool isoft_permissions_explain_key(
	const char *action, const char *path, const char *directory, int error, isoft_failure *failure);

#endif
