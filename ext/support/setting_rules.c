#include "support/setting_rules.h"

/* Returns false if the text is no number as php.ini has it, such as 30000 or 30K. */
static bool rules_read_number(zend_string *text, zend_long *number)
{
	zend_string *error = NULL;

	*number = zend_ini_parse_quantity(text, &error);
	if (error) {
		zend_string_release(error);
		return false;
	}
	return ZSTR_LEN(text) > 0;
}

static bool rules_is_flag(const zend_string *text)
{
	static const char *const words[] = {"1", "0", "", "on", "off", "yes", "no", "true", "false", "none"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (zend_binary_strcasecmp(ZSTR_VAL(text), ZSTR_LEN(text), words[i], strlen(words[i])) == 0) {
			return true;
		}
	}
	return false;
}

const char *isoft_setting_rule_broken(isoft_setting_kind kind, zend_string *value)
{
	zend_long number;

	switch (kind) {
		case ISOFT_SETTING_NUMBER:
			return rules_read_number(value, &number) && number >= 0 ? NULL : "a number, at least 0";
		case ISOFT_SETTING_TIMEOUT:
			/* libcurl takes 0 as no timeout, and stores the value in an int. */
			return rules_read_number(value, &number) && number >= 1 && number <= INT_MAX
				? NULL
				: "a number of milliseconds from 1 to 2147483647";
		case ISOFT_SETTING_PRIORITY:
			return zend_string_equals_literal(value, "low") || zend_string_equals_literal(value, "normal")
				? NULL
				: "\"normal\" or \"low\"";
		case ISOFT_SETTING_FAKE:
			return !ZSTR_LEN(value) || zend_string_equals_literal(value, "strict") ? NULL : "\"strict\" or empty";
		case ISOFT_SETTING_FLAG:
			return rules_is_flag(value) ? NULL : "true or false";
		default:
			/* C reads a text up to a NUL: the rest would be dropped silently, and another account or path be used. */
			return strlen(ZSTR_VAL(value)) == ZSTR_LEN(value) ? NULL : "a text without NUL";
	}
}
