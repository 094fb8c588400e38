// The state of the stand-in, in one object that is passed as an argument. A reset makes a new one.

export const client = { id: 'test-client', secret: 'test-client-secret-7d1f' };
export const apiKey = 'KeapAK-test-5b0e';

export const options = () => ({
  strict: true, // reply 400 to anything that real Keap would silently ignore
  expires_in: 86399, // seconds, for grants made from now on
  scope: 'full|test.infusionsoft.com',
  token_length: 32, // characters after the prefix
  refresh_kills_access: false, // whether a refresh ends the earlier access tokens
  auto_authorize: false, // the authorize page redirects at once
  redirect_uris: null, // registered redirect URIs; null: any
  limit_headers: 'full', // 'full', 'blank' or 'none'
  spike_per_second: 0, // enforced if not 0, like the quotas below
  spike_tolerance_ms: 10,
  spike_sliding: false, // false: one call per gap, as Keap documents; true: that many calls in any second, as Keap's staff say
  minute_quota: 0,
  told_minute: 1e12, // the per-minute limits in the headers if none is enforced, so that tests need not wait for slots; 0: the published ones
  day_quota: 0,
  throttle_shape: null, // 'spike', 'quota' or 'throttled'; null: by the exceeded limit
  retry_after: null, // seconds, sent with enforced 429s
  default_order: 'id asc',
  next_origin: null, // origin of v1 `next` URLs; null: that of the request
  max_concurrent_streams: 0, // of HTTP/2, on connections from now on; 0: no limit
  hook_pauses_ms: [30000, 300000, 1800000], // before the second to fourth try of a delivery; Keap waits for 30 to 60 s first
  hook_timeout_ms: 30000, // for the answer to a delivery
  drop_connections: 0, // number of accepted connections to close before a byte is read
});

export function newState() {
  const keap = { waiters: new Set(), holds: new Set() };
  reset(keap);
  return keap;
}

export function reset(keap) {
  for (const hold of keap.holds) hold.release('hangup');
  Object.assign(keap, {
    options: options(),
    contacts: new Map(), // id => contact
    tags: new Map(), // id => { tag, applied: contact id => time }
    lastContact: 1000,
    lastTag: 100,
    hooks: new Map(), // key => hook
    lastHook: 0,
    grants: [],
    codes: new Map(),
    rules: [],
    journal: [],
    pace: new Map(), // credential kind => what limits.mjs counts
    counters: { connections: 0, handshakes: 0, resumed: 0, failed_handshakes: 0, dropped: 0, malformed: 0, sessions: 0, refused: 0 },
  });
}
