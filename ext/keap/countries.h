/*
 * Countries: the countries of ISO 3166-1 with their codes of two and three letters and their English names.
 *
 * The table is a constant: nothing is freed. No lock, no allocation; nothing here bails out or throws.
 */
#ifndef ISOFT_KEAP_COUNTRIES_H
#define ISOFT_KEAP_COUNTRIES_H

#include <stdbool.h>

/*
 * Whether the text is a three-letter code in capitals: one of the table, or one of those that ISO leaves to its users,
 * such as XKX for Kosovo.
 */
bool isoft_countries_has_code(const char *text);

/*
 * The three-letter code that was probably meant by a code or an English name in any case, with blanks around it or a
 * dot after it, or by a name with one or two wrong letters; NULL when no country, or more than one, is near.
 */
const char *isoft_countries_suggest(const char *text);

#endif
