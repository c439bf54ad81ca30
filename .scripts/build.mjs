// @ts-check
// Builds the bundles of the product into dist/. `--watch` rebuilds on change.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { rolldown, watch } from 'rolldown';
import { parse } from 'yaml';
import { billFile, billOf } from './billOfMaterials.mjs';
import { bundledOf } from './bundled.mjs';
import { modulesThatHandOn, withHandedOn } from './handedOn.mjs';
import { noticesFile, noticesOf } from './notices.mjs';
import { plainFields } from './plainFields.mjs';
import { modulesFile } from './release/place.mjs';
import { part, start, withPart } from './workerParts.mjs';

const isWatching = process.argv.includes('--watch');
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** What a standard file says of itself and of its transcription; no code reads it. */
const unread = new Set(['publisher', 'source', 'licence', 'note']);

/**
 * A standard's YAML becomes data, every scalar kept as its source text, so that no bundle parses it at start-up. As a
 * text of JSON, which JavaScript engines read faster than the same as an expression.
 *
 * @type {import('rolldown').Plugin}
 */
const standardAsData = {
  name: 'standard-as-data',
  load: {
    filter: { id: /schemas[\\/]standards[\\/].*\.yaml$/ },
    async handler(file) {
      const data = parse(await readFile(file, 'utf8'), { schema: 'failsafe' });
      const text = JSON.stringify({ id: basename(file, '.yaml'), data }, (key, value) =>
        unread.has(key) ? undefined : value,
      );
      return { code: `export default JSON.parse(${JSON.stringify(text)});`, moduleType: 'js' };
    },
  },
};

/** Where the Markdown parser is a bundle of its own: see server/host/markdownOnDemand.ts. */
const markdown = 'server/core/markdown/tree.ts';

/** The YAML parser for what is not plain, for Node: see server/host/yamlInNode.ts. */
const yaml = 'server/core/yaml/anyYaml.ts';

/** @type {(module: string, onDemand: string) => import('rolldown').Plugin} with what takes the place of a module */
const onDemand = (module, place) => ({
  name: 'on-demand',
  resolveId: {
    filter: { id: /\/(?:tree|anyYaml)$/ },
    handler: (name, importer = '') =>
      join(importer, '..', `${name}.ts`) === resolve(module) ? resolve(place) : undefined,
  },
});

/** @type {import('rolldown').InputOptions} */
const input = {
  moduleTypes: { '.md': 'text' },
  plugins: [standardAsData],
  resolve: {
    mainFields: ['module', 'main'],
    // Which module goes where is told by its path below this folder, wherever the packages really are.
    symlinks: false,
    alias: {
      // Node's own entry of the package is CommonJS, from which nothing can be left out.
      yaml: resolve('node_modules/yaml/browser/index.js'),
      'character-entities': resolve('.scripts/htmlEntities.mjs'),
    },
  },
  transform: {
    target: 'es2022',
    define: {
      EVIDENCE_PORTFOLIO_VERSION: JSON.stringify(manifest.version),
    },
  },
};

/** @type {import('rolldown').OutputOptions} */
const output = { minify: !isWatching, sourcemap: isWatching, comments: false, codeSplitting: false };

/**
 * A bundle that is one file.
 *
 * @param {'node' | 'browser'} platform
 * @param {string} module
 * @param {string} file
 * @param {{ readonly banner?: string, readonly footer?: string }} [around] what stands around its code
 * @param {import('rolldown').InputOptions['resolve']} [found] how modules are found
 * @returns {import('rolldown').BuildOptions}
 */
const single = (platform, module, file, around = {}, found = {}) => ({
  ...input,
  platform,
  input: module,
  external: ['vscode'],
  resolve: {
    ...input.resolve,
    ...(platform === 'browser' ? { mainFields: ['browser', 'module', 'main'] } : {}),
    ...found,
  },
  output: { ...output, ...around, file, format: 'cjs' },
});

/** @type {import('rolldown').InputOptions['resolve']} */
const inWorker = {
  ...input.resolve,
  mainFields: ['browser', 'module', 'main'],
  // A worker has no document; packages that would like one have a version for workers.
  conditionNames: ['worker', 'module', 'import', 'browser', 'default'],
};

/**
 * What runs in the page of a form or of a table.
 *
 * @returns {import('rolldown').BuildOptions}
 */
function page() {
  const options = single('browser', 'client/forms/page/main.ts', 'dist/page/page.js');
  return { ...options, external: [], output: { ...options.output, format: 'iife' } };
}

const entries = { cli: resolve('server/cli.ts'), server: resolve('server/node.ts') };
/**
 * What is needed at once, with all that these import: by any run of the command line, by one that checks and prints
 * text, as most do, and by the server.
 */
