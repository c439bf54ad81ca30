/** Words of cells in Welsh, alone and beside English ones, where English ones are read. */
import { deepEqual } from 'node:assert/strict';
import { ratingIn } from '../../../../server/core/assessor/ratingWords';
import { kindIn } from '../../../../server/core/matrix/kindWords';
import { statusIn } from '../../../../server/core/matrix/values';
import { readProgress } from '../../../../server/core/plan/progress';
import { noValueOf } from '../../../../server/core/tables/noValue';
import { inEither } from '../../../../server/core/tables/welsh';
import { customerServiceExcellence as cse } from '../../support/standards';

const table = (
  what: string,
  read: (cell: string) => unknown,
  cases: readonly (readonly [meaning: unknown, cells: readonly string[]])[],
): void => {
  describe(what, () => {
    for (const [meaning, cells] of cases)
      for (const cell of cells)
        it(`is ${String(meaning)}: ${cell}`, () => {
          deepEqual(read(cell), meaning);
        });
  });
};

const progressOf = (cell: string): string => {
  const read = readProgress(cell);
  return read.kind === 'known' ? read.word : read.kind;
};

table('a progress in Welsh', progressOf, [
  ['not started', ['Heb ddechrau', 'HEB DDECHRAU ETO', "I'w wneud", 'I’w gwneud', 'Heb gychwyn']],
  ['in progress', ['Ar y gweill', 'Yn mynd rhagddo', 'Ar waith', 'Parhaus', 'Wedi’i gwblhau’n rhannol', 'Oren – ar y gweill', 'In progress / Ar y gweill', 'In progress\nAr y gweill', 'Ar y gweill<br>In progress', 'Ar waith (50%)', '50%']],
  ['on hold', ['Gohiriwyd', 'Wedi’i ohirio', "Wedi'i oedi – aros am arian"]],
  ['complete', ['Wedi’i gwblhau', "Wedi'i gwblhau", 'Wedi ei chwblhau', 'Wedi cwblhau', 'Cwblhawyd: Mai 2027', 'Cyflawn', 'Wedi gorffen', 'Gwyrdd (wedi’i gwblhau)', 'Complete / Wedi’i gwblhau', 'Wedi’i gwblhau | Completed', '**Cwblhawyd**']],
  ['other', ['Heb ei gwblhau', 'Complete<br>Ar y gweill', 'In progress\nReport', 'Complete / Ar y gweill', 'Wedi’i', 'Yn mynd']],
]); // prettier-ignore

table('a status in Welsh', (cell) => statusIn(cell, true, () => undefined), [
  ['draft', ['Drafft', 'DRAFFT', 'Ar y gweill', 'Ar ffurf drafft', 'Heb ddechrau', 'Draft / Drafft']],
  ['in-review', ['Dan adolygiad', 'Yn aros am gymeradwyaeth', "I'w gymeradwyo", 'I’w hadolygu']],
  ['approved', ['Cymeradwywyd', "Wedi'i gymeradwyo", 'Wedi’i chymeradwyo', 'Terfynol', 'Cyfredol', 'Wedi ei gyhoeddi', 'Approved/Cymeradwywyd']],
  ['withdrawn', ['Tynnwyd yn ôl', 'Tynnwyd yn ol', 'Disodlwyd', 'Wedi’i archifo', "Wedi'i ddisodli"]],
  [undefined, ['Gwyrdd', 'Heb ei gymeradwyo', 'Approved / Drafft', 'constructor']],
]); // prettier-ignore

table('a rating in Welsh', (cell) => ratingIn(cse, cell)?.id, [
  ['compliance-plus', ['Cydymffurfio a Mwy', 'Cydymffurfiaeth Plws', 'Cydymffurfio +']],
  ['compliant', ['Cydymffurfio', 'Yn cydymffurfio', 'Cydymffurfio’n llawn', 'Cydymffurfiaeth', 'Cydymffurfiaeth lawn', 'Compliant / Cydymffurfio']],
  ['partial', ["Yn cydymffurfio'n rhannol", 'Cydymffurfio’n rhannol', 'Cydymffurfiaeth rannol', 'Yn rhannol', 'Rhannol', 'Partially compliant / Cydymffurfio’n rhannol']],
  ['non-compliant', ['Heb gydymffurfio', 'Ddim yn cydymffurfio', 'Nid yw yn cydymffurfio', 'Diffyg cydymffurfio']],
  [undefined, ['Compliant / Heb gydymffurfio', 'Cydym', 'Yn']],
]); // prettier-ignore

table('a cell that says nothing in Welsh', noValueOf, [
  ['none', ['Ddim yn berthnasol', 'Amherthnasol', 'Dim', 'dim byd', 'N/A / Ddim yn berthnasol', 'Ddim yn berthnasol\nN/A', 'None/Dim']],
  ['open', ["I'w gadarnhau", 'I’w gytuno', 'Heb ei gadarnhau', 'Anhysbys', 'TBC / I’w gadarnhau', 'I’w gadarnhau / TBC']],
  ['elsewhere', ['Fel uchod', 'Gweler isod', 'Yr un fath', 'See above / Gweler uchod']],
  [undefined, ['Dim ond un', 'Uchod', 'TBC / Dim', 'N/A / Jo', '/', '../..', 'a/b']],
]); // prettier-ignore

table('a kind of evidence in Welsh', kindIn, [
  ['document', ['Polisi', 'Cofnodion', 'Dogfen']],
  ['data', ['Arolwg', 'Ystadegau']],
  ['testimony', ['Cyfweliad', 'Adborth']],
  ['observation', ['Ymweliad', 'Arsylwi']],
]); // prettier-ignore

describe('a cell in both languages', () => {
  it('is not looked into where it is a sentence, or has three parts', () => {
    const read = (text: string): number | undefined => (text === 'a' ? 1 : undefined);
    deepEqual(
      ['a', 'a / a', 'a/b', 'a / a / a', `a / a${' '.repeat(80)}`].map((cell) => inEither(cell, read)),
      [1, 1, undefined, undefined, undefined],
    );
  });
});
