/** What is read from files of other programs, good ones and bad ones, and what is written into them. */
import { deepEqual, doesNotMatch, equal, match, ok, throws } from 'node:assert/strict';
import { zipSync } from 'fflate';
import type { ExportFormat } from '../../../server/core/plan/exchange/exportFormats';
import { exportFormats, isOfficeFormat } from '../../../server/core/plan/exchange/exportFormats';
import { limits } from '../../../server/exchange/parts/limits';
import { readGrids, writePlan } from '../../../server/exchange/formats';
import { pack, unpack } from '../../../server/exchange/parts/zip';
import { bytesOf, exported, planText, refuses, textOf } from './support';

/** Checks the cells that are read from a file, row by row; `place: cells` where places are asked for. */
function reads(name: string, content: string | Uint8Array, expected: readonly (readonly string[])[]): void {
  const grids = readGrids(name, typeof content === 'string' ? bytesOf(content) : content);
  deepEqual(
    grids.flatMap(({ rows }) => rows.map(({ cells }) => cells)),
    expected,
  );
}

describe('text with separators', () => {
  const cases: readonly (readonly [string, string, string | Uint8Array, readonly (readonly string[])[]])[] = [
    ['with commas', 'a.csv', 'Ref,Action\r\n3.2.4,x\r\n', [['Ref', 'Action'], ['3.2.4', 'x']]],
    ['with semicolons', 'a.csv', 'Ref;Action\n3.2.4;a, b\n', [['Ref', 'Action'], ['3.2.4', 'a, b']]],
    ['with tabs', 'a.tsv', 'Ref\tAction\n3.2.4\tx', [['Ref', 'Action'], ['3.2.4', 'x']]],
    ['that says its separator', 'a.csv', 'sep=;\r\nRef;Action\r\n', [['Ref', 'Action']]],
    ['with a byte order mark', 'a.csv', '\uFEFFRef,Action\n', [['Ref', 'Action']]],
    ['with more semicolons in a cell than commas', 'a.csv', 'Ref,Action\n1.1.1,a;b;c;d\n', [['Ref', 'Action'], ['1.1.1', 'a;b;c;d']]],
    ['with quotation marks', 'a.csv', 'Ref,"a ""b"", c"\n', [['Ref', 'a "b", c']]],
    ['with a line end in a cell', 'a.csv', 'Ref,"a\r\nb"\nx,y\n', [['Ref', 'a\nb'], ['x', 'y']]],
    ['with a mark that is never closed', 'a.csv', 'Ref,"a\nx,y\n', [['Ref', '"a'], ['x', 'y']]],
    ['with a mark inside a cell', 'a.csv', 'Ref,5" pipe\n', [['Ref', '5" pipe']]],
    ['pasted from Word, marks and all', 'a.txt', '1.1.1\t"Tell us" leaflet\t"All of it"\n', [['1.1.1', '"Tell us" leaflet', '"All of it"']]],
    ['with marks that say “as above”', 'a.txt', '1.1.1\ta\tReader\n1.1.2\t"\t"\n1.1.3\tb\t"\n', [['1.1.1', 'a', 'Reader'], ['1.1.2', '"', '"'], ['1.1.3', 'b', '"']]],
    ['with commas and marks that say “as above”', 'a.csv', '1.1.1,a,Reader\n1.1.2,b,"\n1.1.3,c,"\n', [['1.1.1', 'a', 'Reader'], ['1.1.2', 'b', '"'], ['1.1.3', 'c', '"']]],
    ['pasted from Excel', 'a.txt', '1.1.1\t"a\nb"\tc\n', [['1.1.1', 'a\nb', 'c']]],
    ['with marks around all cells', 'a.tsv', '"Ref"\t"Action"\t""\n"3.2.4"\t"say ""yes"""\t"x"\n', [['Ref', 'Action', ''], ['3.2.4', 'say "yes"', 'x']]],
    ['with marks around all texts', 'a.tsv', '"Ref"\t"Action"\t"Cost"\n"3.2.4"\t"say ""yes"""\t5.20\n"3.2.5"\tNA\t2027-01-05\n', [['Ref', 'Action', 'Cost'], ['3.2.4', 'say "yes"', '5.20'], ['3.2.5', 'NA', '2027-01-05']]],
    ['as Excel’s text, with marks where there is a comma', 'a.txt', 'Ref\tAction\n3.2.4\t"Ask, and tell"\n3.2.5\t"The ""Tell us"" leaflet"\n', [['Ref', 'Action'], ['3.2.4', 'Ask, and tell'], ['3.2.5', 'The "Tell us" leaflet']]],
    ['with marks as well where there is nothing to keep together', 'a.txt', '3.2.4\t"Ask, and tell"\n3.2.5\t"All of it"\n', [['3.2.4', '"Ask, and tell"'], ['3.2.5', '"All of it"']]],
    ['with marks around some of what has a comma', 'a.txt', '3.2.4\t"Ask, and tell"\n3.2.5\tAll, of it\n', [['3.2.4', '"Ask, and tell"'], ['3.2.5', 'All, of it']]],
    ['in Mac OS Roman', 'a.csv', new Uint8Array([82, 101, 102, 44, 163, 53, 32, 0xd0, 13, 120, 44, 0x8e, 13]), [['Ref', '£5 –'], ['x', 'é']]],
    ['in Mac OS Roman, with a cell of two lines', 'a.csv', new Uint8Array([82, 44, 34, 0x8e, 10, 0xd5, 34, 13, 120, 44, 121, 13]), [['R', 'é\n’'], ['x', 'y']]],
    ['in Windows-1252, with a carriage return in a cell', 'a.csv', new Uint8Array([82, 44, 34, 0xe9, 13, 0x92, 34, 10, 120, 44, 121, 10]), [['R', 'é\n’'], ['x', 'y']]],
    ['in Windows-1252', 'a.csv', new Uint8Array([82, 101, 102, 44, 163, 53, 32, 150, 10]), [['Ref', '£5 –']]],
    ['in UTF-16', 'a.txt', new Uint8Array([0xff, 0xfe, 82, 0, 9, 0, 0x13, 0x20]), [['R', '–']]],
    ['with an apostrophe before a formula', 'a.csv', "Ref,Action\n'=1,''a\n", [['Ref', 'Action'], ['=1', "'a"]]],
    ['with an apostrophe before a word', 'a.csv', "Ref,'tis\n", [['Ref', "'tis"]]],
  ]; // prettier-ignore
  for (const [what, name, content, expected] of cases)
    it(`is read ${what}`, () => {
      reads(name, content, expected);
    });

  it('knows its lines, those inside cells included', () => {
    const [grid] = readGrids('a.csv', bytesOf('Ref,Action\n1,"a\nb"\r\n\r2,c'));
    deepEqual(
      grid?.rows.map(({ place }) => place),
      [1, 2, 4, 5],
    );
  });

  it('is no table of quadratic cost', () => {
    const start = process.hrtime.bigint();
    for (const text of ['"'.repeat(900_000), '"a\t'.repeat(200_000), '"\t""'.repeat(150_000)])
      for (const name of ['a.csv', 'a.txt'])
        try {
          readGrids(name, bytesOf(text));
        } catch (error) {
          match(String(error), /more than|too much/);
        }
    ok(process.hrtime.bigint() - start < 10_000_000_000n);
  });
});

