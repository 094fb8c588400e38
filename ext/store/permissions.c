#include "store/permissions.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "store/advice.h"
#include "store/denied.h"
#include "store/obstacle.h"
#include "store/shell.h"

enum {
	NAME_SIZE = 64,
	GROUP_WRITE = 0020,
	OTHERS_WRITE = 0002,
	READ_OR_WRITE = 0666,
	OTHERS_OF_KEY = 0037 /* what only the owner of a key may do, or nobody */
};

/* Other users may replace the files there. */
static bool refuse_open_directory(const char *directory, isoft_failure *failure)
{
	char remark[ISOFT_OBSTACLE_REMARK_SIZE];
	isoft_advice advice;

	isoft_advice_take(&advice, directory, directory);
	return isoft_advice_fail(failure, &advice,
		"Everybody on this machine can write into %s, so no grant is safe there%s", directory,
		isoft_obstacle_mount(directory, remark));
}

/* Why the directory cannot be examined. */
static isoft_store_status explain_directory(const char *directory, int error, isoft_failure *failure)
{
	isoft_advice advice;

	if (error == ENOENT) {
		isoft_advice_make(&advice, directory);
		isoft_advice_fail(failure, &advice, "The store's directory %s does not exist", directory);
		return ISOFT_STORE_MISSING;
	}
	if (error == EACCES || error == EPERM) {
		isoft_denied_directory(directory, failure);
	} else {
		isoft_permissions_explain("reach", directory, error, failure);
	}
	return ISOFT_STORE_FAILED;
}

isoft_store_status isoft_permissions_of(const char *directory, isoft_permissions *permissions, isoft_failure *failure)
{
	isoft_os_facts facts;

	if (!isoft_os_facts_at(directory, true, &facts)) {
		return explain_directory(directory, errno, failure);
	}
	if (facts.kind != ISOFT_OS_DIRECTORY) {
		isoft_fail(failure, ISOFT_FAILURE_STORE, "infusionsoft.store_path %s is not a directory", directory);
		return ISOFT_STORE_FAILED;
	}
	if (facts.mode & OTHERS_WRITE) {
		refuse_open_directory(directory, failure);
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
	char has[NAME_SIZE], needs[NAME_SIZE], parent[ISOFT_PATH_MAX], remark[ISOFT_OBSTACLE_REMARK_SIZE];
	isoft_advice advice;

	if (!is_plain_file(path, facts, failure)) {
		return false;
	}
	isoft_paths_parent(path, parent);
	if (facts->mode & ~permissions->mode & READ_OR_WRITE) {
		isoft_advice_take(&advice, parent, path);
		return isoft_advice_fail(failure, &advice, "%s has mode %04o and may have %04o at most%s", path,
			(unsigned)facts->mode, (unsigned)permissions->mode, isoft_obstacle_mount(path, remark));
	}
	if (permissions->group_writable && facts->group != permissions->group) {
		isoft_advice_take(&advice, parent, path);
		isoft_os_group_name(facts->group, has, sizeof(has));
		isoft_os_group_name(permissions->group, needs, sizeof(needs));
		return isoft_advice_fail(failure, &advice, "%s belongs to the group %s, its directory to %s", path, has, needs);
	}
	if (!permissions->group_writable && facts->owner != permissions->owner) {
		isoft_advice_take(&advice, parent, path);
		isoft_os_user_name(facts->owner, has, sizeof(has));
		isoft_os_user_name(permissions->owner, needs, sizeof(needs));
		return isoft_advice_fail(failure, &advice, "%s belongs to %s, its directory to %s", path, has, needs);
	}
	return true;
}

bool isoft_permissions_fit_key(
	const char *path, const char *directory, const isoft_os_facts *facts, isoft_failure *failure)
{
	isoft_advice advice;

	if (!is_plain_file(path, facts, failure)) {
		return false;
	}
	if (facts->mode & OTHERS_OF_KEY) {
		isoft_advice_key(&advice, path, directory);
		return isoft_advice_fail(
			failure, &advice, "The key %s has mode %04o, so others can read or change it", path, (unsigned)facts->mode);
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
	if (!isoft_os_give(descriptor, permissions->mode, owner, group) || !isoft_os_facts_of(descriptor, &facts)) {
		return false;
	}
	if (facts.mode & ~permissions->mode & READ_OR_WRITE) {
		errno = ISOFT_PERMISSIONS_IGNORED;
		return false;
	}
	return true;
}

/* A systemd unit and a container have mounts of their own, which no command in another place changes. */
static bool explain_read_only(const char *action, const char *path, isoft_failure *failure)
{
	char parent[ISOFT_PATH_MAX], command[ISOFT_PATH_MAX + 64] = "mount -o remount,rw \"$(findmnt -nfo TARGET -T";

	isoft_paths_parent(path, parent);
	isoft_shell_word(command, sizeof(command), parent);
	return isoft_fail(failure, ISOFT_FAILURE_STORE,
		"Cannot %s %s: the file system is read-only here, so tokens cannot be refreshed here; stored tokens work until "
		"they expire. In a systemd service, set ReadWritePaths=%s (or StateDirectory=); in a container, mount the "
		"volume writable. Elsewhere, run: %s)\"",
		action, path, parent, command);
}

bool isoft_permissions_explain(const char *action, const char *path, int error, isoft_failure *failure)
{
	switch (error) {
		case EACCES:
		case EPERM:
			return isoft_denied_file(action, path, failure);
#ifdef ELOOP
		case ELOOP:
			return isoft_fail(failure, ISOFT_FAILURE_STORE,
				"%s is a symlink, which the store refuses: replace it with the file itself", path);
#endif
		case EROFS:
			return explain_read_only(action, path, failure);
		case ISOFT_PERMISSIONS_IGNORED:
			return isoft_fail(failure, ISOFT_FAILURE_STORE,
				"Cannot %s %s: the mount ignores chmod, so others could use the file. Where it is mounted, set uid, "
				"gid and a mode without access for others, or set infusionsoft.store_path to a local disk",
				action, path);
		case ENOSPC:
			return isoft_fail(failure, ISOFT_FAILURE_STORE, "Cannot %s %s: the disk is full", action, path);
		default:
			return isoft_fail(failure, ISOFT_FAILURE_STORE, "Cannot %s %s: %s", action, path, strerror(error));
	}
}

bool isoft_permissions_explain_key(
	const char *action, const char *path, const char *directory, int error, isoft_failure *failure)
{
	isoft_advice advice;

	if (error == EACCES || error == EPERM) {
		return isoft_denied_key(action, path, directory, failure);
	}
	if (error == ENOENT && strcmp(action, "create") == 0) {
		isoft_advice_key(&advice, path, directory);
		return isoft_advice_fail(failure, &advice, "Cannot create the key %s: its directory does not exist", path);
	}
	return isoft_permissions_explain(action, path, error, failure);
}
