#define _GNU_SOURCE

#include "scene.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

isoft_failure scene_failure;
char scene_folder[256];

void scene_need(bool holds, const char *text, const char *file, int line)
{
	if (!holds) {
		const char *name = strrchr(file, '/');

		printf("# %s:%d: %s (errno %d; last failure: %s)\n", name ? name + 1 : file, line, text, errno,
			scene_failure.message);
		fflush(stdout);
		_exit(SCENE_FAILED);
	}
}

void scene_need_root(void)
{
	if (geteuid() != 0) {
		scene_skip("needs root");
	}
}

bool scene_says(const char *text)
{
	return strstr(scene_failure.message, text) != NULL;
}

const char *scene_path(const char *name)
{
	static char paths[4][512];
	static unsigned next;
	char *path = paths[next++ % 4];

	snprintf(path, sizeof(paths[0]), *name ? "%s/%s" : "%s%s", scene_folder, name);
	return path;
}

isoft_store_config scene_config(void)
{
	return (isoft_store_config){.directory = scene_folder, .accounts = 64};
}

isoft_store *scene_open_with(const isoft_store_config *config)
{
	isoft_store *store;

	need(isoft_store_open(&store, config, true, &scene_failure) == ISOFT_STORE_OK);
	return store;
}

isoft_store *scene_open(void)
{
	isoft_store_config config = scene_config();

	return scene_open_with(&config);
}

isoft_lock scene_lock(isoft_store *store, const char *account)
{
	isoft_lock lock;

	need(isoft_store_lock(store, account, 60000, &lock, &scene_failure) == ISOFT_STORE_OK);
	return lock;
}

void scene_put_due(isoft_store *store, const char *account, const char *text, int64_t due)
{
	isoft_lock lock = scene_lock(store, account);

	need(isoft_store_write(store, &lock, text, strlen(text), due, &scene_failure));
	isoft_store_unlock(store, &lock);
}

void scene_put(isoft_store *store, const char *account, const char *text)
{
	scene_put_due(store, account, text, 0);
}

isoft_store_status scene_read(isoft_store *store, const char *account, isoft_record *record)
{
	return isoft_store_read(store, account, record, &scene_failure);
}

bool scene_has(isoft_store *store, const char *account, const char *text)
{
	isoft_record record;

	return scene_read(store, account, &record) == ISOFT_STORE_OK && record.length == strlen(text)
		&& memcmp(record.bytes, text, record.length) == 0;
}

int64_t scene_next_due(isoft_store *store)
{
	static int64_t now;

	/* Longer than any hint is kept. */
	now += 1000;
	return isoft_store_next_due(store, now);
}

void scene_text(char text[SCENE_TEXT_SIZE], int number)
{
	int length = 40 + (number * 37) % 2000, at = snprintf(text, SCENE_TEXT_SIZE, "%d;", number);

	while (at < length) {
		text[at] = (char)('a' + (number + at) % 26);
		at++;
	}
	text[length] = '\0';
}

int scene_number(const isoft_record *record)
{
	char expected[SCENE_TEXT_SIZE];
	int number = atoi((const char *)record->bytes);

	if (number < 0) {
		return -1;
	}
	scene_text(expected, number);
	return strlen(expected) == record->length && memcmp(expected, record->bytes, record->length) == 0 ? number : -1;
}

unsigned char *scene_load(const char *path, size_t *length)
{
	int descriptor = open(path, O_RDONLY);
	unsigned char *bytes;

	need(descriptor != -1);
	*length = scene_size(path);
	bytes = malloc(*length + 1);
	need(bytes && read(descriptor, bytes, *length) == (ssize_t)*length);
	close(descriptor);
	return bytes;
}

void scene_save(const char *path, const void *bytes, size_t length)
{
	int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	need(descriptor != -1 && write(descriptor, bytes, length) == (ssize_t)length);
	close(descriptor);
}

void scene_patch(const char *path, const void *bytes, size_t length, size_t offset)
{
	int descriptor = open(path, O_WRONLY);

	need(descriptor != -1 && pwrite(descriptor, bytes, length, (off_t)offset) == (ssize_t)length);
	close(descriptor);
}

size_t scene_size(const char *path)
{
	struct stat status;

	need(stat(path, &status) == 0);
	return (size_t)status.st_size;
}
