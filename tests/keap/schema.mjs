// Checks a value against Keap's schema, extracted into schema.json. An unknown property is an objection.

import { readFileSync } from 'node:fs';

export const { operations, schemas } = JSON.parse(readFileSync(new URL('schema.json', import.meta.url)));

const kinds = {
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

const length = (value) => (typeof value === 'string' ? [...value].length : NaN);

/** Returns the list of objections to a value; empty if it is valid. */
export function objections(schema, value, at = 'body') {
  if (schema.$ref) return objections(schemas[schema.$ref], value, at);
  if (schema.type && !kinds[schema.type](value)) return [`${at}: must be of type ${schema.type}`];
  const found = [];
  if (schema.enum && !schema.enum.includes(value)) found.push(`${at}: must be one of ${schema.enum.join(', ')}`);
  if (schema.maxLength < length(value)) found.push(`${at}: longer than ${schema.maxLength} characters`);
  if (schema.minLength > length(value)) found.push(`${at}: shorter than ${schema.minLength} characters`);
  if (schema.maximum < value) found.push(`${at}: greater than ${schema.maximum}`);
  if (schema.minimum > value) found.push(`${at}: less than ${schema.minimum}`);
  if (schema.uniqueItems && new Set(value).size < value.length) found.push(`${at}: has an item twice`);
  if (schema.items) found.push(...value.flatMap((item, i) => objections(schema.items, item, `${at}[${i}]`)));
  if (schema.type === 'object') found.push(...propertyObjections(schema, value, at));
  return found;
}

function propertyObjections(schema, value, at) {
  const found = [];
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(value, name)) found.push(`${at}.${name}: is required`);
  }
  for (const [name, member] of Object.entries(value)) {
    const inner = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties[name] : schema.additionalProperties;
    if (inner) found.push(...objections(inner, member, `${at}.${name}`));
    else found.push(`${at}.${name}: unknown property`);
  }
  return found;
}
