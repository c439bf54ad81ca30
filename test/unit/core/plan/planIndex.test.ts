/** Plans in the index: what one edit costs and whom it tells, and which files are plans of which portfolio. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { relativePath } from '../../../../server/core/text/uri';
import type { PortfolioIndex } from '../../../../server/core/index/portfolioIndex';
import type { Content } from '../../support/portfolioFiles';
import { at, factOf, home, indexOf } from '../../support/portfolioFiles';

const evidence = (...lines: readonly string[]): string =>
  ['---', 'title: a', 'elements: ["1.1"]', ...lines, '---', 'Text.', ''].join('\n');
const plan = (...rows: readonly string[]): string =>
  ['| ID | Action | Owner | Status |', '|-|-|-|-|', ...rows, ''].join('\n');
const manifest =
  'standard: small\nrules: { element-uncovered: off }\nassessment: { "1.1": { self: poor } }\n';

/** What a change of one file answers. */
function answered(index: PortfolioIndex, path: string, content: Content | undefined) {
  const delta = index.apply([factOf(index, at(path), content)]);
  return {
    findings: [...delta.findings.keys()].map((uri) => relativePath(home, uri)).sort(),
    coverage: delta.coverage.size,
    plans: delta.plans.size,
  };
}

describe('A plan in the index', () => {
  it('is not read again where evidence changes, and is checked again where coverage does', () => {
    const index = indexOf({
      'portfolio.yaml': manifest,
      'a.md': evidence(),
      'action-plan.md': plan('| 1.1 | x | Manager | done |'),
    });
    const before = index.planAt(at('action-plan.md'));
    ok(before);
    deepEqual(answered(index, 'a.md', `${evidence()}More.\n`), { findings: [], coverage: 0, plans: 0 });
    deepEqual(answered(index, 'a.md', evidence('status: draft')).findings, [
      'action-plan.md',
      'portfolio.yaml',
    ]);
    deepEqual(
      index.findings(at('action-plan.md')).map(({ rule }) => rule),
      ['action-done-without-evidence'],
    );
    deepEqual(answered(index, 'a.md', evidence()), {
      findings: ['action-plan.md', 'portfolio.yaml'],
      coverage: 1,
      plans: 0,
    });
    equal(index.planAt(at('action-plan.md')), before);
  });

  it('that changes has the manifest checked, and no coverage told', () => {
    const index = indexOf({ 'portfolio.yaml': manifest, 'a.md': evidence(), 'action-plan.md': plan() });
    const told = (...rows: readonly string[]) => answered(index, 'action-plan.md', plan(...rows));
    deepEqual(told('| 1.1 | x | Manager | |'), { findings: ['portfolio.yaml'], coverage: 0, plans: 1 });
    deepEqual(told('| 1.1 | x | Manager | started |'), { findings: [], coverage: 0, plans: 1 });
    deepEqual(told('| 1.1 | x | | started |'), { findings: ['action-plan.md'], coverage: 0, plans: 1 });
    deepEqual(answered(index, 'action-plan.md', undefined).findings, ['action-plan.md', 'portfolio.yaml']);
  });

  it('may become evidence, and evidence a plan', () => {
    const index = indexOf({ 'portfolio.yaml': manifest, 'a.md': evidence() });
    const [portfolio] = index.portfolios();
    ok(portfolio);
    answered(index, 'a.md', evidence('type: action-plan'));
    deepEqual([[...portfolio.evidence.keys()], [...portfolio.plans.keys()]], [[], [at('a.md')]]);
    ok(!index.evidenceAt(at('a.md')) && index.planAt(at('a.md')));
    answered(index, 'a.md', evidence());
    deepEqual([[...portfolio.evidence.keys()], [...portfolio.plans.keys()]], [[at('a.md')], []]);
    ok(index.evidenceAt(at('a.md')) && !index.planAt(at('a.md')));
  });

  it('belongs to the nearest portfolio, unless that leaves it out', () => {
    const rows = plan('| 1.1 | x | Manager | |');
    const index = indexOf({
      'portfolio.yaml': manifest,
      'action-plan.md': rows,
      'old/action-plan.md': rows,
      'p/portfolio.yaml': `${manifest}exclude: ['drafts/**']\n`,
      'p/plans/action-plan.md': rows,
      'p/drafts/action-plan.md': rows,
    });
    deepEqual(
      index.portfolios().map(({ plans }) => [...plans.keys()].map((uri) => relativePath(home, uri)).sort()),
      [['action-plan.md', 'old/action-plan.md'], ['p/plans/action-plan.md']],
    );
    const outer = index.portfolios()[0]!;
    deepEqual(
      outer.actionsFor('1.1').map((found) => relativePath(home, found.plan.uri)),
      ['action-plan.md', 'old/action-plan.md'],
    );
    deepEqual(outer.actionsFor('1.2'), []);
  });

  it('alone makes no portfolio of a folder, and says nothing there', () => {
    const index = indexOf({ 'action-plan.md': plan('| 9.9.9 | x | | |') });
    deepEqual([index.portfolios(), index.filesWithFindings()], [[], []]);
    answered(index, 'a.md', '---\nelements: [3.2.4]\n---\n\nText.\n');
    deepEqual(
      index.findings(at('action-plan.md')).map(({ rule }) => rule),
      ['action-element-unknown', 'action-unassigned'],
    );
  });
});

