// @ts-check
// `npm start`: installs what the build needs where nobody has, builds the product, checks the sample with it, and opens
// the sample in an editor that has it.
//
//   npm start                  in VS Code where the command `code` is there, else in VS Code in a browser
//   npm start -- --browser     in VS Code in a browser, whatever is there
//   npm start -- --no-open     only prints the address, and opens no browser
//   npm start -- --port 8080   at this port of 127.0.0.1
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { repository, startDesktop } from './editors.mjs';
import { npmCommand } from './processes.mjs';

const sample = join('samples', 'anytown-libraries');
/** What is open at first: something is wrong in it, as README says under “Try it”. */
const first = { file: 'evidence/3-information-and-access/correcting-wrong-information.md', line: 4 };
const vsix = 'evidence-portfolio.vsix';

process.chdir(repository);
const options = readOptions();

if (!existsSync('node_modules')) {
  console.log('Installing what the build needs.');
  npm(['ci', '--ignore-scripts']);
}
console.log('Building.');
npm(['run', 'build', '--silent']);
checkSample();
if (!options.browser && hasCode()) openInCode();
else await openInBrowser();

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string' },
      },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
      throw new Error(`--port wants a number from 1 to 65535, and got "${values.port}".`);
    }
    return { browser: values.browser, isOpened: !values['no-open'], port };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error('Usage: npm start -- [--browser] [--no-open] [--port N]');
    return process.exit(2);
  }
}

/** Prints what the command line says about the sample. */
function checkSample() {
  console.log(`\nChecking the sample portfolio: node dist/cli.js check ${sample}\n`);
  const { status } = spawnSync(process.execPath, ['dist/cli.js', 'check', sample], { stdio: 'inherit' });
  if (status !== 0 && status !== 1) process.exit(status ?? 1);
  if (status === 1)
    console.log('\nThe sample has these faults on purpose, so that there is something to see.');
}

function hasCode() {
  const shell = process.platform === 'win32';
  return spawnSync('code', ['--version'], { stdio: 'ignore', shell, timeout: 20_000 }).status === 0;
}

function openInCode() {
  const shell = process.platform === 'win32';
  const folder = join(repository, sample);
  const place = `${join(folder, first.file)}:${first.line}`;
  const args = ['--new-window', `--extensionDevelopmentPath=${repository}`, folder, '--goto', place];
  const { status } = spawnSync('code', shell ? args.map((arg) => `"${arg}"`) : args, {
    stdio: 'inherit',
    shell,
  });
  if (status !== 0) process.exit(status ?? 1);
  console.log(
    '\nThe sample opens in a new window of VS Code, with this extension in it. Close it when you are done.',
  );
  console.log('For VS Code in a browser instead: npm start -- --browser');
  sayWhatToTry();
}

async function openInBrowser() {
  packageExtension();
  let isEnding = false;
  const editor = await startDesktop({
    folder: sample,
    extension: vsix,
    port: options.port,
    // As VS Code has it: who is new is led to the first steps.
    userSettings: { 'workbench.startupEditor': 'welcomePage' },
    log: (line) => console.log(line),
  }).catch((error) => {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    return process.exit(1);
  });
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    await editor.stop();
    console.log('\nStopped.');
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  const url = `${editor.url}&payload=${payload(new URL(editor.url).host)}`;
  console.log(`\nOpen ${url}`);
  console.log('It opens the sample in its place: what you save there is changed here; git shows what.');
  sayWhatToTry();
  console.log('\nPress Ctrl-C to stop.');
  if (options.isOpened) openAddress(url);
}

/**
 * Has the editor open the file at once, in the line that is wrong.
 *
 * @param {string} host
 */
function payload(host) {
  const { pathname } = pathToFileURL(join(repository, sample, first.file));
  const opened = `vscode-remote://${host}${pathname}:${first.line}`;
  return encodeURIComponent(JSON.stringify([['openFile', opened], ['gotoLineMode', 'true']])); // prettier-ignore
}

/** The steps that README has under “Try it”, as they stand there. */
function sayWhatToTry() {
  const [, tried = ''] = readFileSync('README.md', 'utf8').split(/^## Try it$/m);
  const [own = ''] = tried.split(/^## /m);
  const steps = own.split(/\r?\n/).filter((line) => /^\d\. /.test(line));
  console.log(`\nTry this:\n${steps.join('\n').replaceAll(/\*\*|`/g, '')}`);
}

/** Makes the package of the extension, unless it is newer than all that goes into it. */
function packageExtension() {
  const { files } = JSON.parse(readFileSync('package.json', 'utf8'));
  const parts = new Set([...files, 'client', 'server', '.scripts', 'package.json']);
  parts.delete('dist'); // Made anew by each build.
  const made = statSync(vsix, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if ([...parts].every((part) => lastChange(part) < made)) return;
  console.log('\nPackaging the extension.');
  npm(['run', 'package', '--silent'], 'quiet');
}

/**
 * When a file, or the file in a folder that changed last, was changed; 0 if there is none.
 *
 * @param {string} path
 * @returns {number} Milliseconds.
 */
function lastChange(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}

/**
 * Opens an address in the user's browser, where there is a display to show it on.
 *
 * @param {string} url
 */
function openAddress(url) {
  const hasDisplay = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : ['xdg-open', [url]];
  if (command === 'xdg-open' && !hasDisplay) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.once('error', () => undefined); // The address is printed; the user can open it.
  child.unref();
}

/**
 * Runs npm; ends this with its exit code if it fails.
 *
 * @param {readonly string[]} args
 * @param {'quiet'} [quiet] Shows what it says only if it fails.
 */
function npm(args, quiet) {
  const { command, args: all, shell } = npmCommand(args);
  const { status, stdout, stderr } = spawnSync(command, all, { stdio: quiet ? 'pipe' : 'inherit', shell });
  if (status === 0) return;
  if (quiet) console.error(`${stdout.toString()}${stderr.toString()}`);
  process.exit(status ?? 1);
}
