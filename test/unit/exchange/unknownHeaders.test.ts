/** Headers that nobody knows: what people hear, and what is read once they have said which column is which. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { importMatrixFile } from '../../../server/exchange/matrixExchange';
import { importPlan } from '../../../server/exchange/planExchange';
import { at, indexOf } from '../support/portfolioFiles';
import { bytesOf, standard } from './support';

const portfolio = indexOf({ 'portfolio.yaml': 'title: A\n' }).portfolioAt(at('portfolio.yaml'))!;
const rows = (header: string): string =>
  `${header}\n1.1.1;We know, and ask;Annual survey;Jane\n1.1.2;We ask;Panel notes;Joe\n`;

describe('A table with headers that nobody knows', () => {
  for (const header of [
    'Nr.;Anforderung;Nachweis;Verantwortlich',
    'Réf.;Exigence;Preuve;Responsable de la pièce',
    'N.º;Requisito;Pruebas;Persona a cargo',
    'Rif.;Requisito;Prova;Incaricato',
    'Nr;Eis;Bewijs;Eigenaar',
    'No;Wymaganie;Dowód;Właściciel',
    'αρ.;Απαίτηση;Τεκμήριο;Υπεύθυνος',
  ]) {
    const [ref = '', , evidence = '', owner = ''] = header.split(';');
    it(`is no matrix by itself: ${header}`, () => {
      const outcome = importMatrixFile(portfolio, 'a.csv', bytesOf(rows(header)));
      const names = header.split(';').map((name) => `“${name}”`).join(', ');
      equal(outcome.kind === 'failed' ? outcome.message : '', `There is no evidence matrix in the file: no table with a column for references, such as “Ref”, and one for the evidence. The columns of the file: ${names}.`);
    }); // prettier-ignore
    it(`is a matrix once it is said which is which: ${header}`, () => {
      const told = new Map([['ref', ref], ['evidence', evidence], ['owner', owner]] as const);
      const outcome = importMatrixFile(portfolio, 'a.csv', bytesOf(rows(header)), told);
      if (outcome.kind === 'failed') throw new Error(outcome.message);
      const texts = outcome.result.files.map(({ text }) => text);
      match(texts[0] ?? '', /^title: Annual survey$[^]*^ {2}- 1\.1\.1$[^]*^owner: Jane$/m);
      match(texts[1] ?? '', /^title: Panel notes$[^]*^ {2}- 1\.1\.2$[^]*^owner: Joe$/m);
    }); // prettier-ignore
    it(`is a plan once it is said which is which: ${header}`, () => {
      const told = new Map([['ref', ref], ['action', evidence], ['responsibility', owner]] as const);
      const outcome = importPlan(standard, undefined, 'a.csv', bytesOf(rows(header)), told);
      if (outcome.kind === 'failed') throw new Error(outcome.message);
      deepEqual(
        outcome.result.after?.tables.flatMap(({ rows: all }) => all.flatMap((row) => (row.kind === 'action' ? [row.id] : []))),
        ['1.1.1', '1.1.2'],
      );
    }); // prettier-ignore
  }

  it('is found by the names that are said, though another row looks like a header', () => {
    const text = `Ref;Evidence;Owner\n${rows('Nr.;Anforderung;Nachweis;Verantwortlich')}`;
    const told = new Map([['ref', 'Nr.'], ['evidence', 'Nachweis'], ['owner', 'Verantwortlich']] as const); // prettier-ignore
    const outcome = importMatrixFile(portfolio, 'a.csv', bytesOf(text), told);
    if (outcome.kind === 'failed') throw new Error(outcome.message);
    deepEqual(outcome.result.files.map(({ text: own }) => /^title: (.*)$/m.exec(own)?.[1]), ['Annual survey', 'Panel notes']); // prettier-ignore
  });

  it('is read by the letters and numbers of its columns, too', () => {
    const told = new Map([['ref', 'A'], ['evidence', '3'], ['owner', 'column D']] as const); // prettier-ignore
    const outcome = importMatrixFile(portfolio, 'a.csv', bytesOf(rows('Nr.;Anforderung;Nachweis;Verantwortlich')), told); // prettier-ignore
    if (outcome.kind === 'failed') throw new Error(outcome.message);
    deepEqual(outcome.result.files.map(({ text: own }) => /^title: (.*)$[^]*^owner: (.*)$/m.exec(own)?.slice(1)), [['Annual survey', 'Jane'], ['Panel notes', 'Joe']]); // prettier-ignore
  });

  it('is known in Welsh', () => {
    const matrix = 'Cyf;Elfen;Tystiolaeth;Perchennog;Dyddiad adolygu;Nodiadau\n1.1.1;a;Arolwg blynyddol;Swyddog;31 Mawrth 2027;Da\n';
    const outcome = importMatrixFile(portfolio, 'a.csv', bytesOf(matrix));
    if (outcome.kind === 'failed') throw new Error(outcome.message);
    match(outcome.result.files[0]?.text ?? '', /^title: Arolwg blynyddol$[^]*^owner: Swyddog$[^]*^review-by: 2027-03-31$[^]*\nDa\n/m);
    const plan = 'Cyf;Gweithred;Cyfrifoldeb;Dyddiad targed;Cynnydd;Sylwadau\n1.1.1;Ysgrifennu;Jane;31/03/2027;50%;Da\n';
    const read = importPlan(standard, undefined, 'a.csv', bytesOf(plan));
    if (read.kind === 'failed') throw new Error(read.message);
    match(read.result.text, /\| 1\.1\.1 +\| Ysgrifennu +\| Jane +\| 31\/03\/2027 +\| 50% +\| Da/);
  }); // prettier-ignore
});
