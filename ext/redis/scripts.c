#include "redis/scripts.h"

/* Numbers are written by string.format(): tostring() would round a time in milliseconds. */
#define PRELUDE \
	"local clock = redis.call('TIME')\n" \
	"local now = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)\n" \
	"local function text(number) return string.format('%.0f', number) end\n" \
	"local info = redis.pcall('INFO', 'replication')\n" \
	"local life = type(info) == 'string' and string.match(info, 'master_replid:(%x+)')\n" \
	"if not life then return {'NO_INFO', text(now), ''} end\n" \
	"local function get(...)\n" \
	"  local values, named = redis.call('HMGET', KEYS[1], ...), {}\n" \
	"  for i, name in ipairs({...}) do named[name] = values[i] or nil end\n" \
	"  return named\n" \
	"end\n" \
	"local function say(verdict, ...) return {verdict, text(now), life, ...} end\n" \
	"local function newer(g)\n" \
	"  local r = get('kind', 'box', 'exp')\n" \
	"  return say('NEWER', g.lin, g.n, r.kind, r.box, r.exp)\n" \
	"end\n" \
	"local mine = ARGV[1] .. ARGV[2]\n"

/* Valkey tells the version of Redis that it is compatible with in the same field. */
const char *const isoft_script_check = PRELUDE "local version = string.match(redis.call('INFO', 'server'), "
											   "'redis_version:([%d.]+)')\n"
											   "local major, minor = string.match(version or '', '(%d+)%.(%d+)')\n"
											   "if not major or major * 100 + minor < 602 then\n"
											   "  return say('TOO_OLD', '', version)\n"
											   "end\n"
											   "local g = get('id', 'box')\n"
											   "local ours = not g.id or g.id == ARGV[1]\n"
											   "for i = 3, #ARGV do ours = ours or g.id == ARGV[i] end\n"
											   "if not ours then return say('OTHER_KEY') end\n"
											   "if g.id ~= ARGV[1] then\n"
											   "  redis.call('HSET', KEYS[1], 'id', ARGV[1], 'box', ARGV[2])\n"
											   "  g.box = ARGV[2]\n"
											   "end\n"
											   "return say('MINE', g.box)\n";

/* What is missed is forgotten after two minutes, and bounded: anybody may ask for an account that nobody has. */
const char *const isoft_script_look = PRELUDE "local STAYS, MOST, account = 120000, 256, ARGV[3]\n"
											  "local g = get('lin', 'n')\n"
											  "if not g.lin and account then\n"
											  "  redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', text(now - STAYS))\n"
											  "  if #redis.call('ZRANGE', KEYS[2], MOST - 1, MOST - 1) == 0 then\n"
											  "    redis.call('ZADD', KEYS[2], text(now), account)\n"
											  "    redis.call('PEXPIRE', KEYS[2], STAYS)\n"
											  "  end\n"
											  "end\n"
											  "if not g.lin then return say('EMPTY') end\n"
											  "if g.lin .. g.n > mine then return newer(g) end\n"
											  "return say(g.lin .. g.n < mine and 'OLDER' or 'SAME')\n";

/* The order of the questions matters: what is newer is told before anything else. */
const char *const isoft_script_begin = PRELUDE
	"local LEASE, WAIT, TOLERANCE = 90000, 120000, 5000\n"
	"local attempt, by, account, force = ARGV[3], ARGV[4], ARGV[5], ARGV[7] == '1'\n"
	"local g = get('lin', 'n', 'exp', 'life', 'try', 'try_until', 'try_by', 'try_life', 'open', 'open_by', 'ask',\n"
	"  'ask_life', 'refused_at', 'retry_at')\n"
	"local key = redis.call('HGET', KEYS[3], 'id')\n"
	"if key and key ~= ARGV[6] then return say('OTHER_KEY') end\n"
	"if not g.lin then return say('EMPTY') end\n"
	"if g.lin .. g.n > mine then return newer(g) end\n"
	"if g.lin .. g.n < mine then return say('OLDER') end\n"
	"if g.retry_at and now < tonumber(g.retry_at) and not force then\n"
	"  return say(g.refused_at and 'REFUSED' or 'PAUSE', g.retry_at)\n"
	"end\n"
	"if g.try and now < tonumber(g.try_until) then\n"
	"  if g.try ~= attempt then return say('BUSY', g.try_until, g.try_by) end\n"
	"  return {'GO', text(now), g.try_life == life and life or ''}\n"
	"end\n"
	"if g.open or g.life ~= life then\n"
	"  local ask = tonumber(g.ask or 0)\n"
	"  if g.ask_life ~= life then\n"
	"    ask = now\n"
	"    redis.call('HSET', KEYS[1], 'ask', text(now), 'ask_life', life)\n"
	"    redis.call('ZADD', KEYS[2], text(now), account)\n"
	"  end\n"
	"  local after = math.max(tonumber(g.exp) + TOLERANCE, ask + WAIT)\n"
	"  if now < after and not force then return say('WAIT', text(after), g.open_by or '') end\n"
	"end\n"
	"redis.call('HSET', KEYS[1], 'try', attempt, 'try_until', text(now + LEASE), 'try_by', by, 'try_life', life)\n"
	"if not g.open then redis.call('HSET', KEYS[1], 'open', text(now), 'open_try', attempt, 'open_by', by) end\n"
	"redis.call('HDEL', KEYS[1], 'ask', 'ask_life')\n"
	"redis.call('ZREM', KEYS[2], account)\n"
	"return say('GO')\n";

