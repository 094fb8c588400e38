/*
 * Config: what one run explores. The sizes, the faults and admin acts that may happen, and the rules of the protocol
 * that are switched off. The command line sets it once; nothing changes it afterwards.
 */
#ifndef PROTOCOL_CONFIG_H
#define PROTOCOL_CONFIG_H

#include <bitset>

/* Names and sentences are in config.cpp, in the same order. */
enum Rule {
	LIFE,
	INFO,
	ASK_LIFE,
	ASK_ONCE,
	ASK_ANEW,
	OFFER_UNTRUSTED,
	FIRST_SENDING,
	GIVEN_LIFE,
	LINEAGE,
	LINEAGE_ID,
	TOMBSTONE_KEPT,
	PUT_ORDER,
	ADOPT_ORDER,
	PUT_FREE,
	PUBLISH_FREE,
	OFFERS,
	ADOPTS,
	MARK,
	FIRST_MARK,
	STRANGERS_MARK,
	DEADLINE,
	EXPIRY,
	REDIS_CLOCK,
	WAIT_W,
	WAIT_EXCHANGE,
	WAIT_HEARTBEAT,
	LAST_RESORT,
	BOUND,
	REDIS_NEEDED,
	MIN_REPLICAS,
	FORCE_BUSY,
	FORCE_NEWER,
	FORCE_FIRST_MARK,
	RULES
};

enum Fault {
	DEATH,       /* a machine dies; it may start again */
	KILL,        /* an exchange is killed */
	REPLY,       /* a POST or Keap's reply to it is lost */
	CUT_REDIS,   /* a machine is cut from Redis */
	CUT_KEAP,    /* a machine is cut from Keap */
	FLUSH,       /* FLUSHALL, a restart without persistence, an evicted key */
	FAIL_OVER,   /* a lagging replica is promoted, or an old dump is restored */
	BACKUP,      /* a machine starts again with an older backup of its store */
	BEGIN_REPLY, /* the reply of begin is lost */
	PUT_REPLY,   /* the reply of put is lost */
	SPLIT,       /* some machines are left with the old master while the others have a new one */
	FAULTS
};

enum Act { AUTHORIZE, FORGET, FORCE, ACTS };

struct Config {
	int machines = 2;
	int serials = 3;         /* the pairs of one lineage have the serials 1 to this */
	int faults = 0;          /* at most so many happen */
	int acts = 0;            /* at most so many admin acts happen */
	int volatile_stores = 0; /* bit mask of machines whose store does not outlive them */
	int millions = 100;      /* of states; beyond them the run is not explored to the end */
	bool symmetry = true;    /* states that differ only by the numbers of machines count as one */
	bool first = false;      /* stop at the first violation */
	bool trace = false;      /* print the shortest way to each kind of violation */
	std::bitset<FAULTS> faults_on;
	std::bitset<ACTS> acts_on;
	std::bitset<RULES> rules_off;
};

extern Config config;

inline bool off(Rule rule)
{
	return config.rules_off[rule];
}

inline bool possible(Fault fault)
{
	return config.faults_on[fault];
}

inline bool possible(Act act)
{
	return config.acts_on[act];
}

/* Reads one word of the command line; false if it means nothing. */
bool config_read(const char *word);

/* Prints each rule: NAME, a tab, what the protocol says. */
void config_print_rules();

#endif
