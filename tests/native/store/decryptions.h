/*
 * Decryptions: counts how often this process opened a sealed record.
 *
 * Ownership: nothing is kept. Locks: takes no lock; for one thread. Bail-out: never; makes no Zend call.
 */
#ifndef TESTS_STORE_DECRYPTIONS_H
#define TESTS_STORE_DECRYPTIONS_H

/* Returns the number of decryptions since the start of the process. */
int decryptions(void);

#endif
