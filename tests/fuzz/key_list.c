/* infusionsoft.previous_keys: the items of a list of keys, each tried as the base64 of a key, and back again. */
#include "fuzz.h"
#include "store/key_list.h"
#include "store/keys.h"
#include "support/base64.h"

static void check_back(const unsigned char *key, const char *item)
{
	const size_t digits = (ISOFT_MASTER_SIZE * 8 + 5) / 6;
	isoft_buffer text;

	isoft_buffer_init(&text, 64);
	need(isoft_base64_encode(&text, key, ISOFT_MASTER_SIZE));
	need(memcmp(text.data, item, digits) == 0);
	isoft_buffer_wipe(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input in = {data, size};
	char *text = fuzz_text(&in);
	unsigned char *key = malloc(ISOFT_MASTER_SIZE);
	const char *end = text + strlen(text), *list = text, *item;
	size_t length;

	need(key);
	while ((item = isoft_key_list_item(&list, &length))) {
		need(item >= text && length > 0 && item + length <= list && list <= end);
		if (isoft_base64_decode(key, ISOFT_MASTER_SIZE, item, length)) {
			check_back(key, item);
		}
	}
	free(key);
	free(text);
	return 0;
}
