/* Breadth-first search with a hash table of all states. */
#include "search.h"

#include <algorithm>
#include <cstring>

#include "keap.h"

static const uint32_t NONE = UINT32_MAX;

static uint64_t hash_of(const World &world)
{
	uint64_t words[3], hash = 0x9E3779B97F4A7C15;

	memcpy(words, &world, sizeof(words));
	for (uint64_t word : words) {
		hash = (hash ^ word) * 0xD6E8FEB86659FD93;
		hash ^= hash >> 32;
	}
	return hash;
}

/* Machines are alike if they could change their numbers and nobody would notice. */
static bool are_alike(int one, int other)
{
	return (config.volatile_stores >> one & 1) == (config.volatile_stores >> other & 1)
		&& is_ahead_of_time(one) == is_ahead_of_time(other);
}

static void rename_attempts(Redis &redis, int one, int other)
{
	const auto renamed = [&](uint8_t attempt) -> uint8_t {
		const int base = attempt < ENDED ? attempt_of(0) : +ENDED;

		if (attempt == base + one) {
			return base + other;
		}
		return attempt == base + other ? base + one : attempt;
	};

	redis.attempt = renamed(redis.attempt);
	if (redis.open < ENDED || off(STRANGERS_MARK)) {
		redis.open = renamed(redis.open);
	}
}

static void sort_pair(World &world, int one, int other)
{
	if (other >= config.machines || !are_alike(one, other)
		|| memcmp(&world.machine[one], &world.machine[other], sizeof(Machine)) <= 0) {
		return;
	}
	std::swap(world.machine[one], world.machine[other]);
	rename_attempts(world.redis, one, other);
	rename_attempts(world.copy, one, other);
}

World Search::representative(World world)
{
	if (config.symmetry) {
		sort_pair(world, 0, 1);
		sort_pair(world, 0, 2);
		sort_pair(world, 1, 2);
	}
	return world;
}

void Search::grow_table()
{
	table.assign(std::max<size_t>(table.size() * 2, 1 << 16), NONE);
	for (uint32_t state = 0; state < worlds.size(); state++) {
		size_t place = hash_of(worlds[state]) & (table.size() - 1);

		while (table[place] != NONE) {
			place = (place + 1) & (table.size() - 1);
		}
		table[place] = state;
	}
}

uint32_t Search::find_or_add(const World &world, uint32_t parent)
{
	if (worlds.size() * 2 >= table.size()) {
		grow_table();
	}
	size_t place = hash_of(world) & (table.size() - 1);

	while (table[place] != NONE) {
		if (same(worlds[table[place]], world)) {
			return table[place];
		}
		place = (place + 1) & (table.size() - 1);
	}
	table[place] = worlds.size();
	worlds.push_back(world);
	parents.push_back(parent);
	if (world.violation) {
		note(Violation(world.violation), table[place]);
	}
	return table[place];
}

void Search::note(Violation violation, uint32_t state)
{
	if (!count[violation]++) {
		example[violation] = state;
	}
}

bool Search::found_violation() const
{
	return std::any_of(std::begin(count), std::end(count), [](size_t n) { return n > 0; });
}

void Search::expand(uint32_t state)
{
	const World from = worlds[state];
	const std::vector<Successor> &next = steps.from(from);

	first_target.push_back(targets.size());
	transitions += next.size();
	for (const Successor &step : next) {
		const uint32_t target = find_or_add(representative(step.world), state);

		if (from.over) {
			targets.push_back(target);
		}
	}
	if (from.over && next.empty() && !from.violation) {
		const Violation violation = check_end(from);

		ends++;
		lost[from.lost]++;
		if (violation) {
			note(violation, state);
		}
	}
}

void Search::run()
{
	find_or_add(representative(first_world()), 0);
	for (uint32_t state = 0; state < worlds.size(); state++) {
		if (worlds.size() > config.millions * 1000000ull || (config.first && found_violation())) {
			return;
		}
		expand(state);
	}
	explored_to_the_end = true;
	first_target.push_back(targets.size());
	look_for_livelock();
}

/* Takes away the states after the faults that no remaining one leads to. Those that are left lie on a circle, or behind
 * one. */
void Search::look_for_livelock()
{
	std::vector<uint32_t> ways_in(worlds.size()), free;
	size_t remaining = 0;

	for (uint32_t target : targets) {
		ways_in[target]++;
	}
	for (uint32_t state = 0; state < worlds.size(); state++) {
		remaining += worlds[state].over;
		if (worlds[state].over && !ways_in[state]) {
			free.push_back(state);
		}
	}
	while (!free.empty()) {
		const uint32_t state = free.back();

		free.pop_back();
		remaining--;
		for (uint32_t i = first_target[state]; i < first_target[state + 1]; i++) {
			if (!--ways_in[targets[i]]) {
				free.push_back(targets[i]);
			}
		}
	}
	for (uint32_t state = 0; remaining && state < worlds.size(); state++) {
		if (ways_in[state]) {
			note(LIVELOCK, state);
		}
	}
}

std::vector<uint32_t> Search::way_to(uint32_t state) const
{
	std::vector<uint32_t> way = {state};

	while (parents[way.back()] != way.back()) {
		way.push_back(parents[way.back()]);
	}
	std::reverse(way.begin(), way.end());
	return way;
}
