/* The grant in a record of any bytes: decoding is safe, and a decoded grant is the same after encoding and decoding. */
#include "auth/grant.h"
#include "fuzz.h"

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

static void check_same(const isoft_grant *one, const isoft_grant *other)
{
	need(one->kind == other->kind && one->token_serial == other->token_serial && one->expires_at == other->expires_at);
	need(one->refreshed_at == other->refreshed_at && one->lifetime == other->lifetime);
	need(one->renewed_at == other->renewed_at && one->begun_at == other->begun_at);
	need(one->refused_at == other->refused_at && one->refusals == other->refusals && one->tried_at == other->tried_at);
	need(one->lost_at == other->lost_at && one->client_refused_at == other->client_refused_at);
	need(one->rejected_at == other->rejected_at);
	need(strcmp(or_empty(one->access_token), or_empty(other->access_token)) == 0);
	need(strcmp(or_empty(one->refresh_token), or_empty(other->refresh_token)) == 0);
	need(strcmp(or_empty(one->application), or_empty(other->application)) == 0);
	need(strcmp(or_empty(one->last_error), or_empty(other->last_error)) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* The block ends with the bytes, so that reads past them are reported. */
	isoft_record *record = malloc(offsetof(isoft_record, bytes) + size);
	isoft_record *again = malloc(sizeof(*again));
	isoft_grant grant = {0}, copy = {0};

	need(record && again);
	if (size <= ISOFT_RECORD_MAX) {
		record->length = size;
		if (size) {
			memcpy(record->bytes, data, size);
		}
		if (isoft_grant_decode(record, &grant)) {
			again->length = isoft_grant_encode(&grant, again->bytes);
			need(again->length && isoft_grant_decode(again, &copy));
			check_same(&grant, &copy);
			/* The number of refusals and the times may be anything; nothing overflows. */
			isoft_grant_pauses(&grant, 1800000000);
		}
	}
	free(record);
	free(again);
	return 0;
}
