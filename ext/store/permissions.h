/*
 * Policy: who may use the store's files. The directory is the permission; files follow it.
 *
 * Directory not writable by its group: files are 0600 and its owner's. Group-writable: files are 0660 and of its group,
 * whoever owns them. Writable by everybody: refused. Every refusal says what to run. Nothing is cached: a directory
 * that an administrator has just put right is right.
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
	uint32_t mode; /* of the files */
	bool group_writable;
} isoft_permissions;

/* MISSING where there is no such directory: the failure then has the line that makes it. */
isoft_store_status isoft_permissions_of(const char *directory, isoft_permissions *permissions, isoft_failure *failure);

/* Whether a file in the store's directory is as the policy wants it. */
bool isoft_permissions_fit(
	const isoft_permissions *permissions, const char *path, const isoft_os_facts *facts, isoft_failure *failure);

/* Whether a key kept elsewhere is one that nobody but its owner and a group can read, and only its owner change. */
bool isoft_permissions_fit_key(const char *path, const isoft_os_facts *facts, isoft_failure *failure);

/* Gives a new file the mode, owner and group that it must have. The reason is in errno. */
bool isoft_permissions_apply(const isoft_permissions *permissions, int descriptor);

/* Says in a StoreException why `doing` ("open", "create", "lock") failed with this errno. Returns false. */
bool isoft_permissions_explain(const char *doing, const char *path, int error, isoft_failure *failure);

#endif
