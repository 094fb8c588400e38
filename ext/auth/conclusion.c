#include "auth/conclusion.h"

#include <stdio.h>
#include <string.h>

/* Where machines share the grant: its place among the pairs, and when it expires by Redis's clock. */
static void sign(isoft_grant *grant, const isoft_unread_facts *facts)
{
	const isoft_unread_fleet *fleet = &facts->fleet;

	if (fleet->attempt) {
		grant->lineage = fleet->next.number;
		memcpy(grant->lineage_id, fleet->next.id, sizeof(grant->lineage_id));
		grant->lineage_serial = fleet->next.serial;
		grant->shared_expiry =
			grant->expires_at ? fleet->answered_ms + (grant->expires_at - facts->answered_at) * 1000 : 0;
	}
}

static void conclude_grant(isoft_conclusion *conclusion, const isoft_grant *before, const isoft_unread_facts *facts)
{
	isoft_grant *grant = &conclusion->grant;

	*grant = conclusion->result.grant;
	grant->token_serial = (before ? before->token_serial : 0) + 1;
	grant->client_id = facts->client_id;
	sign(grant, facts);
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

isoft_failed_refresh isoft_conclusion_failed(isoft_conclusion *conclusion, const isoft_unread_facts *facts)
{
	return (isoft_failed_refresh){&conclusion->grant, conclusion->meaning, facts, &conclusion->failure};
}

static void note_failure(isoft_conclusion *conclusion, const isoft_unread_facts *facts)
{
	isoft_failed_refresh failed = isoft_conclusion_failed(conclusion, facts);

	isoft_failed_refresh_note(&failed);
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
		note_failure(conclusion, facts);
	}
}

void isoft_conclude_unsent(isoft_conclusion *conclusion, const isoft_grant *before, const isoft_unread_facts *facts,
	const isoft_failure *failure)
{
	begin_conclusion(conclusion, before);
	conclusion->failure = *failure;
	conclusion->meaning = ISOFT_TOKEN_RESULT_NOTHING_HAPPENED;
	note_failure(conclusion, facts);
}

void isoft_conclusion_wipe(isoft_conclusion *conclusion)
{
	isoft_token_result_wipe(&conclusion->result);
}
