// Goes through the pages of the example in Chromium: connect, sign up, import, and each way in which these fail. run.php
// starts it when nobody has connected Keap, and gives what it needs as one argument in JSON.
import { writeFileSync } from 'node:fs';
import { check, end, launch, look, open, same } from '../pages/page.mjs';

const { url, production, keap, control, files, addresses, pictures } = JSON.parse(process.argv[2]);
const browser = await launch();
const ask = async (method, path, given) => (await fetch(control + path, { method, body: given && JSON.stringify(given), headers: { 'content-type': 'application/json' } })).json();
const fault = (rule) => ask('POST', '/faults', { times: 0, ...rule });
const repair = () => ask('DELETE', '/faults');
const has = (text, words) => (text.includes(words) ? [] : [`"${words}" is missing in: ${text.replaceAll(/\s+/g, ' ')}`]);
const words = (page) => page.locator('main').innerText();
const button = (page, name) => page.getByRole('button', { name });
const link = (page, name) => page.getByRole('link', { name });

/** A visitor of the site, with cookies of their own. */
const visitor = (at = url, options = {}) => open(browser, at, { ignoreHTTPSErrors: true, ...options }, keap);

/** Opens a page that answers with this status. Chromium calls each refusal an error of the page: that one is meant. */
async function refused({ page, problems }, status, step) {
  const [reply] = await Promise.all([page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() >= 400), step()]);
  await page.waitForLoadState();
  problems.push(...same(status, reply.status()));
  const meant = problems.findIndex((problem) => problem.startsWith('Failed to load resource') && problem.includes(`${status}`));
  meant >= 0 && problems.splice(meant, 1);
}

/** Follows "Connect Keap" to Keap's own page, and returns the state that Keap gives back. */
async function toKeap(page) {
  await link(page, /^Connect Keap/).first().click();
  await page.waitForURL((at) => at.origin === keap);
  return new URL(page.url()).searchParams.get('state');
}

const callback = (query) => `${url}/keap/callback?${new URLSearchParams(query)}`;

