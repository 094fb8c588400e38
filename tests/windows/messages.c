/* What the store tells a user of Windows to do: commands of Windows, and what else denies a file there. */
#include <string.h>
#include <windows.h>

#include "scene.h"
#include "store/os.h"

static void refused(const isoft_store_config *config, const char *text)
{
	isoft_store *store;

	need(isoft_store_open(&store, config, true, &scene_failure) != ISOFT_STORE_OK);
	need(scene_failure.kind == ISOFT_FAILURE_STORE && scene_says(text));
}

static void windows_path(char path[512], const char *name)
{
	strcpy(path, scene_path(name));
	for (char *at = path; *at; at++) {
		*at = *at == '/' ? '\\' : *at;
	}
}

/* The message says the command; the store opens when it was run. */
static void needs_directory(const isoft_store_config *config, const char *name, const char *quote)
{
	char command[600], path[512];

	windows_path(path, name);
	snprintf(command, sizeof(command), "run: mkdir %s%s%s", quote, path, quote);
	refused(config, command);
	need(mkdir(scene_path(name), 0) == 0);
	isoft_store_close(scene_open_with(config));
}

static void missing_directory(void)
{
	isoft_store_config config = scene_config();

	config.directory = scene_path("two words");
	needs_directory(&config, "two words", "\"");
}

static void missing_directory_of_the_key(void)
{
	isoft_store_config config = scene_config();

	config.key_file = scene_path("keys/master");
	needs_directory(&config, "keys", "");
}

static void used_by_another_program(void)
{
	isoft_store_config config = scene_config();
	HANDLE other;

	isoft_store_close(scene_open());
	other = CreateFileA(scene_path("tokens"), GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
	need(other != INVALID_HANDLE_VALUE);
	refused(&config, "icacls");
	need(scene_says("virus scanner") && !scene_says("chown") && !scene_says("mode"));
	CloseHandle(other);
	isoft_store_close(scene_open());
}

static void file_that_may_not_be_written(void)
{
	HANDLE other;

	isoft_store_close(scene_open());
	need(isoft_os_may_write(scene_path("tokens")));
	other = CreateFileA(scene_path("tokens"), GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
	need(other != INVALID_HANDLE_VALUE && !isoft_os_may_write(scene_path("tokens")));
	CloseHandle(other);
	need(isoft_os_may_write(scene_path("tokens")));
}

static const scene_test tests[] = {
	{"a directory that does not exist is to be made by mkdir", missing_directory},
	{"so is that of a key", missing_directory_of_the_key},
	{"of a file that another program has for itself, the message says so", used_by_another_program},
	{"Windows is asked whether a file may be written", file_that_may_not_be_written},
};

SCENE_MAIN(tests)
