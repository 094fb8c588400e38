#include "machine.h"

#include <sys/stat.h>

#include "scene.h"
#include "server.h"
#include "support/clock.h"

void machine_open(machine *self, const char *folder, const char *key)
{
	static const isoft_redis_trust no_trust = {"", ""};
	isoft_store_config config = scene_config();
	isoft_address address = server_address(scene_folder);

	config.directory = scene_path(folder);
	config.key_file = "";
	config.key = key;
	mkdir(config.directory, 0700);
	self->store = scene_open_with(&config);
	self->redis = isoft_redis_open(&address, &no_trust, isoft_clock_monotonic_ms() + 5000, &scene_failure);
	need(self->redis != NULL);
	self->link = (isoft_link){
		.redis = self->redis, .store = self->store, .prefix = "test", .deadline = isoft_clock_monotonic_ms() + 60000};
}

void machine_close(machine *self)
{
	isoft_answer_wipe(&self->answer);
	isoft_redis_close(self->redis);
	isoft_store_close(self->store);
}
