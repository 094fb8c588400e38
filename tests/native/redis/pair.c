/* The order of pairs, and their texts. */
#include "redis/pair.h"

#include <sodium.h>
#include <string.h>

#include "../check.h"

static isoft_pair pair(int64_t number, unsigned char id, int64_t serial)
{
	isoft_pair made = {.number = number, .serial = serial};

	made.id[0] = id;
	return made;
}

static bool reads(const char *lineage, const char *serial)
{
	isoft_pair ignored;

	return isoft_pair_read(&ignored, lineage, strlen(lineage), serial, strlen(serial));
}

static bool same_order_as_texts(const isoft_pair *a, const isoft_pair *b)
{
	char first[ISOFT_LINEAGE_TEXT + ISOFT_SERIAL_TEXT + 1], second[ISOFT_LINEAGE_TEXT + ISOFT_SERIAL_TEXT + 1];
	int by_pair = isoft_pair_compare(a, b), by_text;

	isoft_pair_write(a, first, first + ISOFT_LINEAGE_TEXT);
	isoft_pair_write(b, second, second + ISOFT_LINEAGE_TEXT);
	/* The serial overwrites the NUL of the lineage. */
	by_text = strcmp(first, second);
	return (by_pair < 0) == (by_text < 0) && (by_pair > 0) == (by_text > 0);
}

static void order(void)
{
	const isoft_pair in_order[] = {
		pair(0, 0, 1), pair(0, 0, 9), pair(0, 0, 10), pair(1, 3, 255), pair(1, 0x90, 1), pair(2, 0, 1), pair(16, 0, 0)};
	enum { COUNT = sizeof(in_order) / sizeof(*in_order) };
	bool ordered = true, by_text = true;

	for (int a = 0; a < COUNT; a++) {
		for (int b = 0; b < COUNT; b++) {
			int compared = isoft_pair_compare(&in_order[a], &in_order[b]);

			ordered = ordered && (compared < 0) == (a < b) && (compared > 0) == (a > b);
			by_text = by_text && same_order_as_texts(&in_order[a], &in_order[b]);
		}
	}
	check(ordered, "pairs are ordered by the number of the lineage, its id, then the serial");
	check(by_text, "their texts have the same order");
}

static void texts(void)
{
	isoft_pair begun, read;
	char lineage[ISOFT_LINEAGE_TEXT + 1], serial[ISOFT_SERIAL_TEXT + 1];

	isoft_pair_begin(&begun, 41);
	isoft_pair_write(&begun, lineage, serial);
	check(begun.number == 42 && begun.serial == 1, "a lineage begins with the next number and serial 1");
	check(strlen(lineage) == ISOFT_LINEAGE_TEXT && strlen(serial) == ISOFT_SERIAL_TEXT
			&& isoft_pair_read(&read, lineage, strlen(lineage), serial, strlen(serial))
			&& isoft_pair_compare(&read, &begun) == 0,
		"a pair is read back from its texts");
	check(!reads("", "") && !reads(lineage, "1") && !reads(lineage + 1, serial) && !reads(lineage, "000000000000000g"),
		"other texts are refused");
	check(!reads("000000000000000A00000000000000000000000000000000", "0000000000000001")
			&& !reads("000000000000000100000000000000000000000000000A00", "0000000000000001"),
		"capital letters are refused: they would be out of order");
	check(!reads(lineage, "ffffffffffffffff"), "a serial beyond the largest number is refused");
}

int main(void)
{
	check(sodium_init() >= 0, "libsodium begins");
	order();
	texts();
	return check_end();
}
