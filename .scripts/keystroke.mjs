/**
 * Through how many of our files one keystroke passes, and how long it takes: `node .scripts/keystroke.mjs [--files]`.
 *
 * The server runs in this process, over streams, on a generated portfolio. Some hundred characters are typed into an
 * open evidence file, each waited for until its diagnostics are there; then one more is typed under V8's precise
 * coverage, and the files whose functions were called are counted. `--root DIR` measures another working copy,
 * `--portfolio N` one size only, `--edits N` so many keystrokes, `--files` lists the files.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { parse } from 'yaml';

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    portfolio: { type: 'string', multiple: true, default: ['1000', '10000'] },
    edits: { type: 'string', default: '300' },
    files: { type: 'boolean', default: false },
  },
});
const root = resolve(values.root);
const require = createRequire(join(root, 'package.json'));
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-jsonrpc/node');

/** Built-in standards as data, as the build makes them. */
const standards = {
  name: 'standards',
  setup: (build) =>
    build.onLoad({ filter: /schemas[\\/]standards[\\/].*\.yaml$/ }, ({ path }) => ({
      contents: JSON.stringify({
        id: basename(path, '.yaml'),
        data: parse(readFileSync(path, 'utf8'), { schema: 'failsafe' }),
      }),
      loader: 'json',
    })),
};

/**
 * One rule speaks for all: how many rules there are, and what each of them asks, is no part of the way that an edit takes.
 */
const oneRule = {
  name: 'one-rule',
  setup: (build) =>
    build.onLoad({ filter: /core[\\/]rules[\\/]all\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        /(const (?:rules|all)\b[^=]*= \[)[^\]]*\]/,
        '$1reviewOverdue]',
      ),
      loader: 'ts',
    })),
};

const {
  startServer,
  PortfolioIndex,
  rules,
  builtInStandards,
  matcher,
  access,
  createConnection,
  generatePortfolio,
  pathOf,
} = await load();
for (const size of values.portfolio) await measure(Number(size));
process.exit();

