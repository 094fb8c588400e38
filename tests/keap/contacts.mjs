// Contacts: the v2 operations, and the one v1 list.

import { Refusal, json, noContent } from './reply.mjs';
import { compare, ordered, paged, parseFilter, sameText } from './list.mjs';
import { operations } from './schema.mjs';
import { contactObjection } from './contact-rules.mjs';
import { tagIdsOf } from './tags.mjs';

const updateContact = operations.find(({ id }) => id === 'updateContact');
const properties = updateContact.query.update_mask.items.enum;
const collections = ['addresses', 'custom_fields', 'email_addresses', 'fax_numbers', 'phone_numbers', 'social_accounts'];

/* one contact */

export function create(keap, request) {
  const given = request.json;
  refuseIf(contactObjection(given, { complete: true }));
  const present = duplicateOf(keap, given, request.one('duplicate_option'));
  if (present) { // Keap replaces the collections that are given: an item that is not listed is removed
    change(present, given, Object.keys(given));
    return json(200, shown(keap, present, request.one('fields')));
  }
  const now = new Date().toISOString();
  const contact = { id: String(++keap.lastContact), create_time: now };
  change(contact, given, Object.keys(given));
  keap.contacts.set(contact.id, contact);
  return json(201, shown(keap, contact, request.one('fields')));
}

export const get = (keap, request) => json(200, shown(keap, find(keap, request), request.one('fields')));

export function update(keap, request) {
  const contact = find(keap, request);
  refuseIf(contactObjection(request.json));
  change(contact, request.json, request.all('update_mask') ?? [...Object.keys(request.json), ...collections]);
  return json(200, shown(keap, contact, request.one('fields')));
}

export function remove(keap, request) {
  const contact = find(keap, request);
  keap.contacts.delete(contact.id);
  for (const { applied } of keap.tags.values()) applied.delete(contact.id);
  return noContent();
}

export function find(keap, { params }) {
  const contact = keap.contacts.get(params.contact_id);
  if (!contact) throw new Refusal(404, `No contact ${params.contact_id}`);
  return contact;
}

function refuseIf(objection) {
  if (objection) throw new Refusal(400, objection);
}

/**
 * Replaces each property of the mask as a whole: an item of a collection that is not listed is removed. A masked property that the
 * body lacks is emptied; without a mask, Keap empties the collections that the body lacks.
 */
function change(contact, given, mask) {
  for (const name of mask) {
    if (Object.hasOwn(given, name)) contact[name] = given[name];
    else delete contact[name];
  }
  contact.update_time = new Date().toISOString();
}

function shown(keap, contact, fields) {
  const whole = { ...contact, tag_ids: tagIdsOf(keap, contact.id) };
  if (contact.email_addresses) {
    whole.email_addresses = contact.email_addresses.map((address) => ({
      ...address,
      is_opt_in: address.opt_in_reason !== undefined,
      email_opt_status: address.opt_in_reason === undefined ? 'NON_MARKETABLE' : 'SINGLE_OPT_IN',
    }));
  }
  // Keap accepts one set of UTM parameters, and returns a list of them under other names.
  if (contact.utm_parameters) whole.utm_parameters = [shownUtm(contact.utm_parameters)];
  if (fields === undefined) return whole;
  return Object.fromEntries(wanted(fields).filter((name) => name in whole).map((name) => [name, whole[name]]));
}

function shownUtm({ keap_source_id, utm_source, utm_medium, utm_term, utm_campaign, utm_content }) {
  return {
    keapSourceId: keap_source_id,
    utmSource: utm_source,
    utmMedium: utm_medium,
    utmTerm: utm_term,
    utmCampaign: utm_campaign,
    utmContent: utm_content,
  };
}

function wanted(fields) {
  const names = fields.split(',');
  const unknown = names.find((name) => !properties.includes(name));
  if (unknown !== undefined) throw new Refusal(400, `Unknown field: ${unknown}`);
  return names;
}

/* duplicates */

const first = (contact) => contact.email_addresses?.find(({ field }) => field === 'EMAIL1')?.email?.toLowerCase();
const named = (contact) => `${contact.given_name ?? ''}\n${contact.family_name ?? ''}`.toLowerCase();
const employer = (contact) => `${contact.company?.id ?? ''}\n${contact.company?.company_name ?? ''}`.toLowerCase();

