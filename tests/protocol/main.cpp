/* The program `model`: explores one configuration of the protocol. README.md has its words. */
#include <cstdio>
#include <cstring>

#include "report.h"

/* The exit status: 0 explored to the end without a violation, 1 a violation, 2 an unknown word, 3 not to the end. */
int main(int count, char **words)
{
	static Search search;

	if (count == 2 && !strcmp(words[1], "rules")) {
		config_print_rules();
		return 0;
	}
	for (int i = 1; i < count; i++) {
		if (!config_read(words[i])) {
			fprintf(stderr, "model: \"%s\" is not a word that it knows\n", words[i]);
			return 2;
		}
	}
	search.run();
	report_print(search);
	return search.found_violation() ? 1 : search.explored_to_the_end ? 0 : 3;
}
