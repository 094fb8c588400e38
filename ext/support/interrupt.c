#include "php_infusionsoft.h"

#include "support/interrupt.h"

#include "support/fork.h"

/* What PHP does at the next instruction. */
static void interrupt_handle(void)
{
	zend_atomic_bool_store_ex(&EG(vm_interrupt), false);
	if (zend_atomic_bool_load_ex(&EG(timed_out))) {
		zend_timeout();
	} else if (zend_interrupt_function) {
		zend_interrupt_function(EG(current_execute_data));
	}
}

/* Keeps a fatal error for isoft_interrupt_go_on(). */
static void interrupt_handle_guarded(void)
{
	zend_execute_data *frame = EG(current_execute_data);

	ISOFT_G(interrupts)++;
	zend_try {
		interrupt_handle();
	}
	zend_catch {
		EG(current_execute_data) = frame;
		ISOFT_G(bailed_out) = true;
	}
	zend_end_try();
	ISOFT_G(interrupts)--;
}

bool isoft_interrupted(void)
{
	unsigned forks = isoft_fork_count();

	if (!EG(exception) && !ISOFT_G(bailed_out) && zend_atomic_bool_load_ex(&EG(vm_interrupt))) {
		interrupt_handle_guarded();
		if (!EG(exception) && !ISOFT_G(bailed_out) && forks != isoft_fork_count()) {
			zend_throw_error(NULL, "The call belongs to the process that began it: a forked child cannot wait for it");
		}
	}
	return EG(exception) || ISOFT_G(bailed_out);
}

void isoft_interrupt_go_on(void)
{
	if (ISOFT_G(bailed_out)) {
		ISOFT_G(bailed_out) = false;
		zend_bailout();
	}
}

bool isoft_interrupt_is_handled(void)
{
	return ISOFT_G(interrupts) > 0;
}

void isoft_interrupt_rinit(void)
{
	ISOFT_G(bailed_out) = false;
	ISOFT_G(interrupts) = 0;
}
