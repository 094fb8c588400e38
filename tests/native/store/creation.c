/* Creation: permissions of the directory, full and read-only disks. */
#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scene.h"
#include "store/layout.h"

enum { ALICE = 12001, BOB = 12002, TEAM = 13000 };

static struct stat status_of(const char *name)
{
	struct stat status;

	need(lstat(scene_path(name), &status) == 0);
	return status;
}

static void need_files(mode_t mode)
{
	static const char *const names[] = {"tokens", "key", "lock-table", "lock-ranges"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		need((status_of(names[i]).st_mode & 07777) == mode);
	}
}

static void remove_files(void)
{
	need(unlink(scene_path("tokens")) == 0 && unlink(scene_path("key")) == 0);
	need(unlink(scene_path("lock-table")) == 0 && unlink(scene_path("lock-ranges")) == 0);
}

static void write_one(void)
{
	isoft_store *store = scene_open();

	scene_put(store, "default", "x");
	isoft_store_close(store);
}

static void modes_follow_the_directory(void)
{
	static const mode_t masks[] = {0, 022, 077, 0777};

	for (size_t i = 0; i < sizeof(masks) / sizeof(masks[0]); i++) {
		umask(masks[i]);
		need(chmod(scene_path(""), 0700) == 0);
		write_one();
		need_files(0600);
		remove_files();
		need(chmod(scene_path(""), 0755) == 0);
		write_one();
		need_files(0600);
		remove_files();
		need(chmod(scene_path(""), 02770) == 0);
		write_one();
		need_files(0660);
		remove_files();
	}
}

static void refused(const char *message)
{
	isoft_store_config config = scene_config();
	isoft_store *store;

	need(isoft_store_open(&store, &config, true, &scene_failure) == ISOFT_STORE_FAILED);
	need(scene_failure.kind == ISOFT_FAILURE_STORE && scene_says(message));
}

static void wrong_modes(void)
{
	write_one();
	need(chmod(scene_path(""), 0702) == 0);
	refused("&& chmod -R u=rwX,go= ");
	need(chmod(scene_path(""), 01777) == 0);
	refused("&& chmod -R u=rwX,go= ");
	need(chmod(scene_path(""), 0700) == 0);
	need(chmod(scene_path("tokens"), 0604) == 0);
	refused("&& chmod -R u=rwX,go= ");
	need(chmod(scene_path("tokens"), 0660) == 0);
	refused("&& chmod -R u=rwX,go= ");
	need(chmod(scene_path("tokens"), 0600) == 0);
	write_one();
	need(rename(scene_path("tokens"), scene_path("moved")) == 0);
	need(symlink("moved", scene_path("tokens")) == 0);
	refused("symlink");
}

/* Changes this process to the user, with this group only. */
static void become(uid_t user, gid_t group)
{
	need(setgroups(1, &group) == 0 && setgid(group) == 0 && setuid(user) == 0);
}

static int alice_writes(void *with)
{
	become(ALICE, *(gid_t *)with);
	write_one();
	return 0;
}

static int bob_writes(void *with)
{
	become(BOB, *(gid_t *)with);
	write_one();
	return 0;
}

static int bob_is_refused(void *with)
{
	become(BOB, BOB);
	refused(with);
	need(scene_says("12002"));
	return 0;
}

static void root_gives_the_files_away(void)
{
	gid_t group = ALICE;
	isoft_store *store;
	isoft_lock lock;

	scene_need_root();
	need(chown(scene_path(""), ALICE, ALICE) == 0);
	write_one();
	need(status_of("tokens").st_uid == ALICE && status_of("key").st_uid == ALICE);
	need(status_of("lock-table").st_uid == ALICE && status_of("lock-ranges").st_uid == ALICE);
	need(scene_wait(scene_fork(alice_writes, &group)) == 0);
	write_one();
	need(chown(scene_path("tokens"), 0, 0) == 0);
	refused("chown -R 12001:12001 ");
	need(chown(scene_path("tokens"), ALICE, ALICE) == 0 && chown(scene_path("lock-ranges"), BOB, BOB) == 0);
	store = scene_open();
	need(isoft_store_lock(store, "default", 0, &lock, &scene_failure) == ISOFT_STORE_FAILED);
	need(scene_says("chown -R 12001:12001 "));
	isoft_store_close(store);
}

