/** Office files as other programs pack them, and files of kinds that are not read: which of them people hear of. */
import { deepEqual, equal } from 'node:assert/strict';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readGrids } from '../../../server/exchange/formats';
import { ExchangeError } from '../../../server/exchange/parts/limits';
import { bytesOf } from './support';

const cell = (at: string, text: string, more = ''): string =>
  `<c r="${at}" t="inlineStr"${more}><is><t>${text}</t></is></c>`;
const sheet = `<worksheet><sheetData><row r="1">${cell('A1', 'Ref')}${cell('B1', 'Evidence')}</row><row r="2">${cell('A2', '1.1.1')}<c r="B2" t="s"><v>0</v></c></row></sheetData></worksheet>`;
const usual = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships>${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;

const book = '<workbook><sheets><sheet name="A" sheetId="1" r:id="s"/></sheets></workbook>';
const texts = '<sst><si><t>Survey</t></si></sst>';

/** The parts of a workbook, by their usual names. */
const workbook: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels': relations([['m', `${usual}/officeDocument`, 'xl/workbook.xml']]),
  'xl/workbook.xml': book,
  'xl/_rels/workbook.xml.rels': relations([
    ['s', `${usual}/worksheet`, 'worksheets/sheet1.xml'],
    ['t', `${usual}/sharedStrings`, 'sharedStrings.xml'],
  ]),
  'xl/worksheets/sheet1.xml': sheet,
  'xl/sharedStrings.xml': texts,
};

const documentXml =
  '<w:document><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ref</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Evidence</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>1.1.1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Survey</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>';

type Texts = Readonly<Record<string, string>>;
const zipped = (parts: Texts): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
/** Without parts of these names, and with others. */
const other = (without: readonly string[], more: Texts): Texts => ({
  ...Object.fromEntries(Object.entries(workbook).filter(([name]) => !without.includes(name))),
  ...more,
});
const renamed = (change: (name: string) => string): Texts =>
  Object.fromEntries(Object.entries(workbook).map(([name, text]) => [change(name), text]));
const changed = (change: (text: string) => string): Texts =>
  Object.fromEntries(Object.entries(workbook).map(([name, text]) => [name, change(text)]));

const prefixed = (text: string): string => text.replace(/<(\/?)(?=[a-z])/gi, '<$1x:');

