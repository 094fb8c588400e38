#include "php_infusionsoft.h"

#include "client/trace.h"

#include "auth/refresh.h"
#include "auth/stats.h"
#include "client/fake.h"
#include "client/logger.h"
#include "support/clock.h"
#include "support/exceptions.h"

enum { MILLION = 1000000, LONG_WAIT_MS = 1000 };

void isoft_course_begin(isoft_course *course)
{
	course->began_ns = isoft_logger_listens() ? isoft_clock_monotonic_ns() : 0;
}

void isoft_course_wait(isoft_course *course, int64_t nanoseconds)
{
	course->waits += nanoseconds > 0;
	course->waited_ns += nanoseconds;
}

void isoft_course_credential(isoft_course *course)
{
	course->refreshed = isoft_refresh_take_outcome(&course->refresh) || course->refreshed;
}

void isoft_course_try(isoft_course *course, const isoft_reply *reply, int64_t left_ns)
{
	course->status = reply->status;
	if (reply->status) {
		isoft_stats_add_latency(isoft_clock_monotonic_ns() - left_ns);
		isoft_stats_add(ISOFT_STAT_RATE_LIMITED, reply->status == 429);
	}
}

static void count(const isoft_course *course, bool done, isoft_failure_kind kind)
{
	isoft_stats_add(ISOFT_STAT_CALLS, 1);
	isoft_stats_add(ISOFT_STAT_FAILURES + kind, !done);
	isoft_stats_add(ISOFT_STAT_RETRIES, (uint64_t)MAX(0, course->progress.tries - 1));
	isoft_stats_add(ISOFT_STAT_WAITS, course->waits);
	isoft_stats_add(ISOFT_STAT_WAITED_MS, (uint64_t)(course->waited_ns / MILLION));
}

static const char *level_of(const isoft_course *course, isoft_failure_kind kind)
{
	switch (kind) {
		case ISOFT_FAILURE_NONE:
			return course->progress.tries > 1 || course->progress.waited_ms >= LONG_WAIT_MS ? "notice" : "debug";
		case ISOFT_FAILURE_RATE_LIMIT:
			return "warning";
		case ISOFT_FAILURE_API:
			return course->status >= 400 && course->status < 500 ? "warning" : "error";
		default:
			return "error";
	}
}

static void add_error(zval *context, isoft_failure_kind kind, bool may_have_acted)
{
	add_assoc_str(context, "error", zend_string_copy(isoft_exception_class(kind)->name));
	if (kind == ISOFT_FAILURE_TRANSPORT) {
		add_assoc_bool(context, "may_have_acted", may_have_acted);
	}
}

/* Neither the query nor a body: they may hold addresses. */
static void fill_context(zval *context, const isoft_course *course, const isoft_call *call, int64_t took_ms)
{
	array_init(context);
	add_assoc_string(context, "account", call->account);
	add_assoc_string(context, "method", call->method);
	add_assoc_string(context, "path", call->path);
	if (course->status) {
		add_assoc_long(context, "status", course->status);
	} else {
		add_assoc_null(context, "status");
	}
	add_assoc_long(context, "tries", course->progress.tries);
	add_assoc_long(context, "waited_ms", (zend_long)(course->waited_ns / MILLION));
	add_assoc_long(context, "duration_ms", (zend_long)took_ms);
}

static zend_string *success_message(const isoft_course *course, const isoft_call *call, int64_t took_ms)
{
	char tries[32] = "";

	if (course->progress.tries > 1) {
		snprintf(tries, sizeof(tries), ", %d tries", course->progress.tries);
	}
	return zend_strpprintf(
		0, "%s %s: %ld in %lld ms%s", call->method, call->path, course->status, (long long)took_ms, tries);
}

static void log_call(const isoft_course *course, const isoft_call *call, isoft_failure_kind kind)
{
	int64_t took_ms = (isoft_clock_monotonic_ns() - course->began_ns) / MILLION;
	zval context;
	zend_string *message;

	fill_context(&context, course, call, took_ms);
	if (kind == ISOFT_FAILURE_NONE) {
		message = success_message(course, call, took_ms);
	} else {
		message = isoft_exception_message(EG(exception));
		add_error(&context, kind, isoft_exception_may_sent(EG(exception)));
	}
	isoft_log(level_of(course, kind), message, &context);
}

static void log_refresh(const char *account, const isoft_failure *outcome)
{
	zval context;

	array_init(&context);
	add_assoc_string(&context, "account", account);
	if (outcome->kind == ISOFT_FAILURE_NONE) {
		isoft_log("info", zend_strpprintf(0, "The access token of account \"%s\" was refreshed", account), &context);
		return;
	}
	add_error(&context, outcome->kind, outcome->may_sent);
	isoft_log(outcome->kind == ISOFT_FAILURE_AUTHORIZATION ? "critical" : "warning",
		zend_string_init(outcome->message, strlen(outcome->message), false), &context);
}

void isoft_course_refresh(const char *account)
{
	isoft_failure outcome;

	if (isoft_refresh_take_outcome(&outcome) && isoft_logger_listens()) {
		log_refresh(account, &outcome);
	}
}

/* The logger may be gone after its first entry, and PHP may be ending. */
static bool goes_on(bool done)
{
	return isoft_logger_listens()
		&& (done ? !EG(exception) : isoft_exception_kind(EG(exception)) != ISOFT_FAILURE_NONE);
}

bool isoft_course_end(isoft_course *course, const isoft_call *call, bool done, zval *result)
{
	isoft_failure_kind kind = done ? ISOFT_FAILURE_NONE : isoft_exception_kind(EG(exception));
	bool is_call = done || kind != ISOFT_FAILURE_NONE || course->progress.tries;

	isoft_course_credential(course);
	/* What is wrong with an argument shows in here only where it is the body. */
	if (!is_call || kind == ISOFT_FAILURE_VALUE) {
		return done;
	}
	if (!isoft_fake_is_on()) {
		count(course, done, kind);
	}
	if (!course->began_ns) {
		return done;
	}
	if (course->refreshed && goes_on(done)) {
		log_refresh(call->account, &course->refresh);
	}
	if (goes_on(done)) {
		log_call(course, call, kind);
	}
	if (done && EG(exception)) {
		zval_ptr_dtor(result);
		ZVAL_UNDEF(result);
		done = false;
	}
	return done;
}
