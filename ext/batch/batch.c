#include "php_infusionsoft.h"

#include "batch/batch.h"

#include "batch/scheduler.h"
#include "support/fork.h"
#include "support/object.h"

typedef struct {
	isoft_scheduler scheduler;
	unsigned forks; /* when it was made */
	bool begun, moved;
	bool busy; /* one of its methods is at work */
	zend_object std;
} batch;

static zend_class_entry *batch_class;
static zend_object_handlers handlers;

static batch *batch_of(zend_object *object)
{
	return (batch *)((char *)object - XtOffsetOf(batch, std));
}

static zend_object *create(zend_class_entry *class)
{
	batch *self = zend_object_alloc(sizeof(batch), class);

	memset(self, 0, XtOffsetOf(batch, std));
	zend_object_std_init(&self->std, class);
	self->std.handlers = &handlers;
	return &self->std;
}

static void destroy(zend_object *object)
{
	batch *self = batch_of(object);

	/* The calls that are abandoned may have `finally` blocks, and these must not find it at work. */
	self->busy = true;
	isoft_scheduler_close(&self->scheduler);
	zend_objects_destroy_object(object);
}

static void free_batch(zend_object *object)
{
	batch *self = batch_of(object);

	isoft_scheduler_close(&self->scheduler);
	zval_ptr_dtor(&self->scheduler.progress);
	zval_ptr_dtor(&self->scheduler.error);
	zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	isoft_scheduler_gc(&batch_of(object)->scheduler, buffer);
	zend_get_gc_buffer_use(buffer, table, count);
	return zend_std_get_properties(object);
}

/* False: thrown. */
static bool enter(batch *self)
{
	if (self->busy) {
		zend_throw_error(NULL, "The batch is at work already: what it calls cannot move it on");
	} else if (self->forks != isoft_fork_count()) {
		zend_throw_error(NULL, "The batch belongs to the process that began it, and goes on there");
	}
	return !EG(exception);
}

static void move(batch *self)
{
	if (!self->begun) {
		self->begun = true;
		isoft_scheduler_init(&self->scheduler);
	}
	self->busy = true;
	isoft_scheduler_advance(&self->scheduler);
	self->busy = false;
}

/* The batch that a method is called on, begun. NULL: thrown. */
static batch *begun(zval *object)
{
	batch *self = batch_of(Z_OBJ_P(object));

	if (!enter(self)) {
		return NULL;
	}
	if (!self->begun) {
		move(self);
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
	self = begun(ZEND_THIS);
	if (self && self->scheduler.current) {
		RETURN_COPY(&self->scheduler.current->result);
	}
}

ZEND_METHOD(Infusionsoft_Batch, key)
{
	batch *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = begun(ZEND_THIS);
	if (self && self->scheduler.current) {
		RETURN_COPY(&self->scheduler.current->key);
	}
}

ZEND_METHOD(Infusionsoft_Batch, next)
{
	batch *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = begun(ZEND_THIS);
	if (self && self->scheduler.current) {
		self->moved = true;
		move(self);
	}
}

ZEND_METHOD(Infusionsoft_Batch, valid)
{
	batch *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = begun(ZEND_THIS);
	RETURN_BOOL(self && self->scheduler.current);
}

/* Does nothing while the first result is there, as with a generator. */
ZEND_METHOD(Infusionsoft_Batch, rewind)
{
	batch *self;

	ZEND_PARSE_PARAMETERS_NONE();
	self = begun(ZEND_THIS);
	if (self && self->moved) {
		zend_throw_error(NULL, "A batch runs once: it cannot be rewound");
	}
}

bool isoft_batch_make(zval *result, zval *calls, zval *progress, bool ordered, zend_long in_flight)
{
	batch *self;

	object_init_ex(result, batch_class);
	self = batch_of(Z_OBJ_P(result));
	self->scheduler.ordered = ordered;
	self->scheduler.in_flight = in_flight;
	self->forks = isoft_fork_count();
	if (progress) {
		ZVAL_COPY(&self->scheduler.progress, progress);
	}
	return isoft_input_open(&self->scheduler.input, calls);
}

void isoft_batch_minit(zend_class_entry *class)
{
	batch_class = class;
	isoft_object_register(class, &handlers, XtOffsetOf(batch, std), create, free_batch);
	handlers.dtor_obj = destroy;
	handlers.get_gc = get_gc;
}
