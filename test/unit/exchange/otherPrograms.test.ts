/** What other programs put into workbooks, documents and pages beside plain texts, and what is read of it. */
import { deepEqual, match } from 'node:assert/strict';
import type { Grid } from '../../../server/core/tables/grid';
import { readGrids } from '../../../server/exchange/formats';
import { limits } from '../../../server/exchange/parts/limits';
import { pack } from '../../../server/exchange/parts/zip';
import { bytesOf } from './support';

type Cells = readonly (readonly string[])[];

const cellsOf = (grids: readonly Grid[]): readonly Cells[] =>
  grids.map(({ rows }) => rows.map(({ cells }) => cells));

const reads = (name: string, content: Uint8Array | string, ...expected: readonly Cells[]): void => {
  deepEqual(cellsOf(readGrids(name, typeof content === 'string' ? bytesOf(content) : content)), expected);
};

const sheetPart = (sheet: string, behind = ''): string =>
  `<worksheet><sheetData>${sheet}</sheetData>${behind}</worksheet>`;

/** A workbook with a sheet for each text, called Plan, Data, Third. */
function workbook(sheets: readonly string[], more: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = ['Plan', 'Data', 'Third'];
  return pack({
    'xl/workbook.xml': `<workbook><sheets>${sheets.map((_, at) => `<sheet name="${names[at] ?? ''}" sheetId="${at + 1}" r:id="r${at}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, at) => `<Relationship Id="r${at}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetPart(sheet)])),
    ...more,
  });
}

const text = (value: string, at = ''): string =>
  `<c${at === '' ? '' : ` r="${at}"`} t="inlineStr"><is><t>${value}</t></is></c>`;

const stylesWith = (...codes: readonly string[]): Readonly<Record<string, string>> => ({
  'xl/styles.xml': `<styleSheet><numFmts>${codes.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs>${codes.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}</cellXfs></styleSheet>`,
});

