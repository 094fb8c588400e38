/*
 * Preloaded into PHP before libasan.
 *
 * PHP opens extensions with RTLD_DEEPBIND, which hides libasan's malloc from them. And what PHP starts (Node, a shell) must not
 * inherit the preloading: only PHP is checked.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>

void *dlopen(const char *file, int mode)
{
	void *(*next)(const char *, int) = (void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen");

	return next(file, mode & ~RTLD_DEEPBIND);
}

__attribute__((constructor)) static void leave_children_alone(void)
{
	unsetenv("LD_PRELOAD");
}
