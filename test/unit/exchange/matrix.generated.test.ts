/** Portfolios with anything in them as matrices of every format, into an empty folder, and out again. */
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { exportFormats } from '../../../server/core/plan/exchange/exportFormats';
import type { ExportFormat } from '../../../server/core/plan/exchange/exportFormats';
import { matrixSheet } from '../../../server/core/matrix/matrixSheet';
import { titleKey } from '../../../server/core/matrix/items';
import { refKey } from '../../../server/core/matrix/refs';
import type { Portfolio } from '../../../server/core/portfolio/portfolio';
import { exportMatrix, importMatrixFile } from '../../../server/exchange/matrixExchange';
import type { Files } from '../support/portfolioFiles';
import { at, indexOf } from '../support/portfolioFiles';
import { kinds } from '../../../server/core/frontMatter/keys';
import { yamlScalar } from '../../../server/words/yamlScalar';
import { runs } from '../support/runs';

const portfolioOf = (files: Files): Portfolio => indexOf(files).portfolioAt(at('portfolio.yaml'))!;

/** What a portfolio is of. */
interface Shape {
  readonly name: string;
  readonly manifest: string;
  readonly files: Files;
  /** Elements, as files write them. */
  readonly ids: readonly string[];
  /** Elements that get no evidence, and a group. */
  readonly missing: readonly string[];
}

const own = `title: Our own
levels: [Part, Element]
profiles: [{ id: core, title: Core }]
children:
  - id: A
    title: Part A
    children:
      - { id: A.1, text: 'One | two', profiles: [core] }
      - { id: A.2, text: '=1+1', profiles: [core] }
      - { id: A.10, text: Ten }
      - { id: '1.1.1', text: Shared, profiles: [core] }
`;

const shapes: readonly Shape[] = [
  {
    name: 'one standard',
    manifest: 'title: Anytown\nstandard: customer-service-excellence\n',
    files: {},
    ids: ['1.1.1', '1.1.2', '1.3.2', '3.2.4', '4.3.2', '5.2.5'],
    missing: ['2.1.1', '2.2.3', '4.2', '3.3.3'],
  },
  {
    name: 'two standards, one of them with a profile',
    manifest: 'title: Anytown\nstandards:\n  CSE: customer-service-excellence\n  OWN: { file: own.yaml, profile: core }\n',
    files: { 'own.yaml': own },
    ids: ['CSE:1.1.1', 'OWN:1.1.1', '3.2.4', 'A.1', 'OWN:A.10'],
    missing: ['OWN:A.2', '4.2.1', 'CSE:5', '3.3.3'],
  },
]; // prettier-ignore

const pieces = fc.constantFrom(
  ...['=', '+', '-', '@', "'", '"', ',', '; ', '|', '\\', '`', '*', '_', '<', '>', '&', '&amp;', '<b>', '</td>', ']]>'],
  ...['<!--', '_x0041_', '\u0001', '😀', 'é', '#', '1', ' 3.2.4 ', '31/03/2027', '50%', "'=1", 'ES 12 ', '1. ', '(a) '],
  ...['Customer survey', ' report', 'p. 4', '  ', '[a]', '(b)', '$(x)', '://', '@SUM(A1)', '%', '~', '!', '\u00A0'],
); // prettier-ignore
const text = fc.array(pieces, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
const name = fc
  .tuple(fc.integer({ min: 1, max: 999 }), text)
  .map(([number, said]) => `Item ${number} ${said}`);
const day = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
const attachment = fc
  .tuple(
    fc.constantFrom('attachments/', 'evidence/', ''),
    fc.constantFrom('a b', 'C', 'x-1', 'é', 'a (b)', 'p. 4 x', '100%'),
    fc.constantFrom('.pdf', '.xlsx', '.docx#page=4', '.pdf#page=12', '.xlsx#Sheet2!A1'),
  )
  .map(([folder, stem, ending]) => `../${folder === 'evidence/' ? 'evidence/' : folder}${stem}${ending}`);
const address = fc.constantFrom('https://example.org/a?b=c&d=1', 'https://example.org/a#page=4');
const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

interface Item {
  readonly title: string;
  readonly elements: readonly string[];
  readonly strongest: readonly string[];
  readonly ref: number | undefined;
  readonly kind: string | undefined;
  readonly owner: string | undefined;
  readonly status: string | undefined;
  readonly date: string | undefined;
  readonly reviewBy: string | undefined;
  readonly attachments: readonly string[];
  readonly notes: readonly string[];
}

const itemOf = ({ ids }: Shape): fc.Arbitrary<Item> =>
  fc
    .record({
      title: name,
      elements: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
      ref: optional(fc.integer({ min: 1, max: 99 })),
      kind: optional(fc.constantFrom(...Object.keys(kinds))),
      owner: optional(name),
      status: optional(fc.constantFrom('draft', 'in-review', 'approved')),
      date: optional(day),
      reviewBy: optional(day),
      attachments: fc.uniqueArray(fc.oneof(attachment, address), { maxLength: 3 }),
      notes: fc.uniqueArray(name, { maxLength: 3, selector: (line) => line.replace(/\s+/g, ' ').trim() }),
      best: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ best, ...one }) => ({ ...one, strongest: one.elements.slice(0, best) }));

