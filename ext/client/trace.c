#include "php_infusionsoft.h"

#include "client/trace.h"

#include "zend_exceptions.h"

#include "auth/refresh.h"
#include "auth/stats.h"
#include "client/fake.h"
#include "client/logger.h"
#include "support/clock.h"
#include "support/exceptions.h"
#include "support/interrupt.h"
#include "support/sent_settings.h"

/* A call that waited for this long is logged as a notice. */
enum { LONG_WAIT_MS = 1000 };

void isoft_trace_begin(isoft_trace *trace)
{
	trace->began_ns = isoft_clock_monotonic_ns();
	trace->listened = isoft_logger_listens();
}

void isoft_trace_wait(isoft_trace *trace, int64_t nanoseconds)
{
	trace->waits += nanoseconds > 0;
	trace->waited_ns += nanoseconds;
}

void isoft_trace_credential(isoft_trace *trace)
{
	trace->refreshed = isoft_refresh_take_outcome(&trace->refresh) || trace->refreshed;
}

void isoft_trace_try(isoft_trace *trace, const isoft_reply *reply, int64_t sent_at_ns)
{
	trace->status = reply->status;
	trace->progress.tries += reply->repeats;
	trace->reply_expected = reply->deferred;
	trace->progress.deferred += reply->deferred > 0;
	if (reply->status) {
		isoft_stats_add_latency(isoft_clock_monotonic_ns() - sent_at_ns);
		isoft_stats_add(ISOFT_STAT_RATE_LIMITED, reply->status == 429);
	}
}

/* Counts the call in the statistics that all processes share. */
static void trace_count(const isoft_trace *trace, bool done, isoft_failure_kind kind)
{
	isoft_stats_add(ISOFT_STAT_CALLS, 1);
	isoft_stats_add(ISOFT_STAT_FAILURES + kind, !done);
	isoft_stats_add(ISOFT_STAT_RETRIES, (uint64_t)MAX(0, trace->progress.tries - 1));
	isoft_stats_add(ISOFT_STAT_WAITS, trace->waits);
	isoft_stats_add(ISOFT_STAT_WAITED_MS, (uint64_t)(trace->waited_ns / ISOFT_NS_PER_MS));
	isoft_stats_flush_if_due();
}

static const char *log_level(const isoft_trace *trace, isoft_failure_kind kind)
{
	switch (kind) {
		case ISOFT_FAILURE_NONE:
			return trace->progress.tries > 1 || trace->progress.waited_ms >= LONG_WAIT_MS ? "notice" : "debug";
		case ISOFT_FAILURE_RATE_LIMIT:
			return "warning";
		case ISOFT_FAILURE_API:
			return trace->status >= 400 && trace->status < 500 ? "warning" : "error";
		default:
			return "error";
	}
}

static void add_error(zval *context, const zend_class_entry *class, bool may_have_acted)
{
	add_assoc_str(context, "error", zend_string_copy(class->name));
	add_assoc_bool(context, "may_have_acted", may_have_acted);
}

/* The log has no query and no body: both may hold personal data. */
static void fill_context(zval *context, const isoft_trace *trace, const isoft_call *call, int64_t duration_ms)
{
	array_init(context);
	add_assoc_string(context, "account", call->account);
	add_assoc_string(context, "method", call->method);
	add_assoc_string(context, "path", call->path);
	if (trace->status) {
		add_assoc_long(context, "status", trace->status);
	} else {
		add_assoc_null(context, "status");
	}
	add_assoc_long(context, "tries", trace->progress.tries);
	add_assoc_long(context, "waited_ms", (zend_long)(trace->waited_ns / ISOFT_NS_PER_MS));
	add_assoc_long(context, "duration_ms", (zend_long)duration_ms);
}

static zend_string *success_message(const isoft_trace *trace, const isoft_call *call, int64_t duration_ms)
{
	char tries[32] = "";

	if (trace->progress.tries > 1) {
		snprintf(tries, sizeof(tries), ", %d tries", trace->progress.tries);
	}
	return zend_strpprintf(
		0, "%s %s: %ld in %lld ms%s", call->method, call->path, trace->status, (long long)duration_ms, tries);
}

static void log_call(const isoft_trace *trace, const isoft_call *call, isoft_failure_kind kind)
{
	int64_t duration_ms = (isoft_clock_monotonic_ns() - trace->began_ns) / ISOFT_NS_PER_MS;
	zval context;
	zend_string *message;

	fill_context(&context, trace, call, duration_ms);
	if (kind == ISOFT_FAILURE_NONE) {
		message = success_message(trace, call, duration_ms);
	} else {
		message = isoft_exception_message(EG(exception));
		add_error(&context, EG(exception)->ce, isoft_exception_may_sent(EG(exception)));
	}
	isoft_log(log_level(trace, kind), message, &context);
}

static void log_refresh(const char *account, const isoft_failure *refresh)
{
	zval context;

	array_init(&context);
	add_assoc_string(&context, "account", account);
	if (refresh->kind == ISOFT_FAILURE_NONE) {
		isoft_log("info", zend_strpprintf(0, "The access token of account \"%s\" was refreshed", account), &context);
		return;
	}
	add_error(&context, isoft_exception_class(refresh->kind), refresh->may_sent);
	isoft_log(refresh->kind == ISOFT_FAILURE_AUTHORIZATION ? "critical" : "warning",
		zend_string_init(refresh->message, strlen(refresh->message), false), &context);
}

