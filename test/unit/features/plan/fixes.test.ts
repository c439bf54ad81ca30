/** What can be done with a plan where the cursor is: files in, files out, with LF and with CRLF. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { codeActions } from '../../../../server/features/fixes/codeActions';
import { contextOf, filesAfter } from '../../support/codeActions';
import { atCursor } from '../../support/cursor';
import { at, indexOf } from '../../support/portfolioFiles';

const lines = (...texts: readonly string[]): string => [...texts, ''].join('\n');
const top = ['| Ref | Criteria / Action | Status |', '| --- | ----------------- | ------ |'];

/** Offers at $0 in the plan, by title, and the plan after each. */
function offered(source: string, end = '\n', manifest = 'standard: small\n'): ReadonlyMap<string, string> {
  const { text, offset } = atCursor(source.replaceAll('\n', end));
  const files = { 'action-plan.md': text, 'portfolio.yaml': manifest };
  const index = indexOf(files);
  const actions = codeActions(contextOf(index, 'action-plan.md'), {
    span: { start: offset, end: offset },
    diagnostics: [],
    only: ['refactor.rewrite'],
    isAsked: true,
  });
  ok(actions.every(({ kind }) => kind === 'refactor.rewrite'));
  equal(index.textOf(at('action-plan.md')), text);
  return new Map(
    actions.map((action) => [action.title, filesAfter(files, action)['action-plan.md'] as string]),
  );
}

function checkOffered(source: string, title: string, expected: string): void {
  for (const end of ['\n', '\r\n'])
    equal(offered(source, end).get(title), expected.replaceAll('\n', end), title);
}

describe('In a plan one can', () => {
  const short = lines(
    ...top,
    '| 1.2 | The opening hours are known | |',
    '| 1.1 | $0People are greeted | done |',
  );
  const plain = short.replace('$0', '');

  it('add the rows for elements that need an action', () => {
    checkOffered(
      short,
      'Add 2 rows for elements that need an action',
      lines(
        ...top,
        '| 1.2 | The opening hours are known | |',
        '| 1.1 | People are greeted | done |',
        '| 1.1 | People are greeted | not started |',
        '| 2.1 | Questions are answered | not started |',
      ),
    );
  });
  it('sort the rows', () => {
    checkOffered(
      short,
      'Sort the rows in the standard’s order',
      lines(...top, '| 1.1 | People are greeted | done |', '| 1.2 | The opening hours are known | |'),
    );
  });
  it('align the columns', () => {
    checkOffered(
      short,
      'Align the columns',
      lines(
        '| Ref | Criteria / Action           | Status |',
        '| --- | --------------------------- | ------ |',
        '| 1.2 | The opening hours are known |        |',
        '| 1.1 | People are greeted          | done   |',
      ),
    );
  });
  it('mark an action complete', () => {
    checkOffered(
      plain.replace('hours', 'ho$0urs'),
      'Mark the action for 1.2 complete',
      plain.replace('known | |', 'known | complete |'),
    );
  });
  it('only what changes something', () => {
    const applies = 'standard: small\nassessment: { "2.1": { applicable: false, reason: None } }\n';
    const tidy = lines(
      '| Ref | Status |',
      '| --- | ------ |',
      '| 1.1 |        |',
      '| 1.2 |        |',
    ).replace('Ref', '$0Ref');
    deepEqual([...offered(tidy, '\n', applies).keys()], []);
    deepEqual([...offered(`$0${plain}`).keys()].length, 3);
    deepEqual([...offered(`Text.$0\n\n${plain}`).keys()], ['Add 2 rows for elements that need an action']);
  });
});
