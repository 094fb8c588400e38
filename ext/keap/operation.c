#include "keap/operation.h"

#include <stdlib.h>

#include "support/suggest.h"

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

static bool fits(const char *pattern, const char *path)
{
	while (*pattern && *path) {
		if (*pattern == '{') {
			size_t length = strcspn(path, "/:");

			if (!length) {
				return false;
			}
			pattern += strcspn(pattern, "}") + 1;
			path += length;
		} else if (*pattern++ != *path++) {
			return false;
		}
	}
	return !*pattern && !*path;
}

static int parameters_in(const char *pattern)
{
	int count = 0;

	while ((pattern = strchr(pattern, '{'))) {
		pattern++;
		count++;
	}
	return count;
}

/* .../contacts/model is none of .../contacts/{contact_id}: the fewest parameters win. */
const isoft_operation *isoft_operation_of(const char *method, const char *path)
{
	const isoft_operation *best = NULL;

	for (size_t i = 0; i < isoft_operations_count; i++) {
		const isoft_operation *one = &isoft_operations[i];

		if (strcmp(one->method, method) == 0 && fits(one->path, path)
			&& (!best || parameters_in(one->path) < parameters_in(best->path))) {
			best = one;
		}
	}
	return best;
}

static const char *id_at(const void *operations, size_t index)
{
	return index < isoft_operations_count ? ((const isoft_operation *)operations)[index].id : NULL;
}

const char *isoft_operation_suggest(const char *id)
{
	return isoft_suggest(id, id_at, isoft_operations);
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
		if (strcspn(brace + 1, "}") == length && memcmp(brace + 1, name, length) == 0) {
			return true;
		}
	}
	return false;
}
