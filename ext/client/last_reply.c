#include "php_infusionsoft.h"

#include "client/last_reply.h"

#include "client/wait.h"
#include "keap/operation.h"
#include "support/clock.h"

typedef enum { CREATED_UNKNOWN, CREATED_NO, CREATED_YES } last_reply_created;

struct isoft_last_reply {
	bool persistent; /* lives as long as the thread, so that it needs no memory of a request */
	bool filled;
	long status; /* 0: there was no reply */
	last_reply_created created;
	int tries;
	int64_t duration_ms;
	const char *operation; /* constant; NULL: the path belongs to no operation */
	isoft_reply_headers headers;
};

static isoft_last_reply *last_reply_new(bool persistent)
{
	isoft_last_reply *self = pecalloc(1, sizeof(*self), persistent);

	self->persistent = persistent;
	return self;
}

/* The one of the job that runs, or of the thread; NULL if it was never needed. */
static isoft_last_reply **last_reply_slot(void)
{
	return ISOFT_G(waiter) ? &ISOFT_G(waiter)->last_reply : &ISOFT_G(last_reply);
}

/*
 * Keap answers 201 to createContact if it made a contact, and 200 if it changed the one that matches. That one may have
 * been made by an earlier try of the same call.
 */
static last_reply_created last_reply_find_created(const char *operation, const isoft_outcome *outcome)
{
	if (!operation || strcmp(operation, "createContact") != 0 || outcome->state != ISOFT_REPLY_WHOLE
		|| outcome->unusable || (outcome->status != 200 && outcome->status != 201)) {
		return CREATED_UNKNOWN;
	}
	if (outcome->status == 200 && outcome->may_be_repeat) {
		return CREATED_UNKNOWN;
	}
	return outcome->status == 201 ? CREATED_YES : CREATED_NO;
}

/* To look for one costs as much as the rest of a call that is warm: functions that know it say so. */
static const char *operation_of(const isoft_call *call)
{
	const isoft_operation *operation;

	if (call->operation) {
		return call->operation;
	}
	operation = isoft_operation_of(call->method, call->path);
	return operation ? operation->id : NULL;
}

void isoft_last_reply_note(const isoft_call *call, const isoft_outcome *outcome)
{
	isoft_last_reply **slot = last_reply_slot(), *self;

	if (!*slot) {
		*slot = last_reply_new(slot == &ISOFT_G(last_reply));
	}
	self = *slot;
	self->filled = true;
	self->status = outcome->trace.status;
	self->tries = outcome->trace.progress.tries;
	self->duration_ms = (isoft_clock_monotonic_ns() - outcome->trace.began_ns) / ISOFT_NS_PER_MS;
	self->operation = operation_of(call);
	self->created = last_reply_find_created(self->operation, outcome);
	self->headers = outcome->headers;
}

void isoft_last_reply_not_created(void)
{
	isoft_last_reply *self = *last_reply_slot();

	if (self && self->filled) {
		self->created = CREATED_NO;
	}
}

static void last_reply_add_headers(zval *result, const isoft_reply_headers *headers)
{
	const char *name, *value;
	size_t at = 0;
	zval array;

	array_init(&array);
	while (isoft_reply_headers_next(headers, &at, &name, &value)) {
		add_assoc_string(&array, name, value);
	}
	add_assoc_zval(result, "headers", &array);
}

void isoft_last_reply_fill(zval *result)
{
	const isoft_last_reply *self = *last_reply_slot();

	if (!self || !self->filled) {
		ZVAL_NULL(result);
		return;
	}
	array_init_size(result, 6);
	add_assoc_long(result, "status", self->status);
	if (self->created == CREATED_UNKNOWN) {
		add_assoc_null(result, "created");
	} else {
		add_assoc_bool(result, "created", self->created == CREATED_YES);
	}
	add_assoc_long(result, "tries", self->tries);
	add_assoc_long(result, "duration_ms", (zend_long)self->duration_ms);
	if (self->operation) {
		add_assoc_string(result, "operation", self->operation);
	} else {
		add_assoc_null(result, "operation");
	}
	last_reply_add_headers(result, &self->headers);
}

void isoft_last_reply_reset(void)
{
	if (ISOFT_G(last_reply)) {
		ISOFT_G(last_reply)->filled = false;
	}
}

void isoft_last_reply_free(isoft_last_reply *last_reply)
{
	if (last_reply) {
		pefree(last_reply, last_reply->persistent);
	}
}
