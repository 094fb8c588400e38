#include "php_infusionsoft.h"

#include "functions/each.h"

#include "zend_exceptions.h"

#include "client/trace.h"
#include "functions/arguments.h"
#include "functions/call.h"
#include "functions/each_page.h"
#include "keap/url.h"
#include "support/array.h"
#include "support/assert.h"
#include "support/object.h"

typedef struct {
	const isoft_operation *operation;
	isoft_request_parts parts;
	size_t query_length; /* of the part of the query that is the same for all pages, in bytes */
	zend_string *account;
	isoft_page_position first, here,
		next;                 /* of the first page to read, of the page in memory, and of the page after it */
	isoft_page_tokens tokens; /* of the pages so far, and of the next page */
	isoft_each_history history;
	bool started; /* the first page was read */
	bool busy;    /* a page is being requested */
	bool at_last_page;
	zend_long missing; /* at the last page: how many more entries Keap counts */
	zval page;         /* the entries of the page in memory; UNDEF before the first page */
	HashPosition entry_position;
	zend_long index; /* of the current entry, among the entries of all pages */
	zend_object std;
} each_iterator;

static zend_class_entry *each_class;
static zend_object_handlers each_handlers;

static each_iterator *each_from_object(zend_object *object)
{
	return (each_iterator *)((char *)object - XtOffsetOf(each_iterator, std));
}

static zend_object *each_create(zend_class_entry *class)
{
	each_iterator *self = zend_object_alloc(sizeof(each_iterator), class);

	memset(self, 0, XtOffsetOf(each_iterator, std));
	zend_object_std_init(&self->std, class);
	self->std.handlers = &each_handlers;
	return &self->std;
}

static void each_free(zend_object *object)
{
	each_iterator *self = each_from_object(object);

	isoft_request_parts_free(&self->parts);
	if (self->account) {
		zend_string_release(self->account);
	}
	zval_ptr_dtor(&self->first);
	zval_ptr_dtor(&self->here);
	zval_ptr_dtor(&self->next);
	zval_ptr_dtor(&self->page);
	isoft_page_tokens_free(&self->tokens);
	isoft_each_history_free(&self->history);
	zend_object_std_dtor(object);
}

/* The parameter that holds the position of a page; NULL when the list has one page only. */
static const char *page_parameter(const isoft_operation *operation)
{
	switch (operation->paging) {
		case ISOFT_PAGING_TOKEN:
			return "page_token";
		case ISOFT_PAGING_OFFSET:
			return "offset";
		default:
			return NULL;
	}
}

/* Replaces the position at the end of the query; the text in front of it is the same for all pages. */
static void each_write_query(each_iterator *self, isoft_page_position *position)
{
	smart_str *query = &self->parts.query;

	if (query->s) {
		ZSTR_LEN(query->s) = self->query_length;
	}
	if (Z_TYPE_P(position) != IS_NULL) {
		zend_string *text = zval_get_string(position);

		isoft_query_add(query, page_parameter(self->operation), ZSTR_VAL(text), ZSTR_LEN(text));
		zend_string_release(text);
	}
	smart_str_0(query);
}

/* Makes the page the one in memory. Takes over `here` and the page's `next`; copies the entries. */
static void set_page(each_iterator *self, isoft_page_position *here, const isoft_each_page *page)
{
	zval_ptr_dtor(&self->here);
	ZVAL_COPY_VALUE(&self->here, here);
	ZVAL_UNDEF(here);
	zval_ptr_dtor(&self->next);
	ZVAL_COPY_VALUE(&self->next, &page->next);
	self->at_last_page = Z_TYPE(page->next) == IS_NULL;
	self->missing = page->missing;
	zval_ptr_dtor(&self->page);
	if (page->entries) {
		ZVAL_COPY(&self->page, page->entries);
	} else {
		ZVAL_EMPTY_ARRAY(&self->page);
	}
	zend_hash_internal_pointer_reset_ex(Z_ARRVAL(self->page), &self->entry_position);
}