describe('A plan that is too long to be read to its end', () => {
  const head = ['| ID | Action | Owner | Status |', '|-|-|-|-|'];
  const row = '| 1.1 | x | Manager | done |';
  // Not of rows: ten thousand of them take seconds.
  const empty = (count: number): readonly string[] => Array.from({ length: count }, () => '');
  const bars = (...counts: readonly number[]): readonly string[] => [
    ...[...head, row, '', '```'],
    ...counts.map((count) => '|'.repeat(count)),
  ];
  const barsAbove = [...head, row].join('').split('|').length - 1;
  const wide = (columns: number): readonly string[] => [
    `| ID | Action | Owner |${' a |'.repeat(columns - 3)}`,
    `|${'-|'.repeat(columns)}`,
    `| 1.1 |${' x |'.repeat(columns - 1)}`,
  ];
  const cases: readonly [what: string, lines: readonly string[], firstUnread: number | undefined][] = [
    ['the most lines', [...head, row, ...empty(9_996), row], undefined],
    ['one line more', [...head, row, ...empty(9_997), row], 10_000],
    ['text after the last line that is read', [...empty(10_000), 'End.', 'More.'], 10_000],
    ['the most bars', bars(50_000, 100_000 - barsAbove), undefined],
    ['one bar more', bars(50_000, 100_001 - barsAbove, 1), 6],
    ['a table of actions with the most columns', wide(60), undefined],
    ['one column more', ['Text.', '', ...wide(61)], 2],
    ['one column more, by the whole parser', ['Text.\rMore.', '', ...wide(61)], 2],
    ['another table with as many columns, which is left in peace', [`|${' a |'.repeat(61)}`, `|${'-|'.repeat(61)}`], undefined],
  ]; // prettier-ignore
  for (const [what, lines, firstUnread] of cases)
    for (const lineEnd of ['\n', '\r\n'])
      it(`is told at the first line that is not read: ${what}, ${JSON.stringify(lineEnd)}`, () => {
        const text = [...lines, ''].join(lineEnd);
        const index = indexOf(
          { 'portfolio.yaml': manifest, 'a.md': evidence(), 'action-plan.md': text },
          { also: ['file-unreadable'] },
        );
        const told = index.findings(at('action-plan.md')).filter(({ rule }) => rule === 'file-unreadable');
        deepEqual(
          told.map(({ span }) => [text.slice(0, span.start).split(lineEnd).length - 1, text.slice(span.start, span.end)]),
          firstUnread === undefined ? [] : [[firstUnread, lines[firstUnread]]],
        ); // prettier-ignore
      });

  it('is told no longer once it is short enough, and not where the rule is off', () => {
    const long = [...head, row, ...empty(10_000), row].join('\n');
    const isTold = (index: PortfolioIndex): boolean =>
      index.findings(at('action-plan.md')).some(({ rule }) => rule === 'file-unreadable');
    const files = { 'portfolio.yaml': manifest, 'action-plan.md': long };
    const index = indexOf(files, { also: ['file-unreadable'] });
    ok(isTold(index));
    index.apply([factOf(index, at('action-plan.md'), plan(row))]);
    ok(!isTold(index));
    ok(!isTold(indexOf(files, { also: ['file-unreadable'], settings: { 'file-unreadable': 'off' } })));
  });
});
