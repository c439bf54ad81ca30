// @ts-check
// Finds the command line, or makes it. Output: command, the path of its cli.js.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { announce, fail, setOutputs, variable } from './runner.mjs';

const own = fileURLToPath(new URL('../../', import.meta.url));
setOutputs({ command: given() ?? installed() ?? built() });

function given() {
  const path = variable('EVIDENCE_COMMAND');
  if (path === '') return undefined;
  if (!existsSync(path)) fail(`There is no file ${JSON.stringify(path)}, which the input “command” names.`);
  return resolve(path);
}

function installed() {
  const name = variable('EVIDENCE_PACKAGE');
  if (name === '') return undefined;
  // npm reads it in a shell on Windows, and nowhere may it be an option.
  if (!/^[\w@./:+][\w@./:+#~^=-]*$/.test(name))
    fail(`${JSON.stringify(name)}, which the input “package” names, is not something that npm installs.`);
  // In a folder of its own: a pull request's .npmrc must not say where packages come from.
  const folder = mkdtempSync(join(variable('RUNNER_TEMP') || tmpdir(), 'evidence-portfolio-'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  // From version 12 on, npm takes nothing from git or from an address unless it is told to.
  const sources = ['--allow-git=root', '--allow-remote=root'];
  npm(folder, ['install', ...sources, '--no-audit', '--no-fund', '--no-save', name]);
  const command = join(folder, 'node_modules', 'evidence-portfolio', 'dist', 'cli.js');
  return existsSync(command) ? command : fail(`${name} is not a package of Evidence Portfolio.`);
}

/** The one that belongs to this version of the action. */
function built() {
  const command = join(own, 'dist', 'cli.js');
  if (existsSync(command)) return command;
  announce(
    'notice',
    'This is the action as its sources are, such as those of a branch. Its command line is built first, which takes a minute or so. A release, such as @v1, has it with it.',
  );
  // What the build needs is left out where NODE_ENV says production, unless npm is told to take it.
  npm(own, ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
  npm(own, ['run', 'build']);
  return command;
}

/**
 * @param {string} folder
 * @param {readonly string[]} args
 */
function npm(folder, args) {
  console.log(`::group::npm ${args[0]}`);
  const { status, error } = spawnSync('npm', args, {
    cwd: folder,
    stdio: 'inherit',
    // On Windows, npm is a script.
    shell: process.platform === 'win32',
  });
  console.log('::endgroup::');
  if (status === 0) return;
  const isMissing = /** @type {{ code?: string } | undefined} */ (error)?.code === 'ENOENT';
  if (isMissing)
    fail(
      'There is no npm on this runner. Add a step before this one:\n\n- uses: actions/setup-node@v5\n  with:\n    node-version: 22',
    );
  fail(
    `The command could not be set up: “npm ${args[0]}” ${error ? `did not start (${error.message})` : 'failed; see above'}.`,
  );
}
