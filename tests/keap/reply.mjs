// Replies as values: { status, headers, body }. Keap has two error envelopes, and a third form for some 429 replies.

const type = 'application/json;charset=UTF-8';

export const json = (status, value, headers = {}) => ({
  status,
  headers: { 'content-type': type, ...headers },
  body: Buffer.from(JSON.stringify(value)),
});

export const noContent = () => ({ status: 204, headers: {}, body: Buffer.alloc(0) });

export const html = (status, text, headers = {}) => ({
  status,
  headers: { 'content-type': 'text/html;charset=UTF-8', ...headers },
  body: Buffer.from(`<!DOCTYPE html>\n<html><body>${text}</body></html>\n`),
});

const names = { 400: 'INVALID_ARGUMENT', 404: 'NOT_FOUND', 405: 'METHOD_NOT_ALLOWED', 409: 'ALREADY_EXISTS' };

/** An error in the application's envelope. */
export const refusal = (status, message, resource = 'contact') =>
  json(status, { code: status, message, status: names[status], details: [{ domain: 'keap', resource }] });

/** Thrown by handlers; the server sends it as an error reply. */
export class Refusal extends Error {
  constructor(status, message, resource) {
    super(message);
    Object.assign(this, { status, resource });
  }
}

/** An error in the gateway's envelope. */
export const gatewayFault = (status, faultstring, errorcode, headers) =>
  json(status, { fault: { faultstring, detail: { errorcode } } }, headers);

export const throttles = {
  spike: (headers) => gatewayFault(
    429, 'Spike arrest violation. Allowed rate : 25ps', 'policies.ratelimit.SpikeArrestViolation', headers),
  quota: (headers) => gatewayFault(
    429, 'Rate limit quota violation. Quota limit  exceeded.', 'policies.ratelimit.QuotaViolation', headers),
  throttled: (headers) => json(
    429, { code: '429', message: 'Quota Exceeded', status: 'Request Throttled', details: null }, headers),
};
