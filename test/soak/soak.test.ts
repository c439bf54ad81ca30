/**
 * Long use: two servers on one folder of 5,000 files, in which somebody types, saves, switches branches and asks for
 * everything. Memory, answers and handles at the end are those of the beginning. `npm run test:soak` takes ten minutes, or
 * `SOAK_MINUTES`; on Linux, since it counts handles by `/proc`.
 */
import { deepEqual, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatePortfolio, pathOf } from '../bench/generate';
import type { Client } from '../protocol/support/client';
import { startClient } from '../protocol/support/client';
import type { Folder } from '../protocol/support/folders';
import { folderOf } from '../protocol/support/folders';

const minutes = Number(process.env['SOAK_MINUTES'] ?? 10);
const files = 5000;
const swapped = 1000;
/** Characters typed in a round, and rounds between two checkouts. */
const [typed, between] = [30, 4];

interface Sample {
  readonly megabytes: number;
  readonly handles: number;
  /** Milliseconds from an edit to the answer of a hover after it, the median of a round. */
  readonly keystroke: number;
  /** Milliseconds for all that is asked for. */
  readonly everything: number;
  /** Milliseconds of processor time that the server takes for what is typed in a round, and for all that is asked for. */
  readonly typingWork: number;
  readonly askingWork: number;
}

/** Milliseconds that each request has taken, the longest. */
const longest = new Map<string, number>();

describe('Long use', () => {
  it(`leaves a server as it was: ${minutes} minutes, ${files} files`, async () => {
    const folder = repository();
    const clients = [
      await startClient({ folders: [folder.uri()] }),
      await startClient({ folders: [folder.uri()] }),
    ];
    const [one, two] = clients as [Client, Client];
    for (const client of clients) await patientlySettled(client);
    const end = Date.now() + minutes * 60_000;
    const samples: Sample[] = [];
    const checkouts: number[] = [];
    for (let round = 0; Date.now() < end; round++) {
      samples.push(await use(one, two, folder, round));
      if (round % between === between - 1) checkouts.push(await checkout(clients, folder, round));
    }
    await checkout(clients, folder, between - 1);
    deepEqual(await one.coverage(), await two.coverage());
    const fresh = await startClient({ folders: [folder.uri()] });
    await patientlySettled(fresh);
    deepEqual(await one.coverage(), await fresh.coverage());
    tell(samples, checkouts);
    for (const client of [...clients, fresh]) await client.stop();
  });
});

function repository(): Folder {
  const folder = folderOf({});
  generatePortfolio(join(folder.path, 'portfolio'), files);
  const git = (...args: readonly string[]) => gitIn(folder, ...args);
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '.');
  git('commit', '--quiet', '--message', 'One');
  git('checkout', '--quiet', '-b', 'other');
  for (const path of swappedPaths) {
    const text = readFileSync(join(folder.path, path), 'utf8');
    folder.write(
      path,
      text.replace(/^title: /m, 'status: draft\ntitle: Other ').replace(/^status: (?!draft).*\n/m, ''),
    );
  }
  git('commit', '--quiet', '--all', '--message', 'Two');
  git('checkout', '--quiet', 'main');
  return folder;
}

const gitIn = (folder: Folder, ...args: readonly string[]): Buffer =>
  execFileSync(
    'git',
    ['-c', 'user.name=Anne', '-c', 'user.email=anne@example.org', '-c', 'gc.auto=0', ...args],
    {
      cwd: folder.path,
    },
  );

const place = (number: number): string => `portfolio/${pathOf(number)}`;
const swappedPaths = Array.from({ length: swapped }, (_, at) => place(at * Math.floor(files / swapped)));

/** Somebody opens a file, types and saves, and looks at everything. */
async function use(client: Client, other: Client, folder: Folder, round: number): Promise<Sample> {
  const path = place((round * 7) % files);
  const uri = folder.uri(path);
  const before = readFileSync(join(folder.path, path), 'utf8');
  await client.open(uri, before, 1);
  const times: number[] = [];
  const rested = workOf(client);
  for (let at = 1; at <= typed; at++) {
    const started = performance.now();
    const start = { line: 1, character: 7 };
    await client.change(uri, at + 1, [{ range: { start, end: start }, text: 'x' }]);
    await client.hover(uri, start);
    times.push(performance.now() - started);
  }
  const typingWork = workOf(client) - rested;
  folder.write(path, before.replace('\ntitle: ', `\ntitle: ${'x'.repeat(typed)}`));
  for (const told of [client, other]) await told.watched(['changed', uri]);
  await patientlySettled(client);
  const [started, idle] = [performance.now(), workOf(client)];
  await askForEverything(client, folder, uri);
  const [everything, askingWork] = [performance.now() - started, workOf(client) - idle];
  await client.close(uri);
  await patientlySettled(client);
  return { ...sizeOf(client), keystroke: median(times), everything, typingWork, askingWork };
}

