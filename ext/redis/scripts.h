/*
 * Scripts: what Redis does in one step for machines that share a grant, in Lua.
 *
 * Each script begins with the time of Redis and its life: the replication id that Redis gets at a restart or when a
 * replica takes over. A record says under which life it is known to be the newest; under another it is in doubt,
 * because Redis may have lost what came after it. Each script returns {verdict, time in milliseconds, life, …}, or
 * NO_INFO if Redis does not tell its life.
 *
 * Constants only: no state, no lock, no Zend.
 */
#ifndef ISOFT_REDIS_SCRIPTS_H
#define ISOFT_REDIS_SCRIPTS_H

/*
 * KEYS: check. ARGV: id of the present key, sealed value, ids of previous keys.
 * Returns MINE with the sealed value, also after it replaced that of a previous key; OTHER_KEY; or TOO_OLD with the
 * version of Redis.
 */
extern const char *const isoft_script_check;

/*
 * KEYS: record, missed accounts. ARGV: lineage, serial, and the hashed account if the other machines are to be asked
 * for it. Returns EMPTY, OLDER, SAME, or NEWER with the record.
 */
extern const char *const isoft_script_look;

/*
 * KEYS: record, asks, check. ARGV: lineage, serial, attempt, name of the machine, hashed account, id of the present
 * key, "1" to force. Returns GO, BUSY, WAIT, PAUSE, REFUSED, EMPTY, OLDER, OTHER_KEY, or NEWER with the record.
 */
extern const char *const isoft_script_begin;

/*
 * KEYS: record, asks. ARGV: lineage, serial, kind, box, expiry in milliseconds, life, hashed account.
 * Returns WRITTEN, SAME, or NEWER with the record.
 */
extern const char *const isoft_script_put;

/*
 * KEYS: record. ARGV: lineage, serial, attempt, outcome (NOTHING, UNKNOWN or REFUSED), pause in milliseconds.
 * Returns ENDED, or GONE if another attempt runs.
 */
extern const char *const isoft_script_end;

/*
 * KEYS: clock of a rate key, its machines. ARGV: machine, count, and in microseconds: gap, lead, longest wait, and how
 * unsure the machine is of Redis's time; how many machines it knows of (0: to be counted, and
 * told its place). Returns
 * time and first instant in microseconds, count (0: none in that time), rank and number of the machines (0: not
 * asked for).
 */
extern const char *const isoft_script_pace;

#endif
