// Opens each page of the built site in Chromium: node check.mjs SITE [SCREENSHOTS]
// At 1280 and 390 px, light and dark: no console error, no request to another host, nothing wider than the screen, each link leads to a
// page and a heading that exist; and the search finds something. SCREENSHOTS: a folder for pictures of the pages.
import { createServer } from 'node:http';
import { readFileSync, readdirSync, existsSync, statSync, mkdirSync } from 'node:fs';
import { join, extname } from 'node:path';
import { createRequire } from 'node:module';

const [site, pictures] = process.argv.slice(2);
const { chromium } = createRequire(`${process.env.DOCS_TOOLS}/node_modules/`)('playwright-core');
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json' };
const server = createServer((request, response) => {
  const path = join(site, decodeURIComponent(new URL(request.url, 'http://x').pathname));
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
});
await new Promise((listens) => server.listen(0, '127.0.0.1', listens));
const origin = `http://127.0.0.1:${server.address().port}`;
const pages = readdirSync(site, { recursive: true }).filter((name) => name.endsWith('.html') && name !== '404.html');
// The pages of the operations are of one kind: three of them are opened.
const opened = pages.filter((name) => !name.startsWith('operation/') || ['contact', 'orders', 'rest-hooks-v1'].includes(name.slice(10, -5)));
let passed = 0;
let failed = 0;

function check(name, problems) {
  const holds = problems.length === 0;
  holds ? passed++ : failed++;
  console.log(`${holds ? 'ok' : 'not ok'} - ${name}${problems.slice(0, 10).map((problem) => `\n    ${problem}`).join('')}`);
}

/** Pages and headings that links name and that do not exist. */
function deadLinks(name, ids) {
  const html = readFileSync(join(site, name), 'utf8');
  return [...html.matchAll(/<a[^>]*\shref="([^"]+)"/g)].map(([, href]) => href).filter((href) => !/^(https?:|mailto:|data:)/.test(href)).filter((href) => {
    const url = new URL(href, `${origin}/${name}`);
    const page = url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
    const known = ids.get(page) ?? (existsSync(join(site, page)) ? null : undefined);
    return known === undefined || (known !== null && url.hash !== '' && !known.has(decodeURIComponent(url.hash.slice(1))));
  }).map((href) => `${name}: ${href}`);
}

const ids = new Map(pages.map((name) => [name, new Set([...readFileSync(join(site, name), 'utf8').matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))]));
check('each link of the site leads somewhere', pages.flatMap((name) => deadLinks(name, ids)));

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
for (const width of [1280, 390]) {
  for (const scheme of ['light', 'dark']) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    const problems = [];
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && problems.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
    page.on('request', (request) => new URL(request.url()).origin === origin || request.url().startsWith('data:') || problems.push(`asks ${request.url()}`));
    for (const name of opened) {
      await page.goto(`${origin}/${name}`, { waitUntil: 'load' });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      wide <= 0 || problems.push(`${name} is ${wide} px wider than the screen`);
      if (pictures) {
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `${name.slice(0, -5).replaceAll('/', '-')}-${width}-${scheme}.png`) });
      }
    }
    check(`${opened.length} pages at ${width} px, ${scheme}`, problems);
    await context.close();
  }
}
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(`${origin}/index.html`, { waitUntil: 'networkidle' });
await page.click('#local-search button');
await page.fill('#localsearch-input', 'upsert');
await page.waitForSelector('.results .result', { timeout: 15000 });
check('the search finds a function', (await page.locator('.results .result').count()) > 0 ? [] : ['nothing found']);
await browser.close();
server.close();
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed === 0 ? 0 : 1);
