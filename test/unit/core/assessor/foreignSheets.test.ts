/** Assessors' sheets as others lay them out: marks in columns of ratings, headers of two rows, notes on cells, other languages. */
import { deepEqual, equal, match } from 'node:assert/strict';
import type { AssessmentImport, AssessmentTold } from '../../../../server/core/assessor/importAssessment';
import { importAssessmentFile } from '../../../../server/exchange/assessmentExchange';
import { pack } from '../../../../server/exchange/parts/zip';
import { at, indexOf } from '../../support/portfolioFiles';

const manifest = 'title: A\n';
const portfolio = indexOf({ 'portfolio.yaml': manifest }).portfolioAt(at('portfolio.yaml'))!;

function outcomeOf(name: string, file: string | Uint8Array, told: AssessmentTold = new Map()) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  return importAssessmentFile(portfolio, manifest, name, bytes, '2027-05-12', told);
}
function imported(name: string, file: string | Uint8Array, told?: AssessmentTold): AssessmentImport {
  const outcome = outcomeOf(name, file, told);
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return outcome.result;
}
const changes = ({ changed }: AssessmentImport): readonly string[] =>
  changed.map(({ id, what, after }) => `${id} ${what} ${after}`);

describe('An assessor’s sheet of other people', () => {
  const cases: readonly (readonly [what: string, csv: string, expected: readonly string[]])[] = [
    ['has a cross in one of four columns', 'Ref,Element,Compliance Plus,Compliant,Partial,Not,Comments\n1.1.1,a,X,,,,Strong\n1.1.2,b,,x,,,\n1.2.1,c,,,✓,,\n1.3.1,d,,,,☒,None seen\n', ['1.1.1 assessor Compliance plus', '1.1.1 comment Strong', '1.1.2 assessor Compliant', '1.2.1 assessor Partially compliant', '1.3.1 assessor Non-compliant', '1.3.1 comment None seen']],
    ['has them in another order, with what is not so marked too', 'Comments,Non-compliant,Partially compliant,Compliant,Compliance +,Element no.\n,FALSE,FALSE,TRUE,FALSE,1.1.1\n,No,Yes,No,No,1.1.2\n', ['1.1.1 assessor Compliant', '1.1.2 assessor Partially compliant']],
    ['has them below a header of two rows', ',,Assessor’s rating,,,,\nRef,Element,Compliance Plus,Compliant,Partial,Not,Comments\n1.1.1,a,,X,,,Good\n', ['1.1.1 assessor Compliant', '1.1.1 comment Good']],
    ['has the applicant’s own beside the assessor’s', 'Ref,Self Compliant,Self Partial,Assessor Compliant,Assessor Partial\n1.1.1,x,,,x\n', ['1.1.1 self Compliant', '1.1.1 assessor Partially compliant']],
    ['says more than a mark in such a column', 'Ref,Compliance Plus,Compliant,Partial,Not\n1.1.1,,,Only two of five branches,\n', ['1.1.1 assessor Partially compliant', '1.1.1 comment Only two of five branches']],
    ['writes ratings otherwise', 'Ref,Assessor\n1.1.1,Not compliant\n1.1.2,Non compliance\n1.2.1,Compliance\n1.3.1,Partial compliance\n1.3.2,Compliance Plus\n', ['1.1.1 assessor Non-compliant', '1.1.2 assessor Non-compliant', '1.2.1 assessor Compliant', '1.3.1 assessor Partially compliant', '1.3.2 assessor Compliance plus']],
    ['calls none of its columns but one after a rating that denies', 'Ref,Compliant,No,Comments\n1.1.1,x,,\n1.1.2,,x,None seen\n', ['1.1.1 assessor Compliant', '1.1.2 assessor Non-compliant', '1.1.2 comment None seen']],
    ['is in Welsh', 'Cyf,Elfen,Hunanasesiad,Asesydd,Sylwadau’r asesydd\n1.1.1,a,Compliant,Partial,Da iawn\n', ['1.1.1 self Compliant', '1.1.1 assessor Partially compliant', '1.1.1 comment Da iawn']],
  ]; // prettier-ignore
  for (const [what, csv, expected] of cases)
    it(what, () => {
      const found = imported('a.csv', csv);
      deepEqual(changes(found), expected);
      deepEqual(found.problems, []);
    });

  it('has two marks in a row, of which none is taken, and the comment is', () => {
    const found = imported('a.csv', 'Ref,Compliant,Partial,Not,Comments\n1.1.1,x,x,,Between the two\n1.1.2,,x,,\n');
    deepEqual(changes(found), ['1.1.1 comment Between the two', '1.1.2 assessor Partially compliant']);
    deepEqual(found.problems.map(({ where, reason }) => `${where}: ${reason}`), ['line 2: Compliant and Partially compliant are marked at once. What portfolio.yaml says of it stays.']);
  }); // prettier-ignore
  it('says by its header what the marks are taken for', () => {
    const { taken } = imported('a.csv', 'Ref,Compliant,Partial\n1.1.1,x,\n');
    deepEqual(
      taken[0]?.columns.map(({ role, name }) => `${role} ${name}`),
      ['ref Ref', 'assessor Compliant', 'assessor Partial'],
    );
  });
  for (const cell of ['Green', '✓', '3', 'Met', 'Fully'])
    it(`has a rating that is none, which is said: ${cell}`, () => {
      const found = imported('a.csv', `Ref,Assessor,Comments\n1.1.1,${cell},x\n1.1.2,Compliant,\n`);
      match(found.problems[0]?.reason ?? '', /^It is no rating of Customer Service Excellence\./);
    });

  const note = (ref: string, text: string): string =>
    `<comment ref="${ref}" authorId="0"><text><r><t>Jo Lee:</t></r><r><t xml:space="preserve">\n${text}</t></r></text></comment>`;
  const withNotes = (...notes: readonly string[]): Uint8Array => {
    const rows = [['Ref', 'Element', 'Assessor', 'Comments'], ['1.1.1', 'a', 'Compliant', ''], ['1.1.2', 'b', 'Partial', 'Said']]; // prettier-ignore
    const xml = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => `<c r="${'ABCD'[column] ?? ''}${row + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`); // prettier-ignore
    return pack({
      'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="s"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="s" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${xml.join('')}</sheetData></worksheet>`,
      'xl/worksheets/_rels/sheet1.xml.rels': '<Relationships><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>',
      'xl/comments1.xml': `<comments><authors><author>Jo Lee</author></authors><commentList>${notes.join('')}</commentList></comments>`,
    }); // prettier-ignore
  };
  it('has comments as notes on its cells, which are read where nothing else is said', () => {
    const found = imported('a.xlsx', withNotes(note('C2', 'Seen at the desk')));
    deepEqual(changes(found), ['1.1.1 assessor Compliant', '1.1.1 comment Seen at the desk', '1.1.2 assessor Partially compliant', '1.1.2 comment Said']);
    deepEqual(found.problems, []);
  }); // prettier-ignore
  it('has notes besides, which are said', () => {
    const found = imported('a.xlsx', withNotes(note('B2', 'Ours'), note('C3', 'More')));
    deepEqual(
      found.problems.map(({ where, text, reason }) => `${where}: ${reason} ${text}`),
      [
        'the file, row 2: A note on cell B2 is no part of the table, and was not read. Ours',
        'the file, row 3: A note on cell C3 is no part of the table, and was not read. More',
      ],
    );
  });

  const german =
    'Ergebnisse 2027\nNr.;Anforderung;Bewertung des Prüfers;Anmerkungen\n1.1.1;a, b, c;Compliant;Gut, sehr gut\n1.1.2;d;Partial;\n';
  it('has headers that nobody knows, which are named', () => {
    const outcome = outcomeOf('a.csv', german);
    equal(outcome.kind === 'failed' ? outcome.message : '', 'There is no assessor’s sheet in the file: no table with a column for references, such as “Ref”, and one for the ratings or the comments. The columns of the file: “Nr.”, “Anforderung”, “Bewertung des Prüfers”, “Anmerkungen”.');
    deepEqual(outcome.kind === 'failed' ? outcome.columns?.map(({ name }) => name) : [], ['Nr.', 'Anforderung', 'Bewertung des Prüfers', 'Anmerkungen']);
  }); // prettier-ignore
  for (const told of [
    [
      ['ref', 'Nr.'],
      ['assessor', 'Bewertung des Prüfers'],
      ['comment', 'Anmerkungen'],
    ],
    [
      ['ref', 'nr'],
      ['assessor', 'C'],
      ['comment', '4'],
    ],
  ] as const)
    // prettier-ignore
    it(`is read once somebody has said which column is which: ${told.join('; ')}`, () => {
      deepEqual(changes(imported('a.csv', german, new Map(told))), [
        '1.1.1 assessor Compliant',
        '1.1.1 comment Gut, sehr gut',
        '1.1.2 assessor Partially compliant',
      ]);
    });
});
