#include "redis/tls.h"

#ifdef ISOFT_REDIS_TLS

#include <hiredis/hiredis.h>
#include <hiredis/hiredis_ssl.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <stdlib.h>
#include <string.h>

struct isoft_tls {
	SSL_CTX *context;
};

static bool fail(isoft_failure *failure, const char *where, const char *cause)
{
	return isoft_fail(failure, ISOFT_FAILURE_TRANSPORT,
		"Redis at %s (infusionsoft.shared_store) cannot be used with TLS: %s", where, cause);
}

/* hiredis says of a certificate only that it is not good, and has no word for a server that speaks something else. */
static const char *cause_of(const SSL *session, const redisContext *redis)
{
	long verified = session ? SSL_get_verify_result(session) : X509_V_OK;

	if (!session) {
		return "there is no memory";
	}
	if (verified != X509_V_OK) {
		return X509_verify_cert_error_string(verified);
	}
	return strstr(redis->errstr, "(null)") ? "the server ended the handshake, or has no TLS on this port"
										   : redis->errstr;
}

static bool trust_authorities(SSL_CTX *context, const isoft_redis_trust *trust)
{
	if (*trust->ca_file) {
		return SSL_CTX_load_verify_locations(context, trust->ca_file, NULL) == 1;
	}
	return *trust->ca_path ? SSL_CTX_load_verify_locations(context, NULL, trust->ca_path) == 1
						   : SSL_CTX_set_default_verify_paths(context) == 1;
}

/* hiredis does not check the name by itself. */
static SSL *make_session(SSL_CTX *context, const char *host)
{
	SSL *session = SSL_new(context);
	X509_VERIFY_PARAM *checked = session ? SSL_get0_param(session) : NULL;

	if (!session) {
		return NULL;
	}
	if (X509_VERIFY_PARAM_set1_ip_asc(checked, host) != 1
		&& (SSL_set1_host(session, host) != 1 || SSL_set_tlsext_host_name(session, host) != 1)) {
		SSL_free(session);
		return NULL;
	}
	return session;
}

isoft_tls *isoft_tls_begin(
	redisContext *redis, const char *host, const char *where, const isoft_redis_trust *trust, isoft_failure *failure)
{
	isoft_tls *tls = calloc(1, sizeof(*tls));
	SSL *session = NULL;

	if (tls) {
		tls->context = SSL_CTX_new(TLS_client_method());
	}
	if (tls && tls->context) {
		SSL_CTX_set_verify(tls->context, SSL_VERIFY_PEER, NULL);
		SSL_CTX_set_min_proto_version(tls->context, TLS1_2_VERSION);
	}
	if (!tls || !tls->context || !trust_authorities(tls->context, trust)) {
		fail(failure, where, "the authorities of infusionsoft.ca_file or infusionsoft.ca_path cannot be read");
		isoft_tls_free(tls);
		return NULL;
	}
	session = make_session(tls->context, host);
	if (!session || redisInitiateSSL(redis, session) != REDIS_OK) {
		fail(failure, where, cause_of(session, redis));
		SSL_free(session);
		isoft_tls_free(tls);
		return NULL;
	}
	return tls; /* the session is the connection's from here on */
}

void isoft_tls_free(isoft_tls *tls)
{
	if (tls) {
		SSL_CTX_free(tls->context);
		free(tls);
	}
}

bool isoft_tls_is_possible(isoft_failure *failure)
{
	(void)failure;
	return true;
}

#else

isoft_tls *isoft_tls_begin(struct redisContext *context, const char *host, const char *where,
	const isoft_redis_trust *trust, isoft_failure *failure)
{
	bool ignored = isoft_tls_is_possible(failure);

	(void)context, (void)host, (void)where, (void)trust, (void)ignored;
	return NULL;
}

void isoft_tls_free(isoft_tls *tls)
{
	(void)tls;
}

bool isoft_tls_is_possible(isoft_failure *failure)
{
	return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
		"infusionsoft.shared_store asks for TLS (rediss://), but this build has no TLS for Redis: build the extension "
		"again with hiredis 1.0 or later and its SSL part, or use redis:// in a private network");
}

#endif
