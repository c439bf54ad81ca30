// Builds the bundles of the product into dist/. `--watch` rebuilds on change.
import { readFile } from 'node:fs/promises';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
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
      return { contents: await standardData(path), loader: 'json' };
    });
  },
};

async function standardData(path) {
  const data = parse(await readFile(path, 'utf8'), { schema: 'failsafe' });
  return JSON.stringify({ id: basename(path, '.yaml'), data }, (key, value) =>
    unread.has(key) ? undefined : value,
  );
}

/**
 * The server reads the data of each standard from a file beside it, so that the bundle stays small. The command line
 * has it inside: there, one file is the command.
 */
const standardBeside = {
  name: 'standard-beside',
  setup(build) {
    build.onResolve({ filter: /schemas\/standards\/.*\.yaml$/ }, async ({ path, resolveDir }) => {
      const file = join(resolveDir, path);
      const name = `${basename(path, '.yaml')}.json`;
      const folder = dirname(build.initialOptions.outfile);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), await standardData(file));
      return { path: `./${name}`, external: true, watchFiles: [file] };
    });
  },
};

/**
 * What stands in a bundle of its own beside the bundles for Node, and is loaded when it is first called: the Markdown
 * parser, which most checks never need, all that makes edits or works in action plans, which nobody waits for at the
 * start, the formats from which plans are imported and to which they are exported, and what compares with a base.
 * Every start is shorter by them. A worker in a browser cannot load them later. The modules export functions only.
 */
const chunks = {
  'markdown.js': 'server/core/markdown/tree.ts',
  'editing.js': 'server/features/editing/editing.ts',
  'exchange.js': 'server/exchange/planExchange.ts',
  'comparison.js': 'server/features/views/comparison.ts',
};

const onDemand = {
  name: 'on-demand',
  setup(build) {
    for (const [chunk, module] of Object.entries(chunks)) {
      const filter = new RegExp(`${module.replaceAll('/', '[\\\\/]').replace('.', '\\.')}$`);
      // A chunk does not load itself.
      if (build.initialOptions.entryPoints.includes(module)) continue;
      build.onLoad({ filter }, async ({ path }) => {
        const functions = namesExported(await readFile(path, 'utf8')).map(
          (name) => `export const ${name} = (...parts) => chunk().${name}(...parts);`,
        );
        return {
          contents: `let loaded; const chunk = () => (loaded ??= require('./${chunk}'));${functions.join('')}`,
          loader: 'js',
        };
      });
      build.onResolve({ filter: new RegExp(`^\\./${chunk.replace('.', '\\.')}$`) }, ({ path }) => ({
        path,
        external: true,
      }));
    }
  },
};

/** Of a module of ours; types are of no interest. */
const namesExported = (text) => [
  ...Array.from(text.matchAll(/^export (?:const|function\*?|async function) (\w+)/gm), ([, name]) => name),
  ...Array.from(text.matchAll(/^export \{([^}]*)\}/gm), ([, names]) => names.split(','))
    .flat()
    .map((name) => name.trim())
    .filter((name) => name !== ''),
];

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
const lean = { ...node, plugins: [...shared.plugins, onDemand] };
const browser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

/** What makes a file a command. */
const command = { js: '#!/usr/bin/env node' };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { ...lean, entryPoints: ['server/cli.ts'], outfile: 'dist/cli.js', banner: command },
  {
    ...lean,
    plugins: [standardBeside, ...lean.plugins],
    entryPoints: ['server/node.ts'],
    outfile: 'dist/server.js',
    banner: command,
  },
  ...Object.entries(chunks).map(([chunk, module]) => ({
    ...lean,
    entryPoints: [module],
    outfile: `dist/${chunk}`,
  })),
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
