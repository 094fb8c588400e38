/*
 * Preloaded into PHP before libasan.
 *
 * PHP opens extensions with RTLD_DEEPBIND, which hides libasan's malloc from them. And what PHP starts (Node, a shell)
 * must not inherit the preloading: only PHP is checked.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>

/*
 * UBSan, which comes with the extension, heeds no log_path. What a process finds whose standard streams are closed must
 * not go unseen.
 */
static void report_there(void *ubsan)
{
	const char *path = getenv("SANITIZER_REPORTS");
	void (*set_path)(const char *) =
		ubsan && path ? (void (*)(const char *))dlsym(ubsan, "__sanitizer_set_report_path") : NULL;

	if (set_path) {
		set_path(path);
	}
}

void *dlopen(const char *file, int mode)
{
	void *(*next)(const char *, int) = (void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen");
	void *library = next(file, mode & ~RTLD_DEEPBIND);

	if (library) { /* else dlerror() is asked next */
		report_there(next("libubsan.so.1", RTLD_NOW | RTLD_NOLOAD));
	}
	return library;
}

__attribute__((constructor)) static void leave_children_alone(void)
{
	unsetenv("LD_PRELOAD");
}
