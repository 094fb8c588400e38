/* Windows: owners and modes of files say nothing there. */
#include "store/os.h"

#ifdef _WIN32
#include <stdio.h>
#include <stdlib.h>

bool isoft_os_give(int descriptor, uint32_t mode, uint32_t owner, uint32_t group)
{
	(void)descriptor;
	(void)mode;
	(void)owner;
	(void)group;
	return true;
}

/* The owner that os_win32 gives for all files, so that isoft_permissions_fit() accepts them. */
uint32_t isoft_os_user(void)
{
	return 0;
}

void isoft_os_user_name(uint32_t user, char *name, size_t size)
{
	const char *found = getenv("USERNAME");

	(void)user;
	snprintf(name, size, "%s", found ? found : "this user");
}

void isoft_os_group_name(uint32_t group, char *name, size_t size)
{
	(void)group;
	snprintf(name, size, "%s", "its group");
}

#endif
