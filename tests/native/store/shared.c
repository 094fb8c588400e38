/* The shared area of the store: parts that are read, taken and written; locks of ranges; files that cannot be used. */
#include "store/shared.h"

#include <errno.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "faults.h"
#include "scene.h"
#include "store/handle.h"

enum { AT = offsetof(isoft_shared, stats), LENGTH = sizeof(uint64_t) };

static uint64_t read_number(isoft_store *store)
{
	uint64_t number = 0;

	need(isoft_store_shared_read(store, AT, &number, LENGTH));
	return number;
}

static void add_one(isoft_store *store)
{
	uint64_t number;

	need(isoft_store_shared_take(store, AT, &number, LENGTH));
	number++;
	need(isoft_store_shared_write(store, AT, &number, LENGTH));
	isoft_store_shared_release(store, AT, LENGTH);
}

static void written_parts(void)
{
	isoft_store *store = scene_open(), *other = scene_open();

	add_one(store);
	add_one(other);
	need(read_number(store) == 2 && read_number(other) == 2);
	isoft_store_close(store);
	isoft_store_close(other);
}

typedef struct {
	isoft_store *store;
	scene_signal tried, released;
} meeting;

/* The child uses the handle that it inherited. */
static int try_the_lock(void *with)
{
	meeting *meeting = with;
	int own;

	add_one(meeting->store);
	own = meeting->store->ranges.descriptor;
	need(!isoft_os_lock_range(own, AT, LENGTH) && isoft_os_lock_range(own, AT + LENGTH, LENGTH));
	scene_signal_send(meeting->tried);
	scene_signal_wait(meeting->released);
	need(isoft_os_lock_range(own, AT, LENGTH));
	return 0;
}

static void parent_and_child(void)
{
	meeting meeting = {scene_open(), scene_signal_make(), scene_signal_make()};
	uint64_t number;
	pid_t child;

	need(isoft_store_shared_take(meeting.store, AT, &number, LENGTH));
	child = scene_fork(try_the_lock, &meeting);
	scene_signal_wait(meeting.tried);
	isoft_store_shared_release(meeting.store, AT, LENGTH);
	scene_signal_send(meeting.released);
	need(scene_wait(child) == 0 && read_number(meeting.store) == 1);
	isoft_store_close(meeting.store);
}

static int take_and_stop(void *with)
{
	isoft_store *store = scene_open();
	uint64_t number;

	need(isoft_store_shared_take(store, AT, &number, LENGTH));
	scene_signal_send(*(scene_signal *)with);
	pause();
	return 0;
}

/* A holder that is stopped does not stop the others, and a killed one leaves no lock. */
static void stopped_holder(void)
{
	isoft_store *store = scene_open();
	scene_signal taken = scene_signal_make();
	pid_t holder = scene_fork(take_and_stop, &taken);

	scene_signal_wait(taken);
	add_one(store);
	need(read_number(store) == 1 && !isoft_os_lock_range(store->ranges.descriptor, AT, LENGTH));
	kill(holder, SIGKILL);
	need(scene_wait(holder) == -SIGKILL);
	need(isoft_os_lock_range(store->ranges.descriptor, AT, LENGTH));
	isoft_store_close(store);
}

/* A write must not make a truncated file longer: the store would be a file of zeros. */
static void truncated(void)
{
	isoft_store *store = scene_open();
	uint64_t number;

	add_one(store);
	need(truncate(scene_path("tokens"), 0) == 0);
	need(!isoft_store_shared_read(store, AT, &number, LENGTH) && !isoft_store_shared_take(store, AT, &number, LENGTH));
	need(scene_size(scene_path("tokens")) == 0);
	isoft_store_close(store);
}

/* After a failed write the area is left alone for some seconds: the caller uses its own memory. */
static void failed_write(void)
{
	isoft_store *store = scene_open();
	uint64_t number;

	need(isoft_store_shared_take(store, AT, &number, LENGTH));
	faults_set(FAULT_ERROR, 1, ENOSPC);
	need(!isoft_store_shared_write(store, AT, &number, LENGTH));
	faults_set(FAULT_NONE, 0, 0);
	isoft_store_shared_release(store, AT, LENGTH);
	need(!isoft_store_shared_read(store, AT, &number, LENGTH) && !isoft_store_shared_take(store, AT, &number, LENGTH));
	store->shared_failed_at -= 10000;
	add_one(store);
	need(read_number(store) == 1);
	isoft_store_close(store);
}

static void lost_lock_file(void)
{
	isoft_store *store = scene_open();

	add_one(store);
	need(unlink(scene_path("lock-ranges")) == 0);
	add_one(store);
	need(read_number(store) == 2);
	isoft_store_close(store);
	store = scene_open();
	need(mkdir(scene_path("lock-ranges"), 0700) == 0);
	add_one(store);
	need(read_number(store) == 3);
	isoft_store_close(store);
	need(rmdir(scene_path("lock-ranges")) == 0);
}

static const scene_test tests[] = {
	{"what one handle writes, another reads", written_parts},
	{"parent and child do not hold a lock together", parent_and_child},
	{"a stopped holder of a range does not stop others, and a killed one leaves no lock", stopped_holder},
	{"a truncated file is neither read nor made longer", truncated},
	{"after a failed write the area is left alone for 10 s", failed_write},
	{"a removed lock file, or one that cannot be opened, stops nothing", lost_lock_file},
};

SCENE_MAIN(tests)
