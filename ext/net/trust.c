#include "net/trust.h"

#include <string.h>

#ifndef _WIN32
#include <dirent.h>
#endif

#include "support/atomic.h"

enum { UNDECIDED, USE_DIRECTORY, USE_BUNDLE };

/* The same for all threads: each would come to the same choice. */
static isoft_atomic_u32 system_choice;

static bool is_given(const char *path)
{
	return path && *path;
}

static const curl_version_info_data *built_in(void)
{
	const curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);

	return info->age >= CURLVERSION_SEVENTH ? info : NULL;
}

const char *isoft_trust_system_bundle(void)
{
	return built_in() ? built_in()->cainfo : NULL;
}

/* Other TLS libraries parse the whole directory for each connection. */
static bool has_openssl(const curl_version_info_data *info)
{
	return info->ssl_version && strncmp(info->ssl_version, "OpenSSL/", strlen("OpenSSL/")) == 0;
}

#ifdef _WIN32

/* The system has no such directory there. */
static bool is_hashed(const char *directory)
{
	(void)directory;
	return false;
}

/* A given directory is not looked at. */
bool isoft_trust_finds_in(const char *directory)
{
	(void)directory;
	return true;
}

#else

/* Eight hexadecimal digits, a dot, and a number. */
static bool is_hashed_name(const char *name)
{
	enum { HASH_LENGTH = 8 };
	size_t hash = strspn(name, "0123456789abcdef"), number;

	if (hash != HASH_LENGTH || name[hash] != '.') {
		return false;
	}
	number = strspn(name + hash + 1, "0123456789");
	return number > 0 && !name[hash + 1 + number];
}

static bool is_hashed(const char *directory)
{
	DIR *names = opendir(directory);
	const struct dirent *entry;
	bool found = false;

	while (names && !found && (entry = readdir(names))) {
		found = is_hashed_name(entry->d_name);
	}
	if (names) {
		closedir(names);
	}
	return found;
}

bool isoft_trust_finds_in(const char *directory)
{
	return !built_in() || !has_openssl(built_in()) || is_hashed(directory);
}

#endif

bool isoft_trust_takes_directories(void)
{
	CURL *easy = curl_easy_init();
	bool takes = !easy || curl_easy_setopt(easy, CURLOPT_CAPATH, "/") == CURLE_OK;

	curl_easy_cleanup(easy);
	return takes;
}

static uint32_t choose(void)
{
	const curl_version_info_data *info = built_in();
	bool usable = info && has_openssl(info) && is_given(info->capath) && is_hashed(info->capath);

	return usable ? USE_DIRECTORY : USE_BUNDLE;
}

const char *isoft_trust_system_directory(void)
{
	uint32_t choice = isoft_atomic_get_u32(&system_choice);

	if (choice == UNDECIDED) {
		choice = choose();
		isoft_atomic_set_u32(&system_choice, choice);
	}
	return choice == USE_DIRECTORY ? built_in()->capath : NULL;
}

/*
 * libcurl 7.87 and newer keeps the parsed bundle for later connections, but not while a directory is set too, as most
 * builds do: each reconnect would parse the bundle again, for many times the CPU of the handshake. Also, a user who
 * names a file does not mean to trust a directory besides. So only one of them is set.
 */
static unsigned set_file(CURL *easy, const char *file)
{
	/* The result is ignored: a TLS library without directories refuses the option and has none to unset. */
	curl_easy_setopt(easy, CURLOPT_CAPATH, NULL);
	return curl_easy_setopt(easy, CURLOPT_CAINFO, file);
}

static unsigned set_directory(CURL *easy, const char *directory)
{
	return curl_easy_setopt(easy, CURLOPT_CAINFO, NULL) | curl_easy_setopt(easy, CURLOPT_CAPATH, directory);
}

static unsigned set_authorities(CURL *easy, const isoft_trust *trust)
{
	if (is_given(trust->file)) {
		return set_file(easy, trust->file);
	}
	if (is_given(trust->directory)) {
		return set_directory(easy, trust->directory);
	}
	if (isoft_trust_system_directory()) {
		return set_directory(easy, isoft_trust_system_directory());
	}
	/* Without a bundle of its own libcurl does what it was built for. */
	return isoft_trust_system_bundle() ? set_file(easy, isoft_trust_system_bundle()) : 0;
}

unsigned isoft_trust_set(CURL *easy, const isoft_trust *trust)
{
	unsigned bad = set_authorities(easy, trust);

	bad |= curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
	bad |= curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
	return bad | curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
}

/* OpenSSL's X509_V_ERR_…: the issuer of a certificate is not among the authorities. */
static bool is_unknown_issuer(CURL *easy)
{
	enum { NO_ISSUER = 2, SELF_SIGNED = 18, SELF_SIGNED_IN_CHAIN = 19, NO_ISSUER_HERE = 20, LEAF_UNVERIFIED = 21 };
	long result = 0;

	curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &result);
	return result == NO_ISSUER || (result >= SELF_SIGNED && result <= LEAF_UNVERIFIED);
}

static bool falls_back(CURL *easy, const isoft_trust *trust, CURLcode code)
{
	return code == CURLE_PEER_FAILED_VERIFICATION && !is_given(trust->file) && !is_given(trust->directory)
		&& isoft_trust_system_directory() && isoft_trust_system_bundle() && is_unknown_issuer(easy)
		&& !set_file(easy, isoft_trust_system_bundle());
}

/* What the first transfer took is taken from the time of the second: an exchange is killed when it takes too long. */
static bool keep_timeout(CURL *easy, long timeout_ms)
{
	curl_off_t taken_us = 0;
	long left_ms;

	curl_easy_getinfo(easy, CURLINFO_TOTAL_TIME_T, &taken_us);
	left_ms = timeout_ms - (long)(taken_us / 1000);
	return left_ms > 0 && curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, left_ms) == CURLE_OK;
}

bool isoft_trust_begins_again(CURL *easy, const isoft_trust *trust, long timeout_ms, CURLcode code, bool *fell_back)
{
	if (!*fell_back) {
		*fell_back = falls_back(easy, trust, code) && keep_timeout(easy, timeout_ms);
		return *fell_back;
	}
	if (code == CURLE_OK) {
		isoft_atomic_set_u32(&system_choice, USE_BUNDLE);
	}
	return false;
}

isoft_trust isoft_trust_for_exchange(const isoft_trust *trust)
{
	bool bundle = !is_given(trust->file) && !is_given(trust->directory) && !isoft_trust_system_directory();

	return (isoft_trust){bundle ? isoft_trust_system_bundle() : trust->file, trust->directory};
}
