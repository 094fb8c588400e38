#include "store/key_list.h"

#include <stdbool.h>
#include <string.h>

enum { BLANK_COUNT = 4 };

static bool is_blank(char character)
{
	return memchr(" \t\r\n", character, BLANK_COUNT) != NULL;
}

const char *isoft_key_list_item(const char **list, size_t *length)
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