async function askForEverything(client: Client, folder: Folder, uri: string): Promise<void> {
  const root = folder.uri('portfolio');
  const timed = async (name: string, params: object): Promise<void> => {
    const started = performance.now();
    await client.request(name, params);
    longest.set(name, Math.max(longest.get(name) ?? 0, performance.now() - started));
  };
  const own = (name: string, params: object) => timed(`evidencePortfolio/${name}`, params);
  for (const name of ['coverage', 'coverageOutline', 'actionPlan', 'owners', 'people', 'due', 'newPortfolio'])
    await own(name, {});
  for (const name of ['thisFile', 'filePreview']) await own(name, { uri });
  for (const name of ['evidenceTable', 'standardPage', 'planSync', 'reportPage']) await own(name, { root });
  await own('planTable', { uri: folder.uri('portfolio/action-plan.md') });
  await own('detailChoices', { uri, key: 'owner', typed: '' });
  await own('findElements', { root, wanted: { words: 'staff training' } });
  await own('evidenceOf', { root, elements: ['3.2.4', '1.1.1'] });
  await own('draftEvidence', { root, elements: ['3.2.4'] });
  await own('compare', { folder: folder.uri(), files: [{ uri, kind: 'absent' }] });
  await client.notify('evidencePortfolio/compareEnd', undefined);
  await own('export', { root, format: 'csv', wanted: { what: 'matrix', layout: 'matrix' } });
  for (const name of ['completion', 'codeLens', 'documentSymbol', 'documentLink'])
    await timed(`textDocument/${name}`, {
      textDocument: { uri },
      position: { line: 2, character: 12 },
    });
  await client.codeActions(uri, client.diagnostics.get(uri)?.diagnostics ?? []);
}

/** Swaps a thousand files at once. @returns milliseconds until both servers know */
async function checkout(clients: readonly Client[], folder: Folder, round: number): Promise<number> {
  const branch = Math.floor(round / between) % 2 === 0 ? 'other' : 'main';
  const dirty = gitIn(folder, 'diff', '--name-only').toString().split('\n').filter(Boolean);
  gitIn(folder, 'checkout', '--quiet', '--force', branch);
  const started = performance.now();
  const events = [...new Set([...dirty, ...swappedPaths])].map(
    (path) => ['changed', folder.uri(path)] as const,
  );
  await Promise.all(clients.map((client) => client.watched(...events)));
  for (const client of clients) await patientlySettled(client);
  return performance.now() - started;
}

/** A busy machine reads 5,000 files in more than a test's usual patience. */
async function patientlySettled(client: Client): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      await client.settled();
      return;
    } catch (error) {
      if (tries > 5) throw error;
    }
}

function sizeOf({ process: { pid } }: Client): Pick<Sample, 'megabytes' | 'handles'> {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return { megabytes: (pages * 4096) / 1024 / 1024, handles: readdirSync(`/proc/${pid}/fd`).length };
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

/** Processor time that a server has taken, in milliseconds: what others do on the machine does not count. */
function workOf({ process: { pid } }: Client): number {
  // The name of the program stands in brackets; a tick is a hundredth of a second on every Linux.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Prints how it went, and fails where the last third is not as the first. */
function tell(samples: readonly Sample[], checkouts: readonly number[]): void {
  // What is loaded when it is first asked for, and compiled when it is hot, comes with the first rounds.
  const warm = samples.slice(Math.ceil(samples.length / 10));
  const third = Math.max(1, Math.floor(warm.length / 3));
  const compared = (key: keyof Sample) =>
    [warm.slice(0, third), warm.slice(-third)].map((part) => median(part.map((one) => one[key]))) as [
      number,
      number,
    ];
  console.log(
    `${samples.length} rounds, ${samples.length * typed} keystrokes, ${checkouts.length} checkouts of ${swapped} files, median ${Math.round(median(checkouts))} ms.`,
  );
  for (const [name, milliseconds] of [...longest].sort(([, one], [, other]) => other - one).slice(0, 8))
    console.log(`The longest ${name}: ${Math.round(milliseconds)} ms.`);
  for (const [key, unit] of [
    ['megabytes', 'MB'],
    ['handles', 'handles'],
    ['keystroke', 'ms a keystroke'],
    ['everything', 'ms for everything'],
    ['typingWork', `ms of processor time for ${typed} keystrokes`],
    ['askingWork', 'ms of processor time for everything'],
  ] as const) {
    const [before, after] = compared(key);
    console.log(
      `${before.toFixed(1)} ${unit} in the first third, ${after.toFixed(1)} in the last: ${(after / before).toFixed(2)}.`,
    );
  }
  const holds = (key: keyof Sample, times: number): void => {
    const [before, after] = compared(key);
    ok(after <= before * times, `${key}: ${before} in the first third, ${after} in the last.`);
  };
  holds('megabytes', 1.15);
  holds('handles', 1);
  holds('typingWork', 1.3);
  holds('askingWork', 1.3);
  // Others work on the same machine.
  holds('keystroke', 3);
  holds('everything', 3);
}
