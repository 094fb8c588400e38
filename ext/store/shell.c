#include "store/shell.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "store/os.h"

void isoft_shell_add(char *command, size_t size, const char *format, ...)
{
	size_t length = strlen(command);
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(command + length, size - length, format, arguments);
	va_end(arguments);
}

#ifdef _WIN32
#define PLAIN_OF_SYSTEM "\\"
#else
#define PLAIN_OF_SYSTEM "%"
#endif

static bool is_plain_in_shell(const char *text)
{
	static const char plain[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+:@,=" PLAIN_OF_SYSTEM;

	return *text && *text != '-' && text[strspn(text, plain)] == '\0';
}

#ifdef _WIN32

/* No name of a file has a double quote there. */
static void shell_quote(char *command, size_t size, const char *text)
{
	isoft_shell_add(command, size, " \"%s\"", text);
}

#else

static void shell_quote(char *command, size_t size, const char *text)
{
	isoft_shell_add(command, size, " '");
	for (const char *at = text; *at; at++) {
		isoft_shell_add(command, size, *at == '\'' ? "'\\'%c" : "%c", *at);
	}
	isoft_shell_add(command, size, "'");
}

#endif

void isoft_shell_word(char *command, size_t size, const char *text)
{
	if (is_plain_in_shell(text)) {
		isoft_shell_add(command, size, " %s", text);
	} else {
		shell_quote(command, size, text);
	}
}

void isoft_shell_owner(char *command, size_t size, uint32_t user, uint32_t group)
{
	char name[ISOFT_SHELL_NAME_SIZE], number[ISOFT_SHELL_NAME_SIZE];

	isoft_os_user_name(user, name, sizeof(name));
	snprintf(number, sizeof(number), "%u", (unsigned)user);
	if (strcmp(name, number) == 0) {
		isoft_shell_add(command, size, " %u:%u", (unsigned)user, (unsigned)group);
	} else {
		snprintf(number, sizeof(number), "%.*s:", (int)sizeof(number) - 2, name);
		isoft_shell_word(command, size, number);
	}
}

#ifdef _WIN32

/* `mkdir` does not know the slash as a separator. It makes the directories above as well. */
void isoft_shell_make_directory(char *command, size_t size, const char *directory)
{
	size_t begin = strlen(command) + strlen("mkdir");

	isoft_shell_add(command, size, "mkdir");
	isoft_shell_word(command, size, directory);
	for (char *at = command + begin; begin < size && *at; at++) {
		*at = *at == '/' ? '\\' : *at;
	}
}

#else

void isoft_shell_make_directory(char *command, size_t size, const char *directory)
{
	char name[ISOFT_SHELL_NAME_SIZE];

	isoft_os_user_name(isoft_os_user(), name, sizeof(name));
	isoft_shell_add(command, size, "install -d -m 0700 -o");
	isoft_shell_word(command, size, name);
	isoft_shell_word(command, size, directory);
}

#endif
