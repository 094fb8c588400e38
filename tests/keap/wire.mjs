// Sends a reply over the connection: completely, in part, too large, too slowly, or not at all.

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { note } from './journal.mjs';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export function wireOf(keap, entry, connection, response) {
  const ended = (how) => note(keap, entry, { ended: how });

  function head({ status, headers, body }, length = body.length) {
    note(keap, entry, { status });
    response.writeHead(status, status === 204 ? headers : { ...headers, 'content-length': length });
  }

  function reply(one) {
    head(one);
    response.end(one.body, (error) => error ?? ended('replied'));
  }

  /** 'abrupt': without TLS close_notify; 'clean': as a server closes an idle connection; 'reset': TCP RST. */
  function hangUp(close) {
    ended('hung up');
    if (close === 'clean') connection.socket.end();
    else if (close === 'reset') connection.raw.resetAndDestroy();
    else connection.socket.destroy();
  }

  /** HTTP/2: serves the requests up to the last one, and takes no more on this connection. In two steps as RFC 9113 recommends. */
  async function goAway(code, steps) {
    const { session } = response.stream;
    if (connection.last !== undefined) return;
    if (steps === 2) {
      session.goaway(0, 2 ** 31 - 1);
      await sleep(20);
    }
    connection.last = connection.highest;
    session.goaway(code, connection.last);
  }

  /** HTTP/2: ends this request alone, by RST_STREAM. */
  function resetStream(code) {
    ended('reset');
    response.stream.close(code);
  }

  async function half(one, close) {
    head(one);
    await new Promise((resolve) => response.write(one.body.subarray(0, Math.ceil(one.body.length / 2)), resolve));
    hangUp(close);
  }

  async function raw(bytes, close) {
    await new Promise((resolve) => connection.socket.write(bytes, resolve));
    hangUp(close);
  }

  /** Sends a JSON string of that many bytes; the client may disconnect before its end. */
  async function flood(bytes) {
    head({ status: 200, headers: { 'content-type': 'application/json' } }, bytes);
    await pipeline(Readable.from(longString(bytes)), response).then(() => ended('replied'), () => {});
  }

  async function drip(one, ms) {
    head(one);
    for (const byte of one.body) {
      if (response.destroyed) return;
      response.write(Buffer.of(byte));
      await sleep(ms);
    }
    response.end((error) => error ?? ended('replied'));
  }

  /** Waits for POST /release, which may also request a hang-up. */
  async function hold() {
    const how = await new Promise((resolve) => {
      const one = { entry, release: (then) => { keap.holds.delete(one); resolve(then); } };
      keap.holds.add(one);
      note(keap, entry, { held: true });
    });
    note(keap, entry, { held: false });
    if (how === 'hangup') {
      hangUp('abrupt');
      throw new HungUp();
    }
  }

  return { reply, hangUp, goAway, resetStream, half, raw, flood, drip, hold };
}

/** Thrown to end a rule whose connection is closed. */
export class HungUp extends Error {}

function* longString(bytes) {
  const chunk = Buffer.alloc(65536, 'x');
  yield Buffer.from('"');
  for (let left = bytes - 2; left > 0; left -= chunk.length) yield chunk.subarray(0, left);
  yield Buffer.from('"');
}
