#include "processes.h"

#include <errno.h>
#include <process.h>
#include <sodium.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "check.h"
#include "scene.h"

enum { MAX_TEST_MS = 240000, WITH_SIZE = 256 };

/* The linker puts the test between these (tests/windows/build.sh). */
extern char processes_data_begin[], processes_data_end[], processes_bss_begin[], processes_bss_end[];

/* What a child gets, in a file. The static variables follow. */
typedef struct {
	int (*work)(void *);
	void *with;
	bool copied; /* `with` points to what `bytes` holds */
	unsigned char bytes[WITH_SIZE];
} birth;

#define SHARED_AT ((void *)0x200000000)
static char program[MAX_PATH];

static void name_of(char *name, size_t size, const char *suffix)
{
	snprintf(name, size, "%s.%s", scene_folder, suffix);
}

/* ---- memory that processes share ---- */

static void shared_name(char name[64])
{
	snprintf(name, 64, "%s", strrchr(scene_folder, '/') + 1);
}

void *mmap(void *address, size_t length, int protection, int flags, int descriptor, off_t offset)
{
	char name[64];
	HANDLE section;

	(void)address;
	(void)protection;
	(void)flags;
	(void)descriptor;
	(void)offset;
	shared_name(name);
	section = CreateFileMappingA(INVALID_HANDLE_VALUE, NULL, PAGE_READWRITE, 0, (DWORD)length, name);
	return section ? MapViewOfFileEx(section, FILE_MAP_ALL_ACCESS, 0, 0, length, SHARED_AT) : NULL;
}

static void map_what_is_shared(void)
{
	char name[64];
	HANDLE section;

	shared_name(name);
	section = OpenFileMappingA(FILE_MAP_ALL_ACCESS, FALSE, name);
	need(!section || MapViewOfFileEx(section, FILE_MAP_ALL_ACCESS, 0, 0, 0, SHARED_AT) == SHARED_AT);
}

/* ---- children ---- */

static bool is_of_program(const void *address)
{
	MEMORY_BASIC_INFORMATION region;

	return VirtualQuery(address, &region, sizeof(region)) && region.AllocationBase == GetModuleHandleA(NULL);
}

static birth birth_of(int (*work)(void *), void *with)
{
	birth made = {.work = work, .with = with};
	MEMORY_BASIC_INFORMATION region;
	size_t left;

	if ((uintptr_t)with > UINT16_MAX && !is_of_program(with)) {
		need(VirtualQuery(with, &region, sizeof(region)));
		left = (size_t)((char *)region.BaseAddress + region.RegionSize - (char *)with);
		made.copied = true;
		memcpy(made.bytes, with, left < WITH_SIZE ? left : WITH_SIZE);
	}
	return made;
}

/* Wine now and then fails to start a process while many start at once. No test is about that: it is tried again. */
static intptr_t spawn(void)
{
	intptr_t child = -1;

	for (int tries = 0; child == -1 && tries < 20; tries++) {
		if (tries > 0) {
			printf("# the start of a process failed: error %lu of Windows\n", _doserrno);
			Sleep(50);
		}
		child = _spawnl(_P_NOWAIT, program, program, NULL);
	}
	return child;
}

static intptr_t start(const char *variable, const char *value)
{
	char setting[512];
	intptr_t child;

	snprintf(setting, sizeof(setting), "%s=%s", variable, value);
	_putenv(setting);
	child = spawn();
	snprintf(setting, sizeof(setting), "%s=", variable);
	_putenv(setting);
	return child;
}

pid_t scene_fork(int (*work)(void *), void *with)
{
	static unsigned births;
	birth made = birth_of(work, with);
	char suffix[32], path[512];
	intptr_t child;
	FILE *file;

	snprintf(suffix, sizeof(suffix), "%lu-%u", GetCurrentProcessId(), ++births);
	name_of(path, sizeof(path), suffix);
	file = fopen(path, "wb");
	need(file && fwrite(&made, sizeof(made), 1, file) == 1);
	fwrite(processes_data_begin, 1, (size_t)(processes_data_end - processes_data_begin), file);
	fwrite(processes_bss_begin, 1, (size_t)(processes_bss_end - processes_bss_begin), file);
	need(fclose(file) == 0);
	fflush(stdout);
	child = start("SCENE_BIRTH", path);
	need(child != -1);
	return (pid_t)child;
}

static int be_born(const char *path)
{
	static birth made;
	size_t data = (size_t)(processes_data_end - processes_data_begin);
	size_t bss = (size_t)(processes_bss_end - processes_bss_begin);
	FILE *file = fopen(path, "rb");
	int status;

	need(file && fread(&made, sizeof(made), 1, file) == 1 && is_of_program((void *)made.work));
	need(fread(processes_data_begin, 1, data, file) == data && fread(processes_bss_begin, 1, bss, file) == bss);
	fclose(file);
	remove(path);
	map_what_is_shared();
	status = made.work(made.copied ? made.bytes : made.with);
	fflush(stdout);
	_exit(status);
}

