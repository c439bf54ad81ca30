import { deepEqual } from 'node:assert/strict';
import { checkRule } from '../../support/checkRule';
import { checkFixes } from '../../support/codeActions';
import type { Content, Files } from '../../support/portfolioFiles';
import { at, indexOf } from '../../support/portfolioFiles';

const rule = 'mapping-file';

const iso = `title: Quality Management
edition: '2015'
retired: { "8.1": "9.1", "8.2": ["9.1", "9.2"] }
children:
  - { id: "9", title: Checking, children: [{ id: "9.1", text: You measure }, { id: "9.2", text: You audit }] }
  - { id: AC-2(1), text: Accounts }
`;

const files = (mapping: Content, manifest = 'mappings: [maps/m.yaml]'): Files => ({
  'portfolio.yaml': `standards: { CSE: small, ISO: iso.yaml }\nrules: { element-uncovered: off }\n${manifest}\n`,
  'iso.yaml': iso,
  'maps/m.yaml': mapping,
});

const pairs = (text: string, from = 'CSE', to = 'ISO'): string => `from: ${from}\nto: ${to}\npairs:\n${text}`;
const good = '  - { from: "1.1", to: "9.1", relation: equal }\n';

describe(rule, () => {
  for (const [name, from, to] of [
    ['the names of the portfolio', 'CSE', 'ISO'],
    ['names in other capitals', 'cse', 'Iso'],
    ['ids and paths as the manifest has them', 'small', 'iso.yaml'],
    ['a path from the mapping itself', 'small', '../iso.yaml'],
    ['titles', 'small  standard', 'quality management'],
    ['its edition', 'CSE', '{ standard: ISO, edition: "Edition 2015" }'],
  ] as const)
    it(`accepts a mapping that names its standards by ${name}`, () =>
      checkRule(rule, files(pairs(good, from, to)), []));

  for (const language of ['en', 'cy'])
    for (const title of ['Quality Management', 'Rheoli Ansawdd'])
      it(`accepts “${title}” where standards are shown in ${language}`, () =>
        checkRule(
          rule,
          {
            ...files(pairs(good, 'CSE', title), `mappings: [maps/m.yaml]\nlanguage: ${language}`),
            'iso.yaml': `language: en\ntranslations: { cy: { title: Rheoli Ansawdd } }\n${iso}`,
          },
          [],
        ));

  for (const [name, text] of [
    ['IDs of groups', '  - { from: "1", to: "9", relation: equal }\n'],
    ['IDs as their publisher writes them', '  - { from: "1.1", to: ac-2.1, relation: equal }\n'],
    ['IDs with the name of their standard', '  - { from: CSE:1.1, to: "ISO:9.1", relation: equal }\n'],
  ] as const)
    it(`accepts ${name}`, () => checkRule(rule, files(pairs(text)), []));

  it('reports an ID that the standard does not have, at its place', () =>
    checkRule(rule, files(pairs(`${good}  - { from: "1.2", to: «9.11», relation: equal }\n`)), [
      'warning: 9.11 is not in Quality Management, so the pair is left out. Did you mean 9.1, “You measure”?',
    ]));

  it('reports each ID of a list', () =>
    checkRule(rule, files(pairs('  - { from: "1.1", to: [«x», "9.1", «yyy»], relation: equal }\n')), [
      'warning: x is not in Quality Management, so the pair is left out.',
      'warning: yyy is not in Quality Management, so the pair is left out.',
    ]));

  it('reports IDs of earlier editions', () =>
    checkRule(rule, files(pairs('  - { from: "1.1", to: [«"8.1"», «"8.2"»], relation: equal }\n')), [
      'warning: 8.1 is now ISO:9.1, “You measure”. Write the new ID.',
      'warning: 8.2 has been divided among ISO:9.1, “You measure” and ISO:9.2, “You audit”. Write those that are meant here.',
    ]));

  it('reports a standard that the portfolio does not have', () =>
    checkRule(rule, files(pairs(good, 'CSE', '«GDPR»')), [
      'warning: “GDPR” is none of the standards of anytown, so this mapping says nothing here. There are CSE (Small Standard), ISO (Quality Management).',
    ]));

  it('suggests the standard that was meant', () =>
    checkRule(rule, files(pairs(good, 'CSE', '«Quality Managment»')), [
      'warning: “Quality Managment” is none of the standards of anytown, so this mapping says nothing here. Did you mean “Quality Management”?',
    ]));

  it('reports another edition', () =>
    checkRule(rule, files(pairs(good, 'CSE', '{ standard: «ISO», edition: 2026 }')), [
      'warning: This mapping is made for edition 2026 of Quality Management, and anytown has edition 2015. Check whether its IDs mean the same there.',
    ]));

  it('reports a mapping from a standard to itself', () =>
    checkRule(rule, files(pairs(good, 'ISO', '«iso.yaml»')), [
      'warning: “from” and “to” are both Quality Management here. A mapping leads from one standard to another.',
    ]));

  for (const [name, second] of [
    ['in the same direction', pairs('  - { from: "1.1", to: «"9.1"», relation: equal }\n')],
    ['from the other end', pairs('  - { from: "9.1", to: «"1.1"», relation: intersects }\n', 'ISO', 'CSE')],
  ] as const)
    it(`reports what another mapping says otherwise, ${name}`, () =>
      checkRule(
        rule,
        {
          ...files(
            pairs('  - { from: "1.1", to: "9.1", relation: subset }\n'),
            'mappings: [maps/m.yaml, n.yaml]',
          ),
          'n.yaml': second,
        },
        [
          name === 'in the same direction'
            ? 'warning: CSE:1.1 and ISO:9.1 are a pair in maps/m.yaml already, as subset. What is said there counts: keep one of the two.'
            : 'warning: ISO:9.1 and CSE:1.1 are a pair in maps/m.yaml already, as superset. What is said there counts: keep one of the two.',
        ],
      ));

  it('says so as long as that one says it', () => {
    const [subset, equal] = ['subset', 'equal'].map((relation) =>
      pairs(`  - { from: "1.1", to: "9.1", relation: ${relation} }\n`),
    );
    const index = indexOf(
      { ...files(subset!, 'mappings: [maps/m.yaml, n.yaml]'), 'n.yaml': subset! },
      { also: [rule] },
    );
    const told = (first: string): readonly string[] => {
      index.apply([{ kind: 'text', uri: at('maps/m.yaml'), text: first }]);
      return index.findings(at('n.yaml')).map(({ message }) => message);
    };
    deepEqual([told(equal!).length, told(subset!).length], [1, 0]);
  });

  it('reports one part that is written in two ways, and said to be two things', () =>
    checkRule(
      rule,
      files(
        pairs(
          '  - { from: "1.1", to: AC-2(1), relation: equal }\n  - { from: "1.1", to: «ac-2.1», relation: subset }\n',
        ),
      ),
      [
        'warning: CSE:1.1 and ISO:AC-2(1) are a pair above already, as equal. What is said there counts: keep one of the two.',
      ],
    ));

  for (const [name, second] of [
    ['the same', pairs('  - { from: "1.1", to: "9.1", relation: subset }\n')],
    [
      'the same from the other end',
      pairs('  - { from: "9.1", to: "1.1", relation: superset }\n', 'ISO', 'CSE'),
    ],
    ['something of others', pairs('  - { from: "1.1", to: "9.2", relation: equal }\n')],
  ] as const)
    it(`accepts another mapping that says ${name}`, () =>
      checkRule(
        rule,
        {
          ...files(
            pairs('  - { from: "1.1", to: "9.1", relation: subset }\n'),
            'mappings: [maps/m.yaml, n.yaml]',
          ),
          'n.yaml': second,
        },
        [],
      ));

  it('reports what is wrong with the file, and still what is wrong with its IDs', () =>
    checkRule(rule, files(pairs('  - { from: "1.1", to: «"7"», relation: «like» }\n')), [
      'warning: 7 is not in Quality Management, so the pair is left out.',
      'warning: “like” is no relation. Write one of these: equal, subset, superset, intersects. Until then it is taken as intersects.',
    ]));

  it('reports a standard that is named as a mapping', () =>
    checkRule(rule, { ...files(''), 'maps/m.yaml': '«title: S»\nchildren: [{ id: a }]\n' }, [
      'warning: This is a standard file, and no mapping. Name it under “standards”, and here the file that says which parts of two standards are alike.',
    ]));

  it('says once what several portfolios are told, and what only one of them is told', () => {
    const manifest = (standards: string): string =>
      `standards: ${standards}\nmappings: [../m.yaml]\nrules: { element-uncovered: off }\n`;
    checkRule(
      rule,
      {
        'a/portfolio.yaml': manifest('{ CSE: small, ISO: ../iso.yaml }'),
        'b/portfolio.yaml': manifest('{ CSE: small, Q: ../iso.yaml }'),
        'iso.yaml': iso,
        'm.yaml': pairs('  - { from: «"7.7"», to: "9.1", relation: equal }\n', 'CSE', '«ISO»'),
      },
      [
        'warning: “ISO” is none of the standards of b, so this mapping says nothing here. There are CSE (Small Standard), Q (Quality Management).',
        'warning: 7.7 is not in Small Standard, so the pair is left out.',
      ],
      { repository: '' },
    );
  });

  it('keeps silent where it is off, and where nobody names the file', () => {
    const wrong = pairs('  - { from: "7", to: "7", relation: like }\n');
    checkRule(rule, files(wrong, ''), []);
    checkRule(
      rule,
      {
        ...files(wrong),
        'portfolio.yaml':
          'standards: { CSE: small, ISO: iso.yaml }\nrules: { element-uncovered: off, mapping-file: off }\nmappings: [maps/m.yaml]\n',
      },
      [],
    );
  });

  it('writes the ID that was meant', () =>
    checkFixes({
      rule,
      files: files(pairs(`${good}  - { from: "1.2", to: 9.11, relation: equal }\n`)),
      path: 'maps/m.yaml',
      titles: ['Replace with 9.1'],
      after: [pairs(`${good}  - { from: "1.2", to: "9.1", relation: equal }\n`)],
    }));

  it('writes the relation that was meant', () =>
    checkFixes({
      rule,
      files: files(pairs('  - { from: "1.1", to: "9.1", relation: equivalent-to }\n')),
      path: 'maps/m.yaml',
      titles: ['Replace with equal'],
      after: [pairs('  - { from: "1.1", to: "9.1", relation: equal }\n')],
    }));
});

