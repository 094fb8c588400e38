#include "keap/operation.h"

#include <stdlib.h>

#include "support/suggest.h"

static int compare_ids(const void *id, const void *operation)
{
	return strcmp(id, ((const isoft_operation *)operation)->id);
}

const isoft_operation *isoft_operation_find(const char *id, size_t length)
{
	if (strlen(id) != length) {
		return NULL;
	}
	return bsearch(id, isoft_operations, isoft_operations_count, sizeof(*isoft_operations), compare_ids);
}

static bool path_matches(const char *pattern, const char *path)
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

static int count_parameters(const char *pattern)
{
	int count = 0;

	while ((pattern = strchr(pattern, '{'))) {
		pattern++;
		count++;
	}
	return count;
}

/* The path .../contacts/model also matches .../contacts/{contact_id}: the pattern with the fewest parameters wins. */
const isoft_operation *isoft_operation_of(const char *method, const char *path)
{
	const isoft_operation *best = NULL;

	for (size_t i = 0; i < isoft_operations_count; i++) {
		const isoft_operation *operation = &isoft_operations[i];

		if (strcmp(operation->method, method) == 0 && path_matches(operation->path, path)
			&& (!best || count_parameters(operation->path) < count_parameters(best->path))) {
			best = operation;
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

static bool ends_with(const char *text, const char *suffix)
{
	size_t length = strlen(text), suffix_length = strlen(suffix);

	return length >= suffix_length && strcmp(text + length - suffix_length, suffix) == 0;
}

/* Applying or removing a tag again leaves the contact as it is. */
bool isoft_operation_is_repeatable(const isoft_operation *operation)
{
	return strcmp(operation->method, "POST") != 0 || ends_with(operation->path, ":applyTags")
		|| ends_with(operation->path, ":removeTags") || strcmp(operation->id, "applyTagsToContactIdUsingPOST") == 0;
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
