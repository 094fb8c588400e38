#include "php_infusionsoft.h"

#include "batch/input.h"

#include "zend_interfaces.h"

#include "support/closure.h"

/* Returns the number of entries if the object is Countable; else, or with an exception thrown, -1. */
static zend_long input_count(zend_object *object)
{
	zval count;
	zend_long known;

	if (!instanceof_function(object->ce, zend_ce_countable)) {
		return -1;
	}
	zend_call_method_with_0_params(object, object->ce, NULL, "count", &count);
	known = EG(exception) ? -1 : zval_get_long(&count);
	zval_ptr_dtor(&count);
	return known;
}

/* Whether it depends on the scope that runs if the value is callable, and what it calls. */
static bool depends_on_scope(const zval *value)
{
	return Z_TYPE_P(value) == IS_ARRAY || (Z_TYPE_P(value) == IS_STRING && strstr(Z_STRVAL_P(value), "::"));
}

static bool list_depends_on_scope(HashTable *list)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(list, entry) {
		ZVAL_DEREF(entry);
		if (depends_on_scope(entry)) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/*
 * Turns what is callable here, such as a private method, into closures: jobs start where the batch is iterated, in
 * another scope. Returns false with an exception thrown. An entry that is not callable is reported at its turn.
 */
static bool bind_list(zval *list)
{
	zval *slot, closure;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(list), slot) {
		zval *entry = slot;

		ZVAL_DEREF(entry);
		if (depends_on_scope(entry) && isoft_is_callable(entry)) {
			if (!isoft_closure(&closure, entry)) {
				return false;
			}
			zval_ptr_dtor(slot);
			ZVAL_COPY_VALUE(slot, &closure);
		}
		if (EG(exception)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* Takes a list, or a copy of it with closures in place of some callables. Returns false with an exception thrown. */
static bool open_list(isoft_input *input, zval *list)
{
	input->count = zend_hash_num_elements(Z_ARRVAL_P(list));
	if (!list_depends_on_scope(Z_ARRVAL_P(list))) {
		ZVAL_COPY(&input->list, list);
		return true;
	}
	ZVAL_ARR(&input->list, zend_array_dup(Z_ARRVAL_P(list)));
	return bind_list(&input->list);
}

bool isoft_input_open(isoft_input *input, zval *iterable)
{
	input->iterator = NULL;
	input->started = false;
	ZVAL_UNDEF(&input->list);
	if (Z_TYPE_P(iterable) == IS_ARRAY) {
		return open_list(input, iterable);
	}
	input->count = input_count(Z_OBJ_P(iterable));
	if (!EG(exception)) {
		input->iterator = Z_OBJCE_P(iterable)->get_iterator(Z_OBJCE_P(iterable), iterable, 0);
	}
	if (!EG(exception)) {
		return true;
	}
	isoft_input_close(input);
	return false;
}

static bool next_of_list(isoft_input *input, zval *key, zval *value)
{
	HashTable *list = Z_ARRVAL(input->list);
	zval *entry;

	if (input->started) {
		zend_hash_move_forward_ex(list, &input->at);
	} else {
		zend_hash_internal_pointer_reset_ex(list, &input->at);
	}
	entry = zend_hash_get_current_data_ex(list, &input->at);
	if (!entry) {
		return false;
	}
	zend_hash_get_current_key_zval_ex(list, key, &input->at);
	ZVAL_COPY_DEREF(value, entry);
	return true;
}

/*
 * Moves to the next entry only when it is asked for: a generator must not produce a value before a job can be started
 * for it.
 */
static void advance_iterator(isoft_input *input)
{
	const zend_object_iterator_funcs *funcs = input->iterator->funcs;

	if (input->started) {
		input->iterator->index++;
		funcs->move_forward(input->iterator);
	} else if (funcs->rewind) {
		funcs->rewind(input->iterator);
	}
}

static bool next_of_iterator(isoft_input *input, zval *key, zval *value)
{
	const zend_object_iterator_funcs *funcs = input->iterator->funcs;
	zval *entry;

	advance_iterator(input);
	if (EG(exception) || funcs->valid(input->iterator) != SUCCESS || EG(exception)) {
		return false;
	}
	entry = funcs->get_current_data(input->iterator);
	if (EG(exception) || !entry) {
		return false;
	}
	ZVAL_COPY_DEREF(value, entry);
	ZVAL_LONG(key, (zend_long)input->iterator->index);
	if (funcs->get_current_key) {
		funcs->get_current_key(input->iterator, key);
	}
	if (EG(exception)) {
		zval_ptr_dtor(value);
		return false;
	}
	return true;
}

bool isoft_input_next(isoft_input *input, zval *key, zval *value)
{
	bool found = input->iterator ? next_of_iterator(input, key, value) : next_of_list(input, key, value);

	input->started = true;
	return found;
}

void isoft_input_close(isoft_input *input)
{
	zval_ptr_dtor(&input->list);
	ZVAL_UNDEF(&input->list);
	if (input->iterator) {
		zend_iterator_dtor(input->iterator);
		input->iterator = NULL;
	}
}
