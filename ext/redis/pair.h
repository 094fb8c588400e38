/*
 * Pair: names a token pair of an account among all that its machines ever had, and puts them in order.
 *
 * A lineage begins when an account is authorized, imported or forgotten: it has a number, one higher than the highest
 * that was known, and a random id. Within a lineage each refresh brings the next serial. The order is by number, then
 * by id, then by serial, so that two administrators who act at the same time get the same answer on all machines. A
 * grant that was stored before machines shared it has lineage 0 with an id of zeros.
 *
 * No state, no lock, no Zend: never bails out.
 */
#ifndef ISOFT_REDIS_PAIR_H
#define ISOFT_REDIS_PAIR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "support/attributes.h"

enum { ISOFT_LINEAGE_ID_SIZE = 16, ISOFT_LINEAGE_TEXT = 48, ISOFT_SERIAL_TEXT = 16 };

typedef struct {
	int64_t number; /* of the lineage, at least 0 */
	unsigned char id[ISOFT_LINEAGE_ID_SIZE];
	int64_t serial; /* at least 0 */
} isoft_pair;

/* Below 0: `a` is older than `b`. 0: they are the same pair. Above 0: `a` is newer. */
int isoft_pair_compare(const isoft_pair *a, const isoft_pair *b);

/* Writes lineage and serial as digits of fixed length, so that their order is that of the texts. */
void isoft_pair_write(const isoft_pair *pair, char lineage[ISOFT_LINEAGE_TEXT + 1], char serial[ISOFT_SERIAL_TEXT + 1]);

/* Reads what isoft_pair_write() wrote. Returns false for any other text. The texts need no NUL. */
ISOFT_MUST_CHECK bool isoft_pair_read(
	isoft_pair *pair, const char *lineage, size_t lineage_length, const char *serial, size_t serial_length);

/* Begins the lineage that comes after this number. */
void isoft_pair_begin(isoft_pair *pair, int64_t after_number);

#endif
