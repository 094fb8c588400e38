/*
 * The module: its entry and its globals, one set per thread.
 *
 * The rooms below own what the pointers point to; the module entry only begins and ends them.
 */
#ifndef PHP_INFUSIONSOFT_H
#define PHP_INFUSIONSOFT_H

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php.h"

#include "support/failure.h"
#include "support/settings.h"

#define PHP_INFUSIONSOFT_VERSION "0.1.0"

extern zend_module_entry infusionsoft_module_entry;
#define phpext_infusionsoft_ptr &infusionsoft_module_entry

ZEND_BEGIN_MODULE_GLOBALS(infusionsoft)
	isoft_settings settings;
	struct isoft_store_cache *store_cache; /* auth/store_cache: the stores this thread has open */
	struct isoft_transport *transport;     /* net/transport: the kept connection, made at the first call */
	struct isoft_multi *multi;             /* net/multi: those of a batch, made at its first call */
	struct isoft_waiter *waiter;           /* client/wait: whose fiber runs; NULL for none */
	struct isoft_fake *fake;               /* client/fake: NULL while calls go to Keap */
	HashTable *account_names;              /* functions/arguments: see there */
	unsigned shard, shard_of;              /* auth/stats: this process's, and the fork that it is of */
	bool refreshed;                        /* auth/refresh: whether there is a ... */
	isoft_failure refresh_outcome;         /* ... NONE: the token was refreshed */
	zval logger;                           /* client/logger: a closure, or none */
	bool logging;                          /* it is at work */
ZEND_END_MODULE_GLOBALS(infusionsoft)

ZEND_EXTERN_MODULE_GLOBALS(infusionsoft)

#define ISOFT_G(member) ZEND_MODULE_GLOBALS_ACCESSOR(infusionsoft, member)

#if defined(ZTS) && defined(COMPILE_DL_INFUSIONSOFT)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

#endif