/*
 * Requests the page at the position. After an exception the iterator is unchanged, and the page can be requested
 * again.
 */
static void request_page(each_iterator *self, const isoft_page_position *position)
{
	isoft_page_position here;
	zval reply;

	ISOFT_ASSERT(!self->busy);
	ZVAL_COPY(&here, position);
	each_write_query(self, &here);
	self->busy = true;
	if (isoft_operation_send(self->operation, &self->parts, ZSTR_VAL(self->account), &reply)) {
		const isoft_each_context context = {self->operation, &self->tokens, &here, &self->history};
		isoft_each_page page;

		if (isoft_each_page_read(&context, &reply, &page)) {
			if (Z_TYPE(page.next) == IS_STRING) {
				isoft_page_token_add(&self->tokens, &page.next);
			}
			set_page(self, &here, &page);
		}
		zval_ptr_dtor(&reply);
	}
	self->busy = false;
	zval_ptr_dtor(&here);
}

/* The current entry; NULL after the last entry of the page. */
static zval *current_entry(each_iterator *self)
{
	return Z_TYPE(self->page) == IS_ARRAY ? zend_hash_get_current_data_ex(Z_ARRVAL(self->page), &self->entry_position)
										  : NULL;
}

static void each_start(each_iterator *self)
{
	self->started = false;
	isoft_page_tokens_free(&self->tokens);
	isoft_each_history_free(&self->history);
	if (Z_TYPE(self->first) == IS_STRING) {
		isoft_page_token_add(&self->tokens, &self->first);
	}
	zval_ptr_dtor(&self->page);
	ZVAL_UNDEF(&self->page);
	request_page(self, &self->first);
	if (!EG(exception)) {
		self->started = true;
		self->index = 0;
	}
}

/* Nothing says where the missing entries are: the script must not take what it has for the whole list. */
static void throw_early_end(const each_iterator *self)
{
	char fault[160];

	snprintf(fault, sizeof(fault),
		"ends the list early: it names no next page, and its `count` is " ZEND_LONG_FMT
		" higher than the entries so far",
		self->missing);
	isoft_each_page_throw(self->operation, fault);
}

/*
 * The iterator of a method call, moved to an entry or to the end of the list. Requests the pages that this takes: a
 * page can be empty without being the last. Returns NULL with an exception thrown.
 */
static each_iterator *each_settle(zval *object)
{
	each_iterator *self = each_from_object(Z_OBJ_P(object));

	if (self->busy) {
		zend_throw_error(NULL, "The iterator is requesting a page: it cannot be used until that request has ended");
		return NULL;
	}
	if (!self->started) {
		each_start(self);
	}
	while (!EG(exception) && !current_entry(self) && !self->at_last_page) {
		request_page(self, &self->next);
	}
	if (!EG(exception) && !current_entry(self) && self->missing) {
		throw_early_end(self);
	}
	return EG(exception) ? NULL : self;
}

ZEND_METHOD(Infusionsoft_Each, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Infusionsoft_Each, current)
{
	each_iterator *self;
	zval *value;

	ZEND_PARSE_PARAMETERS_NONE();
	self = each_settle(ZEND_THIS);
	value = self ? current_entry(self) : NULL;
	if (value) {
		RETURN_COPY(value);
	}
}

ZEND_METHOD(Infusionsoft_Each, key)
{
	each_iterator *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = each_settle(ZEND_THIS);
	if (self && current_entry(self)) {
		RETURN_LONG(self->index);
	}
}

ZEND_METHOD(Infusionsoft_Each, next)
{
	each_iterator *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = each_settle(ZEND_THIS);
	if (self && current_entry(self)) {
		zend_hash_move_forward_ex(Z_ARRVAL(self->page), &self->entry_position);
		self->index++;
	}
}

ZEND_METHOD(Infusionsoft_Each, valid)
{
	each_iterator *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = each_settle(ZEND_THIS);
	RETURN_BOOL(self && current_entry(self));
}