static void strangers_are_refused(void)
{
	gid_t group = ALICE;

	scene_need_root();
	need(chown(scene_path(""), ALICE, ALICE) == 0);
	need(scene_wait(scene_fork(alice_writes, &group)) == 0);
	need(scene_wait(scene_fork(bob_is_refused, "12001")) == 0);
	need(chmod(scene_path(""), 0755) == 0);
	need(scene_wait(scene_fork(bob_is_refused, "mode 0600")) == 0);
	remove_files();
	need(scene_wait(scene_fork(bob_is_refused, "mode 0755")) == 0);
}

static void a_group_shares(void)
{
	gid_t group = TEAM;

	scene_need_root();
	need(chown(scene_path(""), 0, TEAM) == 0 && chmod(scene_path(""), 0770) == 0);
	umask(077);
	need(scene_wait(scene_fork(alice_writes, &group)) == 0);
	need(scene_wait(scene_fork(bob_writes, &group)) == 0);
	write_one();
	need(status_of("tokens").st_uid == ALICE && status_of("tokens").st_gid == TEAM);
	need_files(0660);
	need(scene_wait(scene_fork(bob_is_refused, "0770")) == 0);
	need(chown(scene_path("key"), ALICE, BOB) == 0);
	refused("chgrp -R 13000 ");
}

static void own_mounts(void)
{
	if (unshare(CLONE_NEWNS) == -1 || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == -1) {
		scene_skip("may not mount");
	}
}

static void fill_disk(const char *path)
{
	static const char zeros[4096];
	int descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);

	while (write(descriptor, zeros, sizeof(zeros)) > 0) {
	}
	need(errno == ENOSPC);
	close(descriptor);
}

static void full_disk(void)
{
	isoft_store_config config = scene_config();
	isoft_store *store;
	isoft_lock lock;
	char name[32];

	scene_need_root();
	own_mounts();
	need(mount("tmpfs", scene_path(""), "tmpfs", 0, "size=256k,mode=0700") == 0);
	refused("the disk is full");
	need(access(scene_path("tokens"), F_OK) == -1);
	need(umount(scene_path("")) == 0);
	need(mount("tmpfs", scene_path(""), "tmpfs", 0, "size=2040k,mode=0700") == 0);
	store = scene_open();
	fill_disk(scene_path("ballast"));
	/* The space of the first segment is reserved: every account in it can be written, twice. */
	for (int i = 0; i < 128; i++) {
		snprintf(name, sizeof(name), "account %d", i % 64);
		scene_put(store, name, name);
	}
	need(isoft_store_lock(store, "one more", 0, &lock, &scene_failure) == ISOFT_STORE_FAILED);
	need(scene_says("the disk is full") && scene_has(store, "account 63", "account 63"));
	config.accounts = 128;
	isoft_store_close(scene_open_with(&config));
	need(unlink(scene_path("ballast")) == 0);
	isoft_store_close(store);
}

static void copy_sparse(const char *from, const char *to)
{
	char command[1200];

	snprintf(command, sizeof(command), "cp --sparse=always '%s' '%s' && chmod 0600 '%s'", from, to, to);
	need(system(command) == 0);
}

static long long blocks_of(const char *name)
{
	return (long long)status_of(name).st_blocks;
}

