// The site of the documentation: bin/test docs builds it from the Markdown of this folder. It asks no other host for anything.
import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';

const repository: string = JSON.parse(readFileSync(new URL('../../composer.json', import.meta.url), 'utf8')).homepage;

// Written by tools/operation-pages before the site is built.
const list = new URL('../operation/index.json', import.meta.url);
const operations = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];

const guide = {
  Begin: { install: 'Install', authorize: 'Authorize', use: 'Use', faq: 'Questions', migration: 'Migration' },
  'Every day': { batches: 'Batches', errors: 'Errors', testing: 'Testing', hooks: 'REST hooks', limits: 'Limits, statistics, log', command: 'The command', laravel: 'Laravel' },
  'On servers': { deploy: 'Deploy', settings: 'Settings', operation: 'Operation', 'several-machines': 'Several machines', platforms: 'Platforms' },
  Reference: { reference: 'Functions', operations: 'Operations of Keap' },
  Inside: { architecture: 'Architecture', performance: 'Performance', reliability: 'Reliability', reports: 'Reports' },
};

export default defineConfig({
  title: 'infusionsoft',
  description: 'Keap from PHP, without token code',
  cleanUrls: false,
  base: process.env.DOCS_BASE ?? '/',
  outDir: process.env.DOCS_OUT,
  cacheDir: process.env.DOCS_CACHE,
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  markdown: {
    config(md) {
      // Files outside of this folder are at the repository.
      const render = md.renderer.rules.link_open ?? ((tokens, at, options, env, self) => self.renderToken(tokens, at, options));
      md.renderer.rules.link_open = (tokens, at, options, env, self) => {
        const href = tokens[at].attrGet('href') ?? '';
        if (href.startsWith('../')) {
          tokens[at].attrSet('href', `${repository}/blob/main/${href.slice(3)}`);
        }
        return render(tokens, at, options, env, self);
      };
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    nav: [{ text: 'Guide', link: '/install' }, { text: 'Reference', link: '/reference' }, { text: 'Operations', link: '/operations' }],
    sidebar: [
      ...Object.entries(guide).map(([text, pages]) => ({ text, items: Object.entries(pages).map(([page, title]) => ({ text: title, link: `/${page}` })) })),
      { text: 'Operations, with types', collapsed: true, items: operations },
    ],
    outline: [2, 3],
  },
});
