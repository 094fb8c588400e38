/*
 * Child setup: what the process of an exchange does first, so that nothing of the worker's life affects it: it keeps
 * only the descriptors it needs, and only its deadline, SIGKILL and faults of the code itself can end it.
 *
 * Locks: none. No Zend call: never bails out. Part of the exchange helper too (ext/exchange_helper.c).
 */
#ifndef ISOFT_AUTH_CHILD_SETUP_H
#define ISOFT_AUTH_CHILD_SETUP_H

/* Blocks the signals, and lets the kernel end the process after the deadline (70 s). */
void isoft_child_block_signals(void);

/* Begins the deadline anew, in the process of an exchange only: elsewhere the alarm is the script's. */
void isoft_child_prolong(void);

/* Begins a session, closes all descriptors but these, and opens /dev/null as standard streams. Sorts the numbers. */
void isoft_child_leave_worker(int *kept, int count);

#endif
