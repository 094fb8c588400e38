/*
 * Fork: tells a handle that it was inherited, without a getpid per call.
 *
 * The count starts at 0 and is one higher in a forked child than in its parent. Whoever holds something that must not
 * cross a fork (a connection, a held lock) keeps the count of when it was made and compares. Safe from any thread.
 */
#ifndef ISOFT_SUPPORT_FORK_H
#define ISOFT_SUPPORT_FORK_H

/* Begins to watch; once per process image is enough, more do no harm. */
void isoft_fork_watch(void);

unsigned isoft_fork_count(void);

#endif
