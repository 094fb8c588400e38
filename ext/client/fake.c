#include "php_infusionsoft.h"

#include "client/fake.h"

#include "zend_exceptions.h"

#include "client/fake_reply.h"
#include "client/fake_request.h"
#include "keap/operation.h"
#include "support/closure.h"

typedef struct isoft_fake isoft_fake;

struct isoft_fake {
	zval responses; /* a closure; a list, which is one sequence for all calls; or a map by operation */
	bool callable;  /* `responses` is a closure */
	zval used;      /* name of a sequence => number of its responses that were used */
	zval recorded;  /* list of requests */
	zend_long made; /* number of ids that were given so far */
};

static isoft_fake *fake_of_thread(void)
{
	return ISOFT_G(fake);
}

bool isoft_fake_is_on(void)
{
	return fake_of_thread() != NULL || ISOFT_G(fake_ended) || isoft_settings_now()->strict_fake;
}

bool isoft_fake_check(void)
{
	if (fake_of_thread() || !isoft_settings_now()->strict_fake) {
		return true;
	}
	zend_throw_error(NULL,
		"infusionsoft.fake is \"strict\", and no fake is on: %s() does nothing; begin the test with "
		"infusionsoft_fake([])",
		get_active_function_name());
	return false;
}

/* Sets the new fake before it releases the old one, whose destructors may call Keap or set another fake. */
static void fake_replace(isoft_fake *fake)
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
	ISOFT_G(fake_ended) = true;
	if (CG(unclean_shutdown)) {
		ISOFT_G(fake) = NULL; /* a bailout may have left its tables half written: PHP frees their memory */
	}
	fake_replace(NULL);
}

void isoft_fake_forget(void)
{
	ISOFT_G(fake) = NULL;
	ISOFT_G(fake_ended) = false;
}

/* A sequence is a list that is not empty. */
static bool is_sequence(zval *value)
{
	return Z_TYPE_P(value) == IS_ARRAY && zend_hash_num_elements(Z_ARRVAL_P(value))
		&& zend_array_is_list(Z_ARRVAL_P(value));
}

/* Returns the next response of the sequence with this name. Returns NULL with an exception thrown. */
static zval *next_of_sequence(isoft_fake *self, zval *sequence, const char *name)
{
	zval *used = zend_hash_str_find(Z_ARRVAL(self->used), name, strlen(name));
	zval zero, *response;

	if (!used) {
		ZVAL_LONG(&zero, 0);
		used = zend_hash_str_add_new(Z_ARRVAL(self->used), name, strlen(name), &zero);
	}
	response = zend_hash_index_find(Z_ARRVAL_P(sequence), (zend_ulong)Z_LVAL_P(used));
	if (!response) {
		zend_throw_error(NULL, "infusionsoft_fake() was given only %u replies for %s, and this call needs one more",
			zend_hash_num_elements(Z_ARRVAL_P(sequence)), *name ? name : "all calls");
		return NULL;
	}
	Z_LVAL_P(used)++;
	return response;
}

/*
 * Returns the response of the map for the call: by "METHOD /path", by operation, or by "*". Writes the name it was
 * found by, which the caller releases. Returns NULL if there is none.
 */
static zval *find_in_map(isoft_fake *self, const isoft_call *call, const isoft_operation *operation, zend_string **name)
{
	zend_string *request = strpprintf(0, "%s %s", call->method, call->path);
	zval *response = zend_hash_find(Z_ARRVAL(self->responses), request);

	*name = request;
	if (!response && operation) {
		zend_string_release(*name);
		*name = zend_string_init(operation->id, strlen(operation->id), false);
		response = zend_hash_find(Z_ARRVAL(self->responses), *name);
	}
	if (!response) {
		zend_string_release(*name);
		*name = ZSTR_CHAR('*');
		response = zend_hash_find(Z_ARRVAL(self->responses), *name);
	}
	return response;
}

/* Throws that the call needs a reply in the fake, and names its key. `problem` says why. */
static void throw_no_reply(const isoft_call *call, const isoft_operation *operation, const char *problem)
{
	zend_string *key = operation ? zend_string_init(operation->id, strlen(operation->id), false)
								 : strpprintf(0, "%s %s", call->method, call->path);

	zend_throw_error(NULL,
		"infusionsoft.fake is \"strict\", and %s: %s %s is not sent; give it a reply by "
		"infusionsoft_fake(['%s' => ...])",
		problem, call->method, call->path, ZSTR_VAL(key));
	zend_string_release(key);
}

