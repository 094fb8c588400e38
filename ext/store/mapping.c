#include "store/mapping.h"

#include <errno.h>
#include <string.h>

#include "store/header.h"
#include "store/permissions.h"

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

static bool mapping_map_views(isoft_mapping *mapping, const char *path, isoft_failure *failure)
{
	isoft_os_sharing sharing = mapping->read_only ? ISOFT_OS_VIEW_PRIVATE : ISOFT_OS_VIEW_SHARED;
	size_t size = (size_t)isoft_layout_size(mapping->segments);

	return (isoft_os_map(mapping->descriptor, 0, size, ISOFT_OS_VIEW_READ, &mapping->file)
			   && isoft_os_map(mapping->descriptor, ISOFT_PAGE, ISOFT_SHARED_SIZE, sharing, &mapping->shared))
		|| isoft_permissions_explain("map", path, errno, failure);
}

isoft_store_status isoft_mapping_open(
	isoft_mapping *mapping, const isoft_paths *paths, const isoft_keys *keys, isoft_failure *failure)
{
	isoft_store_status status;

	ISOFT_ASSERT(!isoft_mapping_is_open(mapping) && mapping->descriptor == -1);
	status = mapping_open_file(mapping, paths->tokens, failure);
	if (status != ISOFT_STORE_OK) {
		isoft_mapping_init(mapping);
		return status;
	}
	if (!mapping_validate_file(mapping, paths, keys, failure) || !mapping_map_views(mapping, paths->tokens, failure)) {
		isoft_mapping_close(mapping);
		return ISOFT_STORE_FAILED;
	}
	return ISOFT_STORE_OK;
}

void isoft_mapping_close(isoft_mapping *mapping)
{
	isoft_os_unmap(&mapping->file);
	isoft_os_unmap(&mapping->shared);
	if (mapping->descriptor != -1) {
		isoft_os_close(mapping->descriptor);
	}
	isoft_mapping_init(mapping);
}

bool isoft_mapping_is_at(const isoft_mapping *mapping, const char *path)
{
	isoft_os_facts current;

	return isoft_mapping_is_open(mapping) && isoft_os_facts_at(path, false, &current)
		&& current.device == mapping->facts.device && current.file == mapping->facts.file
		&& current.size >= isoft_layout_size(mapping->segments);
}

bool isoft_mapping_is_current(const isoft_mapping *mapping, const char *path)
{
	return isoft_mapping_is_at(mapping, path) && !isoft_mapping_header_moved(mapping);
}

bool isoft_mapping_header_moved(const isoft_mapping *mapping)
{
	return memcmp(isoft_mapping_header(mapping), &mapping->header, sizeof(mapping->header)) != 0;
}
