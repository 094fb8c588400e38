// Keap itself: turns a complete request into a reply. Faults are in faults.mjs, sending is in wire.mjs.

import { tokenEndpoint, authorize } from './oauth.mjs';
import { credential } from './gateway.mjs';
import { limitHeaders, throttle } from './limits.mjs';
import { Refusal, refusal } from './reply.mjs';
import { route } from './routes.mjs';
import { requestObjections } from './strict.mjs';

export async function answer(keap, request, entry) {
  const reply = await dispatch(keap, request, entry);
  entry.acted = reply.status < 400;
  return reply;
}

async function dispatch(keap, request, entry) {
  if (request.path === '/token') return tokenEndpoint(keap, request, entry);
  if (request.path === '/app/oauth/authorize') return authorize(keap, request, entry);
  const { kind, fault } = credential(keap, request.headers);
  if (fault) return fault;
  const reply = throttle(keap, kind) ?? await application(keap, request, entry);
  return { ...reply, headers: { ...reply.headers, ...limitHeaders(keap, kind) } };
}

async function application(keap, request, entry) {
  const { operation, params, known } = route(request.method, request.path);
  if (known) return refusal(405, `${request.method} is not allowed here`, 'api');
  if (!operation) return refusal(404, `No such resource: ${request.path}`, 'api');
  if (keap.options.strict) entry.violations.push(...requestObjections(operation, request));
  if (entry.violations.length > 0) return refusal(400, entry.violations.join('; '), 'api');
  if (operation.body && typeof request.json !== 'object') return refusal(400, 'The body is not a JSON object', 'api');
  try {
    return await operation.handler(keap, { ...request, params });
  } catch (error) {
    if (error instanceof Refusal) return refusal(error.status, error.message, error.resource);
    throw error;
  }
}
