#include "store/key_text.h"

#include <sodium.h>
#include <string.h>

enum {
	DIGITS = 43, /* 32 bytes are 42 digits and two thirds */
	BLANK_COUNT = 4
};

static int digit(char character)
{
	static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *found = character ? strchr(ALPHABET, character) : NULL;

	return found ? (int)(found - ALPHABET) : -1;
}

bool isoft_key_text_decode(const char *text, size_t length, unsigned char master[32])
{
	unsigned bits = 0, count = 0;
	size_t filled = 0;
	bool valid = length == DIGITS || (length == DIGITS + 1 && text[DIGITS] == '=');

	for (size_t i = 0; valid && i < DIGITS; i++) {
		int value = digit(text[i]);

		valid = value >= 0;
		bits = bits << 6 | ((unsigned)value & 63);
		count += 6;
		if (count >= 8) {
			count -= 8;
			master[filled++] = (unsigned char)(bits >> count);
			bits &= (1U << count) - 1;
		}
	}
	valid = valid && bits == 0;
	if (!valid) {
		sodium_memzero(master, filled);
	}
	sodium_memzero(&bits, sizeof(bits));
	return valid;
}

static bool is_blank(char character)
{
	return memchr(" \t\r\n", character, BLANK_COUNT) != NULL;
}

const char *isoft_key_text_item(const char **list, size_t *length)
{
	const char *item = *list, *end;

	while (*item == ',' || (*item && is_blank(*item))) {
		item++;
	}
	if (!*item) {
		return NULL;
	}
	end = item + strcspn(item, ",");
	*list = end;
	while (is_blank(end[-1])) {
		end--;
	}
	*length = (size_t)(end - item);
	return item;
}