ZEND_METHOD(Infusionsoft_Each, rewind)
{
	each_iterator *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = each_from_object(Z_OBJ_P(ZEND_THIS));
	/* Starts over without requesting the page that comes next: that page may be the one that fails. */
	if (self->index && !self->busy) {
		self->started = false;
	}
	each_settle(ZEND_THIS);
}

/* Between two pages, this is the position of the later page. */
ZEND_METHOD(Infusionsoft_Each, position)
{
	each_iterator *self = each_from_object(Z_OBJ_P(ZEND_THIS));
	isoft_page_position *position;

	ZEND_PARSE_PARAMETERS_NONE();
	position = !self->started ? &self->first : (current_entry(self) || self->at_last_page ? &self->here : &self->next);
	array_init(return_value);
	if (Z_TYPE_P(position) != IS_NULL) {
		Z_TRY_ADDREF_P(position);
		add_assoc_zval(return_value, page_parameter(self->operation), position);
	}
}

/* Moves the position of the first page out of the parameters. Returns false with the failure filled. */
static bool take_first_position(each_iterator *self, HashTable *parameters, isoft_failure *failure)
{
	const char *name = page_parameter(self->operation);
	const isoft_field *known =
		name && self->operation->query ? isoft_schema_find(self->operation->query, name, strlen(name)) : NULL;
	/* Keap gives tokens for lists too whose description has no page_token. */
	const isoft_field token = {.name = name, .type = ISOFT_TYPE_TEXT};
	zval *value = name ? isoft_array_member(parameters, name) : NULL;

	ZVAL_NULL(&self->first);
	if (!value) {
		return true;
	}
	if (Z_TYPE_P(value) != IS_NULL && !isoft_schema_field(known ? known : &token, value, name, &self->first, failure)) {
		return false;
	}
	zend_hash_str_del(parameters, name, strlen(name));
	return true;
}

/* Asks for the largest page that Keap gives, which takes the fewest requests, unless the script gives a size. */
static void add_page_size(const isoft_operation *operation, HashTable *parameters)
{
	const isoft_field *page_size =
		operation->query ? isoft_schema_find(operation->query, "page_size", strlen("page_size")) : NULL;
	zval max;

	if (page_size && page_size->bounded && !isoft_array_value(parameters, "page_size")) {
		ZVAL_LONG(&max, (zend_long)page_size->max);
		zend_hash_str_update(parameters, "page_size", strlen("page_size"), &max);
	}
}

/* Builds the request that all pages share. Returns false with an exception thrown. */
static bool each_prepare(each_iterator *self, HashTable *given)
{
	HashTable *parameters = zend_array_dup(given);
	isoft_failure failure;
	bool prepared = take_first_position(self, parameters, &failure);

	add_page_size(self->operation, parameters);
	prepared = prepared && isoft_request_parts_build(&self->parts, self->operation, parameters, &failure);
	if (!prepared) {
		isoft_throw_argument(&failure, 2);
	}
	zend_array_release(parameters);
	self->query_length = self->parts.query.s ? ZSTR_LEN(self->parts.query.s) : 0;
	return prepared;
}

/* Makes the result an iterator. Returns false with an exception thrown; the result is an object in both cases. */
static bool each_make(const isoft_call_arguments *arguments, zval *result)
{
	each_iterator *self;

	object_init_ex(result, each_class);
	self = each_from_object(Z_OBJ_P(result));
	self->operation = arguments->operation;
	self->account = zend_string_init(arguments->account, strlen(arguments->account), false);
	return each_prepare(self, arguments->parameters);
}

PHP_FUNCTION(infusionsoft_each)
{
	isoft_call_arguments arguments = {0};

	if (!isoft_call_arguments_read(INTERNAL_FUNCTION_PARAM_PASSTHRU, true, &arguments)
		|| !each_make(&arguments, return_value)) {
		isoft_trace_refused(arguments.account);
		RETURN_THROWS();
	}
}

void isoft_each_minit(zend_class_entry *class)
{
	each_class = class;
	isoft_object_register(class, &each_handlers, XtOffsetOf(each_iterator, std), each_create, each_free);
}
