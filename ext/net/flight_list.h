/*
 * Flight list: the flights of a multi that are under way, in the order in which they were begun, or those that have
 * landed. Internal to net/multi.
 *
 * Ownership: a flight is in one list at most; the list does not own it. No lock, no Zend: never bails out.
 */
#ifndef ISOFT_NET_FLIGHT_LIST_H
#define ISOFT_NET_FLIGHT_LIST_H

#include "net/flight.h"

typedef struct isoft_flight_list {
	struct isoft_flight *first, **tail;
} isoft_flight_list;

void isoft_flight_list_init(isoft_flight_list *list);

/* Adds the flight at the end. */
void isoft_flight_list_add(isoft_flight_list *list, struct isoft_flight *flight);

void isoft_flight_list_remove(isoft_flight_list *list, struct isoft_flight *flight);

#endif
