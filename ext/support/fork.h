/*
 * Fork: counts forks, so that code can tell an inherited handle from its own without a system call.
 *
 * The count starts at 0 and is one higher in a forked child than in its parent. Code that holds something that must not
 * be used after a fork (a connection, a lock) stores the count when it creates it, and compares the count later.
 *
 * May be called from any thread. No lock, no Zend: never bails out.
 */
#ifndef ISOFT_SUPPORT_FORK_H
#define ISOFT_SUPPORT_FORK_H

/* Starts to count. Call before the first fork; further calls have no effect. */
void isoft_fork_watch(void);

unsigned isoft_fork_count(void);

#endif
