/*
 * Limit headers: the x-keap-* family of a reply, read into numbers. No Zend, no allocation; any input is safe.
 *
 * A value that is absent, blank or not a number reads as -1. The tenant family carries two windows in one header,
 * `minute|day`, or the other way round where its -time-unit says so, before or after the numbers.
 */
#ifndef ISOFT_NET_LIMIT_HEADERS_H
#define ISOFT_NET_LIMIT_HEADERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
	int64_t limit;
	int64_t available;
	int64_t used;
	int64_t expires_at; /* Unix seconds, where Keap says it; -1 else */
} isoft_limit_window;

typedef struct {
	isoft_limit_window day;           /* x-keap-product-quota-* */
	isoft_limit_window minute;        /* x-keap-product-throttle-* */
	isoft_limit_window tenant_minute; /* x-keap-tenant-throttle-*, by the window's name */
	isoft_limit_window tenant_day;
	bool tenant_day_first; /* for the parser: the headers read `day|minute` */
} isoft_limit_headers;

void isoft_limit_headers_init(isoft_limit_headers *limits);

/* Takes one header; true where it was one of the family. Name in any case, value without surrounding blanks. */
bool isoft_limit_headers_take(
	isoft_limit_headers *limits, const char *name, size_t name_length, const char *value, size_t value_length);

#endif
