/*
 * Search: explores all states, breadth first, so that the way to each is a shortest one. It keeps every state, and
 * compares whole states: no two are taken for one. It needs about 65 bytes a state.
 */
#ifndef PROTOCOL_SEARCH_H
#define PROTOCOL_SEARCH_H

#include <cstddef>
#include <cstdint>
#include <vector>

#include "property.h"
#include "steps.h"

class Search
{
  public:
	/* Explores from the first state until no state is left, or until the limit or the first violation stops it. */
	void run();

	bool found_violation() const;

	size_t transitions = 0;
	size_t ends = 0;     /* states after the faults in which nothing is left to do */
	size_t lost[4] = {}; /* ends by World::lost */
	bool explored_to_the_end = false;
	size_t count[VIOLATIONS] = {};     /* how many states violate it */
	uint32_t example[VIOLATIONS] = {}; /* the first of them */

	size_t states() const
	{
		return worlds.size();
	}

	const World &world(uint32_t state) const
	{
		return worlds[state];
	}

	/* The states on the shortest way to this one, from the first to it. */
	std::vector<uint32_t> way_to(uint32_t state) const;

	/* The state that stands for this one and all that differ from it by the numbers of machines. */
	static World representative(World world);

  private:
	uint32_t find_or_add(const World &world, uint32_t parent);
	void grow_table();
	void expand(uint32_t state);
	void note(Violation violation, uint32_t state);
	void look_for_livelock();

	Steps steps;
	std::vector<World> worlds;
	std::vector<uint32_t> parents;
	std::vector<uint32_t> table; /* open addressing: the number of a state, or NONE */
	/* The steps after the faults. Those of state s lead to targets[first_target[s]] up to the first one of s + 1. */
	std::vector<uint32_t> first_target;
	std::vector<uint32_t> targets;
};

#endif
