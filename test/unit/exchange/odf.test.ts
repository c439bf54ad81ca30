/** What is read from OpenDocument files of other programs, good ones and bad ones, and what is written into ours. */
import { deepEqual, doesNotMatch, equal, match, ok, throws } from 'node:assert/strict';
import { readGrids } from '../../../server/exchange/formats';
import { pack, unpack } from '../../../server/exchange/parts/zip';
import { bytesOf, exported, imported, planText, refuses, textOf } from './support';

const content = (body: string, styles = ''): string =>
  `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`;
const sheetFile = (rows: string, styles = ''): Uint8Array =>
  pack({
    'content.xml': content(
      `<office:spreadsheet><table:table table:name="Plan">${rows}</table:table></office:spreadsheet>`,
      styles,
    ),
  });
const textFile = (body: string, styles = ''): Uint8Array =>
  pack({ 'content.xml': content(`<office:text>${body}</office:text>`, styles) });

const row = (cells: string, more = ''): string => `<table:table-row ${more}>${cells}</table:table-row>`;
const cell = (text: string, more = ''): string =>
  `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;
const typed = (type: string, value: string, shown: string): string =>
  cell(shown, `office:value-type="${type}" ${value}`);
const table = (...rows: readonly string[]): string => `<table:table>${rows.join('')}</table:table>`;

type Rows = readonly (readonly string[])[];

function reads(name: string, file: Uint8Array, expected: Rows): void {
  deepEqual(
    readGrids(name, file).flatMap(({ rows }) => rows.map(({ cells }) => cells)),
    expected,
  );
}

describe('an OpenDocument spreadsheet', () => {
  const cases: readonly (readonly [string, Uint8Array, Rows])[] = [
    ['with lines as paragraphs', sheetFile(row('<table:table-cell><text:p>a</text:p><text:p/><text:p>b</text:p></table:table-cell>')), [['a\n\nb']]],
    ['with white space as a reader sees it', sheetFile(row(cell('\n  a \n b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e '))), [['a b  c\td\ne']]],
    ['with dates, whatever the language that shows them', sheetFile(row(typed('date', 'office:date-value="2027-03-31"', '31.03.27') + typed('date', 'office:date-value="2027-03-31T14:30:00"', '03/31/27 02:30 PM'))), [['2027-03-31', '2027-03-31']]],
    ['with months and years', sheetFile(row(['März 2027', 'Mar-27', '03/2027', '2027', '31 March', '31/03/2027'].map((shown) => typed('date', 'office:date-value="2027-03-01"', shown)).join(''))), [['March 2027', 'March 2027', 'March 2027', '2027', '2027-03-01', '2027-03-01']]],
    ['with numbers, whatever the language', sheetFile(row(typed('float', 'office:value="1.1"', '1,10') + typed('float', 'office:value="1.1"', '1.1') + typed('float', 'office:value="1234.5"', '1,234.50') + typed('float', 'office:value="0.30000000000000004"', '0.3'))), [['1.10', '1.1', '1234.5', '0.3']]],
    ['with percentages, times, truths and money', sheetFile(row(typed('percentage', 'office:value="0.5"', '50,00 %') + typed('time', 'office:time-value="PT14H30M00S"', '02:30 PM') + typed('boolean', 'office:boolean-value="true"', 'WAHR') + typed('currency', 'office:value="5" office:currency="GBP"', '£5.00'))), [['50%', '14:30', 'TRUE', '£5.00']]],
    ['without what it shows', sheetFile(row('<table:table-cell office:value-type="float" office:value="2"/><table:table-cell office:value-type="string" office:string-value="a"/>')), [['2', 'a']]],
    ['with the result of a formula, not the formula', sheetFile(row(typed('float', 'table:formula="of:=1+1" office:value="2"', '2'))), [['2']]],
    ['with what a fault shows', sheetFile(row(cell('#REF!', 'table:formula="of:=#REF!" office:value-type="string" calcext:value-type="error"'))), [['#REF!']]],
    ['with cells that are alike', sheetFile(row(cell('a', 'table:number-columns-repeated="3"') + cell('b'))), [['a', 'a', 'a', 'b']]],
    ['with rows that are alike', sheetFile(row(cell('a'), 'table:number-rows-repeated="2"') + row(cell('b'))), [['a'], ['a'], ['b']]],
    ['with a million empty rows and cells', sheetFile(row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048576"') + row('<table:table-cell table:number-columns-repeated="3"/>' + cell('a') + '<table:table-cell table:number-columns-repeated="16380"/>') + row('<table:table-cell/>', 'table:number-rows-repeated="1048000"')), [[''], ['', '', '', 'a']].slice(1)],
    ['with cells merged over rows and columns', sheetFile(row(cell('a', 'table:number-rows-spanned="3" table:number-columns-spanned="2"') + '<table:covered-table-cell/>' + cell('b')) + row('<table:covered-table-cell table:number-columns-repeated="2"/>' + cell('c')) + row('<table:covered-table-cell/><table:covered-table-cell/>') + row(cell('d'))), [['a', '', 'b'], ['a', '', 'c'], [], ['d']]],
    ['without what merged cells hide', sheetFile(row(cell('a', 'table:number-columns-spanned="2"') + '<table:covered-table-cell><text:p>hidden</text:p></table:covered-table-cell>')), [['a']]],
    ['without remarks at the edge', sheetFile(row('<table:table-cell><office:annotation><dc:creator>x</dc:creator><text:p>remark</text:p></office:annotation><text:p>a</text:p></table:table-cell>')), [['a']]],
    ['without what was there before a change', pack({ 'content.xml': content(`<office:spreadsheet><table:tracked-changes><table:cell-content-change><table:previous>${cell('old')}</table:previous></table:cell-content-change></table:tracked-changes><table:table>${row(cell('new'))}</table:table></office:spreadsheet>`) }), [['new']]],
    ['with rows that are hidden or filtered, as those of workbooks', sheetFile(row(cell('a'), 'table:visibility="collapse"') + row(cell('b'), 'table:visibility="filter"')), [['a'], ['b']]],
    ['without its hidden sheets', pack({ 'content.xml': content(`<office:spreadsheet><table:table table:name="A" table:style-name="ta2">${row(cell('a'))}</table:table><table:table table:name="B">${row(cell('b'))}</table:table></office:spreadsheet>`, '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>') }), [['b']]],
    ['with groups of rows and columns', sheetFile(`<table:table-column-group><table:table-column/></table:table-column-group><table:table-header-rows>${row(cell('h'))}</table:table-header-rows><table:table-row-group>${row(cell('a'))}</table:table-row-group>`), [['h'], ['a']]],
    ['with links to what stands beside it', sheetFile(row(cell('<text:a xlink:href="../a%20b.pdf#page=4">the report</text:a>') + cell('<text:a xlink:href="../../x/b.pdf">b</text:a>') + cell('<text:a xlink:href="javascript:alert(1)">c</text:a>') + cell('<text:a xlink:href="#Plan.A1">d</text:a>'))), [['[the report](a%20b.pdf#page=4)', '[b](../x/b.pdf)', 'c', 'd']]],
    ['with an apostrophe before a formula', sheetFile(row(cell("'=1"))), [['=1']]],
    ['with other prefixes', pack({ 'content.xml': '<o:document-content><o:body><o:spreadsheet><t:table><t:table-row><t:table-cell o:value-type="date" o:date-value="2027-03-31"><x:p>x</x:p></t:table-cell></t:table-row></t:table></o:spreadsheet></o:body></o:document-content>' }), [['2027-03-31']]],
  ]; // prettier-ignore
  for (const [what, file, expected] of cases)
    it(`is read ${what}`, () => {
      reads('a.ods', file, expected);
    });

  it('knows its rows, those that are left out included, and its sheets', () => {
    const body = `<office:spreadsheet><table:table table:name="A">${row(cell('a'))}${row('<table:table-cell/>', 'table:number-rows-repeated="7"')}${row(cell('b'))}</table:table><table:table table:name="B">${row(cell('c'))}</table:table></office:spreadsheet>`;
    const grids = readGrids('a.ods', pack({ 'content.xml': content(body) }));
    deepEqual(
      grids.map(({ name, rows }) => [name, rows.map(({ place }) => place)]),
      [
        ['sheet “A”', [1, 8, 9]],
        ['sheet “B”', [1]],
      ],
    );
  });
  it('says which formulas have no result', () => {
    const formula = '<table:table-cell table:formula="of:=1+1"/>';
    const [grid] = readGrids('a.ods', sheetFile(row(cell('a')) + row('<table:table-cell/>' + formula)));
    match(grid?.notes?.[0]?.reason ?? '', /^The formula in B2 has no result in the file/);
  });
  it('is read where it is one text, not packed', () => {
    const flat = `<?xml version="1.0" encoding="UTF-8"?>\n<office:document xmlns:office="x"><office:meta><dc:title>My plan</dc:title></office:meta><office:body><office:spreadsheet>${table(row(cell('<text:a xlink:href="b.pdf">see</text:a>')))}</office:spreadsheet></office:body></office:document>`;
    const [grid] = readGrids('a.fods', bytesOf(flat));
    deepEqual([grid?.title, grid?.rows[0]?.cells], ['My plan', ['[see](b.pdf)']]);
  });
});

const numbered =
  '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="1"/></text:list-style>' +
  '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>' +
  '<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/><text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3"/></text:list-style>';
const list = (style: string, items: readonly string[], more = ''): string =>
  `<text:list text:style-name="${style}" ${more}>${items.map((item) => `<text:list-item>${item}</text:list-item>`).join('')}</text:list>`;
const inCell = (inner: string): string => `<table:table-cell>${inner}</table:table-cell>`;

describe('an OpenDocument text', () => {
  const cases: readonly (readonly [string, Uint8Array, Rows])[] = [
    ['with the numbers of lists', textFile(table(row(inCell(list('L1', ['<text:p>one</text:p>', `<text:p>two</text:p><text:p>more</text:p>${list('L1', ['<text:p>inner</text:p>'])}`]))) + inCell(list('L2', ['<text:p>bullet</text:p>']))), numbered), [['1. one\n2. two\nmore\na) inner', 'bullet']]],
    ['with numbers such as those of elements', textFile(table(row(inCell(list('L3', [list('L3', [list('L3', ['<text:p>We ask</text:p>', '<text:p>We tell</text:p>'])])])))), numbered), [['1.1.1 We ask\n1.1.2 We tell']]],
    ['with a list that goes on', textFile(table(row(inCell(list('L1', ['<text:p>a</text:p>'], 'xml:id="x"')) + inCell(list('L1', ['<text:p>b</text:p>'], 'text:continue-numbering="true"')) + inCell(list('L1', ['<text:p>c</text:p>'])) + inCell(list('L1', ['<text:p>d</text:p>'], 'text:continue-list="x"')))), numbered), [['1. a', '2. b', '1. c', '3. d']]],
    ['without text that was deleted, or is hidden', textFile(`<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes>${table(row(cell('a<text:change text:change-id="c"/><text:span text:style-name="T1">secret</text:span>b<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note>')))}`, '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'), [['ab']]],
    ['without sections that are hidden', textFile(`<text:section text:display="none">${table(row(cell('a')))}</text:section>${table(row(cell('b')))}`), [['b']]],
    ['with what is chosen, and without hints', textFile(table(row(inCell('<text:p><text:drop-down text:name="x"><text:label text:value="done"/>done</text:drop-down> at last</text:p>') + inCell('<text:p><text:drop-down>Choose an item</text:drop-down></text:p>') + inCell('<text:p><text:placeholder>&lt;Name&gt;</text:placeholder></text:p>') + inCell('<text:p><loext:content-control loext:showing-place-holder="true">Click here</loext:content-control></text:p>') + inCell('<text:p><loext:content-control loext:checkbox="true" loext:checked="true">☒</loext:content-control> yes</text:p>')))), [['done at last', '', '', '', '☑ yes']]],
    ['with a table inside a cell', textFile(table(row(inCell(`<text:p>a</text:p>${table(row(cell('b')))}`)))), [['a\nb']]],
    ['without names of pictures', textFile(table(row(cell('a<draw:frame><draw:image/><svg:title>a picture</svg:title><svg:desc>of a cat</svg:desc></draw:frame>')))), [['a']]],
  ]; // prettier-ignore
  for (const [what, file, expected] of cases)
    it(`is read ${what}`, () => {
      reads('a.odt', file, expected);
    });

  it('tells its title, and the headings between its tables with their numbers', () => {
    const outline =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/></text:outline-style>';
    const grids = readGrids(
      'a.odt',
      textFile(
        `<text:h text:style-name="Title" text:outline-level="1">My plan</text:h><text:h text:outline-level="1">Insight</text:h>${table(row(cell('a')))}<text:h text:outline-level="1">Culture</text:h><text:p>between</text:p>${table(row(cell('b')))}`,
        outline,
      ),
    );
    deepEqual(
      grids.map(({ name, title, before }) => ({ name, title, before })),
      [
        { name: 'table 1', title: 'My plan', before: ['1 Insight'] },
        { name: 'table 2', title: 'My plan', before: ['2 Culture', 'between'] },
      ],
    );
  });
});

describe('an OpenDocument file that means harm, or is broken', () => {
  const manifest = (inner: string): string => `<manifest:manifest>${inner}</manifest:manifest>`;
  it('is not read where it has a password', () => {
    for (const inner of [
      '<manifest:encryption-data/>',
      '<manifest:file-entry manifest:full-path="encrypted-package"/>',
    ])
      refuses(
        'a.ods',
        pack({ mimetype: 'x', 'META-INF/manifest.xml': manifest(inner), 'content.xml': '\u0000\u0001' }),
        'The file has a password. Save it without one, and try once more.',
      );
  });
  it('is not read where it is neither a spreadsheet nor a text', () => {
    for (const body of ['<office:presentation/>', ''])
      refuses(
        'a.odp',
        pack({ 'content.xml': content(body) }),
        'The file is neither an OpenDocument spreadsheet (.ods) nor a text (.odt).',
      );
  });
  it('is not read where its name is not what it is', () => {
    refuses(
      'a.ods',
      'Ref,Action\n',
      'The file is not what its name says: an .ods file is packed, and this one is not.',
    );
  });
  it('is not read where it has too many rows or columns that say something', () => {
    refuses(
      'a.ods',
      sheetFile(row(cell('a'), 'table:number-rows-repeated="1048576"')),
      'The file has more than 20000 rows.',
    );
    for (const cells of [
      cell('a', 'table:number-columns-repeated="16384"'),
      '<table:table-cell table:number-columns-repeated="16383"/>' + cell('a'),
    ])
      refuses('a.ods', sheetFile(row(cells)), 'A row of the file has more than 200 columns.');
  });
  it('does not say one long text a million times', () => {
    const long = 'a'.repeat(1_000_000);
    refuses(
      'a.ods',
      sheetFile(row(cell(long, 'table:number-columns-repeated="100"'), 'table:number-rows-repeated="1000"')),
      'The file holds too much text, and was left alone.',
    );
  });
  it('has spaces, merged cells and lists that cost no more than it holds', () => {
    const start = process.hrtime.bigint();
    const spans = 'table:number-rows-spanned="1048576"';
    const [grid] = readGrids(
      'a.ods',
      sheetFile(
        row(cell('a<text:s text:c="999999999"/>b', spans)) +
          row(`<table:covered-table-cell/>${cell('c', spans)}`).repeat(1000),
      ),
    );
    ok((grid?.rows[0]?.cells[0] ?? '').length < 2000);
    equal(grid?.rows.length, 1001);
    ok(process.hrtime.bigint() - start < 5_000_000_000n);
  });
  it('does not grow by entities', () => {
    const text = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${content(`<office:spreadsheet>${table(row(cell('&b;')))}</office:spreadsheet>`)}`;
    doesNotMatch(JSON.stringify(readGrids('a.ods', pack({ 'content.xml': text }))), /aaaa/);
  });
  it('is not read where tables stand inside tables without end, nor is any other document', () => {
    const nested = (open: string, close: string): string => open.repeat(5000) + close.repeat(5000);
    const deep = nested(
      '<table:table><table:table-row><table:table-cell>',
      '</table:table-cell></table:table-row></table:table>',
    );
    const word = nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>');
    for (const [name, file] of [
      ['a.odt', textFile(deep)],
      ['a.docx', pack({ 'word/document.xml': `<w:document><w:body>${word}</w:body></w:document>` })],
      ['a.html', bytesOf('<table><tr><td>a'.repeat(5000))],
    ] as const)
      refuses(name, file, 'The file has more than 50 tables inside each other, and was left alone.');
  });
  it('is read as far as it goes where its elements do not end', () => {
    for (const broken of [
      '<office:body><office:spreadsheet><table:table><table:table-row><table:table-cell><text:p>a',
      '<',
      ']]>',
      '<office:body',
    ])
      try {
        readGrids('a.ods', pack({ 'content.xml': broken }));
      } catch (error) {
        match(String(error), /neither an OpenDocument/);
      }
    throws(() => readGrids('a.ods', pack({ mimetype: 'x' })), /no OpenDocument spreadsheet/);
  });
});

