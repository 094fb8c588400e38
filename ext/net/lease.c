#include "net/lease.h"

#include <string.h>

enum {
	ASKING_MS = 300, /* a command ends after 250 ms */
	LOOK_MS = 2,     /* while another process asks */
	NEAR_MS = 10,    /* and a round trip before its end the next block is asked for, as late as is safe: the more calls
						wait, the longer it is */
	LATE_MS = 2,     /* the last call of a block may leave so much after its instant */
	RETRY_MS = 5000, /* so long after a failure Redis is asked again */
	KEEP_MS = 10000, /* after that a longer round trip tells the time better than the old one */
	TRIP_MAX_MS = 250,
	DRIFT_NS = 100000, /* of two clocks in that time */
	UNKNOWN_MS = 3,    /* where no round trip has said the time lately */
	COUNTED_S = 10,    /* Redis forgets a machine that it has not counted for 60 s */
	PLACES_MAX = 1000,
	RANK_SHIFT = 16,
	MACHINES_MASK = 0xffff,
	AHEAD_MAX_MS = 3600000, /* no block is further ahead */
	DRIFT_MS = 900000       /* after that the clocks may have drifted: every second place of the frame is left out */
};

/* Machines without Redis keep a wider distance: three halves of the gap. */
static const int64_t FRAME_GAPS = 3, FRAME_GAPS_IN = 2;

static int64_t ms(int64_t milliseconds)
{
	return milliseconds * 1000000;
}

/* The difference of two such times is right also where they have overflowed. */
static uint32_t seconds(int64_t ns)
{
	return (uint32_t)(ns / 1000000000);
}

static int64_t get(isoft_atomic_i64 *value)
{
	return isoft_atomic_get_i64(value);
}

static void set(isoft_atomic_i64 *value, int64_t to)
{
	isoft_atomic_set_i64(value, to);
}

static isoft_lease *find(isoft_leases *leases, uint64_t rate_key)
{
	for (int i = 0; i < ISOFT_LEASES; i++) {
		if (isoft_atomic_get_u64(&leases->leases[i].owner) == rate_key) {
			return &leases->leases[i];
		}
	}
	return NULL;
}

static int64_t end_of(isoft_lease *lease)
{
	return get(&lease->first_ns) + get(&lease->count) * get(&lease->gap_ns);
}

/* The lease of this rate key; if it has none, the one whose block ended first is given to it. */
static isoft_lease *lease_of(isoft_leases *leases, uint64_t rate_key)
{
	isoft_lease *lease = find(leases, rate_key), *oldest = &leases->leases[0];

	if (lease) {
		return lease;
	}
	for (int i = 1; i < ISOFT_LEASES; i++) {
		if (end_of(&leases->leases[i]) < end_of(oldest)) {
			oldest = &leases->leases[i];
		}
	}
	memset(oldest, 0, sizeof(*oldest));
	isoft_atomic_set_u64(&oldest->owner, rate_key);
	return oldest;
}

/* Memory may hold anything, and what an earlier boot of the machine left: then the lease begins again. */
static void check(isoft_lease *lease, int64_t now_ns)
{
	int64_t tickets = get(&lease->tickets), served = get(&lease->served), count = get(&lease->count);
	int64_t gap = get(&lease->gap_ns), first = get(&lease->first_ns);
	bool makes_sense = tickets >= 0 && served >= 0 && tickets < INT64_MAX / 2 && served < INT64_MAX / 2 && count >= 0
		&& count <= ISOFT_LEASE_MOST && count <= served && served - tickets <= count && gap >= 0
		&& gap <= ms(AHEAD_MAX_MS) && first >= 0 && first <= now_ns + ms(AHEAD_MAX_MS)
		&& get(&lease->asking_until_ns) <= now_ns + ms(ASKING_MS);

	if (!makes_sense) {
		uint64_t owner = isoft_atomic_get_u64(&lease->owner);

		memset(lease, 0, sizeof(*lease));
		isoft_atomic_set_u64(&lease->owner, owner);
	}
}

