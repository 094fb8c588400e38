/*
 * Check: prints one line per test of a native test program, and the totals at the end.
 *
 *     ok - a write is read back
 *     not ok - a torn copy is noticed
 *     ok - a full disk is reported # skip needs root
 *     2 passed, 1 failed, 0 skipped
 *
 * The counts are static: include this header in one source file of each program, call it from one thread of one
 * process, and end main() with `return check_end();`. Ownership: nothing is kept. No lock is taken and no Zend call is
 * made.
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

/* Counts one test and prints it under its name. Returns `passed`. */
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

/* Counts one skipped test and prints its name and the reason. */
__attribute__((unused)) static void check_skip(const char *name, const char *reason)
{
	check_counts.skipped++;
	printf("ok - %s # skip %s\n", name, reason);
	fflush(stdout);
}

/* Prints the totals. Returns the exit status: 1 if a test failed or no test ran, else 0. */
__attribute__((unused)) static int check_end(void)
{
	printf("%d passed, %d failed, %d skipped\n", check_counts.passed, check_counts.failed, check_counts.skipped);
	return check_counts.failed || check_counts.passed + check_counts.skipped == 0;
}

#endif
