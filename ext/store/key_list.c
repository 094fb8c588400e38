#include "store/key_list.h"

#include <stdbool.h>
#include <string.h>

enum { BLANK_COUNT = 4 };

static bool key_list_is_blank(char character)
{
	return memchr(" \t\r\n", character, BLANK_COUNT) != NULL;
}

const char *isoft_key_list_item(const char **list, size_t *length)
{
	const char *item = *list, *item_end;

	while (*item == ',' || (*item && key_list_is_blank(*item))) {
		item++;
	}
	if (!*item) {
		return NULL;
	}
	item_end = item + strcspn(item, ",");
	*list = item_end;
	while (key_list_is_blank(item_end[-1])) {
		item_end--;
	}
	*length = (size_t)(item_end - item);
	return item;
}
