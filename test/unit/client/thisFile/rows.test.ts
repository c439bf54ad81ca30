import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { findingNames, thisFileRows, type Fix, type ThisFileRow } from '../../../../client/thisFile/rows';
import type { ThisFile, ThisFileDetail } from '../../../../server/lsp/protocol';
import { row } from '../coverage/example';

const range = (line: number): ThisFile['findings'][number]['range'] => ({
  start: { line, character: 0 },
  end: { line, character: 5 },
});
const detail = (key: ThisFileDetail['key'], state: ThisFileDetail['state']): ThisFileDetail => ({
  key,
  label: key,
  state,
  holds: 'text',
  values: state === 'missing' ? [] : [state],
  isExpected: key !== 'attachments',
  words: state,
  description: 'What it is for.',
  range: range(1),
  isBlocked: false,
});
const finding = (message: string, line = 3): ThisFile['findings'][number] => ({
  message,
  range: range(line),
  code: 'some-rule',
  severity: 2,
  source: 'Evidence Portfolio',
});

const view: ThisFile = {
  root: 'file:///anytown',
  uri: 'file:///anytown/a.md',
  title: 'A survey',
  elements: [
    {
      id: '3.2.4',
      title: 'We tell the truth',
      text: 'We tell the truth *always*.',
      state: 'evidenced',
      current: 2,
      range: range(2),
      points: { addressed: 1, total: 3 },
      guidance: [
        { text: 'Views.', isDone: true, mark: range(9) },
        { text: 'Letters.', isDone: false, mark: range(10) },
        { text: 'Others.', isDone: false, mark: null },
      ],
    },
    { id: '9.9', title: '', text: '', range: range(3), guidance: [] },
  ],
  details: [
    detail('title', 'given'),
    detail('owner', 'missing'),
    detail('date', 'invalid'),
    detail('attachments', 'missing'),
  ],
  findings: [finding('Wrong.'), finding('Wrong.', 5), finding('[Odd](x)')],
  others: [{ ...row('b', { title: 'B', reviewBy: '2027-03-01' }), elements: ['3.2.4'] }],
  moreOthers: 0,
};
const fix: Fix = { finding: 'some-rule Wrong. 2', title: 'Put it right', isPreferred: true };

const said = (rows: readonly ThisFileRow[], depth = 0): readonly string[] =>
  rows.flatMap(({ label, description, children }) => [
    `${'  '.repeat(depth)}${label}${description === '' ? '' : ` | ${description}`}`,
    ...said(children, depth + 1),
  ]);
const all = (rows: readonly ThisFileRow[]): readonly ThisFileRow[] =>
  rows.flatMap((one) => [one, ...all(one.children)]);

describe('The rows of This File', () => {
  it('say in plain words what the file is and what is to be done', () =>
    equal(
      said(thisFileRows(view, [fix])).join('\n'),
      `Elements | 2 elements
  3.2.4 We tell the truth | evidenced · 1 of 3 points addressed
    Views. | addressed
    Letters. | not addressed yet
    Others. | not in this file yet
  9.9 | not an element of the standard
  Add an element…
Details | 1 missing · 1 wrong
  title | given
  owner | missing
  date | invalid
  attachments | missing
Findings | 3 findings
  Wrong. | line 4
  Wrong. | line 6 · 1 fix
    Put it right
  [Odd](x) | line 4
Other evidence for the same elements | 1 file
  B | 3.2.4 · approved · review by 1 March 2027`,
    ));

  it('say so where there is nothing, and what could be done then', () =>
    equal(
      said(thisFileRows({ ...view, elements: [], details: [], findings: [], others: [] }, [])).join('\n'),
      `Elements | none yet
  Add an element…
Details | complete
Findings | none
  Nothing to put right in this file
Other evidence for the same elements | none
  This file is all that its elements have | click to write more`,
    ));

  it('have an id each, an icon or children, words for a screen reader, and something to do', () => {
    const rows = all(thisFileRows({ ...view, moreOthers: 3 }, [fix]));
    equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    for (const { label, icon, children, spoken, action } of rows) {
      ok(spoken !== '', label);
      ok(icon !== undefined || children.length > 0, label);
      ok(action !== undefined || children.length > 0, label);
    }
  });

  it('are other rows once they have fixes to show, as VS Code unfolds a row only when it first sees it', () => {
    const idOf = (fixes: readonly Fix[]): string | undefined =>
      all(thisFileRows(view, fixes)).find(({ description }) => description.startsWith('line 6'))?.id;
    ok(idOf([]) !== undefined && idOf([fix]) !== undefined);
    notEqual(idOf([]), idOf([fix]));
  });

  it('keep their ids while text above them grows', () => {
    const down = { ...view, findings: view.findings.map((one) => ({ ...one, range: range(40) })) };
    deepEqual(
      all(thisFileRows(down, [fix])).map(({ id }) => id),
      all(thisFileRows(view, [fix])).map(({ id }) => id),
    );
  });

  it('let no text of a file act as Markdown in a tooltip', () => {
    const rows = all(thisFileRows(view, []));
    const tooltips = rows.map(({ tooltip }) => tooltip).join('\n');
    ok(tooltips.includes('\\[Odd\\]\\(x\\)'));
    ok(tooltips.includes('\\*always\\*'));
  });

  it('tell findings with the same words apart', () =>
    deepEqual(findingNames(view.findings), ['some-rule Wrong.', 'some-rule Wrong. 2', 'some-rule [Odd](x)']));
});

describe('The row of the status', () => {
  it('offers to approve what is in draft or in review, and nothing else', () => {
    const context = (state: ThisFileDetail['state'], status: string): string | undefined =>
      all(thisFileRows({ ...view, details: [{ ...detail('status', state), values: [status] }] }, [])).find(
        ({ id }) => id === 'details/status',
      )?.context;
    deepEqual(
      ['draft', 'in-review', 'approved', 'withdrawn'].map((status) => context('given', status)),
      ['detail given draft', 'detail given draft', 'detail given', 'detail given'],
    );
    equal(context('invalid', 'draft'), 'detail invalid');
  });
});