/** All of the server that a keystroke may pass, in one bundle, in which comments say what is from which file. */
async function load() {
  const place = (name) => {
    const found = readdirSync(join(root, 'server'), { recursive: true }).find(
      (path) => basename(path) === name,
    );
    return `./server/${found.replaceAll('\\', '/').replace(/\.ts$/, '')}`;
  };
  const outfile = join(root, '.bench', 'keystroke.cjs');
  await esbuild.build({
    stdin: {
      contents: `
        export { startServer } from './server/lsp/server';
        export { PortfolioIndex } from './server/core/index/portfolioIndex';
        export { rules } from './server/core/rules/all';
        export { builtInStandards } from './server/standards';
        export { matcher } from '${place('matcher.ts')}';
        export * as access from '${place('nodeFileAccess.ts')}';
        export { createConnection } from 'vscode-languageserver/node';
        export { generatePortfolio, pathOf } from './test/bench/generate';`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    absWorkingDir: root,
    define: { EVIDENCE_PORTFOLIO_VERSION: '"0"' },
    logLevel: 'error',
    plugins: [standards, oneRule],
  });
  return require(outfile);
}

async function measure(size) {
  const folder = join(root, '.bench', `keystroke-${size}`);
  mkdirSync(folder, { recursive: true });
  generatePortfolio(folder, size);
  const client = connect();
  const file = join(folder, pathOf(0));
  const uri = pathToFileURL(file).href;
  // A piece of evidence with a heading and a paragraph, and overdue for review: that it stays whatever is typed,
  // so that each edit is answered with diagnostics.
  const [, frontMatter] = readFileSync(file, 'utf8').split(/^---\n/m);
  const said = frontMatter
    .replace(/^review-by: .*$/m, 'review-by: 2026-01-01')
    .replace(/^attachments: .*\n/m, '');
  const text = `---\n${said}---\n\n# What we did\n\nWe asked, and wrote down the answers.\n`;
  await client.open(folder, uri, text);
  const line = text.split('\n').length - 2;
  const times = [];
  for (let at = 0; at < Number(values.edits); at++) {
    const start = performance.now();
    await client.type(uri, line, at, at % 6 === 5 ? ' ' : 'a');
    times.push(performance.now() - start);
  }
  const passed = await filesCalledIn(() => client.type(uri, line, 0, 'a'));
  client.end();
  rmSync(folder, { recursive: true });
  rmSync(`${folder}.json`, { force: true });
  const sorted = times.toSorted((one, other) => one - other);
  const quantile = (part) => sorted[Math.floor(part * (sorted.length - 1))].toFixed(2);
  console.log(
    `${size} files: one keystroke passes through ${passed.length} files; p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms of ${times.length}`,
  );
  if (values.files) console.log(passed.map((path) => `  ${path}`).join('\n'));
}

/** An editor, as far as one is needed here. */
function connect() {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const builtIn = builtInStandards();
  startServer(createConnection(up, down), {
    version: '0',
    standards: builtIn,
    newIndex: (days) =>
      new PortfolioIndex({ standards: builtIn, rules, matcher, repositoryOf: access.repositoryOf, ...days }),
    // Of copies from before the server was given its index.
    matcher,
    repositoryOf: access.repositoryOf,
    disk: access.nodeFileAccess,
    rulePage: (rule) => `file:///rules/${rule}.md`,
    standardFile: () => undefined,
    memory: () => undefined,
    today: () => '2026-11-25',
  });
  const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const waiting = new Set();
  connection.onNotification('textDocument/publishDiagnostics', (told) =>
    waiting.forEach((wait) => wait(told)),
  );
  connection.onRequest((method) => (method === 'workspace/configuration' ? [{}] : null));
  connection.listen();
  const told = async (act, isMeant) => {
    const answer = new Promise((done) => {
      const wait = (said) => isMeant(said) && (waiting.delete(wait), done());
      waiting.add(wait);
    });
    await act();
    await answer;
  };
  let version = 1;
  return {
    open: async (folder, uri, text) => {
      const at = pathToFileURL(folder).href;
      const capabilities = { workspace: { workspaceFolders: true, configuration: true } };
      const folders = [{ uri: at, name: 'measured' }];
      await connection.sendRequest('initialize', {
        processId: null,
        rootUri: at,
        workspaceFolders: folders,
        capabilities,
      });
      await connection.sendNotification('initialized', {});
      const textDocument = { uri, languageId: 'markdown', version, text };
      await told(
        () => connection.sendNotification('textDocument/didOpen', { textDocument }),
        (said) => said.uri === uri,
      );
      while (
        !(await connection.sendRequest('evidencePortfolio/serverState')).includes(
          'All folders have been read',
        )
      )
        await new Promise((done) => setTimeout(done, 20));
    },
    type: async (uri, line, character, text) => {
      version += 1;
      const at = { line, character };
      const change = {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: at, end: at }, text }],
      };
      await told(
        () => connection.sendNotification('textDocument/didChange', change),
        (said) => said.uri === uri && said.version === version,
      );
    },
    end: () => connection.dispose(),
  };
}

/** Our files of which a function was called meanwhile. */
async function filesCalledIn(act) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await act();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  const bundle = result.find(({ url }) => url.endsWith('keystroke.cjs'));
  const source = readFileSync(join(root, '.bench', 'keystroke.cjs'), 'utf8');
  const heads = Array.from(source.matchAll(/^\/\/ (\S+\.[cm]?[jt]s)$/gm), ({ index, 1: path }) => ({
    index,
    path,
  }));
  const fileAt = (offset) => heads.findLast(({ index }) => index <= offset)?.path ?? '';
  const called = bundle.functions.flatMap(({ ranges: [range] }) =>
    range.count > 0 ? [fileAt(range.startOffset)] : [],
  );
  return [...new Set(called)].filter((path) => path.startsWith('server/')).sort();
}
