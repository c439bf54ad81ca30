/**
 * Every command on a folder in which something cannot be read, is no text or goes while it is read: it is told, and all else
 * is as it would be without.
 */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as fs from 'node:fs';
import node from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../../server/cli/commands';
import type { Fault } from '../support/faults';
import { another, faults, late } from '../support/faults';
import { asking } from './asking';
import { gitIn } from './gitRepository';
import { asNobody, give } from './nobody';
import type { Run } from './support';
import { evidence, folderWith, removeFolders, run } from './support';

const portfolio = {
  'portfolio.yaml': 'title: T\nrules: { element-uncovered: off }\nassessment: { 1.1.1: { self: partial } }\n',
  'a.md': evidence('[3.2.4]', 'ref: ES 1\nowner: Ms Gray\nreview-by: 2026-12-01\n'),
  'b.md': evidence('[1.1.1, 1.1.1]', 'ref: ES 2\nattachments: [x.pdf]\n'),
  'x.pdf': '%PDF-1.7',
  'next.yaml':
    'title: CSE\nedition: "2"\nretired: { 3.2.4: B.1, 1.1.1: B.2 }\nchildren:\n  - { id: B.1, text: One }\n  - { id: B.2, text: Two }\n',
  'action-plan.md':
    '---\ntype: action-plan\n---\n\n| Ref | Action | Target |\n| --- | --- | --- |\n| 1.1.1 | Ask | 2027-01-01 |\n',
};

const sources = {
  'plan.csv': 'Ref,Action\n3.2.4,Ask about it\n',
  'matrix.csv': 'Ref,Element,Evidence,ES ref\n1.1.2,x,New item,ES 9\n',
  'sheet.csv': 'Ref,Element,Self,Assessor\n3.2.4,x,,Compliant\n',
  'controls.csv': 'ID,Title,Text\nA,Group,\nA.1,One,Is it so?\n',
  'notes.md': 'Hearing loops.\n',
};

/** What is tried of each command: `.` is the folder, `@` one for sources and results beside it. */
const tries: Readonly<Record<string, readonly string[]>> = {
  check: ['check .', 'check . --format json', 'check --fix .'],
  coverage: ['coverage .', 'coverage . --format json'],
  rate: ['rate .', 'rate 3.2.4 partial .'],
  'what-if': ['what-if . --withdrawn a.md'],
  diff: ['diff HEAD .'],
  show: ['show 3.2.4 .'],
  due: ['due .'],
  report: ['report . --format md', 'report . --output @/out.docx'],
  find: ['find hearing --folder .', 'find --for @/notes.md --folder .'],
  'plan import': ['plan import @/plan.csv . --write'],
  'plan export': ['plan export . --format csv'],
  'plan sync': ['plan sync . --write'],
  'matrix import': ['matrix import @/matrix.csv . --write'],
  'matrix export': ['matrix export . --format csv', 'matrix export . --output @/out.xlsx'],
  'assessment export': ['assessment export . --format csv'],
  'assessment import': ['assessment import @/sheet.csv . --write'],
  pack: ['pack . --output @/out', 'pack . --output @/out.zip --write'],
  'pack verify': ['pack verify PACK'],
  'standard show': ['standard show 3.2.4'],
  'standard list': ['standard list .'],
  'standard import': ['standard import @/controls.csv'],
  'standard migrate': ['standard migrate next.yaml . --write'],
  // Asked below, as an assistant does.
  mcp: [],
};

/** What asks nothing of the portfolio's evidence. */
const isOfTheStandard = (line: string): boolean =>
  /^(?:find|rate 3|standard (?!migrate)|pack verify)/.test(line);

let pack = '';

interface Outcome extends Run {
  /** Paths of what was written, and what it holds; of what has gone, undefined. */
  readonly written: Readonly<Record<string, string | undefined>>;
}

