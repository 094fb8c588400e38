#include "allocations.h"

#include <stdatomic.h>
#include <stddef.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);

void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);

static atomic_int made;

int allocations(void)
{
	return made;
}

void *__wrap_malloc(size_t size)
{
	made++;
	return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	made++;
	return __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
	made++;
	return __real_realloc(memory, size);
}
