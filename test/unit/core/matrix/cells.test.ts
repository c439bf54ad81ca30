/** What the cells of matrices say: items of evidence, their numbers, and where they are kept. */
import { deepEqual, equal } from 'node:assert/strict';
import { itemsIn } from '../../../../server/core/matrix/evidenceCell';
import { refIn, refKey } from '../../../../server/core/matrix/refs';
import { leadsOut, placesIn } from '../../../../server/core/matrix/whereToLook';

/** An item in one line: `ref | title | strongest | page | attachments`, parts that are not there left out. */
const shown = (cell: string, isOne = false): readonly string[] =>
  itemsIn(cell, isOne).map(({ ref, title, isStrongest, page, attachments }) =>
    [ref, title, isStrongest ? '★' : '', page === undefined ? '' : `p${page}`, attachments.join(' ')]
      .filter((part) => part)
      .join(' | '),
  );

describe('items of evidence in a cell', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Customer survey 2026', ['Customer survey 2026']],
    ['Customer survey 2026\nComplaints report', ['Customer survey 2026', 'Complaints report']],
    ['Customer survey; Complaints report;', ['Customer survey', 'Complaints report']],
    ['• Customer survey\n• Complaints report\n\n', ['Customer survey', 'Complaints report']],
    ['1. Customer survey\n2. Complaints report', ['Customer survey', 'Complaints report']],
    ['(a) Customer survey\n(b) Complaints report', ['Customer survey', 'Complaints report']],
    ['ES 01 Customer survey\nES 02 – Complaints report', ['ES 01 | Customer survey', 'ES 02 | Complaints report']],
    ['ES 01 Customer survey\nof all users\nES 02 Complaints', ['ES 01 | Customer survey of all users', 'ES 02 | Complaints']],
    ['ES 01, ES 02, ES 07', ['ES 01', 'ES 02', 'ES 07']],
    ['ES 01 Survey, ES 02 Complaints', ['ES 01 | Survey', 'ES 02 | Complaints']],
    ['Seen at the desk, ES 01 Survey, ES 02 Complaints', ['Seen at the desk', 'ES 01 | Survey', 'ES 02 | Complaints']],
    ['(strongest)', []],
    ['Evidence 12: Annual report (strongest)', ['Evidence 12 | Annual report | ★']],
    ['*strongest* Annual report', ['Annual report | ★']],
    ['Annual report – strongest', ['Annual report | ★']],
    ['★ Annual report', ['Annual report | ★']],
    ['Strongest: Annual report', ['Annual report | ★']],
    ['Our strongest supporters', ['Our strongest supporters']],
    ['Annual report, p. 4', ['Annual report | p4']],
    ['Annual report (pages 4–6)', ['Annual report | p4']],
    ['Annual report, page 12 (strongest)', ['Annual report | ★ | p12']],
    ['[Annual report](docs/annual%20report.pdf), p. 4', ['Annual report | docs/annual report.pdf#page=4']],
    ['ES 3 [Web page](https://example.org/a_(b))', ['ES 3 | Web page | https://example.org/a_(b)']],
    ['A4 leaflet\nQ2 results', ['A4 leaflet', 'Q2 results']],
    ['Policy & procedure; see also 3.2.4', ['Policy & procedure', 'see also 3.2.4']],
    ['', []],
    [' \n ', []],
  ]; // prettier-ignore
  for (const [cell, expected] of cases)
    it(JSON.stringify(cell), () => {
      deepEqual(shown(cell), expected);
    });

  it('are one, whatever stands in it, where the table has a row for each', () => {
    deepEqual(shown('ES 01 Survey; report, p. 4 (strongest)', true), ['ES 01 Survey; report, p. 4 | ★']);
  });
  it('cost no more than their text', () => {
    const start = process.hrtime.bigint();
    for (const cell of [
      'ES 1 '.repeat(50_000),
      '[a]('.repeat(50_000),
      '; '.repeat(100_000),
      '(strongest '.repeat(30_000),
      'p. 4 '.repeat(50_000),
    ]) {
      itemsIn(cell, false);
      placesIn(cell);
    }
    equal(process.hrtime.bigint() - start < 10_000_000_000n, true);
  });
});

