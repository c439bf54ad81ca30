import { equal } from 'node:assert/strict';
import type { Formula } from '../../../server/core/tables/counts';
import { call, cellAt, sign, sumOf, valueIn } from '../../../server/core/tables/counts';
import { excelFormula, openFormula } from '../../../server/exchange/xlsx/formulaText';

const range: Formula = { kind: 'range', column: 27, first: 2, last: 9 };

/** `npm run test:office` holds what they come to in LibreOffice. */
describe('A formula', () => {
  for (const [name, formula, excel, open] of [
    ['cells and signs', sign(cellAt(1, 3), '>=', valueIn(2)), '(B3>=2)', 'of:=([.B3]>=2)'],
    ['a range of the other sheet', call('COUNTA', range), "COUNTA('It''s a sheet'!$AB$2:$AB$9)", "of:=COUNTA([$'It''s a sheet'.$AB$2:.$AB$9])"],
    ['several values', call('IF', valueIn(1), valueIn('a'), valueIn(0.5)), 'IF(1,"a",0.5)', 'of:=IF(1;"a";0.5)'],
    ['a text that would end itself', sign(call('TRIM', range), '=', valueIn('a"&HYPERLINK("http://x")&"')), '(TRIM(\'It\'\'s a sheet\'!$AB$2:$AB$9)="a""&HYPERLINK(""http://x"")&""")', 'of:=(TRIM([$\'It\'\'s a sheet\'.$AB$2:.$AB$9])="a""&HYPERLINK(""http://x"")&""")'],
    ['a sum', sumOf([cellAt(0, 1), cellAt(0, 2), cellAt(0, 3)]), '((A1+A2)+A3)', 'of:=(([.A1]+[.A2])+[.A3])'],
    ['no sum', sumOf([]), '0', 'of:=0'],
  ] as const)
    it(`is written with ${name}`, () => {
      equal(excelFormula(formula, "It's a sheet"), excel);
      equal(openFormula(formula, "It's a sheet"), open);
    }); // prettier-ignore
});