describe('a date or a number of a workbook', () => {
  // The serial number 46477.6 is the afternoon of 31 March 2027.
  const cases: readonly (readonly [string, string])[] = [
    ['dd/mm/yyyy', '2027-03-31'],
    ['d mmmm yyyy', '2027-03-31'],
    ['[$-809]dddd, d mmmm yyyy;@', '2027-03-31'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2027-03-31'],
    ['dd/mm/yyyy hh:mm', '2027-03-31'],
    ['d', '2027-03-31'],
    ['ddd', '2027-03-31'],
    ['mmmm', 'March 2027'],
    ['mmm', 'March 2027'],
    ['mmm-yy', 'March 2027'],
    ['[$-409]mmmm\\ yyyy;@', 'March 2027'],
    ['mm/yyyy', 'March 2027'],
    ['yyyy', '2027'],
    ['&quot;by &quot;mmmm yyyy', 'March 2027'],
    ['&quot;day&quot;0', '46477.6'],
    ['General', '46477.6'],
    ['[Red]General', '46477.6'],
    ['hh:mm', '1115462:24'],
    ['mm:ss', '1115462:24'],
    ['[h]:mm', '1115462:24'],
    ['0.00', '46477.60'],
    ['0%', '4647760%'],
    ['#,##0.00', '46477.6'],
  ]; // prettier-ignore
  for (const [code, expected] of cases)
    it(`is “${expected}” where its format is ${code}`, () => {
      reads('a.xlsx', workbook(['<row><c s="0"><v>46477.6</v></c></row>'], stylesWith(code)), [[expected]]);
    });

  it('is the month where Excel has made a day of “Mar-27”', () => {
    const styles = { 'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="17"/></cellXfs></styleSheet>' };
    reads('a.xlsx', workbook(['<row><c s="0"><v>46447</v></c></row>'], styles), [['March 2027']]);
  });

  for (const [value, expected] of [
    ['2027-03-31', '2027-03-31'],
    ['2027-03-31T00:00:00', '2027-03-31'],
    ['2027-03-31T23:30:00.000Z', '2027-03-31'],
    ['2027-03-31T10:00:00+01:00', '2027-03-31'],
    ['14:30', '14:30'],
    ['soon', 'soon'],
  ] as const)
    it(`is “${expected}” where a strict workbook says ${value}`, () => {
      reads('a.xlsx', workbook([`<row><c t="d"><v>${value}</v></c></row>`]), [[expected]]);
    });
});

describe('a sheet', () => {
  const list = (rows: number): string => `<row>${text('x')}</row>`.repeat(rows);

  it('with too many rows is left out and named, and those beside it are read', () => {
    const [plan, data] = readGrids('a.xlsx', workbook([`<row>${text('Ref')}</row>`, list(limits.rows + 1)]));
    deepEqual(plan?.rows, [{ place: 1, cells: ['Ref'] }]);
    const reason = 'Sheet “Data” has more than 20000 rows. Nothing of it was read.';
    deepEqual([data?.rows, data?.notes], [[], [{ place: undefined, text: '', reason }]]);
  });
  it('with too many columns is left out and named', () => {
    const [, data] = readGrids(
      'a.xlsx',
      workbook([`<row>${text('Ref')}</row>`, `<row>${text('x', 'XFD1')}</row>`]),
    );
    match(data?.notes?.[0]?.reason ?? '', /^A row of sheet “Data” has more than 200 columns\./);
  });
  it('may have a million rows with nothing in them', () => {
    const styled = Array.from({ length: 30_000 }, (_, at) => `<row r="${at + 2}"><c s="1"/></row>`).join('');
    const sheet = `<row r="1">${text('Ref')}</row>${styled}<row r="40000">${text('1.1.1')}</row>`;
    deepEqual(readGrids('a.xlsx', workbook([sheet]))[0]?.rows, [
      { place: 1, cells: ['Ref'] },
      { place: 40_000, cells: ['1.1.1'] },
    ]);
  });
  it('has each limit for itself', () => {
    const grids = readGrids(
      'a.xlsx',
      workbook([list(limits.rows - 1), list(limits.rows - 1), list(limits.rows - 1)]),
    );
    deepEqual(
      grids.map(({ rows, notes }) => [rows.length, notes]),
      Array(3).fill([limits.rows - 1, undefined]),
    );
  });
});

describe('a formula without a result', () => {
  const notes = (...cells: readonly string[]): readonly string[] =>
    readGrids('a.xlsx', workbook([`<row r="7">${cells.join('')}</row>`])).flatMap(({ notes: all = [] }) =>
      all.map(({ place, reason }) => `${place ?? ''}: ${reason}`),
    );
  const behind =
    'no result in the file, so nothing was read there. Open the file in Excel or LibreOffice, save it, and import it again.';

  for (const [what, cell] of [
    ['no value', '<c r="C7"><f>TODAY()</f></c>'],
    ['an empty value', '<c r="C7"><f>TODAY()</f><v></v></c>'],
    ['an empty value in short', '<c r="C7"><f>TODAY()</f><v/></c>'],
  ] as const)
    it(`is said, with its place: ${what}`, () => {
      deepEqual(notes(text('a'), cell), [`7: The formula in C7 has ${behind}`]);
    });
  it('is said once for all', () => {
    deepEqual(notes('<c r="B7"><f>1</f></c>', '<c r="C7"><f>1</f></c>'), [
      `7: 2 formulas, the first in B7, have ${behind}`,
    ]);
  });
  it('is not one whose result is an empty text, a number or nothing at all', () => {
    deepEqual(notes('<c t="str"><f>""</f><v></v></c>', '<c><f>1</f><v>0</v></c>', '<c s="1"/>'), []);
  });
});

describe('an apostrophe that guards against formulas', () => {
  const cells: readonly (readonly [string, string])[] = [
    ["'=1+1", '=1+1'],
    ["'+44 20", '+44 20'],
    ["'@lead", '@lead'],
    ["'-", '-'],
    ["''=1", "'=1"],
    ["'tis", "'tis"],
    ["it's", "it's"],
    ['=1', '=1'],
  ];
  const escaped = (cell: string): string => cell.replaceAll("'", '&#39;');
  for (const [cell, expected] of cells) {
    it(`comes off in every format: ${cell}`, () => {
      reads('a.csv', `Ref,${cell}\n`, [['Ref', expected]]);
      reads('a.txt', `Ref\t${cell}\n`, [['Ref', expected]]);
      reads('a.html', `<table><tr><td>Ref<td>${escaped(cell)}</table>`, [['Ref', expected]]);
      reads('a.xlsx', workbook([`<row>${text('Ref')}${text(escaped(cell))}</row>`]), [['Ref', expected]]);
      reads('a.docx', docx(table(row(cellWith(paragraph('Ref')), cellWith(paragraph(escaped(cell)))))), [
        ['Ref', expected],
      ]);
    });
  }
});

describe('a link', () => {
  const linked = (target: string, shown: string, more = ''): Uint8Array =>
    workbook([], {
      'xl/workbook.xml': '<workbook><sheets><sheet name="Plan" sheetId="1" r:id="r0"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r0" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': sheetPart(
        `<row r="1">${text(shown, 'A1')}</row>`,
        '<hyperlinks><hyperlink ref="A1" r:id="h1"' + more + '/></hyperlinks>',
      ),
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="h1" Target="${target}" TargetMode="External"/></Relationships>`,
    });
  const cases: readonly (readonly [string, string, string])[] = [
    ['https://example.org/survey', 'Survey', '[Survey](https://example.org/survey)'],
    ['reports/a%20b.pdf', 'Report', '[Report](reports/a%20b.pdf)'],
    ['reports/a b (2).pdf', 'Report', '[Report](<reports/a b (2).pdf>)'],
    ['https://example.org/', 'a [draft]', '[a \\[draft\\]](https://example.org/)'],
    ['https://example.org/', 'https://example.org', 'https://example.org'],
    ['https://example.org', 'example.org', 'example.org'],
    ['mailto:lead@example.org', 'Lead', 'Lead'],
    ['javascript:alert(1)', 'Lead', 'Lead'],
    ['file:///C:/x.pdf', 'Lead', 'Lead'],
    ['#Sheet2!A1', 'Lead', 'Lead'],
  ]; // prettier-ignore
  for (const [target, shown, expected] of cases) {
    it(`to ${target} is read as ${expected}`, () => {
      reads('a.xlsx', linked(target, shown), [[expected]]);
      reads('a.html', `<table><tr><td><a href="${target}">${shown}</a></table>`, [[expected]]);
      const body = table(row(cellWith(`<w:p><w:hyperlink r:id="h1">${run(shown)}</w:hyperlink></w:p>`)));
      const relations = `<Relationships><Relationship Id="h1" Target="${target}"/></Relationships>`;
      reads('a.docx', docx(body, { 'word/_rels/document.xml.rels': relations }), [[expected]]);
    });
  }

  for (const [target, place, expected] of [
    ['https://example.org/a.pdf', 'page=4', '[A](https://example.org/a.pdf#page=4)'],
    ['reports/a%20b.pdf', 'page=4', '[A](reports/a%20b.pdf#page=4)'],
    ['https://example.org/a.pdf#page=2', 'page=4', '[A](https://example.org/a.pdf#page=2)'],
    ['https://example.org/a.pdf', '', '[A](https://example.org/a.pdf)'],
  ] as const)
    // prettier-ignore
    it(`to ${target} with the place “${place}” beside it is read as ${expected}`, () => {
      reads('a.xlsx', linked(target, 'A', ` location="${place}"`), [[expected]]);
      const link = `<w:hyperlink r:id="h1" w:anchor="${place}">${run('A')}</w:hyperlink>`;
      const relations = `<Relationships><Relationship Id="h1" Target="${target}"/></Relationships>`;
      const body = table(row(cellWith(`<w:p>${link}</w:p>`)));
      reads('a.docx', docx(body, { 'word/_rels/document.xml.rels': relations }), [[expected]]);
    });
});

const docx = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  pack({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`, ...more });
const run = (told: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${told}</w:t></w:r>`;
const paragraph = (told: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${told === '' ? '' : run(told)}</w:p>`;
const cellWith = (content: string): string => `<w:tc>${content}</w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
const control = (properties: string, content: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

describe('a cell of a document', () => {
  const inRun = (content: string): string => `<w:p><w:r>${content}</w:r></w:p>`;
  const form = (content: string): string =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData>${content}</w:ffData></w:fldChar></w:r></w:p>`;
  const cases: readonly (readonly [string, string, string])[] = [
    ['a hint to choose a date', `<w:p>${control('<w:showingPlcHdr/>', run('Click or tap to enter a date.'))}</w:p>`, ''],
    ['a hint around a paragraph', control('<w:showingPlcHdr w:val="true"/>', paragraph('Choose an item.')), ''],
    ['a chosen date', `<w:p>${control('<w:date w:fullDate="2027-03-31T00:00:00Z"/>', run('31/03/2027'))}</w:p>`, '31/03/2027'],
    ['a hint that is none any longer', `<w:p>${control('<w:showingPlcHdr w:val="0"/>', run('Lead'))}</w:p>`, 'Lead'],
    ['hidden text', `<w:p>${run('shown')}${run(' not', '<w:vanish/>')}</w:p>`, 'shown'],
    ['text that is hidden no longer', `<w:p>${run('shown', '<w:vanish w:val="false"/>')}</w:p>`, 'shown'],
    ['a hidden mark at the end of a paragraph', '<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>' + run('shown') + '</w:p>', 'shown'],
    ['text in a hidden style', `<w:p>${run('a')}${run('b', '<w:rStyle w:val="Hint"/>')}</w:p>`, 'a'],
    ['text in a style based on a hidden one', `<w:p>${run('a')}${run('b', '<w:rStyle w:val="Hint2"/>')}</w:p>`, 'a'],
    ['a paragraph in a hidden style', paragraph('a', '<w:pStyle w:val="Hint"/>'), ''],
    ['a tick of Wingdings', inRun('<w:sym w:font="Wingdings" w:char="F0FC"/>'), '✓'],
    ['a ticked box of Wingdings', inRun('<w:sym w:font="Wingdings" w:char="F0FE"/>'), '☑'],
    ['an empty box of Wingdings', inRun('<w:sym w:font="Wingdings" w:char="F0A8"/>'), '☐'],
    ['a tick of Wingdings 2', inRun('<w:sym w:font="Wingdings 2" w:char="F050"/>'), '✓'],
    ['a tick named without F0', inRun('<w:sym w:font="Wingdings" w:char="00FC"/>'), '✓'],
    ['a symbol of a usual font', inRun('<w:sym w:font="Arial" w:char="2022"/>'), '•'],
    ['a symbol that nobody knows', inRun('<w:sym w:font="House" w:char="F0FC"/>'), '\uFFFD'],
    ['a ticked box', `<w:p>${control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', run('☒'))}</w:p>`, '☑'],
    ['a box that is not ticked', `<w:p>${control('<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>', run('☐'))} </w:p>`, '☐'],
    ['a ticked box with words', `<w:p>${control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', run('☒'))}${run(' Done')}</w:p>`, '☑ Done'],
    ['a box of an old form, ticked', form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'), '☑'],
    ['a box of an old form, ticked from the start', form('<w:checkBox><w:default w:val="1"/></w:checkBox>'), '☑'],
    ['a box of an old form, not ticked', form('<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>'), '☐'],
    ['a choice of an old form', form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="No"/><w:listEntry w:val="Yes"/></w:ddList>'), 'Yes'],
    ['a choice of an old form that nobody made', form('<w:ddList><w:listEntry w:val="No"/></w:ddList>'), 'No'],
    ['paragraphs with nothing between', paragraph('a') + paragraph('') + paragraph('b'), 'a\n\nb'],
    ['a text box, told once', '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>', 'a'],
  ]; // prettier-ignore
  const styles = {
    'word/styles.xml':
      '<w:styles><w:style w:styleId="Hint"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Hint2"><w:basedOn w:val="Hint"/></w:style><w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style></w:styles>',
  };
  for (const [what, content, expected] of cases)
    it(`with ${what} says “${expected}”`, () => {
      reads('a.docx', docx(table(row(cellWith(paragraph('x')), cellWith(content))), styles), [
        ['x', expected],
      ]);
    });

  it('that begins further to the right, or in a deleted row', () => {
    const rows = [
      row(cellWith(paragraph('a')), cellWith(paragraph('b'))),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cellWith(paragraph('c'))}</w:tr>`,
      `<w:tr><w:trPr><w:del w:author="x"/></w:trPr>${cellWith(paragraph('gone'))}</w:tr>`,
      row(cellWith(paragraph('d'))),
    ];
    reads('a.docx', docx(table(...rows)), [['a', 'b'], ['', 'c'], ['d']]);
  });
});

describe('the numbers of a list of a document', () => {
  const level = (at: number, format: string, pattern: string, more = ''): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>${more}</w:lvl>`;
  const numbering = {
    'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1', '<w:pStyle w:val="Heading1"/>')}${level(1, 'decimal', '%1.%2')}${level(2, 'decimal', '%1.%2.%3')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'lowerLetter', '%1)')}${level(1, 'upperRoman', '%2.')}${level(2, 'bullet', '•')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>`,
    'word/styles.xml':
      '<w:styles><w:style w:styleId="Heading1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Own"><w:basedOn w:val="Heading1"/></w:style></w:styles>',
  };
  const item = (list: number, at: number, told = ''): string =>
    paragraph(told, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
  const cellsOfList = (...items: readonly string[]): Uint8Array =>
    docx(table(...items.map((one) => row(cellWith(one), cellWith(paragraph('x'))))), numbering);
  const column = (...items: readonly string[]): readonly string[] =>
    cellsOf(readGrids('a.docx', cellsOfList(...items))).flatMap((cells) =>
      cells.map(([first = '']) => first),
    );

  it('are references', () => {
    deepEqual(column(item(1, 0), item(1, 1), item(1, 2), item(1, 2), item(1, 1), item(1, 2)), [
      '1', '1.1', '1.1.1', '1.1.2', '1.2', '1.2.1',
    ]); // prettier-ignore
  });
  it('stand before what follows them', () => {
    deepEqual(column(item(2, 0, 'first'), item(2, 0, 'second'), item(2, 1, 'below'), item(2, 2, 'bullet')), [
      'a) first', 'b) second', 'I. below', 'bullet',
    ]); // prettier-ignore
  });
  it('begin where the list says', () => {
    deepEqual(column(item(1, 0), item(1, 1), item(3, 2), item(3, 2)), ['1', '1.1', '1.1.7', '1.1.8']);
  });
  it('come with a style, and with one that is based on it', () => {
    const styled = (style: string): string => paragraph('A', `<w:pStyle w:val="${style}"/>`);
    deepEqual(column(styled('Heading1'), styled('Own'), paragraph('A', '<w:pStyle w:val="Own"/><w:numPr><w:numId w:val="0"/></w:numPr>')), [
      '1 A', '2 A', 'A',
    ]); // prettier-ignore
  });
  it('go on over the whole document, also where they stand in no table', () => {
    const body = item(1, 0, 'Insight') + table(row(cellWith(item(1, 1)), cellWith(paragraph('x'))));
    deepEqual(cellsOf(readGrids('a.docx', docx(body, numbering))), [[['1.1', 'x']]]);
  });
  it('are none where the list is not there', () => {
    deepEqual(column(item(9, 0, 'a'), item(1, 8, 'b')), ['a', 'b']);
  });
});

describe('what stands between tables', () => {
  const small = (told: string): string => table(row(cellWith(paragraph(told)), cellWith(paragraph('x'))));

  it('is kept with the table below it', () => {
    const grids = readGrids(
      'a.docx',
      docx(
        paragraph('1 Insight') +
          paragraph('') +
          small('a') +
          paragraph('2 Culture') +
          small('b') +
          paragraph('end'),
      ),
    );
    deepEqual(
      grids.map(({ before }) => before),
      [['1 Insight'], ['2 Culture']],
    );
  });
  it('is kept of a page, too', () => {
    const page =
      '<h1>Plan</h1><h2>1 Insight</h2><table><tr><td>a<td>x</table><p>2 <b>Culture</b></p><table><tr><td>b<td>x</table>';
    const grids = readGrids('a.html', bytesOf(page));
    deepEqual(
      grids.map(({ before }) => before),
      [['Plan', '1 Insight'], ['2 Culture']],
    );
  });
});

describe('a plan inside a table that sets out the page', () => {
  const plan = table(
    ...['Ref', '1.1.1', '1.1.2'].map((told) => row(cellWith(paragraph(told)), cellWith(paragraph('x')))),
  );
  const cells = [
    ['Ref', 'x'],
    ['1.1.1', 'x'],
    ['1.1.2', 'x'],
  ];

  it('is read from a document', () => {
    reads('a.docx', docx(table(row(cellWith(paragraph('Logo')), cellWith(paragraph('Plan') + plan)))), cells);
  });
  it('is read through several of them', () => {
    reads('a.docx', docx(table(row(cellWith(table(row(cellWith(plan))))))), cells);
  });
  it('is read from a page, as mail programs write it', () => {
    const inner = '<table><tr><td>Ref<td>x<tr><td>1.1.1<td>x<tr><td>1.1.2<td>x</table>';
    reads(
      'a.html',
      `<table><tr><td><table><tr><td>Logo</td><td>${inner}</td></tr></table></td></tr></table>`,
      cells,
    );
  });
  it('is not the smaller table in one of its own cells', () => {
    const inner = table(row(cellWith(paragraph('a')), cellWith(paragraph('b'))));
    reads(
      'a.docx',
      docx(
        table(
          row(cellWith(paragraph('Ref')), cellWith(paragraph('x'))),
          row(cellWith(paragraph('1.1.1')), cellWith(inner)),
        ),
      ),
      [
        ['Ref', 'x'],
        ['1.1.1', 'a\nb'],
      ],
    );
  });
});

describe('a cell of a page', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a ticked box', '<input type=checkbox checked> done', '☑ done'],
    ['a box', '<input type="checkbox">', '☐'],
    ['what somebody has typed', '<input value="Lead">', 'Lead'],
    ['what is not for eyes', '<input type=hidden value=x>a', 'a'],
    ['what somebody has chosen', '<select><option>No</option><option selected value="Yes">Yes</option></select>', 'Yes'],
    ['hidden text', 'a<span style="display: none">b</span><span hidden>c<br>d</span>', 'a'],
    ['Word’s hidden text', 'a<span style="mso-hide:all">b</span>', 'a'],
    ['a numbered list', '<ol><li>a<li>b</ol>', '1. a\n2. b'],
    ['a list that goes on', '<ol start=3><li>a<li value=7>b<li>c</ol>', '3. a\n7. b\n8. c'],
    ['a list with bullets', '<ul><li>a<li>b</ul>', 'a\nb'],
  ]; // prettier-ignore
  for (const [what, content, expected] of cases)
    it(`with ${what} says “${expected}”`, () => {
      reads('a.html', `<table><tr><td>x</td><td>${content}</td></tr></table>`, [['x', expected]]);
    });
});

describe('a link that is a field or a formula', () => {
  const field = (instruction: string, shown: string): string =>
    `<w:p>${['begin', instruction, 'separate', shown, 'end'].map((part, at) => (at === 1 ? `<w:r><w:instrText>${part}</w:instrText></w:r>` : at === 3 ? run(part) : `<w:r><w:fldChar w:fldCharType="${part}"/></w:r>`)).join('')}</w:p>`;
  for (const [instruction, expected] of [
    [' HYPERLINK &quot;https://example.org/a.pdf&quot; ', '[A](https://example.org/a.pdf)'],
    [
      ' HYPERLINK &quot;https://example.org/a.pdf&quot; \\l &quot;page=4&quot; ',
      '[A](https://example.org/a.pdf#page=4)',
    ],
    [' HYPERLINK &quot;reports\\\\a.pdf&quot; ', '[A](reports\\a.pdf)'],
    [' HYPERLINK \\l &quot;bookmark&quot; ', 'A'],
    [' PAGEREF _Toc1 ', 'A'],
    [' HYPERLINK &quot;javascript:alert(1)&quot; ', 'A'],
  ] as const)
    // prettier-ignore
    it(`of a document is read: ${instruction}`, () => {
      const simple = `<w:p><w:fldSimple w:instr="${instruction}">${run('A')}</w:fldSimple></w:p>`;
      reads('a.docx', docx(table(row(cellWith(field(instruction, 'A'))), row(cellWith(simple)))), [
        [expected],
        [expected],
      ]);
    });
  for (const [formula, expected] of [
    ['HYPERLINK("https://example.org/a.pdf","A")', '[A](https://example.org/a.pdf)'],
    ['=HYPERLINK("https://example.org/a.pdf","A")', '[A](https://example.org/a.pdf)'],
    ['HYPERLINK("https://example.org/a.pdf"; "A")', '[A](https://example.org/a.pdf)'],
    ['hyperlink( "reports/a.pdf" , B2 )', '[A](reports/a.pdf)'],
    ['HYPERLINK("https://example.org/" &amp; B2,"A")', 'A'],
    ['HYPERLINK(B2,"A")', 'A'],
    ['HYPERLINK("#Sheet2!A1","A")', 'A'],
    ['HYPERLINK("javascript:alert(1)","A")', 'A'],
    ['CONCATENATE("A")', 'A'],
  ] as const)
    // prettier-ignore
    it(`of a workbook is read: ${formula}`, () => {
      reads('a.xlsx', workbook([`<row r="1"><c r="A1" t="str"><f>${formula}</f><v>A</v></c></row>`]), [
        [expected],
      ]);
      const attributed = formula.replaceAll('"', '&quot;');
      reads('a.fods', `<office:document ><office:body><office:spreadsheet><table:table table:name="A"><table:table-row><table:table-cell table:formula="of:=${attributed.replace(/^=/, '')}" office:value-type="string"><text:p>A</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>`, [[expected]]); // prettier-ignore
    });
});

describe('a remark on a cell', () => {
  const notes = (name: string, content: Uint8Array | string): readonly string[] =>
    readGrids(name, typeof content === 'string' ? bytesOf(content) : content).flatMap(({ notes: all = [] }) =>
      all.map(({ place, column, text: said, reason }) => `${place ?? ''}/${column ?? ''}: ${reason} ${said}`),
    );
  const reason = 'is no part of the table, and was not read.';

  it('of a document is said, with its place', () => {
    const commented = `<w:p>${run('A')}<w:r><w:commentReference w:id="7"/></w:r></w:p>`;
    const body = table(row(cellWith(paragraph('Ref')), cellWith(paragraph('x'))), row(`<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('B')}</w:tc>`, cellWith(commented))); // prettier-ignore
    const comments = `<w:comments><w:comment w:id="7" w:author="Jo">${paragraph('Which one?')}${paragraph('Ask.')}</w:comment><w:comment w:id="8">${paragraph('Elsewhere')}</w:comment></w:comments>`;
    deepEqual(notes('a.docx', docx(body, { 'word/comments.xml': comments })), [
      `2/2: A note on column C ${reason} Which one? Ask.`,
    ]);
  });
  for (const kind of ['footnote', 'endnote'])
    it(`of a document is said where it is a ${kind}, which is no comment of the same number`, () => {
      const noted = `<w:p>${run('A')}<w:r><w:${kind}Reference w:id="2"/></w:r></w:p>`;
      const more = {
        [`word/${kind}s.xml`]: `<w:${kind}s><w:${kind} w:id="-1" w:type="separator"><w:p/></w:${kind}><w:${kind} w:id="2">${paragraph('Until May.')}</w:${kind}></w:${kind}s>`,
        'word/comments.xml': `<w:comments><w:comment w:id="2">${paragraph('Elsewhere')}</w:comment></w:comments>`,
      };
      deepEqual(notes('a.docx', docx(table(row(cellWith(noted))), more)), [
        `1/0: A note on column A ${reason} Until May.`,
      ]);
    });
  it('of a text in OpenDocument is said where it is a note at the foot of the page', () => {
    const note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Until May.</text:p><text:p>Or<text:s/>June.</text:p></text:note-body></text:note>';
    const file = `<office:document ><office:body><office:text><table:table table:name="A"><table:table-row><table:table-cell><text:p>A${note}</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document>`;
    deepEqual(notes('a.fodt', file), [`1/0: A note on cell A1 ${reason} Until May. Or June.`]);
    reads('a.fodt', file, [['A']]);
  }); // prettier-ignore
  it('of a spreadsheet in OpenDocument is said, without who wrote it and when', () => {
    const annotation = '<office:annotation><dc:creator>Jo</dc:creator><dc:date>2027-01-01</dc:date><text:p>Which <text:span>one</text:span>?</text:p></office:annotation>';
    const cells = `<table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="string">${annotation}<text:p>A</text:p></table:table-cell></table:table-row>`;
    const file = `<office:document ><office:body><office:spreadsheet><table:table table:name="A"><table:table-row table:number-rows-repeated="4"/>${cells}</table:table></office:spreadsheet></office:body></office:document>`;
    deepEqual(notes('a.fods', file), [`5/2: A note on cell C5 ${reason} Which one?`]);
    reads('a.fods', file, [['', '', 'A']]);
  }); // prettier-ignore
  it('is told without what Excel writes for programs that know no answers', () => {
    const relation = '<Relationships><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>';
    const thread = '[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it will get removed.\n\nComment:\n    Which one?';
    const more = { 'xl/worksheets/_rels/sheet1.xml.rels': relation, 'xl/comments1.xml': `<comments><authors><author>tc={1}</author></authors><commentList><comment ref="B1" authorId="0"><text><t>${thread}</t></text></comment></commentList></comments>` };
    deepEqual(notes('a.xlsx', workbook([`<row r="1">${text('A', 'A1')}</row>`], more)), [`1/1: A note on cell B1 ${reason} Which one?`]);
  }); // prettier-ignore
});

describe('rows of a document', () => {
  const two = (first: string, second: string): string =>
    row(cellWith(paragraph(first)), cellWith(paragraph(second)));
  const merged = (kind: string, told: string): string =>
    `<w:tc><w:tcPr><w:vMerge${kind}/></w:tcPr>${paragraph(told)}</w:tc>`;
  const cases: readonly (readonly [what: string, rows: string, expected: Cells])[] = [
    ['in a control', control('<w:alias w:val="Row"/>', two('a', 'b')), [['a', 'b']]],
    ['in a control that repeats', control('<w15:repeatingSection/>', control('<w15:repeatingSectionItem/>', two('a', 'b')) + control('<w15:repeatingSectionItem/>', two('c', 'd'))), [['a', 'b'], ['c', 'd']]],
    ['with a cell in a control', row(control('', cellWith(paragraph('a'))), cellWith(paragraph('b'))), [['a', 'b']]],
    ['with a placeholder in a control around a cell', row(control('<w:showingPlcHdr/>', cellWith(paragraph('Click or tap'))), cellWith(paragraph('b'))), [['', 'b']]],
    ['in XML of their own', `<w:customXml w:element="row">${two('a', 'b')}</w:customXml>`, [['a', 'b']]],
    ['that were inserted', `<w:tr><w:trPr><w:ins w:author="x"/></w:trPr>${cellWith(paragraph('a'))}${cellWith(paragraph('b'))}</w:tr>`, [['a', 'b']]],
    ['with text that was moved', row(cellWith('<w:p><w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>new</w:t></w:r></w:moveTo></w:p>'), cellWith(paragraph('b'))), [['new', 'b']]],
    ['with cells that go on below', row(merged(' w:val="restart"', 'a'), cellWith(paragraph('b'))) + row(merged('', ''), cellWith(paragraph('c'))) + row(merged(' w:val="continue"', ''), cellWith(paragraph('d'))), [['a', 'b'], ['a', 'c'], ['a', 'd']]],
    ['with bookmarks between them', `<w:bookmarkStart w:id="1"/>${two('a', 'b')}<w:bookmarkEnd w:id="1"/>${two('c', 'd')}`, [['a', 'b'], ['c', 'd']]],
    ['that say so strictly', two('a', 'b').replaceAll('w:', 'ns0:'), [['a', 'b']]],
  ]; // prettier-ignore
  for (const [what, rows, expected] of cases)
    it(`are read ${what}`, () => {
      reads('a.docx', docx(`<w:tbl>${rows}</w:tbl>`), expected);
    });
});

describe('a cell that says something by its colour alone', () => {
  const fills = ['FFFF0000', 'FFFFC000', 'FFFFFFFF', 'FFDDDDDD'].map((rgb) => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`);
  const styles = { 'xl/styles.xml': `<styleSheet><fills><fill><patternFill patternType="none"/></fill>${fills.join('')}</fills><cellXfs><xf fillId="0"/><xf fillId="1"/><xf fillId="2"/><xf fillId="3"/><xf fillId="4"/></cellXfs></styleSheet>` };
  /** Styles of three cells of a row, of which the first two hold texts. */
  const notes = (...rows: readonly string[]): readonly string[] => {
    const xml = ['000', ...rows].map((all, at) => `<row r="${at + 1}">${Array.from(all, (style, column) => (column < 2 || at === 0 ? `<c s="${style}" t="inlineStr"><is><t>x</t></is></c>` : `<c s="${style}"/>`)).join('')}</row>`);
    return readGrids('a.xlsx', workbook([xml.join('')], styles)).flatMap(({ notes: all = [] }) => all.map(({ reason }) => reason));
  };
  /** The same rows in OpenDocument; a cell to the edge of the sheet stands behind each. */
  const odfNotes = (...rows: readonly string[]): readonly string[] => {
    const colours = ['transparent', '#ff0000', '#ffc000', '#ffffff', '#dddddd'].map((colour, at) => `<style:style style:name="base${at}" style:family="table-cell"><style:table-cell-properties fo:background-color="${colour}"/></style:style><style:style style:name="s${at}" style:family="table-cell" style:parent-style-name="base${at}"/>`);
    const xml = ['000', ...rows].map((all, at) => `<table:table-row>${Array.from(all, (style, column) => `<table:table-cell table:style-name="s${style}">${column < 2 || at === 0 ? '<text:p>x</text:p>' : ''}</table:table-cell>`).join('')}<table:table-cell table:number-columns-repeated="16381"/></table:table-row>`);
    const file = `<office:document ><office:automatic-styles>${colours.join('')}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="A">${xml.join('')}</table:table></office:spreadsheet></office:body></office:document>`;
    return readGrids('a.fods', bytesOf(file)).flatMap(({ notes: all = [] }) => all.map(({ reason }) => reason));
  };
  const rest = 'something by colour alone. Colours are not read: write what they mean as words, and import the file again.';
  for (const [what, rows, expected] of [
    ['red and amber', ['001', '002', '001'], [`3 cells of column C, the first in row 2, say ${rest}`]],
    ['one of them', ['000', '001', '000'], [`Cell C3 says ${rest}`]],
    ['in each row the same: the column looks so', ['004', '004', '004'], []],
    ['the colour of the row', ['444', '000', '444'], []],
    ['white', ['003', '000'], []],
    ['none', ['000', '000'], []],
  ] as const)
    it(`is said, and how a table looks is not: ${what}`, () => {
      deepEqual(notes(...rows), expected);
      deepEqual(odfNotes(...rows), expected, 'in OpenDocument');
    });
  it('is not one with a word', () => {
    const rows = ['1', '2'].map((style, at) => `<row r="${at + 1}">${text('a')}${text('b')}<c s="${style}" t="inlineStr"><is><t>Green</t></is></c></row>`);
    deepEqual(readGrids('a.xlsx', workbook([rows.join('')], styles))[0]?.notes, undefined);
  });
}); // prettier-ignore
