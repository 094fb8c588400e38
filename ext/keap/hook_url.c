#include "keap/hook_url.h"

#include "ext/standard/url.h"
#include "zend_smart_str.h"
#include "zend_sort.h"

#include "keap/url.h"
#include "net/url_rules.h"

/* Returns where the path begins: after scheme and host, if there are any. */
static const char *path_of(const char *url)
{
	const char *host = strstr(url, "://");

	return host && host < url + strcspn(url, "/?#") + 1 ? host + 3 + strcspn(host + 3, "/?#") : url;
}

static const char *query_of(const char *path)
{
	const char *query = path + strcspn(path, "?#");

	return *query == '?' ? query + 1 : "";
}

static zend_string *decode(const char *text, size_t length, size_t (*in_place)(char *, size_t))
{
	zend_string *decoded = zend_string_init(text, length, false);

	ZSTR_LEN(decoded) = in_place(ZSTR_VAL(decoded), length);
	return decoded;
}

/* Writes name, NUL and value, decoded; a name without "=" has an empty value. */
static zend_string *decode_pair(const char *pair, size_t length)
{
	const char *equals = memchr(pair, '=', length);
	size_t name_length = equals ? (size_t)(equals - pair) : length;
	zend_string *name = decode(pair, name_length, php_url_decode);
	zend_string *value = decode(equals ? equals + 1 : "", equals ? length - name_length - 1 : 0, php_url_decode);
	zend_string *both = zend_string_concat3(ZSTR_VAL(name), ZSTR_LEN(name), "", 1, ZSTR_VAL(value), ZSTR_LEN(value));

	zend_string_release(name);
	zend_string_release(value);
	return both;
}

static bool is_mark(const char *pair, size_t length)
{
	size_t name_length = strlen(ISOFT_HOOK_MARK);

	return length >= name_length && memcmp(pair, ISOFT_HOOK_MARK, name_length) == 0
		&& (length == name_length || pair[name_length] == '=');
}

/* Takes the mark out of the pair. A second one makes both void: which of them counts would be a guess. */
static void take_mark(isoft_hook_url *read, unsigned *marks, const char *pair, size_t length)
{
	size_t name_length = MIN(strlen(ISOFT_HOOK_MARK "="), length);

	if (read->mark) {
		zend_string_release(read->mark);
		read->mark = NULL;
	}
	if (++*marks == 1) {
		read->mark = zend_string_init(pair + name_length, length - name_length, false);
	}
}

static int compare_pairs(Bucket *one, Bucket *other)
{
	return zend_binary_strcmp(Z_STRVAL(one->val), Z_STRLEN(one->val), Z_STRVAL(other->val), Z_STRLEN(other->val));
}

/* Fills the list with the pairs of the query, and takes the mark out of them. */
static void read_query(isoft_hook_url *read, const char *query, zval *pairs)
{
	unsigned marks = 0;

	array_init(pairs);
	for (size_t length; *query && *query != '#'; query += length + (query[length] == '&')) {
		length = strcspn(query, "&#");
		if (is_mark(query, length)) {
			take_mark(read, &marks, query, length);
		} else if (length) {
			add_next_index_str(pairs, decode_pair(query, length));
		}
	}
	zend_hash_sort(Z_ARRVAL_P(pairs), compare_pairs, true);
}

/* A slash at the end says nothing: frameworks drop it. */
static size_t path_length(const char *path)
{
	size_t length = strcspn(path, "?#");

	while (length && path[length - 1] == '/') {
		length--;
	}
	return length;
}

