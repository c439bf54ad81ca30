/** What somebody says in a file by something else than the text of a cell: it is said that it was not read, or how. */
import { deepEqual } from 'node:assert/strict';
import { readGrids, readShownGrids } from '../../../server/exchange/formats';
import { pack } from '../../../server/exchange/parts/zip';
import { bytesOf } from './support';

type Said = readonly [cells: readonly (readonly string[])[], notes: readonly string[]];

/** The cells of the first table, and its notes: place, text and reason. */
function read(name: string, content: Uint8Array | string): Said {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const [grid] = readShownGrids(name, bytes);
  return [
    (grid?.rows ?? []).map(({ cells }) => cells),
    (grid?.notes ?? []).map(({ place, text, reason }) => `${place ?? ''}|${text}|${reason}`),
  ];
}

const says = (name: string, content: Uint8Array | string, ...[cells, notes]: Said): void => {
  deepEqual(read(name, content), [cells, notes]);
};

interface Book {
  readonly sheet: string;
  readonly styles?: string;
  readonly strings?: string;
  /** Parts beside the sheet, by their types. */
  readonly beside?: Readonly<Record<string, string>>;
}

function xlsx({ sheet, styles = '', strings, beside = {} }: Book): Uint8Array {
  const parts = Object.entries(beside);
  return pack({
    'xl/workbook.xml': '<workbook><sheets><sheet name="S" sheetId="1"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` }),
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${parts.map(([type], at) => `<Relationship Id="r${at}" Type="http://x/${type}" Target="../own/p${at}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(parts.map(([, text], at) => [`xl/own/p${at}.xml`, text])),
  });
}

const inline = (content: string, style = ''): string =>
  `<c${style === '' ? '' : ` s="${style}"`} t="inlineStr"><is>${content.startsWith('<') ? content : `<t>${content}</t>`}</is></c>`;
const run = (text: string, properties?: string): string =>
  `<r>${properties === undefined ? '' : `<rPr>${properties}</rPr>`}<t xml:space="preserve">${text}</t></r>`;
const rows = (...all: readonly string[]): string =>
  `<sheetData>${all.map((cells) => `<row>${cells}</row>`).join('')}</sheetData>`;
/** Style 1 is struck out, 2 Wingdings, 3 and 4 red and green. */
const fonts = '<fonts><font/><font><strike/><name val="Arial"/></font><font><name val="Wingdings"/></font><font><color rgb="FFFF0000"/></font><font><color rgb="FF00B050"/></font><font><strike val="0"/></font></fonts><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/><xf fontId="4"/><xf fontId="5"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs>'; // prettier-ignore

const docx = (table: string, more: Readonly<Record<string, string>> = {}, around = ''): Uint8Array =>
  pack({
    'word/document.xml': `<w:document><w:body>${around}<w:tbl>${table}</w:tbl></w:body></w:document>`,
    ...more,
  });
const wordRun = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const wordCell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:p') ? content : `<w:p>${content}</w:p>`}</w:tc>`;
const wordRow = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

const odf = (kind: 'spreadsheet' | 'text', table: string, styles = '', before = ''): string =>
  `<office:document ><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${before}<table:table table:name="S">${table}</table:table></office:${kind}></office:body></office:document>`;
const odfCell = (content: string, style = ''): string =>
  `<table:table-cell${style === '' ? '' : ` table:style-name="${style}"`}>${content.startsWith('<') ? content : `<text:p>${content}</text:p>`}</table:table-cell>`;
const odfRow = (cells: string, attributes = ''): string =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;
const odfStyle = (name: string, family: string, properties: string): string =>
  `<style:style style:name="${name}" style:family="${family}">${properties}</style:style>`;
const through = (line: string): string =>
  `<style:text-properties style:text-line-through-style="${line}" style:text-line-through-type="${line === 'none' ? 'none' : 'single'}"/>`;
const strikes = ['text', 'paragraph', 'table-cell']
  .flatMap((family) => [odfStyle('out', family, through('solid')), odfStyle('in', family, through('none'))])
  .join('');

const out = (column: string, text: string, place = 1): string =>
  `${place}|${text}|Text in column ${column} is struck out, which usually means “no longer”. It was not read.`;
const rowOut = (text: string, place = 1): string =>
  `${place}|${text}|This row is struck out, which usually means “no longer”. It was not read.`;
const beginsOut = (text: string, place = 1): string =>
  `${place}|${text}|This row begins with text that is struck out, which usually means “no longer”. It was not read.`;

describe('text that is struck out', () => {
  const cases: readonly (readonly [string, string, Uint8Array | string, ...Said])[] = [
    ['a stretch of a cell', 'a.xlsx', xlsx({ sheet: rows(inline('A') + inline(run('New ') + run('Old', '<strike/>'))) }), [['A', 'New']], [out('B', 'Old')]],
    ['a stretch of a shared text', 'a.xlsx', xlsx({ sheet: rows(`${inline('A')}<c t="s"><v>0</v></c>`), strings: `<si>${run('New; ')}${run('Old', '<b/><strike val="1"/>')}</si>` }), [['A', 'New;']], [out('B', 'Old')]],
    ['a line between others', 'a.xlsx', xlsx({ sheet: rows(inline('A') + inline(run('One\n') + run('Two\n', '<strike/>') + run('Three', ''))) }), [['A', 'One\nThree']], [out('B', 'Two')]],
    ['an item with its number', 'a.xlsx', xlsx({ sheet: rows(inline('A') + inline(run('1. One\n2. ') + run('Two', '<strike/>'))) }), [['A', '1. One']], [out('B', 'Two')]],
    ['a stretch that is not', 'a.xlsx', xlsx({ sheet: rows(inline('A') + inline(run('New', '<strike val="0"/>') + run('er', '<b/>'))) }), [['A', 'Newer']], []],
    ['a cell by its style', 'a.xlsx', xlsx({ sheet: rows(inline('A') + inline('Old', '1') + inline('B')), styles: fonts }), [['A', '', 'B']], [out('B', 'Old')]],
    ['a cell by its style, but for a stretch', 'a.xlsx', xlsx({ sheet: rows(inline('A') + inline(run('Old ') + run('New', '<b/>'), '1')), styles: fonts }), [['A', 'New']], [out('B', 'Old')]],
    ['a date', 'a.xlsx', xlsx({ sheet: rows(`${inline('A')}<c s="1"><v>5</v></c>`), styles: fonts }), [['A', '']], [out('B', '5')]],
    ['a style that says it is not', 'a.xlsx', xlsx({ sheet: rows(inline('A') + inline('B', '5')), styles: fonts }), [['A', 'B']], []],
    ['a row', 'a.xlsx', xlsx({ sheet: rows(inline('A') + inline('B'), inline('1.1.1', '1') + inline('Old', '1'), inline('C')), styles: fonts }), [['A', 'B'], ['C']], [rowOut('1.1.1 | Old', 2)]],
    ['where a row begins', 'a.xlsx', xlsx({ sheet: rows(inline('A'), inline('1.1.1', '1') + inline('New')), styles: fonts }), [['A']], [beginsOut('1.1.1 | New', 2)]],
    ['a cell over several rows', 'a.xlsx', xlsx({ sheet: `${rows(inline('A') + inline('Old', '1'), inline('B'))}<mergeCells><mergeCell ref="B1:B2"/></mergeCells>`, styles: fonts }), [['A', ''], ['B', '']], [out('B', 'Old'), out('B', 'Old', 2)]],
    ['a link', 'a.xlsx', xlsx({ sheet: rows(`${inline('A')}<c t="str" s="1"><f>HYPERLINK("https://example.org/a.pdf","Old")</f><v>Old</v></c>`), styles: fonts }), [['A', '']], [out('B', 'Old')]],
    ['a stretch of a document', 'a.docx', docx(wordRow(wordCell(wordRun('A')), wordCell(wordRun('New ') + wordRun('Old', '<w:strike/>')))), [['A', 'New']], [out('B', 'Old')]],
    ['a stretch struck out twice', 'a.docx', docx(wordRow(wordCell(wordRun('A')), wordCell(wordRun('Old', '<w:dstrike w:val="true"/>')))), [['A', '']], [out('B', 'Old')]],
    ['a stretch of a document that is not', 'a.docx', docx(wordRow(wordCell(wordRun('A')), wordCell(wordRun('New', '<w:strike w:val="0"/>')))), [['A', 'New']], []],
    ['a paragraph of several', 'a.docx', docx(wordRow(wordCell(wordRun('A')), wordCell(`<w:p>${wordRun('One')}</w:p><w:p>${wordRun('Two', '<w:strike/>')}</w:p><w:p>${wordRun('Three')}</w:p>`))), [['A', 'One\nThree']], [out('B', 'Two')]],
    ['the mark at the end of a paragraph alone', 'a.docx', docx(wordRow(wordCell(wordRun('A')), wordCell(`<w:p><w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>${wordRun('New')}</w:p>`))), [['A', 'New']], []],
    ['a style of Word', 'a.docx', docx(wordRow(wordCell(wordRun('A')), wordCell(wordRun('Old', '<w:rStyle w:val="Gone"/>') + wordRun('New'))), { 'word/styles.xml': '<w:styles><w:style w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style></w:styles>' }), [['A', 'New']], [out('B', 'Old')]],
    ['a row of a document', 'a.docx', docx(wordRow(wordCell(wordRun('A'))) + wordRow(wordCell(wordRun('1.1.1', '<w:strike/>')), wordCell(wordRun('Old', '<w:strike/>')))), [['A']], [rowOut('1.1.1 | Old', 2)]],
    ['a stretch of OpenDocument', 'a.fods', odf('spreadsheet', odfRow(odfCell('A') + odfCell('<text:p>New <text:span text:style-name="out">Old</text:span></text:p>')), strikes), [['A', 'New']], [out('B', 'Old')]],
    ['a paragraph of OpenDocument', 'a.fodt', odf('text', odfRow(odfCell('A') + odfCell('<text:p>New</text:p><text:p text:style-name="out">Old</text:p>')), strikes), [['A', 'New']], [out('B', 'Old')]],
    ['a cell of OpenDocument, but for a stretch', 'a.fods', odf('spreadsheet', odfRow(odfCell('A') + odfCell('<text:p>Old <text:span text:style-name="in">New</text:span></text:p>', 'out')), strikes), [['A', 'New']], [out('B', 'Old')]],
    ['a column of OpenDocument', 'a.fods', odf('spreadsheet', `<table:table-column/><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="out"/>${odfRow(odfCell('A') + odfCell('Old') + odfCell('New', 'in'))}`, strikes), [['A', '', 'New']], [out('B', 'Old')]],
    ['a row of OpenDocument', 'a.fods', odf('spreadsheet', odfRow(odfCell('1.1.1') + odfCell('Old'), 'table:default-cell-style-name="out"'), strikes), [], [rowOut('1.1.1 | Old')]],
    ['an element of a page', 'a.html', '<table><tr><td>A<td>New <s>Old</s></table>', [['A', 'New']], [out('B', 'Old')]],
    ['two of them', 'a.html', '<table><tr><td>A<td><del>Old</del> New <strike>Older</strike></table>', [['A', 'New']], [out('B', 'Old Older')]],
    ['a style of a page', 'a.html', '<table><tr><td>A<td style="text-decoration: line-through">Old<td>B</table>', [['A', '', 'B']], [out('B', 'Old')]],
    ['a class of a page', 'a.html', '<style>.x1 {color:red} .x2 {text-decoration:line-through}</style><table><tr><td class="x1">A<td class="b x2">Old<td>B</table>', [['A', '', 'B']], [out('B', 'Old')]],
    ['a class of a page of Google Sheets, and nothing else of the sheet', 'a.html', '<style>.ritz .waffle a { color: inherit; }.ritz .waffle .s0{text-align:left;text-decoration:line-through;}.ritz .waffle .s1{text-align:left;}</style><div class="ritz grid-container"><table class="waffle"><tr><td class="s1">A<td class="s0">Old<td class="s1">B</table></div>', [['A', '', 'B']], [out('B', 'Old')]],
    ['cells of a row that has a class', 'a.html', '<style>.list del, .list td.x, .none:hover { text-decoration: line-through } /* .list { line-through } */ tr.done > td, .all tbody tr{text-decoration:line-through}</style><table class="list none"><tr><td>A<td class="x">Old<td>B<tr class="done"><td>1<td>2</table>', [['A', '', 'B']], [out('B', 'Old'), rowOut('1 | 2', 2)]],
    ['classes that stand together', 'a.html', '<style>@media all { .a.b { text-decoration: line-through } }</style><table><tr><td class="a">A<td class="b c a">Old<td class="b">B</table>', [['A', '', 'B']], [out('B', 'Old')]],
    ['an end that nothing began', 'a.html', '<table><tr><td>A<td><s>Old</b> too</s> New</table>', [['A', 'New']], [out('B', 'Old too')]],
    ['Markdown', 'a.md', '| A | B |\n| - | - |\n| C | New ~~Old~~ |\n| ~~D~~ | ~~E~~ |\n', [['A', 'B'], ['C', 'New']], [out('B', 'Old', 3), rowOut('D | E', 4)]],
    ['a link of Markdown', 'a.md', '| A | B |\n| - | - |\n| C | ~~[Old](old.pdf)~~ [New](new.pdf) |\n', [['A', 'B'], ['C', '[New](new.pdf)']], [out('B', '[Old](old.pdf)', 3)]],
    ['Markdown with a tilde in it', 'a.md', '| A | B |\n| - | - |\n| C | ~~a ~ b~~ New |\n', [['A', 'B'], ['C', 'New']], [out('B', 'a ~ b', 3)]],
    ['Markdown, but neither code nor what no program strikes out', 'a.md', '| A | B | C |\n| - | - | - |\n| `~~x~~` y | ~~ x ~~ | ``a`` ~~`b`~~ |\n', [['A', 'B', 'C'], ['~~x~~ y', '~~ x ~~', 'a']], [out('C', 'b', 3)]],
    ['a stretch of Word that was struck out before a change', 'a.docx', docx(wordRow(wordCell(wordRun('A')), wordCell(wordRun('New', '<w:rPrChange w:id="1"><w:rPr><w:strike/></w:rPr></w:rPrChange>'), '<w:tcPrChange><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange>'), wordCell(`<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="Gone"/></w:pPr></w:pPrChange></w:pPr>${wordRun('C')}</w:p>`)), { 'word/styles.xml': '<w:styles><w:style w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style></w:styles>' }), [['A', 'New', 'C']], []],
    ['our own marks, which no file has', 'a.html', '<table><tr><td>A<td>\uFDD2B\uFDD1\uFDD1\uFDD0</table>', [['A', 'B']], []],
  ]; // prettier-ignore
  for (const [what, name, content, cells, notes] of cases)
    it(`is not read, and is said, in ${name.slice(2)}: ${what}`, () => {
      says(name, content, cells, notes);
    });
  it('stays in a plan of ours', () => {
    const plan = '| Ref No. | Action |\n| - | - |\n| 1.1.1 | ~~Old~~ New |\n';
    deepEqual(readGrids('a.md', bytesOf(plan))[0]?.rows[1]?.cells, ['1.1.1', '~~Old~~ New']);
  });
  it('is counted where there is much of it', () => {
    const many = Array.from({ length: 205 }, (_, at) => `| C${at} | ~~x~~ |\n`).join('');
    const [, notes] = read('a.md', `| A | B |\n| - | - |\n${many}`);
    deepEqual([notes.length, notes.at(-1)], [201, '||5 more texts that are struck out were not read.']);
  });
});

describe('a row or a column that is not shown', () => {
  const one = 'This row is hidden, by hand or by a filter, and read all the same. Delete what is not meant.';
  const two = '2 rows, of which this is the first, are hidden, by hand or by a filter, and read all the same. Delete what is not meant.'; // prettier-ignore
  const column = (letters: string, is: string): string =>
    `||${letters} ${is} hidden, and read all the same. Delete what is not meant.`;
  const hiddenRow = (cells: string): string => `<row hidden="1">${cells}</row>`;
  const cells = [['A'], ['B'], ['C']];
  const cases: readonly (readonly [string, string, Uint8Array | string, ...Said])[] = [
    ['one', 'a.xlsx', xlsx({ sheet: `<sheetData><row>${inline('A')}</row>${hiddenRow(inline('B'))}<row>${inline('C')}</row></sheetData>` }), cells, [`2||${one}`]],
    ['two', 'a.xlsx', xlsx({ sheet: `<sheetData><row hidden="true">${inline('A')}</row>${hiddenRow(inline('B'))}<row hidden="0">${inline('C')}</row></sheetData>` }), cells, [`1||${two}`]],
    ['one without a text', 'a.xlsx', xlsx({ sheet: `<sheetData><row>${inline('A')}</row>${hiddenRow('<c s="0"/>')}</sheetData>` }), [['A']], []],
    ['a column', 'a.xlsx', xlsx({ sheet: `<cols><col min="2" max="16384" hidden="1"/></cols>${rows(inline('A') + inline('B'))}` }), [['A', 'B']], [column('Column B', 'is')]],
    ['two columns', 'a.xlsx', xlsx({ sheet: `<cols><col min="1" max="1"/><col min="2" max="3" hidden="true"/></cols>${rows(inline('A') + inline('B') + inline('C'))}` }), [['A', 'B', 'C']], [column('Columns B and C', 'are')]],
    ['one in OpenDocument', 'a.fods', odf('spreadsheet', odfRow(odfCell('A')) + odfRow(odfCell('B'), 'table:visibility="collapse"') + odfRow(odfCell('C'))), cells, [`2||${one}`]],
    ['two by a filter', 'a.fods', odf('spreadsheet', odfRow(odfCell('A')) + odfRow(odfCell('B'), 'table:visibility="filter" table:number-rows-repeated="2"')), [['A'], ['B'], ['B']], [`2||${two}`]],
    ['those in a group that is closed', 'a.fods', odf('spreadsheet', odfRow(odfCell('A')) + `<table:table-row-group table:display="false">${odfRow(odfCell('B'))}</table:table-row-group>` + odfRow(odfCell('C'))), cells, [`2||${one}`]],
    ['an empty one to the end of the sheet', 'a.fods', odf('spreadsheet', odfRow(odfCell('A')) + odfRow('<table:table-cell/>', 'table:visibility="collapse" table:number-rows-repeated="1048575"')), [['A']], []],
    ['a column in OpenDocument', 'a.fods', odf('spreadsheet', `<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="16383"/>${odfRow(odfCell('A') + odfCell('B'))}`), [['A', 'B']], [column('Column B', 'is')]],
    ['one of a page', 'a.html', '<table><tr><td>A</tr><tr style="display:none"><td>B<td>C</tr><tr hidden><td> </tr></table>', [['A']], ['||A row of the page is hidden, and not read. If they count, show them, save the page, and import it again.']],
  ]; // prettier-ignore
  for (const [what, name, content, expected, notes] of cases)
    it(`is said in ${name.slice(2)}: ${what}`, () => {
      says(name, content, expected, notes);
    });
});

describe('text above the cells', () => {
  const sheetSays = (boxes: string, text: string): string =>
    `|${text}|The sheet has ${boxes} with text, which no cell holds and which was not read. Copy into cells what is to be imported.`;
  const documentSays = (text: string): string =>
    sheetSays('a text box or shape', text).replace('The sheet', 'The document');
  const shape = (text: string): string =>
    `<xdr:sp><xdr:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
  const box = (text: string): string => `<w:p><w:r><w:pict><w:txbxContent><w:p>${wordRun(text)}</w:p></w:txbxContent></w:pict></w:r></w:p>`; // prettier-ignore
  const frame = (text: string): string => `<draw:frame><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame>`; // prettier-ignore
  const custom = (text: string): string => `<draw:custom-shape><text:p>${text}</text:p></draw:custom-shape>`;
  const a = rows(inline('A'));
  const cases: readonly (readonly [string, string, Uint8Array | string, ...Said])[] = [
    ['a shape', 'a.xlsx', xlsx({ sheet: a, beside: { drawing: `<xdr:wsDr>${shape('Not yet')}</xdr:wsDr>` } }), [['A']], [sheetSays('a text box or shape', 'Not yet')]],
    ['two in a group, told once', 'a.xlsx', xlsx({ sheet: a, beside: { drawing: `<xdr:wsDr><xdr:grpSp>${shape('Not yet')}${shape('2')}</xdr:grpSp><mc:AlternateContent><mc:Fallback>${shape('2')}</mc:Fallback></mc:AlternateContent></xdr:wsDr>` } }), [['A']], [sheetSays('2 text boxes or shapes', 'Not yet')]],
    ['one without a text', 'a.xlsx', xlsx({ sheet: a, beside: { drawing: `<xdr:wsDr>${shape(' ')}<xdr:pic/></xdr:wsDr>` } }), [['A']], []],
    ['boxes to tick', 'a.xlsx', xlsx({ sheet: a, beside: { ctrlProp: '<formControlPr objectType="CheckBox" checked="Checked"/>' } }), [['A']], ['|||The sheet has 1 box to tick, of which 1 is ticked and which no cell holds: they were not read. Write into cells what they say, and import the file again.'.slice(1)]],
    ['a box that writes into a cell', 'a.xlsx', xlsx({ sheet: a, beside: { ctrlProp: '<formControlPr objectType="CheckBox" fmlaLink="$A$1"/>' } }), [['A']], []],
    ['a box in a document', 'a.docx', docx(wordRow(wordCell(wordRun('A'))), {}, box('Not yet')), [['A']], [documentSays('Not yet')]],
    ['a box in a cell, which is part of it', 'a.docx', docx(wordRow(wordCell(`<w:p>${wordRun('A')}</w:p>${box('B')}`))), [['A\nB']], []],
    ['a shape of a sheet in OpenDocument', 'a.fods', odf('spreadsheet', `<table:shapes>${custom('Not yet')}</table:shapes>${odfRow(odfCell('A'))}`), [['A']], [sheetSays('a text box or shape', 'Not yet')]],
    ['one at a cell, which is no part of it', 'a.fods', odf('spreadsheet', odfRow(odfCell(`${frame('Not yet')}<text:p>A</text:p>`))), [['A']], [sheetSays('a text box or shape', 'Not yet')]],
    ['a box of a text', 'a.fodt', odf('text', odfRow(odfCell('A')), '', `<text:p>${frame('Not yet')}</text:p>`), [['A']], [documentSays('Not yet')]],
    ['a shape of a text', 'a.fodt', odf('text', odfRow(odfCell('A')), '', `<text:p>${custom('Not yet')}</text:p>`), [['A']], [documentSays('Not yet')]],
  ]; // prettier-ignore
  for (const [what, name, content, cells, notes] of cases)
    it(`is said in ${name.slice(2)}: ${what}`, () => {
      says(name, content, cells, notes);
    });
});

describe('a cell of ticks and dots', () => {
  const tick = '<form:checkbox form:id="c1" form:current-state="checked"/><form:checkbox xml:id="c2"/><form:radio form:id="c3" form:current-selected="true"/><form:button form:id="c4"/>';
  const control = (id: string): string => `<draw:control draw:control="${id}"/>`;
  const colours = (of: string): string => `2|${of}|2 cells of column C, the first in row 2, say something by colour alone. Colours are not read: write what they mean as words, and import the file again.`;
  const three = (style: string): string => inline('x') + inline('y') + inline('●', style);
  const shaded = (fill: string): string => wordRow(wordCell(wordRun('x')), wordCell(wordRun('y')), wordCell('<w:p/>', `<w:shd w:val="clear" w:fill="${fill}"/>`));
  const inked = (ink: string): string => wordRow(wordCell(wordRun('x')), wordCell(wordRun('y')), wordCell(wordRun('●', `<w:color w:val="${ink}"/>`)));
  const plainRow = wordRow(wordCell(wordRun('A')), wordCell(wordRun('B')), wordCell(wordRun('C')));
  const odfThree = (style: string, text = ''): string => odfRow(odfCell('x') + odfCell('y') + odfCell(`<text:p>${text}</text:p>`, style));
  const odfColours = ['r', 'g'].map((name, at) => odfStyle(name, 'table-cell', `<style:table-cell-properties fo:background-color="#${at}f0000"/>`)).join('') + odfStyle('ink', 'table-cell', '<style:text-properties fo:color="#ff0000" style:text-line-through-style="none"/>');
  const cases: readonly (readonly [string, string, Uint8Array | string, ...Said])[] = [
    ['Wingdings by the cell', 'a.xlsx', xlsx({ sheet: rows(inline('A') + inline('ü', '2') + inline('ü')), styles: fonts }), [['A', '✓', 'ü']], []],
    ['a cell of Wingdings, but for a stretch', 'a.xlsx', xlsx({ sheet: rows(inline('A') + inline(run('ü') + run(' Done', '<rFont val="Arial"/>'), '2')), styles: fonts }), [['A', '✓ Done']], []],
    ['a cell of Wingdings, with stretches of both', 'a.xlsx', xlsx({ sheet: rows(`${inline('A')}<c s="2" t="s"><v>0</v></c>`), styles: fonts, strings: `<si>${run('ü', '<rFont val="Wingdings"/>')}${run(' Old', '<rFont val="Arial"/><strike/>')}${run(' Done', '<rFont val="Arial"/>')}</si>` }), [['A', '✓ Done']], [out('B', 'Old')]],
    ['Wingdings by a stretch', 'a.xlsx', xlsx({ sheet: rows(inline('A') + inline(run('û', '<rFont val="Wingdings"/>') + run(' no', '<b/>'))) }), [['A', '✗ no']], []],
    ['a letter that nobody knows', 'a.xlsx', xlsx({ sheet: rows(inline('A') + inline('Z', '2')), styles: fonts }), [['A', '\uFFFD']], []],
    ['a number in Wingdings', 'a.xlsx', xlsx({ sheet: rows(`${inline('A')}<c s="2"><v>4</v></c>`), styles: fonts }), [['A', '4']], []],
    ['Wingdings 2 in a document', 'a.docx', docx(wordRow(wordCell(wordRun('A')), wordCell(wordRun('P', '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>')))), [['A', '✓']], []],
    ['Symbol in a document', 'a.docx', docx(wordRow(wordCell(wordRun('A')), wordCell(wordRun('\uF0B7 a', '<w:rFonts w:ascii="Symbol"/>')))), [['A', '• a']], []],
    ['Wingdings in OpenDocument', 'a.fods', odf('spreadsheet', odfRow(odfCell('A') + odfCell('ü', 'w')), odfStyle('w', 'table-cell', '<style:text-properties style:font-name="Wingdings1"/>')), [['A', '✓']], []],
    ['Webdings in OpenDocument', 'a.fodt', odf('text', odfRow(odfCell('A') + odfCell('<text:p><text:span text:style-name="w">a</text:span>a</text:p>')), odfStyle('w', 'text', '<style:text-properties fo:font-family="Webdings"/>')), [['A', '✓a']], []],
    ['boxes of an OpenDocument form', 'a.fodt', odf('text', odfRow(odfCell('A') + odfCell(`<text:p>${control('c1')} Yes ${control('c2')} No ${control('c3')}${control('c4')}</text:p>`)), '', `<office:forms><form:form>${tick}</form:form></office:forms>`), [['A', '☑ Yes ☐ No ☑']], []],
    ['a box at a cell', 'a.fods', odf('spreadsheet', `<office:forms>${tick}</office:forms>${odfRow(odfCell('A') + odfCell(control('c1')))}`), [['A', '☑']], []],
    ['dots in red and green', 'a.xlsx', xlsx({ sheet: rows(inline('A') + inline('B') + inline('C'), three('3'), three('4')), styles: fonts }), [['A', 'B', 'C'], ['x', 'y', '●'], ['x', 'y', '●']], [colours('C2')]],
    ['dots in black', 'a.xlsx', xlsx({ sheet: rows(inline('A') + inline('B') + inline('C'), three('0'), three('0')), styles: fonts }), [['A', 'B', 'C'], ['x', 'y', '●'], ['x', 'y', '●']], []],
    ['cells of a document', 'a.docx', docx(plainRow + shaded('FF0000') + shaded('00B050')), [['A', 'B', 'C'], ['x', 'y', ''], ['x', 'y', '']], [colours('C2')]],
    ['cells of a document in white', 'a.docx', docx(plainRow + shaded('auto') + shaded('FFFFFF')), [['A', 'B', 'C'], ['x', 'y', ''], ['x', 'y', '']], []],
    ['dots of a document', 'a.docx', docx(plainRow + inked('FF0000') + inked('00B050')), [['A', 'B', 'C'], ['x', 'y', '●'], ['x', 'y', '●']], [colours('C2')]],
    ['cells of a text in OpenDocument', 'a.fodt', odf('text', odfRow(['A', 'B', 'C'].map((one) => odfCell(one)).join('')) + odfThree('r') + odfThree('g'), odfColours), [['A', 'B', 'C'], ['x', 'y'], ['x', 'y']], [colours('C2')]],
    ['dots of OpenDocument', 'a.fods', odf('spreadsheet', odfRow(['A', 'B', 'C'].map((one) => odfCell(one)).join('')) + odfThree('ink', '●') + odfThree('', '●'), odfColours), [['A', 'B', 'C'], ['x', 'y', '●'], ['x', 'y', '●']], ['2|C2|Cell C2 says something by colour alone. Colours are not read: write what they mean as words, and import the file again.']],
    ['a column that is coloured by default', 'a.fods', odf('spreadsheet', `<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="r"/>${odfRow(['A', 'B', 'C'].map((one) => odfCell(one)).join(''))}${odfRow(odfCell('x') + odfCell('y') + odfCell('<text:p/>'))}${odfThree('g')}`, odfColours), [['A', 'B', 'C'], ['x', 'y'], ['x', 'y']], [colours('C2')]],
  ]; // prettier-ignore
  for (const [what, name, content, cells, notes] of cases)
    it(`is read, or its colour is said, in ${name.slice(2)}: ${what}`, () => {
      says(name, content, cells, notes);
    });
}); // prettier-ignore

describe('what is told of a document', () => {
  const changed = '||The tables have tracked changes that nobody has accepted or refused yet. They were read as if all were accepted: text that was put in counts, text that was taken out does not.'; // prettier-ignore
  const ins = (text: string): string => `<w:ins w:author="x">${wordRun(text)}</w:ins>`;
  const del = '<w:del w:author="x"><w:r><w:delText>Old</w:delText></w:r></w:del>';
  it('is that somebody tracks changes in its tables', () => {
    says('a.docx', docx(wordRow(wordCell(ins('New') + del))), [['New']], [changed]); // prettier-ignore
    says('a.docx', docx(wordRow(wordCell(wordRun('A'))), {}, `<w:p>${ins('New')}</w:p>`), [['A']], []);
  });
  it('is the same in OpenDocument', () => {
    const region =
      '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>Old</text:p></text:deletion></text:changed-region></text:tracked-changes>';
    says('a.fodt', odf('text', odfRow(odfCell('<text:p>New<text:change text:change-id="c"/></text:p>')), '', region), [['New']], [changed]); // prettier-ignore
    says('a.fodt', odf('text', odfRow(odfCell('A')), '', region), [['A']], []);
  });
  it('is a comment in a table within a cell', () => {
    const reason = 'is no part of the table, and was not read.';
    const inner = `<w:tbl>${wordRow(wordCell(`${wordRun('B')}<w:r><w:commentReference w:id="1"/></w:r>`))}</w:tbl>`;
    const comments = { 'word/comments.xml': `<w:comments><w:comment w:id="1"><w:p>${wordRun('Which?')}</w:p></w:comment></w:comments>` }; // prettier-ignore
    const cells = wordRow(wordCell(wordRun('A')), wordCell(`<w:p/>${inner}`));
    says('a.docx', docx(cells, comments), [['A', 'B']], [`1|Which?|A note on column B ${reason}`]);
    const odt = `<table:table>${odfRow(odfCell('<text:p>B<office:annotation><text:p>Which?</text:p></office:annotation></text:p>'))}</table:table>`;
    says('a.fodt', odf('text', odfRow(odfCell('A') + odfCell(odt))), [['A', 'B']], [`1|Which?|A note on cell B1 ${reason}`]); // prettier-ignore
  });
  it('is a comment as LibreOffice writes it into a page', () => {
    says('a.html', '<table><tr><td><comment>Which?</comment>A</table>', [['A']], ['|Which?|A note on a cell is no part of the table, and was not read.']); // prettier-ignore
  });
});

describe('NUL characters', () => {
  const left = (count: string, place = 1): string =>
    `${place}||NUL characters, which nobody sees and no text may hold, were left out of ${count}.`;
  const cases: readonly (readonly [what: string, name: string, content: Uint8Array | string, ...Said])[] = [
    ['as a workbook has it', 'a.xlsx', xlsx({ sheet: rows(inline('Ask cus_x0000_tomers')) }), [['Ask customers']], [left('a cell')]],
    ['a cell of nothing else', 'a.xlsx', xlsx({ sheet: rows(inline('_x0000_') + inline('x')) }), [['', 'x']], [left('a cell')]],
    ['a row of nothing else', 'a.xlsx', xlsx({ sheet: rows(inline('_x0000_'), inline('x')) }), [['x']], [left('a cell')]],
    ['an underscore of Excel is none', 'a.xlsx', xlsx({ sheet: rows(inline('_x005F_x0000_')) }), [['_x0000_']], []],
    ['fields that a program has filled up', 'a.csv', '1.1.1\0\0\0,Survey\0\n1.1.2,Leaflet\0\n', [['1.1.1', 'Survey'], ['1.1.2', 'Leaflet']], [left('3 cells')]],
    ['in the second line', 'a.csv', 'Ref,Action\n1.1.1,a\0b\n', [['Ref', 'Action'], ['1.1.1', 'ab']], [left('a cell', 2)]],
    ['the carriage returns of Excel are line ends', 'a.xlsx', xlsx({ sheet: rows(inline('one_x000D_\ntwo')) }), [['one\ntwo']], []],
    ['other characters of control stay, and are shown where a person looks', 'a.xlsx', xlsx({ sheet: rows(inline('a_x0008_b_x001B_[31m')) }), [['a\bb\u001B[31m']], []],
  ]; // prettier-ignore
  for (const [what, name, content, ...said] of cases)
    it(`are left out, and that is said: ${what}`, () => says(name, content, ...said));
});
