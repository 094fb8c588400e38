/*
 * The limit: creates a contact and applies a tag with one kept libcurl handle, with the headers and the JSON that the
 * extension sends.
 */
#include <curl/curl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

typedef struct {
	CURL *easy;
	struct curl_slist *headers;
	char contacts[256], tag[256];
	char reply[4096];
	size_t length;
} limit;

static size_t limit_take(char *data, size_t size, size_t count, void *given)
{
	limit *self = given;
	size_t length = size * count;

	if (length > sizeof(self->reply) - self->length) {
		return 0;
	}
	memcpy(self->reply + self->length, data, length);
	self->length += length;
	return length;
}

static void limit_init(limit *self, const char *base, const char *ca_file, const char *token)
{
	char authorization[512];

	snprintf(self->contacts, sizeof(self->contacts), "%s/rest/v2/contacts", base);
	snprintf(self->tag, sizeof(self->tag), "%s/rest/v2/tags/91/contacts:applyTags", base);
	snprintf(authorization, sizeof(authorization), "Authorization: Bearer %s", token);
	self->headers = curl_slist_append(NULL, authorization);
	self->headers = curl_slist_append(self->headers, "Accept: application/json");
	self->headers = curl_slist_append(self->headers, "User-Agent: php-infusionsoft/limit");
	self->headers = curl_slist_append(self->headers, "Content-Type: application/json");
	self->headers = curl_slist_append(self->headers, "Expect:");
	self->easy = curl_easy_init();
	curl_easy_setopt(self->easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(self->easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	curl_easy_setopt(self->easy, CURLOPT_CAINFO, ca_file);
	curl_easy_setopt(self->easy, CURLOPT_CAPATH, NULL);
	curl_easy_setopt(self->easy, CURLOPT_HTTPHEADER, self->headers);
	curl_easy_setopt(self->easy, CURLOPT_WRITEFUNCTION, limit_take);
	curl_easy_setopt(self->easy, CURLOPT_WRITEDATA, self);
}

static bool limit_post(limit *self, const char *url, const char *body, const char *expected)
{
	self->length = 0;
	curl_easy_setopt(self->easy, CURLOPT_URL, url);
	curl_easy_setopt(self->easy, CURLOPT_POSTFIELDS, body);
	if (curl_easy_perform(self->easy) != CURLE_OK || self->length == sizeof(self->reply)) {
		return false;
	}
	self->reply[self->length] = '\0';
	return strstr(self->reply, expected) != NULL;
}

static bool limit_create(limit *self)
{
	return limit_post(self, self->contacts,
		"{\"given_name\":\"Mary\",\"family_name\":\"Jones\",\"email_addresses\":[{\"email\":\"mary@example.com\",\"field\":\"EMAIL1\"}]}",
		"\"id\"");
}

static bool limit_tag(limit *self)
{
	return limit_post(self, self->tag, "{\"contact_ids\":[\"1001\"]}", "SUCCESS");
}
