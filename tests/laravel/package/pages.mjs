// Looks at the package's pages in Chromium. run.php starts it when nobody has connected Keap, and gives what it needs as
// one argument in JSON.
import { execFileSync } from 'node:child_process';
import { check, end, launch, look, open, same } from '../../pages/page.mjs';

const { url, production, control, php, environment, pictures } = JSON.parse(process.argv[2]);
const browser = await launch();
const { page, problems } = await open(browser, url);
const word = () => page.locator('#level').innerText();
const test = async () => {
  await page.getByRole('button', { name: 'Send a test call' }).click();
  await page.waitForLoadState();
};

check('a stranger gets no page in production', same(403, (await fetch(`${production}/keap/status`)).status));

await page.goto(`${url}/keap/status`);
problems.push(...same('Not connected', await word()));
await look(page, 'package not connected', problems, pictures);

// As keap:import does: Keap sends a browser back to https only, and PHP's own server has none.
const grant = await (await fetch(`${control}/grant`, { method: 'POST', body: '{}' })).text();
execFileSync(php, ['-r', 'infusionsoft_token_import(json_decode(stream_get_contents(STDIN), true));'], { input: grant, env: { ...process.env, ...environment } });
await page.reload();
problems.push(...same('Connected', await word()), ...same(1, await page.getByText('no reply yet').count()));
await look(page, 'package connected', problems, pictures);

await fetch(`${control}/options`, { method: 'POST', body: JSON.stringify({ told_minute: 240, limit_headers: 'full' }) });
for (let times = 0; times < 3; times++) await test();
problems.push(...same('Keap answered the test call.', await page.getByRole('status').innerText()), ...same(1, await page.locator('#latency').count()));
await look(page, 'package with numbers', problems, pictures);

await fetch(`${control}/revoke`, { method: 'POST', body: '{}' });
await test();
problems.push(...same('Needs attention', await word()), ...same(1, await page.getByRole('link', { name: 'Connect Keap again' }).count()));
await look(page, 'package needs attention', problems, pictures);
await browser.close();
end();
