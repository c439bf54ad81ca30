import { deepEqual, equal } from 'node:assert/strict';
import { identifierPattern } from '../../../../server/core/standard/identifiers';
import { marked } from '../../support/marked';

/** Checks which tokens of a text have the shape of one of `ids`: those that stand between « and ». */
function checkFind(ids: readonly string[], source: string): void {
  const { text, spans } = marked(source);
  const found = identifierPattern(ids).find(text);
  deepEqual(
    found.map(({ span }) => span),
    spans,
  );
  for (const { id, span } of found) equal(id, text.slice(span.start, span.end));
}

describe('Identifiers', () => {
  for (const source of [
    '«3.2.4»',
    'see «3.2.4».',
    'see «3.2.4», «1.10.11» and («1.2.3»)',
    '«3.2.4»/«3.2.5»',
    '"«3.2.4»"',
    '**«3.2.4»**:',
    'v3.2.4',
    '3.2.4.1',
    '1.3.2.4.5',
    '3.2.4a',
    'a-3.2.4',
    '3.2.4-a',
    '3.2.4_1',
    '_3.2.4_',
    '3.2',
    '3..2.4',
    'é3.2.4',
    '٣3.2.4',
    '«3.2.4». «3.2.5»',
    '«3.2.4».\n«3.2.5»',
    '😀«3.2.4»😀',
    '3 .2.4',
    '',
  ])
    it(`of three levels in ${JSON.stringify(source)}`, () => checkFind(['1.1.1'], source));

  for (const source of [
    'see «AC-2(1)», «AC-2» and «SC-13(12)».',
    'AC-2a, xAC-2, AC-2-3',
    'ac-2',
    '«AC-2»(x)',
    '(«AC-2(1)»)',
  ])
    it(`with brackets in ${JSON.stringify(source)}`, () => checkFind(['AC-2', 'AC-2(1)'], source));

  for (const source of ['«GV.OC-01», «A1.a».', 'GV.OC', 'GV.OC-01.02', 'A1.a.b', 'A1a'])
    it(`of several shapes in ${JSON.stringify(source)}`, () => checkFind(['GV.OC-01', 'A1.a'], source));

  for (const id of [
    'AC-2(1)',
    'A/1',
    'A 1',
    'A_1',
    'é1',
    '😀1',
    'a*b',
    'x^$1',
    '[1]',
    '{2}',
    'a|b',
    '1\\2',
    '§ 3',
    'A-1',
    'A+1?',
  ])
    it(`matches ${id} as a whole, whatever characters it has`, () => {
      const { matches } = identifierPattern([id]);
      equal(matches(id), true);
      equal(matches(`${id}${id}x`), false);
      equal(matches(''), false);
    });

  it('counts from the start of the text, whatever part is searched', () => {
    const { find } = identifierPattern(['1.1']);
    deepEqual(find('1.1 2.2 3.3', 3, 8), [{ id: '2.2', span: { start: 4, end: 7 } }]);
  });

  it('finds nothing where a standard has no IDs', () => {
    const { find, matches } = identifierPattern([]);
    deepEqual(find('1.1 x'), []);
    equal(matches(''), false);
  });
});
