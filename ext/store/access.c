#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "store/access.h"

#ifndef _WIN32

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/xattr.h>
#endif

enum { ACCESS_GROUPS = 1024 };

uint32_t isoft_access_group(void)
{
	return (uint32_t)getegid();
}

bool isoft_access_has_group(uint32_t group)
{
	gid_t groups[ACCESS_GROUPS];
	int count = getgroups(ACCESS_GROUPS, groups);

	if (geteuid() == 0 || getegid() == (gid_t)group) {
		return true;
	}
	for (int i = 0; i < count; i++) {
		if (groups[i] == (gid_t)group) {
			return true;
		}
	}
	return false;
}

bool isoft_access_may_search(const char *directory)
{
	return faccessat(AT_FDCWD, directory, X_OK, AT_EACCESS) == 0;
}

bool isoft_access_has_list(const char *directory)
{
#ifdef __linux__
	return getxattr(directory, "system.posix_acl_access", NULL, 0) > 0
		|| getxattr(directory, "system.posix_acl_default", NULL, 0) > 0;
#else
	(void)directory;
	return false;
#endif
}

isoft_content isoft_access_content(const char *directory, bool (*is_known)(const char *name))
{
	DIR *listing = opendir(directory);
	struct dirent *found;
	isoft_content content = ISOFT_CONTENT_KNOWN;

	if (!listing) {
		return ISOFT_CONTENT_UNKNOWN;
	}
	while (content == ISOFT_CONTENT_KNOWN && (found = readdir(listing))) {
		if (strcmp(found->d_name, ".") != 0 && strcmp(found->d_name, "..") != 0 && !is_known(found->d_name)) {
			content = ISOFT_CONTENT_OTHER;
		}
	}
	closedir(listing);
	return content;
}

#else

uint32_t isoft_access_group(void)
{
	return 0;
}

bool isoft_access_has_group(uint32_t group)
{
	(void)group;
	return true;
}

bool isoft_access_may_search(const char *directory)
{
	(void)directory;
	return true;
}

bool isoft_access_has_list(const char *directory)
{
	(void)directory;
	return false;
}

isoft_content isoft_access_content(const char *directory, bool (*is_known)(const char *name))
{
	(void)directory;
	(void)is_known;
	return ISOFT_CONTENT_KNOWN;
}

#endif
