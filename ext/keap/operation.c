#include "keap/operation.h"

#include <stdlib.h>

#include "support/nearest.h"

static int compare(const void *id, const void *operation)
{
	return strcmp(id, ((const isoft_operation *)operation)->id);
}

const isoft_operation *isoft_operation_find(const char *id, size_t length)
{
	if (strlen(id) != length) {
		return NULL;
	}
	return bsearch(id, isoft_operations, isoft_operations_count, sizeof(*isoft_operations), compare);
}

static const char *id_at(const void *operations, size_t index)
{
	return index < isoft_operations_count ? ((const isoft_operation *)operations)[index].id : NULL;
}

const char *isoft_operation_nearest(const char *id)
{
	return isoft_nearest(id, id_at, isoft_operations);
}

static bool ends_in(const char *text, const char *end)
{
	size_t length = strlen(text), wanted = strlen(end);

	return length >= wanted && strcmp(text + length - wanted, end) == 0;
}

/* Tags are on a contact or not, however often that is said. */
bool isoft_operation_is_repeatable(const isoft_operation *operation)
{
	return strcmp(operation->method, "POST") != 0 || ends_in(operation->path, ":applyTags")
		|| ends_in(operation->path, ":removeTags");
}

bool isoft_operation_has_in_path(const isoft_operation *operation, const char *name, size_t length)
{
	for (const char *brace = strchr(operation->path, '{'); brace; brace = strchr(brace + 1, '{')) {
		if (strncmp(brace + 1, name, length) == 0 && brace[1 + length] == '}') {
			return true;
		}
	}
	return false;
}
