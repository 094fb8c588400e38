#include "php_infusionsoft.h"

#include "batch/batch.h"

#include "batch/scheduler.h"
#include "support/assert.h"
#include "support/fork.h"
#include "support/object.h"

typedef struct {
	isoft_scheduler scheduler;
	bool started;  /* the scheduler is initialised and has looked for the first result */
	bool advanced; /* the first result was left: the batch cannot be rewound */
	bool busy;     /* a method of the batch runs jobs */
	zend_object std;
} batch;

static zend_class_entry *batch_class;
static zend_object_handlers batch_handlers;

static batch *batch_of(zend_object *object)
{
	return (batch *)((char *)object - XtOffsetOf(batch, std));
}

static zend_object *batch_create(zend_class_entry *class)
{
	batch *self = zend_object_alloc(sizeof(batch), class);

	memset(self, 0, XtOffsetOf(batch, std));
	zend_object_std_init(&self->std, class);
	self->std.handlers = &batch_handlers;
	return &self->std;
}

static void batch_destroy(zend_object *object)
{
	batch *self = batch_of(object);

	/* Rejects calls from the `finally` blocks of jobs that are abandoned. */
	self->busy = true;
	isoft_scheduler_close(&self->scheduler);
	zend_objects_destroy_object(object);
}

static void batch_free(zend_object *object)
{
	batch *self = batch_of(object);

	isoft_scheduler_close(&self->scheduler);
	zval_ptr_dtor(&self->scheduler.progress);
	zval_ptr_dtor(&self->scheduler.error);
	zend_object_std_dtor(object);
}

static HashTable *batch_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	isoft_scheduler_gc(&batch_of(object)->scheduler, buffer);
	zend_get_gc_buffer_use(buffer, table, count);
	return zend_std_get_properties(object);
}

/* Returns false with an exception thrown if the batch cannot be used here. */
static bool batch_check(batch *self)
{
	if (self->busy) {
		zend_throw_error(NULL, "The batch is already running: code that it calls cannot advance it");
		return false;
	}
	return isoft_scheduler_is_own(&self->scheduler);
}

static void batch_advance(batch *self)
{
	if (!self->started) {
		self->started = true;
		isoft_scheduler_init(&self->scheduler);
	}
	ISOFT_ASSERT(!self->busy);
	self->busy = true;
	isoft_scheduler_advance(&self->scheduler);
	self->busy = false;
}

/* Returns the batch of a method call, started. Returns NULL with an exception thrown. */
static batch *batch_started(zval *object)
{
	batch *self = batch_of(Z_OBJ_P(object));

	if (!batch_check(self)) {
		return NULL;
	}
	if (!self->started) {
		batch_advance(self);
	}
	return EG(exception) ? NULL : self;
}

ZEND_METHOD(Infusionsoft_Batch, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(Infusionsoft_Batch, current)
{
	batch *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = batch_started(ZEND_THIS);
	if (self && self->scheduler.current) {
		RETURN_COPY(&self->scheduler.current->result);
	}
}

ZEND_METHOD(Infusionsoft_Batch, key)
{
	batch *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = batch_started(ZEND_THIS);
	if (self && self->scheduler.current) {
		RETURN_COPY(&self->scheduler.current->key);
	}
}

ZEND_METHOD(Infusionsoft_Batch, next)
{
	batch *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = batch_started(ZEND_THIS);
	if (self && self->scheduler.current) {
		self->advanced = true;
		batch_advance(self);
	}
}

ZEND_METHOD(Infusionsoft_Batch, valid)
{
	batch *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = batch_started(ZEND_THIS);
	RETURN_BOOL(self && self->scheduler.current);
}

/* As with a generator: does nothing at the first result, and throws later. */
ZEND_METHOD(Infusionsoft_Batch, rewind)
{
	batch *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = batch_started(ZEND_THIS);
	if (self && self->advanced) {
		zend_throw_error(NULL, "A batch runs once: it cannot be rewound");
	}
}

bool isoft_batch_make(zval *result, zval *callables, zval *progress, bool ordered, zend_long in_flight)
{
	batch *self;

	object_init_ex(result, batch_class);
	self = batch_of(Z_OBJ_P(result));
	self->scheduler.ordered = ordered;
	self->scheduler.in_flight = in_flight;
	self->scheduler.forks = isoft_fork_count();
	if (progress) {
		ZVAL_COPY(&self->scheduler.progress, progress);
	}
	return isoft_input_open(&self->scheduler.input, callables);
}

void isoft_batch_minit(zend_class_entry *class)
{
	batch_class = class;
	isoft_object_register(class, &batch_handlers, XtOffsetOf(batch, std), batch_create, batch_free);
	batch_handlers.dtor_obj = batch_destroy;
	batch_handlers.get_gc = batch_gc;
}
