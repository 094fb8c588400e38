/*
 * Country table: the countries of ISO 3166-1, and what people write for them.
 *
 * The tables are constants: nothing is freed. No lock, no allocation: never bails out.
 */
#ifndef ISOFT_KEAP_COUNTRY_TABLE_H
#define ISOFT_KEAP_COUNTRY_TABLE_H

typedef struct {
	const char *alpha2, *alpha3; /* in capitals */
	const char *name;            /* in English, without accents; NULL ends the table */
} isoft_country;

typedef struct {
	const char *name, *alpha3; /* NULL ends the table */
} isoft_country_name;

extern const isoft_country isoft_countries[];

/* Other names and codes. */
extern const isoft_country_name isoft_country_names[];

#endif
