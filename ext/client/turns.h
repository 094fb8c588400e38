/*
 * Turns: the order in which the jobs of one batch reserve their slots under Keap's limits (client/pacer).
 *
 * Only the first of those that wait reserves, and the next when it has left. So a batch, whatever its size, has one
 * slot reserved ahead: other processes get every second slot beside it, and a batch that is killed leaves one unused.
 *
 * Each batch has a list of its own: while a script runs another batch, or between two results, nothing of this one goes
 * on, and the other must not wait for it.
 *
 * Ownership: a turn lies on the stack of the function that waits for it, and is linked until isoft_turn_leave(). The
 * list is its batch's, which outlives it. Locks: none. Makes no Zend call: never bails out.
 */
#ifndef ISOFT_CLIENT_TURNS_H
#define ISOFT_CLIENT_TURNS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct isoft_turn {
	struct isoft_turn *next;
	struct isoft_turns *turns; /* NULL: it is in no list */
	uint64_t rate_key;
	bool repeats;
} isoft_turn;

typedef struct isoft_turns {
	isoft_turn *first;
} isoft_turns;

/* Joins the others: behind them, or, if it `repeats` a call, before the calls that have not begun. */
void isoft_turn_join(isoft_turn *turn, isoft_turns *turns, uint64_t rate_key, bool repeats);

/* Whether no other comes before this turn, which may have left. */
bool isoft_turn_has_come(const isoft_turn *turn);

/* Returns how many with the same rate key come behind this turn, `most` at most. */
unsigned isoft_turn_behind(const isoft_turn *turn, unsigned most);

/* Lets the next one come. Does nothing to a turn that is in no list. */
void isoft_turn_leave(isoft_turn *turn);

#endif