describe('An office file', () => {
  const cases: readonly (readonly [string, Texts])[] = [
    ['as Excel writes it', workbook],
    ['in the strict form', changed((text) => text.replaceAll(usual, strict))],
    ['with prefixes everywhere', changed(prefixed)],
    ['without what says where it begins', other(['_rels/.rels'], {})],
    ['without what says what its parts are', other(['[Content_Types].xml'], {})],
    ['with places from the top', changed((text) => text.replace('"worksheets/', '"/xl/worksheets/').replace('"sharedStrings', '"/xl/sharedStrings'))],
    ['with places that go up and down', changed((text) => text.replace('"worksheets/', '"./../xl/worksheets/'))],
    ['with backslashes in places', changed((text) => text.replace('"worksheets/', '"worksheets\\'))],
    ['with backslashes in names', renamed((name) => name.replaceAll('/', '\\'))],
    ['with capitals in names', renamed((name) => name.replace('shared', 'Shared').replace('worksheets', 'Worksheets'))],
    ['with a slash before names', renamed((name) => `/${name}`)],
    ['with a workbook of another name', other(['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '_rels/.rels'], {
      '_rels/.rels': relations([['m', `${usual}/officeDocument`, '/xl/book-2.xml']]),
      'xl/book-2.xml': book,
      'xl/_rels/book-2.xml.rels': workbook['xl/_rels/workbook.xml.rels'] ?? '',
    })],
    ['in a folder of another name', {
      '_rels/.rels': relations([['m', `${usual}/officeDocument`, 'office/workbook.xml']]),
      'office/workbook.xml': book,
      'office/_rels/workbook.xml.rels': workbook['xl/_rels/workbook.xml.rels'] ?? '',
      'office/worksheets/sheet1.xml': sheet,
      'office/sharedStrings.xml': texts,
    }],
    ['that is a document of Word', { 'word/document.xml': documentXml }],
    ['that is a document of Word for the web', {
      '_rels/.rels': relations([['m', `${usual}/officeDocument`, 'word/document2.xml']]),
      'word/document2.xml': documentXml,
    }],
    ['that is a strict document', {
      '_rels/.rels': relations([['m', `${strict}/officeDocument`, 'word/document.xml']]),
      'word/document.xml': documentXml,
    }],
  ]; // prettier-ignore
  for (const [what, parts] of cases)
    it(`is read ${what}`, () => {
      deepEqual(
        readGrids('a.bin', zipped(parts)).map(({ rows }) => rows.map(({ cells }) => cells)),
        [[['Ref', 'Evidence'], ['1.1.1', 'Survey']]],
      );
    }); // prettier-ignore

  /** With a bit or a number of its directory changed, for each file in it. */
  const tampered = (change: (view: DataView, entry: number) => void): Uint8Array => {
    const bytes = zipped(workbook);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = view.getUint32(bytes.length - 6, true); view.getUint32(at, true) === 0x02014b50;) {
      change(view, at);
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return bytes;
  }; // prettier-ignore
  const messageOf = (name: string, bytes: Uint8Array): string => {
    try {
      readGrids(name, bytes);
    } catch (error) {
      if (error instanceof ExchangeError) return error.message;
      throw error;
    }
    return 'read';
  };
  for (const [what, bytes, message] of [
    [
      'with a password of ZIP',
      tampered((view, at) => view.setUint16(at + 8, 1, true)),
      'The file has a password. Save it without one, and try once more.',
    ],
    [
      'packed in another way',
      tampered((view, at) => view.setUint16(at + 10, 12, true)),
      'The file is packed in a way that office programs do not use. Open it, save it again and try once more.',
    ],
    [
      'shorter than it should be',
      tampered((view, at) => view.setUint32(at + 24, 100_000, true)),
      'The file is damaged and cannot be unpacked. Save it again and try once more.',
    ],
    [
      'that breaks off',
      zipped(workbook).subarray(0, 600),
      'The file is damaged and cannot be unpacked. Save it again and try once more.',
    ],
  ] as const)
    // prettier-ignore
    it(`is not read ${what}`, () => {
      equal(messageOf('a.xlsx', bytes), message);
    });

  const wide = (text: string): string => Array.from(text, (letter) => `${letter}\0`).join('');
  const compound = (...names: readonly string[]): Uint8Array =>
    Uint8Array.from([
      0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1,
      ...Array.from(names.map(wide).join('\0\0'), (letter) => letter.charCodeAt(0)),
    ]); // prettier-ignore
  const asWorkbook = 'Open it in Excel or LibreOffice, save it as .xlsx or .ods, and import that.';
  const asDocument = 'Open it in Word or LibreOffice, save it as .docx or .odt, and import that.';
  const none =
    'The file is no Excel workbook (.xlsx), no Word document (.docx), and no OpenDocument spreadsheet or text (.ods, .odt).';
  const refused: readonly (readonly [string, Uint8Array | string, string])[] = [
    ['a.xls', compound('Root Entry', 'Workbook'), `The file is a workbook of Excel before 2007 (.xls). ${asWorkbook}`],
    ['old.xls', compound('Root Entry', 'Book'), `The file is a workbook of Excel before 2007 (.xls). ${asWorkbook}`],
    ['older.xls', Uint8Array.from([9, 0, 4, 0, 2, 0, 16, 0]), `The file is a workbook of Excel before 97 (.xls). ${asWorkbook}`],
    ['a.doc', compound('Root Entry', 'WordDocument'), `The file is a document of Word before 2007 (.doc). ${asDocument}`],
    ['a.xlsx', compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'The file has a password. Save it without one, and try once more.'],
    ['label.xlsx', compound('EncryptedPackage', 'DRMEncryptedTransform'), 'The file is locked by a sensitivity label or by rights management. Save a copy without it, and import that.'],
    ['a.xlsb', zipped({ '[Content_Types].xml': '', 'xl/workbook.bin': 'x', '_rels/.rels': relations([['m', `${usual}/officeDocument`, 'xl/workbook.bin']]) }), `The file is a binary workbook (.xlsb). ${asWorkbook}`],
    ['a.pptx', zipped({ '[Content_Types].xml': '', 'ppt/presentation.xml': '<p:presentation/>' }), 'The file is a presentation. Copy its table into a workbook or a document, and import that.'],
    ['a.numbers', zipped({ 'Index/Document.iwa': 'x', 'preview.jpg': 'x' }), 'The file is in a format of Apple’s own. In Numbers or Pages, choose File > Export To > Excel or Word, and import that.'],
    ['old.numbers', zipped({ 'index.apxl': 'x' }), 'The file is in a format of Apple’s own. In Numbers or Pages, choose File > Export To > Excel or Word, and import that.'],
    ['a.zip', zipped({ 'plan.csv': 'Ref\n', '__MACOSX/._plan.csv': 'x' }), `${none} It is a ZIP file that holds “plan.csv”: unpack it, and import the one with the table.`],
    ['web.zip', zipped({ 'a.html': '', 'resources/b.css': '' }), `${none} It is a ZIP file that holds 2 files: unpack it, and import the one with the table.`],
    ['a.ods', zipped({ mimetype: 'application/vnd.oasis.opendocument.graphics' }), none],
    ['a.pdf', '%PDF-1.7\n', 'The file is a PDF, whose tables cannot be read. Ask for the file that it was made of, or open it in Word, and save it as .docx.'],
    ['a.rtf', '{\\rtf1\\ansi Ref}', `The file is a document in Rich Text Format (.rtf). ${asDocument}`],
    ['a.doc', '{\\rtf1\\ansi Ref}', `The file is a document in Rich Text Format (.rtf). ${asDocument}`],
    ['a.xls', 'MIME-Version: 1.0\nX-Document-Type: Workbook\n', `The file is a web page in a single file (.mht). ${asWorkbook}`],
    ['a.eml', 'Received: from a by b\n', 'The file is an e-mail. Save its attachment, or copy its table into a workbook, and import that.'],
    ['sent.eml', 'From: Ann <a@example.org>\r\nSubject: The plan\r\n of last week\r\nMessage-ID: <1@example.org>\r\n\r\n', 'The file is an e-mail. Save its attachment, or copy its table into a workbook, and import that.'],
    ['a.mht', 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n', `The file is a web page in a single file (.mht). ${asWorkbook}`],
    ['a.xml', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', `The file is a workbook as a single text (XML Spreadsheet 2003). ${asWorkbook}`],
    ['a.xml', '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>', `The file is a document as a single text (Word XML). ${asDocument}`],
    ['a.gsheet', '{"doc_id": "1"}', 'The file only leads to one that Google keeps. Open it, choose File > Download, and import what you get.'],
    ['a.url', '[InternetShortcut]\nURL=https://example.org/\n', 'The file only leads to a page. Open it, download what it leads to, and import that.'],
    ['a.slk', 'ID;PWXL;N;E\n', `The file is a workbook in an old format of exchange (SYLK, DIF or SocialCalc). ${asWorkbook}`],
    ['b.slk', 'ID;PSheetJS\r\nC;Y1;X1;K"Ref"\r\n', `The file is a workbook in an old format of exchange (SYLK, DIF or SocialCalc). ${asWorkbook}`],
    ['a.png', '\u0089PNG\r\n', 'The file is a picture. Ask for the table that it shows as a workbook or a document, and import that.'],
  ]; // prettier-ignore
  for (const [name, content, message] of refused)
    it(`${name} is refused: ${message}`, () => {
      const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
      equal(messageOf(name, typeof content === 'string' ? latin(content) : content), message);
    });

  const looksOther: readonly (readonly [string, string])[] = [
    ['a.csv', 'ID;Priority;Action\n1.1.1;High;Ask\n'],
    ['a.csv', 'ID;PLAN\nP;Print it\nC;Call them\n'],
    ['a.csv', 'Received: 12 March 2027\nRef,Action\n1.1.1,Ask\n'],
    ['a.md', 'From: Ann\n\n| Ref | Action |\n| --- | --- |\n| 1.1.1 | Ask |\n'],
    ['a.md', 'From: Ann\nTo: Ben\nSubject: Plan\n\n| Ref | Action |\n| --- | --- |\n| 1.1.1 | Ask |\n'],
    ['a.csv', 'Subject: Plan\nMessage: we ask\n\nRef,Action\n1.1.1,Ask\n'],
  ];
  for (const [name, content] of looksOther)
    it(`is a table where it only begins like something else: ${content.split('\n', 1)[0] ?? ''}`, () => {
      equal(messageOf(name, bytesOf(content)), 'read');
    });

  it('may have macros, which are left alone', () => {
    const parts = { ...workbook, 'xl/vbaProject.bin': 'x' };
    equal(messageOf('a.xlsm', zipped(parts)), 'read');
    equal(Object.keys(unzipSync(zipped(parts))).length, 7);
  });
});

describe('The separator of values', () => {
  const rows = [['Nr.', 'Nachweis'], ['1.1.1', 'a, b, c; d'], ['1.1.2', 'e, f, g']]; // prettier-ignore
  const quoted = (text: string): string => (/[,;|\t"\n]/.test(text) ? `"${text}"` : text);
  for (const separator of [',', ';', '\t', '|'])
    for (const [how, start] of [
      ['', ''],
      [' with a mark of bytes', '\uFEFF'],
      [' below a title', 'Evidence matrix\n'],
    ] as const)
      // prettier-ignore
      it(`is found where texts hold others: ${JSON.stringify(separator)}${how}`, () => {
        const text = start + rows.map((cells) => cells.map(quoted).join(separator)).join('\r\n');
        deepEqual(readGrids('a.csv', bytesOf(text))[0]?.rows.map(({ cells }) => cells).slice(-3), rows);
      });
  it('is the semicolon where commas are not quoted', () => {
    const text = 'Nr.;Nachweis\n1.1.1;wir haben a, b, c\n1.1.2;d, e\n';
    deepEqual(readGrids('a.csv', bytesOf(text))[0]?.rows[1]?.cells, ['1.1.1', 'wir haben a, b, c']);
  });
});
