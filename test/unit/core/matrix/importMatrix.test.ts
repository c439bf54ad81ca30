/** Matrices as councils keep them, and what becomes of a portfolio. */
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import type { MatrixImport } from '../../../../server/core/matrix/importMatrix';
import { matrixSections } from '../../../../server/core/matrix/importWords';
import { importMatrix } from '../../../../server/core/matrix/importMatrix';
import type { MatrixTold } from '../../../../server/core/matrix/readMatrix';
import { readMatrix } from '../../../../server/core/matrix/readMatrix';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import type { Files } from '../../support/portfolioFiles';
import { at, indexOf } from '../../support/portfolioFiles';

const manifest = { 'portfolio.yaml': 'title: Anytown\n' };
const portfolioOf = (files: Files = {}): Portfolio =>
  indexOf({ ...manifest, ...files }).portfolioAt(at('portfolio.yaml'))!;

/** @param rows with `|` between cells and `/` between their lines */
function broughtIn(files: Files, rows: readonly string[], told: MatrixTold = new Map()): MatrixImport {
  const portfolio = portfolioOf(files);
  const grid = {
    name: undefined,
    title: undefined,
    unit: 'row' as const,
    rows: rows.map((row, index) => ({
      place: index + 1,
      cells: row.split('|').map((cell) => cell.trim().replaceAll(' / ', '\n')),
    })),
  };
  return importMatrix(portfolio, readMatrix(portfolio.standard, [grid], told));
}

