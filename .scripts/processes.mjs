// @ts-check
/* global AbortSignal */
// Starts processes so that they, and all that they start, end when they should.
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';

/** @type {Set<{ readonly endNow: () => void }>} */
const running = new Set();

/**
 * Starts a command in a process group of its own, so that everything it starts can be ended with it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string | undefined} dataDir A folder that goes when the processes have ended.
 * @param {{ cwd?: string, shell?: boolean, env?: Readonly<Record<string, string>> }} [options]
 */
export function startGroup(command, args, dataDir, options = {}) {
  endAllWithThisProcess();
  let output = '';
  let hasExited = false;
  const child = spawn(command, args, {
    cwd: dataDir,
    ...options,
    env: { ...environment(), ...options.env },
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  /** @type {(chunk: Buffer) => void} */
  const keep = (chunk) => {
    output = (output + chunk.toString()).slice(-200_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const entry = {
    endNow: () => {
      killGroup(child.pid);
      if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  running.add(entry);
  /** @type {Promise<number>} */
  const exited = new Promise((done) => {
    child.once('error', (error) => {
      keep(Buffer.from(`${error.message}\n`));
      done(-1);
    });
    child.once('close', (code) => done(code ?? -1));
  }).then((code) => {
    hasExited = true;
    return code;
  });
  /** @type {Promise<void> | undefined} */
  let stopped;
  return {
    pid: child.pid,
    exited,
    hasExited: () => hasExited,
    output: () => output,
    stop: () =>
      (stopped ??= (async () => {
        killGroup(child.pid); // Whatever it would still write goes with its folder.
        if (child.pid !== undefined) await exited;
        // Not for long: a dead process counts until its new parent, the first process of the machine, has noticed.
        for (let waited = 0; waited < 10 && isGroupAlive(child.pid); waited += 1) await sleep(20);
        if (dataDir !== undefined) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
        running.delete(entry);
      })()),
  };
}

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {{ shell?: boolean }} [options]
 */
export async function run(command, args, cwd, options = {}) {
  const group = startGroup(command, args, undefined, { cwd, ...options });
  const code = await group.exited;
  await group.stop();
  if (code !== 0)
    throw new Error(`"${command} ${args.join(' ')}" failed (exit code ${code}):\n${group.output()}`);
}

/**
 * The environment without what would make an editor started here join the editor whose terminal this is, or a
 * debugger attach to it.
 */
function environment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER_|PASSWORD$|HASHED_PASSWORD$|NODE_OPTIONS$)/.test(name),
  );
  return Object.fromEntries(kept);
}

/** @type {(url: string, group: ReturnType<typeof startGroup>, name: string) => Promise<void>} */
export async function answers(url, group, name) {
  const deadline = Date.now() + 60_000;
  while (!group.hasExited() && Date.now() < deadline) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
      await response.arrayBuffer();
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
  await group.stop();
  throw new Error(`${name} did not start. It said:\n${group.output()}`);
}

let ends = false;

function endAllWithThisProcess() {
  if (ends) return;
  ends = true;
  const endAll = () => {
    for (const { endNow } of running) endNow();
    running.clear();
  };
  process.on('exit', endAll);
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])) {
    process.on(signal, () => {
      endAll();
      // A listener takes away the signal's usual effect; a listener of somebody else decides for itself.
      if (process.listenerCount(signal) === 1) process.exit(code);
    });
  }
}

/** @type {(pid: number | undefined) => void} */
function killGroup(pid) {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** @type {(pid: number | undefined) => boolean} */
function isGroupAlive(pid) {
  return pid !== undefined && process.platform !== 'win32' && isAlive(-pid);
}

/** @type {(pid: number) => boolean} */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** @type {(error: unknown, code: string) => boolean} */
export function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** @type {(milliseconds: number) => Promise<void>} */
export function sleep(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/**
 * The command that runs npm with some arguments: the same npm that runs this, where it does.
 *
 * @param {readonly string[]} args
 */
export function npmCommand(args) {
  const npm = process.env['npm_execpath'] ?? ''; // Set by `npm start` and `npm test`.
  return basename(npm) === 'npm-cli.js'
    ? { command: process.execPath, args: [npm, ...args], shell: false }
    : { command: 'npm', args, shell: process.platform === 'win32' };
}
