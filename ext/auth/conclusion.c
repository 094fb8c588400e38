#include "auth/conclusion.h"

#include <stdio.h>
#include <string.h>

enum { BACKOFF_FAILURES_MAX = 16 };

static void conclude_grant(isoft_conclusion *conclusion, const isoft_grant *before, const isoft_unread_facts *facts)
{
	isoft_grant *grant = &conclusion->grant;

	*grant = conclusion->result.grant;
	grant->token_serial = (before ? before->token_serial : 0) + 1;
	grant->client_id = facts->client_id;
	if (facts->for_code) {
		return;
	}
	grant->renewed_at = grant->tried_at = facts->asked_at;
	/* A new token does not show that Keap accepts calls with it: the next good reply does. */
	grant->rejected_at = before->rejected_at;
	if (before->rejected_at && !grant->last_error) {
		grant->last_error = before->last_error;
	}
	if (!grant->application && *before->application) {
		grant->application = before->application;
	}
}

/* What the outcome says of the old grant. A refusal removes the begin mark: Keap's answer is then known. */
static void conclude_failed_refresh(isoft_conclusion *conclusion, const isoft_unread_facts *facts)
{
	isoft_grant *grant = &conclusion->grant;

	switch (conclusion->meaning) {
		case ISOFT_TOKEN_RESULT_REFUSED:
			grant->refused_at = facts->answered_at;
			grant->refusals += grant->refusals < INT64_MAX;
			grant->begun_at = grant->lost_at = grant->client_refused_at = 0;
			break;
		case ISOFT_TOKEN_RESULT_CLIENT_REFUSED:
			grant->client_refused_at = facts->answered_at;
			grant->begun_at = facts->earlier_begun_at;
			break;
		case ISOFT_TOKEN_RESULT_NOTHING_HAPPENED:
			grant->begun_at = facts->earlier_begun_at;
			break;
		default:
			grant->lost_at = facts->answered_at;
	}
	/* A refusal is worth more to a person than the failure of a try after it. */
	if (conclusion->meaning == ISOFT_TOKEN_RESULT_REFUSED || !grant->refused_at) {
		grant->last_error = conclusion->failure.message;
	}
}

static void begin_conclusion(isoft_conclusion *conclusion, const isoft_grant *before)
{
	memset(conclusion, 0, sizeof(*conclusion));
	ZVAL_UNDEF(&conclusion->result.json);
	conclusion->has_grant = before != NULL;
	if (before) {
		conclusion->grant = *before;
	}
}

void isoft_conclude(isoft_conclusion *conclusion, const isoft_grant *before, const isoft_unread_facts *facts,
	const isoft_reply *reply, const char *shown, const char *redirect_uri)
{
	isoft_token_result *result = &conclusion->result;

	begin_conclusion(conclusion, before);
	result->for_code = facts->for_code;
	result->redirect_uri = redirect_uri;
	result->shown = shown;
	result->lost_earlier = facts->earlier_begun_at;
	isoft_token_result_read(result, reply, facts->asked_at, facts->answered_at, &conclusion->failure);
	/* Read as a reply without a body. */
	if (facts->left_out) {
		snprintf(conclusion->failure.message, sizeof(conclusion->failure.message), ISOFT_MSG_UNUSABLE_GRANT,
			ISOFT_MSG_TOKENS_TOO_LONG);
	}
	conclusion->meaning = result->meaning;
	conclusion->granted = result->meaning == ISOFT_TOKEN_RESULT_GRANTED;
	if (conclusion->granted) {
		conclusion->has_grant = true;
		conclude_grant(conclusion, before, facts);
	} else if (!facts->for_code) {
		conclude_failed_refresh(conclusion, facts);
	}
}

void isoft_conclude_unsent(isoft_conclusion *conclusion, const isoft_grant *before, const isoft_unread_facts *facts,
	const isoft_failure *failure)
{
	begin_conclusion(conclusion, before);
	conclusion->failure = *failure;
	conclusion->meaning = ISOFT_TOKEN_RESULT_NOTHING_HAPPENED;
	conclude_failed_refresh(conclusion, facts);
}

isoft_backoff isoft_conclusion_backoff(
	const isoft_conclusion *conclusion, const isoft_unread_facts *facts, isoft_backoff before)
{
	isoft_backoff backoff = {0, 0};
	int64_t pause;

	if (!conclusion->grant.refused_at) {
		backoff.failures = MIN(before.failures + 1, BACKOFF_FAILURES_MAX);
		pause = MAX(INT64_C(1) << backoff.failures, conclusion->failure.retry_after);
		backoff.until = facts->answered_at + MIN(pause, ISOFT_EXCHANGE_BACKOFF_MAX_S);
	}
	return backoff;
}

void isoft_conclusion_wipe(isoft_conclusion *conclusion)
{
	isoft_token_result_wipe(&conclusion->result);
}
