#include "support/caseless.h"

#include "ext/pcre/php_pcre.h"
#include "zend_smart_str.h"

static bool is_ascii(const zend_string *text)
{
	for (size_t i = 0; i < ZSTR_LEN(text); i++) {
		if ((unsigned char)ZSTR_VAL(text)[i] >= 0x80) {
			return false;
		}
	}
	return true;
}

static bool is_plain(unsigned char byte)
{
	return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* A pattern that matches the whole text. A backslash makes any ASCII character but letters and digits stand for itself.
 */
static zend_string *pattern_of(const zend_string *text)
{
	smart_str pattern = {0};

	smart_str_appends(&pattern, "/\\A");
	for (size_t i = 0; i < ZSTR_LEN(text); i++) {
		if (!is_plain((unsigned char)ZSTR_VAL(text)[i])) {
			smart_str_appendc(&pattern, '\\');
		}
		smart_str_appendc(&pattern, ZSTR_VAL(text)[i]);
	}
	smart_str_appends(&pattern, "\\z/iuD");
	return smart_str_extract(&pattern);
}

static bool matches(zend_string *pattern, zend_string *text)
{
	pcre_cache_entry *entry = pcre_get_compiled_regex_cache(pattern);
	zval matched;

	if (!entry) {
		return false;
	}
	ZVAL_FALSE(&matched);
	php_pcre_pce_incref(entry);
#if PHP_VERSION_ID >= 80400
	php_pcre_match_impl(entry, text, &matched, NULL, false, 0, 0);
#else
	php_pcre_match_impl(entry, text, &matched, NULL, 0, 0, 0, 0);
#endif
	php_pcre_pce_decref(entry);
	return Z_TYPE(matched) == IS_LONG && Z_LVAL(matched) == 1;
}

bool isoft_caseless_equals(zend_string *one, zend_string *other)
{
	php_pcre_error_code error = PCRE_G(error_code);
	zend_string *pattern;
	bool equal;

	if (zend_string_equals_ci(one, other)) {
		return true;
	}
	/* A pattern is compiled only where it can matter, as a list may hold thousands of names. */
	if (is_ascii(one) || is_ascii(other)) {
		return false;
	}
	pattern = pattern_of(one);
	equal = matches(pattern, other);
	PCRE_G(error_code) = error;
	zend_string_release(pattern);
	return equal;
}
