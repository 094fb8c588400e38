// An HTTPS server for the tests of the transport: node tls-peer.mjs DIRECTORY [HOST [HIGHEST_VERSION]]
//
// DIRECTORY holds server.key and server.pem. Prints its port; ends when its standard input closes. /hang-up reads the
// request and closes the connection; /leave replies and then closes it as a server closes an idle connection; /seen
// returns the counters; any other path gets 200 and "fine".

import { readFileSync } from 'node:fs';
import https from 'node:https';
import { join } from 'node:path';

const [directory, host = '127.0.0.1', maxVersion = 'TLSv1.3'] = process.argv.slice(2);
const old = maxVersion < 'TLSv1.2';
const seen = { connections: 0, handshakes: 0, requests: 0, hung_up: 0, left: 0 };

const server = https.createServer({
  key: readFileSync(join(directory, 'server.key')),
  cert: readFileSync(join(directory, 'server.pem')),
  maxVersion,
  minVersion: old ? 'TLSv1' : 'TLSv1.2',
  ciphers: old ? 'DEFAULT:@SECLEVEL=0' : undefined,
  keepAliveTimeout: 60000,
});

server.on('connection', () => seen.connections++);
server.on('secureConnection', () => seen.handshakes++);
server.on('tlsClientError', () => {});
server.on('request', (request, response) => {
  request.resume().on('end', () => {
    if (request.url === '/seen') {
      response.end(JSON.stringify(seen));
    } else if (request.url === '/hang-up') {
      seen.hung_up++;
      request.socket.destroy();
    } else if (request.url === '/leave') {
      response.end('fine', () => request.socket.end(() => seen.left++));
    } else {
      seen.requests++;
      response.end('fine');
    }
  });
});

server.listen(0, host, () => process.stdout.write(`${server.address().port}\n`));
process.stdin.resume().on('end', () => process.exit(0));