const starts = {
  cli: [entries.cli],
  check: ['cli/check/check.ts', 'cli/check/outputs/text.ts', 'cli/newIndex.ts', 'standards.ts'].map(
    (module) => resolve('server', module),
  ),
  server: [entries.server],
};

/**
 * The server and the command line for Node: files that share one core. What the source imports with `import()` stands
 * in files of its own, and is loaded when it is first asked for.
 *
 * @returns {import('rolldown').BuildOptions}
 */
function modules() {
  const started = startedBy(starts);
  return {
    ...input,
    platform: 'node',
    input: entries,
    plugins: [
      standardAsData,
      plainFields,
      onDemand(markdown, 'server/host/markdownInNode.ts'),
      onDemand(yaml, 'server/host/yamlInNode.ts'),
      started.plugin,
    ],
    preserveEntrySignatures: false,
    output: {
      ...output,
      dir: 'dist/node',
      // Node 20 takes longer over modules: some 6 ms of a check, and 11 ms of the server's start.
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name]-[hash].cjs',
      codeSplitting: {
        // Each part below needs itself and the parts named before it only.
        includeDependenciesRecursively: false,
        groups: [
          {
            name: (module) => partOf(module, started.hosts(module)),
            test: (module) => started.hosts(module).length > 0,
            debugName: 'parts',
          },
        ],
      },
    },
  };
}

/**
 * The server as a worker: what it needs at its start in one script, since nothing tells it where others lie before a
 * client does; what the source imports with `import()` in parts.
 *
 * @returns {import('rolldown').BuildOptions}
 */
function worker() {
  const entry = resolve('server/browser.ts');
  const started = startedBy({ server: [entry] });
  const around = (/** @type {{ readonly isEntry: boolean, readonly fileName: string }} */ chunk) =>
    chunk.isEntry ? start : part(chunk.fileName);
  return {
    ...input,
    platform: 'browser',
    input: { server: entry },
    plugins: [
      standardAsData,
      plainFields,
      onDemand(markdown, 'server/host/markdownInWorker.ts'),
      started.plugin,
      helpersAtStart,
    ],
    resolve: inWorker,
    preserveEntrySignatures: false,
    output: {
      ...output,
      dir: 'dist/browser',
      format: 'cjs',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      banner: (chunk) => around(chunk).banner,
      footer: (chunk) => around(chunk).footer,
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [{ name: 'server', test: (module) => started.hosts(module).length > 0, debugName: 'start' }],
      },
    },
  };
}

/**
 * The bundler's own helpers, which the worker's start needs as well as its parts.
 *
 * @type {import('rolldown').Plugin}
 */
const helpersAtStart = {
  name: 'helpers-at-start',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file] : []));
    const helpers = chunks.find(({ name }) => name === 'rolldown-runtime');
    const entry = chunks.find(({ isEntry }) => isEntry);
    if (!helpers || !entry) return;
    entry.code = withPart(entry.code, helpers.code);
    delete bundle[helpers.fileName];
  },
};

/**
 * The file for a module that is needed at a start: `words` for what any run of the command line shares with others,
 * `core` for what a check and the server share; what the server alone needs of the core and of packages, which a part of
 * the command line may ask for later; and what is one's own.
 *
 * @param {string} module an absolute path
 * @param {readonly string[]} hosts
 */
function partOf(module, [host = '', ...others]) {
  if (others.length > 0) return host === 'cli' ? 'words' : 'core';
  if (host !== 'server') return host;
  const own = /^(?:server[\\/](?:stdio|(?:lsp|features)[\\/])|node_modules[\\/]vscode-)/;
  const isOwn = own.test(relative('.', module));
  return isOwn ? host : `${host}-core`;
}

/**
 * Tells which hosts load a module when they start. Their entry points are not told of.
 *
 * @param {Readonly<Record<string, readonly string[]>>} hosts the modules by which each starts
 */
function startedBy(hosts) {
  /** @type {Map<string, readonly string[]>} */
  const found = new Map();
  /** @type {import('rolldown').Plugin} */
  const plugin = {
    name: 'started-by',
    buildEnd() {
      found.clear();
      for (const [host, modules] of Object.entries(hosts)) {
        const seen = new Set(modules);
        for (const module of seen)
          for (const imported of this.getModuleInfo(module)?.importedIds ?? []) seen.add(imported);
        for (const entry of Object.values(entries)) seen.delete(entry);
        for (const module of seen) found.set(module, [...(found.get(module) ?? []), host]);
      }
    },
  };
  return { plugin, hosts: (/** @type {string} */ module) => found.get(module) ?? [] };
}

/**
 * What is needed while some files are read and checked together looks to V8 as if it stayed. It would make the like of it
 * where it looks seldom, and everything that hangs on it, the files' texts above all, would stay with it.
 */
