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
import { at, indexOf } from '../support/portfolioFiles';
import { yamlScalar } from '../../../server/words/yamlScalar';

const manifest = { 'portfolio.yaml': 'title: Anytown\nstandard: customer-service-excellence\n' };
const portfolioOf = (files: Readonly<Record<string, string>>): Portfolio =>
  indexOf({ ...manifest, ...files }).portfolioAt(at('portfolio.yaml'))!;

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
const ids = ['1.1.1', '1.1.2', '1.3.2', '3.2.4', '4.3.2', '5.2.5'];
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
  readonly owner: string | undefined;
  readonly status: string | undefined;
  readonly date: string | undefined;
  readonly reviewBy: string | undefined;
  readonly attachments: readonly string[];
  readonly notes: readonly string[];
}

const item: fc.Arbitrary<Item> = fc
  .record({
    title: name,
    elements: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
    ref: optional(fc.integer({ min: 1, max: 99 })),
    owner: optional(name),
    status: optional(fc.constantFrom('draft', 'in-review', 'approved')),
    date: optional(day),
    reviewBy: optional(day),
    attachments: fc.uniqueArray(fc.oneof(attachment, address), { maxLength: 3 }),
    notes: fc.uniqueArray(name, { maxLength: 3, selector: (line) => line.replace(/\s+/g, ' ').trim() }),
    isStrongest: fc.boolean(),
  })
  .map(({ isStrongest, ...one }) => ({ ...one, strongest: isStrongest ? one.elements.slice(0, 1) : [] }));

const portfolios = fc
  .uniqueArray(item, {
    maxLength: 8,
    comparator: (one, other) =>
      titleKey(one.title) === titleKey(other.title) ||
      (one.ref !== undefined &&
        other.ref !== undefined &&
        refKey(`ES ${one.ref}`) === refKey(`ES ${other.ref}`)),
  })
  .map((items) =>
    portfolioOf(Object.fromEntries(items.map((one, number) => [`evidence/file-${number}.md`, fileOf(one)]))),
  );

function fileOf({
  title,
  elements,
  strongest,
  ref,
  owner,
  status,
  date,
  reviewBy,
  attachments,
  notes,
}: Item): string {
  const line = (key: string, value: string | undefined): string =>
    value === undefined ? '' : `${key}: ${yamlScalar(value)}\n`;
  const list = (key: string, values: readonly string[]): string =>
    values.length === 0 ? '' : `${key}:\n${values.map((value) => `  - ${yamlScalar(value)}\n`).join('')}`;
  const body = notes.map(
    (note) => `${note.replace(/[^\p{L}\p{N} ]/gu, '\\$&').replace(/\\(?=[^!-~])/g, '')}\n\n`,
  );
  return `---\n${line('title', title)}${list('elements', elements)}${list('strongest', strongest)}${line('ref', ref === undefined ? undefined : `ES ${ref}`)}${line('owner', owner)}${line('status', status)}${line('date', date)}${line('review-by', reviewBy)}${list('attachments', attachments)}---\n\n# A heading\n\n${body.join('')}`;
}

const cellsOf = (portfolio: Portfolio): readonly (readonly string[])[] =>
  matrixSheet(portfolio).rows.map(({ cells }) => cells);

/** The files that an import makes, by their paths. */
function imported(into: Portfolio, format: ExportFormat, file: Uint8Array): Readonly<Record<string, string>> {
  const outcome = importMatrixFile(into, `matrix.${format}`, file);
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return Object.fromEntries(outcome.result.files.map(({ uri, text: said }) => [into.path(uri), said]));
}

function matrixOf(portfolio: Portfolio, format: ExportFormat): Uint8Array {
  const outcome = exportMatrix(portfolio, format);
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return outcome.result;
}

describe('portfolios with anything in them', () => {
  for (const format of exportFormats)
    it(`come back from a matrix as ${format}, cell for cell`, () => {
      fc.assert(
        fc.property(portfolios, (portfolio) => {
          const file = matrixOf(portfolio, format);
          const back = portfolioOf(imported(portfolioOf({}), format, file));
          deepEqual(cellsOf(back), cellsOf(portfolio));
          equal(Object.keys(imported(back, format, file)).length, 0, 'a second time, it changes nothing');
          equal(Object.keys(imported(portfolio, format, file)).length, 0, 'nor where it is from');
        }),
        { numRuns: 25 },
      );
    });
});