describe('numbers of evidence', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['ES 01 Survey', 'ES 01|Survey'],
    ['ES01: Survey', 'ES01|Survey'],
    ['es-7', 'es-7|'],
    ['(ES 3) Survey', 'ES 3|Survey'],
    ['Doc. 12 Survey', 'Doc 12|Survey'],
    ['Escalation policy', undefined],
    ['ES', undefined],
    ['3.2.4 Survey', undefined],
    ['A4 leaflet', undefined],
  ];
  for (const [text, expected] of cases)
    it(text, () => {
      const found = refIn(text);
      equal(found && `${found.ref}|${found.rest}`, expected);
    });
  it('are the same however they are written', () => {
    equal(new Set(['ES 01', 'ES1', 'es-1', 'ES.001'].map(refKey)).size, 1);
    equal(refKey('ES 10') === refKey('ES 1'), false);
  });
});

describe('where evidence is kept', () => {
  const cases: readonly (readonly [string, Partial<ReturnType<typeof placesIn>>])[] = [
    ['attachments/a b.pdf', { attachments: ['attachments/a b.pdf'] }],
    ['attachments/a.pdf, p. 4', { attachments: ['attachments/a.pdf#page=4'] }],
    ['attachments/a.pdf#page=4', { attachments: ['attachments/a.pdf#page=4'] }],
    ['a.pdf; b.docx', { attachments: ['a.pdf', 'b.docx'] }],
    ['• a.pdf\n• https://example.org/x?y=1', { attachments: ['a.pdf', 'https://example.org/x?y=1'] }],
    ['[Shared drive](https://example.org/s)', { attachments: ['https://example.org/s'] }],
    ['[attachments/a.pdf](../../x/attachments/a.pdf)', { attachments: ['attachments/a.pdf'] }],
    ['attachments/a.pdf (../attachments/a.pdf)', { attachments: ['attachments/a.pdf'] }],
    ['Survey folder (https://example.org/s)', { attachments: ['https://example.org/s'] }],
    ['[a.pdf](https://example.org/s/a.pdf)', { attachments: ['https://example.org/s/a.pdf'] }],
    ['[a.pdf, p. 4](https://example.org/s/x)', { attachments: ['https://example.org/s/x#page=4'] }],
    ['[docs/a.pdf](https://example.org/s/b.pdf)', { attachments: ['https://example.org/s/b.pdf'] }],
    [
      '[docs/a b.pdf, p. 2](https://d.example/x/docs/a%20b.pdf?web=1)',
      { attachments: ['docs/a b.pdf#page=2'] },
    ],
    ['a.pdf (https://example.org/s/x)', { attachments: ['https://example.org/s/x'] }],
    ['H:\\Surveys\\a.pdf', { attachments: ['H:\\Surveys\\a.pdf'] }],
    ['docs\\a.pdf', { attachments: ['docs/a.pdf'] }],
    ['minutes (docs/My%20minutes.pdf)', { attachments: ['docs/My minutes.pdf'] }],
    ['photo (docs/100%.pdf)', { attachments: ['docs/100%.pdf'] }],
    ['<b>.pdf', { words: ['<b>.pdf'] }],
    [`${'far/'.repeat(110)}a.pdf`, { words: [`${'far/'.repeat(110)}a.pdf`] }],
    ['Ask at the front desk', { words: ['Ask at the front desk'] }],
    ['Filing cabinet 3; second drawer', { words: ['Filing cabinet 3; second drawer'] }],
    ['jane@example.org', { words: ['jane@example.org'] }],
    ['../../../etc/passwd.txt', { outside: ['../../../etc/passwd.txt'] }],
    ['[x](../../secret.pdf)', { outside: ['[x](../../secret.pdf)'] }],
    ['[x](javascript:alert(1))', { outside: ['[x](javascript:alert(1))'] }],
    ['', {}],
  ];
  for (const [cell, expected] of cases)
    it(JSON.stringify(cell), () => {
      deepEqual(placesIn(cell), { attachments: [], words: [], outside: [], ...expected });
    });
  it('is outside where it leads up, or to the top of a computer', () => {
    for (const place of [
      '../a.pdf',
      'a/../../b.pdf',
      '/etc/passwd',
      '~/a.pdf',
      'file:///etc/passwd',
      'a\\..\\..\\b.pdf',
    ])
      equal(leadsOut(place), true, place);
    for (const place of ['a.pdf', 'a/../b.pdf', './a.pdf', 'https://example.org/../a', 'C:\\a.pdf'])
      equal(leadsOut(place), false, place);
  });
});
