/*
 * Upload: the multipart body of an operation that takes a file.
 */
#ifndef ISOFT_CLIENT_MULTIPART_H
#define ISOFT_CLIENT_MULTIPART_H

#include "php.h"
#include "zend_smart_str.h"

#include "keap/field.h"

typedef struct isoft_multipart {
	char type[96]; /* the header line that announces it */
	smart_str body;
} isoft_multipart;

/*
 * One part for each value: files are read whole, from a path (open_basedir holds) or a CURLFile; the others are text.
 * False: thrown, nothing to free.
 */
bool isoft_multipart_build(isoft_multipart *upload, const isoft_field *fields, HashTable *values, uint32_t position);

void isoft_multipart_free(isoft_multipart *upload);

#endif
