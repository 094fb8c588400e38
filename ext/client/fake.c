#include "php_infusionsoft.h"

#include "client/fake.h"

#include "zend_exceptions.h"

#include "client/fake_reply.h"
#include "client/fake_request.h"
#include "keap/operation.h"
#include "support/closure.h"

typedef struct isoft_fake isoft_fake;

struct isoft_fake {
	zval responses; /* a closure; a list, which is one sequence for all; or a map, by operation */
	bool callable;
	zval used;      /* sequence => how many of its replies were given */
	zval recorded;  /* the requests */
	zend_long made; /* ids given so far */
};

static isoft_fake *fake_of_thread(void)
{
	return ISOFT_G(fake);
}

bool isoft_fake_is_on(void)
{
	return fake_of_thread() != NULL;
}

/* Whatever goes when the old one is released sees the new one in its place. */
static void replace(isoft_fake *fake)
{
	isoft_fake *old = fake_of_thread();

	ISOFT_G(fake) = fake;
	if (old) {
		zval_ptr_dtor(&old->responses);
		zval_ptr_dtor(&old->used);
		zval_ptr_dtor(&old->recorded);
		efree(old);
	}
}

void isoft_fake_rshutdown(void)
{
	replace(NULL);
}

static bool is_sequence(zval *value)
{
	return Z_TYPE_P(value) == IS_ARRAY && zend_hash_num_elements(Z_ARRVAL_P(value))
		&& zend_array_is_list(Z_ARRVAL_P(value));
}

/* The next reply of the sequence that is known by this name. NULL: thrown. */
static zval *next_in(isoft_fake *self, zval *sequence, const char *name)
{
	zval *used = zend_hash_str_find(Z_ARRVAL(self->used), name, strlen(name));
	zval none, *form;

	if (!used) {
		ZVAL_LONG(&none, 0);
		used = zend_hash_str_add_new(Z_ARRVAL(self->used), name, strlen(name), &none);
	}
	form = zend_hash_index_find(Z_ARRVAL_P(sequence), (zend_ulong)Z_LVAL_P(used));
	if (!form) {
		zend_throw_error(NULL, "infusionsoft_fake() was given %u replies for %s, and this is one call more",
			zend_hash_num_elements(Z_ARRVAL_P(sequence)), *name ? name : "all calls");
		return NULL;
	}
	Z_LVAL_P(used)++;
	return form;
}

/* What the map has for the call: by "METHOD /path", by operation, or for all others. */
static zval *find_in_map(isoft_fake *self, const isoft_call *call, const isoft_operation *operation, zend_string **name)
{
	zend_string *request = strpprintf(0, "%s %s", call->method, call->path);
	zval *form = zend_hash_find(Z_ARRVAL(self->responses), request);

	*name = request;
	if (!form && operation) {
		zend_string_release(*name);
		*name = zend_string_init(operation->id, strlen(operation->id), false);
		form = zend_hash_find(Z_ARRVAL(self->responses), *name);
	}
	if (!form) {
		zend_string_release(*name);
		*name = ZSTR_CHAR('*');
		form = zend_hash_find(Z_ARRVAL(self->responses), *name);
	}
	return form;
}

static bool answer_from_map(
	isoft_fake *self, const isoft_call *call, const isoft_operation *operation, zval *request, isoft_fake_reply *reply)
{
	zend_string *name;
	zval *form = find_in_map(self, call, operation, &name);
	bool answered = true;

	if (!form) {
		isoft_fake_reply_default(reply, operation, Z_ARRVAL_P(request), &self->made);
	} else {
		ZVAL_DEREF(form);
		form = is_sequence(form) ? next_in(self, form, ZSTR_VAL(name)) : form;
		answered = form && isoft_fake_reply_make(reply, form, request);
	}
	zend_string_release(name);
	return answered;
}

static bool answer_by_callable(isoft_fake *self, zval *request, isoft_fake_reply *reply)
{
	zval form, callable;
	bool answered = false;

	ZVAL_COPY(&callable, &self->responses); /* it may set another fake */
	ZVAL_UNDEF(&form);
	call_user_function(NULL, NULL, &callable, &form, 1, request);
	if (!EG(exception)) {
		answered = isoft_fake_reply_make(reply, &form, request);
	}
	zval_ptr_dtor(&form);
	zval_ptr_dtor(&callable);
	return answered;
}

bool isoft_fake_answer(const isoft_call *call, const smart_str *body, isoft_fake_reply *reply)
{
	isoft_fake *self = fake_of_thread();
	const isoft_operation *operation = isoft_operation_of(call->method, call->path);
	zval request, *form;
	bool answered;

	isoft_fake_request_make(&request, call, operation, body);
	Z_ADDREF(request);
	SEPARATE_ARRAY(&self->recorded); /* whoever asked for the list has it as it was */
	add_next_index_zval(&self->recorded, &request);
	if (self->callable) {
		answered = answer_by_callable(self, &request, reply);
	} else if (is_sequence(&self->responses)) {
		form = next_in(self, &self->responses, "");
		answered = form && isoft_fake_reply_make(reply, form, &request);
	} else {
		answered = answer_from_map(self, call, operation, &request, reply);
	}
	zval_ptr_dtor(&request);
	return answered;
}

static isoft_fake *make(zval *responses, bool callable)
{
	isoft_fake *self = ecalloc(1, sizeof(*self));

	self->callable = callable;
	if (callable) {
		isoft_closure(&self->responses, responses);
	} else {
		ZVAL_COPY(&self->responses, responses);
	}
	array_init(&self->used);
	array_init(&self->recorded);
	return self;
}

void isoft_fake_set(zval *responses, bool callable)
{
	replace(Z_TYPE_P(responses) == IS_NULL ? NULL : make(responses, callable));
}

void isoft_fake_recorded(zval *requests)
{
	if (isoft_fake_is_on()) {
		ZVAL_COPY(requests, &fake_of_thread()->recorded);
	} else {
		ZVAL_EMPTY_ARRAY(requests);
	}
}