static void log_sent_settings(const char *account)
{
	static const char message[] =
		"This PHP-FPM worker serves requests whose settings of the store or the credential "
		"differ, because the web server sends them with the request (PHP_VALUE, PHP_ADMIN_VALUE). The infusionsoft "
		"settings end with the request, but PHP's own stay in the worker: give each site a pool of its own";
	zval context;

	array_init(&context);
	add_assoc_string(&context, "account", account);
	isoft_log("warning", zend_string_init(message, strlen(message), false), &context);
}

bool isoft_trace_log_refresh(const char *account)
{
	isoft_failure refresh;

	if (!isoft_refresh_take_outcome(&refresh)) {
		return false;
	}
	if (isoft_logger_listens()) {
		log_refresh(account, &refresh);
	}
	return true;
}

/* Returns whether an entry can be logged: an earlier entry may have removed the logger or made it end PHP. */
static bool can_log(bool done)
{
	return isoft_logger_listens()
		&& (done ? !EG(exception) : isoft_exception_kind(EG(exception)) != ISOFT_FAILURE_NONE);
}

bool isoft_trace_finish(isoft_trace *trace, const isoft_call *call, bool done, zval *result)
{
	isoft_failure_kind kind;
	bool is_call;

	isoft_interrupt_go_on();
	kind = done ? ISOFT_FAILURE_NONE : isoft_exception_kind(EG(exception));
	is_call = done || kind != ISOFT_FAILURE_NONE || trace->progress.tries;
	isoft_trace_credential(trace);
	/* A \ValueError about the body: the PHP function counts and logs it, as it does for any other argument. */
	if (!is_call || kind == ISOFT_FAILURE_VALUE) {
		return done;
	}
	if (!isoft_fake_is_on()) {
		trace_count(trace, done, kind);
		isoft_sent_settings_use();
	}
	if (!trace->listened) {
		return done;
	}
	if (can_log(done) && isoft_sent_settings_must_be_told()) {
		log_sent_settings(call->account);
	}
	if (trace->refreshed && can_log(done)) {
		log_refresh(call->account, &trace->refresh);
	}
	if (can_log(done)) {
		log_call(trace, call, kind);
	}
	if (done && EG(exception)) {
		zval_ptr_dtor(result);
		ZVAL_UNDEF(result);
		done = false;
	}
	return done;
}

/* Whether the function that runs here threw the exception: not user code that it called, or that runs beside it. */
static bool is_thrown_here(zend_object *exception)
{
	const zend_function *here = EG(current_execute_data)->func;
	zval unused, *trace, *frame, *name;

	trace = zend_read_property(zend_get_exception_base(exception), exception, "trace", strlen("trace"), true, &unused);
	frame = Z_TYPE_P(trace) == IS_ARRAY ? zend_hash_index_find(Z_ARRVAL_P(trace), 0) : NULL;
	name = frame && Z_TYPE_P(frame) == IS_ARRAY ? zend_hash_str_find(Z_ARRVAL_P(frame), "function", 8) : NULL;
	return name && Z_TYPE_P(name) == IS_STRING && here->common.function_name
		&& zend_string_equals(Z_STR_P(name), here->common.function_name);
}

/* The kind of a refusal; NONE: it is none, or isoft_send() may have counted it. */
static isoft_failure_kind refusal_kind(zend_object *exception, bool not_sent)
{
	bool wrong_argument = exception->ce == zend_ce_value_error || exception->ce == zend_ce_type_error
		|| exception->ce == zend_ce_argument_count_error;

	if (wrong_argument) {
		return is_thrown_here(exception) ? ISOFT_FAILURE_VALUE : ISOFT_FAILURE_NONE;
	}
	return not_sent ? isoft_exception_kind(exception) : ISOFT_FAILURE_NONE;
}

static void log_refused(const char *account, zend_object *exception)
{
	zval context;

	array_init(&context);
	if (account) {
		add_assoc_string(&context, "account", account);
	} else {
		add_assoc_null(&context, "account");
	}
	add_assoc_str(&context, "function", zend_string_copy(EG(current_execute_data)->func->common.function_name));
	add_error(&context, exception->ce, false);
	isoft_log("warning", isoft_exception_message(exception), &context);
}

static void note_refusal(const char *account, bool not_sent)
{
	zend_object *exception = EG(exception);
	isoft_failure_kind kind = exception ? refusal_kind(exception, not_sent) : ISOFT_FAILURE_NONE;

	if (kind == ISOFT_FAILURE_NONE) {
		return;
	}
	if (!isoft_fake_is_on()) {
		isoft_stats_add(ISOFT_STAT_CALLS, 1);
		isoft_stats_add(ISOFT_STAT_FAILURES + kind, 1);
		isoft_stats_flush_if_due();
	}
	if (isoft_logger_listens()) {
		log_refused(account, exception);
	}
}

/* Without an account nothing can have been sent. */
void isoft_trace_refused(const char *account)
{
	note_refusal(account, !account);
}

void isoft_trace_not_sent(const char *account)
{
	note_refusal(account, true);
}
