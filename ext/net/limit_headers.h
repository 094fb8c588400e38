/*
 * Limit headers: parses the x-keap-* headers of a reply into numbers. Any input is safe.
 *
 * A value that is absent, blank or not a number reads as -1. The tenant headers carry two windows in one value,
 * `minute|day`, or `day|minute` if the header -time-unit says so; that header may come before or after the numbers.
 *
 * Ownership: all memory is the caller's; nothing is allocated. No lock, no Zend: never bails out.
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
	int64_t expires_at; /* Unix seconds; -1 if Keap does not report it */
} isoft_limit_window;

typedef struct {
	isoft_limit_window day;           /* x-keap-product-quota-* */
	isoft_limit_window minute;        /* x-keap-product-throttle-* */
	isoft_limit_window tenant_minute; /* x-keap-tenant-throttle-*, by the window's name */
	isoft_limit_window tenant_day;
	bool tenant_day_first; /* parser state: the tenant values read `day|minute` */
} isoft_limit_headers;

void isoft_limit_headers_init(isoft_limit_headers *limits);

/* Returns whether a reply stated anything of the window. */
static inline bool isoft_limit_window_is_known(const isoft_limit_window *window)
{
	return window->limit >= 0 || window->available >= 0 || window->used >= 0;
}

/* Replaces the windows in `limits` that `later` states. Returns whether it states any. */
bool isoft_limit_headers_merge(isoft_limit_headers *limits, const isoft_limit_headers *later);

/*
 * Takes one header. The name may be in any case; the value is without surrounding blanks. Returns whether the header
 * belongs to the family; the result may be ignored.
 */
bool isoft_limit_headers_take(
	isoft_limit_headers *limits, const char *name, size_t name_length, const char *value, size_t value_length);

#endif
