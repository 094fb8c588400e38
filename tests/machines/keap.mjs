// The strict stand-in of tests/keap for several machines: node keap.mjs ADDRESS CERTIFICATE MACHINES
// It listens on ADDRESS with CERTIFICATE.pem and CERTIFICATE.key. MACHINES is JSON: names by address. In the journal, each request has
// a header x-machine with the name of the machine that sent it. Prints one JSON line when ready.

import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { newControl } from '../keap/control.mjs';
import { newServer } from '../keap/server.mjs';
import { apiKey, client, newState } from '../keap/state.mjs';

const [address, certificate, machines] = process.argv.slice(2);
const names = JSON.parse(machines);

async function listen(server) {
  server.listen(0, address);
  await once(server, 'listening');
  return `${address}:${server.address().port}`;
}

const keap = newState();
const secure = newServer(keap, {
  key: readFileSync(`${certificate}.key`),
  cert: readFileSync(`${certificate}.pem`),
  minVersion: 'TLSv1.2',
});
// The strict checks want the host that they know, 127.0.0.1; here it is the address of this machine.
secure.prependListener('request', ({ headers, socket }) => {
  if (headers.host === `${address}:${secure.address().port}`) headers.host = headers.host.replace(address, '127.0.0.1');
  headers['x-machine'] = names[socket.remoteAddress] ?? socket.remoteAddress;
});

process.stdout.write(`${JSON.stringify({
  https: `https://${await listen(secure)}`,
  control: `http://${await listen(newControl(keap, () => secure.closeIdle()))}`,
  client_id: client.id,
  client_secret: client.secret,
  api_key: apiKey,
})}\n`);
