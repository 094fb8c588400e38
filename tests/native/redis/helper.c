/*
 * The exchange helper of a machine that shares its grant, against a real redis-server and a token endpoint that the
 * test plays itself.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "auth/fleet_grant.h"
#include "auth/grant_write.h"
#include "auth/unread_reply.h"
#include "peer.h"
#include "scene.h"
#include "server.h"
#include "support/clock.h"

enum { HOUR = 3600 };

#define NEW_PAIR "{\"access_token\":\"new-access\",\"refresh_token\":\"new-refresh\",\"expires_in\":86400}"

extern char **environ;

static char redis_address[400];

isoft_fleet_setting isoft_fleet_setting_now(void)
{
	return (isoft_fleet_setting){.address = redis_address, .ca_file = "", .ca_path = "", .refresh_margin = HOUR};
}

static isoft_lock take_lock(isoft_store *store)
{
	isoft_lock lock;

	need(isoft_store_lock(store, "shop", PEER_SECONDS_MAX * 1000, &lock, &scene_failure) == ISOFT_STORE_OK);
	return lock;
}

/* A grant that Redis has too, as the newest. */
static isoft_store *shared_grant(void)
{
	isoft_store *store = scene_open();
	isoft_lock lock = take_lock(store);
	isoft_grant grant = {.kind = ISOFT_GRANT_OAUTH2,
		.token_serial = 4,
		.expires_at = isoft_clock_wall() - 1,
		.lifetime = HOUR,
		.access_token = "old-access",
		.refresh_token = "old-refresh",
		.application = "",
		.client_id = "client"};
	isoft_fleet *fleet;

	snprintf(redis_address, sizeof(redis_address), "unix:%s/redis.sock?prefix=test", scene_folder);
	fleet = isoft_fleet_begin_lineage(store, &lock);
	isoft_fleet_sign(fleet, &grant);
	need(isoft_grant_write(store, &lock, &grant, HOUR, 0, &scene_failure));
	isoft_fleet_publish(fleet, &lock, &grant, 0);
	isoft_fleet_close(fleet);
	isoft_store_unlock(store, &lock);
	return store;
}

/* A field of the only record in Redis. Valid until the next call. */
static const char *field(const char *name)
{
	static const char script[] = "return redis.call('HGET', redis.call('KEYS', '{test}:g:*')[1], ARGV[1])";

	return server_ask(scene_folder, (const char *const[]){"EVAL", script, "0", name, NULL});
}

/* Starts the helper for a refresh, and gives the lock to it. */
static isoft_helper start(isoft_store *store)
{
	static isoft_store_parcel parcel;
	isoft_lock lock = take_lock(store);
	isoft_helper_request request = {
		.token = {.url = peer_url, .user_agent = "User-Agent: test", .client_id = "client", .client_secret = "secret"},
		.account = "shop",
		.slot = lock.slot,
		.fleet = isoft_fleet_setting_now(),
		.parcel = &parcel};
	isoft_helper helper;
	const char *why = "";

	isoft_store_pack(store, &parcel);
	need(isoft_helper_spawn(&request, lock.descriptor, environ, &helper, &why) && isoft_helper_await(&helper, &why));
	isoft_store_leave(store, &lock);
	return helper;
}

/* Starts Redis and Keap's token endpoint, and a refresh of a grant that machines share. */
static isoft_helper start_with_servers(isoft_store **store)
{
	server_start(scene_folder, NULL);
	peer_listen();
	*store = shared_grant();
	return start(*store);
}

static void keeps_what_is_needed_to_hand_the_pair_in(void)
{
	static isoft_helper_outcome outcome;
	static isoft_record record, before_record;
	isoft_unread_facts facts;
	isoft_reply reply;
	isoft_store *store;
	isoft_helper helper;
	char request[PEER_REQUEST_SIZE];
	int connection;

	helper = start_with_servers(&store);
	connection = peer_next_request(request);
	need(*field("open") && strcmp(field("try"), field("open_try")) == 0);
	peer_answer(connection, "200 OK", NEW_PAIR);
	need(peer_take_outcome(&helper, &outcome) && outcome.stored && strlen(outcome.life) == ISOFT_LIFE_TEXT);
	need(strcmp(field("life"), outcome.life) == 0 && *field("open"));
	need(isoft_store_read(store, "shop", &record, &scene_failure) == ISOFT_STORE_OK);
	need(isoft_unread_decode(&record, &before_record, &facts, &reply));
	need(facts.fleet.next.number == 1 && facts.fleet.next.serial == 2);
	need(strcmp(field("try"), facts.fleet.attempt) == 0);
	need(llabs(facts.fleet.answered_ms - isoft_clock_wall_ms()) < PEER_SECONDS_MAX * 1000);
	isoft_store_close(store);
}

