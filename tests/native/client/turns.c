/* The order in which the jobs of a batch reserve their slots. */
#include "client/turns.h"

#include "check.h"

enum { OAUTH = 1, KEY = 2 };

static void order(void)
{
	isoft_turns turns = {NULL};
	isoft_turn first, second, other, third;

	isoft_turn_join(&first, &turns, OAUTH, false);
	isoft_turn_join(&second, &turns, OAUTH, false);
	isoft_turn_join(&other, &turns, KEY, false);
	isoft_turn_join(&third, &turns, OAUTH, false);
	check(isoft_turn_has_come(&first) && !isoft_turn_has_come(&second) && !isoft_turn_has_come(&third),
		"the turn of the first has come, and of no other");
	check(isoft_turn_has_come(&other), "a turn does not wait for one of another rate key");
	isoft_turn_leave(&second);
	check(!isoft_turn_has_come(&third), "one that leaves from the middle changes nothing for the others");
	isoft_turn_leave(&first);
	check(isoft_turn_has_come(&third), "the next one comes when the first leaves");
	isoft_turn_leave(&first);
	check(isoft_turn_has_come(&first) && isoft_turn_has_come(&third), "one that has left may leave again");
	isoft_turn_leave(&third);
	isoft_turn_leave(&other);
	check(!turns.first, "nothing is left");
}

static void repeats(void)
{
	isoft_turns turns = {NULL};
	isoft_turn first, new, again, later, alone;

	isoft_turn_join(&alone, &turns, KEY, true);
	check(isoft_turn_has_come(&alone), "a repeated call waits for no one where there is no one");
	isoft_turn_leave(&alone);
	isoft_turn_join(&first, &turns, OAUTH, false);
	isoft_turn_join(&new, &turns, OAUTH, false);
	isoft_turn_join(&again, &turns, OAUTH, true);
	isoft_turn_join(&later, &turns, OAUTH, true);
	check(
		isoft_turn_has_come(&first) && !isoft_turn_has_come(&again), "the first may have its slot: it stays the first");
	isoft_turn_leave(&first);
	check(isoft_turn_has_come(&again) && !isoft_turn_has_come(&new),
		"a repeated call comes before one that has not begun");
	isoft_turn_leave(&again);
	check(isoft_turn_has_come(&later) && !isoft_turn_has_come(&new),
		"repeated calls come in the order in which they joined");
	isoft_turn_leave(&later);
	check(isoft_turn_has_come(&new), "the others come after them");
}

int main(void)
{
	order();
	repeats();
	return check_end();
}
