/** The rows of the view This Month. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { dueDescription, dueMessage, dueRows, lateIn, lateWords, namesIn } from '../../../../client/due/rows';
import type { DueList, DueRow } from '../../../../server/lsp/protocol';

const row = (what: string, parts: Partial<DueRow> = {}): DueRow => ({
  kind: 'review',
  what,
  title: what,
  elements: ['3.2.4'],
  beside: ['3.2.4'],
  uri: 'file:///a/x.md',
  by: '2027-03-01',
  urgency: 'soon',
  when: 'by 1 March 2027',
  remark: '',
  ...parts,
});
const late = (what: string, parts: Partial<DueRow> = {}): DueRow =>
  row(what, { urgency: 'late', when: '3 days late, since 1 March 2026', ...parts });

const list = (people: Readonly<Record<string, readonly DueRow[]>>, parts: Partial<DueList> = {}): DueList => {
  const rows = [...new Set(Object.values(people).flat())];
  return {
    root: 'file:///a',
    title: 'Anytown',
    summary: `${rows.length} things to do.`,
    until: '2027-05-12',
    isToAssessment: true,
    further: 0,
    rows,
    people: Object.entries(people).map(([name, own]) => ({
      key: name === 'Nobody yet' ? '' : name.toLowerCase(),
      name,
      rows: own.map((one) => rows.indexOf(one)),
    })),
    ...parts,
  };
};

const shared = row('Shared');
const one = list({ Al: [row('A1'), shared], Jo: [late('J1'), row('J2'), shared], 'Nobody yet': [row('N1', { kind: 'element', by: null })] }); // prettier-ignore

const outline = (rows: ReturnType<typeof dueRows>): readonly string[] =>
  rows.flatMap(({ label, description, children }) => [
    `${label} (${description})`,
    ...outline(children).map((line) => `  ${line}`),
  ]);

describe('The rows of This Month', () => {
  it('are grouped by person: late ones first, what nobody has last', () =>
    deepEqual(
      dueRows({ portfolios: [one] }, undefined).map(({ label, description, isOpen }) => [
        label,
        description,
        isOpen,
      ]),
      [
        ['Jo', '1 late · 3 to do', true],
        ['Al', '2 to do', true],
        ['Nobody yet', '1 to do', true],
      ],
    ));

  it('put what nobody has last, in whatever order it is told', () => {
    const told = list({ 'Nobody yet': [late('N1'), late('N2')], Al: [row('A1')], Jo: [late('J1')] });
    deepEqual(
      dueRows({ portfolios: [told] }, undefined).map(({ label }) => label),
      ['Jo', 'Al', 'Nobody yet'],
    );
  });

  it('say late as a word, which elements, and what else there is', () => {
    const [person] = dueRows({ portfolios: [list({ Jo: [late('Review “X”', { remark: 'or it expires', beside: ['1.1', '1.2'] })] })] }, undefined); // prettier-ignore
    const [first] = person?.children ?? [];
    equal(first?.description, '3 days late, since 1 March 2026 · or it expires · for 1.1 and 1.2');
    equal(first.spoken, 'Review “X”, 3 days late, since 1 March 2026, or it expires, for 1.1 and 1.2');
    match(first.tooltip, /Click to see its review date/);
  });

  for (const [kind, parts, context, icon, click] of [
    ['review', {}, 'due review', 'calendar', { kind: 'evidence', uri: 'file:///a/x.md', key: 'review-by' }], // prettier-ignore
    ['draft', {}, 'due draft', 'edit', { kind: 'evidence', uri: 'file:///a/x.md', key: 'status' }], // prettier-ignore
    ['draft', { isWaiting: true }, 'due draft waiting', 'pass', { kind: 'evidence', uri: 'file:///a/x.md', key: 'status' }], // prettier-ignore
    ['action', { order: 2 }, 'due action', 'checklist', { kind: 'action', action: { root: 'file:///a', uri: 'file:///a/x.md', element: '3.2.4', order: 2 } }], // prettier-ignore
    [
      'element',
      {},
      'due element',
      'search',
      { kind: 'element', element: { root: 'file:///a', element: '3.2.4' } },
    ],
  ] as const)
    it(`do the next thing: ${context}`, () => {
      const [person] = dueRows({ portfolios: [list({ Jo: [row('X', { kind, ...parts })] })] }, undefined);
      const [first] = person?.children ?? [];
      deepEqual([first?.context, first?.icon, first?.click], [context, { id: icon }, click]);
    });

  it('are those of some people, where somebody has chosen them', () => {
    deepEqual(outline(dueRows({ portfolios: [one] }, new Set(['al']))), [
      'Al (2 to do)',
      '  A1 (by 1 March 2027 · for 3.2.4)',
      '  Shared (by 1 March 2027 · for 3.2.4)',
    ]);
    deepEqual(dueRows({ portfolios: [one] }, new Set(['eve'])), []);
  });

  it('stand below their portfolio where several have some', () => {
    const other = list({ Eve: [late('E1')] }, { root: 'file:///b', title: 'Elsewhere' });
    deepEqual(
      dueRows({ portfolios: [one, other, list({}, { root: 'file:///c' })] }, undefined).map(
        ({ label }) => label,
      ),
      ['Anytown', 'Elsewhere'],
    );
    deepEqual(
      dueRows({ portfolios: [one, other] }, new Set(['eve'])).map(({ label }) => label),
      ['Eve'],
    );
    equal(dueDescription({ portfolios: [one, other] }, undefined), 'Anytown: 1 late · 5 to do; Elsewhere: 1 late · 1 to do'); // prettier-ignore
    equal(lateWords({ portfolios: [one, other] }, undefined), 'Anytown: 1 thing is late; Elsewhere: 1 thing is late'); // prettier-ignore
    deepEqual(namesIn({ portfolios: [one, other] }).map(({ key, rows }) => [key, rows.length]), [['al', 2], ['jo', 3], ['', 1], ['eve', 1]]); // prettier-ignore
  });

  it('fold up what nobody has where it is much', () => {
    const many = Array.from({ length: 13 }, (_, at) => row(`N${at}`));
    const rows = dueRows({ portfolios: [list({ Jo: many, 'Nobody yet': many })] }, undefined);
    deepEqual(
      rows.map(({ isOpen }) => isOpen),
      [false, false],
    );
  });

  it('have ids of their own', () => {
    const ids = dueRows({ portfolios: [one] }, undefined).flatMap(({ id, children }) => [id, ...children.map((child) => child.id)]); // prettier-ignore
    equal(new Set(ids).size, ids.length);
    ok(ids.length > 6);
  });
});

describe('The words of This Month', () => {
  it('count each thing once, whoever has it', () => {
    equal(lateIn({ portfolios: [one] }, undefined), 1);
    equal(lateIn({ portfolios: [one] }, new Set(['al'])), 0);
    equal(lateWords({ portfolios: [one] }, new Set(['al'])), '');
    equal(dueDescription({ portfolios: [one] }, undefined), '1 late · 5 to do');
    equal(dueDescription({ portfolios: [{ ...one, asOf: '2027-01-01' }] }, undefined), '1 late · 5 to do · as of 1 January 2027'); // prettier-ignore
    equal(dueDescription({ portfolios: [] }, undefined), '');
  });
  it('say up to when, or whose it is, in few words', () => {
    const month = { ...one, until: '2026-12-22', isToAssessment: false, further: 51 };
    equal(dueMessage({ portfolios: [one] }, undefined), 'Until 12 May 2027, the day of the assessment.');
    equal(dueMessage({ portfolios: [month] }, undefined), 'Until 22 December 2026. 51 more later.');
    const idle = list({}, { root: 'file:///b', title: 'Elsewhere' });
    equal(
      dueMessage({ portfolios: [month, idle] }, undefined),
      'Anytown: until 22 December 2026. 51 more later. Elsewhere: nothing until 12 May 2027, the day of the assessment.',
    );
    equal(dueMessage({ portfolios: [one] }, new Set(['al', 'jo'])), 'Only what is for Al or Jo.');
    equal(dueMessage({ portfolios: [one] }, new Set(['eve'])), 'Nothing is due for the people whom you have chosen.'); // prettier-ignore
  });
});
