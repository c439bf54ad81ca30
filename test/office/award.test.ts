/**
 * The award of an assessor's workbook counts by itself: a rating is written into the file as an assessor would, LibreOffice
 * opens it, and what it counts is what the portfolio says once the same file has been imported. Needs `soffice`.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { assessmentSheet, ratedSheets } from '../../server/core/assessor/assessmentSheet';
import { awardSheet } from '../../server/core/assessor/awardSheet';
import type { Portfolio } from '../../server/core/portfolio/portfolio';
import { exportAssessment, importAssessmentFile } from '../../server/exchange/assessmentExchange';
import { indexOf } from '../unit/support/portfolioFiles';

const portfolioOf = (manifest: string, more: Readonly<Record<string, string>> = {}): Portfolio =>
  indexOf({ 'portfolio.yaml': manifest, ...more }).portfolios()[0]!;

/** What the award sheet comes to, as we count it. */
const counted = (portfolio: Portfolio): readonly (readonly string[])[] =>
  awardSheet(portfolio.standards[0], ratedSheets(portfolio)[0]!.rated)!.rows.map((row) =>
    row.map((cell) =>
      'text' in cell
        ? cell.text
        : cell.kind === 'percent'
          ? String(Math.round(cell.value * 10000) / 100)
          : String(cell.value),
    ),
  );

const cse =
  'standard: customer-service-excellence\nassessment:\n  3.3.3: { applicable: false, reason: None }\n';
const oddStandard = `title: Odd
levels: [Element]
ratings: [{ id: a, title: '=1+1 "A*"' }, { id: b, title: 'B & <C>?' }, { id: c, title: "C's ~" }]
award: { rating: b, percent: 66.7 }
children:
  - { id: A1, text: One }
  - { id: A2, text: Two }
  - { id: A3, text: Three }
`;

describe('the award of a workbook', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'evidence-portfolio-award-'))));
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function convert(bytes: Uint8Array, from: string, to: string, made: string): string {
    writeFileSync(join(folder, `a.${from}`), bytes);
    const home = `-env:UserInstallation=file://${join(folder, '.office')}`;
    execFileSync('soffice', [home, '--headless', '--convert-to', to, '--outdir', folder, join(folder, `a.${from}`)], { stdio: 'ignore' }); // prettier-ignore
    return readFileSync(join(folder, made), 'utf8');
  }

  /** The second sheet as LibreOffice shows it. */
  function awardIn(bytes: Uint8Array, from: string): readonly (readonly string[])[] {
    const csv = convert(bytes, from, 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,2', 'a-Award.csv'); // prettier-ignore
    return csv
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t').map((cell) => cell.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"')))
      .map((cells) => (cells.every((cell) => cell === '') ? [] : cells))
      .map((cells) => (cells.slice(1).every((cell) => cell === '') ? cells.slice(0, 1) : cells));
  }

  /** Without what we have counted: a program that opens it has to count. */
  function uncounted(bytes: Uint8Array, from: string): Uint8Array {
    const parts = unzipSync(bytes);
    const path = from === 'xlsx' ? 'xl/worksheets/sheet2.xml' : 'content.xml';
    const xml = strFromU8(parts[path]!);
    const bare =
      from === 'xlsx'
        ? xml.replace(/<\/f><v>[^<]*<\/v>/g, '</f>')
        : xml.replace(
            /(table:formula="[^"]*") office:value-type="[^"]*" office:(?:string-)?value="[^"]*"><text:p>[^<]*<\/text:p>/g,
            '$1>',
          );
    ok(bare.length < xml.length);
    return zipSync({ ...parts, [path]: strToU8(bare) });
  }

  /** A workbook in which the assessor's cells of some rows say something. */
  function rated(bytes: Uint8Array, from: string, words: (row: number) => string | undefined): Uint8Array {
    const parts = unzipSync(bytes);
    const path = from === 'xlsx' ? 'xl/worksheets/sheet1.xml' : 'content.xml';
    const xml = strFromU8(parts[path]!);
    const escaped = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    let at = 1;
    const changed =
      from === 'xlsx'
        ? xml.replace(/<c r="F(\d+)" s="(\d+)"\/>/g, (all, row: string, style: string) => {
            const word = words(Number(row));
            return word === undefined
              ? all
              : `<c r="F${row}" s="${style}" t="inlineStr"><is><t>${escaped(word)}</t></is></c>`;
          })
        : xml.replace(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs, (all) => {
            const word = words(at++);
            return word === undefined
              ? all
              : all.replace(
                  /(<table:table-cell table:style-name="text" table:content-validation-name="choice5")\/>/,
                  `$1 office:value-type="string"><text:p>${escaped(word)}</text:p></table:table-cell>`,
                );
          });
    return zipSync({ ...parts, [path]: strToU8(changed) });
  }

  const cases: readonly (readonly [string, Portfolio])[] = [
    [
      'of Customer Service Excellence',
      portfolioOf(`${cse}  1.1.1: { self: compliant }\n  1.1.2: { self: partial }\n`),
    ],
    ['whose ratings look like formulas', portfolioOf('standard: odd.yaml\n', { 'odd.yaml': oddStandard })],
  ];

  for (const from of ['xlsx', 'ods'] as const)
    for (const [name, portfolio] of cases) {
      it(`counts what we count: ${name}, ${from}`, () => {
        const outcome = exportAssessment(portfolio, from);
        ok(outcome.kind === 'done');
        equal(
          JSON.stringify(awardIn(uncounted(outcome.result, from), from)).replace(/(\d)%/g, '$1'),
          JSON.stringify(shown(counted(portfolio))),
        );
      });

      it(`counts what an assessor has written: ${name}, ${from}`, () => {
        const outcome = exportAssessment(portfolio, from);
        ok(outcome.kind === 'done');
        const { ratings } = portfolio.standards[0].standard;
        const entries = assessmentSheet(portfolio).rows.flatMap(({ kind }, at) =>
          kind === 'entry' ? at + 2 : [],
        );
        const words = (row: number): string | undefined => {
          const at = entries.indexOf(row);
          // The last one stays open.
          return at < 0 || at === entries.length - 1 ? undefined : ratings[at % ratings.length]!.title;
        };
        const file = rated(outcome.result, from, words);
        const manifest = portfolio.manifest!.text;
        const back = importAssessmentFile(portfolio, manifest, `a.${from}`, file, '2027-05-12');
        ok(back.kind === 'done', JSON.stringify(back));
        const others = Object.fromEntries(
          portfolio.standards[0].standard.id === 'customer-service-excellence'
            ? []
            : [['odd.yaml', oddStandard]],
        ) as Readonly<Record<string, string>>;
        const after = portfolioOf(back.result.text ?? manifest, others);
        deepEqual(
          JSON.parse(JSON.stringify(awardIn(uncounted(file, from), from)).replace(/(\d)%/g, '$1')),
          shown(counted(after)),
        );
        ok(JSON.stringify(counted(after)) !== JSON.stringify(counted(portfolio)));
      });
    }
});

/** Of two rows of a column each, the empty ones at their ends are not written. */
const shown = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  rows.map((row) => (row.slice(1).every((cell) => cell === '') ? row.slice(0, 1) : row));
