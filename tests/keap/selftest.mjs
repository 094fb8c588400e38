// The test of the stand-in itself: node tests/keap/selftest.mjs. Prints "N passed, N failed".

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { fileURLToPath } from 'node:url';
import { objections, operations } from './schema.mjs';

const start = (...flags) => spawn(process.execPath, [fileURLToPath(new URL('keap.mjs', import.meta.url)), ...flags],
  { stdio: ['pipe', 'pipe', 'inherit'] });
const child = start();
const keap = JSON.parse(await once(child.stdout, 'data'));
const ca = readFileSync(keap.ca_file);

/* requests */

const fresh = () => new https.Agent({ ca, keepAlive: true, maxSockets: 1 });
let agent = fresh();

function ask(url, { method = 'GET', headers = {}, body } = {}) {
  const { request } = url.startsWith('https') ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: url.startsWith('https') ? agent : undefined }, (reply) => {
      const chunks = [];
      reply.on('data', (chunk) => chunks.push(chunk)).on('error', reject);
      reply.on('end', () => {
        const bytes = Buffer.concat(chunks);
        let json;
        try { json = JSON.parse(bytes); } catch { /* some replies are deliberately not JSON */ }
        resolve({ status: reply.statusCode, headers: reply.headers, bytes, json });
      });
    });
    sent.on('error', reject).end(body);
  });
}

async function control(command, given) {
  const [method, path] = command.split(' ');
  const { status, json } = await ask(keap.control + path, { method, body: given && JSON.stringify(given) });
  assert.equal(status, 200, `${command}: ${json?.error}`);
  return json;
}

const basic = `Basic ${Buffer.from(`${keap.client_id}:${keap.client_secret}`).toString('base64')}`;

const post = (fields, headers = {}) => ask(`${keap.https}/token`, {
  method: 'POST',
  headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams(fields).toString(),
});

const refresh = (refresh_token) => post({ grant_type: 'refresh_token', refresh_token }, { authorization: basic });

let token;
const api = (command, json, headers = {}) => {
  const [method, path] = command.split(' ');
  return ask(`${keap.https}/crm/rest${path}`, {
    method,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: json === undefined ? undefined : JSON.stringify(json),
  });
};

const ann = { email_addresses: [{ email: 'ann@example.com', field: 'EMAIL1' }], given_name: 'Ann' };
const create = (contact = ann, query = '') => api(`POST /v2/contacts${query}`, contact);
const fails = (promise) => promise.then(() => false, () => true);

const fitsSchema = (id, { status, json }) =>
  assert.deepEqual(objections(operations.find((one) => one.id === id).replies[status], json), []);

/* tests */

