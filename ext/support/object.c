#include "support/object.h"

void isoft_object_register(zend_class_entry *class, zend_object_handlers *handlers, int offset,
	zend_object *(*create)(zend_class_entry *class), zend_object_free_obj_t free_members)
{
	memcpy(handlers, zend_get_std_object_handlers(), sizeof(*handlers));
	handlers->offset = offset;
	handlers->free_obj = free_members;
	handlers->clone_obj = NULL;
	class->create_object = create;
}
