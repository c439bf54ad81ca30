// @ts-check
// Prints how the code is laid out, in figures. `--check` fails where it is not as it should be: circles of imports, long
// rows of files that import each other, full folders, long files. `npm run lint` says so too.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** The most there may be. */
const most = {
  /** Files in a row, each importing a value of the next. */
  depth: 12,
  /** Files of code side by side in a folder. */
  files: 25,
  lines: 400,
};
/** One file for each rule, and a few that several share. */
const roomy = new Set(['server/core/rules']);
/** Where the limits hold; tests are counted only. */
const parts = ['server', 'client'];

/**
 * @typedef {{ readonly path: string, readonly lines: number, readonly functions: readonly number[],
 *   readonly any: number, readonly as: number, readonly bang: number,
 *   readonly values: readonly string[], readonly types: readonly string[] }} Module
 */

const modules = new Map(parts.flatMap(filesIn).map((path) => [path, read(path)]));
const tests = filesIn('test').map(read);

const circles = circlesOf((module) => [...module.values, ...module.types]);
const chain = longestChain();
const folders = countBy([...modules.keys()].map(dirname));
const faults = process.argv.includes('--check') ? faultsFound() : [];

if (process.argv.includes('--check')) for (const fault of faults) console.error(fault);
else print();
if (faults.length > 0) process.exitCode = 1;

function print() {
  const all = [...modules.values()];
  const sum = (/** @type {(module: Module) => number} */ count) =>
    all.reduce((total, module) => total + count(module), 0);
  const small = all.filter(({ lines }) => lines < 25).length;
  console.log(
    `files, lines                  ${all.length}, ${sum(({ lines }) => lines)} (tests ${tests.length}, ${tests.reduce((total, { lines }) => total + lines, 0)})`,
  );
  console.log(`file lines: median, p90, max  ${spread(all.map(({ lines }) => lines))}`);
  console.log(`function lines: the same      ${spread(all.flatMap(({ functions }) => functions))}`);
  console.log(
    `any, as, !                    ${sum(({ any }) => any)}, ${sum((module) => module.as)}, ${sum(({ bang }) => bang)}`,
  );
  console.log(`import depth, values only     ${chain.length}: ${chain.join(' > ')}`);
  console.log(`circles of imports            ${circles.length}`);
  for (const circle of circles) console.log(`  ${circle.join(' ')}`);
  console.log(`files of under 25 lines       ${small} (${Math.round((100 * small) / all.length)} %)`);
  console.log('files in each folder');
  for (const [folder, count] of [...folders].sort()) console.log(`  ${String(count).padStart(3)} ${folder}`);
}

/** @returns {readonly string[]} */
function faultsFound() {
  const tooLong = [...modules.values()].filter(({ lines }) => lines > most.lines);
  const tooFull = [...folders].filter(([folder, count]) => count > most.files && !roomy.has(folder));
  return [
    ...circles.map((circle) => `These import each other in a circle: ${circle.join(' ')}`),
    ...(chain.length > most.depth
      ? [
          `${chain.length} files in a row import values of the next, and ${most.depth} may: ${chain.join(' > ')}`,
        ]
      : []),
    ...tooFull.map(
      ([folder, count]) =>
        `${folder} has ${count} files side by side, and may have ${most.files}: which of them have a subject of their own?`,
    ),
    ...tooLong.map(
      ({ path, lines }) => `${path} has ${lines} lines, and may have ${most.lines}: what is its second job?`,
    ),
  ];
}

/**
 * @param {string} folder
 * @returns {string[]} paths with `/`
 */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory())
        return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : filesIn(path);
      return path.endsWith('.ts') && !path.endsWith('.d.ts') ? [path] : [];
    })
    .sort();
}

/**
 * @param {string} path
 * @returns {Module}
 */
function read(path) {
  const text = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = { functions: [], any: 0, as: 0, bang: 0, values: [], types: [] };
  const linesOf = (/** @type {ts.Node} */ node) =>
    source.getLineAndCharacterOfPosition(node.getEnd()).line -
    source.getLineAndCharacterOfPosition(node.getStart()).line +
    1;
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) found.functions.push(linesOf(node));
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.any++;
    if (ts.isAsExpression(node) && node.type.getText() !== 'const') found.as++;
    if (ts.isNonNullExpression(node)) found.bang++;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const to = ours(path, node.moduleSpecifier);
      if (to) (isForTypes(node) ? found.types : found.values).push(to);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { path, lines: text.split('\n').length - 1, ...found };
}

/**
 * The file of ours that an import means. What is imported with `import()` is loaded later: that is no import here.
 *
 * @param {string} from
 * @param {ts.Expression | undefined} specifier
 */
function ours(from, specifier) {
  if (!specifier || !ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return undefined;
  const path = normalize(join(dirname(from), specifier.text)).replaceAll('\\', '/');
  return path.endsWith('.yaml') || path.endsWith('.md') || path.endsWith('.json') ? undefined : `${path}.ts`;
}

/** @param {ts.ImportDeclaration | ts.ExportDeclaration} node */
function isForTypes(node) {
  const clause = ts.isImportDeclaration(node) ? node.importClause : node;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const names = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
  const isNamed = names && (ts.isNamedImports(names) || ts.isNamedExports(names));
  const hasDefault = ts.isImportDeclaration(node) && node.importClause?.name !== undefined;
  return Boolean(
    isNamed && !hasDefault && names.elements.length > 0 && names.elements.every((name) => name.isTypeOnly),
  );
}

/**
 * Groups of files that all import each other, by whatever way round.
 *
 * @param {(module: Module) => readonly string[]} importsOf
 * @returns {readonly (readonly string[])[]}
 */
function circlesOf(importsOf) {
  const order = new Map();
  const low = new Map();
  /** @type {string[]} */
  const open = [];
  /** @type {string[][]} */
  const found = [];
  const visit = (/** @type {string} */ path) => {
    order.set(path, order.size);
    low.set(path, order.get(path));
    open.push(path);
    const module = modules.get(path);
    for (const next of module ? importsOf(module) : []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) low.set(path, Math.min(low.get(path), low.get(next)));
    }
    if (low.get(path) !== order.get(path)) return;
    const group = open.splice(open.indexOf(path));
    if (group.length > 1) found.push(group.sort());
  };
  for (const path of modules.keys()) if (!order.has(path)) visit(path);
  return found;
}

/** The longest row of files that import values of the next; in a circle, some way through it. */
function longestChain() {
  /** @type {Map<string, readonly string[]>} */
  const known = new Map();
  const from = (/** @type {string} */ path) => {
    const before = known.get(path);
    if (before) return before;
    known.set(path, []);
    const longest = (modules.get(path)?.values ?? [])
      .map(from)
      .reduce((best, next) => (next.length > best.length ? next : best), []);
    known.set(path, [path, ...longest]);
    return /** @type {readonly string[]} */ (known.get(path));
  };
  return [...modules.keys()].map(from).reduce((best, next) => (next.length > best.length ? next : best), []);
}

/** @param {readonly string[]} names */
function countBy(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return /** @type {ReadonlyMap<string, number>} */ (counts);
}

/** @param {readonly number[]} values */
function spread(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (/** @type {number} */ part) =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return `${at(0.5)}, ${at(0.9)}, ${at(1)}`;
}
