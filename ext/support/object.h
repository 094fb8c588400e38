/*
 * Object: registration of a class whose objects are C structs.
 *
 * The struct embeds its zend_object as the last member. The class and the table of handlers belong to the caller and
 * live as long as the module. Takes no lock, allocates nothing and cannot bail out.
 */
#ifndef ISOFT_SUPPORT_OBJECT_H
#define ISOFT_SUPPORT_OBJECT_H

#include "php.h"

/*
 * Call once per class, when the module starts. Fills `handlers` with the standard handlers, sets the offset of the
 * zend_object in the struct (bytes) and the function that frees the struct's members, forbids `clone`, and makes
 * `create` allocate the objects of the class. The caller may set further handlers afterwards.
 */
void isoft_object_register(zend_class_entry *class, zend_object_handlers *handlers, int offset,
	zend_object *(*create)(zend_class_entry *class), zend_object_free_obj_t free_members);

#endif
