/*
 * Info: the module's page in phpinfo() and `php --ri infusionsoft`. No secret; makes nothing, changes nothing.
 */
#ifndef ISOFT_FUNCTIONS_INFO_H
#define ISOFT_FUNCTIONS_INFO_H

#include "php.h"

void isoft_info_minfo(zend_module_entry *module);

#endif