const sameness = { Email: [first], EmailAndName: [first, named], EmailAndNameAndCompany: [first, named, employer] };

function duplicateOf(keap, given, option) {
  if (option === undefined || first(given) === undefined) return null;
  const traits = sameness[option];
  if (!traits) throw new Refusal(400, `Unknown duplicate_option: ${option}`);
  return [...keap.contacts.values()].find((held) => traits.every((trait) => trait(held) === trait(given)));
}

/* lists */

const emails = (contact) => (contact.email_addresses ?? []).map(({ email }) => email);
const orders = { id: (c) => Number(c.id), create_time: (c) => c.create_time, update_time: (c) => c.update_time,
  email: (c) => first(c) ?? '' };

export function list(keap, request) {
  const tests = parseFilter(request.one('filter'));
  const fit = [...keap.contacts.values()].filter((contact) => tests.every((test) => fits(contact, test, tests)));
  const sorted = ordered(fit, request.one('order_by') ?? keap.options.default_order, orders);
  return json(200, paged(sorted.map((contact) => shown(keap, contact, request.one('fields'))), request, 'contacts'));
}

function fits(contact, { name, operator, value }, all) {
  if (name === 'contact_id') return compare(Number(contact.id), operator, Number(value));
  if (operator !== '==') throw new Refusal(400, `Operator ${operator} does not go with ${name}`);
  switch (name) {
    case 'email': return emails(contact).some((email) => sameText(email, value, true));
    case 'given_name': case 'family_name': case 'middle_name': case 'website':
      return sameText(contact[name], value, true);
    case 'company_id': return contact.company?.id === value;
    case 'ids': case 'contact_ids': return value.split(',').includes(contact.id);
    case 'start_update_time': return contact.update_time >= value;
    case 'end_update_time': return contact.update_time <= value;
    case 'phone_number': return phoneFits(contact, value, all.find((test) => test.name === 'phone_fields')?.value);
    case 'phone_fields': return true;
    default: throw new Refusal(400, `Unknown filter: ${name}`);
  }
}

function phoneFits(contact, number, fields) {
  if (fields === undefined) throw new Refusal(400, 'phone_number needs phone_fields');
  return (contact.phone_numbers ?? []).some((phone) => phone.number === number && fields.split(',').includes(phone.field));
}

/** v1 uses limit and offset, and returns the next page as a complete URL. */
export function listV1(keap, request) {
  const limit = Number(request.one('limit') ?? 1000);
  const offset = Number(request.one('offset') ?? 0);
  const email = request.one('email');
  const fit = [...keap.contacts.values()].filter((contact) => !email || emails(contact).some((one) => sameText(one, email)));
  const contacts = fit.slice(offset, offset + limit).map((contact) => shownV1(keap, contact));
  const reply = { contacts, count: fit.length };
  if (offset + limit < fit.length) {
    const query = `limit=${limit}&offset=${offset + limit}${email ? `&email=${encodeURIComponent(email)}` : ''}`;
    reply.next = `${keap.options.next_origin ?? request.origin}/crm/rest/v1/contacts?${query}`;
  }
  return json(200, reply);
}

const shownV1 = (keap, contact) => ({
  id: Number(contact.id),
  given_name: contact.given_name ?? null,
  family_name: contact.family_name ?? null,
  email_addresses: (contact.email_addresses ?? []).map(({ email, field }) => ({ email, field })),
  tag_ids: tagIdsOf(keap, contact.id).map(Number),
});

/* the model */

const field = (id, label, field_type, field_name, options = []) =>
  ({ id, label, options, record_type: 'CONTACT', field_type, group_id: '1', group_name: 'Test', field_name });

const model = {
  custom_fields: [
    field('11', 'Favourite colour', 'TEXT', 'FavouriteColour'),
    field('13', 'Points', 'WHOLE_NUMBER', 'Points'),
    field('15', 'Size', 'DROPDOWN', 'Size', [{ id: '1', label: 'S' }, { id: '2', label: 'L' }]),
    field('17', 'Newsletter', 'YES_NO', 'Newsletter'),
  ],
  optional_properties: ['custom_fields', 'notes', 'links'],
};

export const retrieveModel = () => json(200, model);
