#include "client/turns.h"

#include <stddef.h>

#include "support/assert.h"

/* Mostly there is one rate key, and its first is the first of all. */
static isoft_turn *first_of(const isoft_turns *turns, uint64_t rate_key)
{
	isoft_turn *turn = turns->first;

	while (turn && turn->rate_key != rate_key) {
		turn = turn->next;
	}
	return turn;
}

void isoft_turn_join(isoft_turn *turn, isoft_turns *turns, uint64_t rate_key, bool repeats)
{
	/* The first may have reserved its slot already. */
	isoft_turn *before = repeats ? first_of(turns, rate_key) : NULL;
	isoft_turn **link = before ? &before->next : &turns->first;

	while (!before && *link) {
		link = &(*link)->next;
	}
	turn->rate_key = rate_key;
	turn->turns = turns;
	turn->next = *link;
	*link = turn;
}

bool isoft_turn_has_come(const isoft_turn *turn)
{
	return !turn->turns || first_of(turn->turns, turn->rate_key) == turn;
}

void isoft_turn_leave(isoft_turn *turn)
{
	isoft_turn **link;

	if (!turn->turns) {
		return;
	}
	link = &turn->turns->first;
	while (*link && *link != turn) {
		link = &(*link)->next;
	}
	ISOFT_ASSERT(*link == turn);
	*link = turn->next;
	turn->turns = NULL;
}
