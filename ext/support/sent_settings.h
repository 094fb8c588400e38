/*
 * Sent settings: settings that the web server sends with a request, as nginx does with the parameters PHP_VALUE and
 * PHP_ADMIN_VALUE of FastCGI.
 *
 * PHP-FPM puts such a value into the ini entry and leaves it there after the request. The next request of the worker,
 * perhaps of another site, would use another site's store or credential. Here the entry is noted among those that PHP
 * sets back at the end of the request, as PHP does itself for a virtual host of Apache and for ini_set().
 *
 * Besides, this file notices when one worker makes calls with different settings of the store or the credential,
 * because sites then share a pool. It keeps only a hash of them, whose key is made in the process.
 *
 * No lock: a thread has its own state, in the settings. Bailout: only if there is no memory, before a request begins.
 */
#ifndef ISOFT_SUPPORT_SENT_SETTINGS_H
#define ISOFT_SUPPORT_SENT_SETTINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "php.h"
#include "php_ini.h"

#include <sodium.h>

typedef struct {
	unsigned char hash_key[crypto_shorthash_KEYBYTES];
	bool has_hash_key;
	uint64_t now;  /* hash of what came with this request; 0: nothing */
	uint64_t used; /* the same of the request that made the first call of this thread */
	bool is_used;  /* a call was made */
	bool differ;   /* a request that made a call came with other settings */
	bool told;     /* a log entry has said so */
} isoft_sent_settings;

/*
 * Called first in the ini handler. If the value comes with a request in the way above, makes PHP set the entry back at
 * the end of the request, and returns true.
 */
bool isoft_sent_setting_is_noted(zend_ini_entry *entry, int stage);

/* Adds a setting of the store or the credential to the hash of this request. */
void isoft_sent_setting_hash(const zend_string *name, const zend_string *value);

/* Called for each call: compares this request's settings with those of earlier calls. */
void isoft_sent_settings_use(void);

/* Called when the request has ended. */
void isoft_sent_settings_end(void);

/* Returns true once in a thread, after calls with different settings: the caller tells. */
bool isoft_sent_settings_must_be_told(void);

#endif
