/*
 * Caseless: compares texts without regard to upper and lower case, in all scripts ("été" is "ÉTÉ").
 *
 * PHP's PCRE compares, with the case tables of Unicode; the script's preg_last_error() is left unchanged. Two texts
 * that spell a letter with different code points (é as one, or as e and an accent) differ.
 *
 * Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_SUPPORT_CASELESS_H
#define ISOFT_SUPPORT_CASELESS_H

#include "php.h"

/* Text that is not UTF-8 is equal only in its own bytes, and in the case of its ASCII letters. */
bool isoft_caseless_equals(zend_string *one, zend_string *other);

#endif