/* A pair replaces all that was said of the one before it. What is in doubt asks the other machines at once. */
const char *const isoft_script_put =
	PRELUDE "local TOMBSTONE = 60 * 86400 * 1000\n"
			"local kind, box, exp, trusted, account = ARGV[3], ARGV[4], ARGV[5], ARGV[6] == life, ARGV[7]\n"
			"local g = get('lin', 'n')\n"
			"if g.lin and g.lin .. g.n > mine then return newer(g) end\n"
			"if g.lin and g.lin .. g.n == mine then return say('SAME') end\n"
			"redis.call('DEL', KEYS[1])\n"
			"redis.call('HSET', KEYS[1], 'lin', ARGV[1], 'n', ARGV[2], 'kind', kind, 'box', box, 'exp', exp,\n"
			"  'life', trusted and life or '')\n"
			"if kind == 'forgotten' then redis.call('PEXPIRE', KEYS[1], TOMBSTONE) end\n"
			"if trusted or kind == 'forgotten' then\n"
			"  redis.call('ZREM', KEYS[2], account)\n"
			"else\n"
			"  redis.call('HSET', KEYS[1], 'ask', text(now), 'ask_life', life)\n"
			"  redis.call('ZADD', KEYS[2], text(now), account)\n"
			"end\n"
			"return say('WRITTEN')\n";

const char *const isoft_script_end =
	PRELUDE "local attempt, outcome, pause = ARGV[3], ARGV[4], tonumber(ARGV[5])\n"
			"local g = get('lin', 'n', 'try', 'open_try')\n"
			"if g.try ~= attempt then return say('GONE') end\n"
			"redis.call('HDEL', KEYS[1], 'try', 'try_until', 'try_by', 'try_life')\n"
			"if outcome == 'NOTHING' and g.open_try == attempt then redis.call('HDEL', KEYS[1], 'open', 'open_try', "
			"'open_by') end\n"
			"if g.lin .. g.n == mine then\n"
			"  if outcome == 'REFUSED' then redis.call('HSET', KEYS[1], 'refused_at', text(now)) end\n"
			"  if pause > 0 then redis.call('HSET', KEYS[1], 'retry_at', text(now + pause)) end\n"
			"end\n"
			"return say('ENDED')\n";

/*
 * Between the blocks of two machines 1 ms more passes, in which a call may be early, and what both are unsure of the
 * time, 5 ms together at most. A clock that was set back, which leaves instants far ahead, begins again.
 */
const char *const isoft_script_pace =
	"local EARLY, CHANGE, FAR, STAYS = 1000, 5000, 3600000000, 60000000\n"
	"local clock = redis.call('TIME')\n"
	"local now = tonumber(clock[1]) * 1000000 + tonumber(clock[2])\n"
	"local machine, count, gap = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])\n"
	"local lead, most, unsure = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])\n"
	"local function text(number) return string.format('%.0f', number) end\n"
	"local g = redis.call('HMGET', KEYS[1], 'next', 'machine', 'unsure')\n"
	"local next = tonumber(g[1] or 0)\n"
	"if next > now + FAR then next = 0 end\n"
	"if g[2] ~= machine and next > now - gap then\n"
	"  next = next + math.min(CHANGE, EARLY + unsure + tonumber(g[3] or 0))\n"
	"end\n"
	"local first = math.max(next, now + lead)\n"
	"if first > now + lead + most then count = 0 end\n"
	"if count > 0 then\n"
	"  redis.call('HSET', KEYS[1], 'next', text(first + count * gap), 'machine', machine, 'unsure',\n"
	"    text(unsure))\n"
	"  redis.call('PEXPIREAT', KEYS[1], text((first + count * gap + STAYS) / 1000))\n"
	"end\n"
	"local rank, machines = 0, {}\n"
	"local known = tonumber(ARGV[7])\n"
	"if known == 0 or known == 1 and g[2] and g[2] ~= machine then\n"
	"  redis.call('ZADD', KEYS[2], text(now), machine)\n"
	"  redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', text(now - STAYS))\n"
	"  redis.call('PEXPIRE', KEYS[2], STAYS / 1000)\n"
	"  machines = redis.call('ZRANGE', KEYS[2], 0, -1)\n"
	"  for i, other in ipairs(machines) do if other < machine then rank = rank + 1 end end\n"
	"end\n"
	"return {text(now), text(first), text(count), text(rank), text(#machines)}\n";
