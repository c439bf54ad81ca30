/** What `standard migrate` makes of decisions that come to lie on one ID: all of them are there afterwards, or told. */
import { equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, run } from '../support';
import { ratings } from './editions';

const edition = (year: string, retired: string, elements: readonly string[]): string =>
  [
    'title: Good Libraries',
    `edition: "${year}"`,
    'levels: [Element]',
    ratings,
    ...(retired === '' ? [] : [`retired: ${retired}`]),
    'children:',
    ...elements.map((element) => {
      const [id = '', text = ''] = element.split(' ');
      return `  - { id: "${id}", text: ${text} }`;
    }),
    '',
  ].join('\n');

const older = edition('2020', '', ['1.1 Greeted', '1.2 Waited', '2.1 Answered', '2.2 Mended', '2.3 Kept']);

/** 2.2 has become 3.1, of which the standard does not tell, and is what 1.2 was. */
const newer = edition('2026', '{ "1.2": "2.2", "2.1": "3.1" }', [
  '1.1 Greeted',
  '2.2 Waited',
  '2.3 Kept',
  '3.1 Mended',
]);

interface Case {
  readonly name: string;
  readonly decisions: string;
  readonly answer: string;
  /** Undefined: nothing can be written. */
  readonly after: string | undefined;
  readonly says: RegExp;
}

const cases: readonly Case[] = [
  {
    name: 'one that is divided, and one that says the same where a part of it goes',
    decisions: '  1.2: { self: good }\n  2.2: { self: good }\n',
    answer: '2.2=3.1,2.2',
    after: '  "2.2": { self: good }\n  "3.1": { self: good }\n',
    says: /file is written/,
  },
  {
    name: 'the divided one before the other',
    decisions: '  2.2: { self: good }\n  1.2: { self: good }\n',
    answer: '2.2=3.1,2.2',
    after: '  "3.1": { self: good }\n  "2.2": { self: good }\n',
    says: /file is written/,
  },
  {
    name: 'a value that only one of them has',
    decisions: '  2.2: { self: good }\n  1.2: { self: good, comment: Quick }\n',
    answer: '2.2=3.1,2.2',
    after: '  "3.1": { self: good }\n  "2.2": { self: good, comment: Quick }\n',
    says: /file is written/,
  },
  {
    name: 'values that differ',
    decisions: '  1.2: { self: good }\n  2.2: { self: poor }\n',
    answer: '2.2=3.1,2.2',
    after: undefined,
    says: /2\.2 would be said by 1\.2 \(self good\) and 2\.2 \(self poor\)\./,
  },
  {
    name: 'one that may not leave, for another says something else where it goes, and one that comes to its place',
    decisions: '  1.2: { self: good }\n  2.1: { self: poor }\n  2.2: { self: good }\n',
    answer: '2.2=3.1',
    after: undefined,
    says: /3\.1 would be said by 2\.1 \(self poor\) and 2\.2 \(self good\)\.[^]*2\.2 would be said by 1\.2 \(self good\) and 2\.2 \(self good\)\./,
  },
  {
    name: 'one of which a part may not leave, and one that was to be merged with the other part',
    decisions: '  1.2: { self: good }\n  2.1: { self: poor }\n  2.2: { self: good }\n',
    answer: '2.2=3.1,2.2',
    after: undefined,
    says: /3\.1 would be said by 2\.1 \(self poor\) and 2\.2 \(self good\)\./,
  },
];

describe('decisions that move to one ID', () => {
  afterEach(removeFolders);

  for (const { name, decisions, answer, after, says } of cases)
    it(name, async () => {
      const before = `standard: older.yaml\nassessment:\n${decisions}`;
      const folder = folderWith({
        'older.yaml': older,
        'newer.yaml': newer,
        'portfolio.yaml': before,
        'a.md': '---\ntitle: a\nelements: ["2.3"]\ndate: 2026-03-01\n---\n\nText.\n',
      });
      const move = (...words: readonly string[]) =>
        run(['standard', 'migrate', join(folder, 'newer.yaml'), folder, '--write', ...words]);
      const { out } = await move('--map', answer);
      match(out, says);
      const written = readFileSync(join(folder, 'portfolio.yaml'), 'utf8');
      equal(written, after === undefined ? before : `standard: newer.yaml\nassessment:\n${after}`);
      if (after === undefined) {
        match(out, /Nothing is written before 2\.2 is decided\./);
        return;
      }
      // What the first run has answered is not asked of the new IDs.
      await move();
      equal(readFileSync(join(folder, 'portfolio.yaml'), 'utf8'), written);
    });

  it('leave who is to find evidence where somebody else would have to leave first', async () => {
    const assigned = '  1.2: Ann\n  2.1: Ben\n  2.2: Cleo\n';
    const folder = folderWith({
      'older.yaml': older,
      'newer.yaml': newer,
      'portfolio.yaml': `standard: older.yaml\nassignments:\n${assigned}`,
      'a.md': '---\ntitle: a\nelements: ["2.3"]\ndate: 2026-03-01\n---\n\nText.\n',
    });
    // 2.1 and 2.2 would come to one place, and 1.2 to that of 2.2.
    const { out, err } = await run([
      ...['standard', 'migrate', join(folder, 'newer.yaml'), folder],
      ...['--write', '--map', '2.2=3.1'],
    ]);
    equal(err, '');
    match(out, /portfolio\.yaml:3: 1\.2\. Say under “assignments” by hand who it is for the new ID\./);
    equal(
      readFileSync(join(folder, 'portfolio.yaml'), 'utf8'),
      `standard: newer.yaml\nassignments:\n${assigned}`,
    );
  });
});
