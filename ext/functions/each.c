#include "php_infusionsoft.h"

#include "functions/each.h"

#include "zend_exceptions.h"

#include "functions/arguments.h"
#include "functions/call.h"
#include "keap/url.h"
#include "support/exceptions.h"
#include "support/object.h"

typedef struct {
	const isoft_operation *operation;
	isoft_request_parts parts;
	size_t query_length; /* of what is the same for all pages */
	zend_string *account;
	zval first, here, next; /* where a page begins: a token, an offset, or null for the beginning of the list */
	bool begun, busy;
	bool last;       /* there is no page behind this one */
	zval page;       /* its entries */
	HashPosition at; /* in the page */
	zend_long index; /* among all entries */
	zend_object std;
} each;

static zend_class_entry *each_class;
static zend_object_handlers handlers;

static each *each_of(zend_object *object)
{
	return (each *)((char *)object - XtOffsetOf(each, std));
}

static zend_object *create(zend_class_entry *class)
{
	each *self = zend_object_alloc(sizeof(each), class);

	memset(self, 0, XtOffsetOf(each, std));
	zend_object_std_init(&self->std, class);
	self->std.handlers = &handlers;
	return &self->std;
}

static void free_each(zend_object *object)
{
	each *self = each_of(object);

	isoft_request_parts_free(&self->parts);
	if (self->account) {
		zend_string_release(self->account);
	}
	zval_ptr_dtor(&self->first);
	zval_ptr_dtor(&self->here);
	zval_ptr_dtor(&self->next);
	zval_ptr_dtor(&self->page);
	zend_object_std_dtor(object);
}

/* The parameter that says where a page begins. NULL: there is but one page. */
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

/* The page's own part of the query, behind what all pages have. */
static void write_query(each *self, zval *where)
{
	smart_str *query = &self->parts.query;

	if (query->s) {
		ZSTR_LEN(query->s) = self->query_length;
	}
	if (Z_TYPE_P(where) != IS_NULL) {
		zend_string *text = zval_get_string(where);

		isoft_query_add(query, page_parameter(self->operation), ZSTR_VAL(text), ZSTR_LEN(text));
		zend_string_release(text);
	}
	smart_str_0(query);
}

static void throw_odd(const each *self, const char *how)
{
	isoft_failure failure;

	isoft_fail(&failure, ISOFT_FAILURE_API, "Keap answered %s with %s", self->operation->id, how);
	failure.status = 200;
	isoft_throw(&failure);
}

/* The list in the reply, or NULL where it has none: Keap leaves empty ones out. False: thrown. */
static bool find_entries(const each *self, zval *reply, zval **entries)
{
	const char *name = self->operation->entries;

	*entries = reply;
	if (*name && Z_TYPE_P(reply) == IS_ARRAY) {
		*entries = zend_hash_str_find(Z_ARRVAL_P(reply), name, strlen(name));
	}
	if (*entries && Z_TYPE_P(*entries) == IS_NULL) {
		*entries = NULL;
	}
	if (*entries && Z_TYPE_P(*entries) != IS_ARRAY) {
		throw_odd(self, "what is no list");
		return false;
	}
	return true;
}

static zval *text_member(zval *reply, const char *name)
{
	zval *value = Z_TYPE_P(reply) == IS_ARRAY ? zend_hash_str_find(Z_ARRVAL_P(reply), name, strlen(name)) : NULL;

	return value && Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value) ? value : NULL;
}

/* Where the page behind this one begins; null where there is none. False: thrown. */
static bool look_ahead(const each *self, zval *here, zval *reply, uint32_t entries, zval *next)
{
	zval *token = self->operation->paging == ISOFT_PAGING_TOKEN ? text_member(reply, "next_page_token") : NULL;

	ZVAL_NULL(next);
	if (token && zend_is_identical(token, here)) {
		throw_odd(self, "the token of the page that was asked for: its list would never end");
		return false;
	}
	if (token) {
		ZVAL_COPY(next, token);
	} else if (self->operation->paging == ISOFT_PAGING_OFFSET && entries && text_member(reply, "next")) {
		/* v1 names a next page behind the last one too: that one is empty. */
		ZVAL_LONG(next, zval_get_long(here) + entries);
	}
	return true;
}

