#include "net/body_budget.h"

#include "support/assert.h"

static size_t budget_expected(const isoft_body_budget *budget, size_t expected)
{
	return expected ? expected : budget->usual;
}

bool isoft_body_budget_has_room(const isoft_body_budget *budget, size_t expected)
{
	return !budget->under_way || budget->used + budget_expected(budget, expected) <= ISOFT_BODY_BUDGET;
}

static void share_count(isoft_body_share *share, size_t length)
{
	ISOFT_ASSERT(share->budget->used >= share->counted);
	share->budget->used += length - share->counted;
	share->counted = length;
}

static void share_finish(isoft_body_share *share)
{
	ISOFT_ASSERT(share->budget->under_way >= share->under_way);
	share->budget->under_way -= share->under_way;
	share->under_way = false;
}

void isoft_body_share_begin(isoft_body_share *share, isoft_body_budget *budget, size_t expected)
{
	ISOFT_ASSERT(!share->budget);
	share->budget = budget;
	share_count(share, budget_expected(budget, expected));
	share->under_way = true;
	budget->under_way++;
}

/* Gives everything back at once, so that only as many give up their replies as must. */
static void share_give_up(isoft_body_share *share)
{
	share_count(share, 0);
	share_finish(share);
}

bool isoft_body_share_grow(isoft_body_share *share, size_t length, bool repeatable)
{
	const isoft_body_budget *budget = share->budget;

	if (!budget || length <= share->counted) {
		return true;
	}
	if (repeatable && budget->under_way > 1 && budget->used - share->counted + length > ISOFT_BODY_BUDGET) {
		share_give_up(share);
		return false;
	}
	share_count(share, length);
	return true;
}

void isoft_body_share_land(isoft_body_share *share, size_t length)
{
	if (share->budget) {
		share_count(share, length);
		share_finish(share);
		share->budget->usual = length ? length : share->budget->usual;
	}
}

void isoft_body_share_end(isoft_body_share *share)
{
	if (share->budget) {
		share_give_up(share);
		share->budget = NULL;
	}
}