describe('an export to OpenDocument', () => {
  const header = 'Ref No.|Criteria / Action|Responsibility|Target Completion Date|Progress|Comments';
  const text = planText(
    header,
    '1 Customer Insight',
    "1.1.1|=cmd\\|calc|'=x|31 March 2027|in progress – late|see [a](<../a b.pdf#page=4>)",
    '1.1.2|**Ask** [the team](https://example.org/team)|<script>|March 2027||</text:p>&amp;',
    '1.2.1|a|||other|',
  );
  const part = (format: 'ods' | 'odt', name: string): string =>
    unpack(exported(text, format)).get(name) ?? '';

  for (const format of ['ods', 'odt'] as const) {
    it(`changes nothing of the plan that it came from: ${format}`, () => {
      equal(imported(text, `plan.${format}`, exported(text, format)).text, text);
    });
    it(`is known by its first bytes: ${format}`, () => {
      const kind = format === 'ods' ? 'spreadsheet' : 'text';
      equal(
        textOf(exported(text, format).slice(30, 100)).slice(0, 39 + kind.length),
        `mimetypeapplication/vnd.oasis.opendocument.${kind}`.slice(0, 39 + kind.length),
      );
    });
    it(`holds no formula and no markup from its cells: ${format}`, () => {
      const xml = part(format, 'content.xml');
      doesNotMatch(xml, /table:formula|<script/);
      match(xml, /=cmd\|calc/);
      match(xml, /xlink:href="\.\.\/\.\.\/a b\.pdf#page=4"/);
      match(xml, /<text:a xlink:type="simple" xlink:href="https:\/\/example\.org\/team">the team<\/text:a>/);
    });
  }
  it('has dates that are dates, shown as somebody wrote them', () => {
    const xml = part('ods', 'content.xml');
    match(
      xml,
      /table:style-name="date2" office:value-type="date" office:date-value="2027-03-31"><text:p>31 March 2027</,
    );
    match(
      xml,
      /table:style-name="date3" office:value-type="date" office:date-value="2027-03-31"><text:p>March 2027</,
    );
    match(
      xml,
      /<number:date-style style:name="format3"><number:month number:style="long" number:textual="true"\/><number:text> <\/number:text><number:year number:style="long"\/>/,
    );
  });
  it('has lists to choose from, and takes what else is typed', () => {
    match(
      part('ods', 'content.xml'),
      /table:condition="of:cell-content-is-in-list\(&#34;not started&#34;;&#34;in progress&#34;/,
    );
    match(
      part('ods', 'content.xml'),
      /table:error-message table:message-type="information" table:display="false"/,
    );
    match(
      part('odt', 'content.xml'),
      /<text:label text:value="in progress" text:current-selected="true"\/>.*?in progress<\/text:drop-down><text:s text:c="1"\/>– late/,
    );
  });
  it('has a header that stays, is printed on every page, and headings in bold', () => {
    match(part('ods', 'settings.xml'), /VerticalSplitPosition" config:type="int">1</);
    for (const format of ['ods', 'odt'] as const) {
      match(part(format, 'content.xml'), /<table:table-header-rows>/);
      match(part(format, 'styles.xml'), /style:print-orientation="landscape"/);
    }
    match(
      part('odt', 'content.xml'),
      /table:number-columns-spanned="6"[^>]*><text:p text:style-name="Strong">1 Customer Insight/,
    );
  });
});
