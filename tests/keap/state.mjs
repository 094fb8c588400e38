// Everything the stand-in knows, in one object that is passed around; a reset makes it new.

export const client = { id: 'test-client', secret: 'test-client-secret-7d1f' };
export const apiKey = 'KeapAK-test-5b0e';

export const options = () => ({
  strict: true, // answer 400 to what real Keap would silently ignore
  expires_in: 86399, // of grants made from now on
  scope: 'full|test.infusionsoft.com',
  token_length: 32, // characters after the prefix
  refresh_kills_access: false, // does a refresh end the access tokens made before it?
  auto_authorize: false, // answer the authorize page with the redirect at once
  redirect_uris: null, // the registered ones, null for any
  limit_headers: 'full', // full, blank or none
  spike_per_second: 0, // enforced where not 0, as are the quotas below
  spike_tolerance_ms: 10,
  spike_sliding: false, // not a call each gap, but so many in any second: what Keap's people say of theirs, its documents say the other
  minute_quota: 0,
  told_minute: 1e12, // the limits of a minute in the headers where none is enforced, so that tests need not wait for turns; 0 for the published ones
  day_quota: 0,
  throttle_shape: null, // spike, quota or throttled; null for what fits
  retry_after: null, // seconds, sent with enforced 429s
  default_order: 'id asc',
  next_origin: null, // origin of v1 `next` URLs, null for the one asked
  drop_connections: 0, // so many accepted connections are closed before a byte is read
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
    grants: [],
    codes: new Map(),
    rules: [],
    journal: [],
    pace: new Map(), // credential kind => what limits.mjs counts
    counters: { connections: 0, handshakes: 0, resumed: 0, failed_handshakes: 0, dropped: 0, malformed: 0, sessions: 0 },
  });
}
