// Maps a method and a path to an operation and its handler.

import { operations as documented } from './schema.mjs';
import { json } from './reply.mjs';
import * as contacts from './contacts.mjs';
import * as hooks from './hooks.mjs';
import * as tags from './tags.mjs';

const base = '/crm';

const achieveGoal = () => json(200, { results: [{ success: true, message: 'achieved' }] });

const handlers = {
  listContacts: contacts.list,
  createContact: contacts.create,
  getContact: contacts.get,
  updateContact: contacts.update,
  deleteContact: contacts.remove,
  retrieveContactModel: contacts.retrieveModel,
  listTagsForContact: tags.listOfContact,
  listTags: tags.list,
  createTag: tags.create,
  getTag: tags.get,
  updateTag: tags.update,
  deleteTag: tags.remove,
  listContactsWithTagId: tags.listContacts,
  applyTags: tags.apply,
  removeTags: tags.unapply,
  achieveGoal,
};

const count = { type: 'integer', minimum: 0 };
const listContactsV1 = {
  id: 'listContactsV1',
  method: 'GET',
  path: '/rest/v1/contacts',
  query: { limit: count, offset: count, email: { type: 'string' } },
  body: null,
  handler: contacts.listV1,
};

const tagsOfContactV1 = '/rest/v1/contacts/{contactId}/tags';
const applyTagsV1 = {
  id: 'applyTagsToContactIdUsingPOST',
  method: 'POST',
  path: tagsOfContactV1,
  query: {},
  body: { type: 'object', properties: { tagIds: { type: 'array', items: { type: 'integer' } } } },
  handler: tags.applyToContactV1,
};
const removeTagsV1 = {
  id: 'removeTagsFromContactUsingDELETE',
  method: 'DELETE',
  path: tagsOfContactV1,
  query: { ids: { type: 'string' } },
  body: null,
  handler: tags.unapplyFromContactV1,
};

const hookBody = { type: 'object', properties: { eventKey: { type: 'string' }, hookUrl: { type: 'string' } } };
const hooksV1 = [
  ['GET', '', null, hooks.list],
  ['POST', '', hookBody, hooks.create],
  ['GET', '/event_keys', null, hooks.listEvents],
  ['GET', '/{key}', null, hooks.get],
  ['PUT', '/{key}', hookBody, hooks.update],
  ['DELETE', '/{key}', null, hooks.remove],
  ['POST', '/{key}/verify', null, hooks.verify],
].map(([method, path, body, handler]) => ({ id: `${method} hooks${path}`, method, path: `/rest/v1/hooks${path}`, query: {}, body, handler }));

const operations = [...documented.map((one) => ({ ...one, handler: handlers[one.id] })), listContactsV1, applyTagsV1, removeTagsV1, ...hooksV1]
  .map((one) => ({ ...one, pattern: patternOf(base + one.path) }))
  // so that .../contacts/model is found before .../contacts/{contact_id}
  .sort((a, b) => a.path.split('{').length - b.path.split('{').length);

function patternOf(path) {
  return new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/:]+)')}$`);
}

/** Returns { operation, params }, or { known }: whether the path exists with another method. */
export function route(method, path) {
  const there = operations.filter(({ pattern }) => pattern.test(path));
  const operation = there.find((one) => one.method === method);
  if (!operation) return { known: there.length > 0 };
  return { operation, params: { ...operation.pattern.exec(path).groups } };
}

/** Returns "METHOD path-template", the name under which requests are counted. */
export function nameOf(method, path) {
  const { operation } = route(method, path);
  return `${method} ${operation ? base + operation.path : path}`;
}
