// @ts-check
// Which lines and branches were gone through, from what V8 has counted in each process, and what keepCompiled.mjs kept.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { convert } from 'ast-v8-to-istanbul';
import coverage from 'istanbul-lib-coverage';
import { parseAst } from 'rolldown/parseAst';
import ts from 'typescript';

/**
 * @typedef {import('node:inspector').Profiler.ScriptCoverage} Script what V8 has counted of a file
 * @typedef {Readonly<Awaited<ReturnType<typeof convert>>>} Counts as Istanbul has it
 * @typedef {{ readonly covered: number, readonly total: number }} Share
 * @typedef {{ readonly path: string, readonly lines: Share, readonly branches: Share,
 *   readonly missed: readonly number[], readonly untaken: readonly number[], readonly defaults: number }} Row a file, the
 *   lines in which nothing runs, or a branch is not taken, and how many of those not taken are defaults for an item of a
 *   list
 */

/**
 * The files of code in a folder, by name. One that nobody loaded was not gone through at all; one that holds nothing but
 * types has no lines that could be.
 *
 * @param {string} folder with `counts` of V8 and `compiled` files
 * @param {string} root the folder of code, from the root of the disk
 */
export async function coverageRows(folder, root) {
  return rowsOf(await counted(folder, root), root);
}

/** @param {string} folder @param {string} root */
async function counted(folder, root) {
  const all = coverage.createCoverageMap({});
  const compiled = compiledFiles(folder);
  for (const name of readdirSync(join(folder, 'counts')))
    for (const script of scriptsIn(join(folder, 'counts', name), root)) {
      const path = fileURLToPath(script.url);
      const code = compiled.get(path);
      if (code !== undefined) all.merge(await asIstanbul(path, code, script));
    }
  for (const path of codeFiles(root)) if (!all.files().includes(path)) all.merge(await unloaded(path));
  return all;
}

/** @type {(folder: string) => ReadonlyMap<string, string>} */
function compiledFiles(folder) {
  const names = readdirSync(join(folder, 'compiled')).map((name) => join(folder, 'compiled', name));
  return new Map(
    names.map((name) => {
      const { file, code } = JSON.parse(readFileSync(name, 'utf8'));
      return [file, code];
    }),
  );
}

/** @type {(file: string, root: string) => readonly Script[]} */
function scriptsIn(file, root) {
  /** @type {{ result: readonly Script[] }} */
  const { result } = JSON.parse(readFileSync(file, 'utf8'));
  return result.filter(
    ({ url }) => url.startsWith('file:') && fileURLToPath(url).startsWith(join(root, sep)),
  );
}

/** @type {(root: string) => readonly string[]} */
function codeFiles(root) {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(root, name));
}

/** @type {(path: string) => Promise<Counts>} */
function unloaded(path) {
  const { outputText: code } = ts.transpileModule(readFileSync(path, 'utf8'), {
    fileName: path,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, inlineSourceMap: true },
  });
  const ranges = [{ startOffset: 0, endOffset: code.length, count: 0 }];
  const functions = [{ functionName: '', isBlockCoverage: true, ranges }];
  return asIstanbul(path, code, { scriptId: '', url: pathToFileURL(path).href, functions });
}

/** @type {(path: string, code: string, script: Script) => Promise<Counts>} */
function asIstanbul(path, code, script) {
  const map = /sourceMappingURL=data:application\/json[^,]*;base64,([\w+/=]+)\s*$/.exec(code)?.[1] ?? '';
  const sourceMap = JSON.parse(Buffer.from(map, 'base64').toString());
  return convert({
    ast: parseAst(code),
    code,
    coverage: script,
    sourceMap: { ...sourceMap, sources: [path], sourceRoot: '' },
    ignoreNode: addedIn(code),
  });
}

/**
 * What the compiler has added: its own functions above the first export, names of functions, and a list of what is
 * exported that never runs.
 *
 * @param {string} code
 */
function addedIn(code) {
  const first = /module\.exports=__toCommonJS\(\w+\);/.exec(code);
  const start = first ? first.index + first[0].length : 0;
  const last = code.lastIndexOf('0&&(module.exports=');
  return (/** @type {any} */ { type, start: at, expression }) =>
    at < start ||
    (last !== -1 && at >= last) ||
    (type === 'ExpressionStatement' && expression.callee?.name === '__name');
}

/** @type {(all: import('istanbul-lib-coverage').CoverageMap, root: string) => readonly Row[]} */
function rowsOf(all, root) {
  const rows = all.files().map((path) => {
    const file = all.fileCoverageFor(path);
    const { lines, branches } = file.toSummary().data;
    const untaken = Object.entries(file.getBranchCoverageByLine());
    return {
      path: relative(root, path).replaceAll('\\', '/'),
      lines,
      branches,
      missed: file.getUncoveredLines().map(Number),
      untaken: untaken.filter(([, share]) => share.coverage < 100).map(([line]) => Number(line)),
      defaults: untakenDefaults(path, file),
    };
  });
  return rows.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** @type {(path: string, file: import('istanbul-lib-coverage').FileCoverage) => number} */
function untakenDefaults(path, file) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const places = new Set(
    defaultsBelow(source).map((at) => {
      const { line, character } = source.getLineAndCharacterOfPosition(at);
      return `${line + 1}:${character}`;
    }),
  );
  return Object.entries(file.branchMap).reduce((count, [key, { locations }]) => {
    const untaken = locations.filter(
      ({ start }, at) => file.b[key]?.[at] === 0 && places.has(`${start.line}:${start.column}`),
    );
    return count + untaken.length;
  }, 0);
}

/**
 * Where a default stands for an item of a list, such as the 0 of `sums[at] ?? 0`: the compiler asks for it, whether or not
 * the item can be missing.
 *
 * @type {(node: ts.Node) => readonly number[]}
 */
function defaultsBelow(node) {
  /** @type {number[]} */
  const found = [];
  const { QuestionQuestionToken } = ts.SyntaxKind;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === QuestionQuestionToken && isItem(node.left))
    found.push(node.right.getStart());
  ts.forEachChild(node, (child) => void found.push(...defaultsBelow(child)));
  return found;
}

/** @type {(node: ts.Expression) => boolean} `sums[at]`, `lines[0]?.span.start`; not what a search may not find. */
function isItem(node) {
  if (ts.isParenthesizedExpression(node) || ts.isPropertyAccessExpression(node))
    return isItem(node.expression);
  return ts.isElementAccessExpression(node) && !ts.isCallExpression(node.expression);
}