/* Takes over what it is given but for the entries. */
static void turn_to(each *self, zval *here, zval *next, zval *entries)
{
	zval_ptr_dtor(&self->here);
	ZVAL_COPY_VALUE(&self->here, here);
	ZVAL_UNDEF(here);
	zval_ptr_dtor(&self->next);
	ZVAL_COPY_VALUE(&self->next, next);
	self->last = Z_TYPE_P(next) == IS_NULL;
	zval_ptr_dtor(&self->page);
	if (entries) {
		ZVAL_COPY(&self->page, entries);
	} else {
		ZVAL_EMPTY_ARRAY(&self->page);
	}
	zend_hash_internal_pointer_reset_ex(Z_ARRVAL(self->page), &self->at);
}

/* Gets the page that begins there. Where something is thrown nothing has changed, and it can be tried again. */
static void get_page(each *self, const zval *where)
{
	zval here, next = {0}, reply, *entries;

	ZVAL_COPY(&here, where);
	write_query(self, &here);
	self->busy = true;
	if (isoft_operation_send(self->operation, &self->parts, ZSTR_VAL(self->account), &reply)) {
		if (find_entries(self, &reply, &entries)
			&& look_ahead(self, &here, &reply, entries ? zend_hash_num_elements(Z_ARRVAL_P(entries)) : 0, &next)) {
			turn_to(self, &here, &next, entries);
		}
		zval_ptr_dtor(&reply);
	}
	self->busy = false;
	zval_ptr_dtor(&here);
}

static zval *entry(each *self)
{
	return Z_TYPE(self->page) == IS_ARRAY ? zend_hash_get_current_data_ex(Z_ARRVAL(self->page), &self->at) : NULL;
}

static void begin(each *self)
{
	self->begun = false;
	get_page(self, &self->first);
	if (!EG(exception)) {
		self->begun = true;
		self->index = 0;
	}
}

/* The iterator that a method is called on, at an entry or at the end: a page may be empty and not the last. NULL:
 * thrown. */
static each *settled(zval *object)
{
	each *self = each_of(Z_OBJ_P(object));

	if (self->busy) {
		zend_throw_error(NULL, "The list is being read already");
		return NULL;
	}
	if (!self->begun) {
		begin(self);
	}
	while (!EG(exception) && !entry(self) && !self->last) {
		get_page(self, &self->next);
	}
	return EG(exception) ? NULL : self;
}

ZEND_METHOD(Infusionsoft_Each, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Infusionsoft_Each, current)
{
	each *self;
	zval *value;

	ZEND_PARSE_PARAMETERS_NONE();
	self = settled(ZEND_THIS);
	value = self ? entry(self) : NULL;
	if (value) {
		RETURN_COPY(value);
	}
}

ZEND_METHOD(Infusionsoft_Each, key)
{
	each *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = settled(ZEND_THIS);
	if (self && entry(self)) {
		RETURN_LONG(self->index);
	}
}

ZEND_METHOD(Infusionsoft_Each, next)
{
	each *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = settled(ZEND_THIS);
	if (self && entry(self)) {
		zend_hash_move_forward_ex(Z_ARRVAL(self->page), &self->at);
		self->index++;
	}
}

ZEND_METHOD(Infusionsoft_Each, valid)
{
	each *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = settled(ZEND_THIS);
	RETURN_BOOL(self && entry(self));
}

ZEND_METHOD(Infusionsoft_Each, rewind)
{
	each *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = each_of(Z_OBJ_P(ZEND_THIS));
	/* The page to come may be the one that cannot be had: it is not asked for again. */
	if (self->index && !self->busy) {
		self->begun = false;
	}
	settled(ZEND_THIS);
}

