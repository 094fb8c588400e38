/*
 * Atomic: numbers that threads and processes share in memory. Microsoft's compiler has no <stdatomic.h> in the versions
 * that build PHP 8.2 and 8.3, and none of GCC's builtins.
 *
 * A get sees all that was written before the set whose value it returns, and all the more after an add or an exchange.
 * A field has the size and the bits of a plain number, so it may be copied to and from a file. No hidden lock.
 *
 * Ownership: nothing is kept. Locks: none. Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_SUPPORT_ATOMIC_H
#define ISOFT_SUPPORT_ATOMIC_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
	uint32_t value;
} isoft_atomic_u32;

typedef struct {
	uint64_t value;
} isoft_atomic_u64;

typedef struct {
	uint64_t value; /* the bits of the number */
} isoft_atomic_i64;

#if defined(_MSC_VER) && !defined(__clang__)
#include <intrin.h>

/* Keeps reads before it from being done after it. x86 keeps them in order itself; its compiler must be told. */
static inline void isoft_atomic_fence(void)
{
#if defined(_M_ARM64) || defined(_M_ARM64EC)
	__dmb(_ARM64_BARRIER_ISH);
#else
	_ReadWriteBarrier();
#endif
}

/* Read a plain number, also one in read-only memory, whole and in this order with what follows. */
static inline uint32_t isoft_atomic_read_u32(const uint32_t *from)
{
	uint32_t value = (uint32_t)__iso_volatile_load32((const volatile int32_t *)from);

	isoft_atomic_fence();
	return value;
}

static inline uint64_t isoft_atomic_read_u64(const uint64_t *from)
{
	uint64_t value = (uint64_t)__iso_volatile_load64((const volatile int64_t *)from);

	isoft_atomic_fence();
	return value;
}

static inline void isoft_atomic_write_u32(uint32_t *to, uint32_t value)
{
	_InterlockedExchange((volatile long *)to, (long)value);
}

/* Writes `value` if the number is `*expected`; else gives the number in `*expected` and returns false. */
static inline bool isoft_atomic_exchange_u64(uint64_t *number, uint64_t *expected, uint64_t value)
{
	uint64_t seen =
		(uint64_t)_InterlockedCompareExchange64((volatile int64_t *)number, (int64_t)value, (int64_t)*expected);
	bool done = seen == *expected;

	*expected = seen;
	return done;
}

/* On 32-bit x86 this is the only exchange of eight bytes. */
static inline void isoft_atomic_write_u64(uint64_t *to, uint64_t value)
{
	uint64_t expected = isoft_atomic_read_u64(to);

	while (!isoft_atomic_exchange_u64(to, &expected, value)) {
	}
}

#else

_Static_assert(__GCC_ATOMIC_LLONG_LOCK_FREE == 2 && __GCC_ATOMIC_INT_LOCK_FREE == 2,
	"an atomic with a hidden lock does not work between processes");

static inline void isoft_atomic_fence(void)
{
	__atomic_thread_fence(__ATOMIC_ACQUIRE);
}

static inline uint32_t isoft_atomic_read_u32(const uint32_t *from)
{
	return __atomic_load_n(from, __ATOMIC_ACQUIRE);
}

static inline uint64_t isoft_atomic_read_u64(const uint64_t *from)
{
	return __atomic_load_n(from, __ATOMIC_ACQUIRE);
}

static inline void isoft_atomic_write_u32(uint32_t *to, uint32_t value)
{
	__atomic_store_n(to, value, __ATOMIC_RELEASE);
}

static inline bool isoft_atomic_exchange_u64(uint64_t *number, uint64_t *expected, uint64_t value)
{
	return __atomic_compare_exchange_n(number, expected, value, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}

static inline void isoft_atomic_write_u64(uint64_t *to, uint64_t value)
{
	__atomic_store_n(to, value, __ATOMIC_RELEASE);
}

#endif

static inline int64_t isoft_atomic_read_i64(const int64_t *from)
{
	return (int64_t)isoft_atomic_read_u64((const uint64_t *)from);
}

static inline uint32_t isoft_atomic_get_u32(const isoft_atomic_u32 *atomic)
{
	return isoft_atomic_read_u32(&atomic->value);
}

static inline void isoft_atomic_set_u32(isoft_atomic_u32 *atomic, uint32_t value)
{
	isoft_atomic_write_u32(&atomic->value, value);
}

static inline uint64_t isoft_atomic_get_u64(const isoft_atomic_u64 *atomic)
{
	return isoft_atomic_read_u64(&atomic->value);
}

static inline void isoft_atomic_set_u64(isoft_atomic_u64 *atomic, uint64_t value)
{
	isoft_atomic_write_u64(&atomic->value, value);
}

static inline int64_t isoft_atomic_get_i64(const isoft_atomic_i64 *atomic)
{
	return (int64_t)isoft_atomic_read_u64(&atomic->value);
}

static inline void isoft_atomic_set_i64(isoft_atomic_i64 *atomic, int64_t value)
{
	isoft_atomic_write_u64(&atomic->value, (uint64_t)value);
}

/* Set `value` if the number is `*expected`; else give the number in `*expected` and return false. */
static inline bool isoft_atomic_replace_u64(isoft_atomic_u64 *atomic, uint64_t *expected, uint64_t value)
{
	return isoft_atomic_exchange_u64(&atomic->value, expected, value);
}

static inline bool isoft_atomic_replace_i64(isoft_atomic_i64 *atomic, int64_t *expected, int64_t value)
{
	uint64_t bits = (uint64_t)*expected;
	bool done = isoft_atomic_exchange_u64(&atomic->value, &bits, (uint64_t)value);

	*expected = (int64_t)bits;
	return done;
}

static inline void isoft_atomic_add_u64(isoft_atomic_u64 *atomic, uint64_t more)
{
	uint64_t expected = isoft_atomic_read_u64(&atomic->value);

	while (!isoft_atomic_exchange_u64(&atomic->value, &expected, expected + more)) {
	}
}

#endif
