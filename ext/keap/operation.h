/*
 * Operation: Keap's operations, by the operationIds of its descriptions.
 *
 * tools/operations generates the table, operations.c, from tools/openapi-v2.json and tools/openapi-v1.json. The table
 * is constant: nothing is freed. No lock, no allocation; nothing here bails out or throws.
 */
#ifndef ISOFT_KEAP_OPERATION_H
#define ISOFT_KEAP_OPERATION_H

#include "keap/schema.h"

typedef enum {
	ISOFT_BODY_NONE,
	ISOFT_BODY_OBJECT, /* a JSON object with the fields */
	ISOFT_BODY_LIST,   /* a JSON list of objects with the fields */
	ISOFT_BODY_FORM    /* multipart, one part per field */
} isoft_body;

/* How the next page of a list is requested. */
typedef enum {
	ISOFT_PAGING_NONE,
	ISOFT_PAGING_TOKEN, /* v2: page_token with the reply's next_page_token */
	ISOFT_PAGING_OFFSET /* v1: offset with the number of entries so far, while the reply has a `next` */
} isoft_paging;

typedef struct {
	const char *id;
	const char *method;
	const char *path;           /* with the names of its parameters in braces */
	const isoft_field *query;   /* NULL: no parameters in the query */
	const isoft_field *filters; /* the conditions that `filter` can have; NULL: Keap documents none */
	bool filters_custom;        /* a filter can have conditions on custom fields */
	isoft_body body;
	const isoft_field *fields; /* of the body; NULL: no body */
	const char *header;        /* the parameter that is sent as a header; NULL: no such parameter */
	const char *accept;        /* the media type of a reply that is returned as a string; NULL: JSON */
	bool silent;               /* the reply has no body */
	const char *entries; /* the reply's member with the entries of a list; "": the reply is the list; NULL: no list */
	isoft_paging paging;
} isoft_operation;

/* Sorted by id. */
extern const isoft_operation isoft_operations[];
extern const size_t isoft_operations_count;

/* The operation with the id; NULL when there is no such operation. */
const isoft_operation *isoft_operation_find(const char *id, size_t length);

/* The operation of a request with the method and path; NULL when no operation matches. */
const isoft_operation *isoft_operation_of(const char *method, const char *path);

/* The known id that is nearest to an unknown one; NULL when no id is near. */
const char *isoft_operation_suggest(const char *id);

/* Whether sending the operation twice has the same effect as sending it once. */
bool isoft_operation_is_repeatable(const isoft_operation *operation);

/* Whether the path has a parameter of that name. */
bool isoft_operation_has_in_path(const isoft_operation *operation, const char *name, size_t length);

#endif
