// One listening socket, with or without TLS: reads requests, writes the journal, and calls the fault rules or the service.

import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { arrive, note, redactForm, redactHeaders } from './journal.mjs';
import { play, take } from './faults.mjs';
import { nameOf } from './routes.mjs';
import { parseQuery } from './query.mjs';
import { answer } from './service.mjs';
import { json } from './reply.mjs';
import { HungUp, wireOf } from './wire.mjs';

const settings = { keepAliveTimeout: 120000, requestTimeout: 0, headersTimeout: 0, maxHeaderSize: 262144 };

let lastConnection = 0;

function create(tls, withHttp2) {
  if (!tls) return http.createServer(settings);
  if (!withHttp2) return https.createServer({ ...settings, ...tls });
  return http2.createSecureServer({ ...settings, ...tls, allowHTTP1: true });
}

export function newServer(keap, tls, withHttp2 = false) {
  const connections = new Map(); // key: the client's port
  const server = create(tls, withHttp2);
  server.scheme = tls ? 'https' : 'http';
  const sessions = new Set();
  server.on('session', (session) => {
    keap.counters.sessions++;
    session.on('error', () => {}); // the client closed it
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  server.closeIdle = () => {
    if (!tls) server.closeIdleConnections();
    // As servers do, with the message by which TLS ends a connection: closeIdleConnections() leaves it out.
    else for (const { socket, raw, open } of connections.values()) if (socket !== raw && open === 0) socket?.end();
    for (const session of sessions) session.close(); // after its streams have ended
  };
  server.on('connection', (raw) => accept(keap, server, connections, raw));
  server.on('secureConnection', (socket) => {
    keap.counters.handshakes++;
    if (socket.isSessionReused()) keap.counters.resumed++;
  });
  server.on('tlsClientError', () => keap.counters.failed_handshakes++);
  server.on('clientError', (error, socket) => {
    // A client that closed its connection is not an error.
    if (error.code?.startsWith('HPE_')) keap.counters.malformed++;
    socket.destroy();
  });
  server.on('request', (request, response) => {
    const connection = connections.get(request.socket.remotePort);
    if (!connection) return response.destroy(); // the client has already closed it
    // HTTP/2 does not release its TLS socket: there a hang-up closes the connection below TLS.
    connection.socket = request.httpVersion === '2.0' ? connection.raw : request.socket;
    connection.open++;
    response.on('close', () => connection.open--);
    serve(keap, server, connection, request, response).catch((error) => fail(error, response));
  });
  return server;
}

function accept(keap, server, connections, raw) {
  keap.counters.connections++;
  server.updateSettings?.({ maxConcurrentStreams: keap.options.max_concurrent_streams || 2 ** 32 - 1 });
  if (keap.options.drop_connections > 0) {
    keap.options.drop_connections--;
    keap.counters.dropped++;
    raw.destroy();
    return;
  }
  const port = raw.remotePort;
  connections.set(port, { id: ++lastConnection, raw, requests: 0, open: 0 });
  raw.on('close', () => connections.delete(port));
}

async function serve(keap, server, connection, incoming, response) {
  // A request that came behind the connection's last one (GOAWAY) is not taken.
  if (incoming.stream?.id > connection.last) return keap.counters.refused++;
  connection.highest = incoming.stream?.id;
  const request = headOf(server, incoming);
  const entry = arrive(keap, {
    method: request.method,
    path: request.path,
    route: nameOf(request.method, request.path),
    query: Object.fromEntries(request.query.values),
    query_raw: request.query.raw,
    headers: redactHeaders(request.headers),
    tls: server.scheme === 'https',
    http: request.httpVersion,
    connection: connection.id,
    request_on_connection: ++connection.requests,
  });
  response.on('close', () => entry.ended ?? note(keap, entry, { ended: 'aborted' }));
  if (!(await addBody(request, entry, incoming))) return;
  const rule = take(keap, entry);
  note(keap, entry, { arrived: true, fault: rule?.action ?? null });
  const wire = wireOf(keap, entry, connection, response);
  const act = async () => {
    const reply = await answer(keap, request, entry);
    note(keap, entry, {});
    return reply;
  };
  if (rule) await play(keap, rule, act, wire);
  else wire.reply(await act());
}

function headOf(server, incoming) {
  const { method, httpVersion } = incoming;
  const headers = plainHeaders(incoming.headers);
  const [, path, raw = ''] = /^([^?]*)\??(.*)$/s.exec(incoming.url);
  const { port } = server.address();
  const query = { raw, ...parseQuery(raw) };
  return {
    method,
    path,
    headers,
    httpVersion,
    query,
    one: (name) => query.values.get(name)?.[0],
    all: (name) => query.values.get(name),
    hosts: [`127.0.0.1:${port}`, `localhost:${port}`],
    origin: `${server.scheme}://${headers.host}`,
  };
}

/** Returns the headers in HTTP/1.1 form: HTTP/2 has method, path and host among the headers. */
function plainHeaders(headers) {
  const own = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
  return { host: headers[':authority'], ...Object.fromEntries(own) };
}

/** Reads the body as bytes and in its declared type. Returns false if the client disconnected meanwhile. */
async function addBody(request, entry, incoming) {
  const chunks = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk);
  } catch {
    return false;
  }
  request.body = Buffer.concat(chunks);
  if (/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) {
    request.form = new URLSearchParams(request.body.toString());
    entry.body = redactForm(request.form);
  } else {
    request.json = parseJson(request.body);
    entry.body = request.json ?? (request.body.length > 0 ? request.body.toString() : null);
  }
  return true;
}

function parseJson(bytes) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function fail(error, response) {
  if (error instanceof HungUp) return;
  process.stderr.write(`${error.stack}\n`);
  if (response.headersSent) return response.destroy();
  const { status, headers, body } = json(500, { code: 500, message: String(error), status: 'INTERNAL', details: [] });
  response.writeHead(status, headers).end(body);
}
