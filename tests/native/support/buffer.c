/* The buffer: how much memory it asks for, and that its cap and a failed allocation leave it unchanged. */
#include "support/buffer.h"

#include <stdlib.h>
#include <string.h>

#include "../check.h"

void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);

static struct {
	size_t largest;
	bool fails;
} allocations;

void *__wrap_malloc(size_t size)
{
	allocations.largest = size > allocations.largest ? size : allocations.largest;
	return allocations.fails ? NULL : __real_malloc(size);
}

static const size_t MIB = 1024 * 1024;

/* Fills a buffer up to its cap in pieces, and returns the largest block that it allocated; 0 if a step failed. */
static size_t largest_block(size_t cap, size_t piece_length)
{
	isoft_buffer buffer;
	char *piece = calloc(1, piece_length);
	size_t largest;
	bool filled = true;

	allocations.largest = 0;
	isoft_buffer_init(&buffer, cap);
	while (filled && buffer.length < cap) {
		size_t left = cap - buffer.length;

		filled = isoft_buffer_append(&buffer, piece, left < piece_length ? left : piece_length);
	}
	filled = filled && buffer.length == cap && !isoft_buffer_append(&buffer, "x", 1);
	largest = filled ? allocations.largest : 0;
	isoft_buffer_wipe(&buffer);
	free(piece);
	return largest;
}

static void growth_stops_at_the_cap(void)
{
	static const struct {
		const char *what;
		size_t cap, piece;
	} cases[] = {
		{"1 byte in one piece", 1, 1},
		{"100 bytes in one piece", 100, 100},
		{"255 bytes byte by byte", 255, 1},
		{"256 bytes byte by byte", 256, 1},
		{"300 bytes byte by byte", 300, 1},
		{"64 KiB in pieces of 1,000 bytes", 65536, 1000},
		{"16 MiB in pieces of 16 KiB", 16 * MIB, 16384},
		{"16 MiB in one piece", 16 * MIB, 16 * MIB},
		{"24 MiB in pieces of 1 MiB", 24 * MIB, MIB},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		size_t largest = largest_block(cases[i].cap, cases[i].piece);

		check(largest == cases[i].cap + 1, "a buffer filled to its cap, %s, allocates cap + 1 bytes at most (%zu)",
			cases[i].what, largest);
	}
}

static void short_content_takes_little(void)
{
	isoft_buffer buffer;
	bool appended;

	allocations.largest = 0;
	isoft_buffer_init(&buffer, 16 * MIB);
	appended = isoft_buffer_append_text(&buffer, "fine");
	check(appended && allocations.largest == 256, "four bytes under a cap of 16 MiB allocate 256 bytes (%zu)",
		allocations.largest);
	isoft_buffer_wipe(&buffer);
}

static void cap_is_kept(void)
{
	isoft_buffer buffer;

	isoft_buffer_init(&buffer, 5);
	check(isoft_buffer_append_text(&buffer, "four") && !isoft_buffer_append_text(&buffer, "xy") && buffer.length == 4
			&& strcmp(buffer.data, "four") == 0,
		"an append that would exceed the cap is refused and changes nothing");
	check(isoft_buffer_append_text(&buffer, "s") && strcmp(buffer.data, "fours") == 0,
		"an append up to the cap is taken");
	isoft_buffer_wipe(&buffer);
	isoft_buffer_init(&buffer, 0);
	check(isoft_buffer_append(&buffer, NULL, 0) && buffer.length == 0 && buffer.data[0] == '\0'
			&& !isoft_buffer_append_text(&buffer, "x"),
		"a cap of 0 takes nothing but an empty append");
	isoft_buffer_wipe(&buffer);
}

static void content_survives_growth(void)
{
	isoft_buffer buffer;
	bool same = true;

	isoft_buffer_init(&buffer, 100000);
	for (int i = 0; i < 100000; i++) {
		char byte = (char)(i * 31);

		same = same && isoft_buffer_append(&buffer, &byte, 1);
	}
	for (int i = 0; i < 100000; i++) {
		same = same && buffer.data[i] == (char)(i * 31);
	}
	check(same && buffer.length == 100000 && buffer.data[100000] == '\0', "the bytes are the same after every growth");
	isoft_buffer_wipe(&buffer);
}

static void allocation_fails(void)
{
	isoft_buffer buffer;
	char piece[300] = {0};
	bool kept, refused;

	isoft_buffer_init(&buffer, 1000);
	kept = isoft_buffer_append_text(&buffer, "kept");
	allocations.fails = true;
	refused = !isoft_buffer_append(&buffer, piece, sizeof(piece));
	allocations.fails = false;
	check(kept && refused && buffer.length == 4 && strcmp(buffer.data, "kept") == 0,
		"an append whose allocation fails is refused and changes nothing");
	isoft_buffer_wipe(&buffer);
}

static void cleared_and_wiped(void)
{
	isoft_buffer buffer;
	bool appended;

	isoft_buffer_init(&buffer, 1000);
	appended = isoft_buffer_append_text(&buffer, "secret");
	isoft_buffer_clear(&buffer);
	check(appended && buffer.length == 0 && memcmp(buffer.data, "\0\0\0\0\0\0", 6) == 0, "clear wipes the bytes");
	appended = isoft_buffer_append_text(&buffer, "x");
	isoft_buffer_wipe(&buffer);
	check(appended && !buffer.data && buffer.length == 0 && buffer.cap == 1000,
		"wipe frees the memory and keeps the cap");
}

int main(void)
{
	growth_stops_at_the_cap();
	short_content_takes_little();
	cap_is_kept();
	content_survives_growth();
	allocation_fails();
	cleared_and_wiped();
	return check_end();
}
