/** A report in each format: what is in it, and that nothing in a text acts. `npm run test:office` looks at pages. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import type { ReportDocument } from '../../../../server/core/report/model';
import { barMarks, sparkOf } from '../../../../server/exchange/reports/marks';
import type { ReportFormat } from '../../../../server/exchange/reports/writeReport';
import { writeReport } from '../../../../server/exchange/reports/writeReport';

const hostile =
  '<script>alert(1)</script> ![x](http://evil.example/x.png) | a @all `b` "c" & \u001B[31m \u202E =1+1 ]]> \uD83D';

const documentWith = (text: string): ReportDocument => ({
  title: text,
  subtitle: text,
  acknowledgement: text,
  blocks: [
    { kind: 'verdict', text },
    { kind: 'heading', text },
    { kind: 'paragraph', text },
    { kind: 'list', items: [text, text] },
    {
      kind: 'bars',
      caption: text,
      bars: [
        { label: text, parts: { full: 3, half: 1, none: 0 }, words: text },
        { label: text, parts: { full: 0, half: 0, none: 0 }, words: text },
      ],
    },
    {
      kind: 'line',
      caption: text,
      points: [
        { label: 'May 2026', share: 0, words: '0 %' },
        { label: text, share: 1, words: text },
      ],
    },
    {
      kind: 'table',
      caption: text,
      columns: [
        { name: text, width: 1 },
        { name: 'B', width: 2 },
      ],
      rows: [[text, '']],
    },
  ],
});

const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name]!);

function textOf(format: ReportFormat, document: ReportDocument): string {
  const bytes = writeReport(format, document);
  if (format === 'docx') return part(bytes, 'word/document.xml');
  return format === 'odt' ? part(bytes, 'content.xml') : strFromU8(bytes);
}

const formats = ['html', 'docx', 'odt', 'md'] as const;

describe('A report as a file', () => {
  for (const format of formats) {
    it(`says all of it: ${format}`, () => {
      const text = textOf(format, documentWith('Words'));
      ok(text.split('Words').length > 14, text);
      ok(text.includes('█') === (format !== 'html'));
      match(text, /0 %/);
    });

    it(`has nothing in it that acts: ${format}`, () => {
      const text = textOf(format, documentWith(hostile));
      ok(!/(?<!\\)<(?:script|img)/i.test(text), text);
      for (const acting of ['\u001B', '\u202E']) ok(!text.includes(acting));
      ok(text.isWellFormed());
      if (format === 'md') ok(!/(?<!\\)!\[|(?<!\\)`b|(?<!\\)@all/.test(text), text);
      else ok(!/(?:href|src)="?http|<!\[CDATA/i.test(text), text);
    });
  }

  it('is a page without anything from outside', () => {
    const text = textOf('html', documentWith('Words'));
    match(text, /default-src 'none'/);
    ok(!/<script|<link|@import|url\(|\ssrc=|\son\w+=/.test(text));
    match(text, /<html lang="en-GB">/);
    // Each region is named by a caption that is there.
    const named = [...text.matchAll(/aria-labelledby="([^"]+)"/g)].map(([, ids]) => ids ?? '');
    ok(named.length > 1);
    for (const id of named.flatMap((ids) => ids.split(' '))) ok(text.includes(`id="${id}"`));
    equal(new Set(named).size, named.length);
  });

  it('is a row of Markdown for each row of a table', () => {
    const rows = textOf('md', documentWith('a | b')).split('\n').filter((line) => line.startsWith('|'));
    deepEqual(rows.at(-1), '| a \\| b |  |');
  }); // prettier-ignore
});

describe('A bar of characters', () => {
  for (const [full, half, none, marks] of [
    [10, 0, 0, '██████████'],
    [9, 1, 0, '█████████▒'],
    [99, 1, 0, '█████████▒'],
    [98, 1, 1, '████████▒░'],
    [1, 0, 99, '█░░░░░░░░░'],
    [0, 0, 5, '░░░░░░░░░░'],
    [0, 0, 0, ''],
  ] as const)
    it(`of ${full}, ${half} and ${none} is ${marks || 'nothing'}`, () => {
      const found = barMarks({ full, half, none }, 10).map(({ text }) => text).join(''); // prettier-ignore
      // What is full never hides what is not.
      equal(found.slice(0, 10), marks);
    });

  it('grows with the share', () => equal([0, 0.2, 0.5, 0.9, 1].map(sparkOf).join(''), '▁▂▅██'));
});
