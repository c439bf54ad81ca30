/** Which elements are offered for an ID that the standard does not have. */
import { deepEqual, equal } from 'node:assert/strict';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import type { Standard } from '../../../../server/core/standard/standard';
import {
  didYouMean, elementsBelow, nearestElements, nearestNode, noSuchElement,
} from '../../../../server/core/standard/suggest'; // prettier-ignore
import { surroundingsIn } from '../../../../server/core/evidence/surroundings';
import { fitOfElements } from '../../../../server/core/standard/words';
import { significantWords } from '../../../../server/core/text/words';
import {
  chapters, clauses, controls, criteria, outcomes, principles,
} from '../../support/identifierStandards'; // prettier-ignore
import { customerServiceExcellence as standard, small } from '../../support/standards';

const file = (listed: string, body = ''): string => `---\nelements: [${listed}]\n---\n${body}\n`;

function nearest(id: string, listed = id, body = ''): readonly string[] {
  const evidence = parseEvidence('file:///anytown/a.md', file(listed, body))!;
  return nearestElements(standard, surroundingsIn(evidence))(id).map(({ replacement }) => replacement);
}

function below(id: string, body: string): readonly string[] {
  const evidence = parseEvidence('file:///anytown/a.md', file(id, body))!;
  return elementsBelow(standard.nodes.get(id)!, standard, evidence).map(({ replacement }) => replacement);
}

describe('The nearest elements', () => {
  it('are few edits away, in the order of the standard', () =>
    deepEqual(nearest('3.2.9'), ['3.2.1', '3.2.2', '3.2.3']));
  it('are nearer by a swap of neighbours', () => deepEqual(nearest('1.10.1')[0], '1.1.1'));
  it('come with a full stop that was left out', () => equal(nearest('32.4')[0], '3.2.4'));
  it('come with a full stop too many', () => equal(nearest('3.2.4.')[0], '3.2.4'));
  it('come with a swap', () => equal(nearest('3.24.')[0], '3.2.4'));
  it('come with letters in another case than the standard’s', () => deepEqual(nearest('X'), []));
  it('are not those that the file lists already', () => {
    const offered = nearest('3.2.9', '3.2.9, 3.2.1, 3.2.2');
    deepEqual(offered.slice(0, 2), ['3.2.3', '3.2.4']);
  });
  it('start with one that stands in the text', () =>
    equal(nearest('3.2.9', '3.2.9', 'This is about 3.2.4.')[0], '3.2.4'));
  it('start with one that is not so near, but stands in the text', () =>
    equal(nearest('3.2.9', '3.2.9', 'This is about 3.1.1.')[0], '3.1.1'));
  it('start with one that the text is about', () =>
    equal(
      nearest(
        '3.2.9',
        '3.2.9',
        'Correcting wrong information: checking that it is accurate and complete.',
      )[0],
      '3.2.4',
    ));
  it('are none for a text that is no ID', () => deepEqual(nearest('Reception'), []));
  it('are none for an empty text', () => deepEqual(nearest('', '""'), []));
  it('are three at most', () => equal(nearest('1.1.9').length, 3));

  it('take no time for a text of any length', () => {
    const evidence = parseEvidence('file:///anytown/a.md', file('a'))!;
    deepEqual(nearestElements(standard, surroundingsIn(evidence))('1.'.repeat(1_000_000)), []);
  });
});

