/*
 * Configure: infusionsoft_configure(), the settings that an application gives.
 *
 * Ownership: the settings are copied (support/application_settings). Takes no lock. Never bails out.
 */
#ifndef ISOFT_FUNCTIONS_CONFIGURE_H
#define ISOFT_FUNCTIONS_CONFIGURE_H

/* Forgets the settings of the application. Call when the request has ended, after PHP has set its ini entries back. */
void isoft_configure_end(void);

#endif
