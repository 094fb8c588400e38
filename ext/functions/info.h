/*
 * Info: the module's page in phpinfo() and `php --ri infusionsoft`.
 *
 * Shows no secret, and neither creates nor changes the store. Takes no lock. May bail out (memory).
 */
#ifndef ISOFT_FUNCTIONS_INFO_H
#define ISOFT_FUNCTIONS_INFO_H

#include "php.h"

void isoft_info_minfo(zend_module_entry *module);

#endif
