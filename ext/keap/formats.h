/*
 * Formats: checks that a text has the format that Keap's description gives for its field.
 *
 * Takes no lock and allocates nothing: never bails out.
 */
#ifndef ISOFT_KEAP_FORMATS_H
#define ISOFT_KEAP_FORMATS_H

#include "php.h"

#include "keap/field.h"
#include "support/attributes.h"
#include "support/failure.h"

/*
 * Checks a text that is valid UTF-8. An empty text has every format: it empties a field. Returns false with a VALUE
 * failure that names the place and the expected form.
 */
ISOFT_MUST_CHECK bool isoft_formats_check(
	isoft_format format, const char *text, size_t length, const char *place, isoft_failure *failure);

/* Whether the text is a date of the calendar: 2026-01-31. */
bool isoft_formats_is_date(const char *text, size_t length);

/* Whether the text is a point in time: 2026-01-31T00:00:00Z, also with a fraction of a second and with an offset. */
bool isoft_formats_is_date_time(const char *text, size_t length);

/*
 * The first character of the text that is a space or that nobody sees, other than control characters and the plain
 * space: a no-break space, a zero-width space. Returns 0 when there is none; `offset` is counted in bytes.
 */
unsigned isoft_formats_find_hidden(const char *text, size_t length, size_t *offset);

/* Whether the text is empty, or holds only blanks, control characters and what isoft_formats_find_hidden() finds. */
bool isoft_formats_is_blank(const char *text, size_t length);

#endif
