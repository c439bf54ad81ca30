/** What people can do with an exported plan in the program that opens it: dates, lists to choose from, links. */
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { readGrids } from '../../../server/exchange/formats';
import { unpack } from '../../../server/exchange/parts/zip';
import { exported, imported, planText, textOf } from './support';

const header = 'Ref No.|Criteria / Action|Responsibility|Target Completion Date|Progress|Comments';
const part = (file: Uint8Array, name: string): string => unpack(file).get(name) ?? '';
const sheetOf = (text: string): string => part(exported(text, 'xlsx'), 'xl/worksheets/sheet1.xml');
const stylesOf = (text: string): string => part(exported(text, 'xlsx'), 'xl/styles.xml');

describe('a target date in an exported workbook', () => {
  // How it is shown, and the day that is in the cell: 46477 is 31 March 2027.
  const cases: readonly (readonly [string, string, number])[] = [
    ['2027-03-31', 'yyyy-mm-dd', 46477],
    ['31/03/2027', 'dd/mm/yyyy', 46477],
    ['31.3.2027', 'dd/mm/yyyy', 46477],
    ['31 March 2027', 'd mmmm yyyy', 46477],
    ['31 Mar 27', 'd mmmm yyyy', 46477],
    ['31st March 2027', 'd mmmm yyyy', 46477],
    ['March 2027', 'mmmm yyyy', 46477],
    ['03/2027', 'mmmm yyyy', 46477],
    ['28 February 2028', 'd mmmm yyyy', 46811],
    ['29 February 2028', 'd mmmm yyyy', 46812],
  ];
  for (const [target, look, day] of cases)
    it(`is a date: ${target}`, () => {
      const text = planText(header, `1.1.1|a|b|${target}|not started|`);
      const [, style, value] = /<c r="D2" s="(\d+)"><v>(\d+)<\/v>/.exec(sheetOf(text)) ?? [];
      equal(value, String(day));
      const formats = Array.from(stylesOf(text).matchAll(/<xf numFmtId="(\d+)"/g), ([, id]) => id).slice(1);
      match(stylesOf(text), new RegExp(`numFmtId="${formats[Number(style)] ?? ''}" formatCode="${look}"`));
      equal(imported(text, 'plan.xlsx', exported(text, 'xlsx')).text, text);
    });

  for (const target of [
    'ongoing',
    'Q2 2027',
    '2027',
    'by March 2027',
    'TBC',
    'end of May 2027',
    '31 March 2027 (late)',
    '**2027-03-31**',
  ])
    it(`is a text where no spreadsheet has such a date: ${target}`, () => {
      const text = planText(header, `1.1.1|a|b|${target}|not started|`);
      match(sheetOf(text), /<c r="D2" s="\d+" t="inlineStr">/);
      equal(imported(text, 'plan.xlsx', exported(text, 'xlsx')).text, text);
    });

  it('becomes one where it is typed into an empty cell', () => {
    const [, style = ''] = /<c r="D2" s="(\d+)"\/>/.exec(sheetOf(planText(header, '1.1.1|a'))) ?? [];
    match(stylesOf(planText(header, '1.1.1|a')), /formatCode="d mmmm yyyy"/);
    equal(style, '12');
  });
});

describe('the progress in an export', () => {
  const text = planText(header, '1 Customer Insight', '1.1.1|a|b|c|in progress – at the printer|', '1.1.2|a');

  it('is chosen from a list in a workbook, or typed', () => {
    match(
      sheetOf(text),
      /<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="E2:E204"><formula1>"not started,in progress,on hold,complete"<\/formula1>/,
    );
  });
  it('is no list where the plan has no such column', () => {
    doesNotMatch(sheetOf(planText('Ref|Action', '1.1.1|a')), /dataValidation/);
  });
  it('is chosen from a list in a document, or typed', () => {
    const xml = part(exported(text, 'docx'), 'word/document.xml');
    equal(xml.match(/<w:comboBox>/g)?.length, 2);
    match(xml, /<w:listItem w:displayText="on hold" w:value="on hold"\/>/);
    match(xml, /<w:showingPlcHdr\/>/);
  });
  it('comes back as it was, hints left out', () => {
    for (const format of ['xlsx', 'docx', 'ods', 'odt'] as const)
      equal(imported(text, `plan.${format}`, exported(text, format)).text, text);
  });
});

