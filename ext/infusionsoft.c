/*
 * The module entry: calls the startup and shutdown functions of the rooms for the process, the thread and the request.
 * It has no logic of its own.
 */
#include "php_infusionsoft.h"

#include "ext/spl/spl_exceptions.h"
#include "zend_attributes.h"
#include "zend_interfaces.h"

#include <sodium.h>

#include "auth/detach.h"
#include "auth/fleet_kept.h"
#include "auth/heartbeat.h"
#include "auth/keepalive.h"
#include "auth/script_end.h"
#include "auth/shared_area.h"
#include "auth/stats.h"
#include "auth/store_cache.h"
#include "batch/batch.h"
#include "client/fake.h"
#include "client/hook_repeats.h"
#include "client/last_reply.h"
#include "client/logger.h"
#include "client/pacer.h"
#include "client/seen_limits.h"
#include "client/wait.h"
#include "functions/arguments.h"
#include "functions/configure.h"
#include "functions/each.h"
#include "functions/info.h"
#include "net/multi.h"
#include "net/transport.h"
#include "support/exceptions.h"
#include "support/fork.h"
#include "support/interrupt.h"
#include "support/pause.h"
#include "support/sent_settings.h"
#include "support/settings.h"

#include "infusionsoft_arginfo.h"

ZEND_DECLARE_MODULE_GLOBALS(infusionsoft)

static void register_classes(void)
{
	isoft_exceptions_minit(register_class_Infusionsoft_Exception(spl_ce_RuntimeException));
	isoft_ce_configuration_exception = register_class_Infusionsoft_ConfigurationException(isoft_ce_exception);
	isoft_ce_store_exception = register_class_Infusionsoft_StoreException(isoft_ce_exception);
	isoft_ce_authorization_exception = register_class_Infusionsoft_AuthorizationException(isoft_ce_exception);
	isoft_ce_transport_exception = register_class_Infusionsoft_TransportException(isoft_ce_exception);
	isoft_ce_api_exception = register_class_Infusionsoft_ApiException(isoft_ce_exception);
	isoft_ce_rate_limit_exception = register_class_Infusionsoft_RateLimitException(isoft_ce_api_exception);
	isoft_batch_minit(register_class_Infusionsoft_Batch(zend_ce_iterator));
	isoft_each_minit(register_class_Infusionsoft_Each(zend_ce_iterator));
}

static PHP_GINIT_FUNCTION(infusionsoft)
{
#if defined(ZTS) && defined(COMPILE_DL_INFUSIONSOFT)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	memset(infusionsoft_globals, 0, sizeof(*infusionsoft_globals));
}

static PHP_GSHUTDOWN_FUNCTION(infusionsoft)
{
	isoft_store_cache_free(infusionsoft_globals->store_cache);
	isoft_last_reply_free(infusionsoft_globals->last_reply);
	isoft_transport_free(infusionsoft_globals->transport);
	isoft_multi_free(infusionsoft_globals->multi);
	isoft_stats_free(infusionsoft_globals->stats);
	isoft_seen_limits_free(infusionsoft_globals->seen_limits);
	isoft_hook_repeats_free(infusionsoft_globals->hook_handled);
	isoft_pacer_free(infusionsoft_globals->last_clock);
	isoft_fleet_kept_free(infusionsoft_globals->fleet_kept);
	isoft_settings_gshutdown(&infusionsoft_globals->settings);
}

