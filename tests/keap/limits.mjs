// Keap's limits: sent in the headers of every reply, and enforced if an option says so.

import { throttles } from './reply.mjs';

const published = { oauth2: { minute: 1500, day: 150000 }, api_key: { minute: 240, day: 30000 } };
const spans = { minute: 60000, day: 86400000 };
const published_tenant = { minute: 10000, day: 250000 };

function paceOf(keap, kind) {
  if (!keap.pace.has(kind)) {
    keap.pace.set(kind, { nextFree: 0, second: [], minute: { window: 0, used: 0 }, day: { window: 0, used: 0 } });
  }
  return keap.pace.get(kind);
}

function count(keap, kind) {
  const pace = paceOf(keap, kind);
  for (const [span, ms] of Object.entries(spans)) {
    const window = Math.floor(Date.now() / ms);
    if (pace[span].window !== window) pace[span] = { window, used: 0 };
    pace[span].used++;
  }
  return pace;
}

/** Counts the request. Returns a 429 reply if an enforced limit is exceeded, else null. */
export function throttle(keap, kind) {
  const pace = count(keap, kind);
  const { options } = keap;
  const shape = exceeded(options, pace);
  if (!shape) return null;
  const headers = options.retry_after === null ? {} : { 'retry-after': String(options.retry_after) };
  return throttles[options.throttle_shape ?? shape](headers);
}

function exceeded(options, pace) {
  if (options.minute_quota > 0 && pace.minute.used > options.minute_quota) return 'throttled';
  if (options.day_quota > 0 && pace.day.used > options.day_quota) return 'quota';
  if (options.spike_per_second > 0) {
    const now = Date.now();
    if (options.spike_sliding) {
      pace.second = pace.second.filter((time) => now - time < 1000);
      if (pace.second.length >= options.spike_per_second) return 'spike';
      pace.second.push(now);
      return null;
    }
    // Spike arrest allows one call per gap; an idle time before does not add up.
    if (now < pace.nextFree - options.spike_tolerance_ms) return 'spike';
    pace.nextFree = Math.max(now, pace.nextFree) + 1000 / options.spike_per_second;
  }
  return null;
}

export function limitHeaders(keap, kind) {
  const { limit_headers: how, minute_quota, told_minute, day_quota } = keap.options;
  if (how === 'none') return {};
  const { minute, day } = paceOf(keap, kind);
  const limits = { minute: minute_quota || told_minute || published[kind].minute, day: day_quota || published[kind].day };
  const tenant = { ...published_tenant, ...(told_minute && { minute: told_minute }) };
  const left = (limit, used) => Math.max(0, limit - used);
  const headers = {
    'x-keap-product-quota-limit': limits.day,
    'x-keap-product-quota-time-unit': 'day',
    'x-keap-product-quota-interval': 1,
    'x-keap-product-quota-available': left(limits.day, day.used),
    'x-keap-product-quota-used': day.used,
    'x-keap-product-quota-expiry-time': (day.window + 1) * spans.day,
    'x-keap-product-throttle-limit': limits.minute,
    'x-keap-product-throttle-time-unit': 'minute',
    'x-keap-product-throttle-interval': 1,
    'x-keap-product-throttle-available': left(limits.minute, minute.used),
    'x-keap-product-throttle-used': minute.used,
    'x-keap-tenant-throttle-limit': `${tenant.minute}|${tenant.day}`,
    'x-keap-tenant-throttle-time-unit': 'minute|day',
    'x-keap-tenant-throttle-interval': '1|1',
    'x-keap-tenant-throttle-available': `${left(tenant.minute, minute.used)}|${left(tenant.day, day.used)}`,
    'x-keap-tenant-throttle-used': `${minute.used}|${day.used}`,
  };
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, how === 'blank' ? '' : String(value)]));
}
