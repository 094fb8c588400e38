/*
 * Paths: the files that the settings name, and a fingerprint that tells one set of settings from another.
 *
 * The fingerprint covers the texts of the keys without storing them. No system call is made.
 *
 * Ownership: the caller owns the isoft_paths; the config is borrowed during the call.
 * Locks: takes no lock.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_PATHS_H
#define ISOFT_STORE_PATHS_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"

enum {
	ISOFT_PATH_MAX = 1024, /* bytes, including the NUL */
	ISOFT_FINGERPRINT_SIZE = 32
};

/* Begins the names of files that are not complete yet. */
#define ISOFT_TEMPORARY_PREFIX "infusionsoft-new-"

/* Name of the file of store/hook_events. */
#define ISOFT_HOOK_EVENTS_FILE "hook-events"

typedef struct {
	char directory[ISOFT_PATH_MAX];
	char tokens[ISOFT_PATH_MAX];
	char key[ISOFT_PATH_MAX];
	bool key_beside; /* the key file is in the store's directory */
	unsigned char fingerprint[ISOFT_FINGERPRINT_SIZE];
} isoft_paths;

/* Returns false with the failure filled if a path is not absolute or too long. */
ISOFT_MUST_CHECK bool isoft_paths_resolve(isoft_paths *paths, const isoft_store_config *config, isoft_failure *failure);

/* Write the path of the lock file of a slot, of the table, or of ranges. */
void isoft_paths_slot_lock(const isoft_paths *paths, uint32_t slot, char path[ISOFT_PATH_MAX]);
void isoft_paths_table_lock(const isoft_paths *paths, char path[ISOFT_PATH_MAX]);
void isoft_paths_ranges_lock(const isoft_paths *paths, char path[ISOFT_PATH_MAX]);

/* Writes the path of the file `name` in the directory. */
void isoft_paths_join(char path[ISOFT_PATH_MAX], const char *directory, const char *name);

/* Writes the path of the file's directory. */
void isoft_paths_parent(const char *file, char directory[ISOFT_PATH_MAX]);

#endif
