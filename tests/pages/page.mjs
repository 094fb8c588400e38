// What the tests of pages in Chromium share: the browser, the checks of one open page, and the count of what passed.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';

const tools = createRequire(`${process.env.PAGES_TOOLS}/node_modules/`);
const axe = readFileSync(tools.resolve('axe-core/axe.min.js'), 'utf8');
const secrets = /\b[ar]t-[\w-]{20}|\bcode-[\w-]{20}|test-client-secret|not-the-secret|KeapAK-/;
let passed = 0;
let failed = 0;

export function check(name, problems) {
  const holds = problems.length === 0;
  holds ? passed++ : failed++;
  console.log(`${holds ? 'ok' : 'not ok'} - ${name}${problems.slice(0, 10).map((problem) => `\n    ${problem}`).join('')}`);
}

export const same = (expected, actual) => (expected === actual ? [] : [`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`]);

/** Prints the counts, and ends with the status that they mean. */
export function end() {
  console.log(`${passed} passed, ${failed} failed, 0 skipped`);
  process.exit(failed === 0 ? 0 : 1);
}

export const launch = () => tools('playwright-core').chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** What is wrong with the page as it is open. */
export async function flaws(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  (await page.evaluate(() => 'axe' in window)) || (await page.evaluate(axe));
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return [
    ...(wide > 0 ? [`${wide} px wider than the screen`] : []),
    ...violations.flatMap(({ id, nodes }) => nodes.map((node) => `axe: ${id}: ${node.html.slice(0, 200)}`)),
    ...(secrets.test(await page.content()) ? ['a secret is shown'] : []),
  ];
}

/** A new page, in a context of its own, that notes what must not happen. `elsewhere`: an origin that it may be led to. */
export async function open(browser, url, options = {}, elsewhere = null) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const problems = [];
  const allowed = (request) => {
    const { origin, protocol } = new URL(request.url());
    return origin === url || protocol === 'data:' || (origin === elsewhere && request.isNavigationRequest());
  };
  const ours = (message) => elsewhere === null || !message.location().url.startsWith(elsewhere);
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && ours(message) && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => allowed(request) || problems.push(`asks ${request.url()}`));
  return { page, problems };
}

/** Looks at the open page at two widths, light and dark, and takes a picture of each into the folder. */
export async function look(page, name, problems, pictures) {
  pictures && mkdirSync(pictures, { recursive: true });
  for (const width of [1280, 390]) {
    for (const colorScheme of ['light', 'dark']) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      check(`${name} at ${width} px, ${colorScheme}`, [...problems.splice(0), ...(await flaws(page))]);
      pictures && (await page.screenshot({ path: join(pictures, `${name.replaceAll(/\W+/g, '-')}-${width}-${colorScheme}.png`), fullPage: true }));
    }
  }
}
