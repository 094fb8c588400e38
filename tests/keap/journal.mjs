// The journal of all requests. Secrets appear only as a fingerprint.

import { createHash } from 'node:crypto';

export const fingerprint = (secret) => createHash('sha256').update(secret).digest('hex').slice(0, 12);

const secretFields = ['client_secret', 'code', 'refresh_token', 'access_token'];

export function arrive(keap, facts) {
  const entry = {
    seq: keap.journal.length + 1,
    time: Date.now(),
    ...facts,
    body: null,
    arrived: false, // the whole request was received
    held: false,
    acted: false, // Keap has performed it
    fault: null,
    status: null,
    ended: null, // replied, hung up, or aborted by the client
    violations: [],
  };
  keap.journal.push(entry);
  return entry;
}

export function note(keap, entry, facts) {
  Object.assign(entry, facts);
  for (const waiter of keap.waiters) waiter();
}

export function redactHeaders(headers) {
  const shown = { ...headers };
  if (headers.authorization !== undefined) {
    const [kind, ...rest] = headers.authorization.split(' ');
    shown.authorization = { kind, sha256: fingerprint(rest.join(' ')) };
  }
  const key = headers['x-keap-api-key'];
  if (key !== undefined) shown['x-keap-api-key'] = { sha256: fingerprint(key) };
  return shown;
}

export function redactForm(form) {
  return Object.fromEntries([...form].map(([name, value]) =>
    [name, secretFields.includes(name) ? { sha256: fingerprint(value) } : value]));
}

/** Whether an entry matches { method?, path? }. A path is a prefix, or a regular expression if it begins with ^. */
export function fits(entry, { method, path }) {
  if (method && entry.method !== method.toUpperCase()) return false;
  if (!path) return true;
  return path.startsWith('^') ? new RegExp(path).test(entry.path) : entry.path.startsWith(path);
}

/** Resolves when `count` matching entries have reached the phase, or after `timeout` ms, with their number. */
export function wait(keap, { phase = 'arrived', count = 1, timeout = 60000, ...pattern }) {
  const met = () => keap.journal.filter((entry) => entry[phase] && fits(entry, pattern)).length;
  return new Promise((resolve) => {
    const finish = () => {
      keap.waiters.delete(check);
      clearTimeout(timer);
      resolve(met());
    };
    const check = () => met() >= count && finish();
    const timer = setTimeout(finish, timeout);
    keap.waiters.add(check);
    check();
  });
}

export function counts(keap) {
  const requests = {};
  const tokens = { exchange: { ok: 0, refused: 0 }, refresh: { ok: 0, refused: 0 } };
  let violations = 0;
  for (const { route, token, violations: found } of keap.journal) {
    requests[route] = (requests[route] ?? 0) + 1;
    if (token) tokens[token.kind][token.ok ? 'ok' : 'refused']++;
    violations += found.length;
  }
  return {
    requests,
    ...keap.counters,
    refreshes: tokens.refresh,
    exchanges: tokens.exchange,
    grants_killed: keap.grants.filter((grant) => grant.killed).length,
    violations,
  };
}
