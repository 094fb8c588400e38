/*
 * Form: builds the body of an application/x-www-form-urlencoded request.
 *
 * Ownership: the buffer is the caller's, who wipes it. Copies made while encoding are wiped here. No lock, no Zend:
 * never bails out.
 */
#ifndef ISOFT_NET_FORM_H
#define ISOFT_NET_FORM_H

#include <stdbool.h>

#include "support/attributes.h"
#include "support/buffer.h"

/* Appends name=value, encoded. Returns false if the buffer's cap is reached or memory is out. */
ISOFT_MUST_CHECK bool isoft_form_add(isoft_buffer *form, const char *name, const char *value);

#endif
