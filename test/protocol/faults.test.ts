/**
 * The server and the built command line on a real disk that is not as it should be: what is wrong is told, and the rest is as
 * it would be without.
 */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commands } from '../../server/cli/commands';
import { asNobody, give } from '../unit/cli/nobody';
import type { Fault } from '../unit/support/faults';
import { faults } from '../unit/support/faults';
import type { Client } from './support/client';
import { startClient } from './support/client';
import type { Folder } from './support/folders';
import { folderOf, sampleFolder } from './support/folders';

const command = resolve('dist/cli.js');

const evidence = (element: string): string => `---\ntitle: A\nelements: [${element}]\n---\n\nText.\n`;
const portfolio = {
  'portfolio.yaml': 'title: T\nrules: { element-uncovered: off }\n',
  'a.md': evidence('3.2.4'),
  'b.md': evidence('1.1.9'),
};

/** All that a server says of a folder: findings by path, what it logs of files, and coverage. */
async function saidOf(client: Client, folder: Folder) {
  await client.settled();
  const findings = [...client.diagnostics.values()]
    .filter(({ diagnostics }) => diagnostics.length > 0)
    .map(
      ({ uri, diagnostics }) =>
        `${uri.slice(folder.uri().length)}: ${diagnostics.map(({ code, message }) => `${code} ${JSON.stringify(message)}`).join('; ')}`,
    )
    .sort();
  const log = client.messages.flatMap(({ method, params }) =>
    method === 'window/logMessage' ? [(params as { readonly message: string }).message] : [],
  );
  return {
    findings,
    log: log.join('\n'),
    evidence: (await client.coverage()).flatMap(({ nodes }) => nodes.flatMap(pathsBelow)),
  };
}

describe('A server in a folder in which something is not as it should be', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  for (const fault of faults) it(`tells of ${fault.name}, and goes on`, () => meets(fault));

  async function meets({ make, says, brings = [], isForOthers }: Fault): Promise<void> {
    const folder = folderOf(portfolio);
    make(folder.path);
    give(folder.path);
    try {
      const start = () => startClient({ folders: [folder.uri()] });
      const client = await (isForOthers ? asNobody(start) : start());
      const { findings, log, evidence: paths } = await saidOf(client, folder);
      for (const words of says ?? []) match(`${findings.join('\n')}\n${log}`, words);
      ok(
        findings.some((one) => one.startsWith('/b.md: element-unknown')),
        findings.join('\n'),
      );
      equal(paths.filter((uri) => uri === folder.uri('a.md')).length, 1);
      equal(paths.length, 1 + brings.length, paths.join('\n'));
      equal(await client.stop(), 0);
    } finally {
      rmSync(`${folder.path}-outside`, { recursive: true, force: true });
    }
  }
});

interface Node {
  readonly evidence?: readonly { readonly uri: string }[];
  readonly children: readonly Node[];
}

const pathsBelow = ({ evidence: own = [], children }: Node): readonly string[] => [
  ...own.map(({ uri }) => uri),
  ...children.flatMap(pathsBelow),
];

/** The words of each command that prints; `.` is a copy of the sample, and `@` what stands beside it. */
const printing: Readonly<Record<string, string>> = {
  check: 'check .',
  coverage: 'coverage .',
  rate: 'rate .',
  'what-if': 'what-if . --on 2030-01-01',
  diff: 'diff HEAD .',
  show: 'show 3.2.4 .',
  due: 'due .',
  report: 'report . --format md',
  find: 'find hearing --folder .',
  'plan import': 'plan import @/plan.csv .',
  'plan export': 'plan export . --format csv',
  'plan sync': 'plan sync .',
  'matrix import': 'matrix import @/matrix.csv .',
  'matrix export': 'matrix export . --format csv',
  'assessment export': 'assessment export . --format csv',
  'assessment import': 'assessment import @/sheet.csv .',
  pack: 'pack . --output @/out',
  'pack verify': 'pack verify @/pack',
  'standard show': 'standard show 3.2.4',
  'standard list': 'standard list .',
  'standard import': 'standard import @/controls.csv',
  'standard migrate': 'standard migrate next.yaml .',
  mcp: 'mcp .',
};

