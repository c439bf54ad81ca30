/** What `standard migrate` makes of mapping files: their IDs follow as those of evidence do, and all else in them stays. */
import { equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, run } from '../support';
import { edition2020, edition2026 } from './editions';

const other =
  'title: Charter\nchildren:\n  - { id: C1, text: Letters are answered }\n  - { id: "1.4", text: Doors are open }\n';

interface Case {
  readonly name: string;
  readonly mapping: string;
  readonly after: string;
  readonly answers?: readonly string[];
  readonly says?: RegExp;
  readonly file?: string;
}

const head = 'from: LIB\nto: CH\npairs:\n';

const cases: readonly Case[] = [
  {
    name: 'an ID with another in its place, with its remark, quotation marks and layout',
    mapping: `# Ours\n${head}  - { from: "1.4", to: C1,   relation: equal } # toilets\n  - {from: '1.1', to: C1, relation: subset}\n`,
    after: `# Ours\n${head}  - { from: "1.6", to: C1,   relation: equal } # toilets\n  - {from: '1.1', to: C1, relation: subset}\n`,
    says: /standards\/m\.yaml: 1 ID of a mapping\n/,
  },
  {
    name: 'one without quotation marks: the new one has them',
    mapping: `${head}  - from: 3.1\n    to: C1\n    relation: equal\n    note: The shelves\n`,
    after: `${head}  - from: "3.2"\n    to: C1\n    relation: equal\n    note: The shelves\n`,
  },
  {
    name: 'the side of the other standard, which has an ID that looks the same',
    mapping: `${head}  - { from: "1.1", to: "1.4", relation: equal }\n`,
    after: `${head}  - { from: "1.1", to: "1.4", relation: equal }\n`,
  },
  {
    name: 'a mapping that leads to the standard',
    mapping: 'from: CH\nto: LIB\npairs: [{ from: "1.4", to: "1.4", relation: equal }]\n',
    after: 'from: CH\nto: LIB\npairs: [{ from: "1.4", to: "1.6", relation: equal }]\n',
  },
  {
    name: 'two that have changed places, in lists of both kinds',
    mapping: `${head}  - from: ["3.1", "3.2"]\n    to: C1\n    relation: subset\n  - from:\n      - "3.1" # shelves\n      - "1.1"\n    to: C1\n    relation: intersects\n`,
    after: `${head}  - from: ["3.2", "3.1"]\n    to: C1\n    relation: subset\n  - from:\n      - "3.2" # shelves\n      - "1.1"\n    to: C1\n    relation: intersects\n`,
  },
  {
    name: 'two that have become one stand in a list once',
    mapping: `${head}  - { from: ["2.1", "2.2"], to: C1, relation: subset }\n`,
    after: `${head}  - { from: ["2.2"], to: C1, relation: subset }\n`,
  },
  {
    name: 'one that has been divided, of which nobody has said which is meant',
    mapping: `${head}  - { from: "1.3", to: C1, relation: equal }\n`,
    after: `${head}  - { from: "1.3", to: C1, relation: equal }\n`,
    says: /Left as it is, and to be looked at: 1 place\n {2}standards\/m\.yaml:4: LIB:1\.3\. Several parts have taken its place/,
  },
  {
    name: 'one that has been divided, and somebody has said what it has become: each is a part',
    mapping: `${head}  - { from: "1.3", to: C1, relation: equal }\n  - { from: C, to: C1, relation: equal }\n`,
    after: `${head}  - { from: ["1.3a", "1.3b"], to: C1, relation: subset }\n  - { from: C, to: C1, relation: equal }\n`,
    answers: ['LIB:1.3=LIB:1.3a,LIB:1.3b'],
  },
  {
    name: 'the same on the other side',
    mapping:
      'from: CH\nto: LIB\npairs:\n  - { from: C1, to: "1.3", relation: equal }\n  - { from: "1.4", to: "1.3", relation: subset }\n',
    after:
      'from: CH\nto: LIB\npairs:\n  - { from: C1, to: ["1.3a", "1.3b"], relation: superset }\n  - { from: "1.4", to: ["1.3a", "1.3b"], relation: intersects }\n',
    answers: ['LIB:1.3=LIB:1.3a,LIB:1.3b'],
  },
  {
    name: 'one that has become one of its parts, in this file only',
    mapping: `${head}  - { from: "1.3", to: C1, relation: equal }\n`,
    after: `${head}  - { from: "1.3b", to: C1, relation: equal }\n`,
    answers: ['standards/m.yaml:LIB:1.3=LIB:1.3b'],
  },
  {
    name: 'one that has been divided, beside others: how those stand would change',
    mapping: `${head}  - { from: ["1.3", "1.4"], to: C1, relation: equal }\n`,
    after: `${head}  - { from: ["1.3", "1.6"], to: C1, relation: equal }\n`,
    answers: ['LIB:1.3=LIB:1.3a,LIB:1.3b'],
    says: /LIB:1\.3\. Several parts have taken its place/,
  },
  {
    name: 'one that is gone',
    mapping: `${head}  - { from: "2.10", to: C1, relation: equal }\n`,
    after: `${head}  - { from: "2.10", to: C1, relation: equal }\n`,
    says: /No longer in the standard, and left as they are: 1 ID\n {2}LIB:2\.10, “Fax messages are confirmed”: standards\/m\.yaml:4\n/,
  },
  {
    name: 'the name of the standard is its file: the new one',
    mapping: 'from: old.yaml\nto: CH\npairs: [{ from: "1.1", to: C1, relation: equal }]\n',
    after: 'from: new.yaml\nto: CH\npairs: [{ from: "1.1", to: C1, relation: equal }]\n',
  },
  {
    name: 'the name is the one that portfolio.yaml had for the file',
    mapping:
      'from: { standard: standards/old.yaml }\nto: CH\npairs: [{ from: "1.1", to: C1, relation: equal }]\n',
    after: 'from: { standard: new.yaml }\nto: CH\npairs: [{ from: "1.1", to: C1, relation: equal }]\n',
  },
  {
    name: 'the name is the title, which both have',
    mapping: 'from: good libraries\nto: CH\npairs: [{ from: "1.4", to: C1, relation: equal }]\n',
    after: 'from: good libraries\nto: CH\npairs: [{ from: "1.6", to: C1, relation: equal }]\n',
  },
  {
    name: 'it says which edition it is made for: that it holds for the other one too, nobody knows',
    mapping:
      'from: { standard: LIB, edition: "2020" }\nto: CH\npairs: [{ from: "1.4", to: C1, relation: equal }]\n',
    after:
      'from: { standard: LIB, edition: "2020" }\nto: CH\npairs: [{ from: "1.6", to: C1, relation: equal }]\n',
    says: /standards\/m\.yaml:1: The mapping is made for edition 2020\. Look whether its pairs hold for edition 2026/,
  },
  {
    name: 'JSON',
    mapping:
      '{"from":"LIB","to":"CH",\n "pairs":[{"from":["1.4","3.1"],"to":"C1","relation":"equal"},{"from":"1.3","to":"C1","relation":"superset"}]}\n',
    after:
      '{"from":"LIB","to":"CH",\n "pairs":[{"from":["1.6","3.2"],"to":"C1","relation":"equal"},{"from":["1.3a", "1.3b"],"to":"C1","relation":"intersects"}]}\n',
    answers: ['LIB:1.3=LIB:1.3a,LIB:1.3b'],
  },
  {
    name: 'line ends of Windows',
    mapping: `${head}  - { from: "1.4", to: C1, relation: equal }\n`.replaceAll('\n', '\r\n'),
    after: `${head}  - { from: "1.6", to: C1, relation: equal }\n`.replaceAll('\n', '\r\n'),
  },
  {
    name: 'an ID with a name for YAML, which stands elsewhere too',
    mapping: `${head}  - { from: &a "1.4", to: C1, relation: equal }\n  - { from: *a, to: "1.4", relation: equal }\n`,
    after: `${head}  - { from: &a "1.6", to: C1, relation: equal }\n  - { from: "1.6", to: "1.4", relation: equal }\n`,
  },
  {
    name: 'an ID in the way of its publisher',
    mapping: `${head}  - { from: "04.01", to: C1, relation: equal }\n  - { from: "01.01", to: C1, relation: subset }\n`,
    after: `${head}  - { from: "5.1", to: C1, relation: equal }\n  - { from: "01.01", to: C1, relation: subset }\n`,
  },
];

