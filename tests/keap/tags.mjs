// Tags, and the contacts they are applied to.

import { Refusal, json, noContent } from './reply.mjs';
import { ordered, paged, parseFilter, sameText } from './list.mjs';

const batch = 100;

/* one tag */

export function addTag(keap, { name, description, category }) {
  const taken = [...keap.tags.values()].some(({ tag }) => sameText(tag.name, name ?? ''));
  if (!name) throw new Refusal(400, 'name is required', 'tag');
  if (taken) throw new Refusal(409, `There is a tag named ${name}`, 'tag');
  const now = new Date().toISOString();
  const tag = { id: String(++keap.lastTag), name, description, category, create_time: now, update_time: now };
  keap.tags.set(tag.id, { tag, applied: new Map() });
  return tag;
}

export const create = (keap, request) => json(201, addTag(keap, request.json));

export const get = (keap, request) => json(200, find(keap, request).tag);

export function update(keap, request) {
  const { tag } = find(keap, request);
  for (const name of request.all('update_mask') ?? Object.keys(request.json)) tag[name] = request.json[name];
  tag.update_time = new Date().toISOString();
  return json(200, tag);
}

export function remove(keap, request) {
  keap.tags.delete(find(keap, request).tag.id);
  return noContent();
}

function find(keap, { params }) {
  const held = keap.tags.get(params.tag_id);
  if (!held) throw new Refusal(404, `No tag ${params.tag_id}`, 'tag');
  return held;
}

/* tags on contacts */

/** Replies 200 in any case; the map in the reply has the result for each contact. */
export function apply(keap, request) {
  const { applied } = find(keap, request);
  const results = {};
  for (const id of contactIds(request)) {
    if (!keap.contacts.has(id)) results[id] = 'CONTACT_NOT_FOUND';
    else if (applied.has(id)) results[id] = 'DUPLICATE';
    else {
      applied.set(id, new Date().toISOString());
      results[id] = 'SUCCESS';
    }
  }
  return json(200, { results });
}

export function unapply(keap, request) {
  const { applied } = find(keap, request);
  for (const id of contactIds(request)) applied.delete(id);
  return noContent();
}

function contactIds({ json: { contact_ids: ids } }) {
  if (ids.length === 0) throw new Refusal(400, 'contact_ids must not be empty', 'tag');
  if (ids.length > batch) throw new Refusal(400, `contact_ids: more than ${batch}`, 'tag');
  return ids;
}

/* tags of one contact, API v1 */

/** Replies 200 in any case, with a list of one-entry maps: the tag and its result. */
export function applyToContactV1(keap, { params: { contactId }, json: { tagIds } }) {
  const result = (id) => {
    const { applied } = keap.tags.get(String(id)) ?? {};
    if (!keap.contacts.has(contactId)) return 'CONTACT_NOT_FOUND';
    if (!applied) return 'TAG_ID_NOT_FOUND';
    if (applied.has(contactId)) return 'DUPLICATE';
    applied.set(contactId, new Date().toISOString());
    return 'SUCCESS';
  };
  if (!tagIds?.length) throw new Refusal(400, 'tagIds must not be empty', 'tag');
  return json(200, tagIds.map((id) => ({ [id]: result(id) })));
}

export function unapplyFromContactV1(keap, request) {
  const ids = request.one('ids') ?? '';
  if (!/^\d+(,\d+)*$/.test(ids)) throw new Refusal(400, `ids: ${ids}`, 'tag');
  if (!keap.contacts.has(request.params.contactId)) throw new Refusal(404, `No contact ${request.params.contactId}`);
  for (const id of ids.split(',')) keap.tags.get(id)?.applied.delete(request.params.contactId);
  return noContent();
}

export const tagIdsOf = (keap, contactId) => tagsOf(keap, contactId).map(({ tag }) => tag.id);

const tagsOf = (keap, contactId) => [...keap.tags.values()].filter(({ applied }) => applied.has(contactId));

/* lists */

const orders = { name: (tag) => tag.name.toLowerCase(), create_time: (tag) => tag.create_time,
  update_time: (tag) => tag.update_time };

export function list(keap, request) {
  const tests = parseFilter(request.one('filter'));
  const fit = [...keap.tags.values()].map(({ tag }) => tag).filter((tag) => tests.every((test) => fits(tag, test)));
  const orderBy = request.one('order_by');
  return json(200, paged(orderBy === undefined ? fit : ordered(fit, orderBy, orders), request, 'tags'));
}

const orNone = (held, value) => (value === 'NONE' ? held === undefined : sameText(held, value));

function fits(tag, { name, value }) {
  switch (name) {
    case 'name': return sameText(tag.name, value);
    case 'description': return orNone(tag.description, value);
    case 'category_id': return orNone(tag.category?.id, value);
    case 'tag_ids': return value.split(',').includes(tag.id);
    case 'since_create_time': return tag.create_time >= value;
    case 'until_create_time': return tag.create_time <= value;
    case 'since_update_time': return tag.update_time >= value;
    case 'until_update_time': return tag.update_time <= value;
    default: throw new Refusal(400, `Unknown filter: ${name}`, 'tag');
  }
}

/** Documented, but not implemented here: refused instead of ignored. */
function refuseFilters(request) {
  if (request.one('filter') ?? request.one('order_by')) throw new Refusal(400, 'The stand-in does not filter this list');
}

export function listContacts(keap, request) {
  refuseFilters(request);
  const { applied } = find(keap, request);
  const contacts = [...applied].map(([id, applied_time]) => {
    const { given_name, family_name, email_addresses } = keap.contacts.get(id);
    return { id, email: email_addresses?.[0]?.email, given_name, family_name, applied_time };
  });
  return json(200, paged(contacts, request, 'contacts'));
}

export function listOfContact(keap, request) {
  refuseFilters(request);
  const { contact_id: id } = request.params;
  if (!keap.contacts.has(id)) throw new Refusal(404, `No contact ${id}`);
  const tags = tagsOf(keap, id).map(({ tag, applied }) => ({ tag, applied_time: applied.get(id) }));
  return json(200, paged(tags, request, 'tags'));
}
