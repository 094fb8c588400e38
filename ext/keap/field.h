/*
 * Field: what Keap's description says of one value: its name, type, limits and, for an object, its own fields.
 *
 * Fields are constants of the program: nothing is freed. No lock, no allocation: never bails out.
 */
#ifndef ISOFT_KEAP_FIELD_H
#define ISOFT_KEAP_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
	ISOFT_TYPE_LINE, /* text without control characters */
	ISOFT_TYPE_TEXT,
	ISOFT_TYPE_INTEGER,
	ISOFT_TYPE_NUMBER,
	ISOFT_TYPE_BOOLEAN,
	ISOFT_TYPE_FILE, /* a path or a CURLFile */
	ISOFT_TYPE_ANY,  /* any value that can be written as JSON */
	ISOFT_TYPE_OBJECT
} isoft_type;

/* What a text must look like; keap/formats.h checks it. */
typedef enum {
	ISOFT_FORMAT_NONE,
	ISOFT_FORMAT_DATE,      /* 2026-01-31 */
	ISOFT_FORMAT_DATE_TIME, /* 2026-01-31T00:00:00Z */
	ISOFT_FORMAT_COUNTRY,   /* three letters, such as USA */
	ISOFT_FORMAT_EMAIL,
	ISOFT_FORMAT_CONTENT /* the value of a custom field, of type ANY */
} isoft_format;

typedef struct isoft_field {
	const char *name; /* NULL ends a schema */
	isoft_type type;
	isoft_format format; /* of text */
	bool list;           /* a list of values of the type */
	bool required;
	bool with_region;                 /* required in an object that has a `region` or a `region_code` */
	bool joined;                      /* a list in a query is one value with commas; otherwise its name is repeated */
	bool bounded;                     /* an integer must be from `min` to `max` */
	int64_t min, max;                 /* read only when bounded */
	unsigned max_length;              /* of text, in characters; 0 means no known limit */
	const char *const *values;        /* the allowed texts or integers, ended by NULL; NULL allows every value */
	const struct isoft_field *fields; /* of an object */
} isoft_field;

/* A name from other systems, and the name of the same field in Keap. */
typedef struct {
	const char *name; /* NULL ends a table of aliases */
	const char *field;
} isoft_alias;

#endif