const filesWith = (mapping: string) => ({
  'portfolio.yaml':
    'standards:\n  LIB: standards/old.yaml\n  CH: standards/ch.yaml\nmappings: standards/m.yaml\n',
  'standards/old.yaml': edition2020,
  'standards/new.yaml': edition2026,
  'standards/ch.yaml': other,
  'standards/m.yaml': mapping,
  'a.md': '---\nelements: [LIB:1.4]\n---\n\nText.\n',
});

async function moved(mapping: string, answers: readonly string[]): Promise<readonly [string, string]> {
  const folder = folderWith(filesWith(mapping));
  const map = answers.flatMap((answer) => ['--map', answer]);
  const words = ['standard', 'migrate', join(folder, 'standards/new.yaml'), folder, '--standard', 'LIB'];
  const today = ['--today', '2026-06-15'];
  const { out, err } = await run([...words, ...map, ...today, '--write']);
  equal(err, '');
  const after = readFileSync(join(folder, 'standards/m.yaml'), 'utf8');
  const again = await run([...words, ...map, ...today, '--write']);
  equal(readFileSync(join(folder, 'standards/m.yaml'), 'utf8'), after, again.out);
  return [after, out];
}

describe('mapping files of a portfolio that moves to another edition', () => {
  afterEach(removeFolders);

  for (const { name, mapping, after, answers = [], says } of cases)
    it(name, async () => {
      const [text, out] = await moved(mapping, answers);
      equal(text, after, out);
      if (says) match(out, says);
    });

  it('are told where they stand outside of the portfolio, and so do shared files of evidence', async () => {
    const {
      'standards/m.yaml': mapping,
      'portfolio.yaml': manifest,
      ...files
    } = filesWith(`${head}  - { from: "1.4", to: C1, relation: equal }\n`);
    const folder = folderWith({
      ...files,
      'own/portfolio.yaml': `${manifest.replaceAll('standards/', '../standards/')}include: ['**/*.md', '../a.md']\n`,
      'standards/m.yaml': mapping,
      '.git/HEAD': 'ref: refs/heads/main\n',
    });
    const edition = join(folder, 'standards/new.yaml');
    const { out } = await run(['standard', 'migrate', edition, join(folder, 'own'), '--standard', 'LIB']);
    match(
      out,
      /Outside of this portfolio, where others may need the old IDs: 2 files\n {2}\.\.\/standards\/m\.yaml\n {2}\.\.\/a\.md\n/,
    );
  });
});
