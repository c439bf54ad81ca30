/** What `standard migrate --mapping` makes of a portfolio: a mapping between two editions says what has become of IDs. */
import { equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, run } from '../support';
import { portfolioText, published, security2013, security2022 } from './publishedMappings';

const today = ['--today', '2026-06-15'];

interface Moved {
  readonly status: number;
  readonly said: string;
  readonly err: string;
  /** The IDs of the evidence afterwards. */
  readonly elements: string;
  readonly text: (path: string) => string;
}

interface Try {
  readonly ids: string;
  readonly file: string;
  readonly mapping: string | Uint8Array;
  readonly more?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

async function moved({ ids, file, mapping, more = [], files = {} }: Try): Promise<Moved> {
  const folder = folderWith({
    'standards/2013.yaml': security2013,
    'standards/2022.yaml': security2022,
    'portfolio.yaml': portfolioText,
    'a.md': `---\nelements: [${ids}]\n---\n\nText.\n`,
    ...files,
    [file]: mapping,
  });
  const words = ['standard', 'migrate', join(folder, 'standards/2022.yaml'), folder, '--write', ...today];
  const { out, err, status } = await run([...words, '--mapping', file, ...more]);
  const text = (path: string): string => readFileSync(join(folder, path), 'utf8');
  return { status, said: out, err, text, elements: /\[(.*)\]/.exec(text('a.md'))?.[1] ?? '' };
}

describe('a mapping that leads from one edition to the other', () => {
  afterEach(removeFolders);

  for (const { name, file, text } of published)
    it(`${name}: what is the same moves, and all else is asked`, async () => {
      const ids = 'A.5.1.1, A.8.1.1, A.8.3.1, A.12.4.1, A.12.6.1, A.12.9.9';
      const { said, err, status, elements } = await moved({ ids, file, mapping: text });
      equal(err, '');
      equal(status, 1);
      equal(elements, 'A.5.1.1, A.8.1.1, A.7.10, A.12.4.1, A.8.8, A.12.9.9');
      match(said, /\nQuestions: 3 IDs\n/);
      match(
        said,
        /A\.5\.1\.1, “There are rules”, is paired by the mapping with: A\.5\.1, “[^”]*”, which asks for this and more\?/,
      );
      match(said, /A\.8\.1\.1, [^\n]*: A\.5\.9, “[^”]*”, which asks for some of the same\?/);
      match(
        said,
        /: A\.8\.15, “[^”]*”, which asks for a part of this; or A\.8\.16, “[^”]*”, which asks for a part of this\?/,
      );
      match(said, /No longer in the standard, and left as they are: 1 ID\n {2}A\.12\.9\.9/);
      match(said, /: 7 pairs of 7, with both IDs known\n/);
    });

  const pairs = (lines: string): string => `from: 2013\nto: 2022\npairs:\n${lines}`;
  const cases: readonly (Try & { readonly name: string; readonly after: string; readonly says?: RegExp })[] =
    [
      {
        name: 'answers go before what it says',
        ids: 'A.5.1.1, A.12.4.1, A.8.3.1',
        file: 'm.yaml',
        mapping: pairs(
          '  - { from: A.5.1.1, to: A.5.1, relation: subset }\n  - { from: A.12.4.1, to: [A.8.15, A.8.16], relation: superset }\n  - { from: A.8.3.1, to: A.7.10, relation: equal }\n',
        ),
        more: ['--map', 'A.5.1.1=A.5.1', '--map', 'A.12.4.1=A.8.15,A.8.16', '--map', 'A.8.3.1=A.5.9'],
        after: 'A.5.1, A.8.15, A.8.16, A.5.9',
      },
      {
        name: 'one that is the same as two is asked',
        ids: 'A.8.1.1',
        file: 'm.yaml',
        mapping: pairs('  - { from: A.8.1.1, to: [A.5.9, A.8.8], relation: equal }\n'),
        after: 'A.8.1.1',
        says: /A\.8\.1\.1, [^\n]*: A\.5\.9, “[^”]*”, which asks for the same; or A\.8\.8/,
      },
      {
        name: 'two that are the same as one both become it',
        ids: 'A.5.1.1, A.5.1.2',
        file: 'm.yaml',
        mapping: pairs('  - { from: [A.5.1.1, A.5.1.2], to: A.5.1, relation: equal }\n'),
        after: 'A.5.1',
      },
      {
        name: 'an element that is the same as a group: somebody says which parts are meant',
        ids: 'A.5.1.1',
        file: 'm.yaml',
        mapping: pairs('  - { from: A.5.1.1, to: A.5, relation: equal }\n'),
        after: 'A.5.1.1',
        says: /: A\.5\.1, “[^”]*”, which asks for a part of this; or A\.5\.9, “[^”]*”, which asks for a part of this\?/,
      },
      {
        name: 'a group and a part of it: each part is asked about once',
        ids: 'A.8.1.1, A.8.1.2',
        file: 'm.yaml',
        mapping: pairs(
          '  - { from: A.8.1.1, to: [A.5.9, A.5], relation: subset }\n  - { from: A.8.1.2, to: A.5, relation: intersects }\n',
        ),
        after: 'A.8.1.1, A.8.1.2',
        says: /A\.8\.1\.1, [^\n]*: A\.5\.9, “[^”]*”, which asks for this and more; or A\.5\.1, “[^”]*”, which asks for some of the same\?[^\n]*\n {2}A\.8\.1\.2, [^\n]*: A\.5\.1, “[^”]*”, which asks for some of the same; or A\.5\.9, “[^”]*”, which asks for some of the same\?/,
      },
      {
        name: 'a group that is the same as another one, in a row of a plan',
        ids: 'A.8.3.1',
        file: 'm.yaml',
        mapping: pairs(
          '  - { from: A.8, to: A.7, relation: equal }\n  - { from: A.8.3.1, to: A.7.10, relation: equal }\n',
        ),
        files: { 'action-plan.md': '| Ref | Action | Due |\n| --- | --- | --- |\n| A.8 | Things | |\n' },
        after: 'A.7.10',
        says: /\n {2}A\.8 becomes A\.7, “Places”: 1 place in 1 file\n/,
      },
      {
        name: 'a pair that is there twice',
        ids: 'A.8.3.1',
        file: 'm.csv',
        mapping: '2013,2022\nA.8.3.1,A.7.10\nA.8.3.1,A.7.10\n',
        after: 'A.7.10',
      },
      {
        name: 'a mapping that does not say what it is between',
        ids: 'A.8.3.1',
        file: 'm.yaml',
        mapping: 'pairs: [{ from: A.8.3.1, to: A.7.10, relation: equal }]\n',
        after: 'A.7.10',
      },
      {
        name: 'one that leads back, and does not say what it is between',
        ids: 'A.8.3.1',
        file: 'm.yaml',
        mapping: 'pairs: [{ from: A.7.10, to: A.8.3.1, relation: equal }]\n',
        after: 'A.7.10',
      },
      {
        name: 'more IDs that nobody knows than anybody reads',
        ids: 'A.8.3.1',
        file: 'm.yaml',
        mapping: pairs(
          `  - { from: A.8.3.1, to: A.7.10, relation: equal }\n${Array.from({ length: 10 }, (_, at) => `  - { from: Z.${String(at + 1)}, to: A.7.10, relation: equal }\n`).join('')}`,
        ),
        after: 'A.7.10',
        says: /left out: Z\.1, Z\.2, Z\.3, Z\.4, Z\.5, Z\.6, Z\.7, Z\.8 and 2 more\.\n/,
      },
      {
        name: 'one that the newer edition has divided, and so has the mapping',
        ids: 'A.12.4.1',
        file: 'm.yaml',
        mapping: pairs('  - { from: A.12.4.1, to: [A.8.15, A.8.16], relation: superset }\n'),
        files: {
          'standards/2022.yaml': security2022.replace(
            'children:',
            'retired: { A.12.4.1: [A.8.16, A.8.15] }\nchildren:',
          ),
        },
        after: 'A.12.4.1',
        says: /A\.12\.4\.1, [^\n]* has been divided: A\.8\.16, “[^”]*”; or A\.8\.15, “[^”]*”\?/,
      },
      {
        name: 'a number whose words stand elsewhere now, and that the mapping pairs with itself as a part',
        ids: 'A.5.9',
        file: 'm.yaml',
        mapping: pairs('  - { from: A.5.9, to: A.5.9, relation: subset }\n'),
        files: {
          'standards/2013.yaml': security2013.replace(
            '- { id: A.5.1.2,',
            '- { id: A.5.9, text: What happens is watched }\n      - { id: A.5.1.2,',
          ),
        },
        after: 'A.5.9',
        says: /A\.5\.9, [^\n]* stands for something else, of which the standard does not tell: A\.8\.16/,
      },
      {
        name: 'a table of two columns, in the order of the newer edition, with several IDs in a cell',
        ids: 'A.5.1.1, A.8.1.1, A.8.3.1, A.12.4.1, A.12.6.1',
        file: 'm.csv',
        mapping:
          'ISO control 2022,Name,Control 2013\nA.5.1,Rules,"A.5.1.1, A.5.1.2"\nA.5.9,List,A.8.1.1\nA.5.7,Threats,New\nA.7.10,Media,A.8.3.1\nA.8.8,Weaknesses,A.12.6.1\nA.8.15,Logs,"A.12.4.1, A.12.4.2"\n',
        after: 'A.5.1.1, A.5.9, A.7.10, A.12.4.1, A.8.8',
        says: /It does not say how its pairs stand to each other[^\n]*\n {2}Not known on the side where they stand, and left out: New, A\.5\.7\.\n {2}Columns: “ISO control 2022” and “Control 2013” hold the IDs\. Left out: “Name”\.\n/,
      },
      {
        name: 'one without headers, with titles above and numbers written in another way',
        ids: 'A.8.3.1, A.12.6.1',
        file: 'm.csv',
        mapping: 'Correspondence of controls;;\n;;\na 08.03.01;a 07.10;x\na 12.06.01;a 08.08;y\n',
        after: 'A.7.10, A.8.8',
      },
      {
        name: 'what the newer edition says itself of a retired ID holds, where the mapping says the same',
        ids: 'A.5.1.1',
        file: 'm.yaml',
        mapping: pairs('  - { from: A.5.1.1, to: A.5.1, relation: intersects }\n'),
        files: {
          'standards/2022.yaml': security2022.replace('children:', 'retired: { A.5.1.1: A.5.1 }\nchildren:'),
        },
        after: 'A.5.1',
      },
      {
        name: 'and is asked about where the mapping says something else',
        ids: 'A.5.1.1',
        file: 'm.yaml',
        mapping: pairs('  - { from: A.5.1.1, to: A.8.8, relation: equal }\n'),
        files: {
          'standards/2022.yaml': security2022.replace('children:', 'retired: { A.5.1.1: A.5.1 }\nchildren:'),
        },
        after: 'A.5.1.1',
        says: /: A\.5\.1, “[^”]*”; or A\.8\.8, “[^”]*”, which asks for the same\?/,
      },
      {
        name: 'one that is gone for the newer edition, and not for the mapping',
        ids: 'A.8.3.1',
        file: 'm.yaml',
        mapping: pairs('  - { from: A.8.3.1, to: A.7.10, relation: equal }\n'),
        files: {
          'standards/2022.yaml': security2022.replace('children:', 'retired: { A.8.3.1: }\nchildren:'),
        },
        after: 'A.7.10',
      },
      {
        name: 'a number that both editions have, and that is another one now',
        ids: 'A.5.1.1, A.5.9',
        file: 'm.yaml',
        mapping: pairs(
          '  - { from: A.5.9, to: A.8.8, relation: equal }\n  - { from: A.5.1.1, to: A.5.9, relation: equal }\n',
        ),
        files: {
          'standards/2013.yaml': security2013.replace(
            '- { id: A.5.1.2,',
            '- { id: A.5.9, text: Something else }\n      - { id: A.5.1.2,',
          ),
        },
        after: 'A.5.9, A.8.8',
      },
      {
        name: 'a number that is the same for the mapping, with other words, stays',
        ids: 'A.5.9',
        file: 'm.yaml',
        mapping: pairs('  - { from: A.5.9, to: A.5.9, relation: intersects }\n'),
        files: {
          'standards/2013.yaml': security2013.replace(
            '- { id: A.5.1.2,',
            '- { id: A.5.9, text: A list }\n      - { id: A.5.1.2,',
          ),
        },
        after: 'A.5.9',
        says: /Evidence to be looked at again: 1 element\n {2}A\.5\.9/,
      },
    ];

  for (const { name, after, says, ...one } of cases)
    it(name, async () => {
      const { elements, said, err } = await moved(one);
      equal(err, '');
      equal(elements, after, said);
      if (says) match(said, says);
    });

  it('is known by the portfolio already, and stays as it is; another one follows', async () => {
    const way =
      'from: { standard: SEC, edition: "2013" }\nto: { standard: SEC, edition: "2022" }\npairs:\n  - { from: A.8.3.1, to: A.7.10, relation: equal }\n';
    const other = 'from: SEC\nto: CH\npairs:\n  - { from: A.8.3.1, to: C1, relation: equal }\n';
    const { text, elements, err } = await moved({
      ids: 'SEC:A.8.3.1',
      file: 'standards/way.yaml',
      mapping: way,
      more: ['--standard', 'SEC'],
      files: {
        'portfolio.yaml':
          'standards: { SEC: standards/2013.yaml, CH: standards/ch.yaml }\nmappings: [standards/way.yaml, standards/other.yaml]\n',
        'standards/ch.yaml': 'title: Charter\nchildren: [{ id: C1, text: Letters }]\n',
        'standards/other.yaml': other,
      },
    });
    equal(err, '');
    equal(elements, 'SEC:A.7.10');
    equal(text('standards/way.yaml'), way);
    equal(text('standards/other.yaml'), other.replace('A.8.3.1', 'A.7.10'));
  });

  const faults: readonly (Omit<Try, 'ids'> & { readonly name: string; readonly says: RegExp })[] = [
    {
      name: 'text',
      file: 'm.yaml',
      mapping: 'hello\n',
      says: /m\.yaml cannot be the way to it\. It is no mapping/,
    },
    { name: 'nothing', file: 'm.csv', mapping: '', says: /m\.csv cannot be the way to it/ },
    { name: 'bytes', file: 'm.json', mapping: new Uint8Array([0, 255, 3]), says: /cannot be the way to it/ },
    {
      name: 'a mapping of something else',
      file: 'm.yaml',
      mapping: 'from: CSE\nto: ISO\npairs: [{ from: 3.2.4, to: 9.1.2, relation: equal }]\n',
      says: /m\.yaml has no pair of which both IDs are in these editions: it leads from “CSE” to “ISO”/,
    },
    { name: 'a standard', file: 'standards/2013.yaml', mapping: security2013, says: /It is no mapping/ },
  ];
  for (const { name, says, ...one } of faults)
    it(`is none: ${name}`, async () => {
      const { err, status, elements } = await moved({ ids: 'A.8.3.1', ...one });
      equal(status, 2, err);
      match(err, says);
      equal(elements, 'A.8.3.1');
    });
});
