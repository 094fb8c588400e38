/*
 * Schema: the shape of what Keap takes, and the check of an array against it before anything is sent.
 *
 * The check gives a new array in which everything is as Keap wants it: numbers for text become strings, nulls are left out. Failures are
 * VALUE and name the place: "contact.addresses[0].regoin is not a field of Keap's; did you mean region?".
 */
#ifndef ISOFT_KEAP_SCHEMA_H
#define ISOFT_KEAP_SCHEMA_H

#include "php.h"

#include "support/failure.h"

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

/* `place` names the array in messages. On true the result holds a new array; on false it is UNDEF. */
bool isoft_schema_apply(const isoft_field *schema, const isoft_alias *aliases, HashTable *given, const char *place,
	zval *result, isoft_failure *failure);

/* The field of that name, or NULL. */
const isoft_field *isoft_schema_find(const isoft_field *schema, const char *name, size_t length);

/* One field's value, likewise. */
bool isoft_schema_field(const isoft_field *field, zval *given, const char *place, zval *result, isoft_failure *failure);

#endif
