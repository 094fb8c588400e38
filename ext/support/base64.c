#include "support/base64.h"

#include <stdint.h>
#include <string.h>

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

bool isoft_base64_encode(isoft_buffer *text, const void *bytes, size_t length)
{
	const unsigned char *in = bytes;

	for (size_t i = 0; i < length; i += 3) {
		uint32_t three =
			(uint32_t)in[i] << 16 | (i + 1 < length ? (uint32_t)in[i + 1] << 8 : 0) | (i + 2 < length ? in[i + 2] : 0);
		char four[4] = {alphabet[three >> 18], alphabet[three >> 12 & 63],
			i + 1 < length ? alphabet[three >> 6 & 63] : '=', i + 2 < length ? alphabet[three & 63] : '='};

		if (!isoft_buffer_append(text, four, sizeof(four))) {
			return false;
		}
	}
	return true;
}

bool isoft_base64_decode(unsigned char *bytes, size_t length, const char *text, size_t text_length)
{
	const size_t digits = (length * 8 + 5) / 6;
	uint32_t bits = 0;
	int held = 0;

	if (text_length < digits || text_length > (length + 2) / 3 * 4
		|| strspn(text + digits, "=") != text_length - digits) {
		return false;
	}
	for (size_t i = 0; i < digits; i++) {
		const char *digit = text[i] ? strchr(alphabet, text[i]) : NULL;

		if (!digit) {
			return false;
		}
		bits = bits << 6 | (uint32_t)(digit - alphabet);
		held += 6;
		if (held >= 8) {
			held -= 8;
			*bytes++ = (unsigned char)(bits >> held);
			bits &= (1U << held) - 1;
		}
	}
	return bits == 0;
}
