/*
 * Arguments: checks of arguments that several functions take.
 *
 * A function that returns false or NULL has thrown an exception. `position` is the argument's number, counted from 1.
 * Takes no lock. Every function may bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_FUNCTIONS_ARGUMENTS_H
#define ISOFT_FUNCTIONS_ARGUMENTS_H

#include "php.h"

#include "keap/ids.h"
#include "support/attributes.h"
#include "support/failure.h"

/*
 * The name of the account: the argument, or the setting infusionsoft.account when the argument is null. Borrowed: it
 * lives as long as the argument, or until the request of PHP ends. Returns NULL with an exception thrown.
 */
ISOFT_MUST_CHECK const char *isoft_account(const zend_string *argument, uint32_t position);

/* Returns whether infusionsoft.account is the name of an account. Returns false with a CONFIGURATION failure filled. */
ISOFT_MUST_CHECK bool isoft_account_setting_check(isoft_failure *failure);

/* Frees the account names that isoft_account() copied from the setting. Call when the request of PHP ends. */
void isoft_accounts_rshutdown(void);

/* Throws a VALUE failure as a \ValueError that names the argument, and any other failure as its own exception. */
void isoft_throw_argument(const isoft_failure *failure, uint32_t position);

/*
 * Writes the digits of an id that is an int or a string. `what` names the id in messages, such as "contact id". No
 * other type is converted: PHP would turn 1.5 and true into 1, which is the id of another contact. Returns false with
 * an exception thrown.
 */
ISOFT_MUST_CHECK bool isoft_id_argument(
	char id[ISOFT_ID_SIZE], const zval *argument, const char *what, uint32_t position);

/*
 * Checks that `fields` holds names of a contact's properties and joins them with commas. The caller owns `joined`; it
 * is NULL when `fields` is NULL. Returns false with an exception thrown; `joined` is then NULL.
 */
ISOFT_MUST_CHECK bool isoft_fields(HashTable *fields, uint32_t position, zend_string **joined);

#endif
