/** Which IDs a few words name, in standards of many shapes. */
import { deepEqual, equal } from 'node:assert/strict';
import { identifiersInText } from '../../../../server/core/standard/identifiersInText';
import type { Standard } from '../../../../server/core/standard/standard';
import {
  chapters, clauses, controls, criteria, outcomes, principles, singles,
} from '../../support/identifierStandards'; // prettier-ignore
import { customerServiceExcellence as cse } from '../../support/standards';

const read = (standard: Standard, text: string): string => {
  const { parts, isCertain } = identifiersInText(standard, text);
  const ids = parts.map(({ id, isKnown }) => (isKnown ? id : `${id}!`)).join(' ');
  return `${isCertain ? '= ' : '~ '}${ids}`.trim();
};

/** `=` certain, `~` not; `!` behind one that the standard does not have. */
const table: readonly (readonly [Standard, string, string])[] = [
  // several
  [cse, '3.2.4, 1.1.1', '= 3.2.4 1.1.1'],
  [cse, '3.2.4,1.1.1', '= 3.2.4 1.1.1'],
  [cse, '3.2.4;1.1.1', '= 3.2.4 1.1.1'],
  [cse, '3.2.4; 1.1.1', '= 3.2.4 1.1.1'],
  [cse, '3.2.4/1.1.1', '= 3.2.4 1.1.1'],
  [cse, '3.2.4 / 1.1.1', '= 3.2.4 1.1.1'],
  [cse, '3.2.4 and 1.1.1', '= 3.2.4 1.1.1'],
  [cse, '3.2.4, 1.1.1 and 1.1.2.', '= 3.2.4 1.1.1 1.1.2'],
  [cse, '3.2.4 & 1.1.1', '= 3.2.4 1.1.1'],
  [cse, '3.2.4 + 1.1.1', '= 3.2.4 1.1.1'],
  [cse, '3.2.4 | 1.1.1', '= 3.2.4 1.1.1'],
  [cse, '3.2.4 1.1.1', '= 3.2.4 1.1.1'],
  [cse, '3.2.4\n1.1.1\n', '= 3.2.4 1.1.1'],
  [cse, '3.2.4\t1.1.1', '= 3.2.4 1.1.1'],
  [cse, '3.2.4、1.1.1', '= 3.2.4 1.1.1'],
  [cse, '3.2.4 or 1.1.1', '~ 3.2.4 1.1.1'],
  [cse, '3.2.4 (1.1.1)', '= 3.2.4 1.1.1'],
  [cse, '[3.2.4] [1.1.1]', '= 3.2.4 1.1.1'],
  [cse, '[[3.2.4]], [[1.1.1]]', '= 3.2.4 1.1.1'],
  [cse, '3.2.4, 9.9.9', '~ 3.2.4 9.9.9!'],
  [cse, '9.9.9, 3.2.4', '~ 9.9.9! 3.2.4'],
  [cse, '3.2.4, 3.2.4', '= 3.2.4'],
  [cse, '3.2.4, see 1.1.1', '~ 3.2.4 1.1.1'],
  [cse, '3.2.4 not 1.1.1', '~ 3.2.4 1.1.1'],
  // from one to another
  [cse, '1.1.1 – 1.1.3', '= 1.1.1 1.1.2 1.1.3'],
  [cse, '1.1.1-1.1.3', '= 1.1.1 1.1.2 1.1.3'],
  [cse, '1.1.1—1.1.3', '= 1.1.1 1.1.2 1.1.3'],
  [cse, '1.1.1 to 1.1.3', '= 1.1.1 1.1.2 1.1.3'],
  [cse, '1.1.1..1.1.3', '= 1.1.1 1.1.2 1.1.3'],
  [cse, '1.1.1 through 1.1.3, 3.2.4', '= 1.1.1 1.1.2 1.1.3 3.2.4'],
  [cse, '1.1.1-3', '= 1.1.1 1.1.2 1.1.3'],
  [cse, '1.1.1–3', '= 1.1.1 1.1.2 1.1.3'],
  [cse, '1.1.1 to 3', '= 1.1.1 1.1.2 1.1.3'],
  [cse, '1.1.1/2', '= 1.1.1 1.1.2'],
  [cse, '1.1.1/2, 3.2.4', '= 1.1.1 1.1.2 3.2.4'],
  [cse, '1.1 – 1.3', '= 1.1 1.2 1.3'],
  [cse, '1.1.3 - 1.1.1', '= 1.1.3 1.1.1'],
  [cse, '1.1.3 - 1.2.1', '~ 1.1.3 1.2.1'],
  [cse, '1.1.3 to 1.2.1', '= 1.1.3 1.2.1'],
  [cse, '1.1.1 – 9.9.9', '~ 1.1.1 9.9.9!'],
  // bullets and numbers of lists
  [cse, '• 3.2.4', '= 3.2.4'],
  [cse, '•3.2.4', '= 3.2.4'],
  [cse, '· 3.2.4', '= 3.2.4'],
  [cse, '– 3.2.4', '= 3.2.4'],
  [cse, '* 3.2.4', '= 3.2.4'],
  [cse, 'o 3.2.4', '= 3.2.4'],
  [cse, '\uF0B7 3.2.4', '= 3.2.4'],
  [cse, '•\u00a03.2.4', '= 3.2.4'],
  [cse, '- 3.2.4', '= 3.2.4'],
  [cse, '1) 3.2.4', '= 3.2.4'],
  [cse, '1. 3.2.4', '= 3.2.4'],
  [cse, 'a) 3.2.4', '= 3.2.4'],
  [cse, '(i) 3.2.4', '= 3.2.4'],
  [cse, '1) 3.2.4 2) 1.1.1', '= 3.2.4 1.1.1'],
  [cse, '• 1.1.1 • 1.1.3', '= 1.1.1 1.1.3'],
  [cse, '– 1.1.1 – 1.1.3', '= 1.1.1 1.1.3'],
  [cse, '- 1.1.1\n- 1.1.3', '= 1.1.1 1.1.3'],
  // one among other words
  [cse, 'CSE 3.2.4', '= 3.2.4'],
  [cse, 'CSE3.2.4', '= 3.2.4'],
  [cse, 'CSE-3.2.4', '= 3.2.4'],
  [cse, 'CSE_3.2.4, CSE_1.1.1', '= 3.2.4 1.1.1'],
  [cse, 'XYZ3.2.4', '~'],
  [cse, 'Element 3.2.4', '= 3.2.4'],
  [cse, 'Elements: 3.2.4, 1.1.1', '= 3.2.4 1.1.1'],
  [cse, 'Customer Service Excellence element 3.2.4', '= 3.2.4'],
  [cse, 'Element no. 3.2.4', '= 3.2.4'],
  [cse, '3.2.4 Accuracy', '~ 3.2.4'],
  [cse, '3.2.4: Accuracy', '~ 3.2.4'],
  [cse, '3.2.4 - Accuracy', '~ 3.2.4'],
  [cse, '3.2.4-Accuracy', '~ 3.2.4'],
  [cse, '3.2.4 (part)', '~ 3.2.4'],
  [cse, '3.2.4?', '~ 3.2.4'],
  [cse, '~~3.2.4~~', '~ 3.2.4'],
  [cse, 'not 3.2.4', '~ 3.2.4'],
  [cse, '[3.2.4]', '= 3.2.4'],
  [cse, '(3.2.4)', '= 3.2.4'],
  [cse, '“3.2.4”', '= 3.2.4'],
  [cse, '`3.2.4`', '= 3.2.4'],
  [cse, '**3.2.4**', '= 3.2.4'],
  [cse, '3.2.4.', '= 3.2.4'],
  [cse, '3.2.4,', '= 3.2.4'],
  [cse, '3.2.4:', '= 3.2.4'],
  [cse, '#3.2.4', '= 3.2.4'],
  [cse, '§ 3.2.4', '= 3.2.4'],
  [cse, '3.2.4 We ensure that', '~ 3.2.4'],
  [cse, '1.1 Customer Identification', '= 1.1'],
  [cse, '1.1.1 We have an in-depth understanding', '= 1.1.1'],
  // none
  [cse, '3.2.9', '~ 3.2.9!'],
  [cse, 'CSE 3.2.9', '~ 3.2.9!'],
  [cse, '3.2.4.1', '~'],
  [cse, 'v3.2.4', '~'],
  [cse, '13.2.4', '~ 13.2.4!'],
  [cse, '3.2.4a', '~'],
  [cse, 'Reception', '~'],
  [cse, '', '~'],
  // characters that look alike
  [cse, '3.2.4\u200b', '= 3.2.4'],
  [cse, '\ufeff3.2.4', '= 3.2.4'],
  [cse, '3.2\u00ad.4', '= 3.2.4'],
  [cse, '3\u2060.2.4', '= 3.2.4'],
  [cse, '\u200e3.2.4\u200f', '= 3.2.4'],
  [cse, '３.２.４', '= 3.2.4'],
  [cse, '3．2．4', '= 3.2.4'],
  [cse, '3.2.4\u00a01.1.1', '= 3.2.4 1.1.1'],
  [cse, '٣.٢.٤', '= 3.2.4'],
  // other shapes
  [controls, 'AC-2, AC-3', '= AC-2 AC-3'],
  [controls, 'AC-2(1)', '= AC-2(1)'],
  [controls, 'AC-2 (1)', '~ AC-2(1)'],
  [controls, 'AC–2', '= AC-2'],
  [controls, 'AC‑2', '= AC-2'],
  [controls, 'АС-2', '= AC-2'],
  [controls, 'AC-2.1', '~ AC-2(1)'],
  [controls, 'AC-2 and AC-2(1)', '= AC-2 AC-2(1)'],
  [controls, 'AC-2(1)/(3)', '= AC-2(1) AC-2(3)'],
  [controls, 'AC-2(1)-(3)', '= AC-2(1) AC-2(2) AC-2(3)'],
  [controls, 'AC-1 to AC-3', '= AC-1 AC-2 AC-2(1) AC-2(2) AC-2(3) AC-3'],
  [controls, 'ac-2', '~ AC-2'],
  [controls, 'AC2', '~ AC-2'],
  [controls, 'AC-2: Accounts', '= AC-2'],
  [controls, 'Control AC-2', '= AC-2'],
  [controls, 'AC-2, AC-99', '~ AC-2 AC-99!'],
  [controls, 'AC-20', '~ AC-20!'],
  [controls, 'AU-10', '= AU-10'],
  [clauses, 'A.5.1 / A.5.2', '= A.5.1 A.5.2'],
  [clauses, 'A5.1', '~ A.5.1'],
  [clauses, 'Annex A.5.1', '~ A.5.1'],
  [clauses, 'Clauses 27001 A.5.1', '= A.5.1'],
  [clauses, '5.1, A.5.1', '= 5.1 A.5.1'],
  [clauses, '4.4.1 a)', '= 4.4.1 a)'],
  [clauses, '4.4.1 a), 4.4.1 b)', '= 4.4.1 a) 4.4.1 b)'],
  [clauses, '4.4.1 a) and b)', '~ 4.4.1 a)'],
  [clauses, '4.4.1a', '~ 4.4.1 a)'],
  [clauses, '5.1 a policy', '~ 5.1'],
  [criteria, 'CC 6.1', '~ CC6.1'],
  [criteria, 'CC6.1-CC6.3', '= CC6.1 CC6.2 CC6.3'],
  [criteria, 'CC6.1-6.3', '= CC6.1 CC6.2 CC6.3'],
  [criteria, 'CC6.1–3', '= CC6.1 CC6.2 CC6.3'],
  [criteria, 'CC6.1/CC6.2', '= CC6.1 CC6.2'],
  [outcomes, 'GV.OC-01, ID.AM-01', '= GV.OC-01 ID.AM-01'],
  [outcomes, 'GV.OC-1', '~ GV.OC-01'],
  [outcomes, 'GV.OC-01 to GV.OC-02', '= GV.OC-01 GV.OC-02'],
  [outcomes, 'GV OC 01', '~ GV.OC-01'],
  [principles, 'A1.a, A1.b', '= A1.a A1.b'],
  [principles, 'A1.a-c', '= A1.a A1.b A1.c'],
  [principles, 'A1a', '~ A1.a'],
  [principles, 'A1.a direction', '= A1.a'],
  [singles, '5', '= 5'],
  [singles, '1, 2 and 5', '= 1 2 5'],
  [singles, '1-5', '= 1 2 5'],
  [singles, '1) 5', '= 5'],
  [singles, 'Point 5', '= 5'],
  [singles, '5 Say thank you', '= 5'],
  [singles, '5 ways to help', '~'],
  [singles, 'A meeting', '~'],
  [singles, 'A Managing risk', '= A'],
  [singles, 'A4 leaflets', '~'],
  [singles, 'A, B', '= A B'],
  [singles, '2. Method', '~'],
  [chapters, 'II.3', '= II.3'],
]; // prettier-ignore