/* The instants that no ticket has when their time comes are over. */
static void drop_passed(isoft_lease *lease, int64_t now_ns)
{
	int64_t served = get(&lease->served), first = served - get(&lease->count), gap = get(&lease->gap_ns);
	int64_t next = get(&lease->tickets);

	while (next < served && get(&lease->first_ns) + (next - first) * gap + ms(LATE_MS) < now_ns) {
		next++;
	}
	if (next >= first) {
		set(&lease->tickets, next);
	}
}

/* Tickets are numbered from 1, so that 0 is none. Returns whether the place has a ticket that can still be served. */
static bool has_ticket(isoft_lease *lease, int64_t now_ns, const isoft_lease_place *place)
{
	int64_t index = place->ticket - 1;

	return place->ticket > 0 && place->ticket <= get(&lease->tickets)
		&& (index >= get(&lease->served)
			|| (index >= get(&lease->served) - get(&lease->count)
				&& now_ns <= end_of(lease) - get(&lease->gap_ns) + ms(LATE_MS)));
}

int64_t isoft_lease_lead_ns(isoft_leases *leases)
{
	int64_t last = get(&leases->clock.last_ns);

	return last >= 0 && last <= ms(TRIP_MAX_MS) ? last : 0;
}

unsigned isoft_lease_machines(isoft_leases *leases, uint64_t rate_key, int64_t now_ns)
{
	isoft_lease *lease = find(leases, rate_key);
	bool fresh = lease && seconds(now_ns) - isoft_atomic_get_u32(&lease->placed_s) < COUNTED_S;

	return fresh ? isoft_atomic_get_u32(&lease->place) & MACHINES_MASK : 0;
}

/* Half the round trip that said the time, and what the clocks have drifted apart since. */
int64_t isoft_lease_unsure_ns(isoft_leases *leases, int64_t now_ns)
{
	int64_t trip = get(&leases->clock.trip_ns), since = now_ns - get(&leases->clock.measured_ns);
	bool known = trip > 0 && trip <= ms(TRIP_MAX_MS) && since >= 0 && since <= ms(KEEP_MS);

	return known ? trip / 2 + DRIFT_NS : ms(UNKNOWN_MS);
}

static bool is_away(isoft_lease_clock *clock, int64_t now_ns)
{
	return get(&clock->away_ns) && get(&clock->retry_ns) > now_ns && get(&clock->retry_ns) <= now_ns + ms(RETRY_MS);
}

static isoft_lease_step wait_or_ask(
	isoft_leases *leases, isoft_lease *lease, int64_t now_ns, unsigned behind, isoft_lease_place *place)
{
	int64_t ask_from = end_of(lease) - ms(NEAR_MS) - isoft_lease_lead_ns(leases);
	int64_t wanted = get(&lease->tickets) - get(&lease->served) + behind;

	if (get(&lease->asking_until_ns) > now_ns) {
		place->at_ns = now_ns + ms(LOOK_MS);
		return ISOFT_LEASE_WAIT;
	}
	if (ask_from > now_ns) {
		place->at_ns = ask_from;
		return ISOFT_LEASE_WAIT;
	}
	set(&lease->asking_until_ns, now_ns + ms(ASKING_MS));
	place->count = wanted < ISOFT_LEASE_MOST ? (unsigned)wanted : ISOFT_LEASE_MOST;
	return ISOFT_LEASE_ASK;
}

isoft_lease_step isoft_lease_next(
	isoft_leases *leases, uint64_t rate_key, int64_t now_ns, unsigned behind, bool yields, isoft_lease_place *place)
{
	isoft_lease *lease = lease_of(leases, rate_key);
	int64_t index;

	check(lease, now_ns);
	if (is_away(&leases->clock, now_ns)) {
		place->ticket = 0;
		return ISOFT_LEASE_AWAY;
	}
	if (!has_ticket(lease, now_ns, place)) {
		drop_passed(lease, now_ns);
		if (yields && get(&lease->tickets) > get(&lease->served)) {
			place->ticket = 0;
			place->at_ns = now_ns + get(&lease->gap_ns) + ms(LOOK_MS);
			return ISOFT_LEASE_WAIT;
		}
		place->ticket = get(&lease->tickets) + 1;
		set(&lease->tickets, place->ticket);
	}
	index = place->ticket - 1;
	if (index >= get(&lease->served)) {
		return wait_or_ask(leases, lease, now_ns, behind, place);
	}
	place->at_ns = get(&lease->first_ns) + (index - (get(&lease->served) - get(&lease->count))) * get(&lease->gap_ns);
	place->last_ns = end_of(lease) - get(&lease->gap_ns) + ms(LATE_MS);
	return ISOFT_LEASE_SLOT;
}

