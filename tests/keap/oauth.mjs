// The authorize page, the token endpoint and the grants. Each refresh replaces the refresh token, which is valid once:
// a spent refresh token that is sent again kills its grant.

import { randomBytes } from 'node:crypto';
import { client } from './state.mjs';
import { html, json } from './reply.mjs';
import { envelopeObjections, queryObjections } from './strict.mjs';

const refreshLife = 45 * 86400 * 1000;
const codeLife = 60 * 1000;

const token = (prefix, length) => prefix + randomBytes(length).toString('base64url').slice(0, length);

/** Makes a grant and returns Keap's token reply. */
export function mint(keap, { expires_in, scope, token_length } = {}) {
  const grant = { access: new Map(), refresh: null, spent: new Set(), killed: false, refreshes: 0 };
  keap.grants.push(grant);
  return rotate(keap, grant, { expires_in, scope, token_length });
}

function rotate(keap, grant, { expires_in, scope, token_length } = {}) {
  const { options } = keap;
  const seconds = expires_in ?? options.expires_in;
  const length = token_length ?? options.token_length;
  if (options.refresh_kills_access) grant.access.clear();
  if (grant.refresh) grant.spent.add(grant.refresh.token);
  const access = token('at-', length);
  grant.access.set(access, { expires: Date.now() + seconds * 1000 });
  grant.refresh = { token: token('rt-', length), expires: Date.now() + refreshLife };
  return {
    access_token: access,
    refresh_token: grant.refresh.token,
    token_type: 'bearer',
    expires_in: seconds,
    scope: scope ?? options.scope,
  };
}

export function kill(grant) {
  grant.killed = true;
}

export function expire(keap) {
  for (const { access } of keap.grants) for (const made of access.values()) made.expires = 0;
}

/** Returns 'valid', 'expired' or 'unknown'. */
export function accessState(keap, accessToken) {
  const made = keap.grants.find((grant) => !grant.killed && grant.access.has(accessToken))?.access.get(accessToken);
  if (!made) return 'unknown';
  return made.expires > Date.now() ? 'valid' : 'expired';
}

export function mintCode(keap, redirectUri) {
  const code = token('code-', 24);
  keap.codes.set(code, { redirectUri, expires: Date.now() + codeLife });
  return code;
}

/* the authorize page */

const authorizeQuery = Object.fromEntries(
  ['client_id', 'redirect_uri', 'response_type', 'scope', 'state', 'auto'].map((name) => [name, { type: 'string' }]));

export function authorize(keap, request, entry) {
  if (request.method !== 'GET') return html(405, 'Method not allowed');
  const asked = Object.fromEntries([...request.query.values].map(([name, values]) => [name, values[0]]));
  const found = authorizeObjections(keap, asked);
  if (keap.options.strict) {
    found.push(...envelopeObjections(request), ...queryObjections(authorizeQuery, request.query));
    entry.violations.push(...found);
  }
  if (found.length > 0) return html(400, `Not authorized: ${escape(found.join('; '))}`);
  if (asked.auto !== '1' && !keap.options.auto_authorize) {
    return html(200, `<a href="?${escape(request.query.raw)}&amp;auto=1">Allow</a>`);
  }
  const back = new URL(asked.redirect_uri);
  back.searchParams.set('code', mintCode(keap, asked.redirect_uri));
  if (asked.state !== undefined) back.searchParams.set('state', asked.state);
  return { status: 302, headers: { location: back.href }, body: Buffer.alloc(0) };
}

function authorizeObjections({ options }, asked) {
  const found = [];
  if (asked.client_id !== client.id) found.push('client_id');
  if (asked.response_type !== 'code') found.push('response_type');
  if (asked.scope !== 'full') found.push('scope');
  if (!/^https:\/\/[^/?#]+[^#]*$/.test(asked.redirect_uri ?? '')) found.push('redirect_uri: must be https');
  if (options.redirect_uris && !options.redirect_uris.includes(asked.redirect_uri)) found.push('redirect_uri: unknown');
  return found;
}

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/* the token endpoint */

const error = (status, error, error_description) => ({ status, value: { error, error_description } });
const badClient = () => error(401, 'invalid_client');

const kinds = {
  authorization_code: { name: 'exchange', fields: ['client_id', 'client_secret', 'code', 'redirect_uri'], run: exchange },
  refresh_token: { name: 'refresh', fields: ['refresh_token'], run: refresh },
};

export function tokenEndpoint(keap, request, entry) {
  const kind = kinds[request.form?.get('grant_type')];
  if (keap.options.strict) entry.violations.push(...tokenObjections(kind, request));
  const { status, value } = answerToken(keap, kind, request, entry.violations);
  if (kind) entry.token = { kind: kind.name, ok: status === 200 };
  return json(status, value, { 'cache-control': 'no-store' });
}

function answerToken(keap, kind, request, violations) {
  if (request.method !== 'POST') return error(405, 'invalid_request', 'Method not allowed');
  if (!kind) return error(400, 'unsupported_grant_type');
  if (kind.name === 'refresh' && !basicFits(request)) return badClient();
  if (violations.length > 0) return error(400, 'invalid_request', violations.join('; '));
  return kind.run(keap, request.form);
}

function tokenObjections(kind, request) {
  const found = [...envelopeObjections(request), ...queryObjections({}, request.query)];
  const { headers, form } = request;
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')) {
    found.push(`header content-type: ${headers['content-type']}`);
  }
  if (!/application\/json|\*\/\*/.test(headers.accept ?? '')) found.push('header accept: must admit JSON');
  const names = [...(form?.keys() ?? [])];
  for (const name of kind ? ['grant_type', ...kind.fields] : []) {
    if (names.filter((given) => given === name).length !== 1) found.push(`form.${name}: must be given once`);
  }
  for (const name of names) {
    if (kind && name !== 'grant_type' && !kind.fields.includes(name)) found.push(`form.${name}: does not belong`);
  }
  if (kind?.name === 'refresh' && !headers.authorization) found.push('refresh: the client goes into HTTP Basic');
  if (kind?.name === 'exchange' && headers.authorization) found.push('exchange: the client goes into the body');
  return found;
}

function basicFits({ headers }) {
  const [, given] = /^Basic (\S+)$/.exec(headers.authorization ?? '') ?? [];
  return given === Buffer.from(`${client.id}:${client.secret}`).toString('base64');
}

function exchange(keap, form) {
  if (form.get('client_id') !== client.id || form.get('client_secret') !== client.secret) return badClient();
  const code = keap.codes.get(form.get('code'));
  keap.codes.delete(form.get('code'));
  if (!code || code.expires < Date.now()) return error(400, 'invalid_grant', 'Invalid code');
  if (code.redirectUri !== form.get('redirect_uri')) return error(400, 'invalid_grant', 'Redirect URI does not match');
  return { status: 200, value: mint(keap) };
}

function refresh(keap, form) {
  const given = form.get('refresh_token');
  const grant = keap.grants.find((one) => one.refresh.token === given || one.spent.has(given));
  if (!grant) return error(400, 'invalid_request', 'Invalid Refresh Token');
  if (grant.spent.has(given)) kill(grant);
  if (grant.killed || grant.refresh.expires < Date.now()) return error(400, 'invalid_grant', 'Invalid refresh token');
  grant.refreshes++;
  return { status: 200, value: rotate(keap, grant) };
}
