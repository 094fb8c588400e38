#include "redis/pair.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

enum { NUMBER_TEXT = 16 };

static int compare_numbers(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

int isoft_pair_compare(const isoft_pair *a, const isoft_pair *b)
{
	int by_number = compare_numbers(a->number, b->number);
	int by_id = memcmp(a->id, b->id, sizeof(a->id));

	if (by_number) {
		return by_number;
	}
	return by_id ? by_id : compare_numbers(a->serial, b->serial);
}

void isoft_pair_write(const isoft_pair *pair, char lineage[ISOFT_LINEAGE_TEXT + 1], char serial[ISOFT_SERIAL_TEXT + 1])
{
	snprintf(lineage, ISOFT_LINEAGE_TEXT + 1, "%016llx", (unsigned long long)pair->number);
	sodium_bin2hex(lineage + NUMBER_TEXT, 2 * sizeof(pair->id) + 1, pair->id, sizeof(pair->id));
	snprintf(serial, ISOFT_SERIAL_TEXT + 1, "%016llx", (unsigned long long)pair->serial);
}

/* Only the digits that isoft_pair_write() writes: another writing of the same number would be out of order. */
static bool read_number(int64_t *number, const char *text)
{
	uint64_t value = 0;

	for (int i = 0; i < NUMBER_TEXT; i++) {
		const char *digits = "0123456789abcdef", *digit = text[i] ? strchr(digits, text[i]) : NULL;

		if (!digit) {
			return false;
		}
		value = value << 4 | (uint64_t)(digit - digits);
	}
	*number = (int64_t)value;
	return *number >= 0;
}

static bool read_id(unsigned char id[ISOFT_LINEAGE_ID_SIZE], const char *text)
{
	size_t length;

	/* libsodium takes capital letters too. */
	for (int i = 0; i < 2 * ISOFT_LINEAGE_ID_SIZE; i++) {
		if (!text[i] || !strchr("0123456789abcdef", text[i])) {
			return false;
		}
	}
	return sodium_hex2bin(id, ISOFT_LINEAGE_ID_SIZE, text, 2 * ISOFT_LINEAGE_ID_SIZE, NULL, &length, NULL) == 0
		&& length == ISOFT_LINEAGE_ID_SIZE;
}

bool isoft_pair_read(
	isoft_pair *pair, const char *lineage, size_t lineage_length, const char *serial, size_t serial_length)
{
	return lineage_length == ISOFT_LINEAGE_TEXT && serial_length == ISOFT_SERIAL_TEXT
		&& read_number(&pair->number, lineage) && read_id(pair->id, lineage + NUMBER_TEXT)
		&& read_number(&pair->serial, serial);
}

void isoft_pair_begin(isoft_pair *pair, int64_t after_number)
{
	pair->number = after_number + 1;
	randombytes_buf(pair->id, sizeof(pair->id));
	pair->serial = 1;
}
