#include "store/permissions.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { NAME_SIZE = 64, GROUP_WRITE = 0020, OTHERS_WRITE = 0002 };

isoft_store_status isoft_permissions_of(const char *directory, isoft_permissions *permissions, isoft_failure *failure)
{
	isoft_os_facts facts;
	char user[NAME_SIZE];

	if (!isoft_os_facts_at(directory, true, &facts)) {
		if (errno != ENOENT) {
			isoft_permissions_explain("reach", directory, errno, failure);
			return ISOFT_STORE_FAILED;
		}
		isoft_os_user_name(isoft_os_user(), user, sizeof(user));
		isoft_fail(failure, ISOFT_FAILURE_STORE,
			"The store's directory %s does not exist. To make it, run: install -d -m 0700 -o %s %s", directory, user,
			directory);
		return ISOFT_STORE_MISSING;
	}
	if (facts.kind != ISOFT_OS_DIRECTORY) {
		isoft_fail(failure, ISOFT_FAILURE_STORE, "infusionsoft.store_path %s is not a directory", directory);
		return ISOFT_STORE_FAILED;
	}
	if (facts.mode & OTHERS_WRITE) {
		isoft_fail(failure, ISOFT_FAILURE_STORE,
			"Everybody on this machine can write into %s, so no grant is safe there. Run: chmod o-w %s", directory,
			directory);
		return ISOFT_STORE_FAILED;
	}
	permissions->owner = facts.owner;
	permissions->group = facts.group;
	permissions->group_writable = facts.mode & GROUP_WRITE;
	permissions->mode = permissions->group_writable ? 0660 : 0600;
	return ISOFT_STORE_OK;
}

static bool is_plain_file(const char *path, const isoft_os_facts *facts, isoft_failure *failure)
{
	if (facts->kind == ISOFT_OS_FILE) {
		return true;
	}
	return isoft_fail(failure, ISOFT_FAILURE_STORE,
		"%s is %s, which the store refuses: replace it with the file itself", path,
		facts->kind == ISOFT_OS_SYMLINK ? "a symlink" : "not a plain file");
}

bool isoft_permissions_fit(
	const isoft_permissions *permissions, const char *path, const isoft_os_facts *facts, isoft_failure *failure)
{
	char has[NAME_SIZE], needs[NAME_SIZE];

	if (!is_plain_file(path, facts, failure)) {
		return false;
	}
	if (facts->mode & ~permissions->mode & 0777) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE,
			"%s has mode %04o and may have %04o at most. Run: chmod %04o %s", path, (unsigned)facts->mode,
			(unsigned)permissions->mode, (unsigned)permissions->mode, path);
	}
	if (permissions->group_writable && facts->group != permissions->group) {
		isoft_os_group_name(facts->group, has, sizeof(has));
		isoft_os_group_name(permissions->group, needs, sizeof(needs));
		return isoft_fail(failure, ISOFT_FAILURE_STORE,
			"%s belongs to the group %s, its directory to %s. Run: chgrp %s %s", path, has, needs, needs, path);
	}
	if (!permissions->group_writable && facts->owner != permissions->owner) {
		isoft_os_user_name(facts->owner, has, sizeof(has));
		isoft_os_user_name(permissions->owner, needs, sizeof(needs));
		return isoft_fail(failure, ISOFT_FAILURE_STORE, "%s belongs to %s, its directory to %s. Run: chown %s %s", path,
			has, needs, needs, path);
	}
	return true;
}

bool isoft_permissions_fit_key(const char *path, const isoft_os_facts *facts, isoft_failure *failure)
{
	if (!is_plain_file(path, facts, failure)) {
		return false;
	}
	if (facts->mode & 0037) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE,
			"The key %s has mode %04o, so others can read or change it. Run: chmod 0600 %s (or 0640 for a group)", path,
			(unsigned)facts->mode, path);
	}
	return true;
}

bool isoft_permissions_apply(const isoft_permissions *permissions, int descriptor)
{
	isoft_os_facts facts;
	uint32_t owner = ISOFT_OS_SAME, group = ISOFT_OS_SAME;

	if (!isoft_os_facts_of(descriptor, &facts)) {
		return false;
	}
	/* Only the superuser can change the owner. For another user, isoft_permissions_fit() reports a wrong owner. */
	if (isoft_os_user() == 0 && facts.owner != permissions->owner) {
		owner = permissions->owner;
	}
	if ((permissions->group_writable || isoft_os_user() == 0) && facts.group != permissions->group) {
		group = permissions->group;
	}
	return isoft_os_give(descriptor, permissions->mode, owner, group);
}

/* Describes the owner and mode of the file if they can be read, else those of its directory. */
static bool explain_denied(const char *action, const char *path, isoft_failure *failure)
{
	isoft_os_facts facts;
	char parent[ISOFT_PATH_MAX], user[NAME_SIZE], owner[NAME_SIZE], group[NAME_SIZE];
	const char *examined = path;

	isoft_os_user_name(isoft_os_user(), user, sizeof(user));
	if (!isoft_os_facts_at(path, true, &facts)) {
		isoft_paths_parent(path, parent);
		examined = parent;
		if (!isoft_os_facts_at(parent, true, &facts)) {
			return isoft_fail(failure, ISOFT_FAILURE_STORE,
				"This process runs as %s and may not %s %s: it has no permission to search the directory of that file",
				user, action, path);
		}
	}
	isoft_os_user_name(facts.owner, owner, sizeof(owner));
	isoft_os_group_name(facts.group, group, sizeof(group));
	return isoft_fail(failure, ISOFT_FAILURE_STORE,
		"This process runs as %s and may not %s %s: %s belongs to %s:%s with mode %04o. Run as %s, or make the "
		"directory writable for a group of both users (chmod 2770)",
		user, action, path, examined, owner, group, (unsigned)facts.mode, owner);
}

/* A systemd unit and a container have mounts of their own, which no command in another place changes. */
static bool explain_read_only(const char *action, const char *path, isoft_failure *failure)
{
	char parent[ISOFT_PATH_MAX];

	isoft_paths_parent(path, parent);
	return isoft_fail(failure, ISOFT_FAILURE_STORE,
		"Cannot %s %s: the file system is read-only here, so tokens cannot be refreshed here; stored tokens work until "
		"they expire. In a systemd service, set ReadWritePaths=%s (or StateDirectory=); in a container, mount the "
		"volume writable. Elsewhere, run: mount -o remount,rw $(findmnt -nfo TARGET -T %s)",
		action, path, parent, parent);
}

bool isoft_permissions_explain(const char *action, const char *path, int error, isoft_failure *failure)
{
	switch (error) {
		case EACCES:
		case EPERM:
			return explain_denied(action, path, failure);
#ifdef ELOOP
		case ELOOP:
			return isoft_fail(failure, ISOFT_FAILURE_STORE,
				"%s is a symlink, which the store refuses: replace it with the file itself", path);
#endif
		case EROFS:
			return explain_read_only(action, path, failure);
		case ENOSPC:
			return isoft_fail(failure, ISOFT_FAILURE_STORE, "Cannot %s %s: the disk is full", action, path);
		default:
			return isoft_fail(failure, ISOFT_FAILURE_STORE, "Cannot %s %s: %s", action, path, strerror(error));
	}
}
