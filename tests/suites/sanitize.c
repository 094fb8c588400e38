/*
 * A library that is preloaded into PHP before libasan (see sanitizers.sh).
 *
 * It removes RTLD_DEEPBIND from dlopen(): PHP opens extensions with it, and it would hide libasan's malloc from them.
 * It also removes LD_PRELOAD from the environment, so that only PHP is checked and not the programs that PHP starts.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>

/*
 * Makes UBSan write its reports to files, because it ignores log_path. The reports of a process that has closed its
 * standard streams would be lost. UBSan is loaded together with the extension.
 */
static void set_report_path(void *ubsan)
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

	if (library) { /* Otherwise the caller calls dlerror(), whose text the calls here would replace. */
		set_report_path(next("libubsan.so.1", RTLD_NOW | RTLD_NOLOAD));
	}
	return library;
}

__attribute__((constructor)) static void leave_children_alone(void)
{
	unsetenv("LD_PRELOAD");
}
