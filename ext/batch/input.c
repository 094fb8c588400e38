#include "php_infusionsoft.h"

#include "batch/input.h"

#include "zend_interfaces.h"

static zend_long count_of(zend_object *object)
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

bool isoft_calls_open(isoft_calls *calls, zval *iterable)
{
	calls->iterator = NULL;
	calls->begun = false;
	ZVAL_UNDEF(&calls->list);
	if (Z_TYPE_P(iterable) == IS_ARRAY) {
		ZVAL_COPY(&calls->list, iterable);
		calls->count = zend_hash_num_elements(Z_ARRVAL_P(iterable));
		return true;
	}
	calls->count = count_of(Z_OBJ_P(iterable));
	if (!EG(exception)) {
		calls->iterator = Z_OBJCE_P(iterable)->get_iterator(Z_OBJCE_P(iterable), iterable, 0);
	}
	if (!EG(exception)) {
		return true;
	}
	isoft_calls_close(calls);
	return false;
}

static bool next_of_list(isoft_calls *calls, zval *key, zval *call)
{
	HashTable *list = Z_ARRVAL(calls->list);
	zval *entry;

	if (calls->begun) {
		zend_hash_move_forward_ex(list, &calls->at);
	} else {
		zend_hash_internal_pointer_reset_ex(list, &calls->at);
	}
	entry = zend_hash_get_current_data_ex(list, &calls->at);
	if (!entry) {
		return false;
	}
	zend_hash_get_current_key_zval_ex(list, key, &calls->at);
	ZVAL_COPY_DEREF(call, entry);
	return true;
}

/* Moves on only now: a generator makes its next value when there is room for it. */
static void move(isoft_calls *calls)
{
	const zend_object_iterator_funcs *funcs = calls->iterator->funcs;

	if (calls->begun) {
		calls->iterator->index++;
		funcs->move_forward(calls->iterator);
	} else if (funcs->rewind) {
		funcs->rewind(calls->iterator);
	}
}

static bool next_of_iterator(isoft_calls *calls, zval *key, zval *call)
{
	const zend_object_iterator_funcs *funcs = calls->iterator->funcs;
	zval *entry;

	move(calls);
	if (EG(exception) || funcs->valid(calls->iterator) != SUCCESS || EG(exception)) {
		return false;
	}
	entry = funcs->get_current_data(calls->iterator);
	if (EG(exception) || !entry) {
		return false;
	}
	ZVAL_COPY_DEREF(call, entry);
	ZVAL_LONG(key, (zend_long)calls->iterator->index);
	if (funcs->get_current_key) {
		funcs->get_current_key(calls->iterator, key);
	}
	if (EG(exception)) {
		zval_ptr_dtor(call);
		return false;
	}
	return true;
}

bool isoft_calls_next(isoft_calls *calls, zval *key, zval *call)
{
	bool found = calls->iterator ? next_of_iterator(calls, key, call) : next_of_list(calls, key, call);

	calls->begun = true;
	return found;
}

void isoft_calls_close(isoft_calls *calls)
{
	zval_ptr_dtor(&calls->list);
	ZVAL_UNDEF(&calls->list);
	if (calls->iterator) {
		zend_iterator_dtor(calls->iterator);
		calls->iterator = NULL;
	}
}
