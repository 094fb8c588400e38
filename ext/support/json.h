/*
 * JSON: PHP's encoder and decoder, with safe options.
 *
 * The script's json_last_error() is left unchanged. Decoding returns arrays, keeps integers that are too large as
 * strings, and substitutes invalid UTF-8.
 *
 * Ownership: the caller frees the result. Both functions may bail out (memory), and encoding may run the script's
 * JsonSerializable: do not call them unguarded while a lock is held.
 */
#ifndef ISOFT_SUPPORT_JSON_H
#define ISOFT_SUPPORT_JSON_H

#include "php.h"
#include "zend_smart_str.h"

#include "support/attributes.h"

/*
 * Returns false if JSON cannot hold the value, with *error set to a phrase, or an exception thrown by the script. The
 * smart_str is then empty.
 */
ISOFT_MUST_CHECK bool isoft_json_encode(smart_str *json, zval *value, const char **error);

/*
 * Returns false if the text is not JSON, or is nested deeper than `depth`, with *error set to a phrase. The value is
 * then UNDEF.
 */
ISOFT_MUST_CHECK bool isoft_json_decode(zval *value, const char *text, size_t length, int depth, const char **error);

#endif
