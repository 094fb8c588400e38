/*
 * Steps: all steps that can follow a state. A step is what one party does at once: a script, a POST, a local write, a
 * fault, the passing of a time. The order of the steps of different parties is free, and the search tries every order.
 */
#ifndef PROTOCOL_STEPS_H
#define PROTOCOL_STEPS_H

#include <vector>

#include "config.h"
#include "state.h"

struct Successor {
	World world;
	const char *what;
	int machine; /* whose step it is; -1 for nobody's */
};

class Steps
{
  public:
	/* Collects the steps that follow the state. They stay until the next call. */
	const std::vector<Successor> &from(const World &world);

	/* Adds a step, unless it changes nothing. */
	void add(World to, int machine, const char *what);

  private:
	World start;
	std::vector<Successor> list;
};

/* Whether the fault may happen now; if so it is counted in the state. */
bool strike(World &world, Fault fault);

/* Whether the admin act may happen now; if so it is counted in the state. */
bool perform(World &world, Act act);

/* Whether the machine has a pair that Keap may still accept. */
bool may_refresh(const World &world, int machine);

/* Sends begin, and enters the exchange where it says GO. `to` is the state with the act of a force already counted. */
void send_begin(World to, int machine, bool force, Steps &steps);

/* The steps of one machine that is up, of its admin, and its faults. */
void machine_steps(const World &from, int machine, Steps &steps);
void admin_steps(const World &from, int machine, Steps &steps);
void machine_faults(const World &from, int machine, Steps &steps);

/* The end of the faults of one machine. */
void recovery_steps(const World &from, int machine, Steps &steps);

/* The steps that are no machine's. */
void redis_faults(const World &from, Steps &steps);
void time_steps(const World &from, Steps &steps);
void end_of_faults(const World &from, Steps &steps);

/* A write of the local store. Clears the local mark. */
void write_local(World &world, int machine, Record record);

#endif
