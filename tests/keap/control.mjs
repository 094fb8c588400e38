// The control port: tests set up and inspect the stand-in with it. Requests and replies are JSON.

import http from 'node:http';
import { add } from './faults.mjs';
import { happen } from './hooks.mjs';
import { counts, fits, wait } from './journal.mjs';
import { expire, kill, mint, mintCode } from './oauth.mjs';
import { reset } from './state.mjs';
import { addTag } from './tags.mjs';

const ok = { ok: true };

/** Rejects a misspelt option, so that no test passes because its option has no effect. */
function refuseUnknown(given, known) {
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`no option ${unknown}; there are ${known.join(', ')}`);
}

const commands = {
  'POST /reset': (keap) => (reset(keap), ok),

  'POST /options': (keap, given) => {
    refuseUnknown(given, Object.keys(keap.options));
    return Object.assign(keap.options, given);
  },

  'POST /faults': (keap, given) => {
    for (const rule of [given].flat()) add(keap, rule);
    return ok;
  },
  'DELETE /faults': (keap) => (keap.rules.splice(0), ok),
  'POST /release': (keap, { count = Infinity, then, ...pattern }) => {
    const released = [...keap.holds].filter(({ entry }) => fits(entry, pattern)).slice(0, count);
    for (const hold of released) hold.release(then);
    return { released: released.length };
  },

  'GET /wait': async (keap, { phase, count = 1, timeout, ...pattern }) => {
    if (![undefined, 'arrived', 'held', 'acted', 'ended'].includes(phase)) throw new Error(`no phase ${phase}`);
    const number = (text) => (text === undefined ? undefined : Number(text));
    const there = await wait(keap, { phase, count: number(count), timeout: number(timeout), ...pattern });
    if (there < count) throw new Error(`waited in vain: ${there} of ${count}`);
    return { count: there };
  },
  'GET /journal': (keap) => keap.journal,
  'GET /counts': (keap) => counts(keap),
  'GET /state': (keap) => ({
    contacts: [...keap.contacts.values()],
    tags: [...keap.tags.values()].map(({ tag, applied }) => ({ ...tag, contact_ids: [...applied.keys()] })),
    hooks: [...keap.hooks.values()],
    grants: keap.grants.map((grant) => ({
      access_tokens: [...grant.access.keys()],
      refresh_token: grant.refresh.token,
      spent: grant.spent.size,
      refreshes: grant.refreshes,
      killed: grant.killed,
    })),
  }),

  'POST /grant': (keap, given) => {
    refuseUnknown(given, ['expires_in', 'scope', 'token_length']);
    return mint(keap, given);
  },
  'POST /code': (keap, { redirect_uri }) => ({ code: mintCode(keap, redirect_uri) }),
  'POST /expire': (keap) => (expire(keap), ok),
  'POST /revoke': (keap) => (keap.grants.forEach(kill), ok),
  'POST /events': (keap, given) => {
    refuseUnknown(given, ['event', 'ids', 'at', 'details']);
    return happen(keap, given);
  },
  'POST /tags': (keap, given) => addTag(keap, given),
};

/** Starts the control server. `idle` closes the connections that have no request. */
export function newControl(keap, idle) {
  return http.createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://control');
    const command = { ...commands, 'POST /close-idle': () => (idle(), ok) }[`${request.method} ${pathname}`];
    let [status, value] = [404, { error: `no ${request.method} ${pathname}` }];
    try {
      const given = request.method === 'POST' ? await bodyOf(request) : Object.fromEntries(searchParams);
      if (command) [status, value] = [200, await command(keap, given)];
    } catch (error) {
      [status, value] = [400, { error: error.message }];
    }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  });
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks)) : {};
}
