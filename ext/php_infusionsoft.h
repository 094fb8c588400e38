/*
 * The module: its entry and its globals, one set per thread.
 *
 * Ownership: the room named beside a pointer owns and frees what it points to; the module entry calls its functions.
 * No lock: a thread uses its own set only. Declarations only: nothing bails out.
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
	isoft_settings settings;                 /* support/settings */
	struct isoft_store_cache *store_cache;   /* auth/store_cache: the stores that this thread has open */
	struct isoft_transport *transport;       /* net/transport: the kept connection; NULL before the first call */
	struct isoft_multi *multi;               /* net/multi: connections of batches; NULL before the first batch */
	struct isoft_waiter *waiter;             /* client/wait: the one whose fiber runs; NULL outside of batches */
	struct isoft_last_clock *last_clock;     /* client/pacer: NULL before the first call */
	struct isoft_fleet_kept *fleet_kept;     /* auth/fleet_kept: NULL before the first question to Redis */
	struct isoft_seen_limits *seen_limits;   /* client/seen_limits: not shared yet; NULL before the first call */
	struct isoft_last_reply *last_reply;     /* client/last_reply: of the main script; NULL before the first call */
	struct isoft_hook_handled *hook_handled; /* client/hook_repeats: NULL before the first delivery */
	struct isoft_fake *fake;                 /* client/fake: NULL if there is none */
	bool fake_ended;                         /* client/fake: a fake was on when the PHP request began to end */
	bool ending;                             /* the PHP request ends: nothing may be kept in Zend's memory any more */
	HashTable *account_names;          /* functions/arguments: copies of the account setting, kept for the request */
	struct isoft_stats_pending *stats; /* auth/stats: counts that are not shared yet; NULL before the first */
	bool refreshed;                    /* auth/refresh: refresh_outcome is set and not yet logged */
	int64_t unwritable_told_at;    /* auth/refresh: when a store that cannot be written was last told, monotonic ms */
	isoft_failure refresh_outcome; /* auth/refresh: kind NONE if the token was refreshed */
	zval logger;                   /* client/logger: a closure; undefined if there is no logger */
	bool logging;                  /* client/logger: the logger is being called */
	unsigned interrupts;           /* support/interrupt: how many handlers run, one inside the other */
	unsigned pauses;               /* support/pause: how many calls of batches pause */
	bool bailed_out;               /* support/interrupt: a handler ended PHP */
ZEND_END_MODULE_GLOBALS(infusionsoft)

ZEND_EXTERN_MODULE_GLOBALS(infusionsoft)

#define ISOFT_G(member) ZEND_MODULE_GLOBALS_ACCESSOR(infusionsoft, member)

#if defined(ZTS) && defined(COMPILE_DL_INFUSIONSOFT)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

#endif
