// REST hooks, API v1: subscriptions, how Keap verifies them, and its deliveries. docs/hooks.md has Keap's rules.

import { randomUUID } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal, json, noContent } from './reply.mjs';

export const events = ['contact.add', 'contact.delete', 'contact.edit', 'contactGroup.applied', 'contactGroup.removed',
  'invoice.add', 'opportunity.stage_move', 'order.add'];

const objectsOfADelivery = 1000;

/* subscriptions */

export const list = (keap) => json(200, [...keap.hooks.values()]);

export const listEvents = () => json(200, events);

function find(keap, { params: { key } }) {
  const hook = keap.hooks.get(key);
  if (!hook) throw new Refusal(404, `No hook ${key}`, 'hook');
  return hook;
}

export const get = (keap, request) => json(200, find(keap, request));

function checked({ json: { eventKey, hookUrl } }) {
  if (!events.includes(eventKey)) throw new Refusal(400, `No event ${eventKey}`, 'hook');
  if (!URL.canParse(hookUrl ?? '')) throw new Refusal(400, 'hookUrl is no URL', 'hook');
  return { eventKey, hookUrl };
}

export async function create(keap, request) {
  const hook = { key: String(++keap.lastHook), ...checked(request), status: 'Unverified' };
  keap.hooks.set(hook.key, hook);
  await confirm(hook);
  return json(201, hook);
}

export async function update(keap, request) {
  const hook = Object.assign(find(keap, request), checked(request), { status: 'Unverified' });
  await confirm(hook);
  return json(200, hook);
}

export function remove(keap, request) {
  keap.hooks.delete(find(keap, request).key);
  return noContent();
}

/* verification */

/** Sends a secret, which the answer must repeat in the same header. */
async function confirm(hook) {
  hook.status = 'Unverified';
  const secret = randomUUID();
  const reply = await post(hook.hookUrl, { 'x-hook-secret': secret }, '', 30000);
  if (reply.status === 200 && reply.headers['x-hook-secret'] === secret) hook.status = 'Verified';
}

export async function verify(keap, request) {
  const hook = find(keap, request);
  await confirm(hook);
  return json(200, hook);
}

/* deliveries */

/** Sends the body, and returns { status, headers }; status 0 when no answer came in time. Follows no redirect. */
function post(url, headers, body, timeout) {
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise((resolve) => {
    const sent = request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      rejectUnauthorized: false,
      signal: AbortSignal.timeout(timeout),
    }, (reply) => {
      reply.resume();
      reply.on('end', () => resolve({ status: reply.statusCode, headers: reply.headers }));
      reply.on('error', () => resolve({ status: 0, headers: {} }));
    });
    sent.on('error', () => resolve({ status: 0, headers: {} })).end(body);
  });
}

const succeeded = (status) => status >= 200 && status < 400;

/** Tries four times. 410 makes the hook inactive at once, four failures do so as well. Returns the statuses. */
async function deliver(keap, hook, objects) {
  const { hook_pauses_ms: pauses, hook_timeout_ms: timeout } = keap.options;
  const body = JSON.stringify({ event_key: hook.eventKey, object_type: hook.eventKey.split('.')[0], object_keys: objects });
  const tries = [];
  for (const pause of [0, ...pauses]) {
    await sleep(pause);
    const { status } = await post(hook.hookUrl, {}, body, timeout);
    tries.push(status);
    if (succeeded(status)) return tries;
    if (status === 410) break;
  }
  hook.status = 'Inactive';
  return tries;
}

/** An event of these objects. Returns, when all deliveries have ended, the statuses of the tries of each. */
export async function happen(keap, { event, ids, at, details = {} }) {
  const objects = ids.map((id) => ({ apiUrl: '', id, timestamp: at ?? new Date(Date.now() - 40000).toISOString(), ...details }));
  const hooks = [...keap.hooks.values()].filter(({ eventKey, status }) => eventKey === event && status === 'Verified');
  const parts = [];
  while (objects.length > 0) parts.push(objects.splice(0, objectsOfADelivery));
  return Promise.all(hooks.flatMap((hook) => parts.map((part) => deliver(keap, hook, part))));
}
