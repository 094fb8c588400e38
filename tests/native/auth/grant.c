/* The grant: records of all versions, and when a refused refresh token is sent again. */
#include "auth/grant.h"

#include <stdio.h>
#include <string.h>

#include "../check.h"

enum { NOW = 1800000000, MINUTE = 60, HOUR = 3600, DAY = 86400 };

/* A record as version 1 of the format has it: the numbers are 1 to 7, and "a" to "e" are the texts. */
static void fill_version_1(isoft_record *record)
{
	unsigned char *at = record->bytes;

	*at++ = 1;
	*at++ = ISOFT_GRANT_OAUTH2;
	for (unsigned char number = 1; number <= 7; number++) {
		memset(at, 0, 8);
		*at = number;
		at += 8;
	}
	for (unsigned char letter = 'a'; letter <= 'e'; letter++) {
		memcpy(at, "\1\0.\0", 4);
		at[2] = letter;
		at += 4;
	}
	record->length = (size_t)(at - record->bytes);
}

static void versions(void)
{
	static isoft_record record, again;
	isoft_grant grant, copy;

	fill_version_1(&record);
	check(isoft_grant_decode(&record, &grant), "a record of version 1 is read");
	check(grant.token_serial == 1 && grant.refused_at == 7 && strcmp(grant.access_token, "a") == 0
			&& strcmp(grant.last_error, "e") == 0,
		"its numbers and texts have their places");
	check(!grant.refusals && !grant.tried_at && !grant.lost_at && !grant.client_refused_at && !grant.rejected_at,
		"what version 1 does not have is 0");
	grant.refusals = 8;
	grant.tried_at = 9;
	grant.lost_at = 10;
	grant.client_refused_at = 11;
	grant.rejected_at = 12;
	again.length = isoft_grant_encode(&grant, again.bytes);
	check(again.bytes[0] == 2 && isoft_grant_decode(&again, &copy), "it is written as version 2");
	check(copy.refused_at == 7 && copy.refusals == 8 && copy.tried_at == 9 && copy.lost_at == 10
			&& copy.client_refused_at == 11 && copy.rejected_at == 12 && strcmp(copy.last_error, "e") == 0,
		"version 2 keeps everything");
	again.bytes[0] = 3;
	check(!isoft_grant_decode(&again, &copy), "a record of version 3 is refused");
	again.bytes[0] = 0;
	check(!isoft_grant_decode(&again, &copy), "a record of version 0 is refused");
}

/* What machines that share a grant need is in version 4, which a machine by itself never writes. */
static void shared(void)
{
	static isoft_record record, longest;
	static char token[ISOFT_RECORD_MAX];
	isoft_grant grant = {.kind = ISOFT_GRANT_OAUTH2, .token_serial = 3, .access_token = "a", .refresh_token = "b"};
	isoft_grant copy;
	size_t alone;

	record.length = isoft_grant_encode(&grant, record.bytes);
	check(record.bytes[0] == 2, "a grant of one machine is written as version 2");
	grant.lineage = 5;
	memset(grant.lineage_id, 0xee, sizeof(grant.lineage_id));
	grant.lineage_serial = 6;
	grant.shared_expiry = INT64_C(1800000000123);
	record.length = isoft_grant_encode(&grant, record.bytes);
	check(record.bytes[0] == 4 && isoft_grant_decode(&record, &copy), "one that machines share as version 4");
	check(copy.lineage == 5 && copy.lineage_serial == 6 && copy.shared_expiry == INT64_C(1800000000123)
			&& memcmp(copy.lineage_id, grant.lineage_id, sizeof(copy.lineage_id)) == 0 && copy.token_serial == 3,
		"version 4 keeps everything");
	record.bytes[0] = 2;
	check(isoft_grant_decode(&record, &copy) == false || !copy.lineage, "version 2 has no lineage");

	grant = (isoft_grant){.kind = ISOFT_GRANT_OAUTH2, .access_token = token, .refresh_token = "b"};
	memset(token, 't', sizeof(token) - 1);
	while (!isoft_grant_encode(&grant, longest.bytes)) {
		token[strlen(token) - 1] = '\0';
	}
	alone = strlen(token);
	grant.lineage = 1;
	check(
		isoft_grant_encode(&grant, longest.bytes) > 0, "the longest tokens of one machine (%zu bytes) fit too", alone);
}

static void forgotten(void)
{
	static isoft_record record;
	isoft_grant grant = {.kind = ISOFT_GRANT_FORGOTTEN}, copy;

	record.length = isoft_grant_encode(&grant, record.bytes);
	check(
		isoft_grant_decode(&record, &copy) && copy.kind == ISOFT_GRANT_FORGOTTEN, "word of a forgotten grant is read");
	check(isoft_grant_due_at(&copy, HOUR) == 0, "it is never due");
	record.bytes[0] = 2;
	check(!isoft_grant_decode(&record, &copy), "a version that does not know it refuses it");
}