/** What regular files hold, but git’s; of what is no ordinary file or large, only that it is there. */
function heldIn(folder: string, below = ''): Readonly<Record<string, string>> {
  const held: Record<string, string> = {};
  for (const entry of fs.readdirSync(join(folder, below), { withFileTypes: true, encoding: 'utf8' })) {
    const path = `${below}${entry.name}`;
    // Longer paths than any call takes are not looked into, and what happens late has not happened.
    if (path === '.git' || path.length > 300 || path.includes('\uFFFD')) continue;
    if (entry.isDirectory()) Object.assign(held, heldIn(folder, `${path}/`));
    else if (!entry.isFile()) held[path] = 'no file';
    else {
      const { size } = fs.statSync(join(folder, path));
      held[path] = size > 1_000_000 ? String(size) : fs.readFileSync(join(folder, path), 'latin1');
    }
  }
  return held;
}

const changesIn = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((path) => before[path] !== after[path])
      .map((path) => [path, after[path]]),
  );

function wordsOf(line: string, folder: string, beside: string): readonly string[] {
  return line
    .split(' ')
    .map((word) => (word === '.' ? folder : word === 'PACK' ? pack : word.replace(/^@/, beside)));
}

/** Runs a command on the portfolio with a fault in it, or with none. */
async function outcomeOf(line: string, fault?: Fault): Promise<Outcome> {
  const folder = folderWith(portfolio);
  const beside = folderWith(sources);
  if (line.startsWith('diff')) {
    gitIn(folder, 'init', '--quiet');
    gitIn(folder, 'add', '.');
    gitIn(folder, 'commit', '--quiet', '--message', 'One');
  }
  fault?.make(folder);
  const before = heldIn(folder);
  const act = () => run(wordsOf(line, folder, beside));
  if (fault?.isForOthers) [folder, beside].forEach(give);
  const { status, out, err } = await (fault?.isForOthers ? asNobody(act) : act());
  const plain = (text: string): string => text.replaceAll(folder, 'FOLDER').replaceAll(beside, 'BESIDE');
  fs.rmSync(`${folder}-outside`, { recursive: true, force: true });
  return { status, out: plain(out), err: plain(err), written: changesIn(before, heldIn(folder)) };
}

const usual = new Map<string, Promise<Outcome>>();
function usually(line: string): Promise<Outcome> {
  const known = usual.get(line) ?? outcomeOf(line);
  usual.set(line, known);
  return known;
}

/** All else is as it is without the fault, and of the fault is told what there is to tell. */
async function holds(
  line: string,
  { says, brings = [] }: Pick<Fault, 'says' | 'brings'>,
  ended: Outcome,
): Promise<void> {
  const expected = await usually(line);
  const { status, out, err, written } = ended;
  ok(!err.includes('unexpected fault'), err);
  if (brings.length > 0) deepEqual(Object.keys(written), Object.keys(expected.written));
  else deepEqual(written, expected.written);
  if (!says) equal(err, expected.err);
  else if (!isOfTheStandard(line)) for (const words of says) match(out + err, words);
  if (brings.length > 0) return;
  equal(status, says && /^(?:check|diff)/.test(line) ? 1 : expected.status, err);
  // What is told there is a finding, or is counted as one.
  if (!says || !/^(?:check|diff|standard migrate)/.test(line)) equal(out, expected.out);
}

