/*
 * Processes: the part of the scene (tests/native/store/scene.h) that starts processes, for Windows, which has no fork.
 *
 * A child is the same program at the same addresses. It gets a copy of the test's static variables and of the memory
 * at `with`, and then runs `work`. It does not get what its parent allocated or opened, except pipes.
 *
 * Ownership: the caller owns the process that scene_fork() returns until scene_wait(). Locks: none. Bail-out: never;
 * makes no Zend call.
 */
#ifndef TESTS_WINDOWS_PROCESSES_H
#define TESTS_WINDOWS_PROCESSES_H

/* The exit status of a process that was killed. */
enum { PROCESSES_KILLED = 9009 };

#endif
