#include "store/advice.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "store/access.h"
#include "store/obstacle.h"
#include "store/shell.h"

enum {
	OWNER_ALL = 0700,
	OWNER_USE = 0600,
	OWNER_READ = 0400,
	GROUP_ALL = 0070,
	GROUP_USE = 0060,
	GROUP_READ = 0040,
	GROUP_WRITE = 0020,
	OTHERS_WRITE = 0002,
	SET_GROUP = 02000
};

static void advice_start(isoft_advice *advice)
{
	memset(advice, 0, sizeof(*advice));
	strcpy(advice->introduction, "Run: ");
}

/* Adds a blank and the directory. `chown -R` follows a link to a directory only with a separator at its end. */
static void advice_add_directory(isoft_advice *advice, const char *directory)
{
	char path[ISOFT_PATH_MAX + 1];
	isoft_os_facts facts;
	bool is_link = isoft_os_facts_at(directory, false, &facts) && facts.kind == ISOFT_OS_SYMLINK;

	snprintf(path, sizeof(path), "%s%s", directory, is_link ? "/" : "");
	isoft_shell_word(advice->command, sizeof(advice->command), path);
}

static void advice_add(isoft_advice *advice, const char *text)
{
	isoft_shell_add(advice->command, sizeof(advice->command), "%s", text);
}

static void advice_add_word(isoft_advice *advice, const char *word)
{
	isoft_shell_word(advice->command, sizeof(advice->command), word);
}

/* The user who shall own the store or its key: `facts` describe the store's directory, NULL if they are not known. */
static void advice_add_user(isoft_advice *advice, const isoft_os_facts *facts)
{
	if (isoft_os_user() == 0 && facts) {
		isoft_shell_owner(advice->command, sizeof(advice->command), facts->owner, facts->group);
	} else {
		isoft_shell_owner(advice->command, sizeof(advice->command), isoft_os_user(), isoft_access_group());
	}
}

static void advice_add_group(isoft_advice *advice, uint32_t group)
{
	char name[ISOFT_SHELL_NAME_SIZE];

	isoft_os_group_name(group, name, sizeof(name));
	advice_add_word(advice, name);
}

/*
 * Lets this user search the directories above the path. Those below the first one that it may not search are not known,
 * so they are opened as well. Search permission alone lists nothing.
 */
static void advice_add_way_to(isoft_advice *advice, const char *path)
{
	char above[ISOFT_PATH_MAX], entry[ISOFT_SHELL_NAME_SIZE + 8], name[ISOFT_SHELL_NAME_SIZE];
	bool closed = false, begun = false;

	for (const char *at = path + 1; *at; at++) {
		if (!isoft_os_is_separator(*at)) {
			continue;
		}
		snprintf(above, sizeof(above), "%.*s", (int)(at - path), path);
		if (!closed && isoft_access_may_search(above)) {
			continue;
		}
		if (!closed && isoft_access_has_list(above)) {
			isoft_os_user_name(isoft_os_user(), name, sizeof(name));
			snprintf(entry, sizeof(entry), "u:%s:x", name);
			advice_add(advice, "setfacl -m");
			advice_add_word(advice, entry);
			advice_add_word(advice, above);
			advice_add(advice, " && ");
		} else {
			advice_add(advice, begun ? "" : "chmod a+x");
			advice_add_word(advice, above);
			begun = true;
		}
		closed = true;
	}
	advice_add(advice, begun ? " && " : "");
}

/* With an access control list the mode's group bits are those of the list, not of the group. */
static bool advice_is_shared(const char *directory, const isoft_os_facts *facts)
{
	return (facts->mode & GROUP_WRITE) && !(facts->mode & OTHERS_WRITE) && isoft_access_has_group(facts->group)
		&& !isoft_access_has_list(directory);
}

/* Returns whether this user can make files in the directory, and give them the group that they need. */
static bool advice_fits(const char *directory, const isoft_os_facts *facts)
{
	if (facts->mode & OTHERS_WRITE) {
		return false;
	}
	if (isoft_os_user() == 0 || (advice_is_shared(directory, facts) && (facts->mode & GROUP_ALL) == GROUP_ALL)) {
		return true;
	}
	return facts->owner == isoft_os_user() && (facts->mode & OWNER_ALL) == OWNER_ALL
		&& (!(facts->mode & GROUP_WRITE) || (facts->mode & SET_GROUP) || isoft_access_has_group(facts->group));
}

static const char *advice_name_of(const char *file)
{
	const char *name = file + strlen(file);

	while (name > file && !isoft_os_is_separator(name[-1])) {
		name--;
	}
	return name;
}

