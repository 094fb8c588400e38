/*
 * JSON: PHP's own encoder and decoder, without their traps.
 *
 * The caller's json_last_error() is left as it was. Decoding gives arrays, keeps integers that are too big as strings
 * and substitutes invalid UTF-8. Both may bail out (memory): never to be called unguarded while a lock is held.
 */
#ifndef ISOFT_SUPPORT_JSON_H
#define ISOFT_SUPPORT_JSON_H

#include "php.h"
#include "zend_smart_str.h"

/* False, with an exception thrown or *error set, where the value has no JSON; the smart_str is then empty. */
bool isoft_json_encode(smart_str *json, zval *value, const char **error);

/* False where the text is not JSON or nests deeper than `depth`; *error is a phrase. The value is then UNDEF. */
bool isoft_json_decode(zval *value, const char *text, size_t length, int depth, const char **error);

#endif
