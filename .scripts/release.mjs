// @ts-check
// Releases. CONTRIBUTING.md says how to make one.
//
//   node .scripts/release.mjs make            .release/ with all that is given to others, of what has been built
//   node .scripts/release.mjs check [TAG]     says what stands in the way, and fails
//   node .scripts/release.mjs notes           what the changelog says of this version
//   node .scripts/release.mjs channel         stable or pre-release
//   node .scripts/release.mjs audit           asks the registry for known weaknesses of what the bundles hold
//   node .scripts/release.mjs tags REMOTE     pushes the tags that users of the action and of the hook name
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from './processes.mjs';
import { askRegistry, weaknessesIn } from './release/audit.mjs';
import { builtCommit, git, pushTags, tagsOf } from './release/builtCommit.mjs';
import { channelOf, notesOf, problemsOf } from './release/check.mjs';
import { makePackage } from './release/npmPackage.mjs';
import { modulesFile, packageFolder, releaseFolder } from './release/place.mjs';

const read = (/** @type {string} */ name) => readFileSync(name, 'utf8');
const manifest = JSON.parse(read('package.json'));
const { name, version } = manifest;

/** @type {Readonly<Record<string, (argument: string | undefined) => void>>} */
const commands = { make, check, audit, tags, notes: () => say(notesOf(read('CHANGELOG.md'), version)), channel: () => say(`${channelOf(version)}\n`) }; // prettier-ignore

const [command = '', argument] = process.argv.slice(2);
const run = commands[command];
if (run) run(argument);
else {
  console.error(`Usage: node .scripts/release.mjs ${Object.keys(commands).join(' | ')}`);
  process.exitCode = 2;
}

/** @param {string} text */
function say(text) {
  process.stdout.write(text);
}

function make() {
  if (!existsSync(modulesFile) || !existsSync('evidence-portfolio.vsix'))
    return failWith(['Nothing has been built. Run: npm run release']);
  for (const file of readdirSync(releaseFolder))
    if (/\.(?:vsix|tgz)$/.test(file)) rmSync(join(releaseFolder, file));
  makePackage(packageFolder);
  const { command: npm, args, shell } = npmCommand(
    ['pack', '--ignore-scripts', '--silent', '--pack-destination', '..'],
  ); // prettier-ignore
  const packed = spawnSync(npm, args, { cwd: packageFolder, encoding: 'utf8', shell });
  if (packed.status !== 0) return failWith([packed.stderr]);
  const files = [`${name}-${version}.tgz`, `${name}-${version}.vsix`];
  copyFileSync('evidence-portfolio.vsix', join(releaseFolder, `${name}-${version}.vsix`));
  const sums = files.map((file) => `${sha256(join(releaseFolder, file))}  ${file}\n`).join('');
  writeFileSync(join(releaseFolder, 'SHA256SUMS'), sums);
  say(sums);
}

/** @param {string} file */
function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** @param {string | undefined} tag */
function check(tag) {
  const lock = JSON.parse(read('package-lock.json'));
  failWith(problemsOf({ manifest, lock, changelog: read('CHANGELOG.md') }, tag));
}

function audit() {
  const answer = askRegistry();
  if (answer === undefined) return failWith(['The registry did not answer.']);
  /** @type {readonly { readonly module: string }[]} */
  const modules = JSON.parse(read(modulesFile));
  const isBundled = (/** @type {string} */ place) =>
    modules.some(({ module }) => module.replaceAll('\\', '/').startsWith(`${place}/`));
  const all = weaknessesIn(answer, () => true);
  const bundled = weaknessesIn(answer, isBundled);
  say(
    `Known weaknesses: ${bundled.length} of packages in the bundles, ${all.length} with those that only build them.\n`,
  );
  failWith(bundled.map((known) => `${known.name}: ${known.title} (${known.severity}) ${known.address}`));
}

/** @param {string | undefined} remote */
function tags(remote) {
  if (remote === undefined) return failWith(['Name the repository that gets the tags, such as origin.']);
  const source = git(['rev-parse', 'HEAD']);
  const date = git(['log', '-1', '--format=%ct']);
  const message = `Evidence Portfolio ${version}\n\nBuilt from ${source}.`;
  const commit = builtCommit(packageFolder, { message, date });
  const all = tagsOf(version, channelOf(version));
  pushTags(commit, remote, all);
  say(`${all.map(({ tag }) => tag).join(', ')}: ${commit}\n`);
}

/** @param {readonly string[]} problems */
function failWith(problems) {
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
