// @ts-check
// What `npm run coverage` prints.
import { dirname, join } from 'node:path/posix';

/**
 * @typedef {import('./coverageRows.mjs').Row} Row
 * @typedef {import('./coverageRows.mjs').Share} Share
 */

/**
 * What was not gone through, file by file, then the share of each folder and of all.
 *
 * @param {readonly Row[]} rows
 * @param {string} root the folder that they are in
 */
export function coverageText(rows, root) {
  const partly = rows.filter(({ missed, untaken }) => missed.length + untaken.length > 0);
  const folders = [...new Set(rows.map(({ path }) => dirname(path)))];
  const within = (/** @type {string} */ folder) => rows.filter(({ path }) => dirname(path) === folder);
  return [
    'Not gone through, by line',
    ...partly.flatMap((row) => fileLines(row, root)),
    '',
    'lines    branches',
    ...folders.map((folder) => sumLine(join(root, folder), within(folder))),
    sumLine(root, rows),
    `Of the branches not taken, ${rows.reduce((all, row) => all + row.defaults, 0)} are defaults for an item of a list.`,
  ].join('\n');
}

/** @type {(row: Row, root: string) => readonly string[]} */
const fileLines = ({ path, lines, branches, missed, untaken }, root) => [
  `${join(root, path)}: ${percent(lines)} of lines, ${percent(branches)} of branches`,
  ...(missed.length > 0 ? [`  not run: ${stretches(missed)}`] : []),
  ...(untaken.length > 0 ? [`  a branch not taken: ${stretches(untaken)}`] : []),
];

/** @type {(name: string, rows: readonly Row[]) => string} */
function sumLine(name, rows) {
  const [lines, branches] = [sum(rows.map((row) => row.lines)), sum(rows.map((row) => row.branches))];
  const counts = `${lines.covered} of ${lines.total} lines, ${branches.covered} of ${branches.total} branches`;
  return `${percent(lines).padEnd(9)}${percent(branches).padEnd(9)}${name} (${counts})`;
}

/** @type {(shares: readonly Share[]) => Share} */
function sum(shares) {
  return shares.reduce((all, one) => ({ covered: all.covered + one.covered, total: all.total + one.total }), {
    covered: 0,
    total: 0,
  });
}

/** @type {(share: Share) => string} Rounded down: 100 % is all. */
function percent({ covered, total }) {
  return total === 0 ? '–' : `${(Math.floor((1000 * covered) / total) / 10).toFixed(1)} %`;
}

/** @type {(lines: readonly number[]) => string} `3-5, 9` */
function stretches(lines) {
  /** @type {number[][]} */
  const found = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.at(-1) === line - 1) last.push(line);
    else found.push([line]);
  }
  return found
    .map((lines) => (lines.length > 1 ? `${lines[0]}-${lines.at(-1)}` : String(lines[0])))
    .join(', ');
}
