#include "php_infusionsoft.h"

#include "support/sent_settings.h"

#include "SAPI.h"

/*
 * PHP's own functions mark the entry as modified before they call the handler, and set it back. PHP-FPM calls the
 * handler alone: for the values of a pool before the first request, when there is no server context, and for those of a
 * request.
 */
bool isoft_sent_setting_is_noted(zend_ini_entry *entry, int stage)
{
	if (stage != ZEND_INI_STAGE_ACTIVATE || entry->modified || !SG(server_context)) {
		return false;
	}
	if (!EG(modified_ini_directives)) {
		ALLOC_HASHTABLE(EG(modified_ini_directives));
		zend_hash_init(EG(modified_ini_directives), 8, NULL, NULL, 0);
	}
	zend_hash_update_ptr(EG(modified_ini_directives), entry->name, entry);
	entry->orig_value = entry->value;
	entry->orig_modifiable = entry->modifiable;
	entry->modified = 1;
	return true;
}

static uint64_t sent_hash(const void *bytes, size_t length)
{
	unsigned char hash[crypto_shorthash_BYTES];
	uint64_t result;

	crypto_shorthash(hash, bytes, length, ISOFT_G(settings).sent.hash_key);
	memcpy(&result, hash, sizeof(result));
	return result;
}

void isoft_sent_setting_hash(const zend_string *name, const zend_string *value)
{
	isoft_sent_settings *sent = &ISOFT_G(settings).sent;
	uint64_t both[2];

	if (!sent->has_hash_key) {
		crypto_shorthash_keygen(sent->hash_key);
		sent->has_hash_key = true;
	}
	both[0] = sent_hash(ZSTR_VAL(name), ZSTR_LEN(name));
	both[1] = sent_hash(ZSTR_VAL(value), ZSTR_LEN(value));
	/* A sum: the order of the settings does not matter. */
	sent->now += sent_hash(both, sizeof(both));
}

void isoft_sent_settings_use(void)
{
	isoft_sent_settings *sent = &ISOFT_G(settings).sent;

	if (!sent->is_used) {
		sent->is_used = true;
		sent->used = sent->now;
	}
	sent->differ = sent->differ || sent->now != sent->used;
}

void isoft_sent_settings_end(void)
{
	ISOFT_G(settings).sent.now = 0;
}

bool isoft_sent_settings_must_be_told(void)
{
	isoft_sent_settings *sent = &ISOFT_G(settings).sent;

	if (!sent->differ || sent->told) {
		return false;
	}
	sent->told = true;
	return true;
}
