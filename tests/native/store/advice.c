/*
 * Advice: what a message says is done literally, by the superuser and once; then the store must work for the user who
 * got the message.
 */
#define _GNU_SOURCE

#include <grp.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "scene.h"

enum { NOBODY = 65534, ALICE = 12001, BOB = 12002, TEAM = 13000, COMMAND_SIZE = 1400 };

/* Another user of this machine, whose process opens the store. */
typedef struct {
	const char *name;
	uid_t user;
	gid_t group;
	gid_t also; /* another group of the user */
} advice_user;

static const advice_user users[] = {
	{"root", 0, 0, 0},
	{"a user with a name", NOBODY, NOBODY, NOBODY},
	{"a user without a name", ALICE, ALICE, ALICE},
	{"a user of the team", ALICE, ALICE, TEAM},
};
enum { ROOT, NAMED, NAMELESS, MEMBER, USERS };

typedef struct {
	isoft_store_config config;
	const advice_user *user;
} attempt;

static char *said; /* the last message, in memory shared with the process of the attempt */
enum { SAID_SIZE = 2048 };

static void keep_message(void)
{
	if (!said) {
		said = mmap(NULL, SAID_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
		need(said != MAP_FAILED);
	}
	*said = '\0';
}

/* Opens the store, creates it if there is none, and writes and reads a record. Returns false with the failure filled.
 */
static bool use_store(const isoft_store_config *config)
{
	isoft_store *store;
	isoft_record record;
	isoft_lock lock;
	bool used;

	if (isoft_store_open(&store, config, true, &scene_failure) != ISOFT_STORE_OK) {
		return false;
	}
	used = isoft_store_lock(store, "default", 0, &lock, &scene_failure) == ISOFT_STORE_OK;
	if (used) {
		used = isoft_store_write(store, &lock, "text", 4, 0, &scene_failure)
			&& isoft_store_read(store, "default", &record, &scene_failure) == ISOFT_STORE_OK;
		isoft_store_unlock(store, &lock);
	}
	if (used) {
		isoft_record_wipe(&record);
	}
	isoft_store_close(store);
	return used;
}

/* A process of the user, which makes attempts: to fork for each costs more than the attempt. */
static scene_signal ask, answer;
static pid_t process;

static int attempts_as_user(void *with)
{
	const attempt *made = with;
	gid_t groups[] = {made->user->group, made->user->also};

	need(setgroups(2, groups) == 0 && setgid(made->user->group) == 0 && setuid(made->user->user) == 0);
	for (;;) {
		scene_signal_wait(ask);
		if (!use_store(&made->config)) {
			snprintf(said, SAID_SIZE, "%s", scene_failure.message);
		}
		scene_signal_send(answer);
	}
	return 0;
}

static void begin_attempts(attempt *made)
{
	keep_message();
	ask = scene_signal_make();
	answer = scene_signal_make();
	process = scene_fork(attempts_as_user, made);
}

static void end_attempts(void)
{
	need(kill(process, SIGKILL) == 0 && scene_wait(process) == -SIGKILL);
	close(ask.ends[0]);
	close(ask.ends[1]);
	close(answer.ends[0]);
	close(answer.ends[1]);
}

/* Returns whether the user can use the store; if not, `said` is the message. */
static bool works(void)
{
	*said = '\0';
	scene_signal_send(ask);
	scene_signal_wait(answer);
	return *said == '\0';
}

/* Runs the command of the message, with the umask of a careful superuser. */
static bool follow_command(void)
{
	char command[COMMAND_SIZE] = "umask 077; ";
	const char *found = strcasestr(said, "run: ");

	if (!found) {
		return false;
	}
	strncat(command, found + strlen("run: "), sizeof(command) - strlen(command) - 1);
	return system(command) == 0;
}

static void need_closed(const char *path)
{
	struct stat status;

	if (lstat(path, &status) == 0) {
		need((status.st_mode & 0007) == 0);
	}
}

/* The folder of the test in memory: thousands of stores are written to the disk else. */
static void own_file_system(void)
{
	if (unshare(CLONE_NEWNS) == -1 || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == -1) {
		scene_skip("may not mount");
	}
	need(mount("tmpfs", scene_path(""), "tmpfs", 0, "size=64m,mode=0711") == 0);
}

/* The walk: each combination of a directory, files in it, and a user. */

static const char *const files[] = {"tokens", "key", "lock-table", "lock-ranges"};
enum { FILES = sizeof(files) / sizeof(files[0]), STORE_USERS = 3 };

typedef enum { ACL_NONE, ACL_BEFORE_CHMOD, ACL_AFTER_CHMOD, ACL_AGAINST, ACL_DEFAULT, ACLS } acl_kind;

typedef struct {
	const char *name;
	int owner; /* 0 root, 1 the user, 2 another user */
	int group; /* 0 root's, 1 the user's, 2 the team's */
	mode_t mode;
	acl_kind acl;
	int only; /* index of the one file that is so, or -1: all */
} file_state;

static const file_state states[] = {
	{"no files", -1, 0, 0, ACL_NONE, -1},
	{"made by root", 0, 0, 0600, ACL_NONE, -1},
	{"made by root, umask ignored", 0, 0, 0644, ACL_NONE, -1},
	{"made by another user", 2, 0, 0600, ACL_NONE, -1},
	{"of the user", 1, 1, 0600, ACL_NONE, -1},
	{"chmod -R 777", 1, 1, 0777, ACL_NONE, -1},
	{"not writable", 1, 1, 0400, ACL_NONE, -1},
	{"of the team", 2, 2, 0660, ACL_NONE, -1},
	{"access control lists", 0, 0, 0600, ACL_AFTER_CHMOD, -1},
	{"one file made by root", 0, 0, 0600, ACL_NONE, 0},
	{"one lock made by another user", 2, 0, 0600, ACL_NONE, 3},
};
enum { STATES = sizeof(states) / sizeof(states[0]) };

static const mode_t modes[] = {0700, 0500, 0755, 0770, 02770, 0777, 01777};
enum { MODES = sizeof(modes) / sizeof(modes[0]), GROUPS = 3 };

static uid_t owner_of(int who, const advice_user *user)
{
	return who == 0 ? 0 : who == 1 ? user->user : BOB;
}

static gid_t group_of(int which, const advice_user *user)
{
	return which == 0 ? 0 : which == 1 ? user->group : TEAM;
}

typedef struct {
	uint16_t tag;
	uint16_t rights;
	uint32_t id;
} acl_entry;

/* Sets a list with an entry for the user and one for another user. Sets the mode's group bits to those of the mask. */
static void set_acl(const char *path, const char *attribute, mode_t mode, uid_t user, int rights)
{
	enum { OF_OWNER = 1, OF_USER = 2, OF_GROUP = 4, MASK = 16, OF_OTHERS = 32 };
	struct {
		uint32_t version;
		acl_entry entries[6];
	} list = {2,
		{{OF_OWNER, mode >> 6 & 7, -1}, {OF_USER, rights, user}, {OF_USER, 7, BOB}, {OF_GROUP, mode >> 3 & 7, -1},
			{MASK, 7, -1}, {OF_OTHERS, mode & 7, -1}}};

	need(setxattr(path, attribute, &list, sizeof(list), 0) == 0);
}

static void set_access(const char *path, uid_t owner, gid_t group, mode_t mode, acl_kind acl, uid_t user)
{
	static const char access[] = "system.posix_acl_access", defaults[] = "system.posix_acl_default";
	int rights = acl == ACL_AGAINST ? 0 : 7;

	removexattr(path, access);
	removexattr(path, defaults);
	need(chown(path, owner, group) == 0);
	if (acl == ACL_BEFORE_CHMOD) {
		set_acl(path, access, 0700, user, rights);
	}
	need(chmod(path, mode) == 0);
	if (acl == ACL_AFTER_CHMOD || acl == ACL_AGAINST || acl == ACL_DEFAULT) {
		set_acl(path, access, mode, user, rights);
	}
	if (acl == ACL_DEFAULT) {
		set_acl(path, defaults, mode, user, rights);
	}
}

static const char *file_at(const char *directory, const char *name)
{
	static char path[768];

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	return path;
}

/* Gives the files this state; with no files, removes those of the last attempt. */
static void set_files(const char *directory, const file_state *state, const advice_user *user)
{
	for (int i = 0; i < (int)FILES; i++) {
		const char *path = file_at(directory, files[i]);

		if (state->owner == -1) {
			unlink(path);
		} else if (access(path, F_OK) == -1) {
			continue;
		} else if (state->only == -1 || state->only == i) {
			set_access(
				path, owner_of(state->owner, user), group_of(state->group, user), state->mode, state->acl, user->user);
		} else {
			set_access(path, user->user, user->group, 0600, ACL_NONE, user->user);
		}
	}
}

static int walked, followed;

static void walk_one(const char *directory)
{
	char first[SAID_SIZE];

	walked++;
	if (works()) {
		return;
	}
	followed++;
	need(!strstr(said, "as root"));
	snprintf(first, sizeof(first), "%s", said);
	if (!follow_command() || !works()) {
		printf("# first: %s\n# then: %s\n", first, said);
		need(!"the command mends it");
	}
	need_closed(directory);
	for (size_t i = 0; i < FILES; i++) {
		need_closed(file_at(directory, files[i]));
	}
}

/* All directories for one user. The files are those of some states: the first two each time, the others in turn. */
static void walk_directories(const advice_user *user, const char *directory, const file_state *state, int count)
{
	attempt made = {.config = scene_config(), .user = user};
	int turn = 0;

	made.config.directory = directory;
	begin_attempts(&made);
	for (int owner = 0; owner < STORE_USERS; owner++) {
		for (int group = 0; group < GROUPS; group++) {
			for (size_t mode = 0; mode < MODES; mode++) {
				for (acl_kind acl = ACL_NONE; acl < ACLS; acl++) {
					set_files(directory, &state[turn++ % count], user);
					set_access(directory, owner_of(owner, user), group_of(group, user), modes[mode], acl, user->user);
					walk_one(directory);
				}
			}
		}
	}
	end_attempts();
}

static void walk_user(int which)
{
	const advice_user *user = &users[which];
	char full[512], empty[512];
	isoft_store_config config = scene_config();

	scene_need_root();
	own_file_system();
	snprintf(full, sizeof(full), "%s", scene_path("store"));
	snprintf(empty, sizeof(empty), "%s", scene_path("an empty 'store'"));
	need(mkdir(full, 0700) == 0 && mkdir(empty, 0700) == 0);
	config.directory = full;
	need(use_store(&config));
	walked = followed = 0;
	walk_directories(user, empty, &states[0], 1);
	walk_directories(user, full, &states[1], 1);
	walk_directories(user, full, &states[2], STATES - 2);
	printf("# %s: %d combinations, %d of them with a command\n", user->name, walked, followed);
	need(walked == 3 * STORE_USERS * GROUPS * MODES * ACLS && followed > 0);
}

static void walk_root(void)
{
	walk_user(ROOT);
}

static void walk_named(void)
{
	walk_user(NAMED);
}

static void walk_nameless(void)
{
	walk_user(NAMELESS);
}

static void walk_member(void)
{
	walk_user(MEMBER);
}

/* Other places. */

static void need_command(const char *command)
{
	if (!system("exit 1") || system(command) != 0) {
		scene_skip(command);
	}
}

/* Makes a directory of root's in the folder, and returns its path. */
static const char *made_directory(const char *name, mode_t mode)
{
	const char *path = scene_path(name);

	need(mkdir(path, 0700) == 0 && chmod(path, mode) == 0);
	return path;
}

/* The user gets a message, and after its command the store works. Keeps the first message in `said`. */
static void need_mended(const advice_user *user, const isoft_store_config *config)
{
	attempt made = {*config, user};
	char first[SAID_SIZE];

	begin_attempts(&made);
	need(!works());
	snprintf(first, sizeof(first), "%s", said);
	if (!follow_command() || !works()) {
		printf("# first: %s\n# then: %s\n", first, said);
		need(!"the command mends it");
	}
	end_attempts();
	strcpy(said, first);
}

static void need_unchanged(const char *path, mode_t mode)
{
	struct stat status;

	need(lstat(path, &status) == 0 && status.st_uid == 0 && (status.st_mode & 07777) == mode);
}

/* The way to the store is closed; the store is there or not. */
static void closed_way(void)
{
	static const acl_kind acls[] = {ACL_NONE, ACL_AGAINST};

	need_command("command -v setfacl >/dev/null");
	scene_need_root();
	own_file_system();
	for (int which = NAMED; which < USERS; which++) {
		for (int kind = 0; kind < 4; kind++) {
			isoft_store_config config = scene_config();
			char name[64], way[512], in[600];

			snprintf(name, sizeof(name), "way %d %d", which, kind);
			snprintf(way, sizeof(way), "%s", made_directory(name, 0700));
			snprintf(in, sizeof(in), "%s/in", way);
			need(mkdir(in, 0700) == 0);
			set_access(way, 0, 0, 0750, acls[kind % 2], users[which].user);
			strcat(in, "/store");
			config.directory = in;
			if (kind / 2) {
				need(mkdir(in, 0700) == 0 && use_store(&config));
			}
			need_mended(&users[which], &config);
			need(strstr(said, "holds nothing but the store"));
		}
	}
}

/* The directory holds files of others, which the command leaves as they are. */
static void other_files(void)
{
	static const mode_t open_modes[] = {0755, 01777};
	isoft_store_config config = scene_config();

	scene_need_root();
	own_file_system();
	for (int i = 0; i < 4; i++) {
		char directory[512], name[64], inside[600];

		snprintf(name, sizeof(name), "full %d", i);
		snprintf(directory, sizeof(directory), "%s", made_directory(name, 0700));
		config.directory = directory;
		need(use_store(&config) && chmod(directory, open_modes[i % 2]) == 0);
		scene_save(file_at(directory, "other"), "x", 1);
		need(chmod(file_at(directory, "other"), 0644) == 0);
		if (i / 2) {
			/* Only the store's files are wrong. */
			need(chmod(directory, 0700) == 0 && chown(directory, NOBODY, NOBODY) == 0);
			need_mended(&users[NAMED], &config);
			need(!strstr(said, " -R "));
		} else {
			attempt moved = {config, &users[NAMED]};

			begin_attempts(&moved);
			need(!works() && strstr(said, "set infusionsoft.store_path to "));
			end_attempts();
			need(follow_command());
			snprintf(inside, sizeof(inside), "%s/infusionsoft", directory);
			moved.config.directory = inside;
			begin_attempts(&moved);
			need(works());
			end_attempts();
			need(access(file_at(inside, "tokens"), F_OK) == 0 && access(file_at(directory, "tokens"), F_OK) == -1);
			need_unchanged(directory, open_modes[i % 2]);
		}
		need_unchanged(file_at(directory, "other"), 0644);
	}
}

/* A key outside of the store's directory: a Docker secret, one made by root or by another user, or none. */
static void keys_elsewhere(void)
{
	static const struct {
		const char *name;
		uid_t owner;
		mode_t mode;  /* 0: there is no key */
		mode_t above; /* 0: there is no directory */
	} keys[] = {{"secret", 0, 0444, 0755}, {"root", 0, 0600, 0755}, {"other", BOB, 0400, 0755},
		{"open", NOBODY, 0644, 0755}, {"closed", 0, 0600, 0700}, {"none", 0, 0, 0755}, {"none, closed", 0, 0, 0700},
		{"no directory", 0, 0, 0}};

	scene_need_root();
	own_file_system();
	for (int which = NAMED; which < USERS; which++) {
		for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
			isoft_store_config config = scene_config();
			char directory[512], key[600], name[64];

			snprintf(name, sizeof(name), "store of %d, %d", which, (int)i);
			snprintf(directory, sizeof(directory), "%s", made_directory(name, which == MEMBER ? 0770 : 0700));
			need(chown(directory, which == MEMBER ? 0 : users[which].user, users[which].also) == 0);
			config.directory = directory;
			snprintf(name, sizeof(name), "keys of %d, %d", which, (int)i);
			snprintf(key, sizeof(key), "%s/key", scene_path(name));
			config.key_file = key;
			if (keys[i].above) {
				made_directory(name, 0755);
			}
			if (keys[i].mode) {
				scene_save(key, "0123456789abcdef0123456789abcdef", 32);
				need(chown(key, keys[i].owner, 0) == 0 && chmod(key, keys[i].mode) == 0);
			}
			if (keys[i].above) {
				need(chmod(scene_path(name), keys[i].above) == 0);
			}
			need_mended(&users[which], &config);
			need(!keys[i].mode || keys[i].above == 0700 || strstr(said, "mounted secret"));
			need_closed(key);
		}
	}
}