describe('a table of a web page', () => {
  const cases: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
    ['with white space as a browser shows it', '<table><tr><td> a\n  b </td><td>c<br>d<p>e</p></td></tr></table>', [['a b', 'c\nd\ne']]],
    ['with cells over columns and rows', '<table><tr><td rowspan=2>1.1.1<td colspan=2>a<td>b<tr><td>c<td>d<td>e</table>', [['1.1.1', 'a', '', 'b'], ['1.1.1', 'c', 'd', 'e']]],
    ['with another table inside', '<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>', [['a\nb', 'c']]],
    ['with entities', '<table><tr><td>&lt;b&gt; &amp;amp; &pound;</td></tr></table>', [['<b> &amp; £']]],
    ['without what is not shown', '<table><tr><td>a<script>alert(1)</script><style>b{}</style></td></tr></table>', [['a']]],
    ['as Google Sheets saves it', '<table class="waffle"><thead><tr><th class="row-header freezebar-origin-ltr"></th><th class="column-headers-background">A</th><th class="column-headers-background">B</th></tr></thead><tbody><tr><th class="row-headers-background"><div class="row-header-wrapper">1</div></th><td class="s0">Ref</td><td>Action</td></tr><tr><th class="freezebar-cell row-header-shim"></th><td class="freezebar-cell"></td><td class="freezebar-cell"></td></tr><tr><th class="row-headers-background">2</th><td>3.2.4</td><td>x</td></tr></tbody></table>', [['Ref', 'Action'], ['3.2.4', 'x']]],
    ['with headers of rows', '<table class="wide"><tr><th class="row-header">Ref</th><th>Action</th></tr><tr><th class="row-header">3.2.4</th><td>x</td></tr></table>', [['Ref', 'Action'], ['3.2.4', 'x']]],
    ['never closed', '<table><tr><td>a<td>b', [['a', 'b']]],
  ]; // prettier-ignore
  for (const [what, content, expected] of cases)
    it(`is read ${what}`, () => {
      reads('a.html', content, expected);
    });
});

