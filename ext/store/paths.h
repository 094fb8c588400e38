/*
 * Paths: which files the settings name, and a fingerprint by which to tell one set of settings from another.
 *
 * The fingerprint covers the keys' texts without keeping them. No system call is made.
 */
#ifndef ISOFT_STORE_PATHS_H
#define ISOFT_STORE_PATHS_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"

enum {
	ISOFT_PATH_MAX = 1024, /* with its NUL */
	ISOFT_FINGERPRINT_SIZE = 32
};

typedef struct {
	char directory[ISOFT_PATH_MAX];
	char tokens[ISOFT_PATH_MAX];
	char key[ISOFT_PATH_MAX];
	bool key_beside; /* the key file is in the store's directory */
	unsigned char fingerprint[ISOFT_FINGERPRINT_SIZE];
} isoft_paths;

bool isoft_paths_resolve(isoft_paths *paths, const isoft_store_config *config, isoft_failure *failure);

/* The lock file of a slot, or of the table. */
void isoft_paths_slot_lock(const isoft_paths *paths, uint32_t slot, char path[ISOFT_PATH_MAX]);
void isoft_paths_table_lock(const isoft_paths *paths, char path[ISOFT_PATH_MAX]);

/* The directory that the file is in. */
void isoft_paths_parent(const char *file, char directory[ISOFT_PATH_MAX]);

#endif
