/** Portfolios to measure with: the same files for the same number and seed, of the size and mixture that real ones have. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

/** Raised when the files below change, so that older ones are made anew. */
const edition = 4;

export interface Generated {
  readonly name: string;
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
}

interface Node {
  readonly id: string;
  readonly text?: string;
  readonly children?: readonly Node[];
}

/** Writes a portfolio of so many evidence files into a folder, unless it is there already. */
export function generatePortfolio(folder: string, files: number, seed = 1): Generated {
  const stamp = `${folder}.json`;
  const wanted = { edition, files, seed };
  if (existsSync(stamp) && existsSync(folder)) {
    const found = JSON.parse(readFileSync(stamp, 'utf8')) as typeof wanted & { bytes: number };
    if (JSON.stringify({ ...wanted, bytes: found.bytes }) === JSON.stringify(found))
      return { name: 'generated', folder, files, bytes: found.bytes };
  }
  rmSync(folder, { recursive: true, force: true });
  let bytes = 0;
  const write = (path: string, text: string): void => {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
    bytes += Buffer.byteLength(text);
  };
  const elements = readElements();
  const random = randomFrom(seed);
  for (let number = 0; number < files; number += 1)
    write(pathOf(number), evidence(number, files, elements, random));
  for (let number = 0; number < attachments; number += 1)
    write(`attachments/survey-${number}.pdf`, `survey ${number}`);
  write('portfolio.yaml', manifest);
  write('action-plan.md', actionPlan(elements));
  writeFileSync(stamp, JSON.stringify({ ...wanted, bytes }));
  return { name: 'generated', folder, files, bytes };
}

/** The file with this number: 200 to a folder, as no folder of a real portfolio holds thousands. */
export const pathOf = (number: number): string =>
  `evidence/${String(Math.floor(number / 200)).padStart(3, '0')}/evidence-${number}.md`;

const attachments = 50;

const manifest = `title: A generated portfolio
standard: customer-service-excellence
assessment-date: 2027-05-12
assessment:
  1.1.1: { self: compliant }
  1.1.2: { self: partial }
`;

function evidence(
  number: number,
  files: number,
  elements: readonly Node[],
  random: (below: number) => number,
): string {
  const named = [...new Set(Array.from({ length: 1 + random(3) }, () => elements[random(elements.length)]!))];
  const ids = named.map(({ id }) => id);
  // A few per cent of faults, each of a kind that people make.
  const fault = random(200);
  if (fault === 0) ids.push('3.2.99');
  if (fault === 1) ids.push(ids[0] ?? '');
  if (fault === 2) ids.push('3.2');
  const list = number % 3 === 0 ? ` [${ids.join(', ')}]` : `\n${ids.map((id) => `  - ${id}`).join('\n')}`;
  const year = fault === 3 || fault === 4 ? 2026 : 2027;
  const lines = [
    '---',
    `title: ${number % 7 === 0 ? `"Evidence ${number}: what we did"` : `Evidence ${number}, what we did`}`,
    `elements:${list}`,
    `ref: ES ${fault === 5 ? number + 1 : number}`,
    `kind: ${['document', 'data', 'testimony', 'observation'][number % 4]}`,
    ...(fault === 6 ? ['owners: Somebody'] : []),
    `owner: Manager of service ${number % 20}`,
    `status: ${fault === 7 ? 'aproved' : number % 25 === 0 ? 'draft' : 'approved'}`,
    `date: 2026-03-${String(1 + (number % 28)).padStart(2, '0')}`,
    `review-by: ${year}-0${1 + (number % 9)}-01`,
    ...(number % 5 === 0
      ? [
          `attachments: [${up(number)}attachments/survey-${number % attachments}.pdf] # checked when it was approved`,
        ]
      : []),
    '---',
    '',
    `# Evidence ${number}, what we did`,
    '',
    ...body(number, files, named, random, fault),
  ];
  return `${lines.join('\n')}\n`;
}

const up = (number: number): string => '../'.repeat(pathOf(number).split('/').length - 1);

function body(
  number: number,
  files: number,
  named: readonly Node[],
  random: (below: number) => number,
  fault: number,
): readonly string[] {
  const sections = named.flatMap(({ id, text = '' }, place) => [
    `## ${id} ${text.slice(0, 40)}`,
    '',
    ...Array.from({ length: 3 }, (_, part) => {
      const other = random(files);
      const target =
        fault === 8 && place === 0 && part === 0
          ? 'nowhere/at-all.md'
          : `${up(number)}${pathOf(other)}${part === 1 ? '#results' : ''}`;
      return `${sentences(random, 2)} See [what we did in ${2020 + part}](${target}). ${sentences(random, 1)}\n`;
    }),
    ...['feedback', 'data', 'staff'].map((word) => `- **${word}**: ${sentences(random, 1)}`),
    '',
  ]);
  return [
    sentences(random, 3),
    '',
    ...sections,
    '## Results',
    '',
    '| Measure | 2025 | 2026 |',
    '|---|---:|---:|',
    ...Array.from(
      { length: 5 },
      (_, row) => `| Measure ${row} | ${80 + random(20)}% | ${80 + random(20)}% |`,
    ),
    '',
    sentences(random, 4),
  ];
}

const phrases = [
  'The service asks customers each quarter what they think, and publishes the answers.',
  'Of 612 people asked, 587 said that they were told in time – more than the year before.',
  'Staff meet every Monday to read what customers wrote, and agree what to change.',
  'Where we fell short we said so, put it right and wrote to those who were affected.',
  'The results are in every branch, on the website and in the newsletter.',
  'Partners see the same figures, and the board looks at them twice a year.',
];
const sentences = (random: (below: number) => number, number: number): string =>
  Array.from({ length: number }, () => phrases[random(phrases.length)]).join(' ');

const actionPlan = (elements: readonly Node[]): string =>
  [
    '# Action plan',
    '',
    '| Ref No. | Criteria / Action | Responsibility | Target Completion Date | Progress | Comments |',
    '| --- | --- | --- | --- | --- | --- |',
    ...elements
      .filter((_, place) => place % 3 === 0)
      .map(
        ({ id, text = '' }, place) =>
          `| ${id} | ${text.replace(/\s+/g, ' ')} | Manager of service ${place % 20} | 31 March 2027 | in progress | |`,
      ),
    '',
  ].join('\n');

function readElements(): readonly Node[] {
  const standard = parse(readFileSync('schemas/standards/customer-service-excellence.yaml', 'utf8'), {
    schema: 'failsafe',
  }) as Node;
  const leaves = (node: Node): readonly Node[] =>
    node.children && node.children.length > 0 ? node.children.flatMap(leaves) : [node];
  return leaves(standard);
}

/** Numbers from 0 to below a limit, the same ones for the same seed: the generator of Park and Miller. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed % 2147483647 || 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
