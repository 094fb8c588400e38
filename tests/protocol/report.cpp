/* Writes states so that a person can follow a way. */
#include "report.h"

#include <cstdio>
#include <string>

static std::string text_of(Record record)
{
	switch (record.kind) {
		case PAIR:
			return std::string(1, 'A' + record.lineage) + char('0' + record.serial);
		case TOMBSTONE:
			return std::string(1, 'A' + record.lineage) + " forgotten";
		default:
			return "nothing";
	}
}

static std::string text_of(const Machine &machine)
{
	static const char *const step[] = {
		"", " asking", " go", " marked", " sent", " received", " stored", " withdrawing"};

	return text_of(machine.local) + (machine.mark ? "*" : "") + step[machine.step] + (machine.up ? "" : " down")
		+ (machine.reaches_redis ? "" : " -redis") + (machine.reaches_keap ? "" : " -keap")
		+ (machine.left_behind ? " old master" : "");
}

static std::string text_of(const Redis &redis)
{
	const auto attempt = [](int who) { return who >= ENDED ? std::string("ended") : "M" + std::to_string(who); };
	std::string text = text_of(redis.record);

	text += redis.life ? " trusted" : "";
	text += redis.waited ? " waited" : redis.ask ? " asked" : "";
	text += redis.attempt ? " try=" + attempt(redis.attempt) : "";
	text += redis.open ? " open=" + attempt(redis.open) : "";
	return text;
}

static std::string text_of(const World &world)
{
	std::string text;

	for (int i = 0; i < config.machines; i++) {
		text += "M" + std::to_string(i + 1) + "[" + text_of(world.machine[i]) + "] ";
	}
	text += "Redis[" + text_of(world.redis) + "]";
	if (world.copy_is) {
		text += (world.copy_is == OLD_MASTER ? " old master[" : " replica[") + text_of(world.copy) + "]";
	}
	for (uint8_t i = 0; i < world.lineages; i++) {
		const Lineage &lineage = world.lineage[i];

		text += " Keap[" + text_of(Record{lineage.kind, i, lineage.serial}) + (lineage.dead ? " revoked" : "")
			+ (lineage.expired ? " expired " + std::to_string(lineage.expired) : "") + "]";
	}
	return text;
}

/* The step between two states of a way. The machines may have changed their numbers with it. */
static std::string step_between(const World &from, const World &to)
{
	static Steps steps;

	for (const Successor &step : steps.from(from)) {
		if (same(Search::representative(step.world), to)) {
			return (step.machine < 0 ? "" : "M" + std::to_string(step.machine + 1) + " ") + step.what;
		}
	}
	return "?";
}

static void print_way(const Search &search, uint32_t state)
{
	const std::vector<uint32_t> way = search.way_to(state);

	for (size_t i = 1; i < way.size(); i++) {
		const World &from = search.world(way[i - 1]), &to = search.world(way[i]);

		printf("  %2zu %-50s %s\n", i, step_between(from, to).c_str(), text_of(to).c_str());
	}
}

void report_print(const Search &search)
{
	printf("%zu states, %zu transitions, %zu ends, %s; ends with a grant lost to the last resort %zu, to a force %zu;",
		search.states(), search.transitions, search.ends,
		search.explored_to_the_end ? "explored to the end" : "NOT explored to the end",
		search.lost[LOST_BY_LAST_RESORT],
		search.lost[LOST_BY_FORCE] + search.lost[LOST_BY_LAST_RESORT | LOST_BY_FORCE]);
	if (!search.found_violation()) {
		printf(" no violation");
	}
	for (int violation = 0; violation < VIOLATIONS; violation++) {
		if (search.count[violation]) {
			printf(" %s: %zu states, after %zu steps;", violation_names[violation].name, search.count[violation],
				search.way_to(search.example[violation]).size() - 1);
		}
	}
	printf("\n");
	for (int violation = 0; config.trace && violation < VIOLATIONS; violation++) {
		if (search.count[violation]) {
			printf("%s: %s\n", violation_names[violation].name, violation_names[violation].sentence);
			print_way(search, search.example[violation]);
		}
	}
}
