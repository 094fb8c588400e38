// Looks at docs/status.php in Chromium; run.php starts it, and gives the addresses on standard input.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';

const { urls, password, control, pictures } = JSON.parse(readFileSync(0, 'utf8'));
const tools = createRequire(`${process.env.PAGES_TOOLS}/node_modules/`);
const { chromium } = tools('playwright-core');
const axe = readFileSync(tools.resolve('axe-core/axe.min.js'), 'utf8');
const headlines = { works: 'Works', revoked: 'Connect again', never: 'Not connected', secret: 'Does not work', limits: 'Look soon', key: 'Replace the key' };
const secrets = /\b[ar]t-[\w-]{20}|test-client-secret|not-the-secret|KeapAK-revoked/;
let passed = 0;
let failed = 0;

function check(name, problems) {
  const holds = problems.length === 0;
  holds ? passed++ : failed++;
  console.log(`${holds ? 'ok' : 'not ok'} - ${name}${problems.slice(0, 10).map((problem) => `\n    ${problem}`).join('')}`);
}

const same = (expected, actual) => (expected === actual ? [] : [`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`]);

/** What is wrong with the page as it is open. */
async function flaws(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return [
    ...(wide > 0 ? [`${wide} px wider than the screen`] : []),
    ...violations.flatMap(({ id, nodes }) => nodes.map((node) => `axe: ${id}: ${node.html.slice(0, 200)}`)),
    ...(secrets.test(await page.content()) ? ['a secret is shown'] : []),
  ];
}

/** A new page that notes what must not happen. */
async function open(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, httpCredentials: { username: 'any', password } });
  const page = await context.newPage();
  const problems = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => new URL(request.url()).origin === url || request.url().startsWith('data:') || problems.push(`asks ${request.url()}`));
  await page.goto(`${url}/`);
  return { page, problems };
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
pictures && mkdirSync(pictures, { recursive: true });
for (const [state, headline] of Object.entries(headlines)) {
  const { page, problems } = await open(browser, urls[state]);
  problems.push(...same(headline, await page.locator('h1').innerText()));
  for (const width of [1280, 390]) {
    for (const colorScheme of ['light', 'dark']) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      check(`${state} at ${width} px, ${colorScheme}`, [...problems.splice(0), ...(await flaws(page))]);
      pictures && (await page.screenshot({ path: join(pictures, `${state}-${width}-${colorScheme}.png`), fullPage: true }));
    }
  }
  await page.context().close();
}

const requests = async () => (await (await fetch(`${control}/journal`)).json()).filter(({ path }) => path.startsWith('/crm')).length;
for (const [state, says] of Object.entries({ works: 'The test call worked.', never: 'The test call failed.' })) {
  const { page, problems } = await open(browser, urls[state]);
  await page.getByRole('button', { name: 'Send a test call' }).click();
  const said = await page.getByRole('status').innerText();
  check(`a test call, ${state}`, [...problems, ...(said.startsWith(says) ? [] : [said]), ...(await flaws(page))]);
  await page.context().close();
}
{
  const { page, problems } = await open(browser, urls.revoked);
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
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed === 0 ? 0 : 1);