describe('The mappings of portfolio.yaml', () => {
  for (const [name, written, ...messages] of [
    [
      'a file that is not there',
      '[«maps/none.yaml»]',
      'error: There is no file at maps/none.yaml. Write the path to a mapping here, such as standards/cse-to-iso.yaml, or take it out.',
    ],
    [
      'a file outside of the repository',
      '«../../m.yaml»',
      'error: “../../m.yaml” leads outside the repository, or outside the folder that is open where there is no repository, and nothing there is read. Copy the file into it, and write the path to the copy here, such as standards/cse-to-iso.yaml.',
    ],
    [
      'an address',
      '[«https://example.org/m.yaml»]',
      'error: “https://example.org/m.yaml” is an address, and nothing is fetched from the network. Save the mapping as a YAML file in the repository, and write the path to it here, such as standards/cse-to-iso.yaml.',
    ],
    [
      'a place on one computer',
      '[«/C:/m.yaml»]',
      'error: There is no file at C:/m.yaml. Write the path to a mapping here, such as standards/cse-to-iso.yaml, or take it out.',
    ],
    [
      'a spreadsheet',
      '[«maps/m.xlsx»]',
      'error: “maps/m.xlsx” is a spreadsheet, and a mapping is read from a YAML file. Make a mapping file of it with “evidence-portfolio standard import m.xlsx --write”, and name that file in portfolio.yaml.',
    ],
    [
      'a manifest',
      '[«portfolio.yaml»]',
      'error: “portfolio.yaml” is a portfolio’s portfolio.yaml, which says what its mappings are and is none itself. Write the path to a mapping’s file here, such as standards/cse-to-iso.yaml.',
    ],
    [
      'nothing between quotation marks',
      '[«""»]',
      'error: Write the path to a mapping’s file here, such as standards/cse-to-iso.yaml.',
    ],
    ['names with a colon', '«{ a: b }»', 'error: Write a list of texts.'],
  ] as const)
    // prettier-ignore
    it(`are reported with ${name}`, () =>
      checkRule('manifest-value', files(pairs(good), `mappings: ${written}`), messages));

  it('are reported where a file cannot be read', () =>
    checkRule('manifest-value', { ...files({ reason: 'It is no text.' }, 'mappings: [«maps/m.yaml»]') }, [
      'error: The mapping in maps/m.yaml was left out: It is no text.',
    ]));

  for (const written of [
    '',
    'mappings:',
    'mappings: []',
    'mappings: maps/m.yaml',
    'mappings: [maps/m.yaml, maps/m.yaml]',
    'mappings: [maps\\m.yaml]',
  ])
    it(`are accepted as “${written}”`, () => checkRule('manifest-value', files(pairs(good), written), []));

  it('are told from a standard', () =>
    checkRule(
      'manifest-value',
      { ...files(pairs(good), ''), 'portfolio.yaml': 'standard: «maps/m.yaml»\n' },
      [
        'error: maps/m.yaml is a mapping between two standards, and not a standard file. Name it under “mappings”, and here the standard itself: the id of a built-in one, or the path to its file. Nothing can be checked without a standard.',
      ],
    ));
});
