/*
 * Script end: the end of a process that runs one script, such as a command of a container.
 *
 * The kernel ends all processes of a PID namespace with its first one, the exchanges that PHP left running included:
 * the new token pair would be lost. The first one may be PHP, or a shell or an init process that ends after it. So a
 * command-line PHP waits at its end for its own exchanges. Servers live on, and never wait.
 *
 * While it waits, SIGTERM and SIGINT end this process, also where the script had a handler for them, because pcntl has
 * removed it with the request; the exchange is not affected. A timer of the script cannot end it. Output is already
 * written; the exit status stays the script's.
 *
 * Locks: none is held. Bailout: none. No Zend call.
 */
#ifndef ISOFT_AUTH_SCRIPT_END_H
#define ISOFT_AUTH_SCRIPT_END_H

#include <stdbool.h>

/* Returns whether the process ends with its script: PHP's command line, phpdbg, or micro. */
bool isoft_script_end_is_process_end(void);

/*
 * Called last in MSHUTDOWN. Where the process ends with its script, waits until its exchanges have ended: at most 70 s,
 * usually not at all. Elsewhere returns at once.
 */
void isoft_script_end_wait(void);

#endif
