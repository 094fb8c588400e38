/* How many requests a connection takes before it should be replaced. */
#include "net/wear.h"

#include "../check.h"

/* Returns how many requests wear a connection out that begin so many milliseconds apart; 100,000 if it never is. */
static int requests_until_out(int64_t apart_ms)
{
	isoft_wear wear = {0};
	int requests = 0;

	for (int64_t now = 1000000; requests < 100000 && !isoft_wear_is_out(&wear); now += apart_ms) {
		isoft_wear_add(&wear, now);
		requests++;
	}
	return requests;
}

static void pauses(void)
{
	isoft_wear wear = {0};

	for (int i = 0; i < ISOFT_WEAR_MAX - 1; i++) {
		isoft_wear_add(&wear, 5000);
	}
	check(!isoft_wear_is_out(&wear), "one request fewer than the limit wears no connection out");
	isoft_wear_add(&wear, 65000);
	check(!isoft_wear_is_out(&wear) && wear.worn == 1000, "a pause heals, and no more than all");
}

int main(void)
{
	check(requests_until_out(0) == ISOFT_WEAR_MAX, "at once: after 900 requests");
	check(requests_until_out(10) < 1400, "a hundred requests a second: within the thousand and 33 each second");
	check(requests_until_out(40) == 100000, "at Keap's 25 requests a second: never");
	pauses();
	return check_end();
}
