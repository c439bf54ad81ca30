/** `check` as a whole process, beside linters of Markdown and beside only reading the files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { median, megabytes, microseconds, milliseconds, ratio, table } from './figures';
import type { Peers } from './peers';
import type { Command } from './wholeProcess';
import { measureInTurn } from './wholeProcess';

/** A folder that is checked. */
export interface Checked {
  readonly name: string;
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
}

export interface CheckFigures {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  /** Medians per program. */
  readonly programs: Readonly<Record<string, ProgramFigures>>;
}

interface ProgramFigures {
  readonly milliseconds: number;
  /** Of the processor, in milliseconds; NaN where the system does not tell, as below. */
  readonly worked: number;
  readonly peakBytes: number;
}

const ours = 'evidence-portfolio check';
const yardstick = 'rumdl (links only)';

export async function benchCheck(
  portfolios: readonly Checked[],
  peers: Peers,
  rounds: number,
  tell: (text: string) => void,
): Promise<{ readonly figures: readonly CheckFigures[]; readonly text: string }> {
  const figures = await figuresOf(portfolios, peers, rounds, tell);
  return { figures, text: [...figures.map(asText), growthAsText(figures)].join('\n\n') };
}

/** The same of texts that others have written, of which no size follows from another. */
export async function benchRealText(
  corpora: readonly Checked[],
  peers: Peers,
  rounds: number,
  tell: (text: string) => void,
): Promise<{ readonly figures: readonly CheckFigures[]; readonly text: string }> {
  const figures = await figuresOf(corpora, peers, rounds, tell);
  return { figures, text: figures.map(asText).join('\n\n') };
}

async function figuresOf(
  portfolios: readonly Checked[],
  peers: Peers,
  rounds: number,
  tell: (text: string) => void,
): Promise<readonly CheckFigures[]> {
  const figures: CheckFigures[] = [];
  for (const portfolio of portfolios) {
    tell(`check of ${portfolio.name}: ${portfolio.files} files`);
    const commands = commandsFor(portfolio, peers);
    const runs = await measureInTurn(commands, rounds, tell);
    const programs = Object.fromEntries(
      [...runs].map(([name, all]) => [
        name,
        {
          milliseconds: median(all.map((run) => run.milliseconds)),
          worked: median(all.map((run) => run.worked ?? NaN)),
          peakBytes: median(all.map((run) => run.peakBytes ?? NaN)),
        },
      ]),
    );
    figures.push({ name: portfolio.name, files: portfolio.files, bytes: portfolio.bytes, programs });
  }
  return figures;
}

/** What one file more costs, from each size to the next: the start of the process is in both and falls out. */
function growthAsText(figures: readonly CheckFigures[]): string {
  const rows = figures.slice(1).map((figure, at) => {
    const before = figures[at];
    const cost = (name: string): string => {
      const from = before?.programs[name]?.milliseconds ?? NaN;
      const to = figure.programs[name]?.milliseconds ?? NaN;
      return microseconds((to - from) / (figure.files - (before?.files ?? 0)));
    };
    return [`from ${before?.files ?? 0} to ${figure.files} files`, cost(ours), cost(yardstick)];
  });
  return table(['one file more', ours, yardstick], rows);
}

function asText({ name, files, bytes, programs }: CheckFigures): string {
  const base = programs[yardstick];
  return [
    `${name}: ${files} files, ${megabytes(bytes)}`,
    '',
    table(
      ['whole process', 'median', `to ${yardstick}`, 'processor', `to ${yardstick}`, 'peak memory'],
      Object.entries(programs).map(([program, figure]) => [
        program,
        milliseconds(figure.milliseconds),
        ratio(figure.milliseconds, base?.milliseconds ?? NaN),
        milliseconds(figure.worked),
        ratio(figure.worked, base?.worked ?? NaN),
        megabytes(figure.peakBytes),
      ]),
    ),
  ].join('\n');
}

function commandsFor({ folder, files }: Checked, peers: Peers): readonly Command[] {
  const node = process.execPath;
  const all: readonly Command[] = [
    {
      name: ours,
      program: node,
      arguments: [resolve('dist/cli.js'), 'check', '.', '--today', '2026-11-21'],
      folder,
    },
    {
      name: yardstick,
      program: peers.rumdl,
      arguments: ['check', '--no-cache', '--enable', 'MD057', '.'],
      folder,
    },
    {
      name: 'markdown-it, and a look for each link',
      program: node,
      arguments: [resolve('test/bench/markdownIt.mjs'), '.', peers.path('markdown-it')],
      folder,
      runs: 3,
    },
    {
      name: 'cat of the same files',
      program: 'sh',
      arguments: ['-c', "find . -name '*.md' -print0 | xargs -0 cat > /dev/null"],
      folder,
    },
    {
      name: 'node, listing and reading only',
      program: node,
      arguments: [resolve('test/bench/readOnly.mjs'), '.'],
      folder,
    },
    {
      name: 'node with nothing to do',
      program: node,
      arguments: ['-e', '0'],
      folder,
    },
    {
      name: 'markdownlint-cli2',
      program: node,
      arguments: [peers.path('markdownlint-cli2', 'markdownlint-cli2-bin.mjs'), '**/*.md'],
      folder,
      runs: files > 1000 ? 1 : 3,
    },
    {
      name: 'remark-cli, front matter schema',
      program: node,
      arguments: [
        peers.path('remark-cli', 'cli.js'),
        '.',
        '--quiet',
        '--no-stdout',
        '--rc-path',
        remarkSettings(peers),
      ],
      folder,
      runs: files > 1000 ? 1 : 3,
    },
  ];
  // At 100,000 files the linters written in JavaScript take from minutes to a quarter of an hour, and tell nothing new.
  return files > 10_000 ? all.slice(0, 6) : all;
}

/** The settings of remark, its plug-ins named by their places as the portfolio is elsewhere. */
function remarkSettings(peers: Peers): string {
  const file = peers.path('..', 'remarkrc.json');
  const schema = peers.path('..', 'evidence.schema.yaml');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    schema,
    'type: object\nproperties:\n  title: { type: string }\n  status: { enum: [draft, in-review, approved, withdrawn] }\n',
  );
  writeFileSync(
    file,
    JSON.stringify({
      plugins: [
        join(peers.path('remark-frontmatter'), 'index.js'),
        [
          peers.path('remark-lint-frontmatter-schema', 'dist', 'index.js'),
          { schemas: { [schema]: ['**/*.md'] } },
        ],
      ],
    }),
  );
  return file;
}