/* A directory that is a link, to one made by root, or to none. */
static void links(void)
{
	isoft_store_config config = scene_config();
	char target[512], link[512];

	scene_need_root();
	own_file_system();
	for (int made = 0; made < 2; made++) {
		snprintf(target, sizeof(target), "%s %d", scene_path("target"), made);
		snprintf(link, sizeof(link), "%s %d", scene_path("link"), made);
		need(symlink(target, link) == 0);
		config.directory = link;
		if (made) {
			need(mkdir(target, 0700) == 0 && use_store(&config));
		}
		need_mended(&users[NAMED], &config);
		need_closed(target);
	}
}

static void make_immutable(const char *path)
{
	char command[700];

	snprintf(command, sizeof(command), "chattr +i '%s' 2>/dev/null", path);
	need_command(command);
}

/* On the disk: a file system in memory may have no such attribute. */
static void immutable(void)
{
	isoft_store_config config = scene_config();
	char store[512];

	scene_need_root();
	need(chmod(scene_path(""), 0711) == 0);
	snprintf(store, sizeof(store), "%s", made_directory("store", 0700));
	config.directory = store;
	need(chown(store, NOBODY, NOBODY) == 0);
	make_immutable(store);
	need_mended(&users[NAMED], &config);
	need(strstr(said, "immutable or append-only") && strstr(said, "chattr -R -ia"));
	make_immutable(file_at(store, "tokens"));
	need_mended(&users[NAMED], &config);
	need(strstr(said, "immutable or append-only") && strstr(said, "chattr -R -ia"));
	/* The owner is wrong as well. */
	need(chmod(store, 0755) == 0);
	make_immutable(file_at(store, "tokens"));
	need_mended(&users[NAMELESS], &config);
}

