#include "php_infusionsoft.h"

#include "support/admin_values.h"

#include "support/configurable.h"

static uint32_t bit_of(const zend_ini_entry *entry)
{
	isoft_configurable_id id = isoft_configurable_find(ZSTR_VAL(entry->name));

	return id < ISOFT_CONFIGURABLES ? UINT32_C(1) << id : 0;
}

void isoft_admin_value_note(const zend_ini_entry *entry, int stage)
{
	isoft_admin_values *admin = &ISOFT_G(settings).admin;

	if (stage == ZEND_INI_STAGE_ACTIVATE) {
		/* PHP-FPM sets the values of a pool without marking the entry as modified, and they stay. */
		*(entry->modified ? &admin->of_request : &admin->of_pool) |= bit_of(entry);
	}
}

bool isoft_admin_value_is_set(const zend_ini_entry *entry)
{
	const isoft_admin_values *admin = &ISOFT_G(settings).admin;

	/* A setting of scope "all" that came by php_value is the user's to change. */
	return ((admin->of_pool | admin->of_request) & bit_of(entry)) != 0 && !(entry->modifiable & ZEND_INI_USER);
}

void isoft_admin_values_end(void)
{
	ISOFT_G(settings).admin.of_request = 0;
}