const steadyMemory = [
  '// What thousands of files leave behind is taken away soon, and not late: a quarter less memory, at no price.',
  "require('node:v8').setFlagsFromString('--no-allocation-site-pretenuring');",
  '// V8 tidies up when a third more is in use than was left, and not twice as much: some 15 % more work while files are read.',
  "require('node:v8').setFlagsFromString('--heap-growing-percent=30');",
];

/** A run of the command line is short: what V8 made of the functions that ran is kept as well, with every Node. */
const startsKept = ["  require('./node/start.cjs').start(`${__dirname}/node`, 'cli.cjs', require);"];

const bundles = [
  modules(),
  single('node', 'server/start.ts', 'dist/node/start.cjs'),
  single('node', markdown, 'dist/node/markdown.cjs'),
  single('node', yaml, 'dist/node/yaml.cjs'),
  single('node', 'client/node.ts', 'dist/client.js'),
  worker(),
  single('browser', markdown, 'dist/browser/markdown.js', part('markdown.js'), inWorker),
  single('browser', 'client/browser.ts', 'dist/browser/client.js'),
  page(),
];

if (!isWatching) rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });
listSample('samples/anytown-libraries', 'dist/samples.json');
for (const name of Object.keys(entries)) command(name);
if (isWatching) {
  // The words that .vscode/tasks.json waits for.
  watch(bundles).on('event', (event) => {
    if (event.code === 'START') console.log('Building.');
    if (event.code === 'ERROR') console.error(`error: ${event.error.message}`);
    if (event.code === 'END') console.log('Watching for changes.');
  });
} else {
  const built = (await Promise.all(bundles.map(write))).flat();
  const packages = bundledOf(built.map(({ module }) => module));
  writeFileSync(noticesFile, noticesOf(packages));
  writeFileSync(billFile, billOf(manifest, packages));
  // For the package of npm, which has the bundles of Node alone.
  mkdirSync(dirname(modulesFile), { recursive: true });
  writeFileSync(modulesFile, JSON.stringify(built));
}

/**
 * @param {import('rolldown').BuildOptions} options
 * @returns {Promise<readonly { readonly folder: string, readonly module: string }[]>} the modules that have a part in the
 *   bundle, each with the folder in which the bundle is
 */
async function write({ output: one, ...options }) {
  const output = /** @type {import('rolldown').OutputOptions} */ (one);
  const graph = modulesThatHandOn();
  const bundle = await rolldown({ ...options, plugins: [options.plugins, graph.plugin] });
  const written = await bundle.write(output);
  await bundle.close();
  const chunks = written.output.flatMap((part) => (part.type === 'chunk' ? [part] : []));
  ensureNoCircle(chunks);
  const rendered = chunks.flatMap(({ modules }) =>
    Object.entries(modules).flatMap(([module, { renderedLength }]) => (renderedLength > 0 ? [module] : [])),
  );
  const folder = output.dir ?? dirname(output.file ?? '');
  return withHandedOn(rendered, graph.imports).map((module) => ({ folder, module: relative('.', module) }));
}

/**
 * Files of a bundle that import each other find one another unfinished: `partOf` must not make such.
 *
 * @param {readonly import('rolldown').OutputChunk[]} chunks
 * @throws {Error} which names one of them
 */
function ensureNoCircle(chunks) {
  const importsOf = new Map(chunks.map(({ fileName, imports }) => [fileName, imports]));
  for (const { fileName } of chunks) {
    const seen = new Set(importsOf.get(fileName));
    for (const file of seen) for (const next of importsOf.get(file) ?? []) seen.add(next);
    if (seen.has(fileName)) throw new Error(`${fileName} imports itself by way of others.`);
  }
}

/**
 * Makes the file by which a module is started, dist/NAME.js: as a command, and by VS Code.
 *
 * @param {string} name
 */
function command(name) {
  const lines = [
    '#!/usr/bin/env node',
    '// Where Node has it (22.1 and later), what V8 made of the code is kept for the next start, among temporary files.',
    "require('node:module').enableCompileCache?.();",
    ...(name === 'server' ? steadyMemory : []),
    'try {',
    ...(name === 'cli' ? startsKept : [`  require('./node/${name}.cjs');`]),
    '} catch (error) {',
    '  console.error(error);',
    '  process.exitCode = 2;',
    '}',
  ];
  writeFileSync(`dist/${name}.js`, `${lines.join('\n')}\n`);
}

/**
 * Writes down the files of a sample, for the extension in a browser, where a folder of the extension cannot be listed.
 *
 * @param {string} folder
 * @param {string} list
 */
function listSample(folder, list) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.DS_Store')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  writeFileSync(list, `${JSON.stringify(files, null, 1)}\n`);
}
