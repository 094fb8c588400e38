/*
 * Measures the extension's RSHUTDOWN, in nanoseconds, with a grant in the store that is not due. bench/keepalive builds
 * and runs this program with and without infusionsoft.keepalive in the php.ini that it names.
 */
#define _GNU_SOURCE

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "php.h"
#include "zend_modules.h"

#include "sapi/embed/php_embed.h"

enum { ROUNDS = 1000000, SERIES = 9 };

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static int compare(const void *a, const void *b)
{
	return *(const double *)a < *(const double *)b ? -1 : 1;
}

int main(int count, char **arguments)
{
	double series[SERIES];
	zend_module_entry *module;

	php_embed_module.php_ini_path_override = count > 1 ? arguments[1] : NULL;
	if (php_embed_init(0, NULL) != SUCCESS) {
		return 1;
	}
	module = zend_hash_str_find_ptr(&module_registry, "infusionsoft", strlen("infusionsoft"));
	if (!module
		|| zend_eval_string("infusionsoft_token_import(['access_token' => 'at', 'refresh_token' => 'rt', 'expires_in' => 86400]);",
			   NULL, "bench")
			!= SUCCESS) {
		return 1;
	}
	for (int i = 0; i < SERIES; i++) {
		double began = now();

		for (int round = 0; round < ROUNDS; round++) {
			module->request_shutdown_func(module->type, module->module_number);
		}
		series[i] = (now() - began) / ROUNDS;
	}
	qsort(series, SERIES, sizeof(*series), compare);
	printf("median of %d series %.1f ns, fastest %.1f ns\n", SERIES, series[SERIES / 2], series[0]);
	php_embed_shutdown();
	return 0;
}
