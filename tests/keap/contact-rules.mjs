// The rules for a contact that the JSON schema does not express.

const longest = {
  EMAIL1: 75, EMAIL2: 100, EMAIL3: 100, PHONE1: 40, PHONE2: 40, PHONE3: 40, PHONE4: 20, PHONE5: 20,
};

const collections = ['email_addresses', 'phone_numbers', 'addresses'];

/** Returns the first objection, or null. A new contact must be `complete`: have an e-mail, a phone number or an address. */
export function contactObjection(contact, { complete = false } = {}) {
  if (complete && !collections.some((name) => contact[name]?.length > 0)) {
    return 'One of email_addresses, phone_numbers or addresses is required';
  }
  for (const { region, region_code, country_code } of contact.addresses ?? []) {
    if ((region || region_code) && !country_code) return 'country_code is required where a region is given';
  }
  for (const name of collections) {
    const fields = (contact[name] ?? []).map(({ field }) => field);
    if (new Set(fields).size < fields.length) return `${name}: a field is given twice`;
  }
  for (const { email, number, field } of [...(contact.email_addresses ?? []), ...(contact.phone_numbers ?? [])]) {
    if ((email ?? number ?? '').length > longest[field]) return `${field}: longer than ${longest[field]} characters`;
    if (email !== undefined && !/^[^@\s]+@[^@\s]+$/.test(email)) return `${field}: not an e-mail address`;
  }
  return null;
}
