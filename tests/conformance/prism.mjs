// Keap's description as a server: Prism, which refuses what does not fit it and makes replies of its schemas, behind a proxy that tells limits nobody
// reaches, so that the extension does not pace its calls. Prints its address; ends with its stdin.
// Usage: node prism.mjs FOLDER DOCUMENT   FOLDER: where npm installed @stoplight/prism-cli.

import { readFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';

const [folder, file] = process.argv.slice(2);
const require = createRequire(`${folder}/`);
const { createLogger } = require('@stoplight/prism-core');
const { getHttpOperationsFromSpec } = require('@stoplight/prism-http');
const { createServer } = require('@stoplight/prism-http-server');

// What OpenAPI has for a query that does not say how it is written: Prism takes it to be one value.
const document = JSON.parse(readFileSync(file));
const parameters = Object.values(document.paths).flatMap((item) => Object.values(item).flatMap((operation) => operation.parameters ?? []));
for (const parameter of parameters.filter((one) => one.in === 'query')) parameter.explode ??= true;

// As `prism mock` does it. Not --errors: that looks for faults in the replies, which Prism makes up itself.
const prism = createServer(await getHttpOperationsFromSpec(document), {
  components: { logger: createLogger('prism', { enabled: false }) },
  config: { isProxy: false, errors: false, validateRequest: true, validateResponse: false, checkSecurity: true, mock: { dynamic: false } },
});
const upstream = await prism.listen(0, '127.0.0.1');

const limits = {
  'x-keap-product-throttle-limit': '1000000',
  'x-keap-product-throttle-time-unit': 'minute',
  'x-keap-product-throttle-interval': '1',
  'x-keap-product-throttle-available': '1000000',
};
const proxy = http.createServer((request, response) => {
  const { method, url, headers } = request;
  const onward = http.request(`${upstream}${url}`, { method, headers }, (reply) => {
    response.writeHead(reply.statusCode, { ...reply.headers, ...limits });
    reply.pipe(response);
  });
  onward.on('error', (error) => response.destroy(error));
  request.pipe(onward);
});
proxy.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${proxy.address().port}`));
process.stdin.on('end', () => process.exit()).resume();
