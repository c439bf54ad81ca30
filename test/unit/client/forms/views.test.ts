/** What forms and tables show of what the server says. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { evidenceTableView } from '../../../../client/forms/evidenceTableView';
import { formView } from '../../../../client/forms/formView';
import { pageHtml } from '../../../../client/forms/pageHtml';
import { placesOf, planTableView } from '../../../../client/forms/planTableView';
import { evidenceTable } from '../../../../server/features/views/evidenceTable';
import { planTable } from '../../../../server/features/views/planTable';
import { thisFile } from '../../../../server/features/views/thisFile';
import { at, indexOf } from '../../support/portfolioFiles';

const files = {
  'portfolio.yaml': 'title: T\n',
  'evidence/a.md':
    '---\ntitle: "A: <b>bold</b>"\nelements: [3.2.4, 9.9.9]\nowner: Jo\nstatus: draft\ndate: 2026-03-01\n---\n\nText.\n',
  'evidence/b.md': '---\nelements: [1.1.1]\nreview-by: 2026-01-01\n---\n\n# From the heading\n\nText.\n',
  'action-plan.md':
    '| Ref | Action | Responsibility | Target | Ours |\n|-|-|-|-|-|\n| 1 Insight | | | | |\n| 1.1.1 | **Ask** | Jo | March 2026 | x |\n\n| Ref | Action | Progress |\n|-|-|-|\n| 3.2.4 | Check | done |\n',
};
const index = indexOf(files, { today: '2026-11-21' });
const portfolio = index.portfolioAt(at('evidence/a.md'))!;

describe('The form of a file', () => {
  const uri = at('evidence/a.md');
  const file = thisFile(portfolio, portfolio.evidence.get(uri)!, index.findings(uri), () => undefined);
  const few = [{ value: 'draft', label: 'Draft', words: 'Being written' }];
  const view = formView(file, [{ finding: 'x', title: 'y', isPreferred: true }], new Map([['status', few]]));

  it('has a field for each detail, with what stands there', () => {
    const values = Object.fromEntries(view.details.map(({ key, values: given }) => [key, given]));
    deepEqual(values['title'], ['A: <b>bold</b>']);
    deepEqual(values['owner'], ['Jo']);
    deepEqual(values['review-by'], []);
    deepEqual(view.details.find(({ key }) => key === 'status')?.choices, few);
    ok(!view.details.some(({ key }) => key === 'elements'));
  });
  it('has the elements with their words, and says which are none', () =>
    deepEqual(
      view.elements.map(({ id, state, stateWords }) => [id, state, stateWords]),
      [['3.2.4', 'draft', 'draft only'], ['9.9.9', undefined, 'not an element of the standard']],
    )); // prettier-ignore
  it('has the findings with their lines', () => {
    const unknown = view.findings.find(({ message }) => message.startsWith('9.9.9'));
    equal(unknown?.line, 3);
    equal(unknown.severity, 'error');
  });
});

describe('The table of all evidence', () => {
  const view = evidenceTableView(evidenceTable(portfolio));
  it('has a column for each key that evidence should have, and the file', () =>
    deepEqual(
      view.columns.map(({ label, edit, forMany }) => `${label}: ${edit}${forMany ? ', for many' : ''}`),
      [
        'Title: text', 'Elements: none', 'Reference: text', 'Kind: choice, for many', 'Owner: suggest, for many',
        'Status: choice, for many', 'Date: day, for many', 'Review by: day, for many', 'File: none',
      ],
    )); // prettier-ignore
  it('has a row for each file, with what is said of it in words', () =>
    deepEqual(
      view.rows.map(({ flag, cells }) => [flag, ...cells.map(({ value, shown = value }) => shown)]),
      [
        ['draft', 'A: <b>bold</b>', '3.2.4, 9.9.9', '', '', 'Jo', 'Draft', '1 March 2026', '', 'a.md'],
        ['overdue', 'From the heading', '1.1.1', '', '', '', '', '', '1 January 2026', 'b.md'],
      ],
    )); // prettier-ignore
  it('edits what stands there, and not what is shown for it', () =>
    deepEqual(
      view.rows.map(({ cells }) => cells[0]?.value),
      ['A: <b>bold</b>', ''],
    ));
  it('says what elements are where their IDs stand', () =>
    ok(view.rows[0]?.cells[1]?.hint?.startsWith('3.2.4 We can demonstrate')));
});

describe('The table of an action plan', () => {
  const table = planTable(portfolio, at('action-plan.md'))!;
  const view = planTableView(table);
  it('has the columns of all its tables, each once', () =>
    deepEqual(
      view.columns.map(({ key, edit }) => `${key}: ${edit}`),
      ['ref: none', 'action: text', 'responsibility: suggest', 'target: day', 'own: Ours: text', 'progress: suggest'],
    )); // prettier-ignore
  it('has headings and actions, and what is overdue', () =>
    deepEqual(
      view.rows.map(({ id, flag, cells }) => [id, flag, ...cells.map(({ shown, value }) => shown ?? value)]),
      [
        ['0:0', 'heading', '1 Insight', '', '', '', '', ''],
        ['0:1', 'overdue', '1.1.1', 'Ask', 'Jo', 'March 2026', 'x', ''],
        ['1:0', '', '3.2.4', 'Check', '', '', '', 'done'],
      ],
    )); // prettier-ignore
  it('edits the Markdown of a cell, and no cell that the table of a row does not have', () => {
    equal(view.rows[1]?.cells[1]?.value, '**Ask**');
    deepEqual(view.rows[2]?.cells[2], { value: '', isFixed: true });
  });
  it('finds rows again by their names', () =>
    deepEqual(
      placesOf(table, ['1:0', '7:7', '0:1']).map(({ table: number, row, source }) => [number, row, source.slice(0, 9)]),
      [[1, 0, '| 3.2.4 |'], [0, 1, '| 1.1.1 |']],
    )); // prettier-ignore
  it('is none for other files', () => equal(planTable(portfolio, at('evidence/a.md')), null));
});

describe('The page', () => {
  const html = pageHtml({
    kind: 'form',
    title: '"><script>alert(1)</script>',
    script: 'https://x/page.js?a=1&b="',
    source: 'https://x',
    nonce: 'f00d',
  });
  it('lets one script run, by its nonce, and nothing else', () => {
    deepEqual(html.match(/<script[^>]*>/g), [
      '<script nonce="f00d" src="https://x/page.js?a=1&amp;b=&quot;">',
    ]);
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    deepEqual(policy.split('; '), [
      "default-src 'none'", "script-src 'nonce-f00d'", 'style-src https://x', 'img-src https://x data:', "base-uri 'none'",
      "form-action 'none'",
    ]); // prettier-ignore
    ok(!/unsafe|\*/.test(policy));
  });
  it('has nothing inline', () => ok(!/\son\w+=|style=|javascript:/i.test(html)));
});
