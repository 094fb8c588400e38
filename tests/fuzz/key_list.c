/*
 * infusionsoft.previous_keys: any list of keys. If the list is accepted, each item is the base64 of 32 bytes, padded or
 * not. Lists that name files are only split into items.
 */
#include <sodium.h>

#include "fuzz.h"
#include "store/key_list.h"
#include "store/keys.h"

enum { DIGITS = (ISOFT_MASTER_SIZE * 8 + 5) / 6 };

static const char PRESENT_KEY[] = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	need(sodium_init() >= 0);
	return 0;
}

/* Encoding what the item decodes to gives the item's digits again. */
static void check_key(const char *item, size_t length)
{
	unsigned char key[ISOFT_MASTER_SIZE];
	char again[DIGITS + 1];
	size_t decoded;

	need(length == DIGITS || (length == DIGITS + 1 && item[DIGITS] == '='));
	need(sodium_base642bin(
			 key, sizeof(key), item, DIGITS, NULL, &decoded, NULL, sodium_base64_VARIANT_ORIGINAL_NO_PADDING)
		== 0);
	sodium_bin2base64(again, sizeof(again), key, decoded, sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
	need(decoded == sizeof(key) && memcmp(again, item, DIGITS) == 0);
}

/* Splits the list into items, and returns how many there are. */
static size_t check_items(const char *text, bool are_keys)
{
	const char *end = text + strlen(text), *list = text, *item;
	size_t length, count = 0;

	while ((item = isoft_key_list_item(&list, &length))) {
		need(item >= text && length > 0 && item + length <= list && list <= end);
		if (are_keys) {
			check_key(item, length);
		}
		count++;
	}
	return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input in = {data, size};
	char *text = fuzz_text(&in);
	const isoft_store_config config = {.key = PRESENT_KEY, .previous_keys = text};
	const isoft_paths paths = {0}; /* not used when the key is in the settings */
	isoft_failure failure;
	isoft_keys *keys = strstr(text, "file:") ? NULL : isoft_keys_load(&config, &paths, &failure);
	size_t count = check_items(text, keys != NULL);

	need(!keys || (keys->count >= 1 && keys->count <= count + 1));
	isoft_keys_free(keys);
	free(text);
	return 0;
}
