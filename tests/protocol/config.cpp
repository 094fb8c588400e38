/* The words of the command line, and the rules by name. */
#include "config.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

Config config;

static const struct {
	const char *name;
	const char *sentence;
} rules[RULES] = {
	{"life", "a record is trusted only under the life of Redis under which it is known to be the newest"},
	{"info", "the scripts read the life of the server"},
	{"ask-life", "an ask counts only under the life in which it was made"},
	{"ask-once", "a begin that waits does not make W start again"},
	{"ask-anew", "GO ends the ask: the next last resort needs an ask and a wait of its own"},
	{"offer-untrusted", "an offer carries no life"},
	{"first-sending", "only the first sending of a put carries a life"},
	{"given-life", "a put carries the life that begin gave"},
	{"lineage", "authorize and forget begin a lineage, and the order compares lineages before serials"},
	{"lineage-id", "the ids order two lineages with the same number"},
	{"tombstone", "forget leaves a tombstone"},
	{"put-order", "put writes only a higher record"},
	{"adopt-order", "a machine adopts only a higher record"},
	{"put-free", "no put needs the running attempt"},
	{"publish-free", "the put after an exchange does not need the running attempt"},
	{"offer", "a machine that is ahead of Redis offers its record"},
	{"adopt", "a machine that is behind Redis adopts the record"},
	{"mark", "an open mark is doubt, also when no attempt runs"},
	{"first-mark", "GO keeps the first open mark"},
	{"strangers-mark", "a mark by this machine that its store does not know is a stranger's mark"},
	{"deadline", "the time since begin is checked right before the POST"},
	{"expiry", "in doubt nobody POSTs before the access token has expired"},
	{"redis-clock", "expiry is measured by the clock of Redis"},
	{"wait", "in doubt nobody POSTs before W has passed since the ask"},
	{"wait-exchange", "W is longer than an exchange"},
	{"wait-heartbeat", "W is longer than the time between two heartbeats"},
	{"last-resort", "after expiry and W one machine POSTs all the same"},
	{"bound", "an exchange that cannot go on gives up in its time"},
	{"redis-needed", "without Redis nobody POSTs"},
	{"min-replicas", "an old master without replicas refuses writes before W has passed"},
	{"force-busy", "a forced begin never skips BUSY"},
	{"force-newer", "a forced begin never skips NEWER"},
	{"force-first-mark", "a forced begin keeps the first open mark"},
};

static const char *const faults[FAULTS] = {"death", "kill", "reply", "cut-redis", "cut-keap", "flush", "fail-over",
	"backup", "begin-reply", "put-reply", "split"};

static const char *const acts[ACTS] = {"authorize", "forget", "force"};

static const struct {
	const char *name;
	int *value;
	int most;
} sizes[] = {
	{"machines=", &config.machines, 3},
	{"serials=", &config.serials, 6},
	{"faults=", &config.faults, 7},
	{"acts=", &config.acts, 3},
	{"volatile=", &config.volatile_stores, 7},
	{"millions=", &config.millions, 4000},
};

static const struct {
	const char *name;
	bool *value;
	bool meaning;
} switches[] = {
	{"trace", &config.trace, true},
	{"first", &config.first, true},
	{"nosymmetry", &config.symmetry, false},
};

static bool read_size(const char *word)
{
	for (const auto &size : sizes) {
		const size_t length = strlen(size.name);

		if (!strncmp(word, size.name, length)) {
			*size.value = atoi(word + length);
			return *size.value >= 0 && *size.value <= size.most;
		}
	}
	return false;
}

static bool read_switch(const char *word)
{
	for (const auto &given : switches) {
		if (!strcmp(word, given.name)) {
			*given.value = given.meaning;
			return true;
		}
	}
	return false;
}

static bool read_rule(const char *name)
{
	for (int rule = 0; rule < RULES; rule++) {
		if (!strcmp(name, rules[rule].name)) {
			config.rules_off.set(rule);
			return true;
		}
	}
	return false;
}

template <size_t COUNT>
static bool read_name(const char *word, const char *const (&names)[COUNT], std::bitset<COUNT> *on)
{
	for (size_t i = 0; i < COUNT; i++) {
		if (!strcmp(word, names[i])) {
			on->set(i);
			return true;
		}
	}
	return false;
}

bool config_read(const char *word)
{
	if (!strcmp(word, "all")) {
		config.faults_on.set();
		config.faults_on.reset(SPLIT);
		return true;
	}
	if (!strncmp(word, "off=", 4)) {
		return read_rule(word + 4);
	}
	return read_size(word) || read_switch(word) || read_name(word, faults, &config.faults_on)
		|| read_name(word, acts, &config.acts_on);
}

void config_print_rules()
{
	for (const auto &rule : rules) {
		printf("%s\t%s\n", rule.name, rule.sentence);
	}
}
