// Looks at docs/status.php in Chromium; run.php starts it, and gives the addresses on standard input.
import { readFileSync } from 'node:fs';
import { check, end, flaws, launch, look, open, same } from './page.mjs';

const { urls, password, control, pictures } = JSON.parse(readFileSync(0, 'utf8'));
const headlines = { works: 'Works', revoked: 'Connect again', never: 'Not connected', secret: 'Does not work', limits: 'Look soon', key: 'Replace the key' };

/** The status page of one state, with the password. */
async function visit(browser, url) {
  const visited = await open(browser, url, { httpCredentials: { username: 'any', password } });
  await visited.page.goto(`${url}/`);
  return visited;
}

const browser = await launch();
for (const [state, headline] of Object.entries(headlines)) {
  const { page, problems } = await visit(browser, urls[state]);
  problems.push(...same(headline, await page.locator('h1').innerText()));
  await look(page, state, problems, pictures);
  await page.context().close();
}

const requests = async () => (await (await fetch(`${control}/journal`)).json()).filter(({ path }) => path.startsWith('/crm')).length;
for (const [state, says] of Object.entries({ works: 'The test call worked.', never: 'The test call failed.' })) {
  const { page, problems } = await visit(browser, urls[state]);
  await page.getByRole('button', { name: 'Send a test call' }).click();
  const said = await page.getByRole('status').innerText();
  check(`a test call, ${state}`, [...problems, ...(said.startsWith(says) ? [] : [said]), ...(await flaws(page))]);
  await page.context().close();
}
{
  const { page, problems } = await visit(browser, urls.revoked);
  const links = await page.getByRole('link', { name: 'Connect again' }).evaluateAll((found) => found.map((link) => link.getAttribute('href')));
  await page.getByRole('link', { name: 'shop-b' }).click();
  check('one button leads to the connection of this account', [...problems, ...same('["/keap/connect?account=default"]', JSON.stringify(links))]);
  check('another account of the list has its own headline', same('Works', await page.locator('h1').innerText()));
  await page.context().close();
}
await browser.close();

const ask = (url, given, options = {}) => fetch(`${url}/`, { headers: { authorization: `Basic ${Buffer.from(`any:${given}`).toString('base64')}`, 'content-type': 'application/x-www-form-urlencoded' }, ...options });
const before = await requests();
for (const token of ['', 'token=', 'token=0', 'token[]=0', `token=${'0'.repeat(64)}`]) {
  const reply = await ask(urls.works, password, { method: 'POST', body: token });
  check(`a form with "${token.slice(0, 12)}" is refused`, same(403, reply.status));
}
check('... and nothing was sent to Keap', same(before, await requests()));
for (const given of ['', 'a password for test', `${password} `]) {
  const reply = await ask(urls.works, given);
  const text = await reply.text();
  check(`with the password "${given}" nothing is shown`, [...same(401, reply.status), ...(text.includes('Works') ? [text] : [])]);
}
for (const given of ['', password]) {
  check(`without a password in the file nothing is shown to "${given}"`, same(503, (await ask(urls['no-password'], given)).status));
}
const headers = (await ask(urls.works, password)).headers;
check('no cache keeps the page, and no other page frames it', [...same('no-store', headers.get('cache-control')), ...same(true, /default-src 'none'.*frame-ancestors 'none'/.test(headers.get('content-security-policy')))]);
end();