void isoft_hook_url_read(const zend_string *url, isoft_hook_url *read)
{
	const char *path = path_of(ZSTR_VAL(url));
	zend_string *decoded = decode(path, path_length(path), php_raw_url_decode);
	smart_str covered = {0};
	zval pairs, *pair;

	*read = (isoft_hook_url){0};
	read_query(read, query_of(path), &pairs);
	smart_str_append(&covered, decoded);
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(pairs), pair) {
		smart_str_appendc(&covered, '\0');
		smart_str_append(&covered, Z_STR_P(pair));
	}
	ZEND_HASH_FOREACH_END();
	zval_ptr_dtor(&pairs);
	zend_string_release(decoded);
	read->covered = smart_str_extract(&covered);
}

void isoft_hook_url_free(isoft_hook_url *read)
{
	zend_string_release(read->covered);
	if (read->mark) {
		zend_string_release(read->mark);
	}
}

/* PHP and its frameworks write lists in a query anew, with numbers: the mark would not fit any more. */
static bool has_list(const char *query)
{
	zend_string *decoded = decode(query, strcspn(query, "#"), php_url_decode);
	bool has = strpbrk(ZSTR_VAL(decoded), "[]") != NULL;

	zend_string_release(decoded);
	return has;
}

static bool has_mark(const zend_string *url)
{
	return strstr(ZSTR_VAL(url), ISOFT_HOOK_MARK) != NULL;
}

bool isoft_hook_url_check(const zend_string *url, isoft_failure *failure)
{
	const char *text = ZSTR_VAL(url), *wrong;
	isoft_url_rules rules;

	if (strlen(text) != ZSTR_LEN(url)) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "must be without NUL");
	}
	/* libcurl would take what follows three slashes for the host. */
	wrong = strstr(text, ":///") ? "The URL names no host" : isoft_url_rules_check(text, &rules);
	if (wrong) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE,
			"must be an address that Keap can call, such as https://www.example.com/keap/hooks. %s", wrong);
	}
	if (has_mark(url)) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "must be without %s, which is added here", ISOFT_HOOK_MARK);
	}
	if (strchr(text, '#') || strstr(text, "%00")) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "must be without \"#\" and %%00: Keap does not send them");
	}
	return !has_list(query_of(path_of(text)))
		|| isoft_fail(failure, ISOFT_FAILURE_VALUE, "must be without [] in its query, which frameworks write anew");
}

zend_string *isoft_hook_url_with(const zend_string *url, const char *mark)
{
	smart_str marked = {0};

	smart_str_append(&marked, (zend_string *)url);
	isoft_query_add(&marked, ISOFT_HOOK_MARK, mark, strlen(mark));
	return smart_str_extract(&marked);
}

zend_string *isoft_hook_url_without(const zend_string *url)
{
	const char *text = ZSTR_VAL(url), *query = query_of(path_of(text));
	smart_str plain = {0};
	char joint = '?';

	smart_str_appendl(&plain, text, strcspn(text, "?#"));
	for (size_t length; *query && *query != '#'; query += length + (query[length] == '&')) {
		length = strcspn(query, "&#");
		if (length && !is_mark(query, length)) {
			smart_str_appendc(&plain, joint);
			smart_str_appendl(&plain, query, length);
			joint = '&';
		}
	}
	return smart_str_extract(&plain);
}

bool isoft_hook_url_same_origin(const zend_string *one, const zend_string *other)
{
	size_t length = (size_t)(path_of(ZSTR_VAL(one)) - ZSTR_VAL(one));

	return length == (size_t)(path_of(ZSTR_VAL(other)) - ZSTR_VAL(other))
		&& zend_binary_strcasecmp(ZSTR_VAL(one), length, ZSTR_VAL(other), length) == 0;
}

bool isoft_hook_url_same(const zend_string *one, const zend_string *other)
{
	isoft_hook_url first, second;
	bool same;

	isoft_hook_url_read(one, &first);
	isoft_hook_url_read(other, &second);
	same = first.mark && second.mark && zend_string_equals(first.mark, second.mark)
		&& zend_string_equals(first.covered, second.covered) && isoft_hook_url_same_origin(one, other);
	isoft_hook_url_free(&first);
	isoft_hook_url_free(&second);
	return same;
}
