/*
 * Multipart: the request body of an operation that takes a file.
 *
 * The caller owns the multipart and frees it. Files are read through PHP's streams, so a stream wrapper of the script
 * may run, or a method of its SplFileInfo: takes no lock and must be called with no lock held. May bail out; everything
 * held here is Zend's memory then.
 */
#ifndef ISOFT_CLIENT_MULTIPART_H
#define ISOFT_CLIENT_MULTIPART_H

#include "php.h"
#include "zend_smart_str.h"

#include "keap/field.h"
#include "support/attributes.h"

typedef struct isoft_multipart {
	char type[96]; /* the Content-Type header line */
	smart_str body;
} isoft_multipart;

/*
 * Writes one part for each of the fields that has a value. A file is a path (open_basedir applies), a CURLFile, a
 * CURLStringFile or an SplFileInfo, also of a derived class; it is read whole. Any other value is written as text.
 * `position` is the PHP argument that an exception names. Returns false with an exception thrown and nothing to free.
 */
ISOFT_MUST_CHECK bool isoft_multipart_build(
	isoft_multipart *multipart, const isoft_field *fields, HashTable *values, uint32_t position);

void isoft_multipart_free(isoft_multipart *multipart);

#endif
