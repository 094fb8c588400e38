/* Atomic: numbers that threads change at once, and the values that a failed exchange gives. */
#include "support/atomic.h"

#include <pthread.h>

#include "check.h"

enum { THREADS = 4, ROUNDS = 50000 };

static isoft_atomic_u64 added, halves;
static isoft_atomic_i64 replaced;
static isoft_atomic_u32 over;

static void *add_on(void *with)
{
	for (int i = 0; i < ROUNDS; i++) {
		int64_t seen = isoft_atomic_get_i64(&replaced);

		isoft_atomic_add_u64(&added, 3);
		while (!isoft_atomic_replace_i64(&replaced, &seen, seen - 1)) {
		}
	}
	return with;
}

/* Both halves of the number are always equal. */
static void *set_on(void *with)
{
	for (uint64_t i = 0; !isoft_atomic_get_u32(&over); i = (i + 1) & UINT32_MAX) {
		isoft_atomic_set_u64(&halves, i << 32 | i);
	}
	return with;
}

static void counted(void)
{
	pthread_t adders[THREADS];

	for (int i = 0; i < THREADS; i++) {
		pthread_create(&adders[i], NULL, add_on, NULL);
	}
	for (int i = 0; i < THREADS; i++) {
		pthread_join(adders[i], NULL);
	}
	check(isoft_atomic_get_u64(&added) == UINT64_C(3) * THREADS * ROUNDS, "no addition is lost");
	check(isoft_atomic_get_i64(&replaced) == -(int64_t)THREADS * ROUNDS, "no exchange is lost");
}

static void whole(void)
{
	pthread_t setter;
	bool equal = true;

	pthread_create(&setter, NULL, set_on, NULL);
	for (int i = 0; i < ROUNDS * 10; i++) {
		uint64_t seen = isoft_atomic_get_u64(&halves);

		equal = equal && seen >> 32 == (seen & UINT32_MAX);
	}
	isoft_atomic_set_u32(&over, 1);
	pthread_join(setter, NULL);
	check(equal, "a number is never seen half written");
}

static void values(void)
{
	static const uint64_t in_read_only_memory = UINT64_C(0x0123456789abcdef);
	isoft_atomic_u64 number = {UINT64_MAX};
	isoft_atomic_i64 negative = {0};
	uint64_t expected = 7;
	int64_t other = 7;

	isoft_atomic_set_i64(&negative, INT64_MIN);
	check(!isoft_atomic_replace_u64(&number, &expected, 8) && expected == UINT64_MAX
			&& isoft_atomic_replace_u64(&number, &expected, 8) && isoft_atomic_get_u64(&number) == 8,
		"an exchange that fails gives the number");
	check(!isoft_atomic_replace_i64(&negative, &other, -1) && other == INT64_MIN
			&& isoft_atomic_replace_i64(&negative, &other, -1) && isoft_atomic_get_i64(&negative) == -1,
		"so does one of a negative number");
	check(isoft_atomic_read_u64(&in_read_only_memory) == in_read_only_memory, "read-only memory can be read");
}

int main(void)
{
	counted();
	whole();
	values();
	return check_end();
}