const tests = {
  async 'a wrong credential meets the gateway, each in its own way'() {
    const code = async (reply) => (await reply).json.fault.detail.errorcode;
    assert.equal(await code(ask(`${keap.https}/crm/rest/v2/contacts`)), 'oauth.v2.InvalidAccessToken');
    assert.equal(await code(ask(`${keap.https}/nothing`)), 'oauth.v2.InvalidAccessToken');
    await control('POST /expire');
    assert.equal(await code(api('GET /v2/contacts')), 'keymanagement.service.access_token_expired');
    token = 'at-made-up';
    assert.equal(await code(api('GET /v2/contacts')), 'keymanagement.service.invalid_access_token');
  },

  async 'an API key is good in both headers'() {
    token = keap.api_key;
    assert.equal((await api('GET /v2/contacts')).status, 200);
    const headers = { accept: 'application/json', 'x-keap-api-key': keap.api_key };
    assert.equal((await ask(`${keap.https}/crm/rest/v2/contacts`, { headers })).status, 200);
  },

  async 'a code is exchanged once, with the client in the body'() {
    const redirect_uri = 'https://example.com/back';
    const page = `${keap.https}/app/oauth/authorize?client_id=test-client&response_type=code&scope=full&state=s`
      + `&redirect_uri=${encodeURIComponent(redirect_uri)}`;
    assert.match((await ask(page)).bytes.toString(), /Allow/);
    const back = new URL((await ask(`${page}&auto=1`)).headers.location);
    assert.equal(back.searchParams.get('state'), 's');
    const form = { grant_type: 'authorization_code', client_id: keap.client_id, client_secret: keap.client_secret,
      code: back.searchParams.get('code'), redirect_uri };
    const { json } = await post(form);
    token = json.access_token;
    assert.equal((await api('GET /v2/contacts')).status, 200);
    assert.equal((await post(form)).json.error, 'invalid_grant');
    assert.deepEqual((await control('GET /counts')).exchanges, { ok: 1, refused: 1 });
  },

  async 'the authorize page refuses what does not fit'() {
    const { status } = await ask(`${keap.https}/app/oauth/authorize?client_id=test-client&response_type=token&scope=full`);
    assert.equal(status, 400);
  },

  async 'refresh tokens rotate'() {
    const first = await control('POST /grant');
    const { status, json: second } = await refresh(first.refresh_token);
    assert.equal(status, 200);
    assert.notEqual(second.refresh_token, first.refresh_token);
    token = second.access_token;
    assert.equal((await api('GET /v2/contacts')).status, 200);
    assert.equal((await refresh(second.refresh_token)).status, 200);
  },

  async 'a spent refresh token kills the grant'() {
    const first = await control('POST /grant');
    const second = (await refresh(first.refresh_token)).json;
    assert.deepEqual((await refresh(first.refresh_token)).json,
      { error: 'invalid_grant', error_description: 'Invalid refresh token' });
    token = second.access_token;
    assert.equal((await api('GET /v2/contacts')).status, 401);
    assert.equal((await refresh(second.refresh_token)).status, 400);
    assert.equal((await control('GET /counts')).grants_killed, 1);
  },

  async 'a refresh with the client in the body is refused'() {
    const { refresh_token } = await control('POST /grant');
    const form = { grant_type: 'refresh_token', refresh_token, client_id: keap.client_id, client_secret: keap.client_secret };
    assert.equal((await post(form)).status, 401);
    assert.equal((await post(form, { authorization: basic })).status, 400);
    assert.equal((await refresh(refresh_token)).status, 200);
  },

  async 'a contact lives and dies'() {
    const made = await create();
    assert.equal(made.status, 201);
    fitsSchema('createContact', made);
    const path = `/v2/contacts/${made.json.id}`;
    fitsSchema('getContact', await api(`GET ${path}`));
    assert.deepEqual((await api(`GET ${path}?fields=given_name,id`)).json, { given_name: 'Ann', id: made.json.id });
    const changed = await api(`PATCH ${path}?update_mask=job_title`, { job_title: 'Cook', given_name: 'skipped' });
    assert.deepEqual([changed.json.job_title, changed.json.given_name], ['Cook', 'Ann']);
    assert.equal((await api(`DELETE ${path}`)).status, 204);
    assert.equal((await api(`DELETE ${path}`)).status, 404);
  },

  async 'duplicate_option makes create an upsert, case ignored'() {
    await create();
    assert.equal((await create()).status, 201);
    const shouting = { ...ann, email_addresses: [{ email: 'ANN@example.com', field: 'EMAIL1' }], given_name: 'Anna' };
    assert.equal((await create(shouting, '?duplicate_option=Email')).status, 200);
    assert.equal((await create({ ...ann, given_name: 'Bea' }, '?duplicate_option=EmailAndName')).status, 201);
    assert.equal((await control('GET /state')).contacts.length, 3);
  },

  async 'an item that is not listed is removed from its collection'() {
    const emails = (...all) => all.map((email, at) => ({ email, field: `EMAIL${at + 1}` }));
    const fax_numbers = [{ number: '1', field: 'FAX1' }];
    const { id } = (await create({ email_addresses: emails('ann@example.com', 'b@example.com'), fax_numbers })).json;
    const held = async () => {
      const { email_addresses = [], fax_numbers: faxes = [] } = (await api(`GET /v2/contacts/${id}`)).json;
      return [email_addresses.length, faxes.length];
    };
    await create({ email_addresses: emails('ann@example.com') }, '?duplicate_option=Email');
    assert.deepEqual(await held(), [1, 1]);
    await api(`PATCH /v2/contacts/${id}?update_mask=given_name`, { given_name: 'Bea' });
    assert.deepEqual(await held(), [1, 1]);
    await api(`PATCH /v2/contacts/${id}`, { email_addresses: emails('ann@example.com') });
    assert.deepEqual(await held(), [1, 0]);
  },

  async 'what Keap demands of a contact'() {
    assert.equal((await create({ given_name: 'Ann' })).status, 400);
    assert.equal((await create({ ...ann, addresses: [{ field: 'BILLING', region_code: 'US-AZ' }] })).status, 400);
    assert.equal((await create({ ...ann, addresses: [{ field: 'BILLING', region_code: 'US-AZ', country_code: 'USA' }] })).status, 201);
  },

  async 'lists filter, sort and page'() {
    for (const name of ['a', 'b', 'c']) {
      await create({ given_name: name, email_addresses: [{ email: `${name}@example.com`, field: 'EMAIL1' }] });
    }
    const list = async (query) => (await api(`GET /v2/contacts?${query}`)).json;
    const found = await list('filter=email%3D%3DB%40example.com');
    assert.deepEqual(found.contacts.map((one) => one.given_name), ['b']);
    assert.equal((await list('filter=given_name%3D%3D%2A')).contacts.length, 3);
    const first = await list('page_size=2&order_by=id%20desc');
    assert.deepEqual(first.contacts.map((one) => one.given_name), ['c', 'b']);
    const rest = await list(`page_size=2&order_by=id%20desc&page_token=${encodeURIComponent(first.next_page_token)}`);
    assert.deepEqual([rest.contacts.map((one) => one.given_name), rest.next_page_token], [['a'], undefined]);
    const v1 = (await api('GET /v1/contacts?limit=2')).json;
    assert.equal(v1.next, `${keap.https}/crm/rest/v1/contacts?limit=2&offset=2`);
  },

  async 'tags are applied contact by contact'() {
    const { id: contact } = (await create()).json;
    const tag = (await api('POST /v2/tags', { name: 'VIP' })).json;
    const apply = () => api(`POST /v2/tags/${tag.id}/contacts:applyTags`, { contact_ids: [contact, '9'] });
    const applied = await apply();
    fitsSchema('applyTags', applied);
    assert.deepEqual(applied.json.results, { [contact]: 'SUCCESS', 9: 'CONTACT_NOT_FOUND' });
    assert.equal((await apply()).json.results[contact], 'DUPLICATE');
    fitsSchema('listContactsWithTagId', await api(`GET /v2/tags/${tag.id}/contacts`));
    fitsSchema('listTagsForContact', await api(`GET /v2/contacts/${contact}/tags`));
    fitsSchema('listTags', await api('GET /v2/tags?filter=name%3D%3Dvip'));
    assert.deepEqual((await control('GET /state')).tags[0].contact_ids, [contact]);
    assert.equal((await api(`POST /v2/tags/${tag.id}/contacts:removeTags`, { contact_ids: [contact] })).status, 204);
    assert.equal((await api('POST /v2/tags/9/contacts:applyTags', { contact_ids: [contact] })).status, 404);
    const many = Array.from({ length: 101 }, (_, i) => String(i));
    assert.equal((await api(`POST /v2/tags/${tag.id}/contacts:applyTags`, { contact_ids: many })).status, 400);
  },

  async 'the model fits its schema'() {
    fitsSchema('retrieveContactModel', await api('GET /v2/contacts/model'));
  },

  async 'an unknown path and a wrong method are the application\'s'() {
    assert.equal((await api('GET /v2/nothing')).json.code, 404);
    assert.equal((await api('PUT /v2/contacts')).json.code, 405);
  },

  async 'strict: each departure is refused and recorded'() {
    const wrong = [
      () => api('GET /v2/contacts?email=a'),
      () => api('GET /v2/contacts?filter=given_name==Ann'),
      () => api('GET /v2/contacts?page_size=1001'),
      () => api('GET /v2/contacts', undefined, { accept: 'text/html' }),
      () => ask(`${keap.http}/crm/rest/v2/contacts`, // plain HTTP: over TLS Node's client would check the certificate against this host
        { headers: { accept: 'application/json', authorization: `Bearer ${token}`, host: 'example.com' } }),
      () => api('GET /v2/contacts', {}, { 'content-length': '2' }),
      () => create({ ...ann, nickname: 'A' }),
      () => create({ ...ann, given_name: 7 }),
      () => create({ ...ann, given_name: 'x'.repeat(41) }),
      () => create({ email_addresses: [{ email: 'a@example.com', field: 'EMAIL9' }] }),
      () => create(ann, '?duplicate_option=Phone'),
      () => api('POST /v2/contacts', ann, { 'content-type': 'text/plain' }),
      () => api('PATCH /v2/contacts/1?update_mask=given_name,family_name', ann),
      () => api('POST /v2/tags/1/contacts:applyTags', { contact_ids: [1] }),
      () => api('POST /v2/tags/1/contacts:applyTags', { contact_ids: ['1', '1'] }),
      () => api('POST /v2/tags/1/contacts:applyTags', {}),
    ];
    for (const request of wrong) assert.equal((await request()).status, 400, String(request));
    const journal = await control('GET /journal');
    for (const { violations, seq } of journal) assert.equal(violations.length, 1, String(wrong[seq - 1]));
  },

  async 'not strict: an unknown query key is ignored, as Keap does'() {
    await control('POST /options', { strict: false });
    assert.equal((await api('GET /v2/contacts?email=a')).status, 200);
  },

  async 'limits are told, and enforced on request'() {
    await control('POST /options', { told_minute: 0 });
    const { headers } = await api('GET /v2/contacts');
    assert.deepEqual(['x-keap-product-throttle-available', 'x-keap-tenant-throttle-limit'].map((name) => headers[name]),
      ['1499', '10000|250000']);
    await control('POST /options', { minute_quota: 2, retry_after: 3 });
    assert.equal((await api('GET /v2/contacts')).status, 200);
    const over = await api('GET /v2/contacts');
    assert.deepEqual([over.status, over.headers['retry-after'], over.json.code], [429, '3', '429']);
    await control('POST /options', { minute_quota: 0, spike_per_second: 1 });
    await api('GET /v2/contacts');
    const spiked = await api('GET /v2/contacts');
    assert.equal(spiked.json.fault.detail.errorcode, 'policies.ratelimit.SpikeArrestViolation');
    await control('POST /options', { spike_per_second: 2, spike_sliding: true });
    const burst = [await api('GET /v2/contacts'), await api('GET /v2/contacts'), await api('GET /v2/contacts')];
    assert.deepEqual(burst.map(({ status }) => status), [200, 200, 429]);
  },

  async 'fault: status, with after and times'() {
    await control('POST /faults', { path: '/crm', after: 1, times: 2, action: 'status', status: 503, headers: { 'retry-after': '1' } });
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await create()).status);
    assert.deepEqual(statuses, [201, 503, 503, 201]);
    assert.equal((await control('GET /state')).contacts.length, 2);
  },

  async 'fault: the 429s'() {
    await control('POST /faults', ['spike', 'quota', 'throttled'].map((action) => ({ action, retry_after: 2 })));
    for (let i = 0; i < 3; i++) {
      const { status, headers } = await create();
      assert.deepEqual([status, headers['retry-after']], [429, '2']);
    }
  },

  async 'fault: hang up before, after and in the middle'() {
    for (const close of ['abrupt', 'clean', 'reset']) {
      for (const [at, acted] of [['before', 0], ['after', 1], ['mid-reply', 1]]) {
        const before = (await control('GET /state')).contacts.length;
        await control('POST /faults', { action: 'hangup', at, close });
        assert.ok(await fails(create()), `${at} ${close}`);
        assert.equal((await control('GET /state')).contacts.length, before + acted, `${at} ${close}`);
      }
    }
    assert.equal((await create()).status, 201);
  },

  async 'fault: hang up on a reused connection only'() {
    agent = fresh();
    await control('POST /faults', { path: '^/crm/.*contacts$', action: 'hangup', at: 'reused' });
    assert.equal((await create()).status, 201);
    assert.ok(await fails(create()));
    assert.equal((await control('GET /state')).contacts.length, 1);
  },

  async 'fault: replies that are not what they should be'() {
    const reply = async (rule) => {
      await control('POST /faults', rule);
      return create();
    };
    assert.match((await reply({ action: 'html' })).bytes.toString(), /<html>/);
    const half = await reply({ action: 'half-json' });
    assert.deepEqual([half.status, half.json, half.bytes[0]], [201, undefined, 0x7b]);
    const edited = await reply({ action: 'edit', set: { id: '7' }, unset: ['given_name'] });
    assert.deepEqual([edited.json.id, edited.json.given_name], ['7', undefined]);
    assert.ok((await reply({ action: 'invalid-utf8' })).bytes.includes(0xe9));
    assert.equal((await reply({ action: 'deep', depth: 50 })).bytes.length, 100);
    assert.equal((await reply({ action: 'flood', bytes: 1e6 })).bytes.length, 1e6);
    assert.ok(await fails(reply({ action: 'flood-headers', bytes: 1e5 }))); // more than Node's client accepts
    agent = fresh();
    assert.ok(await fails(reply({ action: 'garbage' })));
    const started = Date.now();
    assert.equal((await reply({ action: 'drip', ms: 1 })).status, 201);
    assert.ok(Date.now() - started > 100);
    assert.equal((await reply({ action: 'status', status: 200, body_base64: '/w==' })).bytes[0], 0xff);
  },

  async 'fault: delay and hold'() {
    await control('POST /faults', { delay: 50, delay_after: 50 });
    const started = Date.now();
    assert.equal((await create()).status, 201);
    assert.ok(Date.now() - started >= 99);

    await control('POST /faults', { hold: 'after', path: '/crm' });
    const held = create();
    assert.deepEqual(await control('GET /wait?phase=held&path=/crm'), { count: 1 });
    assert.equal((await control('GET /state')).contacts.length, 2);
    await control('POST /release');
    assert.equal((await held).status, 201);

    await control('POST /faults', { hold: 'before' });
    const lost = fails(create());
    await control('GET /wait?phase=held');
    await control('POST /release', { then: 'hangup' });
    assert.ok(await lost);
    assert.equal((await control('GET /state')).contacts.length, 2);
  },

  async 'a rule with a mistake is an error'() {
    for (const rule of [{ action: 'explode' }, { action: 'drip', depth: 1 }, { action: 'hangup', at: 'noon' }]) {
      assert.ok(await fails(control('POST /faults', rule)));
    }
    assert.ok(await fails(control('POST /options', { strickt: true })));
  },

  async 'the journal counts, and shows no secret'() {
    agent = fresh();
    const { access_token, refresh_token } = await control('POST /grant');
    token = access_token;
    await refresh(refresh_token);
    await create();
    const counts = await control('GET /counts');
    assert.deepEqual(counts.requests, { 'POST /token': 1, 'POST /crm/rest/v2/contacts': 1 });
    assert.deepEqual([counts.connections, counts.handshakes, counts.refreshes.ok, counts.violations], [1, 1, 1, 0]);
    const journal = JSON.stringify(await control('GET /journal'));
    for (const secret of [access_token, refresh_token, keap.client_secret, basic.slice(6)]) {
      assert.ok(!journal.includes(secret));
    }
  },

  async 'connections can be dropped, and closed when idle'() {
    agent = fresh();
    await control('POST /options', { drop_connections: 1 });
    assert.ok(await fails(create()));
    assert.equal((await create()).status, 201);
    await control('POST /close-idle');
    assert.equal((await create().catch(() => create())).status, 201);
    assert.equal((await control('GET /counts')).connections, 3);
  },

  async 'plain http serves the same'() {
    const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
    assert.equal((await ask(`${keap.http}/crm/rest/v2/contacts`, { headers })).status, 200);
  },

  async 'over HTTP/2 it is as strict, and one connection has many requests'() {
    const other = start('--http2');
    const { https: base, control: commands, api_key } = JSON.parse(await once(other.stdout, 'data'));
    const session = http2.connect(base, { ca });
    const get = async (path) => {
      const stream = session.request({ ':path': path, accept: 'application/json', authorization: `Bearer ${api_key}` });
      stream.resume();
      const [headers] = await once(stream, 'response');
      return headers[':status'];
    };
    try {
      const paths = ['/crm/rest/v2/contacts', '/crm/rest/v2/tags', '/crm/rest/v2/contacts?nonsense=1'];
      assert.deepEqual(await Promise.all(paths.map(get)), [200, 200, 400]);
      const { json: journal } = await ask(`${commands}/journal`);
      assert.deepEqual([...new Set(journal.map((entry) => `${entry.http} ${entry.connection}`))], ['2.0 1']);
      assert.deepEqual(journal.map((entry) => entry.headers.host), Array(3).fill(new URL(base).host));
      assert.deepEqual(journal.map((entry) => entry.violations.length), [0, 0, 1]);
      const { json: counts } = await ask(`${commands}/counts`);
      assert.deepEqual([counts.handshakes, counts.sessions], [1, 1]);
    } finally {
      session.destroy();
      other.stdin.end();
      await once(other, 'exit');
    }
  },

  async 'over HTTP/2 it announces the end of a connection, and takes no more on it'() {
    const other = start('--http2');
    const { https: base, control: commands, api_key } = JSON.parse(await once(other.stdout, 'data'));
    const session = http2.connect(base, { ca });
    const headers = { ':path': '/crm/rest/v2/tags', accept: 'application/json', authorization: `Bearer ${api_key}` };
    try {
      await ask(`${commands}/faults`, { method: 'POST', body: JSON.stringify({ nth: 2, action: 'goaway' }) });
      const streams = [1, 2, 3].map(() => session.request(headers));
      for (const stream of streams) stream.on('error', () => {}).resume();
      const [[code, last]] = await Promise.all([once(session, 'goaway'), once(streams[1], 'response')]);
      const { json: journal } = await ask(`${commands}/journal`);
      assert.deepEqual([code, journal.at(-1).request_on_connection], [0, (last + 1) / 2]);
    } finally {
      session.destroy();
      other.stdin.end();
      await once(other, 'exit');
    }
  },

  async 'it ends with its stdin'() {
    child.stdin.end();
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  },
};

let [passed, failed] = [0, 0];
for (const [name, test] of Object.entries(tests)) {
  try {
    await control('POST /reset');
    token = (await control('POST /grant')).access_token;
    await test();
    passed++;
  } catch (error) {
    failed++;
    console.log(`FAILED ${name}\n${error.stack}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
