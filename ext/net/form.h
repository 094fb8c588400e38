/*
 * Form: the body of an application/x-www-form-urlencoded request, built in a buffer that is wiped. No Zend.
 */
#ifndef ISOFT_NET_FORM_H
#define ISOFT_NET_FORM_H

#include <stdbool.h>

#include "support/buffer.h"

/* Appends name=value, encoded. False where the buffer's cap or the memory does not suffice. */
bool isoft_form_add(isoft_buffer *form, const char *name, const char *value);

#endif
