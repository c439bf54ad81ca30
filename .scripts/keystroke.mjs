/**
 * Through how many of our files one keystroke passes, and how long it takes: `node .scripts/keystroke.mjs [--files]`.
 *
 * The server runs in this process, over streams, on a generated portfolio. Some hundred characters are typed into the
 * body of an open evidence file, each waited for until its diagnostics are there; then one more is typed there, and one
 * in its front matter, under V8's precise coverage, and the files of `server` of which a function was called are
 * counted. One rule is applied: how many rules there are is no part of the way.
 *
 * Two figures are given of each: all those files, and those *of the way*, without `server/core/text` and
 * `server/words`, which nearly every function uses, and without `server/lsp`, which is the connection.
 *
 * `--root DIR` measures another working copy, `--portfolio N` one size only, `--edits N` so many keystrokes, `--files`
 * lists the files, with a mark for the body and one for the front matter. `--check N` fails where a keystroke in the body passes through more than N files of the way.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'rolldown';
import { parse } from 'yaml';

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    portfolio: { type: 'string', multiple: true, default: ['1000', '10000'] },
    edits: { type: 'string', default: '300' },
    files: { type: 'boolean', default: false },
    check: { type: 'string' },
  },
});
const root = resolve(values.root);
const bundle = join(root, '.bench', 'keystroke.cjs');
const require = createRequire(join(root, 'package.json'));
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-jsonrpc/node');

/** Built-in standards as data, as the build makes them. */
const standards = {
  name: 'standards',
  load: {
    filter: { id: /schemas[\\/]standards[\\/].*\.yaml$/ },
    handler: (file) => ({
      code: JSON.stringify({
        id: basename(file, '.yaml'),
        data: parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }),
      }),
      moduleType: 'json',
    }),
  },
};

/** One rule speaks for all. */
const oneRule = {
  name: 'one-rule',
  load: {
    filter: { id: /core[\\/]rules[\\/]all\.ts$/ },
    handler: (file) =>
      readFileSync(file, 'utf8').replace(/(const (?:rules|all)\b[^=]*= \[)[^\]]*\]/, '$1reviewOverdue]'),
  },
};

/** All that is exported here is what is measured. */
const entry = {
  name: 'entry',
  resolveId: { filter: { id: /^entry$/ }, handler: () => join(root, 'entry.ts') },
  load: { filter: { id: /[\\/]entry\.ts$/ }, handler: () => exported() },
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
let most = 0;
for (const size of values.portfolio) most = Math.max(most, await measure(Number(size)));
const isLong = values.check !== undefined && most > Number(values.check);
if (isLong)
  console.error(
    `A keystroke in the body of an evidence file passes through ${most} files, and ${values.check} may.`,
  );
process.exit(isLong ? 1 : 0);

/** All of the server that a keystroke may pass, in one bundle, in which comments say what is from which file. */
async function load() {
  await build({
    input: 'entry',
    cwd: root,
    platform: 'node',
    external: /^node:/,
    transform: { define: { EVIDENCE_PORTFOLIO_VERSION: '"0"' } },
    moduleTypes: { '.md': 'text' },
    logLevel: 'silent',
    plugins: [entry, standards, oneRule],
    output: { file: bundle, format: 'cjs', codeSplitting: false },
  });
  return require(bundle);
}

function exported() {
  const place = (name) => {
    const found = readdirSync(join(root, 'server'), { recursive: true }).find(
      (path) => basename(path) === name,
    );
    return `./server/${found.replaceAll('\\', '/').replace(/\.ts$/, '')}`;
  };
  return `
    export { startServer } from './server/lsp/server';
    export { PortfolioIndex } from './server/core/index/portfolioIndex';
    export { rules } from './server/core/rules/all';
    export { builtInStandards } from './server/standards';
    export { matcher } from '${place('matcher.ts')}';
    export * as access from '${place('nodeFileAccess.ts')}';
    export { createConnection } from 'vscode-languageserver/node';
    export { generatePortfolio, pathOf } from './test/bench/generate';`;
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
  const inBody = await filesCalledAlways(() => client.type(uri, line, 0, 'a'));
  // Coverage does not ask for the owner.
  const owner = text.split('\n').findIndex((one) => one.startsWith('owner: '));
  const inFrontMatter = await filesCalledAlways(() => client.type(uri, owner, 'owner: '.length, 'a'));
  client.end();
  rmSync(folder, { recursive: true });
  rmSync(`${folder}.json`, { force: true });
  const sorted = times.toSorted((one, other) => one - other);
  const quantile = (part) => sorted[Math.floor(part * (sorted.length - 1))].toFixed(2);
  console.log(
    `${size} files: a keystroke in the body passes through ${counted(inBody)}, one in the front matter through ${counted(inFrontMatter)}; p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms of ${times.length}`,
  );
  const where = (path) => [inBody, inFrontMatter].map((paths) => (paths.includes(path) ? 'x' : ' ')).join('');
  if (values.files)
    for (const path of [...new Set([...inBody, ...inFrontMatter])].sort())
      console.log(`  ${where(path)} ${path}`);
  return inBody.filter(isOfTheWay).length;
}

function isOfTheWay(path) {
  return !/^server\/(?:core\/text|words|lsp)\//.test(path);
}
function counted(paths) {
  return `${paths.length} files (${paths.filter(isOfTheWay).length} of the way)`;
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

/** Those of each time: what is done beside, when things are quiet or have been for a while, falls into some times only. */
async function filesCalledAlways(act) {
  const times = [];
  for (let time = 0; time < 8; time++) times.push(new Set(await filesCalledIn(act)));
  const [first, ...others] = times;
  return [...first].filter((path) => others.every((paths) => paths.has(path)));
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
  const { functions } = result.find(({ url }) => url.endsWith('keystroke.cjs'));
  const source = readFileSync(bundle, 'utf8');
  const heads = Array.from(source.matchAll(/^\/\/ (\S+\.[cm]?[jt]s)$/gm), ({ index, 1: path }) => ({
    index,
    path,
  }));
  const fileAt = (offset) => heads.findLast(({ index }) => index <= offset)?.path ?? '';
  const called = functions.flatMap(({ ranges: [range] }) =>
    range.count > 0 ? [fileAt(range.startOffset)] : [],
  );
  return [...new Set(called)].filter((path) => path.startsWith('server/')).sort();
}
