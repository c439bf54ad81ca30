/** What people may call the columns of an assessor’s sheet on the command line. */
import { deepEqual } from 'node:assert/strict';
import { assessmentColumn } from '../../../../server/core/assessor/columnNames';

describe('A column of an assessor’s sheet, by name', () => {
  for (const [words, role] of [
    [['ref', 'Ref', ' REF '], 'ref'],
    [['self', 'Self'], 'self'],
    [['assessor', 'Assessor:'], 'assessor'],
    [['comment', 'Assessor’s comments', "assessor's comments"], 'comment'],
    [['date', 'Date'], 'assessed'],
  ] as const)
    for (const word of words) it(`“${word}” is ${role}`, () => deepEqual(assessmentColumn(word), { role }));

  for (const [word, near] of [
    ['assesor', 'assessor'],
    ['comments', 'comment'],
    ['selff', 'self'],
    // Written by the export, and never read.
    ['element', undefined],
    ['tell', undefined],
    ['whatever', undefined],
    ['', undefined],
  ] as const)
    it(`“${word}” is none${near === undefined ? '' : `; near is ${near}`}`, () =>
      deepEqual(assessmentColumn(word), { role: undefined, near }));
});