static isoft_grant refused(int64_t refusals, int64_t expires_in)
{
	return (isoft_grant){.kind = ISOFT_GRANT_OAUTH2,
		.refused_at = NOW,
		.tried_at = NOW - 1,
		.refusals = refusals,
		.expires_at = expires_in ? NOW + expires_in : 0};
}

static void pauses(void)
{
	static const int64_t expected[] = {MINUTE, MINUTE, 5 * MINUTE, 10 * MINUTE, 20 * MINUTE, 40 * MINUTE, 80 * MINUTE,
		160 * MINUTE, 320 * MINUTE, 640 * MINUTE, 1280 * MINUTE, DAY, DAY};

	for (int64_t refusals = 0; refusals < (int64_t)(sizeof(expected) / sizeof(expected[0])); refusals++) {
		isoft_grant grant = refused(refusals, 30 * DAY);

		check(isoft_grant_retry_at(&grant) == NOW + expected[refusals], "after %lld refusals the pause is %lld s",
			(long long)refusals, (long long)expected[refusals]);
		check(isoft_grant_pauses(&grant, NOW + expected[refusals] - 1)
				&& !isoft_grant_pauses(&grant, NOW + expected[refusals]),
			"after %lld refusals the pause ends in time", (long long)refusals);
	}
}

static void expiry(void)
{
	isoft_grant grant = refused(12, HOUR);

	check(isoft_grant_retry_at(&grant) == NOW + HOUR, "in any pause the token is sent when the access token expires");
	grant.tried_at = NOW + HOUR;
	check(isoft_grant_retry_at(&grant) == NOW + HOUR + DAY, "after a try at the expiry the pause counts again");
	grant = refused(1, HOUR);
	check(isoft_grant_retry_at(&grant) == NOW + MINUTE, "the expiry delays no try");
	grant = refused(12, -HOUR);
	check(isoft_grant_retry_at(&grant) == NOW + DAY, "an expiry before the refusal adds no try");
	grant = refused(12, 0);
	check(isoft_grant_retry_at(&grant) == NOW + DAY, "a grant without an expiry has its pauses");
}

static void tries(void)
{
	isoft_grant grant = refused(2, 30 * DAY);

	grant.tried_at = NOW + 5 * MINUTE;
	check(isoft_grant_retry_at(&grant) == NOW + 10 * MINUTE, "a try without an answer is followed by a pause");
	grant.begun_at = grant.tried_at;
	check(isoft_grant_retry_at(&grant) == NOW + 30 * DAY,
		"a token that may be spent is not sent again before the access token expires");
	check(isoft_grant_due_at(&grant, 0) == NOW + 30 * DAY, "the due time of a refused grant is its next try");
}

/* Pairs that were obtained together are due at different times: earlier by up to a tenth of the margin, never later. */
static void spread(void)
{
	int early = 0, late = 0, outside = 0;

	for (int i = 0; i < 1000; i++) {
		char token[32];
		isoft_grant grant = {.kind = ISOFT_GRANT_OAUTH2,
			.refresh_token = token,
			.refreshed_at = NOW,
			.expires_at = NOW + DAY,
			.lifetime = DAY};
		int64_t ahead;

		snprintf(token, sizeof(token), "rt-%d", i);
		ahead = NOW + DAY - 3000 - isoft_grant_due_at(&grant, 3000);
		outside += ahead < 0 || ahead > 300 || isoft_grant_due_at(&grant, 3000) != NOW + DAY - 3000 - ahead;
		early += ahead > 150;
		late += ahead <= 150;
	}
	check(outside == 0, "no pair is due later than the margin says, nor earlier by more than a tenth of it");
	check(early > 400 && late > 400, "the due times of pairs that were obtained together are spread");
}

static void clocks(void)
{
	isoft_grant grant = refused(12, 30 * DAY);

	check(isoft_grant_pauses(&grant, NOW - 2), "a clock that is corrected by seconds ends no pause");
	check(!isoft_grant_pauses(&grant, NOW - HOUR), "a clock that was set back by an hour ends the pause");
	grant.begun_at = NOW;
	check(!isoft_grant_pauses(&grant, NOW - HOUR), "a clock that was set back ends the wait for the expiry");
	grant.refused_at = INT64_MAX;
	grant.refusals = INT64_MAX;
	check(isoft_grant_retry_at(&grant) == INT64_MAX, "the largest time does not overflow");
	grant.refused_at = grant.tried_at = grant.expires_at = INT64_MIN;
	check(!isoft_grant_pauses(&grant, NOW), "the smallest time does not overflow");
}

int main(void)
{
	versions();
	shared();
	forgotten();
	pauses();
	expiry();
	tries();
	clocks();
	spread();
	return check_end();
}
