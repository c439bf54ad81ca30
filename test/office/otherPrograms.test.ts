/**
 * What LibreOffice makes of our files: it opens each export, saves it in each format of its own and of others, and what
 * it has saved is imported as the export itself is. Needs `soffice` on the path.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { matrixSheet } from '../../server/core/matrix/matrixSheet';
import type { ExportFormat } from '../../server/core/plan/exchange/exportFormats';
import { parseActionPlan } from '../../server/core/plan/parse';
import type { Portfolio } from '../../server/core/portfolio/portfolio';
import { valueOf } from '../../server/core/yaml/fields';
import { exportAssessment, importAssessmentFile } from '../../server/exchange/assessmentExchange';
import { exportMatrix, importMatrixFile } from '../../server/exchange/matrixExchange';
import { exportPlan, importPlan } from '../../server/exchange/planExchange';
import { at, indexOf } from '../unit/support/portfolioFiles';
import { customerServiceExcellence as standard } from '../unit/support/standards';

const sample = 'samples/anytown-libraries';

/** Texts and places of a folder, as an index takes them. */
function filesIn(folder: string, from = folder): Readonly<Record<string, string | null>> {
  return Object.assign(
    {},
    ...readdirSync(folder).map((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return filesIn(path, from);
      return { [relative(from, path)]: /\.(?:md|yaml)$/.test(name) ? readFileSync(path, 'utf8') : null };
    }),
  ) as Readonly<Record<string, string | null>>;
}

const portfolioOf = (files: Readonly<Record<string, string | null>>): Portfolio =>
  indexOf(files).portfolioAt(at('portfolio.yaml'))!;

const pairs: readonly (readonly [ExportFormat, ExportFormat])[] = [
  ['xlsx', 'xlsx'],
  ['xlsx', 'ods'],
  ['ods', 'ods'],
  ['ods', 'xlsx'],
  ['docx', 'docx'],
  ['docx', 'odt'],
  ['odt', 'odt'],
  ['odt', 'docx'],
];

describe('a file that LibreOffice has opened and saved', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'evidence-portfolio-office-'))));
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Saved beside where it lay, so that its links lead where they led. */
  function saved(bytes: Uint8Array, from: ExportFormat, to: ExportFormat): Uint8Array {
    writeFileSync(join(folder, `a.${from}`), bytes);
    const home = `-env:UserInstallation=file://${join(folder, '.office')}`;
    execFileSync(
      'soffice',
      [home, '--headless', '--convert-to', to, '--outdir', folder, join(folder, `a.${from}`)],
      {
        stdio: 'ignore',
      },
    );
    return readFileSync(join(folder, `a.${to}`));
  }

  const files = filesIn(sample);
  const decisions = [
    'title: Decided',
    'assessment:',
    '  1.1.1: { self: compliant, assessor: compliance-plus, comment: "=Strong; 5 > 4 & \'more\'" }',
    '  1.1.2: { self: partial, assessor: non-compliant, comment: Ask the partners }',
    '  3.1.2: { applicable: false, reason: "We make no charges: none" }',
    '  3.2.4: { assessor: partial }',
    '  3.3.3: { applicable: false, reason: No premises }',
    '',
  ].join('\n');
  const said = (one: Portfolio, id: string, key: 'assessor' | 'comment'): string | undefined => {
    const decision = one.decision(id);
    return decision && valueOf(decision[key]);
  };
  const portfolio = portfolioOf(files);
  const cellsOf = (one: Portfolio): readonly (readonly string[])[] =>
    matrixSheet(one).rows.map(({ cells }) => cells);

  for (const [from, to] of pairs)
    it(`is the same matrix: ${from}, saved as ${to}`, () => {
      const outcome = exportMatrix(portfolio, from);
      ok(outcome.kind === 'done');
      const attachments = Object.fromEntries(Object.entries(files).filter(([, text]) => text === null));
      const empty = portfolioOf({ 'portfolio.yaml': files['portfolio.yaml'] ?? '', ...attachments });
      const back = importMatrixFile(empty, `a.${to}`, saved(outcome.result, from, to));
      ok(back.kind === 'done');
      const made = Object.fromEntries(back.result.files.map(({ uri, text }) => [empty.path(uri), text]));
      deepEqual(
        cellsOf(portfolioOf({ 'portfolio.yaml': files['portfolio.yaml'] ?? '', ...attachments, ...made })),
        cellsOf(portfolio),
      );
    });

  for (const [from, to] of pairs) {
    it(`is the same statement of applicability: ${from}, saved as ${to}`, () => {
      const decided = portfolioOf({ ...files, 'portfolio.yaml': decisions });
      const rowsOf = (one: Portfolio): readonly (readonly string[])[] =>
        matrixSheet(one, { layout: 'soa' }).rows.map(({ cells }) => cells.slice(0, 4));
      const outcome = exportMatrix(decided, from, { layout: 'soa' });
      ok(outcome.kind === 'done');
      const bytes = saved(outcome.result, from, to);
      const again = importMatrixFile(decided, `a.${to}`, bytes);
      ok(again.kind === 'done');
      deepEqual([again.result.files, again.result.differs], [[], []]);
      const empty = portfolioOf({ 'portfolio.yaml': 'title: Empty\n' });
      const back = importMatrixFile(empty, `a.${to}`, bytes);
      ok(back.kind === 'done');
      const made = Object.fromEntries(back.result.files.map(({ uri, text }) => [empty.path(uri), text]));
      // Elements, whether they apply and why not; each has as many rows as it has evidence.
      deepEqual(rowsOf(portfolioOf(made)), rowsOf(decided));
    });

    it(`is the same assessment: ${from}, saved as ${to}`, () => {
      const decided = portfolioOf({ ...files, 'portfolio.yaml': decisions });
      const outcome = exportAssessment(decided, from);
      ok(outcome.kind === 'done');
      const bytes = saved(outcome.result, from, to);
      const again = importAssessmentFile(decided, decisions, `a.${to}`, bytes, '2027-05-12');
      ok(again.kind === 'done', JSON.stringify(again));
      equal(again.result.text ?? decisions, decisions);
      const bare = 'title: Empty\n';
      const back = importAssessmentFile(portfolioOf({ ...files, 'portfolio.yaml': bare }), bare, `a.${to}`, bytes, '2027-05-12');
      ok(back.kind === 'done');
      const after = portfolioOf({ ...files, 'portfolio.yaml': back.result.text ?? bare });
      for (const id of ['1.1.1', '1.1.2', '3.2.4'])
        for (const key of ['assessor', 'comment'] as const)
          equal(said(after, id, key), said(decided, id, key), `${id} ${key}`);
    }); // prettier-ignore
  }

  const text = files['action-plan.md'] ?? '';
  const plan = parseActionPlan('file:///portfolio/action-plan.md', text);
  for (const [from, to] of pairs)
    it(`changes nothing of the plan that it came from: ${from}, saved as ${to}`, () => {
      ok(plan);
      const outcome = exportPlan(standard, plan, from);
      ok(outcome.kind === 'done');
      const back = importPlan(standard, plan, `a.${to}`, saved(outcome.result, from, to));
      ok(back.kind === 'done');
      equal(back.result.text, text);
    });
});