static bool is_of_store(const char *name)
{
	/* The last: of a volume of its own. */
	static const char *const names[] = {"tokens", "key", "locks", ISOFT_HOOK_EVENTS_FILE, "lost+found"};
	static const char *const beginnings[] = {"lock-", ISOFT_TEMPORARY_PREFIX};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(name, names[i]) == 0) {
			return true;
		}
	}
	return strncmp(name, beginnings[0], strlen(beginnings[0])) == 0
		|| strncmp(name, beginnings[1], strlen(beginnings[1])) == 0;
}

static bool advice_has_file(const char *directory, const char *name)
{
	char path[ISOFT_PATH_MAX];
	isoft_os_facts facts;

	isoft_paths_join(path, directory, name);
	return isoft_os_facts_at(path, false, &facts);
}

/* Adds the names of the store's files, and of the file, which may be a key with another name. */
static void advice_add_files(isoft_advice *advice, const char *directory, const char *file)
{
	static const char *const names[] = {"tokens", "key", "locks", ISOFT_HOOK_EVENTS_FILE};
	char path[ISOFT_PATH_MAX];
	isoft_os_facts facts;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		isoft_paths_join(path, directory, names[i]);
		if (isoft_os_facts_at(path, false, &facts)) {
			advice_add_word(advice, path);
		}
	}
	if (strcmp(file, directory) != 0 && isoft_os_facts_at(file, false, &facts) && !is_of_store(advice_name_of(file))) {
		advice_add_word(advice, file);
	}
	if (advice_has_file(directory, "lock-table") || advice_has_file(directory, "lock-ranges")) {
		advice_add_word(advice, directory);
		advice_add(advice, "/lock-*");
	}
}

/* Gives the whole directory, or with `file` the store's files in it, to the group that shares it or to the user. */
static void advice_add_give(
	isoft_advice *advice, const char *directory, const char *file, bool shared, const isoft_os_facts *facts)
{
	advice_add(advice, shared ? "chgrp" : "chown");
	advice_add(advice, file ? "" : " -R");
	if (shared) {
		advice_add_group(advice, facts->group);
	} else {
		advice_add_user(advice, facts);
	}
	if (file) {
		advice_add_files(advice, directory, file);
		advice_add(advice, shared ? " && chmod ug=rw,o=" : " && chmod u=rw,go=");
		advice_add_files(advice, directory, file);
	} else {
		advice_add_directory(advice, directory);
		advice_add(advice, shared ? " && chmod -R ug=rwX,o=" : " && chmod -R u=rwX,go=");
		advice_add_directory(advice, directory);
	}
}

static void advice_add_make(isoft_advice *advice, const char *directory)
{
	isoft_shell_make_directory(advice->command, sizeof(advice->command), directory);
}

/* Makes a directory for the store inside of one that holds other files, and moves the store there. */
static void advice_add_move(isoft_advice *advice, const char *directory, const char *file)
{
	isoft_os_facts facts;
	char path[ISOFT_PATH_MAX], inside[ISOFT_PATH_MAX];

	isoft_paths_join(inside, directory, "infusionsoft");
	snprintf(advice->introduction, sizeof(advice->introduction),
		"%s holds other files too: set infusionsoft.store_path to %s, and run: ", directory, inside);
	advice_add_way_to(advice, inside);
	advice_add_make(advice, inside);
	isoft_paths_join(path, directory, "tokens");
	if (isoft_os_facts_at(path, false, &facts)) {
		advice_add(advice, " && mv");
		advice_add_files(advice, directory, file);
		advice_add_word(advice, inside);
		advice_add(advice, " && ");
		advice_add_give(advice, inside, NULL, false, NULL);
	}
}

void isoft_advice_make(isoft_advice *advice, const char *directory)
{
	isoft_os_facts facts;

	advice_start(advice);
	advice_add_make(advice, directory);
	if (isoft_os_facts_at(directory, false, &facts)) {
		/* A link to what does not exist. */
		advice_start(advice);
		advice_add(advice, "mkdir -p \"$(readlink -m");
		advice_add_word(advice, directory);
		advice_add(advice, ")\" && ");
		advice_add_give(advice, directory, NULL, false, NULL);
	}
	strcpy(advice->introduction, "To make it, run: ");
}

/* Returns whether an attribute forbids changes of the directory, the file or another file that the command names. */
static bool advice_is_locked(const char *directory, const char *file)
{
	char tokens[ISOFT_PATH_MAX], key[ISOFT_PATH_MAX];

	isoft_paths_join(tokens, directory, "tokens");
	isoft_paths_join(key, directory, "key");
	return isoft_obstacle_attribute(directory) || isoft_obstacle_attribute(file) || isoft_obstacle_attribute(tokens)
		|| isoft_obstacle_attribute(key);
}

