/*
 * Field: what Keap's description says of one value: its name, type, limits and, for an object, its own fields.
 */
#ifndef ISOFT_KEAP_FIELD_H
#define ISOFT_KEAP_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
	ISOFT_TYPE_LINE, /* of text */
	ISOFT_TYPE_TEXT,
	ISOFT_TYPE_INTEGER,
	ISOFT_TYPE_NUMBER,
	ISOFT_TYPE_BOOLEAN,
	ISOFT_TYPE_FILE, /* a path or a CURLFile */
	ISOFT_TYPE_ANY,  /* whatever has JSON */
	ISOFT_TYPE_OBJECT
} isoft_type;

typedef struct isoft_field {
	const char *name; /* NULL ends a schema */
	isoft_type type;
	bool list; /* of these */
	bool required;
	bool joined;  /* a list in a query: by commas, instead of name after name */
	bool bounded; /* integers: by these two */
	int64_t least, most;
	unsigned longest;                 /* text: characters, 0 = no limit known */
	const char *const *values;        /* text and integers: the only ones allowed, ended by NULL; NULL = any */
	const struct isoft_field *fields; /* object */
} isoft_field;

/* What people who know other systems write, and what it is called here. */
typedef struct {
	const char *name;
	const char *meant;
} isoft_alias;

#endif
