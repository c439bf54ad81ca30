/**
 * Every command that writes, killed at each of its calls that change the disk: each file is what it was or what it becomes,
 * and the same command afterwards comes to the end as if nothing had been.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { lockName } from '../../server/host/disk/folderLock';
import { runs } from '../unit/support/runs';
import { folderOf } from './support/folders';

const command = resolve('dist/cli.js');
const hook = resolve('test/protocol/support/killAt.cjs');
/** The ordinary run takes every fourth step of each command but the first; `npm run test:fuzz` takes all, of `pack` one in twelve. */
const stride = Math.max(1, Math.round(4 / runs(1)));
/** Far above the calls of any command here. */
const farAbove = 400;

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
}

const run = (words: readonly string[], killAt = 0): Promise<Ended> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--require', hook, command, ...words], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, KILL_AT: String(killAt) },
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (err += text));
    child.once('error', failed);
    child.once('close', (status, signal) => done({ status, signal, err }));
  });

type Held = Readonly<Record<string, string>>;

/** Drafts and locks have names of their own; a stopped process leaves them behind. */
const isLeft = (path: string): boolean =>
  path.split('/').some((name) => /^\.[0-9a-f]{24}\.(?:part|old)$|^\.evidence-portfolio\.lock/.test(name));

const holdsBegunLock = (folder: string): boolean =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(
    (path) => basename(path) === lockName && !readFileSync(join(folder, path), 'utf8').endsWith('\n'),
  );

/** What stands in a folder, without what is left behind. */
function heldIn(folder: string): Held {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => !isLeft(path) && statSync(join(folder, path)).isFile())
    .sort();
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

const evidence = '---\ntitle: A\nelements: [3.2.4, 3.2.4]\nref: ES 1\n---\n\nText.\n';
const portfolio = { 'portfolio.yaml': '# Ours\ntitle: T\n', 'a.md': evidence };
const sources = {
  'plan.csv': 'Ref,Action\n3.2.4,Ask about it\n',
  'matrix.csv': 'Ref,Element,Evidence,ES ref\n1.1.1,x,New item,ES 2\n1.1.2,x,Another item,ES 3\n',
  'standard.csv': 'ID,Title,Text\nA,Group,\nA.1,One,Is it so?\nA.2,Two,Is it so?\n',
  'assessment.csv': 'Ref,Element,Self\n3.2.4,x,Partial\n',
};

/** The words of each; FOLDER and SOURCES stand for the two folders. */
const commands: readonly (readonly [string, Held])[] = [
  ['rate 3.2.4 partial FOLDER', portfolio],
  ['rate 3.2.4 partial FOLDER', { 'a.md': evidence }],
  ['check --fix FOLDER', portfolio],
  ['plan sync FOLDER --write', portfolio],
  ['plan import SOURCES/plan.csv FOLDER --write', portfolio],
  ['matrix import SOURCES/matrix.csv FOLDER --write', portfolio],
  ['assessment import SOURCES/assessment.csv FOLDER --write', portfolio],
  ['report FOLDER --today 2026-03-01 --force --output FOLDER/old.md', { ...portfolio, 'old.md': 'Old\n' }],
  ['pack FOLDER --today 2026-03-01 --write --output FOLDER/pack.zip', portfolio],
  ['standard import SOURCES/standard.csv --output FOLDER/standard.yaml --write', portfolio],
];

/** A pack is written in some two hundred steps, most of them alike. */
function strideOf(line: string, files: Held): number {
  if (line === commands[0]?.[0] && files === commands[0][1]) return 1;
  return line.startsWith('pack ') ? stride * 12 : stride;
}

async function tryEach(line: string, files: Held, by: number): Promise<number> {
  const outside = folderOf(sources);
  const wordsFor = (folder: string): readonly string[] =>
    line.split(' ').map((word) => word.replace('FOLDER', folder).replace('SOURCES', outside.path));
  const whole = folderOf(files);
  const { status, err } = await run(wordsFor(whole.path));
  ok(status === 0 || status === 1, err);
  const [before, after] = [files, heldIn(whole.path)];
  ok(JSON.stringify(before) !== JSON.stringify(after), 'It has written.');
  for (let at = 1; at < farAbove; at += by) {
    const folder = folderOf(files);
    const ended = await run(wordsFor(folder.path), at);
    const now = heldIn(folder.path);
    if (ended.signal === null) {
      deepEqual(now, after);
      return at;
    }
    equal(ended.signal, 'SIGKILL', ended.err);
    for (const path of new Set([...Object.keys(before), ...Object.keys(now)]))
      ok(
        [before[path], after[path]].includes(now[path]),
        `${path}, killed at ${at}:\n${now[path] ?? 'gone'}`,
      );
    // Whoever comes next waits ten seconds for one that has begun to make a lock.
    if (holdsBegunLock(folder.path)) continue;
    const again = await run(wordsFor(folder.path));
    equal(again.status, status, again.err);
    deepEqual(heldIn(folder.path), after, `again, killed at ${at}`);
  }
  throw new Error('It does not end.');
}

describe('A command that is killed', () => {
  for (const [line, files] of commands)
    it(`leaves what was, or what becomes, at each step: ${line}, ${Object.keys(files).join(', ')}`, async function () {
      if (process.platform === 'win32') return this.skip();
      const points = await tryEach(line, files, strideOf(line, files));
      ok(points >= 5, String(points));
    });
});
