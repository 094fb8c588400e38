// An HTTP/2 server that takes no request: node refusing-peer.mjs DIRECTORY
//
// DIRECTORY holds server.key and server.pem. Prints its port; ends when its standard input closes. Each connection gets
// GOAWAY with last_stream 0, and is then closed by the client. Node's own HTTP/2 cannot say that.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import tls from 'node:tls';

const [directory] = process.argv.slice(2);
const [SETTINGS, GOAWAY] = [4, 7];

const frame = (type, payload) => Buffer.concat([Buffer.from([0, 0, payload.length, type, 0, 0, 0, 0, 0]), payload]);

const server = tls.createServer({
  key: readFileSync(join(directory, 'server.key')),
  cert: readFileSync(join(directory, 'server.pem')),
  ALPNProtocols: ['h2'],
}, (socket) => {
  socket.on('error', () => {});
  socket.write(frame(SETTINGS, Buffer.alloc(0)));
  let received = 0;
  socket.on('data', (bytes) => {
    received += bytes.length;
    if (received > 100) socket.write(frame(GOAWAY, Buffer.alloc(8))); // more than the preface: a request has come
  });
});

server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.stdin.resume().on('end', () => process.exit(0));
