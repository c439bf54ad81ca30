/** Our language server with standards of other sizes: what they cost until it answers, and at each keystroke. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { milliseconds, percentile, ratio, table } from './figures';
import { pathOf } from './generate';
import type { ServerCommand } from './languageServer';
import { measureServer } from './languageServer';

export interface LargeRow {
  readonly standard: string;
  readonly elements: number;
  /** Bytes of its file; 0 for the built-in one. */
  readonly bytes: number;
  /** Milliseconds from the start until the first diagnostics, of each round. */
  readonly open: readonly number[];
  readonly change: { readonly p50: number; readonly p99: number };
  /** Keystrokes of an ID below `elements`. */
  readonly inElements: { readonly p50: number; readonly p99: number };
  readonly completion: { readonly p50: number; readonly p99: number };
  /** The first question for references to an ID. */
  readonly references: number;
  readonly residentBytes: number | undefined;
}

interface Portfolio {
  readonly name: string;
  readonly folder: string;
  readonly elements: number;
  readonly bytes: number;
}

/** @param place where the portfolios are written */
export async function benchLarge(
  place: string,
  runs: number,
  keystrokes: number,
  tell: (text: string) => void,
): Promise<{ readonly rows: readonly LargeRow[]; readonly text: string }> {
  const portfolios = portfoliosIn(place);
  const measured = new Map<Portfolio, Awaited<ReturnType<typeof measureServer>>[]>();
  // In turn, so that what else the machine does falls on all of them.
  for (let round = 0; round < runs; round++)
    for (const portfolio of portfolios) {
      tell(`${portfolio.name}, round ${round + 1}`);
      const figures = await measureServer(server, resolve(portfolio.folder), keystrokes, idTyped);
      measured.set(portfolio, [...(measured.get(portfolio) ?? []), figures]);
    }
  const rows = portfolios.map(({ name, elements, bytes }, at): LargeRow => {
    const rounds = measured.get(portfolios[at] ?? { name, folder: '', elements, bytes }) ?? [];
    const shares = (times: readonly number[]) => ({
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
    });
    return {
      standard: name,
      elements,
      bytes,
      open: rounds.map(({ open }) => open),
      change: shares(rounds.flatMap(({ changes }) => changes)),
      inElements: shares(rounds.flatMap(({ idChanges }) => idChanges)),
      completion: shares(rounds.flatMap(({ answers }) => answers.get('completion') ?? [])),
      references: percentile(
        rounds.map(({ answers }) => answers.get('references')?.[0] ?? NaN),
        0.5,
      ),
      residentBytes: rounds.at(-1)?.residentBytes,
    };
  });
  return { rows, text: asText(rows) };
}

/** Of an element of each of the standards for which there is no evidence: what the manifest is told changes with it. */
const idTyped = '4.2.3';

const server: ServerCommand = {
  name: 'evidence-portfolio',
  program: process.execPath,
  arguments: ['--max-semi-space-size=4', resolve('dist/server.js'), '--stdio'],
  tellsAll: true,
  questions: [
    {
      name: 'references',
      method: 'textDocument/references',
      at: { before: /\d\.\d\./ },
      times: 1,
      more: { context: { includeDeclaration: true } },
    },
    { name: 'completion', method: 'textDocument/completion', at: { before: /\n {2}- \d/ }, times: 300 },
  ],
};

const asText = (rows: readonly LargeRow[]): string => {
  const base = Math.min(...(rows[0]?.open ?? [NaN]));
  return table(
    [
      'standard',
      'elements',
      'file',
      'first diagnostics',
      'to the built-in one',
      'change p50',
      'p99',
      'in elements p50',
      'p99',
      'completion p50',
      'p99',
      'first references',
    ],
    rows.map((row) => [
      row.standard,
      String(row.elements),
      row.bytes === 0 ? '–' : `${(row.bytes / 1e6).toFixed(1)} MB`,
      milliseconds(Math.min(...row.open)),
      ratio(Math.min(...row.open), base),
      milliseconds(row.change.p50),
      milliseconds(row.change.p99),
      milliseconds(row.inElements.p50),
      milliseconds(row.inElements.p99),
      milliseconds(row.completion.p50),
      milliseconds(row.completion.p99),
      milliseconds(row.references),
    ]),
  );
};

interface Node {
  readonly id: string;
  readonly text?: string;
  readonly keywords?: unknown;
  readonly guidance?: readonly string[];
  readonly children?: readonly Node[];
}

const source = 'schemas/standards/customer-service-excellence.yaml';

/** The built-in standard, and copies of it below each other, under numbers of their own. */
function portfoliosIn(place: string): readonly Portfolio[] {
  const builtIn = parse(readFileSync(source, 'utf8'), { schema: 'failsafe' }) as { children: Node[] };
  const many = manyOf(builtIn, 21, true);
  return [
    portfolioIn(place, 'the built-in one', builtIn, undefined),
    portfolioIn(place, '1,200 elements, YAML', many, stringify(many, { aliasDuplicateObjects: false })),
    portfolioIn(place, '1,200 elements, JSON', many, JSON.stringify(many, undefined, 2)),
    portfolioIn(
      place,
      '5,000 elements, YAML',
      manyOf(builtIn, 88, false),
      stringify(manyOf(builtIn, 88, false), { aliasDuplicateObjects: false }),
    ),
  ];
}

function portfolioIn(
  place: string,
  name: string,
  { children }: { readonly children: readonly Node[] },
  text: string | undefined,
): Portfolio {
  const folder = join(place, `standard-${name.replace(/\W+/g, '-')}`);
  const file = text?.startsWith('{') ? 'large.json' : 'large.yaml';
  const write = (path: string, written: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), written);
  };
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  if (text !== undefined) write(file, text);
  write(
    'portfolio.yaml',
    `title: P\nstandard: ${text === undefined ? 'customer-service-excellence' : file}\n`,
  );
  for (let number = 0; number < 100; number++) write(pathOf(number), evidence(number));
  return { name, folder, elements: elementsIn(children), bytes: Buffer.byteLength(text ?? '') };
}

const evidence = (number: number): string =>
  `---\ntitle: E${number}\nelements:\n  - ${1 + (number % 5)}.1.${1 + (number % 2)}\nref: ES ${number}\n---\n\n# E${number}\n\nText of it.\n`;

function manyOf<Standard extends { readonly children: readonly Node[] }>(
  standard: Standard,
  copies: number,
  isWhole: boolean,
): Standard {
  const copied = ({ id, text, keywords, guidance, children, ...node }: Node, copy: number): Node => ({
    ...node,
    id: id.replace(/^\d+/, (digits) => String(Number(digits) + 5 * copy)),
    ...(text === undefined ? {} : { text: `${text} Copy ${copy}, on topic ${copy * 7}.` }),
    ...(keywords === undefined || !isWhole ? {} : { keywords }),
    ...(guidance === undefined ? {} : { guidance: isWhole ? guidance : guidance.slice(0, 1) }),
    ...(children === undefined ? {} : { children: children.map((child) => copied(child, copy)) }),
  });
  const children = Array.from({ length: copies }, (_, copy) =>
    standard.children.map((child) => copied(child, copy)),
  ).flat();
  return { ...standard, title: 'A large standard', retired: {}, children };
}

const elementsIn = (nodes: readonly Node[]): number =>
  nodes.reduce((sum, { children }) => sum + (children?.length ? elementsIn(children) : 1), 0);
