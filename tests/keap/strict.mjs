// The strict checks: returns every departure from the documented request as a list of objections.

import { objections } from './schema.mjs';

export const isJson = (contentType) => /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(contentType ?? '');

export function requestObjections(operation, request) {
  return [
    ...envelopeObjections(request),
    ...acceptObjections(request),
    ...queryObjections(operation.query, request.query),
    ...bodyObjections(operation.body, request),
  ];
}

/** Applies to every path, the token endpoint included. */
export function envelopeObjections({ httpVersion, headers, hosts, query }) {
  const found = [...query.objections];
  if (!['1.1', '2.0'].includes(httpVersion)) found.push(`protocol: HTTP/${httpVersion}`);
  if (!hosts.includes(headers.host)) found.push(`header host: ${headers.host}`);
  return found;
}

function acceptObjections({ headers }) {
  const kinds = (headers.accept ?? '').split(',').map((kind) => kind.split(';')[0].trim().toLowerCase());
  return kinds.includes('application/json') ? [] : ['header accept: must name application/json'];
}

export function queryObjections(known, query) {
  return [...query.values].flatMap(([name, values]) => {
    if (!Object.hasOwn(known, name)) return [`query.${name}: unknown`];
    return parameterObjections(known[name], values, `query.${name}`);
  });
}

function parameterObjections(schema, values, at) {
  if (schema.type === 'array') {
    if (schema.explode !== false) return objections(schema, values, at);
    return [...once(values, at), ...objections(schema, values[0].split(','), at)];
  }
  const value = schema.type === 'integer' && /^-?\d+$/.test(values[0]) ? Number(values[0]) : values[0];
  return [...once(values, at), ...objections(schema, value, at)];
}

const once = (values, at) => (values.length > 1 ? [`${at}: given ${values.length} times`] : []);

function bodyObjections(schema, { headers, body, json }) {
  if (!schema) return body.length > 0 ? ['body: none is expected'] : [];
  const found = isJson(headers['content-type']) ? [] : [`header content-type: ${headers['content-type']}`];
  return json === undefined ? [...found, 'body: is not JSON'] : [...found, ...objections(schema, json)];
}
