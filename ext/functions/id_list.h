/*
 * Id list: an argument that is one id or a list of ids.
 *
 * The caller owns the list. Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_FUNCTIONS_ID_LIST_H
#define ISOFT_FUNCTIONS_ID_LIST_H

#include "php.h"

#include "support/attributes.h"

/*
 * Writes the ids as a PHP list of strings, in their order, each once. `what` names an id in messages, such as
 * "contact id"; `position` is the argument's number, counted from 1. No type is converted, as PHP would turn 1.5 and
 * true into 1. Returns false with an exception thrown; there is then nothing to free.
 */
ISOFT_MUST_CHECK bool isoft_id_list_argument(zval *ids, zval *argument, const char *what, uint32_t position);

#endif
