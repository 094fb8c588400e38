#include "net/flight_list.h"

#include <stddef.h>

#include "support/assert.h"

void isoft_flight_list_init(isoft_flight_list *list)
{
	list->first = NULL;
	list->tail = &list->first;
}

void isoft_flight_list_add(isoft_flight_list *list, struct isoft_flight *flight)
{
	ISOFT_ASSERT(!flight->next && !*list->tail);
	flight->link = list->tail;
	*list->tail = flight;
	list->tail = &flight->next;
}

void isoft_flight_list_remove(isoft_flight_list *list, struct isoft_flight *flight)
{
	ISOFT_ASSERT(*flight->link == flight);
	*flight->link = flight->next;
	if (flight->next) {
		flight->next->link = flight->link;
	} else {
		list->tail = flight->link;
	}
	flight->next = NULL;
}