describe('A folder in which something is not as it should be', function () {
  before(async () => {
    pack = join(fs.mkdtempSync(join(tmpdir(), 'evidence-portfolio-')), 'pack');
    const { status, err } = await run(['pack', folderWith(portfolio), '--output', pack, '--write']);
    equal(status, 0, err);
    give(join(pack, '..'));
  });
  after(() => {
    fs.rmSync(join(pack, '..'), { recursive: true });
    usual.clear();
  });
  afterEach(removeFolders);

  it('is tried with every command', () => {
    deepEqual(Object.keys(tries).sort(), commands.map(({ name }) => name).sort());
  });

  for (const fault of faults)
    describe(fault.name, () => {
      before(function () {
        if (process.platform !== 'linux') this.skip();
      });

      for (const line of Object.values(tries).flat())
        it(`is met by ${line}`, async () => holds(line, fault, await outcomeOf(line, fault)));

      it('leaves the other evidence as it is, and brings its own where it is read', async () => {
        const { out } = await outcomeOf('coverage . --format json', fault);
        const paths = evidenceFor(out, '4.1.1').map((path) =>
          path.startsWith('dddd') ? 'evidence.md' : path,
        );
        deepEqual([...paths].sort(), [...(fault.brings ?? [])].sort());
      });

      it('is told to assistants', async () => {
        const folder = folderWith(portfolio);
        fault.make(folder);
        give(folder);
        const act = async (): Promise<string> => {
          const ask = await asking(folder);
          return `${(await ask('show_overview')).text}\n${(await ask('list_findings')).text}`;
        };
        const told = await (fault.isForOthers ? asNobody(act) : act());
        fs.rmSync(`${folder}-outside`, { recursive: true, force: true });
        for (const words of fault.says ?? []) match(told, words);
      });
    });

  for (const { name, happens, says } of late)
    describe(`${name} while it is read`, () => {
      before(function () {
        if (process.platform !== 'linux') this.skip();
      });

      for (const line of Object.values(tries)
        .flat()
        .filter((one) => !/^(?:diff|pack verify|standard (?!list|migrate))/.test(one)))
        it(`is met by ${line}`, async () => {
          const expected = await usually(line);
          const make = (folder: string): void => {
            fs.writeFileSync(join(folder, 'late.md'), another);
            fs.mkdirSync(join(folder, 'late'));
            fs.writeFileSync(join(folder, 'late/c.md'), another);
          };
          const { ended, hasHappened } = await onceListed(happens, () => outcomeOf(line, { name, make }));
          ok(hasHappened, 'Nothing was listed.');
          const written = Object.fromEntries(
            Object.entries(ended.written).filter(([path]) => !path.startsWith('late')),
          );
          await holds(line, says ? { says } : {}, { ...ended, written });
          ok(expected);
        });
    });
});

/** Has something happen after the first look at a folder of ours. */
async function onceListed<Ended>(
  happens: (folder: string) => void,
  act: () => Promise<Ended>,
): Promise<{ readonly ended: Ended; readonly hasHappened: boolean }> {
  const { readdirSync } = fs;
  let hasHappened = false;
  const real = readdirSync as (...given: readonly unknown[]) => unknown;
  const hooked = (place: unknown, options: unknown): unknown => {
    const listed = real(place, options);
    // What the test itself looks at comes with an encoding.
    const isOurs = typeof options === 'object' && options !== null && !('encoding' in options);
    if (!hasHappened && isOurs && typeof place === 'string' && fs.existsSync(join(place, 'late.md'))) {
      hasHappened = true;
      happens(place);
    }
    return listed;
  };
  Object.assign(node, { readdirSync: hooked });
  syncBuiltinESMExports();
  try {
    return { ended: await act(), hasHappened };
  } finally {
    Object.assign(node, { readdirSync });
    syncBuiltinESMExports();
  }
}

function evidenceFor(json: string, element: string): readonly string[] {
  const { portfolios } = JSON.parse(json) as {
    readonly portfolios: readonly {
      readonly coverage: {
        readonly elements: Readonly<Record<string, { readonly evidence: readonly string[] }>>;
      };
    }[];
  };
  const { elements } = portfolios[0]?.coverage ?? { elements: {} };
  deepEqual(elements['3.2.4']?.evidence, ['a.md']);
  deepEqual(elements['1.1.1']?.evidence, ['b.md']);
  return (elements[element]?.evidence ?? []).map((path) => path.replace(/^(?:d+\/)+/, ''));
}
