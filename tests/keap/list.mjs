// Filtering, ordering and paging of lists, for contacts and tags.

import { createHash } from 'node:crypto';
import { Refusal } from './reply.mjs';

/** Parses filter=a==b;c>5 into [{ name, operator, value }]. */
export function parseFilter(text) {
  return (text ?? '').split(';').filter((part) => part !== '').map((part) => {
    const [, name, operator, value] = /^(\w+)(==|>=|<=|>|<)(.*)$/s.exec(part) ?? [];
    if (!name) throw new Refusal(400, `Invalid filter: ${part}`);
    return { name, operator, value };
  });
}

/** Compares without case. With `wildcard`, a trailing * compares a prefix. */
export function sameText(held, wanted, wildcard = false) {
  const [a, b] = [String(held ?? '').toLowerCase(), wanted.toLowerCase()];
  return wildcard && b.endsWith('*') ? a.startsWith(b.slice(0, -1)) : a === b;
}

export function compare(held, operator, wanted) {
  switch (operator) {
    case '>': return held > wanted;
    case '<': return held < wanted;
    case '>=': return held >= wanted;
    case '<=': return held <= wanted;
    default: return held === wanted;
  }
}

/** Sorts items by `order_by`; `keys` has a function per attribute that reads it. */
export function ordered(items, orderBy, keys) {
  const [, name, direction] = /^(\w+)(?: (asc|desc))?$/.exec(orderBy) ?? [];
  if (!Object.hasOwn(keys, name ?? '')) throw new Refusal(400, `Invalid order_by: ${orderBy}`);
  const sign = direction === 'desc' ? -1 : 1;
  const rank = (a, b) => (a < b ? -sign : a > b ? sign : 0);
  return [...items].sort((a, b) => rank(keys[name](a), keys[name](b)));
}

/** Returns one page under `name`. A page token is valid only with the same query that it was made for. */
export function paged(items, request, name) {
  const size = Number(request.one('page_size') ?? 0) || 100;
  const query = ['filter', 'order_by', 'fields'].map((key) => request.one(key) ?? '').join('\n');
  const mark = createHash('sha256').update(query).digest('hex').slice(0, 8);
  const start = offsetOf(request.one('page_token'), mark);
  const page = { [name]: items.slice(start, start + size) };
  if (start + size < items.length) {
    page.next_page_token = Buffer.from(`${start + size}:${mark}`).toString('base64');
  }
  return page;
}

function offsetOf(pageToken, mark) {
  if (pageToken === undefined) return 0;
  const [offset, made] = Buffer.from(pageToken, 'base64').toString().split(':');
  if (made !== mark || !/^\d+$/.test(offset)) throw new Refusal(400, 'Invalid page_token');
  return Number(offset);
}
