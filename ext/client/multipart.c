#include "php_infusionsoft.h"

#include "client/multipart.h"

#include <sodium.h>

#include "ext/standard/php_string.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

/* Both in bytes. */
enum { FILE_MAX = 64 * 1024 * 1024, BOUNDARY_BYTES = 16 };

/* A file and what the headers of its part say about it. Owns the strings. */
typedef struct {
	zend_string *path, *name, *type;
	zend_string *bytes; /* the content; NULL: it is read from the path */
} multipart_file;

static void multipart_file_free(multipart_file *file)
{
	zend_string *strings[] = {file->path, file->name, file->type, file->bytes};

	for (size_t i = 0; i < sizeof(strings) / sizeof(*strings); i++) {
		if (strings[i]) {
			zend_string_release(strings[i]);
		}
	}
}

static zend_string *string_property(zend_object *object, const char *name)
{
	zval unused, *value = zend_read_property(object->ce, object, name, strlen(name), true, &unused);

	return zval_get_string(value);
}

/* Returns whether the text can stand in a header between quotes. */
static bool fits_in_header(const zend_string *text)
{
	return !strpbrk(ZSTR_VAL(text), "\"\r\n") && strlen(ZSTR_VAL(text)) == ZSTR_LEN(text);
}

/* Whether the value is an object of the class or of a derived one. `class` is in lower case; it need not exist. */
static bool is_a(const zval *value, const char *class)
{
	zend_class_entry *known = zend_hash_str_find_ptr(EG(class_table), class, strlen(class));

	return known && Z_TYPE_P(value) == IS_OBJECT && instanceof_function(Z_OBJCE_P(value), known);
}

/* The path of an SplFileInfo. NULL if the script's class throws, or returns something else. */
static zend_string *path_of(zval *value)
{
	zval returned;

	ZVAL_UNDEF(&returned);
	zend_call_method_with_0_params(Z_OBJ_P(value), Z_OBJCE_P(value), NULL, "getpathname", &returned);
	if (Z_TYPE(returned) == IS_STRING) {
		return Z_STR(returned);
	}
	zval_ptr_dtor(&returned);
	return NULL;
}

/* Fills the path or the bytes, and the name and type if the value has them. Returns false if it is no file. */
static bool take_file(multipart_file *file, zval *value)
{
	if (Z_TYPE_P(value) == IS_STRING) {
		file->path = zend_string_copy(Z_STR_P(value));
	} else if (is_a(value, "curlfile")) {
		file->path = string_property(Z_OBJ_P(value), "name");
		file->type = string_property(Z_OBJ_P(value), "mime");
		file->name = string_property(Z_OBJ_P(value), "postname");
	} else if (is_a(value, "curlstringfile")) {
		file->bytes = string_property(Z_OBJ_P(value), "data");
		file->type = string_property(Z_OBJ_P(value), "mime");
		file->name = string_property(Z_OBJ_P(value), "postname");
	} else if (is_a(value, "splfileinfo") && !is_a(value, "spltempfileobject")) {
		file->path = path_of(value);
	}
	return file->path || file->bytes;
}

/* Gives the file a name and a type where it has none. */
static void complete_file(multipart_file *file)
{
	if (file->path && (!file->name || !ZSTR_LEN(file->name))) {
		if (file->name) {
			zend_string_release(file->name);
		}
		file->name = php_basename(ZSTR_VAL(file->path), ZSTR_LEN(file->path), NULL, 0);
	}
	if (!file->type || !ZSTR_LEN(file->type)) {
		if (file->type) {
			zend_string_release(file->type);
		}
		file->type = zend_string_init(ZEND_STRL("application/octet-stream"), false);
	}
}

/* Whether the stream is a directory, which PHP opens and reads as if it were an empty file. */
static bool is_directory(php_stream *stream)
{
	php_stream_statbuf status;

	return php_stream_stat(stream, &status) == 0 && S_ISDIR(status.sb.st_mode);
}

/* Whether the stream, of which nothing was read, is at its end. Otherwise reading has failed. */
static bool is_empty(php_stream *stream)
{
	char byte;

	return php_stream_read(stream, &byte, 1) == 0;
}