static void killed_leaves_the_mark_in_redis_and_here(void)
{
	static isoft_helper_outcome outcome;
	static isoft_record record;
	isoft_grant grant;
	isoft_store *store;
	isoft_helper helper;
	char request[PEER_REQUEST_SIZE];

	helper = start_with_servers(&store);
	peer_next_request(request);
	kill(helper.pid, SIGKILL);
	need(!peer_take_outcome(&helper, &outcome));
	need(*field("open") && *field("try"));
	need(isoft_store_read(store, "shop", &record, &scene_failure) == ISOFT_STORE_OK);
	need(isoft_grant_decode(&record, &grant) && grant.begun_at && grant.lineage_serial == 1);
	isoft_store_close(store);
}

static void sends_nothing_where_redis_is_away(void)
{
	static isoft_helper_outcome outcome;
	static isoft_record record;
	isoft_grant grant;
	isoft_store *store;
	isoft_helper helper;
	pid_t server = server_start(scene_folder, NULL);

	peer_listen();
	store = shared_grant();
	server_stop(server);
	helper = start(store);
	need(peer_take_outcome(&helper, &outcome) && !outcome.length && outcome.counted);
	need(outcome.failure.kind == ISOFT_FAILURE_TRANSPORT
		&& strstr(outcome.failure.message, "infusionsoft.shared_store"));
	need(!peer_has_request());
	need(isoft_store_read(store, "shop", &record, &scene_failure) == ISOFT_STORE_OK);
	need(isoft_grant_decode(&record, &grant) && !grant.begun_at && *grant.last_error);
	need(isoft_store_backoff(store, "shop").until > 0);
	isoft_store_close(store);
}

static void silence_is_told_to_the_other_machines(void)
{
	static isoft_helper_outcome outcome;
	isoft_store *store;
	isoft_helper helper;
	char request[PEER_REQUEST_SIZE];

	helper = start_with_servers(&store);
	close(peer_next_request(request));
	need(peer_take_outcome(&helper, &outcome) && outcome.stored);
	need(*field("open") && !*field("try") && *field("retry_at"));
	isoft_store_close(store);
}

/* Another machine has refreshed: its pair is in Redis, and this one's is older. */
static void adopts_a_newer_pair(void)
{
	static isoft_helper_outcome outcome;
	static isoft_record record;
	isoft_store *store;
	isoft_helper helper;
	isoft_grant grant, newer;
	isoft_fleet *fleet;
	isoft_lock lock;

	server_start(scene_folder, NULL);
	peer_listen();
	store = shared_grant();
	lock = take_lock(store);
	need(isoft_store_read(store, "shop", &record, &scene_failure) == ISOFT_STORE_OK
		&& isoft_grant_decode(&record, &grant));
	newer = grant;
	newer.access_token = "newer-access";
	newer.expires_at = isoft_clock_wall() + HOUR;
	newer.shared_expiry = 0;
	fleet = isoft_fleet_begin_lineage(store, &lock);
	isoft_fleet_sign(fleet, &newer);
	isoft_fleet_publish(fleet, &lock, &newer, 0);
	isoft_fleet_close(fleet);
	isoft_store_unlock(store, &lock);

	helper = start(store);
	need(peer_take_outcome(&helper, &outcome) && outcome.overtaken && outcome.failure.kind == ISOFT_FAILURE_NONE);
	need(!peer_has_request());
	need(isoft_store_read(store, "shop", &record, &scene_failure) == ISOFT_STORE_OK
		&& isoft_grant_decode(&record, &grant));
	need(strcmp(grant.access_token, "newer-access") == 0 && grant.token_serial == 5 && grant.lineage == 2);
	isoft_store_close(store);
}

static const scene_test tests[] = {
	{"the helper marks before it sends, and keeps what is needed to hand the pair in",
		keeps_what_is_needed_to_hand_the_pair_in},
	{"a killed helper leaves the mark in Redis and in the store", killed_leaves_the_mark_in_redis_and_here},
	{"where Redis is away the helper sends nothing, and all processes pause", sends_nothing_where_redis_is_away},
	{"the helper tells the other machines that no answer came", silence_is_told_to_the_other_machines},
	{"the helper stores the newer pair of another machine", adopts_a_newer_pair},
};

SCENE_MAIN(tests)
