/*
 * Shell: writes commands for a message, so that a person can run them as they stand.
 *
 * `command` is a text of at most `size` bytes with its NUL; what does not fit is cut.
 *
 * Ownership: the caller owns the texts. Locks: takes no lock. Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_SHELL_H
#define ISOFT_STORE_SHELL_H

#include <stddef.h>
#include <stdint.h>

#include "support/attributes.h"

enum { ISOFT_SHELL_NAME_SIZE = 64 };

/* Adds the formatted text. */
ISOFT_PRINTF(3, 4) void isoft_shell_add(char *command, size_t size, const char *format, ...);

/* Adds a blank and the text as one word, quoted if it has to be. */
void isoft_shell_word(char *command, size_t size, const char *text);

/* Adds a blank and the user, as chown wants it: with the group of its login, or with the group for one without a name.
 */
void isoft_shell_owner(char *command, size_t size, uint32_t user, uint32_t group);

/* Adds the command that makes the directory, with those above it, for this user. */
void isoft_shell_make_directory(char *command, size_t size, const char *directory);

#endif