const beside = {
  'plan.csv': 'Ref,Action\n3.2.4,Ask about it\n',
  'matrix.csv': 'Ref,Element,Evidence,ES ref\n1.1.2,x,New item,ES 99\n',
  'sheet.csv': 'Ref,Element,Self,Assessor\n3.2.4,x,,Compliant\n',
  'controls.csv': 'ID,Title,Text\nA,Group,\nA.1,One,Is it so?\n',
};

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** @param out where the output goes: to us, to nobody, or to a disk that is full */
function runs(words: readonly string[], out: 'us' | 'nobody' | 'full' = 'us'): Promise<Ended> {
  const full = out === 'full' ? openSync('/dev/full', 'w') : undefined;
  return new Promise<Ended>((done, failed) => {
    const child = spawn(process.execPath, [command, ...words], { stdio: ['pipe', full ?? 'pipe', 'pipe'] });
    const said = { out: '', err: '' };
    if (out === 'nobody') child.stdout?.destroy();
    child.stdout?.setEncoding('utf8').on('data', (text: string) => void (said.out += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => void (said.err += text));
    // An assistant asks, and goes.
    const asked = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
    child.stdin?.end(words[0] === 'mcp' ? `${JSON.stringify(asked)}\n` : '');
    child.once('error', failed);
    child.once('close', (status) => done({ status, ...said }));
  }).finally(() => full !== undefined && closeSync(full));
}

describe('The output of every command', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  it('is tried', () => {
    deepEqual(Object.keys(printing).sort(), commands.map(({ name }) => name).sort());
  });

  for (const line of Object.values(printing))
    it(`may go to nobody, or to a full disk: ${line}`, async () => {
      const folder = sampleFolder();
      const sources = folderOf(beside);
      folder.write('next.yaml', readFileSync('schemas/standards/customer-service-excellence.yaml', 'utf8'));
      if (line.startsWith('pack verify'))
        equal(
          (await runs(['pack', folder.path, '--output', join(sources.path, 'pack'), '--write'])).status,
          0,
        );
      if (line.startsWith('diff'))
        for (const words of [
          'init --quiet',
          'add .',
          '-c user.name=A -c user.email=a@example.org commit --quiet -m a',
        ])
          execFileSync('git', words.split(' '), { cwd: folder.path });
      const words = line
        .split(' ')
        .map((word) => (word === '.' ? folder.path : word.replace(/^@/, sources.path)));
      const usual = await runs(words);
      ok(usual.out !== '', usual.err);
      const cut = await runs(words, 'nobody');
      deepEqual([cut.status, cut.err], [usual.status, usual.err]);
      const full = await runs(words, 'full');
      equal(full.status, 2, full.err);
      match(full.err, /the output cannot be written: the disk is full\. Make room on it, and try again\.\n/);
    });
});

describe('A command called in a folder that has gone', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  for (const line of ['check .', 'rate .', 'pack . --output @/out'])
    it(`says so: ${line}`, () => {
      const folder = folderOf({ 'gone/a.md': '' });
      const script = 'cd "$1" && rm -r "$1" && shift && exec "$@"';
      const words = line.split(' ').map((word) => word.replace(/^@/, folder.path));
      const { status, stderr } = spawnSync(
        'bash',
        ['-c', script, 'bash', join(folder.path, 'gone'), process.execPath, command, ...words],
        { encoding: 'utf8', input: '' },
      );
      equal(status, 2, stderr);
      match(stderr, /^evidence-portfolio: [^\n]*\n$/);
      ok(!/unexpected|E[A-Z]{4,}/.test(stderr.replaceAll(folder.path, '')), stderr);
    });
});