describe('The IDs in a text', () => {
  for (const [standard, text, expected] of table)
    it(`of “${text}” in ${standard.title}: ${expected}`, () => equal(read(standard, text), expected));

  it('come with the words behind each', () =>
    deepEqual(
      identifiersInText(cse, '1.1.1 We have a plan, and 3.2.4: Accuracy').parts.map(({ words }) => words),
      ['We have a plan', 'Accuracy'],
    ));
  it('come with their places in the text without bullets', () => {
    const { parts, text } = identifiersInText(cse, '• 1.1.1\u200b, 3.2.4');
    deepEqual(
      parts.map(({ span }) => text.slice(span.start, span.end)),
      ['1.1.1', '3.2.4'],
    );
  });
  it('are none in a text of any length', () => {
    deepEqual(identifiersInText(cse, '1.1.1, '.repeat(200_000)).parts, []);
    equal(identifiersInText(cse, '1.'.repeat(999)).parts.length, 0);
  });
  it('say themselves: every ID of every standard is found alone, and in a row of all', () => {
    for (const standard of [cse, controls, clauses, criteria, outcomes, principles, singles, chapters]) {
      const ids = standard.elements.map(({ id }) => id);
      for (const id of ids) equal(read(standard, id), `= ${id}`);
      equal(read(standard, ids.join(', ')), `= ${ids.join(' ')}`);
    }
  });
});
