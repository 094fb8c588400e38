#include "store/header.h"

#include <string.h>

#include "store/os.h"

void isoft_header_make(isoft_header_page *page, const isoft_key *key, uint32_t segments)
{
	isoft_header *header = &page->header;

	memset(page, 0, sizeof(*page));
	memcpy(header->magic, ISOFT_MAGIC, sizeof(ISOFT_MAGIC));
	header->format = ISOFT_FORMAT;
	header->byte_order = ISOFT_BYTE_ORDER;
	header->shared_size = ISOFT_SHARED_SIZE;
	header->segment_slots = ISOFT_SEGMENT_SLOTS;
	header->half_size = ISOFT_HALF_SIZE;
	header->lock_way = isoft_os_locks_ranges_of_open_files() ? ISOFT_LOCK_BY_RANGE : ISOFT_LOCK_BY_FILE;
	header->key_id = key->id;
	page->marks.key_ids[0] = key->id;
	header->segments = isoft_word_make(segments, true);
}

static bool has_format_geometry(const isoft_header *header)
{
	uint64_t segments = isoft_word_number(header->segments);

	return header->shared_size == ISOFT_SHARED_SIZE && header->segment_slots == ISOFT_SEGMENT_SLOTS
		&& header->half_size == ISOFT_HALF_SIZE && isoft_word_valid(header->segments) && segments >= 1
		&& segments <= ISOFT_SEGMENTS_MAX
		&& (header->lock_way == ISOFT_LOCK_BY_RANGE || header->lock_way == ISOFT_LOCK_BY_FILE);
}

bool isoft_header_check_key(
	const isoft_header *header, const isoft_keys *keys, const char *path, isoft_failure *failure)
{
	if (isoft_keys_find(keys, header->key_id)) {
		return true;
	}
	return isoft_fail(failure, ISOFT_FAILURE_STORE,
		"%s is sealed under another key than the one configured. If the key was changed while this process ran, "
		"restart it (systemctl reload php-fpm, queue:restart). If not, set the right infusionsoft.key or key file, "
		"or add that key to infusionsoft.previous_keys; if that key is lost, remove %s and authorize again",
		path, path);
}

bool isoft_header_validate(const isoft_header *header, uint64_t size, const isoft_keys *keys, const char *path,
	uint32_t *segments, isoft_failure *failure)
{
	if (memcmp(header->magic, ISOFT_MAGIC, sizeof(ISOFT_MAGIC)) != 0) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE,
			"%s is not a token store, or its beginning is damaged: restore it, or remove it and authorize again", path);
	}
	if (header->byte_order != ISOFT_BYTE_ORDER) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE,
			"%s was made on a machine with another byte order, or is damaged: restore it, or remove it and "
			"authorize again",
			path);
	}
	if (header->format > ISOFT_FORMAT) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE,
			"%s has format %u, but this version of the extension supports formats up to %d only: upgrade the extension",
			path, (unsigned)header->format, ISOFT_FORMAT);
	}
	if (header->format != ISOFT_FORMAT || !has_format_geometry(header)) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE,
			"The header of %s is damaged: restore the file, or remove it and authorize again", path);
	}
	if (header->lock_way == ISOFT_LOCK_BY_RANGE && !isoft_os_locks_ranges_of_open_files()) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE,
			"%s was made on a system that locks ranges of a file, which this system cannot: remove it and authorize "
			"again",
			path);
	}
	*segments = (uint32_t)isoft_word_number(header->segments);
	if (size < isoft_layout_size(*segments)) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE,
			"%s was cut short: it has %llu bytes and must have %llu. Restore it, or remove it and authorize again",
			path, (unsigned long long)size, (unsigned long long)isoft_layout_size(*segments));
	}
	return isoft_header_check_key(header, keys, path, failure);
}
