/*
 * Operation: what Keap can be asked to do, by the ids of its own descriptions of its API.
 *
 * The table, operations.c, is made by tools/operations of tools/openapi-v2.json and, where v2 has nothing,
 * openapi-v1.json. Nothing here allocates.
 */
#ifndef ISOFT_KEAP_OPERATION_H
#define ISOFT_KEAP_OPERATION_H

#include "keap/schema.h"

typedef enum {
	ISOFT_BODY_NONE,
	ISOFT_BODY_OBJECT, /* JSON of the fields */
	ISOFT_BODY_LIST,   /* JSON of a list of objects with these fields */
	ISOFT_BODY_FORM    /* multipart, one part a field */
} isoft_body;

/* How a list goes on where the reply is not all of it. */
typedef enum {
	ISOFT_PAGING_NONE,
	ISOFT_PAGING_TOKEN, /* v2: page_token, from next_page_token */
	ISOFT_PAGING_OFFSET /* v1: offset, while there is a next */
} isoft_paging;

typedef struct {
	const char *id;
	const char *method;
	const char *path;         /* with the names of its parameters in braces */
	const isoft_field *query; /* NULL: none */
	isoft_body body;
	const isoft_field *fields; /* of the body; NULL: none */
	const char *header;        /* a parameter that travels as one; NULL: none */
	const char *accept;        /* NULL: JSON */
	bool silent;               /* replies without a body */
	const char *entries;       /* where a list has them; "": the reply itself is the list; NULL: it is none */
	isoft_paging paging;
} isoft_operation;

/* By id. */
extern const isoft_operation isoft_operations[];
extern const size_t isoft_operations_count;

/* NULL: there is none. */
const isoft_operation *isoft_operation_find(const char *id, size_t length);

/* The one that a request with this path is of; NULL: there is none. */
const isoft_operation *isoft_operation_of(const char *method, const char *path);

/* The id that was probably meant, or NULL. */
const char *isoft_operation_suggest(const char *id);

/* Whether doing it twice is the same as doing it once. */
bool isoft_operation_is_repeatable(const isoft_operation *operation);

/* Whether the path has a parameter of that name. */
bool isoft_operation_has_in_path(const isoft_operation *operation, const char *name, size_t length);

#endif
