/*
 * Arguments: what several functions check alike. Each throws and returns false (or NULL) where an argument is wrong.
 */
#ifndef ISOFT_FUNCTIONS_ARGUMENTS_H
#define ISOFT_FUNCTIONS_ARGUMENTS_H

#include "php.h"

#include "keap/ids.h"
#include "support/failure.h"

/* The account's name: the argument, or the setting infusionsoft.account where it is null. Borrowed. NULL: thrown. */
const char *isoft_account(const zend_string *argument, uint32_t position);

/* When the request of PHP ends. */
void isoft_accounts_rshutdown(void);

/* Throws a VALUE failure as a \ValueError that names the argument; any other as it is. */
void isoft_throw_argument(const isoft_failure *failure, uint32_t position);

/*
 * Writes the digits of an id. False: thrown; `what` names it: "contact id". Nothing is converted: PHP would make 1
 * of 1.5 and of true, and that is somebody else's id.
 */
bool isoft_id_argument(char id[ISOFT_ID_SIZE], const zval *given, const char *what, uint32_t position);

/* The comma-joined properties of `fields`, checked by name; NULL where there are none. False: thrown. */
bool isoft_fields(HashTable *fields, uint32_t position, zend_string **joined);

#endif
