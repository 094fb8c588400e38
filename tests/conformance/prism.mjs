// Serves Keap's description with Prism, which refuses requests that do not match it and generates replies from its
// schemas. A proxy in front adds headers with limits so high that the extension does not pace its calls. Prints the
// proxy's address; ends when its stdin is closed.
// Usage: node prism.mjs FOLDER DOCUMENT   FOLDER: where npm installed @stoplight/prism-cli. DOCUMENT: an OpenAPI file.

import { readFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';

const [folder, file] = process.argv.slice(2);
const require = createRequire(`${folder}/`);
const { createLogger } = require('@stoplight/prism-core');
const { getHttpOperationsFromSpec } = require('@stoplight/prism-http');
const { createServer } = require('@stoplight/prism-http-server');

// OpenAPI's default for query parameters is explode: true; Prism treats a missing value as false.
const document = JSON.parse(readFileSync(file));
const parameters = Object.values(document.paths).flatMap((item) => Object.values(item).flatMap((operation) => operation.parameters ?? []));
for (const parameter of parameters.filter((entry) => entry.in === 'query')) parameter.explode ??= true;

// The settings of `prism mock`, without --errors: that option checks the replies, which Prism generates itself.
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
