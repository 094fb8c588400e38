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
	/* The first of its rate key may have reserved its slot already, so a repeated call does not come before it. */
	isoft_turn *first = repeats ? first_of(turns, rate_key) : NULL;
	isoft_turn **link = first ? &first->next : &turns->first;

	while (*link && (!first || (*link)->repeats)) {
		link = &(*link)->next;
	}
	turn->rate_key = rate_key;
	turn->repeats = repeats;
	turn->turns = turns;
	turn->next = *link;
	*link = turn;
}

bool isoft_turn_has_come(const isoft_turn *turn)
{
	return !turn->turns || first_of(turn->turns, turn->rate_key) == turn;
}

unsigned isoft_turn_behind(const isoft_turn *turn, unsigned most)
{
	unsigned behind = 0;

	for (const isoft_turn *next = turn->turns ? turn->next : NULL; next && behind < most; next = next->next) {
		behind += next->rate_key == turn->rate_key;
	}
	return behind;
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