int scene_wait(pid_t child)
{
	DWORD status = 0;

	need(WaitForSingleObject((HANDLE)child, INFINITE) == WAIT_OBJECT_0 && GetExitCodeProcess((HANDLE)child, &status));
	CloseHandle((HANDLE)child);
	if (status == PROCESSES_KILLED) {
		return -SIGKILL;
	}
	return status == EXCEPTION_ACCESS_VIOLATION ? -SIGSEGV : (int)status;
}

scene_signal scene_signal_make(void)
{
	scene_signal made;

	need(_pipe(made.ends, 4096, O_BINARY) == 0);
	return made;
}

void scene_signal_send(scene_signal signal)
{
	need(write(signal.ends[1], "!", 1) == 1);
}

void scene_signal_wait(scene_signal signal)
{
	char byte;

	need(read(signal.ends[0], &byte, 1) == 1);
}

/* ---- tests ---- */

/* What cannot run here is in the list of exceptions, so this is a failure. */
void scene_skip(const char *reason)
{
	printf("# cannot run on Windows, and tests/windows/exceptions does not say so: %s\n", reason);
	fflush(stdout);
	_exit(SCENE_FAILED);
}

/* Returns the reason for which the test cannot run on Windows, from the list of exceptions; NULL if it can. */
static const char *exception_of(const char *name)
{
	static char line[256], reason[256];
	FILE *list = fopen(getenv("SCENE_EXCEPTIONS"), "rb");
	bool found = false;

	need(list != NULL);
	while (!found && fgets(line, sizeof(line), list)) {
		line[strcspn(line, "\r\n")] = '\0';
		if (strncmp(line, "# ", 2) == 0) {
			snprintf(reason, sizeof(reason), "%s", line + 2);
		}
		found = strcmp(line, name) == 0;
	}
	fclose(list);
	return found ? reason : NULL;
}

static void remove_folder(void)
{
	char command[600];

	snprintf(command, sizeof(command), "rmdir /s /q \"%s\"", scene_folder);
	for (char *at = command; *at; at++) {
		*at = *at == '/' && at > command + 13 ? '\\' : *at;
	}
	(void)!system(command);
}

static void run_one(const scene_test *test, size_t index)
{
	HANDLE job = CreateJobObjectA(NULL, NULL);
	char number[16], setting[300];
	intptr_t child;
	DWORD status = 0;

	snprintf(scene_folder, sizeof(scene_folder), "%s/store-test-%lu-%u", getenv("SCENE_BASE"), GetCurrentProcessId(),
		(unsigned)index);
	if (_mkdir(scene_folder) != 0) {
		check(false, "%s: cannot create a folder", test->name);
		return;
	}
	snprintf(setting, sizeof(setting), "SCENE_FOLDER=%s", scene_folder);
	_putenv(setting);
	snprintf(number, sizeof(number), "%u", (unsigned)index);
	fflush(stdout);
	child = start("SCENE_TEST", number);
	need(child != -1);
	AssignProcessToJobObject(job, (HANDLE)child);
	WaitForSingleObject((HANDLE)child, MAX_TEST_MS);
	TerminateJobObject(job, PROCESSES_KILLED);
	CloseHandle(job);
	need(GetExitCodeProcess((HANDLE)child, &status));
	CloseHandle((HANDLE)child);
	if (!check(status == 0, "%s", test->name) && status != SCENE_FAILED) {
		printf("# ended with status 0x%lx\n", status);
	}
	remove_folder();
}

int scene_main(const scene_test *tests, size_t count)
{
	const char *only = getenv("TEST"), *birth_file = getenv("SCENE_BIRTH"), *index = getenv("SCENE_TEST");
	const char *folder = getenv("SCENE_FOLDER");

	if (sodium_init() < 0 || !GetModuleFileNameA(NULL, program, sizeof(program))) {
		return 1;
	}
	snprintf(scene_folder, sizeof(scene_folder), "%s", folder ? folder : "");
	if (birth_file) {
		char path[512];

		snprintf(path, sizeof(path), "%s", birth_file);
		_putenv("SCENE_BIRTH=");
		return be_born(path);
	}
	if (index) {
		const scene_test *test = &tests[atoi(index)];

		_putenv("SCENE_TEST=");
		test->run();
		exit(0);
	}
	for (size_t i = 0; i < count; i++) {
		const char *reason = exception_of(tests[i].name);

		if (reason) {
			check_skip(tests[i].name, reason);
		} else if (!only || strstr(tests[i].name, only)) {
			run_one(&tests[i], i);
		}
	}
	return check_end();
}
