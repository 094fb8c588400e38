/*
 * Check: the lines a native test program prints, and the sum it ends with.
 *
 *     ok - a write is read back
 *     not ok - a torn copy is noticed
 *     ok - a full disk is reported # skip needs root
 *     2 passed, 1 failed, 0 skipped
 *
 * Counts are the program's own: include this in one source file of each program, call it from one thread of one
 * process, and end main() with `return check_end();`.
 */
#ifndef TESTS_NATIVE_CHECK_H
#define TESTS_NATIVE_CHECK_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

static struct {
	int passed;
	int failed;
	int skipped;
} check_counts;

/* Counts and prints one test under its name; gives back whether it passed. */
__attribute__((unused, format(printf, 2, 3))) static bool check(bool passed, const char *name, ...)
{
	va_list arguments;

	*(passed ? &check_counts.passed : &check_counts.failed) += 1;
	fputs(passed ? "ok - " : "not ok - ", stdout);
	va_start(arguments, name);
	vprintf(name, arguments);
	va_end(arguments);
	putchar('\n');
	fflush(stdout);
	return passed;
}

__attribute__((unused)) static void check_skip(const char *name, const char *reason)
{
	check_counts.skipped++;
	printf("ok - %s # skip %s\n", name, reason);
	fflush(stdout);
}

/* Prints the sum; the exit status is 1 where something failed or nothing ran. */
__attribute__((unused)) static int check_end(void)
{
	printf("%d passed, %d failed, %d skipped\n", check_counts.passed, check_counts.failed, check_counts.skipped);
	return check_counts.failed || check_counts.passed + check_counts.skipped == 0;
}

#endif