/* The shortest round trip says Redis's time best; after some seconds the clocks have drifted apart by more. */
static void note_time(isoft_lease_clock *clock, const isoft_lease_reply *reply)
{
	int64_t trip = reply->received_ns - reply->sent_ns;
	bool better = !get(&clock->trip_ns) || trip <= get(&clock->trip_ns)
		|| reply->received_ns - get(&clock->measured_ns) > ms(KEEP_MS) || get(&clock->measured_ns) > reply->received_ns;

	if (better) {
		set(&clock->ahead_ns, reply->redis_us * 1000 - (reply->sent_ns + trip / 2));
		set(&clock->trip_ns, trip > 0 ? trip : 1);
		set(&clock->measured_ns, reply->received_ns);
	}
	set(&clock->last_ns, trip > 0 && trip < ms(TRIP_MAX_MS) ? trip : ms(TRIP_MAX_MS));
	set(&clock->away_ns, 0);
}

int64_t isoft_lease_grant(isoft_leases *leases, uint64_t rate_key, const isoft_lease_reply *reply)
{
	isoft_lease *lease = lease_of(leases, rate_key);
	int64_t first;

	note_time(&leases->clock, reply);
	check(lease, reply->received_ns);
	first = reply->first_us * 1000 - get(&leases->clock.ahead_ns);
	if (reply->machines && reply->machines <= PLACES_MAX && reply->rank < reply->machines) {
		isoft_atomic_set_u32(&lease->place, reply->rank << RANK_SHIFT | reply->machines);
		isoft_atomic_set_u32(&lease->placed_s, seconds(reply->received_ns));
	}
	set(&lease->asking_until_ns, 0);
	if (reply->count) {
		set(&lease->first_ns, first > 0 ? first : 0);
		set(&lease->gap_ns, reply->gap_ns);
		set(&lease->count, reply->count);
		set(&lease->served, get(&lease->served) + reply->count);
	}
	return first;
}

void isoft_lease_redis_is_away(isoft_leases *leases, uint64_t rate_key, int64_t now_ns)
{
	isoft_lease *lease = lease_of(leases, rate_key);

	check(lease, now_ns);
	if (!get(&leases->clock.away_ns)) {
		set(&leases->clock.away_ns, now_ns);
	}
	set(&leases->clock.retry_ns, now_ns + ms(RETRY_MS));
	set(&lease->asking_until_ns, 0);
	set(&lease->count, 0);
	set(&lease->served, get(&lease->tickets));
}

void isoft_lease_give_up(isoft_leases *leases, uint64_t rate_key, isoft_lease_place *place)
{
	isoft_lease *lease = find(leases, rate_key);

	if (lease && place->ticket && place->ticket == get(&lease->tickets)) {
		set(&lease->tickets, place->ticket - 1);
	}
	place->ticket = 0;
}

bool isoft_lease_frame(isoft_leases *leases, uint64_t rate_key, int64_t now_ns, int64_t gap_ns, isoft_pace_frame *frame)
{
	isoft_lease *lease = find(leases, rate_key);
	uint32_t place = lease ? isoft_atomic_get_u32(&lease->place) : 0;
	int64_t rank = place >> RANK_SHIFT, machines = place & MACHINES_MASK;
	int64_t distance = gap_ns * FRAME_GAPS / FRAME_GAPS_IN, away = get(&leases->clock.away_ns);

	if (machines < 2 || machines > PLACES_MAX || rank >= machines) {
		return false;
	}
	frame->period_ns = distance * machines;
	frame->phase_ns = rank * distance - get(&leases->clock.ahead_ns) % frame->period_ns;
	if (away && now_ns - away > ms(DRIFT_MS)) {
		frame->period_ns *= 2;
	}
	return true;
}
