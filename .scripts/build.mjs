// Builds the bundles of the product into dist/. `--watch` rebuilds on change.
import { readFile } from 'node:fs/promises';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import esbuild from 'esbuild';
import { parse } from 'yaml';

const watch = process.argv.includes('--watch');

/** What a standard file says of itself and of its transcription; no code reads it. */
const unread = new Set(['publisher', 'source', 'licence', 'note']);

/** A standard's YAML becomes a JSON literal, every scalar kept as its source text, so that no bundle parses it at start-up. */
const standardAsData = {
  name: 'standard-as-data',
  setup(build) {
    build.onLoad({ filter: /schemas[\\/]standards[\\/].*\.yaml$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const data = parse(text, { schema: 'failsafe' });
      return {
        contents: JSON.stringify({ id: basename(path, '.yaml'), data }, (key, value) =>
          unread.has(key) ? undefined : value,
        ),
        loader: 'json',
      };
    });
  },
};

/**
 * In the bundles for Node, the Markdown parser stands in dist/markdown.js and is loaded when the first body has to be
 * parsed: most checks never need it, and every start is shorter by it. A worker in a browser cannot load it later.
 */
const markdownOnDemand = {
  name: 'markdown-on-demand',
  setup(build) {
    build.onLoad({ filter: /server[\\/]core[\\/]markdownTree\.ts$/ }, () => ({
      contents: `
        let loaded;
        const parser = () => (loaded ??= require('./markdown.js'));
        export const parseMarkdown = (text) => parser().parseMarkdown(text);
        export const parseMarkdownWithTables = (text) => parser().parseMarkdownWithTables(text);
        export const plainText = (node) => parser().plainText(node);
      `,
      loader: 'js',
    }));
    build.onResolve({ filter: /^\.\/markdown\.js$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: !watch,
  sourcemap: watch ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.md': 'text' },
  charset: 'utf8',
  plugins: [standardAsData],
  alias: {
    // Node's own entry of the package is CommonJS, from which nothing can be left out.
    yaml: './node_modules/yaml/browser/index.js',
    'character-entities': './.scripts/htmlEntities.mjs',
  },
  define: {
    EVIDENCE_PORTFOLIO_VERSION: JSON.stringify(JSON.parse(await readFile('package.json', 'utf8')).version),
  },
};
const node = { ...shared, platform: 'node', mainFields: ['module', 'main'] };
const lean = { ...node, plugins: [...shared.plugins, markdownOnDemand] };
const browser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

/** What makes a file a command. */
const command = { js: '#!/usr/bin/env node' };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { ...lean, entryPoints: ['server/cli.ts'], outfile: 'dist/cli.js', banner: command },
  { ...lean, entryPoints: ['server/node.ts'], outfile: 'dist/server.js', banner: command },
  { ...node, entryPoints: ['server/core/markdownTree.ts'], outfile: 'dist/markdown.js' },
  { ...node, entryPoints: ['client/node.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  {
    ...browser,
    entryPoints: ['server/browser.ts'],
    outfile: 'dist/browser/server.js',
    format: 'iife',
    // A worker has no document; packages that would like one have a version for workers.
    conditions: ['worker', 'module'],
  },
  { ...browser, entryPoints: ['client/browser.ts'], outfile: 'dist/browser/client.js', external: ['vscode'] },
];

if (!watch) rmSync('dist', { recursive: true, force: true });
listSample('samples/anytown-libraries', 'dist/samples.json');
if (watch) {
  const contexts = await Promise.all(bundles.map((bundle) => esbuild.context(bundle)));
  await Promise.all(contexts.map((context) => context.watch()));
  console.log('Watching for changes.');
} else {
  await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
}

/** Writes down the files of a sample, for the extension in a browser, where a folder of the extension cannot be listed. */
function listSample(folder, list) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.DS_Store')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  mkdirSync('dist', { recursive: true });
  writeFileSync(list, `${JSON.stringify(files, null, 1)}\n`);
}