/* Denies a system call of this process, as SystemCallFilter= does. */
static int refused_by_seccomp(void *with)
{
	struct sock_filter rules[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_flock, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog filter = {sizeof(rules) / sizeof(rules[0]), rules};
	const isoft_store_config *config = with;

	need(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0) {
		return 77;
	}
	need(!use_store(config));
	need(scene_says("owner and mode allow it") && scene_says("the seccomp filter of this process"));
	need(!scene_says("un: "));
	return 0;
}

static void seccomp(void)
{
	isoft_store_config config = scene_config();
	int status = scene_wait(scene_fork(refused_by_seccomp, &config));

	if (status == 77) {
		scene_skip("the kernel takes no seccomp filter");
	}
	need(status == 0);
}

/* A command that is cut short would name another file. */
static void long_paths(void)
{
	isoft_store_config config = scene_config();
	char path[900];
	isoft_store *store;

	snprintf(path, sizeof(path), "%s", scene_path(""));
	while (strlen(path) < 600) {
		strcat(path, "/a directory with a long name");
	}
	config.directory = path;
	need(isoft_store_open(&store, &config, true, &scene_failure) == ISOFT_STORE_FAILED);
	need(!scene_says("un: ") && scene_says("too long for this message"));
}

/* A store of one user, and another user: the message says who may use it. */
static void two_users(void)
{
	isoft_store_config config = scene_config();
	attempt made = {config, &users[NAMED]};

	scene_need_root();
	need(chown(scene_path(""), BOB, BOB) == 0 && use_store(&config));
	begin_attempts(&made);
	need(!works() && strstr(said, "If 12002 uses the store, run this as 12002 instead"));
	end_attempts();
	need(chown(scene_path(""), 0, 0) == 0);
	begin_attempts(&made);
	need(!works() && !strstr(said, "as root"));
	end_attempts();
}

static const scene_test tests[] = {
	{"root: every owner, group, mode and access control list of a store and its files", walk_root},
	{"a user with a name: every owner, group, mode and access control list", walk_named},
	{"a user without a name: every owner, group, mode and access control list", walk_nameless},
	{"a user of a group that shares: every owner, group, mode and access control list", walk_member},
	{"directories above the store that the user may not search", closed_way},
	{"files of others in the store's directory stay as they are", other_files},
	{"a key outside of the store's directory: a Docker secret, made by root, missing", keys_elsewhere},
	{"a directory that is a link", links},
	{"immutable files", immutable},
	{"a seccomp filter is named where owner and mode allow the use", seccomp},
	{"a command that does not fit into the message is left out", long_paths},
	{"a store of another user", two_users},
};

SCENE_MAIN(tests)