const filesOf = ({ files }: MatrixImport): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ uri, text }) => [uri.replace(at(''), '').replace(/^\//, ''), text]));
const reasonsOf = ({ problems }: MatrixImport): readonly string[] => problems.map(({ reason }) => reason);

describe('a matrix that is brought in', () => {
  const council = [
    'Anytown Borough Council | | | |',
    'CSE evidence matrix, last updated May 2026 | | | |',
    'Ref | Element | Evidence | Owner | Notes',
    '1 Customer Insight | | | |',
    '1.1 Customer Identification | | | |',
    '1.1.1 | We have an in-depth understanding… | ES 01 Customer survey 2026, p. 4 (strongest) / ES 02 Complaints report | Insight Manager | Published each May',
    '1.1.2 | We have made… | ES 02 Complaints report; Focus groups | Head of Service | n/a',
    '1.1.3 | | | | gap: ask the partners',
    '1.2.1 | | ES 01 Customer survey 2026 | | ',
    '      | | [Web page](https://example.org/a) | Web Team | ',
    'Total | 4 | | |',
  ];

  it('knows IDs that say nothing elsewhere', () => {
    const ids = ['true', 'null', 'n/a', 'none', 'TBC', '???', 'ditto'];
    const standard = {
      'portfolio.yaml': 'standard: s.yaml\n',
      's.yaml': `title: S\nchildren:\n${ids.map((id) => `  - { id: "${id}", text: Text }\n`).join('')}`,
    };
    const rows = ids.map((id, at) => `${id} | ES ${at} Item ${at} (strongest)`);
    const files = filesOf(broughtIn(standard, ['Ref | Evidence', ...rows]));
    const found = Object.values(files).map((text) => /strongest:\n {2}- (.*)\n/.exec(text)?.[1] ?? '');
    deepEqual(
      found.map((id) => id.replaceAll('"', '')),
      ids,
    );
    const others = filesOf(broughtIn({}, ['Ref | Evidence', '1.1.1 | ES 1 A', 'n/a | ES 2 B']));
    match(others['evidence/b.md'] ?? '', /elements:\n {2}- 1\.1\.1\n/);
  });

  it('makes a draft for each distinct item, with its elements', () => {
    const files = filesOf(broughtIn({}, council));
    deepEqual(Object.keys(files), [
      'evidence/customer-survey-2026.md',
      'evidence/complaints-report.md',
      'evidence/focus-groups.md',
      'evidence/web-page.md',
    ]);
    equal(
      files['evidence/customer-survey-2026.md'],
      '---\ntitle: Customer survey 2026\nelements:\n  - 1.1.1\n  - 1.2.1\nstrongest:\n  - 1.1.1\nref: ES 01\nowner: Insight Manager\nstatus: draft\n---\n\n# Customer survey 2026\n\nPublished each May\n\nFor 1.1.1, see page 4.\n',
    );
    match(
      files['evidence/web-page.md'] ?? '',
      /elements:\n {2}- 1\.2\.1\nowner: Web Team\nstatus: draft\nattachments:\n {2}- https:\/\/example\.org\/a\n/,
    );
  });
  it('says what is not sure', () => {
    deepEqual(reasonsOf(broughtIn({}, council)), [
      'The same evidence has another owner in row 6: “Insight Manager”, which was taken.',
    ]);
  });
  it('changes nothing the second time', () => {
    const first = broughtIn({}, council);
    const second = broughtIn(filesOf(first), council);
    deepEqual([second.files, second.added, second.unchanged], [[], [], 4]);
  });

  it('adds to what a file says, and replaces nothing', () => {
    const files = {
      'docs/a.md':
        '---\r\ntitle: Customer Survey 2026\r\nelements: [1.1.1] # first\r\nowner: Somebody else\r\n---\r\n\r\nText.\r\n',
    };
    const result = broughtIn(files, council);
    equal(
      filesOf(result)['docs/a.md'],
      '---\r\ntitle: Customer Survey 2026\r\nelements: [1.1.1, 1.2.1] # first\r\nstrongest: [1.1.1]\r\nref: ES 01\r\nowner: Somebody else\r\n---\r\n\r\nText.\r\n',
    );
    deepEqual(
      result.differs.map(({ what, here, there }) => `${what}: ${here} | ${there}`),
      ['owner: Somebody else | Insight Manager', 'notes:  | Published each May For 1.1.1, see page 4.'],
    );
  });
  it('knows files by their ref before their title, and none by title that has another ref', () => {
    const files = {
      'a.md': '---\ntitle: Something else\nelements: [1.1.1]\nref: ES 1\n---\n\nText.\n',
      'b.md': '---\ntitle: Complaints report\nelements: [1.1.1]\nref: ES 99\n---\n\nText.\n',
    };
    const result = broughtIn(files, council);
    equal(
      result.changed.some(({ uri }) => uri === at('a.md')),
      true,
    );
    equal(
      result.changed.some(({ uri }) => uri === at('b.md')),
      false,
    );
    equal(
      result.differs.some(({ what, there }) => what === 'title' && there === 'Customer survey 2026'),
      true,
    );
  });
  it('says of what may be a file of the portfolio', () => {
    const files = { 'a.md': '---\ntitle: The focus groups\nelements: [1.1.2]\n---\n\nText.\n' };
    match(reasonsOf(broughtIn(files, council)).join('\n'), /It may be a\.md, “The focus groups”/);
  });
  it('names and places files as their neighbours are', () => {
    const files = {
      'Evidence files/1.1/1.1.1 Old Survey.md': '---\ntitle: x\nelements: [1.1.1]\n---\n\nText.\n',
    };
    equal(
      Object.keys(filesOf(broughtIn(files, council)))[0],
      'Evidence%20files/1.1/1.1.1%20Customer%20survey%202026.md',
    );
  });

  it('goes on where cells are merged or left empty, below headings and under elements', () => {
    const result = broughtIn(
      {},
      [
        'Criterion | Show me (hard evidence) | Tell me (see on site)',
        '1.1.1 We have an in-depth understanding of our customers | |',
        '| Customer survey | Talk to the front desk',
        '| Complaints report | See the welcome point',
      ].map((row) =>
        row.replace(
          '1.1.1 We have an in-depth understanding of our customers | |',
          '1.1.1 We have an in-depth understanding of our customers',
        ),
      ),
    );
    const files = filesOf(result);
    match(files['evidence/customer-survey.md'] ?? '', /- 1\.1\.1\nkind: document\n/);
    match(files['evidence/talk-to-the-front-desk.md'] ?? '', /- 1\.1\.1\nkind: testimony\n/);
    match(files['evidence/see-the-welcome-point.md'] ?? '', /kind: observation\n/);
  });
  it('reads the assessor’s sheet, with refs before what is shown and what is told', () => {
    const files = filesOf(
      broughtIn({}, [
        'Element | Ref | Show me (hard evidence) | Ref | Tell me (see on site) | Self | Assessor | Assessor comments',
        '1.1.1 | ES 1 | Customer survey | ES 2 | Talk to the front desk | Compliant | | ',
        '1.1.2 | ES 1 | Customer survey | | | Compliant | | ',
      ]),
    );
    match(files['evidence/customer-survey.md'] ?? '', /- 1\.1\.1\n {2}- 1\.1\.2\nref: ES 1\nkind: document/);
    match(files['evidence/talk-to-the-front-desk.md'] ?? '', /ref: ES 2\nkind: testimony/);
  });
  it('reads a statement of applicability', () => {
    const files = filesOf(
      broughtIn({}, [
        'Control | Applicable | Justification | Implementation status | Evidence | Owner | Review date',
        '1.1.1 | Yes | Contract | Implemented | Customer survey | Insight Manager | 31/03/2027',
        '1.1.2 | No | Not our service | | | |',
      ]),
    );
    deepEqual(Object.keys(files), ['evidence/customer-survey.md', 'portfolio.yaml']);
    match(files['portfolio.yaml'] ?? '', /1\.1\.2:\n {4}applicable: false\n {4}reason: Not our service\n/);
    match(
      files['evidence/customer-survey.md'] ?? '',
      /owner: Insight Manager\nstatus: draft\nreview-by: 2027-03-31\n/,
    );
  });
  it('reads dates with the month first, states in other words, and says what it cannot read', () => {
    const result = broughtIn({}, [
      'Ref | Evidence | Status | Date | Review date',
      '1.1.1 | Survey | Signed off | 3/31/2026 | March 2027',
      '1.1.2 | Report | sort of | 1/2/2026 | some day',
    ]);
    const files = filesOf(result);
    match(files['evidence/survey.md'] ?? '', /status: approved\ndate: 2026-03-31\nreview-by: 2027-03-31\n/);
    match(files['evidence/report.md'] ?? '', /status: draft\ndate: 2026-01-02\n---/);
    deepEqual(reasonsOf(result), [
      'The review date cannot be read. It was left out.',
      'The status cannot be read, so the evidence is a draft.',
    ]);
  });
  it('takes the column that somebody names', () => {
    const rows = ['Ref | Evidence | Lead officer | Person', '1.1.1 | Survey | Jane | Joe'];
    match(filesOf(broughtIn({}, rows))['evidence/survey.md'] ?? '', /owner: Jane/);
    match(
      filesOf(broughtIn({}, rows, new Map([['owner', 'Person']])))['evidence/survey.md'] ?? '',
      /owner: Joe/,
    );
  });
  it('leaves out what is about no element, and says so', () => {
    const result = broughtIn({}, ['Ref | Evidence', '| Lost', '1.1 | Group', '3.2.9 | Survey', 'x | Words']);
    deepEqual(Object.keys(filesOf(result)), ['evidence/survey.md']);
    equal(result.problems.length, 4);
  });
  it('says where numbers and items are not as many', () => {
    const rows = [
      'Ref | ES ref | Evidence',
      '1.1.1 | ES 1, ES 2 | Survey',
      '1.1.2 | ES 3, ES 4 | Report / Plan',
    ];
    deepEqual(reasonsOf(broughtIn({}, rows)), [
      'Its numbers are not as many as its items, so they were left out.',
    ]);
    match(filesOf(broughtIn({}, rows))['evidence/plan.md'] ?? '', /\nref: ES 4\n/);
  });
  it('gives each of several items in a row its own place, where there are as many', () => {
    const files = filesOf(
      broughtIn({}, [
        'Ref | Evidence | Where to look | Owner',
        '1.1.1 | Survey, p. 4; Report | a.pdf; b.pdf | A',
        '1.1.2 | Letters; Notes, p. 2 | c.pdf | A',
        '1.1.3 | Plan, p. 3 | d.pdf | A',
      ]),
    );
    const placesOf = (name: string): string =>
      (files[`evidence/${name}.md`] ?? '').split('\n').filter((line) => /^ {2}- \.\.|pdf|page/.test(line)).join('; ');
    deepEqual(['survey', 'report', 'letters', 'notes', 'plan'].map(placesOf), ['  - ../a.pdf#page=4', '  - ../b.pdf', 'Where to look: c.pdf', 'Where to look: c.pdf; For 1.1.2, see page 2.', '  - ../d.pdf#page=3']);
  }); // prettier-ignore
  it('takes numbers without an item for items', () => {
    const files = filesOf(
      broughtIn({}, ['Ref | ES ref | Evidence', '1.1.1 | ES 1 | Survey', '1.1.2 | ES 1; ES 2 Report; see the folder | ']),
    );
    deepEqual(Object.keys(files), ['evidence/survey.md', 'evidence/report.md']);
    match(files['evidence/survey.md'] ?? '', /\n {2}- 1\.1\.1\n {2}- 1\.1\.2\nref: ES 1\n/);
    const alone = filesOf(broughtIn({}, ['Ref | Evidence', '1.1.1 | ES 1', '1.1.2 | ES 1, ES 2']));
    deepEqual(Object.values(alone).map((text) => /^title: (.*)$/m.exec(text)?.[1]), ['ES 1', 'ES 2']);
  }); // prettier-ignore
  it('knows titles without a letter by what they are', () => {
    const files = filesOf(broughtIn({}, ['Ref | Evidence', '1.1.1 | +++', '1.1.2 | §§', '1.1.3 | +++']));
    deepEqual(
      Object.values(files).map((text) => text.match(/(?<= {2}- ).*|(?<=title: ).*/g)),
      [
        ['+++', '1.1.1', '1.1.3'],
        ['§§', '1.1.2'],
      ],
    );
  });
  it('says in words how each table was read, what is left, and what is said otherwise', () => {
    const files = { 'a.md': '---\ntitle: Survey\nelements: [1.1.1]\nkind: [x]\n---\n\nText.\n' };
    const long = 'A list of all that was said in the meetings of the year, with names, and more';
    const rows = ['Ref | Evidence | Kind', '1.1.1 | Survey | data', '', 'Ref | Evidence | Kind | Colour', `1.1.2 | ${long} | data | red`, `| ${long}, too | data | red`, '', 'Ref | Evidence', 'x | Chart'];
    const sections = matrixSections(portfolioOf(files), broughtIn(files, rows), false);
    const part = (title: RegExp) => sections.find((one) => title.test(one.title))?.lines.map((line) => [line.about, line.text, line.beneath].filter(Boolean).join(' '));
    deepEqual(part(/^How/), [
      'table 1: Ref (ref): “Ref”, by its header and what it holds',
      'table 1: Evidence (evidence): “Evidence”, by its header',
      'table 1: Kind (kind): “Kind”, by its header',
      'table 2: Ref (ref): “Ref”, by its header and what it holds',
      'table 2: Evidence (evidence): “Evidence”, by its header',
      'table 2: Kind (kind): “Kind”, by its header',
      'table 2: not read: “Colour”',
      'table 3: Ref (ref): “Ref”, by its header',
      'table 3: Evidence (evidence): “Evidence”, by its header',
    ]);
    deepEqual(part(/^Would be added/), [
      'a-list-of-all-that-was-said-in-the-meetings-of-the-year-with.md A list of all that was said in the meetings of the year, with names, …  (1.1.2)',
      'a-list-of-all-that-was-said-in-the-meetings-of-the-year-with-2.md A list of all that was said in the meetings of the year, with names, …  (1.1.2)',
    ]);
    deepEqual(part(/^Said otherwise/), ['a.md kind: nothing, in row 2 “data”']);
    deepEqual(part(/^To be looked at/), ['row 9: x is not an element of Customer Service Excellence. It was left out. x | Chart']);
    equal(part(/^Still/)?.length, 55);
  }); // prettier-ignore
  it('tells the elements that have no evidence anywhere', () => {
    equal(broughtIn({}, council).missing.includes('1.1.3'), true);
    equal(broughtIn({}, council).missing.includes('1.1.1'), false);
  });

  it('lets nothing in a cell act: not in YAML, not in Markdown, not as a path', () => {
    const [file = ''] = Object.values(
      filesOf(
        broughtIn({}, [
          'Ref | Evidence | Owner | Where to look | Notes',
          '1.1.1 | x: [y] # z | "]: !!js | ../../../etc/passwd.txt / /etc/shadow / [a](javascript:alert(1)) | # Heading / --- / <script>alert(1)</script> / ![x](https://example.org/t.png)',
        ]),
      ),
    );
    match(file, /\ntitle: "x: \[y\] # z"\n/);
    match(file, /\nowner: "\\"\]: !!js"\n/);
    doesNotMatch(file, /\nattachments:/);
    match(file, /\n\\# Heading\n\n\\---\n\n\\<script\\>alert\(1\)\\<\/script\\>\n\n!\\\[x\\\]\(https/);
  });
});

describe('a matrix over several standards', () => {
  const standard = (title: string, own: string): string =>
    `title: ${title}\nchildren: [{ id: '1.1', text: One }, { id: '1.2', text: Two }, { id: ${own}, text: Own }]\n`;
  const two: Files = {
    'portfolio.yaml': 'title: Anytown\nstandards: { CSE: a.yaml, ISO-9: b.yaml }\n',
    'a.yaml': standard('A', 'A.1'),
    'b.yaml': standard('B', 'B.1'),
  };
  const elementsOf = (rows: readonly string[]): readonly string[] =>
    Object.values(filesOf(broughtIn(two, rows))).flatMap((text) =>
      Array.from(text.matchAll(/^ {2}- "?([^"\n]+?)"?$/gm), ([, id = '']) => id),
    );
  for (const [name, rows, elements] of [
    ['names before the IDs', ['Ref | Evidence | Owner', 'CSE:1.1 | Survey | Me', 'ISO-9:1.2 | Report | Me'], ['CSE:1.1', 'ISO-9:1.2']],
    ['names in other letters, with blanks', ['Ref | Evidence | Owner', 'cse: 1.1 | Survey | Me', 'Iso-9 : 1.2 | Report | Me'], ['CSE:1.1', 'ISO-9:1.2']],
    ['a column for the standard', ['Standard | Ref | Evidence', 'CSE | 1.1 | Survey', 'ISO-9 | 1.2 | Report'], ['CSE:1.1', 'ISO-9:1.2']],
    ['the same in other letters, behind the IDs', ['Ref | Framework | Evidence', '1.1 | cse | Survey', '1.2 | ISO 9 | Report'], ['CSE:1.1', 'ISO-9:1.2']],
    ['an edition behind the name', ['Standard | Ref | Evidence', 'ISO-9 2015 | 1.1 | Survey', 'ISO-9:2015 | 1.2 | Report'], ['ISO-9:1.1', 'ISO-9:1.2']],
    ['two standards in a cell', ['Standard | Ref | Evidence', 'CSE, ISO-9 | 1.1 | Survey'], ['CSE:1.1', 'ISO-9:1.1']],
    ['several IDs in a cell', ['Standard | Ref | Evidence', 'ISO-9 | 1.1 / B.1; 1.2 | Survey'], ['ISO-9:B.1', 'ISO-9:1.1', 'ISO-9:1.2']],
    ['a name that goes before the column', ['Standard | Ref | Evidence', 'ISO-9 | CSE:1.1 | Survey'], ['CSE:1.1']],
    ['what one standard alone has, whatever the column says', ['Standard | Ref | Evidence', 'CSE | B.1 | Survey'], ['ISO-9:B.1']],
  ] as const)
    it(`is read with ${name}`, () => deepEqual([...elementsOf(rows)].sort(), [...elements].sort())); // prettier-ignore

  it('says of an ID that could be of two what it could be', () =>
    deepEqual(reasonsOf(broughtIn(two, ['Ref | Evidence | Owner', '1.1 | Survey | Me'])), [
      '1.1 could be CSE:1.1, “One” or ISO-9:1.1, “One”. Write it with the name of its standard. The evidence names it as the file does.',
    ]));
});