/* Returns NULL if the file cannot be read. Reads one byte more than FILE_MAX, so that a larger file shows. */
static zend_string *read_upload(const zend_string *path)
{
	php_stream *stream = strlen(ZSTR_VAL(path)) == ZSTR_LEN(path)
		? php_stream_open_wrapper(ZSTR_VAL(path), "rb", IGNORE_URL, NULL)
		: NULL;
	zend_string *bytes = NULL;

	if (stream) {
		stream->flags |= PHP_STREAM_FLAG_SUPPRESS_ERRORS; /* the exception tells, with the field */
		if (!is_directory(stream)) {
			bytes = php_stream_copy_to_mem(stream, FILE_MAX + 1, 0);
			if (!bytes && is_empty(stream)) {
				bytes = ZSTR_EMPTY_ALLOC();
			}
		}
		php_stream_close(stream);
	}
	return bytes;
}

/* Returns false with an exception thrown. */
static bool append_content(smart_str *body, const char *name, multipart_file *file, uint32_t position)
{
	if (!fits_in_header(file->name) || !fits_in_header(file->type)) {
		zend_argument_value_error(position, "%s must have a name and a type without quotes and line breaks", name);
		return false;
	}
	if (!file->bytes) {
		file->bytes = read_upload(file->path);
	}
	if (!file->bytes) {
		if (!EG(exception)) {
			zend_argument_value_error(position, "%s cannot be read: \"%.200s\"", name, ZSTR_VAL(file->path));
		}
		return false;
	}
	if (ZSTR_LEN(file->bytes) > FILE_MAX) {
		zend_argument_value_error(position, "%s is larger than the limit of %d MiB", name, FILE_MAX >> 20);
		return false;
	}
	smart_str_append_printf(
		body, "; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n", ZSTR_VAL(file->name), ZSTR_VAL(file->type));
	smart_str_append(body, file->bytes);
	return true;
}

/* Returns false with an exception thrown. */
static bool append_file(smart_str *body, const char *name, zval *value, uint32_t position)
{
	multipart_file file = {0};
	bool appended = false;

	if (take_file(&file, value) && !EG(exception) && file.path && !ZSTR_LEN(file.path)) {
		zend_argument_value_error(position, "%s must be the path of a file: it is empty", name);
	} else if ((file.path || file.bytes) && !EG(exception)) {
		complete_file(&file);
		appended = append_content(body, name, &file, position);
	} else if (!EG(exception)) {
		zend_argument_value_error(position,
			"%s must be the path of a file, a CURLFile, a CURLStringFile or an SplFileInfo of a file on disk, %s given",
			name, zend_zval_type_name(value));
	}
	multipart_file_free(&file);
	return appended;
}

static void append_text(smart_str *body, zval *value)
{
	zend_string *text = Z_TYPE_P(value) == IS_TRUE || Z_TYPE_P(value) == IS_FALSE
		? zend_string_init(Z_TYPE_P(value) == IS_TRUE ? "true" : "false", Z_TYPE_P(value) == IS_TRUE ? 4 : 5, false)
		: zval_get_string(value);

	smart_str_appends(body, "\r\n\r\n");
	smart_str_append(body, text);
	zend_string_release(text);
}

/* Returns false with an exception thrown. */
static bool append_part(smart_str *body, const char *boundary, const isoft_field *field, zval *value, uint32_t position)
{
	smart_str_append_printf(body, "--%s\r\nContent-Disposition: form-data; name=\"%s\"", boundary, field->name);
	if (field->type == ISOFT_TYPE_FILE) {
		if (!append_file(body, field->name, value, position)) {
			return false;
		}
	} else {
		append_text(body, value);
	}
	smart_str_appends(body, "\r\n");
	return true;
}

bool isoft_multipart_build(isoft_multipart *multipart, const isoft_field *fields, HashTable *values, uint32_t position)
{
	unsigned char bytes[BOUNDARY_BYTES];
	char boundary[2 * BOUNDARY_BYTES + 1];

	randombytes_buf(bytes, sizeof(bytes));
	sodium_bin2hex(boundary, sizeof(boundary), bytes, sizeof(bytes));
	memset(multipart, 0, sizeof(*multipart));
	snprintf(multipart->type, sizeof(multipart->type), "Content-Type: multipart/form-data; boundary=%s", boundary);
	for (; fields->name; fields++) {
		zval *value = zend_hash_str_find(values, fields->name, strlen(fields->name));

		if (value && !append_part(&multipart->body, boundary, fields, value, position)) {
			isoft_multipart_free(multipart);
			return false;
		}
	}
	smart_str_append_printf(&multipart->body, "--%s--\r\n", boundary);
	smart_str_0(&multipart->body);
	return true;
}

void isoft_multipart_free(isoft_multipart *multipart)
{
	smart_str_free(&multipart->body);
}
