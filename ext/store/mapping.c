#include "store/mapping.h"

#include <errno.h>
#include <string.h>

#include "store/header.h"
#include "store/permissions.h"
#include "support/clock.h"

/* A file that is too short may be a backup that is being copied back: it is looked at so often before it is an error.
 */
enum { MAX_TRIES = 5, BETWEEN_TRIES_MS = 2 };

void isoft_mapping_init(isoft_mapping *mapping)
{
	memset(mapping, 0, sizeof(*mapping));
	mapping->descriptor = -1;
}

static isoft_store_status mapping_open_file(isoft_mapping *mapping, const char *path, isoft_failure *failure)
{
	mapping->descriptor = isoft_os_open(path, ISOFT_OS_READ_WRITE);
	if (mapping->descriptor == -1 && errno == EROFS) {
		mapping->read_only = true;
		mapping->descriptor = isoft_os_open(path, ISOFT_OS_READ);
	}
	if (mapping->descriptor != -1) {
		return ISOFT_STORE_OK;
	}
	if (errno == ENOENT) {
		isoft_fail(failure, ISOFT_FAILURE_STORE, "There is no token store at %s", path);
		return ISOFT_STORE_MISSING;
	}
	isoft_permissions_explain("open", path, errno, failure);
	return ISOFT_STORE_FAILED;
}

static bool mapping_validate_file(
	isoft_mapping *mapping, const isoft_paths *paths, const isoft_keys *keys, isoft_failure *failure)
{
	isoft_permissions permissions;

	if (isoft_permissions_of(paths->directory, &permissions, failure) != ISOFT_STORE_OK) {
		return false;
	}
	if (!isoft_os_facts_of(mapping->descriptor, &mapping->facts)) {
		return isoft_permissions_explain("open", paths->tokens, errno, failure);
	}
	if (!isoft_permissions_fit(&permissions, paths->tokens, &mapping->facts, failure)) {
		return false;
	}
	if (mapping->facts.size < sizeof(mapping->header)) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE,
			"%s was cut short: it has %llu bytes. Restore it, or remove it and authorize again", paths->tokens,
			(unsigned long long)mapping->facts.size);
	}
	if (!isoft_os_read_at(mapping->descriptor, &mapping->header, sizeof(mapping->header), 0)) {
		return isoft_permissions_explain("read", paths->tokens, errno, failure);
	}
	return isoft_header_validate(
		&mapping->header, mapping->facts.size, keys, paths->tokens, &mapping->segments, failure);
}

/*
 * A sparse copy has holes. Where the disk is full, the kernel ends a process that reads or writes a hole through a
 * mapping. On a read-only file system the holes stay: they take no space there.
 */
static bool mapping_fill_holes(isoft_mapping *mapping, const char *path, isoft_failure *failure)
{
	uint64_t size = isoft_layout_size(mapping->segments);

	if (mapping->read_only || mapping->facts.allocated >= size) {
		return true;
	}
	if (isoft_os_fill_holes(mapping->descriptor, size) && isoft_os_facts_of(mapping->descriptor, &mapping->facts)) {
		return true;
	}
	if (errno == ENOSPC) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE,
			"The disk is full, and %s is a sparse copy, which needs %llu KiB more: make room on that disk", path,
			(unsigned long long)((size - mapping->facts.allocated + 1023) / 1024));
	}
	return isoft_permissions_explain("reserve disk space for", path, errno, failure);
}

static bool mapping_map_file(isoft_mapping *mapping, const char *path, isoft_failure *failure)
{
	return isoft_os_map(mapping->descriptor, (size_t)isoft_layout_size(mapping->segments), &mapping->file)
		|| isoft_permissions_explain("map", path, errno, failure);
}

/* Returns whether the file was looked at and is shorter than its header says, or has no complete header. */
static bool mapping_is_short(const isoft_mapping *mapping)
{
	uint64_t word = mapping->header.segments, segments = isoft_word_valid(word) ? isoft_word_number(word) : 0;

	return mapping->facts.file && mapping->header.shared_size != ISOFT_OLD_SHARED_SIZE && segments <= ISOFT_SEGMENTS_MAX
		&& mapping->facts.size < isoft_layout_size((uint32_t)segments);
}

/* Sets *is_short if another try may succeed. */
static isoft_store_status mapping_open_once(
	isoft_mapping *mapping, const isoft_paths *paths, const isoft_keys *keys, bool *is_short, isoft_failure *failure)
{
	isoft_store_status status = mapping_open_file(mapping, paths->tokens, failure);

	*is_short = false;
	if (status != ISOFT_STORE_OK) {
		isoft_mapping_init(mapping);
		return status;
	}
	if (!mapping_validate_file(mapping, paths, keys, failure) || !mapping_fill_holes(mapping, paths->tokens, failure)
		|| !mapping_map_file(mapping, paths->tokens, failure)) {
		*is_short = mapping_is_short(mapping);
		isoft_mapping_close(mapping);
		return ISOFT_STORE_FAILED;
	}
	return ISOFT_STORE_OK;
}

isoft_store_status isoft_mapping_open(
	isoft_mapping *mapping, const isoft_paths *paths, const isoft_keys *keys, isoft_failure *failure)
{
	isoft_store_status status;
	bool is_short;

	ISOFT_ASSERT(!isoft_mapping_is_open(mapping) && mapping->descriptor == -1);
	status = mapping_open_once(mapping, paths, keys, &is_short, failure);
	for (int tries = 1; is_short && tries < MAX_TRIES; tries++) {
		isoft_clock_sleep_ms(BETWEEN_TRIES_MS);
		status = mapping_open_once(mapping, paths, keys, &is_short, failure);
	}
	return status;
}

void isoft_mapping_close(isoft_mapping *mapping)
{
	isoft_os_unmap(&mapping->file);
	if (mapping->descriptor != -1) {
		isoft_os_close(mapping->descriptor);
	}
	isoft_mapping_init(mapping);
}

static bool mapping_is_file(const isoft_mapping *mapping, const isoft_os_facts *current)
{
	return current->device == mapping->facts.device && current->file == mapping->facts.file
		&& current->size >= isoft_layout_size(mapping->segments);
}

/* Returns whether no space was taken from the file since the opening: a sparse copy over it has holes again. */
static bool mapping_has_its_space(const isoft_mapping *mapping, const isoft_os_facts *current)
{
	uint64_t size = isoft_layout_size(mapping->segments);

	return current->allocated >= size || current->allocated >= mapping->facts.allocated;
}

bool isoft_mapping_is_at(const isoft_mapping *mapping, const char *path)
{
	isoft_os_facts current;

	return isoft_mapping_is_open(mapping) && isoft_os_facts_at(path, false, &current)
		&& mapping_is_file(mapping, &current);
}

bool isoft_mapping_is_current(const isoft_mapping *mapping, const char *path)
{
	isoft_os_facts current;

	return isoft_mapping_is_open(mapping) && isoft_os_facts_at(path, false, &current)
		&& mapping_is_file(mapping, &current) && mapping_has_its_space(mapping, &current)
		&& !isoft_mapping_header_moved(mapping);
}

bool isoft_mapping_header_moved(const isoft_mapping *mapping)
{
	return memcmp(isoft_mapping_header(mapping), &mapping->header, sizeof(mapping->header)) != 0;
}