void isoft_advice_take(isoft_advice *advice, const char *directory, const char *file)
{
	isoft_os_facts facts;
	bool known = isoft_os_facts_at(directory, true, &facts), shared;
	isoft_content content = isoft_access_content(directory, is_of_store);

	advice_start(advice);
	if (advice_is_locked(directory, file)) {
		isoft_advice_unlock(advice, directory, file);
		advice_add(advice, " && ");
	}
	if (!known) {
		/* It may not exist. */
		advice_add_make(advice, directory);
		advice_add(advice, " && ");
		advice_add_way_to(advice, directory);
	}
	shared = known && advice_is_shared(directory, &facts);
	if (content == ISOFT_CONTENT_OTHER && !advice_fits(directory, &facts)) {
		advice_add_move(advice, directory, file);
		return;
	}
	if (content == ISOFT_CONTENT_UNKNOWN) {
		snprintf(
			advice->introduction, sizeof(advice->introduction), "If %s holds nothing but the store, run: ", directory);
	}
	advice_add_give(advice, directory, content == ISOFT_CONTENT_OTHER ? file : NULL, shared, known ? &facts : NULL);
}

void isoft_advice_unlock(isoft_advice *advice, const char *directory, const char *file)
{
	bool others = isoft_access_content(directory, is_of_store) == ISOFT_CONTENT_OTHER;

	advice_start(advice);
	advice_add(advice, others ? "chattr -ia" : "chattr -R -ia");
	advice_add_directory(advice, directory);
	if (others) {
		advice_add_files(advice, directory, file);
	}
}

#ifdef _WIN32

/* A key that is not there is made by the store, as soon as its directory is there. */
void isoft_advice_key(isoft_advice *advice, const char *key, const char *directory)
{
	char parent[ISOFT_PATH_MAX];

	(void)directory;
	isoft_paths_parent(key, parent);
	isoft_advice_make(advice, parent);
}

#else

/* Adds owner or group, and mode, of a key for the users of the store's directory. */
static void advice_add_key(isoft_advice *advice, const char *key, const char *directory)
{
	isoft_os_facts facts;
	bool known = isoft_os_facts_at(directory, true, &facts);
	bool shared = known && advice_is_shared(directory, &facts);

	advice_add_way_to(advice, key);
	advice_add(advice, shared ? "chgrp" : "chown");
	if (shared) {
		advice_add_group(advice, facts.group);
	} else {
		advice_add_user(advice, known ? &facts : NULL);
	}
	advice_add_word(advice, key);
	advice_add(advice, shared ? " && chmod 0440" : " && chmod 0400");
	advice_add_word(advice, key);
}

void isoft_advice_key(isoft_advice *advice, const char *key, const char *directory)
{
	char tokens[ISOFT_PATH_MAX];
	isoft_os_facts facts;

	advice_start(advice);
	isoft_paths_join(tokens, directory, "tokens");
	if (isoft_os_facts_at(key, false, &facts)) {
		snprintf(advice->introduction, sizeof(advice->introduction),
			"If it is a mounted secret, give it uid %u and mode 0400 there (Docker), or fsGroup and defaultMode 0440 "
			"(Kubernetes); if it is not, run: ",
			(unsigned)isoft_os_user());
	} else if (!isoft_os_facts_at(tokens, false, &facts)) {
		advice_add(advice, "test -e");
		advice_add_word(advice, key);
		advice_add(advice, " || head -c 32 /dev/urandom | install -D -m 0400 /dev/stdin");
		advice_add_word(advice, key);
		advice_add(advice, " && ");
	}
	advice_add_key(advice, key, directory);
}

#endif

bool isoft_advice_is_followed(const char *directory, const char *file)
{
	isoft_os_facts above, facts;

	if (isoft_os_user() == 0) {
		return true;
	}
	if (!isoft_os_facts_at(directory, true, &above) || !advice_fits(directory, &above)) {
		return false;
	}
	return !isoft_os_facts_at(file, false, &facts)
		|| (facts.owner == isoft_os_user() && (facts.mode & OWNER_USE) == OWNER_USE)
		|| (advice_is_shared(directory, &above) && facts.group == above.group && (facts.mode & GROUP_USE) == GROUP_USE);
}

bool isoft_advice_is_followed_for_key(const char *key)
{
	isoft_os_facts facts;

	if (isoft_os_user() == 0) {
		return true;
	}
	if (!isoft_os_facts_at(key, false, &facts)) {
		return false;
	}
	return facts.owner == isoft_os_user() ? (facts.mode & OWNER_READ)
										  : isoft_access_has_group(facts.group) && (facts.mode & GROUP_READ);
}

bool isoft_advice_fail(isoft_failure *failure, const isoft_advice *advice, const char *format, ...)
{
	char text[sizeof(failure->message)];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	if (strlen(text) + strlen(". ") + strlen(advice->introduction) + strlen(advice->command)
		< sizeof(failure->message)) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE, "%s. %s%s", text, advice->introduction, advice->command);
	}
	/* A path that is cut short would name another file. */
	return isoft_fail(failure, ISOFT_FAILURE_STORE,
		"%s. The command that mends it is too long for this message: see \"Files\" in docs/operation.md", text);
}