/** A page that says why Keap is not connected, and has the way to try again. */
async function notConnected(name, { page, problems }, says) {
  problems.push(...same('Keap was not connected', await page.locator('h1').innerText()), ...has(await words(page), says));
  await look(page, `connect ${name}`, problems, pictures);
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function connect() {
  const it = await visitor();
  const { page, problems } = it;
  await page.goto(`${url}/keap/status`);
  problems.push(...same('missing', await page.locator('#state').innerText()));
  await look(page, 'status not connected', problems, pictures);

  let state = await toKeap(page);
  await page.goto(callback({ error: 'access_denied', state }));
  await notConnected('refused', it, 'Access was not allowed');
  state = await toKeap(page);
  await refused(it, 502, () => page.goto(callback({ code: 'not-a-code', state })));
  await notConnected('wrong code', it, 'Keap does not accept the code that it sent.');
  state = await toKeap(page);
  await page.goto(callback({ state }));
  check('connect without a code', [...problems.splice(0), ...has(await words(page), 'Keap sent no code.')]);
  await toKeap(page);
  await refused(it, 403, () => page.goto(callback({ code: 'not-a-code', state: 'forged' })));
  await notConnected('forged state', it, 'does not belong to a connection that was begun in this browser');
  await toKeap(page);
  await page.context().clearCookies();
  await refused(it, 403, () => link(page, 'Allow').click());
  check('connect with a lost session', [...problems.splice(0), ...has(await words(page), 'does not belong to')]);
  await fault({ path: '/token', action: 'hangup' });
  await toKeap(page);
  await refused(it, 502, () => link(page, 'Allow').click());
  await notConnected('Keap not reachable', it, 'Keap cannot be reached');
  await repair();

  await toKeap(page);
  await link(page, 'Allow').click();
  await page.waitForURL(`${url}/keap/status`);
  problems.push(...same('Keap works', await page.locator('h1').innerText()));
  await look(page, 'status connected', problems, pictures);
  await fault({ path: '/crm', action: 'status', status: 503 });
  await link(page, 'Test with a call to Keap').click();
  await page.locator('#problem').waitFor();
  await look(page, 'status Keap not reachable', problems, pictures);
  await repair();
  await page.context().close();
}

/** Each field with an error is marked, and says what is wrong with it by the name on its label. */
async function errorsAt(page, labels) {
  const found = await page.locator('[aria-invalid]').evaluateAll((inputs) => inputs.map((input) => [input.labels[0].innerText, document.getElementById(input.getAttribute('aria-describedby'))?.innerText ?? '']));
  const silent = found.filter(([label, text]) => !text.toLowerCase().includes(label.toLowerCase()));
  return [...same(JSON.stringify(labels), JSON.stringify(found.map(([label]) => label))), ...silent.map(([label, text]) => `${label}: ${text}`), ...(await page.title()).startsWith('Error: ') ? [] : ['the title names no error']];
}

async function fill(page, given, family, email) {
  await page.getByLabel('First name').fill(given);
  await page.getByLabel('Last name').fill(family);
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await button(page, 'Sign up').click();
  await page.waitForLoadState();
}

async function signUp() {
  const it = await visitor();
  const { page, problems } = it;
  await page.goto(`${url}/signup`);
  await look(page, 'sign up', problems, pictures);
  await page.locator('form').evaluate((form) => { form.noValidate = true; });
  await fill(page, '', '', '');
  problems.push(...(await errorsAt(page, ['First name', 'Last name', 'E-mail'])));
  await look(page, 'sign up without anything', problems, pictures);
  await fault({ method: 'POST', path: '/crm/rest/v2/contacts', times: 1, action: 'status', status: 400, body: { code: 400, message: 'Bad request', status: 'INVALID_ARGUMENT', details: [{ domain: 'keap', resource: 'email_addresses[0].email' }] } });
  await fill(page, 'Ann', 'Chan', 'refused-by-keap@example.com');
  problems.push(...(await errorsAt(page, ['E-mail'])));
  await look(page, 'sign up refused by Keap', problems, pictures);
  await fill(page, 'Ann', 'Chan', addresses[0]);
  problems.push(...has(await page.getByRole('status').innerText(), 'Thank you, Ann.'));
  await look(page, 'sign up thanks', problems, pictures);
  await fault({ path: '/crm', action: 'hangup', at: 'before' });
  await fill(page, 'A'.repeat(40), 'W'.repeat(40), addresses[1]);
  problems.push(...has(await page.getByRole('status').innerText(), 'Thank you, A'));
  await look(page, 'sign up with Keap not reachable', problems, pictures);
  await repair();
  await page.context().clearCookies();
  await refused(it, 419, () => fill(page, 'Ann', 'Chan', 'too-old@example.com'));
  await look(page, 'sign up too old', problems, pictures);
  await link(page, 'Go back').click();
  problems.push(...same(`${url}/signup`, page.url()));
  await refused(it, 404, () => page.goto(`${url}/no-such-page`));
  await look(page, 'no such page', problems, pictures);
  await page.context().close();
}

async function stranger() {
  const it = await visitor(production);
  const { page, problems } = it;
  await refused(it, 403, () => page.goto(`${production}/keap/status`));
  problems.push(...has(await words(page), 'Only the users named in KEAP_ADMINS may.'));
  await look(page, 'status not allowed', problems, pictures);
  await link(page, 'Start page').click();
  check('a stranger finds the way out', [...problems, ...same(`${production}/signup`, page.url())]);
  await page.context().close();
}

/** Uploads a file with these lines. */
async function upload(page, ...lines) {
  const file = `${files}/contacts.csv`;
  writeFileSync(file, lines.join('\r\n'));
  await page.goto(`${url}/keap/import`);
  await page.getByLabel('CSV file').setInputFiles(file);
  await button(page, 'Upload').click();
  await page.waitForLoadState();
}

/** Waits until the page shows these words. It keeps itself up to date. */
const shows = (page, text) => page.getByText(text).first().waitFor();

async function importContacts() {
  const it = await visitor();
  const { page, problems } = it;
  await page.goto(`${url}/keap/import`);
  await look(page, 'import', problems, pictures);
  await upload(page, 'ann@example.com;Ann');
  problems.push(...has(await page.locator('#file-error').innerText(), 'The first line must name the columns'));
  await look(page, 'import unusable file', problems, pictures);
  await refused(it, 413, () => upload(page, 'x'.repeat(9e6)));
  await look(page, 'import file far too large', problems, pictures);

  const people = addresses.slice(2, 10).map((address, nth) => `${address};Name ${nth};A note about this person that is longer than the others;New customer`);
  await upload(page, 'Address;First name;Notes;Tags', ...people, 'not an address;Nobody;;', 'short@example.com;Nobody', 'tag@example.com;Nobody;;No such tag');
  await look(page, 'import columns', problems, pictures);
  await button(page, /^Import/).click();
  problems.push(...has(await page.getByRole('alert').innerText(), 'No column holds the e-mail address.'));
  await look(page, 'import without address', problems, pictures);
  await page.getByLabel('Address', { exact: true }).selectOption({ label: 'E-mail address' });
  await page.getByLabel('Notes', { exact: true }).selectOption({ label: 'E-mail address' });
  await button(page, /^Import/).click();
  problems.push(...same('Notes', await page.locator('[aria-invalid]').evaluate((input) => input.labels[0].innerText)));
  await look(page, 'import column twice', problems, pictures);
  await page.getByLabel('Notes', { exact: true }).selectOption({ label: 'Leave out' });

  await fault({ method: 'POST', path: '/crm/rest/v2/contacts', hold: 'before', after: 5 });
  await button(page, /^Import/).click();
  await shows(page, '8 of 11 rows');
  await look(page, 'import running', problems, pictures);
  await repair();
  await ask('POST', '/release');
  await shows(page, 'The import is done, but for some rows');
  problems.push(...has(await words(page), '11 of 11 rows of contacts.csv are done: 8 are in Keap, 3 are not.'), ...has(await words(page), 'Keap has no tag "No such tag".'));
  await look(page, 'import done with problems', problems, pictures);
  const [download] = await Promise.all([page.waitForEvent('download'), link(page, 'Download these rows').click()]);
  check('the rows with problems are a file', [...problems.splice(0), ...same('rows-not-imported.csv', download.suggestedFilename())]);

  await fault({ path: '/crm', action: 'status', status: 503 });
  await upload(page, 'email,tags', ...addresses.slice(10).map((address) => `${address},New customer`));
  await button(page, /^Import/).click();
  await shows(page, 'The import is paused');
  await look(page, 'import paused', problems, pictures);
  await withoutJavaScript(page.url());
  await button(page, 'Go on now').click();
  await repair();
  await shows(page, 'The import is done');
  await look(page, 'import done', problems, pictures);
  await link(page, 'All imports').click();
  await look(page, 'import list', problems, pictures);
  await page.context().close();
}

/** The page of an import that is not done loads itself again where nothing can run. */
async function withoutJavaScript(at) {
  const { page, problems } = await visitor(url, { javaScriptEnabled: false });
  await page.goto(at);
  const again = await page.waitForRequest((request) => request.isNavigationRequest() && request.url() === at);
  check('without JavaScript the progress loads itself again', [...problems, ...same('GET', again.method())]);
  await page.context().close();
}

for (const part of [stranger, connect, signUp, importContacts]) {
  try {
    await part();
  } catch (error) {
    check(`${part.name} came to its end`, [error.stack]);
    await repair();
  }
}
await browser.close();
end();
