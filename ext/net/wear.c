#include "net/wear.h"

enum { PARTS = 1000 };

void isoft_wear_add(isoft_wear *wear, int64_t now_ms)
{
	int64_t left = wear->worn - (now_ms - wear->at_ms) * ISOFT_WEAR_HEALS_PER_S;

	wear->worn = (left > 0 ? left : 0) + PARTS;
	wear->at_ms = now_ms;
}

bool isoft_wear_is_out(const isoft_wear *wear)
{
	return wear->worn >= (int64_t)ISOFT_WEAR_MAX * PARTS;
}