/** What is typed, and the one element that it says in another way. */
const alike: readonly (readonly [Standard, string, string])[] = [
  [controls, 'AC-2.1', 'AC-2(1)'],
  [controls, 'AC-2 (1)', 'AC-2(1)'],
  [controls, 'AC-02(01)', 'AC-2(1)'],
  [controls, 'ac-2(1)', 'AC-2(1)'],
  [controls, 'AC2(1)', 'AC-2(1)'],
  [controls, 'AC-2-1', 'AC-2(1)'],
  [controls, 'AC.2.1', 'AC-2(1)'],
  [controls, 'ac2', 'AC-2'],
  [controls, 'AC_2', 'AC-2'],
  [controls, 'AC–2', 'AC-2'],
  [controls, 'АС-2', 'AC-2'],
  [clauses, 'A5.1', 'A.5.1'],
  [clauses, 'A 5.1', 'A.5.1'],
  [clauses, 'a.5.01', 'A.5.1'],
  [clauses, '4.4.1a', '4.4.1 a)'],
  [clauses, '4.4.1(a)', '4.4.1 a)'],
  [clauses, '4.4.1.a', '4.4.1 a)'],
  [clauses, '09.01.02', '9.1.2'],
  [criteria, 'CC 6.1', 'CC6.1'],
  [criteria, 'cc6-1', 'CC6.1'],
  [criteria, 'CC61', 'CC6.1'],
  [outcomes, 'GV.OC-1', 'GV.OC-01'],
  [outcomes, 'gv.oc.01', 'GV.OC-01'],
  [outcomes, 'GVOC01', 'GV.OC-01'],
  [principles, 'A1a', 'A1.a'],
  [principles, 'A.1.A', 'A1.a'],
  [principles, 'A1(a)', 'A1.a'],
  [chapters, '2.3', 'II.3'],
  [chapters, 'ii 3', 'II.3'],
  [standard, '03.02.04', '3.2.4'],
  [standard, '3-2-4', '3.2.4'],
  [standard, '3,2,4', '3.2.4'],
  [standard, '3_2_4', '3.2.4'],
  [standard, '3/2/4', '3.2.4'],
  [standard, '3.2.04', '3.2.4'],
  [standard, '3.2.4.', '3.2.4'],
  [standard, '3..2.4', '3.2.4'],
  [standard, '3. 2. 4', '3.2.4'],
  [standard, '324', '3.2.4'],
  [standard, 'III.2.4', '3.2.4'],
  [standard, '3.2.iv', '3.2.4'],
  [standard, '３．２．４', '3.2.4'],
]; // prettier-ignore

describe('An ID written in another way', () => {
  for (const [own, typed, id] of alike)
    it(`is meant, and no other: “${typed}” for ${id}`, () => {
      const surroundings = { title: '', body: '', listed: new Set<string>() };
      deepEqual(
        nearestElements(own, surroundings)(typed).map(({ replacement }) => replacement),
        [id],
      );
      equal(nearestNode(own, typed)?.id, id);
    });
  it('is no number that stands for a group', () => equal(nearestNode(standard, '3.2')?.id, undefined));
  it('of an earlier edition leads to what has replaced it', () =>
    equal(nearestNode(small, '09.09')?.id, '1.2'));
  it('is told as one of another edition where it is that', () => {
    equal(
      noSuchElement(small, '9.9').message,
      '9.9 is now 1.2, “The opening hours are known”. Write the new ID.',
    );
    equal(
      noSuchElement(small, '1-2').message,
      '1-2 is not an element of Small Standard. Did you mean 1.2, “The opening hours are known”?',
    );
    equal(noSuchElement(small, 'Reception').message, 'Reception is not an element of Small Standard.');
  });
  it('stands in the file already: then none is offered in its place that is not near', () =>
    equal(nearest('3-2-4', '3-2-4, 3.2.4').includes('3.2.4'), false));
});

describe('The elements of a group', () => {
  it('are all of them, in the order of the standard', () =>
    deepEqual(below('1.1', ''), ['1.1.1', '1.1.2', '1.1.3']));
  it('are those of all groups below', () => {
    const ids = below('1', '');
    equal(ids.length, standard.elements.filter(({ id }) => id.startsWith('1.')).length);
    equal(ids[0], '1.1.1');
  });
  it('start with what the text is about', () =>
    equal(
      below('3.2', 'Correcting wrong information: checking that it is accurate and complete.')[0],
      '3.2.4',
    ));
});

describe('What is offered', () => {
  const [first, second] = [
    { replacement: '1.1', label: 'a' },
    { replacement: '1.2', label: 'b' },
  ];
  it('is said in one sentence', () => equal(didYouMean([first]), ' Did you mean 1.1, “a”?'));
  it('is said in two', () => equal(didYouMean([first, second]), ' Did you mean 1.1, “a”? Also near: 1.2.'));
  it('is nothing for nothing', () => equal(didYouMean([]), ''));
});

describe('Words', () => {
  it('are told from those that say nothing, and freed of their plural', () =>
    deepEqual(
      [...significantWords('The policies, POLICY and glasses of Zoë: it is 24 addresses')],
      ['policy', 'glasse', 'zoë', 'addresse'],
    ));
  it('fit the element best whose own they are', () => {
    for (const element of standard.elements) {
      const fit = fitOfElements(standard, significantWords([element.text, ...element.guidance].join(' ')));
      equal(fit.get(element.id), 1, element.id);
    }
  });
  it('fit no element where there are none', () => equal(fitOfElements(standard, new Set()).size, 0));
});