/* Returns false with an exception thrown. */
static bool answer_from_map(
	isoft_fake *self, const isoft_call *call, const isoft_operation *operation, zval *request, isoft_fake_reply *reply)
{
	zend_string *name;
	zval *response = find_in_map(self, call, operation, &name);
	bool answered = true;

	if (!response && isoft_settings_now()->strict_fake && zend_hash_num_elements(Z_ARRVAL(self->responses))) {
		throw_no_reply(call, operation, "the fake has no reply for this call");
		answered = false;
	} else if (!response) {
		isoft_fake_reply_default(reply, operation, Z_ARRVAL_P(request), &self->made);
	} else {
		ZVAL_DEREF(response);
		response = is_sequence(response) ? next_of_sequence(self, response, ZSTR_VAL(name)) : response;
		answered = response && isoft_fake_reply_make(reply, response, request);
	}
	zend_string_release(name);
	return answered;
}

/* Returns false with an exception thrown. */
static bool answer_by_callable(isoft_fake *self, zval *request, isoft_fake_reply *reply)
{
	zval returned, callable;
	bool answered = false;

	ZVAL_COPY(&callable, &self->responses); /* holds a reference: the callable may set another fake */
	ZVAL_UNDEF(&returned);
	call_user_function(NULL, NULL, &callable, &returned, 1, request);
	if (!EG(exception)) {
		answered = isoft_fake_reply_make(reply, &returned, request);
	}
	zval_ptr_dtor(&returned);
	zval_ptr_dtor(&callable);
	return answered;
}

bool isoft_fake_answer(const isoft_call *call, const smart_str *body, isoft_fake_reply *reply)
{
	isoft_fake *self = fake_of_thread();
	const isoft_operation *operation = isoft_operation_of(call->method, call->path);
	zval request, *response;
	bool answered;

	if (!self && isoft_settings_now()->strict_fake) {
		throw_no_reply(call, operation, "no fake is on");
		return false;
	}
	if (!self) {
		zend_throw_error(NULL, "The fake ended with the request of PHP: this call is not sent");
		return false;
	}
	isoft_fake_request_make(&request, call, operation, body);
	Z_ADDREF(request);
	SEPARATE_ARRAY(&self->recorded); /* a list that isoft_fake_recorded() gave out does not change */
	add_next_index_zval(&self->recorded, &request);
	if (self->callable) {
		answered = answer_by_callable(self, &request, reply);
	} else if (is_sequence(&self->responses)) {
		response = next_of_sequence(self, &self->responses, "");
		answered = response && isoft_fake_reply_make(reply, response, &request);
	} else {
		answered = answer_from_map(self, call, operation, &request, reply);
	}
	zval_ptr_dtor(&request);
	return answered;
}

/* Returns NULL with an exception thrown. */
static isoft_fake *fake_new(zval *responses, bool callable)
{
	zval held;
	isoft_fake *self;

	if (!callable) {
		ZVAL_COPY(&held, responses);
	} else if (!isoft_closure(&held, responses)) {
		return NULL;
	}
	self = ecalloc(1, sizeof(*self));
	self->callable = callable;
	ZVAL_COPY_VALUE(&self->responses, &held);
	array_init(&self->used);
	array_init(&self->recorded);
	return self;
}

bool isoft_fake_set(zval *responses, bool callable)
{
	bool ends = Z_TYPE_P(responses) == IS_NULL;
	isoft_fake *fake;

	if (ISOFT_G(ending) && !ends) {
		zend_throw_error(NULL, "A fake cannot begin while the request of PHP ends: it would not end with the request");
		return false;
	}
	fake = ends ? NULL : fake_new(responses, callable);
	if (!fake && !ends) {
		return false;
	}
	ISOFT_G(fake_ended) = false;
	fake_replace(fake);
	return true;
}

void isoft_fake_recorded(zval *requests)
{
	if (fake_of_thread()) {
		ZVAL_COPY(requests, &fake_of_thread()->recorded);
	} else {
		ZVAL_EMPTY_ARRAY(requests);
	}
}