/* Between two pages that is the one to come. */
ZEND_METHOD(Infusionsoft_Each, position)
{
	each *self = each_of(Z_OBJ_P(ZEND_THIS));
	zval *where;

	ZEND_PARSE_PARAMETERS_NONE();
	where = !self->begun ? &self->first : (entry(self) || self->last ? &self->here : &self->next);
	array_init(return_value);
	if (Z_TYPE_P(where) != IS_NULL) {
		Z_TRY_ADDREF_P(where);
		add_assoc_zval(return_value, page_parameter(self->operation), where);
	}
}

/* Takes the parameter that says where to begin out of the others. False: the failure says what is wrong with it. */
static bool take_first(each *self, HashTable *parameters, isoft_failure *failure)
{
	const char *name = page_parameter(self->operation);
	const isoft_field *known =
		name && self->operation->query ? isoft_schema_find(self->operation->query, name, strlen(name)) : NULL;
	const isoft_field text = {
		.name = name, .type = ISOFT_TYPE_TEXT}; /* Keap gives tokens where it does not say so, too */
	zval *given = name ? zend_hash_str_find(parameters, name, strlen(name)) : NULL;

	ZVAL_NULL(&self->first);
	if (!given) {
		return true;
	}
	ZVAL_DEREF(given);
	if (Z_TYPE_P(given) != IS_NULL && !isoft_schema_field(known ? known : &text, given, name, &self->first, failure)) {
		return false;
	}
	zend_hash_str_del(parameters, name, strlen(name));
	return true;
}

/* As few calls as can be: the largest page that Keap gives, unless the caller wants another. */
static void add_page_size(const isoft_operation *operation, HashTable *parameters)
{
	const isoft_field *size =
		operation->query ? isoft_schema_find(operation->query, "page_size", strlen("page_size")) : NULL;
	zval most, *given = zend_hash_str_find(parameters, "page_size", strlen("page_size"));

	if (given) {
		ZVAL_DEREF(given);
	}
	if (size && size->bounded && (!given || Z_TYPE_P(given) == IS_NULL)) {
		ZVAL_LONG(&most, (zend_long)size->max);
		zend_hash_str_update(parameters, "page_size", strlen("page_size"), &most);
	}
}

static bool prepare(each *self, HashTable *given)
{
	HashTable *parameters = zend_array_dup(given);
	isoft_failure failure;
	bool prepared = take_first(self, parameters, &failure);

	add_page_size(self->operation, parameters);
	prepared = prepared && isoft_request_parts_build(&self->parts, self->operation, parameters, &failure);
	if (!prepared) {
		isoft_throw_argument(&failure, 2);
	}
	zend_array_release(parameters);
	self->query_length = self->parts.query.s ? ZSTR_LEN(self->parts.query.s) : 0;
	return prepared;
}

static const isoft_operation *find_list(const zend_string *id)
{
	const isoft_operation *operation = isoft_operation_argument(id);

	if (operation && !operation->entries) {
		zend_argument_value_error(1, "must be an operation that lists something; %s does not", operation->id);
		return NULL;
	}
	return operation;
}

PHP_FUNCTION(infusionsoft_each)
{
	zend_string *id, *account_name = NULL;
	HashTable *parameters = (HashTable *)&zend_empty_array;
	const isoft_operation *operation;
	const char *account;
	each *self;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(id)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT(parameters)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	operation = find_list(id);
	if (!operation || !(account = isoft_account(account_name, 3))) {
		RETURN_THROWS();
	}
	object_init_ex(return_value, each_class);
	self = each_of(Z_OBJ_P(return_value));
	self->operation = operation;
	self->account = zend_string_init(account, strlen(account), false);
	if (!prepare(self, parameters)) {
		RETURN_THROWS();
	}
}

void isoft_each_minit(zend_class_entry *class)
{
	each_class = class;
	isoft_object_register(class, &handlers, XtOffsetOf(each, std), create, free_each);
}
