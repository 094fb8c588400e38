/*
 * Obstacle: what denies the use of a file whose owner and mode allow it.
 *
 * Ownership: the caller owns the text. Locks: takes no lock. Bail-out: never; makes no Zend call. On systems without
 * these things nothing is found.
 */
#ifndef ISOFT_STORE_OBSTACLE_H
#define ISOFT_STORE_OBSTACLE_H

#include <stdbool.h>
#include <stddef.h>

/* Returns whether the file, or the directory, has an attribute that forbids changes (chattr +i, +a). */
bool isoft_obstacle_attribute(const char *path);

/* Writes, as a part of a sentence, what else may deny access to this process, such as its security module. */
void isoft_obstacle_describe(char *text, size_t size);

/*
 * Returns a part of a sentence to add to a complaint about owner or mode if the path lies on a kind of mount that may
 * decide them and ignore chmod; "" for other kinds. It is in `remark`.
 */
enum { ISOFT_OBSTACLE_REMARK_SIZE = 256 };
const char *isoft_obstacle_mount(const char *path, char remark[ISOFT_OBSTACLE_REMARK_SIZE]);

#endif
