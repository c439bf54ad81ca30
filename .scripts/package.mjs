// @ts-check
// Makes evidence-portfolio.vsix from the built bundles (`npm run build` first; vsce runs it through vscode:prepublish),
// and fails where it, or what a host loads before it shows anything, has grown beyond what it may be.
// `--twice` makes it two times, and fails where the second one has other bytes.
import { createVSIX } from '@vscode/vsce';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { channelOf } from './release/check.mjs';

const packagePath = 'evidence-portfolio.vsix';
const preRelease = channelOf(JSON.parse(readFileSync('package.json', 'utf8')).version) === 'pre-release';
const maximumPackage = 3_000_000;
const maximumStart = 1_000_000;
/** The file by which each host starts, and what a run of the command line that checks loads then: as they have been built. */
const starts = () => [
  'dist/node/cli.cjs',
  ...readdirSync('dist/node').flatMap((name) =>
    /^check-.*\.cjs$/.test(name) ? join('dist/node', name) : [],
  ),
  'dist/node/server.cjs',
  'dist/client.js',
  'dist/browser/client.js',
  'dist/browser/server.js',
];

// The dates in the package are those of the commit, so that two builds of it are the same bytes.
process.env['TZ'] = 'UTC';
process.env['SOURCE_DATE_EPOCH'] ??= dateOfCommit();

const digest = await make();
console.log(`${packagePath}: sha256 ${digest}`);
if (process.argv.includes('--twice') && (await make()) !== digest) {
  console.error('The same made again has other bytes.');
  process.exitCode = 1;
}
within(packagePath, statSync(packagePath).size, maximumPackage);
for (const start of starts()) {
  const bytes = [...loadedBy(start)].reduce((sum, file) => sum + statSync(file).size, 0);
  within(`${start}, with what it imports`, bytes, maximumStart);
}

async function make() {
  await createVSIX({ packagePath, dependencies: false, preRelease });
  return createHash('sha256').update(readFileSync(packagePath)).digest('hex');
}

/** Seconds since 1970; without git, the same for all. */
function dateOfCommit() {
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '1767225600';
}

/**
 * A bundle and all that it imports, but for what it imports later with `import()`.
 *
 * @param {string} file
 * @param {Set<string>} [seen]
 * @returns {ReadonlySet<string>}
 */
function loadedBy(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  // What comes later stands behind an arrow.
  if (file.endsWith('.cjs'))
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
      /(?<!=>)\brequire\(["'`]\.\/([^"'`]+\.cjs)["'`]\)/g,
    ))
      loadedBy(join(file, '..', name), seen);
  return seen;
}

/**
 * @param {string} what
 * @param {number} bytes
 * @param {number} maximum
 */
function within(what, bytes, maximum) {
  console.log(`${what}: ${bytes} bytes, of at most ${maximum}`);
  if (bytes > maximum) process.exitCode = 1;
}
