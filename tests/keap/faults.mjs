// Faults that a test requests. A rule matches requests and says how they are handled; the first matching rule applies.

import { fits } from './journal.mjs';
import { html, json, throttles } from './reply.mjs';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/* actions: `acts` says whether Keap performs the request first, `send` sends the reply */

const retryAfter = ({ retry_after }) => (retry_after === undefined ? {} : { 'retry-after': String(retry_after) });

const throttled = (shape) => ({
  keys: ['retry_after'],
  acts: false,
  send: (rule, reply, wire) => wire.reply(throttles[shape](retryAfter(rule))),
});

const altered = (keys, alter) => ({
  keys,
  acts: true,
  send: (rule, reply, wire) => wire.reply({ ...reply, ...alter(rule, reply) }),
});

const actions = {
  pass: { keys: [], acts: true, send: (rule, reply, wire) => wire.reply(reply) },

  status: {
    keys: ['status', 'body', 'body_base64', 'headers', 'content_type', 'retry_after'],
    acts: false,
    send: (rule, reply, wire) => wire.reply({
      status: rule.status ?? 500,
      headers: { 'content-type': rule.content_type ?? 'application/json', ...rule.headers, ...retryAfter(rule) },
      body: bodyOf(rule),
    }),
  },

  spike: throttled('spike'),
  quota: throttled('quota'),
  throttled: throttled('throttled'),

  html: { keys: ['status'], acts: false, send: (rule, reply, wire) => wire.reply(html(rule.status ?? 200, '<h1>Sorry</h1>')) },

  // bytes that are not HTTP
  garbage: {
    keys: [],
    acts: false,
    send: (rule, reply, wire) => wire.raw(Buffer.from('\0\x01 this is not HTTP \xff\r\n\r\n', 'latin1'), 'clean'),
  },

  hangup: {
    keys: ['at', 'close'],
    acts: ({ at }) => ['after', 'mid-reply'].includes(at),
    send: ({ at, close = 'abrupt' }, reply, wire) => (at === 'mid-reply' ? wire.half(reply, close) : wire.hangUp(close)),
  },

  // HTTP/2: the end of the connection, announced
  goaway: {
    keys: ['code', 'steps', 'close'],
    acts: true,
    send: async ({ code = 0, steps = 1, close }, reply, wire) => {
      await wire.goAway(code, steps);
      if (!close) return wire.reply(reply);
      await sleep(5); // the announcement must leave first
      return wire.hangUp(close);
    },
  },

  // HTTP/2: the end of one request; 7: REFUSED_STREAM
  'reset-stream': { keys: ['code'], acts: false, send: ({ code = 7 }, reply, wire) => wire.resetStream(code) },

  'half-json': altered([], (rule, { body }) => ({ body: body.subarray(0, Math.ceil(body.length / 2)) })),

  // the real reply, with properties set and unset
  edit: altered(['set', 'unset', 'status'], ({ set = {}, unset = [], status }, reply) => {
    const value = { ...JSON.parse(reply.body), ...set };
    for (const name of unset) delete value[name];
    return { status: status ?? reply.status, body: Buffer.from(JSON.stringify(value)) };
  }),

  // the real reply, with a Latin-1 property in front
  'invalid-utf8': altered([], (rule, { body }) => ({
    body: Buffer.concat([Buffer.from('{"broken":"caf\xe9 \xff",', 'latin1'), body.subarray(1)]),
  })),

  deep: {
    keys: ['depth'],
    acts: false,
    send: ({ depth = 10000 }, reply, wire) =>
      wire.reply({ ...json(200, null), body: Buffer.from('['.repeat(depth) + ']'.repeat(depth)) }),
  },

  flood: { keys: ['bytes'], acts: false, send: ({ bytes = 100e6 }, reply, wire) => wire.flood(bytes) },

  'flood-headers': {
    keys: ['bytes', 'line'],
    acts: true,
    send: ({ bytes = 1e6, line = 1000 }, reply, wire) => {
      const headers = { ...reply.headers, 'x-flood': Array(Math.ceil(bytes / line)).fill('x'.repeat(line - 11)) };
      return wire.reply({ ...reply, headers });
    },
  },

  // the real reply, one byte at a time
  drip: { keys: ['ms'], acts: true, send: ({ ms = 20 }, reply, wire) => wire.drip(reply, ms) },
};

function bodyOf({ body = '', body_base64 }) {
  if (body_base64 !== undefined) return Buffer.from(body_base64, 'base64');
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/* rules */

// `act: true`: Keap performs the request although the rule sends another reply.
const common = ['method', 'path', 'nth', 'after', 'times', 'action', 'act', 'delay', 'delay_after', 'hold'];

const allowed = {
  act: [true],
  at: ['before', 'after', 'mid-reply', 'reused'],
  close: ['abrupt', 'clean', 'reset'],
  hold: ['before', 'after'],
  steps: [1, 2],
};

/** Adds a rule. A mistake in it is an error, so that no test passes because its fault never happens. */
export function add(keap, rule) {
  const action = actions[rule.action ?? 'pass'];
  if (!action) throw new Error(`no action ${rule.action}; there are ${Object.keys(actions).join(', ')}`);
  for (const [key, value] of Object.entries(rule)) {
    if (![...common, ...action.keys].includes(key)) throw new Error(`${key} does not belong to ${rule.action ?? 'pass'}`);
    if (allowed[key] && !allowed[key].includes(value)) throw new Error(`${key} is one of ${allowed[key].join(', ')}`);
  }
  keap.rules.push({ ...rule, action: rule.action ?? 'pass', skip: rule.after ?? 0, left: rule.times ?? 1 });
}

/** Returns the rule for this request, or null. `times: 0` means without limit. */
export function take(keap, entry) {
  const rule = keap.rules.find((one) => applies(one, entry));
  if (!rule) return null;
  if (rule.skip > 0) {
    rule.skip--;
    return null;
  }
  if (rule.times !== 0 && --rule.left === 0) keap.rules.splice(keap.rules.indexOf(rule), 1);
  return rule;
}

const applies = (rule, entry) =>
  fits(entry, rule)
  && (rule.at !== 'reused' || entry.request_on_connection > 1)
  && (rule.nth === undefined || entry.request_on_connection === rule.nth);

/** Applies the rule to the request: waits, acts or not, waits, and sends the reply of the action. */
export async function play(keap, rule, act, wire) {
  const action = actions[rule.action];
  const acts = rule.act ?? (typeof action.acts === 'function' ? action.acts(rule) : action.acts);
  await pause(rule.delay, rule.hold === 'before', wire);
  const reply = acts ? await act() : null;
  await pause(rule.delay_after, rule.hold === 'after', wire);
  await action.send(rule, reply, wire);
}

async function pause(ms, hold, wire) {
  if (ms) await sleep(ms);
  if (hold) await wire.hold();
}