/* The settings of pools and virtual hosts are set later: no setting is used here. */
static PHP_MINIT_FUNCTION(infusionsoft)
{
	if (sodium_init() < 0 || !isoft_transport_minit()) {
		zend_error(E_CORE_WARNING, "infusionsoft: libsodium or libcurl cannot be initialized");
		return FAILURE;
	}
	isoft_fork_watch();
	isoft_pause_provide(isoft_wait_suspends, isoft_wait_ns);
	isoft_shared_area_minit();
	isoft_settings_minit(type, module_number);
	register_infusionsoft_symbols(module_number);
	register_classes();
	return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(infusionsoft)
{
	isoft_transport_free(ISOFT_G(transport));
	ISOFT_G(transport) = NULL;
	isoft_multi_free(ISOFT_G(multi));
	ISOFT_G(multi) = NULL;
	isoft_transport_mshutdown();
	isoft_settings_mshutdown(type, module_number);
	isoft_script_end_wait();
	return SUCCESS;
}

static PHP_RINIT_FUNCTION(infusionsoft)
{
#if defined(ZTS) && defined(COMPILE_DL_INFUSIONSOFT)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	ISOFT_G(ending) = false;
	ISOFT_G(refreshed) = false;
	isoft_interrupt_rinit();
	isoft_pause_rinit();
	isoft_last_reply_reset(); /* a call may have ended after the shutdown of the request before */
	isoft_detach_reap();
	isoft_store_cache_rinit();
	return SUCCESS;
}

/*
 * User code may run later in the same request: a session handler that writes late, a stream wrapper, a destructor. Its
 * calls work, but nothing of Zend's memory may be kept for them in the globals.
 */
static PHP_RSHUTDOWN_FUNCTION(infusionsoft)
{
	ISOFT_G(ending) = true;
	isoft_logger_rshutdown();
	if (isoft_fake_is_on()) {
		isoft_fake_rshutdown(); /* a test must not refresh the grants of this machine: no keepalive */
	} else {
		isoft_keepalive_rshutdown();
		isoft_heartbeat_rshutdown();
	}
	isoft_hook_repeats_rshutdown();
	isoft_stats_flush();
	isoft_seen_limits_flush();
	/* After a fatal error a batch may still be under way, and PHP frees the memory that its requests point to. */
	isoft_multi_abandon(ISOFT_G(multi));
	isoft_detach_abandon_waits();
	ISOFT_G(waiter) = NULL;
	isoft_last_reply_reset();
	return SUCCESS;
}

/*
 * After the last user code: drops what it left, and what a bailout kept PHP_RSHUTDOWN_FUNCTION from dropping. PHP has
 * freed all objects by now, so pointers to them are forgotten.
 */
static ZEND_MODULE_POST_ZEND_DEACTIVATE_D(infusionsoft)
{
	isoft_sent_settings_end();
	isoft_multi_abandon(ISOFT_G(multi));
	isoft_detach_abandon_waits();
	ISOFT_G(waiter) = NULL;
	isoft_fake_forget();
	isoft_logger_forget();
	isoft_accounts_forget();
	isoft_last_reply_reset();
	isoft_stats_flush();
	isoft_seen_limits_flush();
	isoft_configure_end();
	isoft_admin_values_end();
	return SUCCESS;
}

static PHP_MINFO_FUNCTION(infusionsoft)
{
	isoft_info_minfo(zend_module);
}

static const zend_module_dep infusionsoft_dependencies[] = {ZEND_MOD_REQUIRED("json") ZEND_MOD_REQUIRED("pcre")
		ZEND_MOD_REQUIRED("spl") ZEND_MOD_OPTIONAL("session") ZEND_MOD_END};

zend_module_entry infusionsoft_module_entry = {STANDARD_MODULE_HEADER_EX, NULL, infusionsoft_dependencies,
	"infusionsoft", ext_functions, PHP_MINIT(infusionsoft), PHP_MSHUTDOWN(infusionsoft), PHP_RINIT(infusionsoft),
	PHP_RSHUTDOWN(infusionsoft), PHP_MINFO(infusionsoft), PHP_INFUSIONSOFT_VERSION, PHP_MODULE_GLOBALS(infusionsoft),
	PHP_GINIT(infusionsoft), PHP_GSHUTDOWN(infusionsoft), ZEND_MODULE_POST_ZEND_DEACTIVATE_N(infusionsoft),
	STANDARD_MODULE_PROPERTIES_EX};

#ifdef COMPILE_DL_INFUSIONSOFT
#ifdef ZTS
ZEND_TSRMLS_CACHE_DEFINE()
#endif
ZEND_GET_MODULE(infusionsoft)
#endif
