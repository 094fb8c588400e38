// A strict stand-in for Keap: node keap.mjs [--workdir DIR] [--keep] [--http2] [--https-port N] [--http-port N] [--control-port N]
// Prints one JSON line when ready. Ends on SIGTERM and, without --keep, when its stdin is closed, so that it is never orphaned.

import { readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { apiKey, client, newState } from './state.mjs';
import { newControl } from './control.mjs';
import { newServer } from './server.mjs';

const port = { type: 'string', default: '0' };
const { values: flags } = parseArgs({
  options: {
    workdir: { type: 'string' }, // folder for ready.json, a copy of that line
    keep: { type: 'boolean', default: false },
    http2: { type: 'boolean', default: false }, // offer HTTP/2 on the https port
    'https-port': port,
    'http-port': port,
    'control-port': port,
  },
});

const near = (path) => fileURLToPath(new URL(path, import.meta.url));

async function listen(server, number) {
  server.listen(Number(number), '127.0.0.1');
  await once(server, 'listening');
  return `127.0.0.1:${server.address().port}`;
}

const keap = newState();
const secure = newServer(keap, {
  key: readFileSync(near('tls/server.key')),
  cert: readFileSync(near('tls/server.pem')),
  minVersion: 'TLSv1.2',
}, flags.http2);
const plain = newServer(keap, null);
const control = newControl(keap, () => [secure, plain].forEach((server) => server.closeIdle()));

const ready = JSON.stringify({
  pid: process.pid,
  https: `https://${await listen(secure, flags['https-port'])}`,
  http: `http://${await listen(plain, flags['http-port'])}`,
  control: `http://${await listen(control, flags['control-port'])}`,
  ca_file: near('tls/ca.pem'),
  client_id: client.id,
  client_secret: client.secret,
  api_key: apiKey,
});

process.on('SIGTERM', () => process.exit(0));
if (!flags.keep) {
  for (const end of ['end', 'close', 'error']) process.stdin.once(end, () => process.exit(0));
  process.stdin.resume();
}

if (flags.workdir) writeFileSync(join(flags.workdir, 'ready.json'), `${ready}\n`);
process.stdout.write(`${ready}\n`);