const xlsxWith = (sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  pack({
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  });
const styles =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';

describe('a workbook', () => {
  const cases: readonly (readonly [string, Uint8Array, readonly (readonly string[])[]])[] = [
    ['with shared strings of several runs', xlsxWith('<row r="3"><c r="B3" t="s"><v>0</v></c></row>', { 'xl/sharedStrings.xml': '<sst><si><r><t>a</t></r><r><t xml:space="preserve"> b</t></r><rPh><t>no</t></rPh></si></sst>' }), [['', 'a b']]],
    ['with dates, percentages and numbers', xlsxWith('<row><c s="1"><v>46477</v></c><c s="3"><v>46477.5</v></c><c s="2"><v>0.5</v></c><c s="4"><v>1.1</v></c><c><v>0.30000000000000004</v></c></row>', { 'xl/styles.xml': styles }), [['2027-03-31', '2027-03-31', '50%', '1.10', '0.3']]],
    ['that counts from 1904', xlsxWith('<row><c s="1"><v>45015</v></c></row>', { 'xl/styles.xml': styles, 'xl/workbook.xml': '<workbook><workbookPr date1904="1"/><sheets><sheet name="P" sheetId="1"/></sheets></workbook>' }), [['2027-03-31']]],
    ['with the result of a formula, not the formula', xlsxWith('<row><c t="str"><f>UPPER("x")</f><v>done</v></c><c><f>1+1</f><v>2</v></c></row>'), [['done', '2']]],
    ['with cells merged over rows', xlsxWith('<row r="1"><c r="A1" t="inlineStr"><is><t>1.1.1</t></is></c></row><row r="2"><c r="B2" t="inlineStr"><is><t>b</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells><sheetData>'), [['1.1.1'], ['1.1.1', 'b']]],
    ['with a prefix before every name', xlsxWith('').length > 0 ? pack({ 'xl/workbook.xml': '<x:workbook><x:sheets><x:sheet name="P" sheetId="1"/></x:sheets></x:workbook>', 'xl/worksheets/sheet1.xml': '<x:worksheet><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:worksheet>' }) : new Uint8Array(), [['a']]],
    ['without its hidden sheets', pack({ 'xl/workbook.xml': '<workbook><sheets><sheet name="P" sheetId="1" state="hidden"/></sheets></workbook>', 'xl/worksheets/sheet1.xml': '<worksheet><row><c><v>1</v></c></row></worksheet>' }), []],
  ]; // prettier-ignore
  for (const [what, content, expected] of cases)
    it(`is read ${what}`, () => {
      reads('a.xlsx', content, expected);
    });
});

const docxWith = (body: string): Uint8Array =>
  pack({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` });
const wordCell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const paragraph = (text: string): string =>
  `<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const wordTable = (...rows: readonly string[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;

describe('a document', () => {
  const cases: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
    ['with paragraphs as lines', wordTable(wordCell(paragraph('a') + paragraph('b'))), [['a\nb']]],
    ['with cells over columns', wordTable(wordCell(paragraph('a'), '<w:gridSpan w:val="2"/>') + wordCell(paragraph('b'))), [['a', '', 'b']]],
    ['with cells over rows', wordTable(wordCell(paragraph('a'), '<w:vMerge w:val="restart"/>') + wordCell(paragraph('b')), wordCell('<w:p/>', '<w:vMerge/>') + wordCell(paragraph('c'))), [['a', 'b'], ['a', 'c']]],
    ['as changed, where changes are tracked', wordTable(wordCell('<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>')), [['new']]],
    ['with a table inside a cell', wordTable(wordCell(paragraph('a') + wordTable(wordCell(paragraph('b'))))), [['a\nb']]],
  ]; // prettier-ignore
  for (const [what, content, expected] of cases)
    it(`is read ${what}`, () => {
      reads('a.docx', docxWith(content), expected);
    });
});

describe('a file that means harm, or is broken', () => {
  const big = 'a'.repeat(1024 * 1024);
  const bomb = zipSync({ 'xl/workbook.xml': bytesOf(`<workbook>${big.repeat(60)}`) });

  it('is not read where it is too large', () => {
    refuses('a.csv', new Uint8Array(limits.bytes + 1), 'The file is larger than 5 MB, and was left alone.');
  });
  it('is not unpacked where it is packed too well', () => {
    refuses('a.xlsx', bomb, 'The file unpacks to far more than tables need, and was left alone.');
  });
  it('is not unpacked where it says that it is small and is not', () => {
    const packed = lying('word/document.xml', 60 * 1024 * 1024, 100);
    throws(() => unpack(packed).get('word/document.xml'), /far more than tables need/);
  });
  it('is not read where it is damaged', () => {
    for (const bytes of [
      bomb.slice(0, 1000),
      bytesOf('PK'),
      new Uint8Array([0x50, 0x4b, 3, 4, 255, 255, 255, 255]),
    ])
      throws(() => readGrids('a.xlsx', bytes), /damaged|no Excel workbook/);
  });
  it('is not read where it is an old one, or has a password', () => {
    refuses(
      'a.xls',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
      'The file is in the format of Office before 2007, or has a password. Save it as .xlsx, .docx, .ods or .odt without a password.',
    );
  });
  it('is not read where its name is not what it is', () => {
    refuses(
      'a.xlsx',
      'Ref,Action\n',
      'The file is not what its name says: an .xlsx file is packed, and this one is not.',
    );
    refuses(
      'a.xlsx',
      pack({ 'x.txt': 'a' }),
      'The file is no Excel workbook (.xlsx), no Word document (.docx), and no OpenDocument spreadsheet or text (.ods, .odt). It is a ZIP file that holds “x.txt”: unpack it, and import the one with the table.',
    );
  });
  it('is not read where it has too many rows or columns', () => {
    refuses('a.csv', 'a\n'.repeat(limits.rows + 1), 'The file has more than 20000 rows.');
    refuses('a.csv', `${','.repeat(500)}a`, 'A row of the file has more than 200 columns.');
    refuses(
      'a.xlsx',
      xlsxWith('<row><c r="XFD1" t="str"><v>a</v></c></row>'),
      'A row of the file has more than 200 columns.',
    );
  });
  it('makes no plan that cannot be read again', () => {
    const again =
      'The plan would have more rows or columns than can be read again: at most 10000 lines and 60 columns.';
    refuses('a.csv', `Ref,Action${',x'.repeat(70)}\n1.1.1,a\n`, again);
    refuses('a.csv', `Ref,Action\n${'1.1.1,a\n'.repeat(10_001)}`, again);
  });
  it('does not say one long string a million times', () => {
    const cells = '<c t="s"><v>0</v></c>'.repeat(100);
    const rows = `<row>${cells}</row>`.repeat(100);
    refuses(
      'a.xlsx',
      xlsxWith(rows, { 'xl/sharedStrings.xml': `<sst><si><t>${big}</t></si></sst>` }),
      'The file holds too much text, and was left alone.',
    );
  });
  it('does not grow by entities', () => {
    const text =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><row><c t="str"><v>&b;</v></c></row></worksheet>';
    const [grid] = readGrids('a.xlsx', xlsxWith('', { 'xl/worksheets/sheet1.xml': text }));
    doesNotMatch(JSON.stringify(grid), /aaaa/);
  });
  it('has merged cells that cost no more than its rows', () => {
    const merges = '<mergeCell ref="A1:A1048576"/>'.repeat(20_000);
    reads(
      'a.xlsx',
      xlsxWith(
        `<row r="1"><c r="A1" t="str"><v>a</v></c></row></sheetData><mergeCells>${merges}</mergeCells><sheetData>`,
      ),
      [['a']],
    );
  });
  it('holds no plan', () => {
    const none =
      'There is no action plan in the file: no table with a column for references, such as “Ref No.”, and one for the action.';
    for (const name of ['a.txt', 'a.csv', 'a.md', 'a.html']) refuses(name, 'Nothing here\n', none);
    refuses('a.csv', '', none);
  });
});

/** A packed file whose one part is said to unpack to 100 bytes. */
function lying(name: string, size: number, said: number): Uint8Array {
  const bytes = zipSync({ [name]: new Uint8Array(size) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint32(view.getUint32(bytes.length - 22 + 16, true) + 24, said, true);
  return bytes;
}

describe('an export', () => {
  const hostile = planText(
    'Ref No.|Criteria / Action|Responsibility|Comments',
    '1 Customer Insight',
    '1.1.1|=cmd\\|calc|+44 20|@SUM(A1)',
    '1.1.2|<script>alert(1)</script>|-1+1|</td><img src=x onerror=alert(1)>',
  );
  const parts = (format: ExportFormat): string => {
    const { names, get } = unpack(exported(hostile, format));
    return names.map(get).join('\n');
  };

  it('to CSV has no formula', () => {
    const lines = textOf(exported(hostile, 'csv')).split('\r\n');
    equal(lines[2], "1.1.1,'=cmd|calc,'+44 20,'@SUM(A1)");
    equal(lines[3], "1.1.2,<script>alert(1)</script>,'-1+1,</td><img src=x onerror=alert(1)>");
  });
  it('to a workbook has texts only, those like formulas marked as such', () => {
    const xml = parts('xlsx');
    doesNotMatch(xml, /<f>|<f |t="str"/);
    match(xml, /<c r="B3" s="4" t="inlineStr"><is><t xml:space="preserve">=cmd\|calc<\/t>/);
    match(xml, /quotePrefix="1"/);
    doesNotMatch(xml, /<script|<img/);
  });
  it('to a workbook has a header that stays, is printed on every page, and headings in bold', () => {
    const xml = parts('xlsx');
    match(xml, /<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/);
    match(xml, /_xlnm\.Print_Titles" localSheetId="0">'Action plan'!\$1:\$1</);
    match(xml, /orientation="landscape"/);
    match(xml, /<c r="A2" s="5"/);
  });
  it('to a document has a header on every page, and nothing but text in its cells', () => {
    const xml = parts('docx');
    match(xml, /<w:tblHeader\/>/);
    match(xml, /w:orient="landscape"/);
    match(xml, /<w:shd [^>]*\/><\/w:tcPr><w:p><w:pPr><w:keepNext\/><\/w:pPr><w:r><w:rPr><w:b\/>/);
    doesNotMatch(xml, /<script|<img/);
  });
  it('to a web page has no markup from its cells', () => {
    const html = textOf(exported(hostile, 'html'));
    doesNotMatch(html, /<script|<img/);
    match(html, /<html lang="en-GB">/);
    match(html, /<th scope="rowgroup" colspan="4">1 Customer Insight<\/th>/);
    match(html, /<th scope="row">1\.1\.1<\/th>/);
    match(html, /default-src 'none'/);
  });
  it('names the source of the standard’s text wherever there is room for it', () => {
    for (const format of exportFormats) {
      const file = exported(hostile, format);
      const text = isOfficeFormat(format) ? parts(format) : textOf(file);
      if (format !== 'csv') match(text, /© Crown copyright/);
    }
  });
  it('is the same each time', () => {
    for (const format of exportFormats) deepEqual(exported(hostile, format), exported(hostile, format));
  });
  it('says which row a workbook has no room for', () => {
    const sheet = {
      title: undefined,
      header: ['Ref', 'Action'],
      rows: [{ kind: 'action' as const, cells: ['1.1.1', 'a'.repeat(32_768)] }],
    };
    throws(
      () => writePlan('xlsx', { sheet, title: 'a', acknowledgement: '' }),
      /A cell in row 2 is longer than the 32767 characters/,
    );
  });
});
