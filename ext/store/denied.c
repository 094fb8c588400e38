#include "store/denied.h"

#include <stdio.h>
#include <string.h>

#include "store/access.h"
#include "store/advice.h"
#include "store/obstacle.h"
#include "store/os.h"
#include "store/paths.h"

enum { NAME_SIZE = 64, OTHER_SIZE = 2 * NAME_SIZE + 64, OBSTACLE_SIZE = 512 };

/* Owner and mode allow what was denied. */
static bool denied_by_obstacle(const char *action, const char *path, isoft_failure *failure)
{
	char obstacle[OBSTACLE_SIZE], remark[ISOFT_OBSTACLE_REMARK_SIZE], parent[ISOFT_PATH_MAX];

	isoft_paths_parent(path, parent);
	if (*isoft_obstacle_mount(parent, remark)) {
		return isoft_fail(
			failure, ISOFT_FAILURE_STORE, "Cannot %s %s, although owner and mode allow it%s", action, path, remark);
	}
	isoft_obstacle_describe(obstacle, sizeof(obstacle));
	return isoft_fail(failure, ISOFT_FAILURE_STORE, "Cannot %s %s: %s", action, path, obstacle);
}

/* Says who owns what was denied. Two users share a store by a group; the command for one shuts out the other. */
static bool denied_by_owner(const char *action, const char *path, const isoft_os_facts *facts, const char *examined,
	const isoft_advice *advice, isoft_failure *failure)
{
	char user[NAME_SIZE], owner[NAME_SIZE], group[NAME_SIZE], other[OTHER_SIZE] = "";
	char remark[ISOFT_OBSTACLE_REMARK_SIZE];

	isoft_os_user_name(isoft_os_user(), user, sizeof(user));
	isoft_os_user_name(facts->owner, owner, sizeof(owner));
	isoft_os_group_name(facts->group, group, sizeof(group));
	if (facts->owner != 0 && facts->owner != isoft_os_user()) {
		snprintf(other, sizeof(other), ". If %s uses the store, run this as %s instead", owner, owner);
	}
	return isoft_advice_fail(failure, advice,
		"This process runs as %s and may not %s %s: %s belongs to %s:%s with mode %04o%s%s", user, action, path,
		strcmp(path, examined) == 0 ? "it" : examined, owner, group, (unsigned)facts->mode, other,
		isoft_obstacle_mount(examined, remark));
}

static bool denied_by_a_directory(
	const char *action, const char *path, const isoft_advice *advice, isoft_failure *failure)
{
	char user[NAME_SIZE];

	isoft_os_user_name(isoft_os_user(), user, sizeof(user));
	return isoft_advice_fail(failure, advice,
		"This process runs as %s and may not %s %s: it may not search a directory above", user, action, path);
}

bool isoft_denied_file(const char *action, const char *path, isoft_failure *failure)
{
	isoft_os_facts facts;
	char parent[ISOFT_PATH_MAX];
	isoft_advice advice;

	isoft_paths_parent(path, parent);
	if (isoft_advice_is_followed(parent, path)) {
		if (!isoft_obstacle_attribute(path) && !isoft_obstacle_attribute(parent)) {
			return denied_by_obstacle(action, path, failure);
		}
		isoft_advice_unlock(&advice, parent, path);
		return isoft_advice_fail(
			failure, &advice, "Cannot %s %s: it or its directory is immutable or append-only (lsattr)", action, path);
	}
	isoft_advice_take(&advice, parent, path);
	if (isoft_os_facts_at(path, false, &facts)) {
		return denied_by_owner(action, path, &facts, path, &advice, failure);
	}
	if (isoft_os_facts_at(parent, true, &facts)) {
		return denied_by_owner(action, path, &facts, parent, &advice, failure);
	}
	return denied_by_a_directory(action, path, &advice, failure);
}

bool isoft_denied_directory(const char *directory, isoft_failure *failure)
{
	isoft_advice advice;

	if (isoft_os_user() == 0) {
		return denied_by_obstacle("reach", directory, failure);
	}
	isoft_advice_take(&advice, directory, directory);
	return denied_by_a_directory("reach", directory, &advice, failure);
}

bool isoft_denied_key(const char *action, const char *path, const char *directory, isoft_failure *failure)
{
	isoft_os_facts facts;
	char parent[ISOFT_PATH_MAX];
	isoft_advice advice;

	if (isoft_advice_is_followed_for_key(path)) {
		if (!isoft_obstacle_attribute(path)) {
			return denied_by_obstacle(action, path, failure);
		}
		isoft_advice_unlock(&advice, path, path);
		return isoft_advice_fail(
			failure, &advice, "Cannot %s %s: it is immutable or append-only (lsattr)", action, path);
	}
	isoft_advice_key(&advice, path, directory);
	isoft_paths_parent(path, parent);
	if (isoft_os_facts_at(path, false, &facts)) {
		return denied_by_owner(action, path, &facts, path, &advice, failure);
	}
	if (isoft_access_may_search(parent) && isoft_os_facts_at(parent, true, &facts)) {
		return denied_by_owner(action, path, &facts, parent, &advice, failure);
	}
	return denied_by_a_directory(action, path, &advice, failure);
}