/* With a full disk, tmpfs ends a process that reads a hole through a mapping. */
static void holes(void)
{
	long long whole;
	isoft_store *store;
	char backup[300], key[300];

	scene_need_root();
	own_mounts();
	need(mkdir(scene_path("disk"), 0700) == 0);
	snprintf(backup, sizeof(backup), "%s", scene_path("tokens"));
	snprintf(key, sizeof(key), "%s", scene_path("key"));
	store = scene_open();
	scene_put(store, "default", "x");
	isoft_store_close(store);
	whole = (long long)scene_size(scene_path("tokens")) / 512;
	need(mount("tmpfs", scene_path("disk"), "tmpfs", 0, "size=1840k,mode=0700") == 0);
	copy_sparse(backup, scene_path("disk/tokens"));
	copy_sparse(key, scene_path("disk/key"));
	need(blocks_of("disk/tokens") < whole);
	{
		isoft_store_config config = {.directory = scene_path("disk"), .accounts = 64};

		store = scene_open_with(&config);
		need(blocks_of("disk/tokens") >= whole && scene_has(store, "default", "x"));
		/* Holes again, in the file that is mapped, and no room for them. */
		copy_sparse(backup, scene_path("disk/tokens"));
		need(blocks_of("disk/tokens") < whole);
		fill_disk(scene_path("disk/ballast"));
		need(isoft_store_check(store, &scene_failure) == ISOFT_STORE_FAILED);
		need(scene_says("The disk is full") && scene_says("sparse copy"));
		need(unlink(scene_path("disk/ballast")) == 0);
		need(isoft_store_check(store, &scene_failure) == ISOFT_STORE_OK && scene_has(store, "default", "x"));
		need(blocks_of("disk/tokens") >= whole);
		isoft_store_close(store);
	}
}

static void read_only_disk(void)
{
	isoft_store *store;
	isoft_lock lock;
	char folder[300];

	scene_need_root();
	own_mounts();
	snprintf(folder, sizeof(folder), "%s", scene_path(""));
	store = scene_open();
	scene_put_due(store, "default", "x", 1234);
	isoft_store_close(store);
	need(mount(folder, folder, NULL, MS_BIND, NULL) == 0);
	need(mount(NULL, folder, NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL) == 0);
	store = scene_open();
	need(scene_has(store, "default", "x") && scene_next_due(store) == 1234);
	need(isoft_store_check(store, &scene_failure) == ISOFT_STORE_OK);
	need(isoft_store_lock(store, "default", 0, &lock, &scene_failure) == ISOFT_STORE_FAILED);
	need(scene_says("read-only") && lock.descriptor == -1);
	need(isoft_store_lock(store, "another", 0, &lock, &scene_failure) == ISOFT_STORE_FAILED && scene_says("read-only"));
	/* The file system is writable again: the same handle can write. */
	need(mount(NULL, folder, NULL, MS_BIND | MS_REMOUNT, NULL) == 0);
	scene_put(store, "default", "y");
	need(scene_has(store, "default", "y"));
	isoft_store_close(store);
	remove_files();
	need(mount(NULL, folder, NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL) == 0);
	refused("read-only");
}

static int open_many(void *with)
{
	(void)with;
	for (int i = 0; i < 2000; i++) {
		isoft_store *store = scene_open();
		isoft_lock lock = scene_lock(store, "default");

		isoft_store_unlock(store, &lock);
		isoft_store_close(store);
	}
	/* No descriptor was left open: the next descriptor has a small number. */
	need(dup(1) < 32);
	return 0;
}

static void nothing_leaks(void)
{
	need(scene_wait(scene_fork(open_many, NULL)) == 0);
}

static void size_of_the_file(void)
{
	uint64_t size = isoft_layout_size((10000 + ISOFT_SEGMENT_SLOTS - 1) / ISOFT_SEGMENT_SLOTS);

	need(size <= UINT64_C(10000) * 8448); /* 8.25 KiB */
	for (uint32_t segments = 1; segments <= ISOFT_SEGMENTS_MAX; segments++) {
		need(isoft_layout_index_cells(segments) >= UINT64_C(2) * segments * ISOFT_SEGMENT_SLOTS);
	}
}

static const scene_test tests[] = {
	{"10,000 accounts take 8.25 KiB each, and every index is at most half full", size_of_the_file},
	{"the modes of the files follow the directory and ignore the umask", modes_follow_the_directory},
	{"modes that give other users access are refused", wrong_modes},
	{"files that root creates belong to the owner of the directory", root_gives_the_files_away},
	{"a user without access to the directory gets a message with its owner", strangers_are_refused},
	{"the users of a group share a store", a_group_shares},
	{"the holes of a sparse copy are filled, and a disk without room for them is reported", holes},
	{"a full disk is reported, and existing accounts can still be written", full_disk},
	{"a store on a read-only file system can be read", read_only_disk},
	{"closed handles and released locks leave no descriptor open", nothing_leaks},
};

SCENE_MAIN(tests)