describe('Markdown in an exported cell', () => {
  const text = planText(
    header,
    '1.1.1|**Ask** [the survey team](https://example.org/team)|[Lead](mailto:lead@example.org)|||see [a](a.pdf) and [b](b.pdf)',
    '1.1.2|a|b|||[the report](<../a b.pdf#page=4>)',
    '1.2.1|a|b|||[bad](javascript:alert(1)) [worse](file:///etc/passwd)',
  );

  it('is text and links in a web page', () => {
    const html = textOf(exported(text, 'html'));
    match(
      html,
      /<td>Ask <a href="https:&#47;|<td>Ask <a href="https:\/\/example\.org\/team">the survey team<\/a><\/td>/,
    );
    match(html, /<td>Lead \(mailto:lead@example\.org\)<\/td>/);
    match(html, /<td>bad \(javascript:alert\(1\)\) worse \(file:\/\/\/etc\/passwd\)<\/td>/);
    doesNotMatch(html, /\*\*|href="(?:javascript|file)/);
  });
  it('is text and links in a document', () => {
    const file = exported(text, 'docx');
    const xml = part(file, 'word/document.xml');
    const links = part(file, 'word/_rels/document.xml.rels');
    match(xml, /<w:hyperlink r:id="link0">.*?the survey team/);
    match(links, /Id="link0"[^>]*Target="https:\/\/example\.org\/team" TargetMode="External"/);
    doesNotMatch(links, /javascript|file:/);
  });
  it('is text in a workbook, with a link where the cell is one', () => {
    const file = exported(text, 'xlsx');
    const xml = part(file, 'xl/worksheets/sheet1.xml');
    match(xml, /<hyperlinks><hyperlink ref="F3" r:id="rId1"\/><\/hyperlinks>/);
    match(part(file, 'xl/worksheets/_rels/sheet1.xml.rels'), /Target="\.\.\/a b\.pdf#page=4"/);
    match(xml, /Ask the survey team \(https:\/\/example\.org\/team\)/);
    match(xml, /see a \(a\.pdf\) and b \(b\.pdf\)/);
  });
  it('is text with addresses in comma-separated values', () => {
    match(textOf(exported(text, 'csv')), /1\.1\.2,a,b,,,the report \(\.\.\/a b\.pdf#page=4\)\r\n/);
  });
  it('changes nothing of the plan that it came from', () => {
    for (const format of ['md', 'csv', 'html', 'docx', 'xlsx', 'ods', 'odt'] as const)
      equal(imported(text, `plan.${format}`, exported(text, format)).text, text, format);
  });
  it('is not said twice where another program leads from the whole cell', () => {
    const own = planText(header, '1.1.1|a|b|||The [note](a.md) is a draft.');
    equal(imported(own, 'a.csv', 'Ref,Action,Comments\n1.1.1,a,[The note is a draft.](a.md)\n').text, own);
    equal(imported(own, 'a.csv', 'Ref,Action,Comments\n1.1.1,a,The note is a draft.\n').text, own);
    match(
      imported(own, 'a.csv', 'Ref,Action,Comments\n1.1.1,a,[The note is a draft.](b.md)\n').text,
      /b\.md/,
    );
  });
  it('comes back with its links where there is no plan yet', () => {
    for (const format of ['html', 'docx', 'xlsx', 'ods', 'odt'] as const) {
      const [grid] = readGrids(`a.${format}`, exported(text, format));
      deepEqual(grid?.rows[2]?.cells[5], '[the report](<../a b.pdf#page=4>)', format);
    }
  });
});