/** Who is to find evidence, and what does not apply. */
const decisionsOf = ({ missing: [first = '', ...others] }: Shape): fc.Arbitrary<string> =>
  fc
    .tuple(
      optional(name),
      fc.array(optional(fc.array(name, { minLength: 1, maxLength: 2 })), { maxLength: 3 }),
    )
    .map(([reason, who]) => {
      const lines = who.flatMap((names, number) =>
        names ? [`  ${yamlScalar(others[number] ?? '')}: [${names.map(yamlScalar).join(', ')}]\n`] : [],
      );
      const not = `assessment:\n  ${yamlScalar(first)}: { applicable: false, reason: ${yamlScalar(reason ?? '')} }\n`;
      return (
        (reason === undefined ? '' : not) + (lines.length === 0 ? '' : `assignments:\n${lines.join('')}`)
      );
    });

const portfoliosOf = (shape: Shape): fc.Arbitrary<Readonly<Record<string, string>>> =>
  fc
    .tuple(
      fc.uniqueArray(itemOf(shape), {
        maxLength: 8,
        comparator: (one, other) =>
          titleKey(one.title) === titleKey(other.title) ||
          (one.ref !== undefined &&
            other.ref !== undefined &&
            refKey(`ES ${one.ref}`) === refKey(`ES ${other.ref}`)),
      }),
      decisionsOf(shape),
    )
    .map(([items, decisions]) => ({
      'portfolio.yaml': shape.manifest + decisions,
      ...Object.fromEntries(items.map((one, number) => [`evidence/file-${number}.md`, fileOf(one)])),
    }));

function fileOf(item: Item): string {
  const line = (key: string, value: string | undefined): string =>
    value === undefined ? '' : `${key}: ${yamlScalar(value)}\n`;
  const list = (key: string, values: readonly string[]): string =>
    values.length === 0 ? '' : `${key}:\n${values.map((value) => `  - ${yamlScalar(value)}\n`).join('')}`;
  const { title, elements, strongest, ref, kind, owner, status, date, reviewBy, attachments, notes } = item;
  const body = notes.map(
    (note) => `${note.replace(/[^\p{L}\p{N} ]/gu, '\\$&').replace(/\\(?=[^!-~])/g, '')}\n\n`,
  );
  return `---\n${line('title', title)}${list('elements', elements)}${list('strongest', strongest)}${line('ref', ref === undefined ? undefined : `ES ${ref}`)}${line('kind', kind)}${line('owner', owner)}${line('status', status)}${line('date', date)}${line('review-by', reviewBy)}${list('attachments', attachments)}---\n\n# A heading\n\n${body.join('')}`;
}

const cellsOf = (portfolio: Portfolio): readonly (readonly string[])[] =>
  matrixSheet(portfolio).rows.map(({ cells }) => cells);

/** The files that an import makes, by their paths. */
function imported(into: Portfolio, { ending, bytes }: Written): Readonly<Record<string, string>> {
  const outcome = importMatrixFile(into, `matrix.${ending}`, bytes);
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return Object.fromEntries(outcome.result.files.map(({ uri, text: said }) => [into.path(uri), said]));
}

interface Written {
  readonly ending: string;
  readonly bytes: Uint8Array;
}

function matrixOf(portfolio: Portfolio, format: ExportFormat): Written {
  const outcome = exportMatrix(portfolio, format);
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return { ending: format, bytes: outcome.result };
}

/** As it comes from the clipboard: the same cells, with tabs between them. */
function pasted(portfolio: Portfolio): Written {
  const csv = new TextDecoder().decode(matrixOf(portfolio, 'csv').bytes);
  // A spreadsheet puts marks around a cell only where it has lines.
  const text = csv.replace(/"((?:[^"]|"")*)"|,/g, (piece, inner: string | undefined) =>
    inner === undefined ? '\t' : inner.includes('\n') ? piece : inner.replaceAll('""', '"'),
  );
  return { ending: 'txt', bytes: new TextEncoder().encode(text) };
}

const ways: readonly (readonly [string, (portfolio: Portfolio) => Written])[] = [
  ...exportFormats.map((format) => [format, (one: Portfolio) => matrixOf(one, format)] as const),
  ['pasted text', pasted],
];

describe('portfolios with anything in them', () => {
  for (const shape of shapes)
    for (const [way, written] of ways)
      it(`come back from a matrix, cell for cell: ${way}, ${shape.name}`, () => {
        fc.assert(
          fc.property(portfoliosOf(shape), (files) => {
            const portfolio = portfolioOf({ ...shape.files, ...files });
            const file = written(portfolio);
            const empty = { ...shape.files, 'portfolio.yaml': shape.manifest };
            const made = { ...empty, ...imported(portfolioOf(empty), file) };
            const back = portfolioOf(made);
            deepEqual(cellsOf(back), cellsOf(portfolio));
            equal(Object.keys(imported(back, file)).length, 0, 'a second time, it changes nothing');
            equal(Object.keys(imported(portfolio, file)).length, 0, 'nor where it is from');
          }),
          { numRuns: runs(5) },
        );
      });
});
