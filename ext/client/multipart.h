/*
 * Upload: the multipart body of an operation that takes a file.
 */
#ifndef ISOFT_CLIENT_MULTIPART_H
#define ISOFT_CLIENT_MULTIPART_H

#include "php.h"
#include "zend_smart_str.h"

#include "keap/field.h"

typedef struct isoft_upload {
	char type[96]; /* the header line that announces it */
	smart_str body;
} isoft_upload;

/*
 * One part for each value: files are read whole, from a path (open_basedir holds) or a CURLFile; the others are text. False: thrown, nothing
 * to free.
 */
bool isoft_upload_build(isoft_upload *upload, const isoft_field *fields, HashTable *values, uint32_t position);

void isoft_upload_free(isoft_upload *upload);

#endif
