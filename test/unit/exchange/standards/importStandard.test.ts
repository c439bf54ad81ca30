/** Standards of other programs as standard files: what each says, what is left out, and what a second import keeps. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Standard } from '../../../../server/core/standard/standard';
import { parseStandard } from '../../../../server/core/standard/standardFile';
import type { ImportRequest, StandardImport } from '../../../../server/exchange/standards/importStandard';
import { importStandard } from '../../../../server/exchange/standards/importStandard';
import { encodeText } from '../../../../server/exchange/parts/decode';
import { exported, planText } from '../support';
import {
  cisoLibrary,
  controlsCsv,
  functionsCsv,
  largeCatalogue,
  oscalCatalogue,
  oscalYaml,
  outline,
} from './files';

const isStandard = new Ajv({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schemas/standard.schema.json', 'utf8')) as object,
);

type More = Omit<ImportRequest, 'name' | 'bytes'>;

/** Imports a text, and holds what comes against the schema, and against a reader of YAML that guesses at types. */
function importOf(name: string, text: string, more: More = {}): StandardImport {
  const outcome = importStandard({ name, bytes: encodeText(text), ...more });
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  const guessed: unknown = parse(outcome.result.text);
  ok(isStandard(guessed), JSON.stringify(isStandard.errors));
  const read = parseStandard('s', JSON.stringify(guessed)).standard;
  deepEqual([...read.nodes.keys()], [...outcome.result.standard.nodes.keys()]);
  deepEqual(
    read.elements.map(({ text: words }) => words),
    outcome.result.standard.elements.map(({ text: words }) => words),
  );
  return outcome.result;
}

const failure = (name: string, text: string, more: More = {}): string => {
  const outcome = importStandard({ name, bytes: encodeText(text), ...more });
  return outcome.kind === 'failed' ? outcome.message : 'It was imported.';
};

/** The tree as lines: `  id title`, with an asterisk for what is an element. */
const treeOf = ({ standard }: StandardImport): readonly string[] =>
  Array.from(
    standard.nodes.values(),
    ({ id, title, assessable, ancestors }) =>
      `${'  '.repeat(ancestors.length)}${id}${title ? ` ${title}` : ''}${assessable ? '*' : ''}`,
  );

describe('An OSCAL catalogue', () => {
  const result = importOf('catalogue.json', JSON.stringify(oscalCatalogue));
  const { standard } = result;

  it('gives its groups, controls and enhancements, called as their labels say', () =>
    deepEqual(treeOf(result), [
      'RR Reading Room',
      '  RR-1 Opening hours*',
      '    RR-1(1) Hours on the telephone*',
      '  RR-2 Quiet: "please"*',
      'sh Shelves',
      '  sh-1 Order*',
      'Without an ID',
      '  Lamp 1/a Lamps*',
    ]));

  it('gives statements with their items, and parameters in words', () =>
    equal(
      standard.nodes.get('RR-1')?.text,
      [
        'The hours are shown [one or more of: on the door; within [a number of hours]], and:',
        'a. approved by the head of the library;',
        '  1. each year; and',
        'b. kept as promised [one of: [rr-1_prm_4]; again].',
      ].join('\n'),
    ));

  it('gives guidance, related controls that are there, and what introduces a group', () => {
    deepEqual(standard.nodes.get('RR-1')?.guidance, ['Hours change in summer.', 'People plan ahead.']);
    deepEqual(standard.nodes.get('RR-1')?.related, ['RR-2', 'RR-1(1)']);
    deepEqual(standard.nodes.get('RR')?.introduction, [
      'Rooms in which people read.',
      'And those in which they write.',
    ]);
  });

  it('retires what was withdrawn, to all that has taken its place, along chains, and to groups', () =>
    deepEqual(
      [...standard.retired],
      [
        ['RR-1(2)', ['RR-1', 'RR-2']],
        ['RR-9', ['RR-1', 'RR-2']],
        ['RR-10', []],
        ['RR-11', ['sh']],
      ],
    ));

  it('says who published which edition', () => {
    equal(standard.title, 'Reading Room Controls Revised');
    equal(standard.edition, '2.1');
    match(result.text, /^publisher: Anytown Libraries$/m);
    match(result.text, /^source: Imported from OSCAL 1\.1\.2, last modified 2026-02-03\.$/m);
  });

  it('says what is left out', () =>
    deepEqual(result.remarks, [
      'Withdrawn, and nothing is said to have taken their place: RR-10.',
      'Parts called “assessment-objective” are left out: 1 of them, at RR-1.',
    ]));

  it('may be YAML, with numbers that are none, groups in groups, and guidance in items', () => {
    const small = importOf('catalogue.yaml', oscalYaml);
    deepEqual(treeOf(small), ['1 Doors', '  1.10 Locks', '    1.10.1 Keys*']);
    equal(small.standard.edition, '1.10');
    deepEqual(small.standard.elements[0]?.guidance, ['Count twice.', 'In particular:\n1. front;\n1. back.']);
    deepEqual(small.remarks, []);
  });

  it('is told from other documents of OSCAL', () => {
    const metadata = { title: 'A' };
    match(
      failure('p.json', JSON.stringify({ profile: { metadata } })),
      /^This is an OSCAL profile that only names/,
    );
    match(failure('p.json', JSON.stringify({ 'assessment-plan': { metadata } })), /is no standard\.$/);
    match(
      failure('c.xml', '<?xml version="1.0"?>\n<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0"/>'),
      /OSCAL in XML/,
    );
  });

  it('takes profiles, resolved or not, as profiles', () => {
    const low = {
      profile: {
        metadata: { title: 'Reading Room LOW Baseline' },
        imports: [{ href: '#c', 'include-controls': [{ 'with-ids': ['rr-1', 'x-1', 'rr-77'] }] }],
      },
    };
    const resolved = {
      catalog: {
        metadata: { title: 'All that is quiet' },
        groups: [
          { controls: [{ id: 'rr-2', props: [{ name: 'label', value: 'RR-02' }] }, { id: 'rr-1.1' }] },
        ],
      },
    };
    const { standard: own, remarks } = importOf('catalogue.json', JSON.stringify(oscalCatalogue), {
      profiles: [low, resolved].map((data, at) => ({
        name: `${at}.json`,
        bytes: encodeText(JSON.stringify(data)),
      })),
    });
    deepEqual(
      own.profiles.map(({ id, title }) => `${id}: ${title}`),
      ['low: Reading Room LOW Baseline', 'all-that-is-quiet: All that is quiet'],
    );
    deepEqual(
      own.elements.map(({ id, profiles }) => `${id}: ${profiles.join(', ')}`),
      ['RR-1: low', 'RR-1(1): all-that-is-quiet', 'RR-2: all-that-is-quiet', 'sh-1: ', 'Lamp 1/a: low'],
    );
    ok(
      remarks.includes(
        'Controls of the profile “Reading Room LOW Baseline” that the standard does not have: rr-77.',
      ),
    );
  });
});

describe('A library of CISO Assistant', () => {
  const result = importOf('quiet.yaml', cisoLibrary);
  const { standard } = result;

  it('gives its requirements; a group gives way where an element has the same ID', () =>
    deepEqual(treeOf(result), [
      'Rooms',
      '  Walls',
      '    1.10*',
      '    node7*',
      '2 a/b Signs "Quiet"*',
      '  2 a/b.1 In two languages*',
    ]));

  it('gives implementation groups as profiles, and scores as ratings, the best first', () => {
    deepEqual(standard.nodes.get('1.10')?.profiles, ['B', 'E']);
    deepEqual(
      standard.ratings.map(({ id, title, description }) => [id, title, description]),
      [
        ['2', 'Quiet', 'Nobody hears anything.'],
        ['1', 'Loud', ''],
      ],
    );
  });

  it('gives annotations and typical evidence as guidance', () =>
    deepEqual(standard.nodes.get('1.10')?.guidance, ['Thick is a foot.', 'Or more.', 'A drawing.']));

  it('gives translations', () => {
    const french = standard.translations.get('fr');
    ok(french);
    equal(french.title, 'Bibliothèque calme');
    equal(french.nodes.get('1.10')?.text, 'Les murs sont épais.');
    equal(french.nodes.get('1.10')?.title, '');
    equal(french.nodes.get('Walls')?.title, 'Murs');
    equal(french.nodes.get('Rooms')?.title, 'Salles');
    equal(french.ratings.get('2')?.title, 'Calme');
    equal(french.profiles.get('E')?.title, 'essentiel');
  });

  it('says what is left out', () =>
    deepEqual(result.remarks, [
      'Without an ID of their own, these are called by the end of their address: node7.',
      'Other parts of the library are left out: reference controls.',
      'Left out at 1 of the requirements: questions and their answers.',
      'Left out at 1 of the requirements: threats.',
      'Profiles that the file names and does not describe are left out: X.',
    ]));

  it('needs a framework', () =>
    match(
      failure('m.yaml', 'urn: urn:a\nobjects:\n  requirement_mapping_sets: [{ urn: b }]\n'),
      /^This library of CISO Assistant holds no framework, but requirement mapping sets\.$/,
    ));
});

describe('A standard in a spreadsheet', () => {
  it('gives controls, enhancements, profiles by marks, and what was withdrawn', () => {
    const result = importOf('controls.csv', controlsCsv);
    deepEqual(treeOf(result), ['AC-1 Policy*', 'AC-2 Accounts*', '  AC-2(1) Accounts | Automated*']);
    deepEqual(
      [...result.standard.retired],
      [
        ['AC-2(10)', ['AC-2']],
        ['AC-3', ['AC-1', 'AC-2(1)']],
        ['AC-4', []],
      ],
    );
    deepEqual(
      result.standard.elements.map(({ profiles }) => profiles),
      [['LOW', 'HIGH'], ['LOW', 'HIGH'], ['HIGH']],
    );
    deepEqual(result.standard.nodes.get('AC-1')?.related, ['AC-2', 'PM-9']);
    match(result.remarks[0] ?? '', /“Control Identifier” for the ID, .*“LOW” for a profile/);
  });

  it('gives groups that have columns of their own, and IDs that stand before words', () => {
    const result = importOf('functions.csv', functionsCsv);
    deepEqual(treeOf(result), [
      'GV GOVERN',
      '  GV.OC Surroundings',
      '    GV.OC-01*',
      '    GV.OC-02*',
      'ID IDENTIFY',
      '  ID.AM Things',
      '    ID.AM-1*',
    ]);
    deepEqual(result.standard.nodes.get('GV.OC-01')?.guidance, ['Ex1: Ask.', 'Ex2: Tell.']);
  });

  for (const [name, lines, tree] of [
    [
      'IDs that say what is below what',
      ['ID;Requirement', '5;Context', '5.1;Who we are', '5.1.1;We know it', '5.10;Where we are', '1.10;Last'],
      ['5', '  5.1', '    5.1.1*', '  5.10*', '1.10*'],
    ],
    [
      'a column for the ID above',
      ['ID;Title;Parent', 'A;Top;', 'x;Below;A', 'y;Elsewhere;B'],
      ['B', '  y Elsewhere*', 'A Top', '  x Below*'],
    ],
    [
      'a column for the level, six deep',
      [
        'Level;ID;Title',
        ...[1, 2, 3, 4, 5, 6].map((level) => `${level};L ${level}/"${level}";Step ${level}`),
        '6;"L 7";Last',
      ],
      [
        'L 1/"1" Step 1',
        '  L 2/"2" Step 2',
        '    L 3/"3" Step 3',
        '      L 4/"4" Step 4',
        '        L 5/"5" Step 5',
        '          L 6/"6" Step 6*',
        '          L 7 Last*',
      ],
    ],
    [
      'headings in rows of their own',
      ['Ref;Element', ';Doors', 'D1;Doors open', 'D2;Doors close', ';Windows', 'W1;Windows open'],
      ['Doors', '  D1*', '  D2*', 'Windows', '  W1*'],
    ],
  ] as const)
    it(`may have ${name}`, () => deepEqual(treeOf(importOf('a.csv', lines.join('\n'))), tree));

  it('tells levels of conformance from levels of the tree', () => {
    const { standard } = importOf(
      'a.csv',
      'SC,Name,Level\n1.1.1,Pictures have words,A\n1.2.4,Words are live,AA\n1.2.6,Signs are shown,AAA',
    );
    deepEqual(
      standard.elements.map(({ profiles }) => profiles.join(' ')),
      ['A AA AAA', 'AA AAA', 'AAA'],
    );
  });

  it('may be a workbook, or a document with a table', () => {
    for (const format of ['xlsx', 'ods', 'docx'] as const) {
      const bytes = exported(
        planText(
          'Ref No. | Criteria / Action | Comments',
          '1 Welcome',
          '1.1.1 | We greet people | at the door',
          '1.10 | We know them |',
        ),
        format,
      );
      const outcome = importStandard({ name: `Our standard.${format}`, bytes });
      if (outcome.kind === 'failed') throw new Error(`${format}: ${outcome.message}`);
      const { standard } = outcome.result;
      deepEqual([standard.title, standard.elements.map(({ id }) => id)], ['Our standard', ['1.1.1', '1.10']]);
    }
  });

  it('takes the columns that somebody has settled, by header, letter or number', () => {
    const csv = 'Kenn,Wortlaut,Frage\nA.1,Words of one,Why?\nA.2,Words of two,How?\n';
    const columns = new Map([
      ['id', 'kenn'],
      ['text', 'B'],
      ['guidance', '3'],
    ] as const);
    const { standard } = importOf('a.csv', csv, { columns });
    deepEqual(
      standard.elements.map(({ id, text, guidance }) => [id, text, ...guidance]),
      [
        ['A.1', 'Words of one', 'Why?'],
        ['A.2', 'Words of two', 'How?'],
      ],
    );
    match(
      failure('a.csv', csv, { columns: new Map([...columns, ['title', 'Titel']]) }),
      /^There is no column “Titel”\. The columns of the table: “Kenn”, “Wortlaut”, “Frage”\.$/,
    );
    const without = importOf('a.csv', csv, { columns: new Map([...columns, ['guidance', undefined]]) });
    deepEqual(without.standard.elements[0]?.guidance, []);
    match(failure('a.json', '{"catalog": {}}', { columns }), /leave --column out/);
  });

  it('needs a table of a standard', () => {
    match(failure('a.csv', 'Who,When\nAnn,Monday\n'), /^There is no table of a standard in it/);
    match(failure('a.csv', ''), /^There is no table|^The file/);
  });
});

describe('A row of a table whose ID says that there is none', () => {
  for (const said of ['null', 'TBC', 'n/a', '#REF!', '???', 'as above'])
    it(`is told: ${said}`, () => {
      const { remarks, standard } = importOf(
        'a.csv',
        `ID,Title,Text\n${said},Greeting,Say hello\n1.1,Doors,Open them\n`,
      );
      deepEqual(
        standard.elements.map(({ id }) => id),
        ['1.1'],
      );
      deepEqual(remarks.slice(1), [
        `These are taken for headings, as what stands in the place of their ID says that there is none: “${said}” (Greeting).`,
      ]);
    });
  for (const said of ['', '-', '–'])
    it(`is a heading and needs no words: “${said}”`, () => {
      const { remarks } = importOf('a.csv', `ID,Title,Text\n${said},Greeting,\n1.1,Doors,Open them\n`);
      deepEqual(remarks.slice(1), []);
    });
});

describe('An outline in Markdown', () => {
  const result = importOf('outline.md', outline);
  it('gives headings and points that begin with an ID, to any depth', () =>
    deepEqual(treeOf(result), [
      '1 Welcome',
      '  1.1 Doors',
      '    1.1.1',
      '      1.1.1.1',
      '        1.1.1.1.1*',
      '    Art. 5*',
      '1.2.1 Not a part: a paragraph',
      '  1.2.2*',
    ]));
  it('gives what stands below them as their words, and other points as guidance', () => {
    deepEqual(result.standard.nodes.get('1')?.introduction, ['This chapter is about arriving.']);
    equal(result.standard.nodes.get('1.1.1')?.text, 'Doors are open: wide. They stay open.');
    deepEqual(result.standard.nodes.get('1.1.1')?.guidance, ['Look at the hinges.']);
  });
  it('says what has no ID, and what belongs to nothing', () =>
    deepEqual(result.remarks, [
      '2 parts have no ID, so no evidence can name them, and they are left out: Signs, Leaf without anything.',
      'What stands before the first heading is left out: “Words before everything.”.',
      'What stands between fences, as code does, is left out.',
    ]));
  for (const id of [
    'A 1',
    'A/2',
    'A"3',
    'A[1]',
    'A{1}',
    'A,B',
    'A.é',
    'A&B',
    'A|B',
    'A:B',
    '<b>',
    'A\\B',
    '[ST-01]',
    '§ 4 Abs. 2',
    'Art. 5(1)(a)',
    '~1',
    '%x',
    '@y',
    '$(x)',
    '=1+1',
    '+1',
    '-1',
    '007',
    '1e3',
    '5',
    '1.10',
  ])
    it(`takes ${id} for an ID where its neighbours are set apart in the same way`, () =>
      deepEqual(
        importOf(
          'a.md',
          `# T\n\n- **1.1** One.\n- **${id}** Odd.\n- **Note** A word.\n- **Mark:** A label.\n- **1.3** Three.\n`,
        ).standard.elements.map((node) => `${node.id} ${node.text} ${node.guidance.join()}`.trim()),
        ['1.1 One.', `${id} Odd. Note A word.,Mark: A label.`, '1.3 Three.'],
      ));
  it('says which point among those with an ID begins with something else', () =>
    deepEqual(importOf('a.md', '# T\n\n- **1.1** One.\n- **Note** Words.\n- **1.2** Two.\n').remarks, [
      '1 point among others with an ID begins with something else, and is guidance of what stands before: “Note”.',
    ]));
  it('takes nothing for an ID that stands among words in bold', () =>
    deepEqual(
      importOf('a.md', '# T\n\n## 1 A\n\n- **a/b** x\n- **c+** y\n- **1.1** z\n').standard.elements.map(
        ({ id }) => id,
      ),
      ['1.1'],
    ));
  it('needs IDs', () => match(failure('a.md', '# Minutes\n\n- Ann came\n'), /^There is no outline/));
});

describe('A second import', () => {
  const first = importOf('catalogue.json', JSON.stringify(oscalCatalogue));

  it('of the same file changes nothing', () => {
    const second = importOf('catalogue.json', JSON.stringify(oscalCatalogue), { before: first.text });
    equal(second.text, first.text);
    ok(second.changes?.isSame);
  });

  it('keeps notes, keywords, short words, levels, ratings, profiles, what was retired by hand, and comments', () => {
    const before = first.text
      .replace('title: Reading', '# Asked for by Ann.\ntitle: Reading')
      .replace(
        'children:\n',
        'levels: [Family, Control, Enhancement] # as the book says\nratings: [{ id: met, title: Met }]\naward: { rating: met, percent: 50 }\nprofiles: [{ id: ours, title: Ours }]\nchildren:\n',
      )
      .replace('  "RR-10": []', '  "RR-10": "RR-2" # Ben knows')
      .replace('        title: Quiet: "please"', '')
      .replace(
        '      - id: "RR-2"\n',
        '      # Looked at in May.\n      - id: "RR-2" # see minutes\n        note: We differ here. # not a "#" in words\n        short: Quiet\n        keywords: [silence, "hush # hush"]\n        profiles: [ours]\n',
      )
      .concat('# The end.\n');
    equal(parseStandard('s', before).problems.length, 0);
    const { text, standard, remarks, changes } = importOf('catalogue.json', JSON.stringify(oscalCatalogue), {
      before,
    });
    for (const line of [
      '# Asked for by Ann.',
      'levels: ["Family", "Control", "Enhancement"] # as the book says',
      'award: { rating: "met", percent: 50 }',
      '  "RR-10": "RR-2" # Ben knows',
      '      # Looked at in May.',
      '      - id: "RR-2" # see minutes',
      '        note: We differ here. # not a "#" in words',
      '        keywords: ["silence", "hush # hush"]',
      '# The end.',
    ])
      ok(text.split('\n').includes(line), `${line}\nis not in\n${text}`);
    deepEqual(standard.nodes.get('RR-2')?.profiles, ['ours']);
    equal(standard.nodes.get('RR-2')?.short, 'Quiet');
    ok(!remarks.some((remark) => remark.startsWith('Comments')));
    deepEqual(changes?.kept, { notes: 1, keywords: 1 });
    equal(importOf('catalogue.json', JSON.stringify(oscalCatalogue), { before: text }).text, text);
  });

  describe('of a table, which is called by its file', () => {
    const table = (...rows: readonly string[]): string => ['ID,Title', ...rows, ''].join('\n');
    const before = importOf('rules_2.1.csv', table('1.1,One', '1.2,Two'))
      .text.replace('title: rules 2.1', "title: Rules of the House\nedition: '2.1'")
      .replace('title: Two', 'title: Two\n    note: Soon gone');
    const edition = 'The file does not say which edition it is: “edition: 2.1” stays.';

    it('keeps the title that people have given it, and says that the edition may be another', () => {
      const { standard, remarks } = importOf('rules_2.2.csv', table('1.1,One', '1.3,Three'), { before });
      equal(standard.title, 'Rules of the House');
      equal(standard.edition, '2.1');
      ok(remarks.some((remark) => remark.startsWith(edition)));
    });
    it('says which notes go with what is gone', () =>
      ok(
        importOf('r.csv', table('1.1,One'), { before }).remarks.includes(
          'Notes on parts that are gone are gone with them: 1.2 (“Soon gone”).',
        ),
      ));
    it('says nothing of the edition where no part is another', () => {
      const { remarks } = importOf('r.csv', table('1.1,One', '1.2,Two'), { before });
      ok(!remarks.some((remark) => remark.startsWith(edition)));
    });
    it('takes a title that the file itself says', () =>
      equal(
        importOf('r.md', '# New Rules\n\n- 1.1 One\n- 1.2 Two\n', { before }).standard.title,
        'New Rules',
      ));
  });

  it('of a newer edition says what is new, what is gone and what has other words; what is gone is retired', () => {
    const newer = JSON.parse(
      JSON.stringify(oscalCatalogue)
        .replace('There is quiet.', 'There is silence.')
        .replaceAll('Lamp 1/a', 'Lamp 2'),
    ) as unknown;
    const before = first.text.replace(
      '      - id: "Lamp 1/a"',
      '      # On the desk.\n      - id: "Lamp 1/a"',
    );
    const { standard, changes, remarks, text } = importOf('c.json', JSON.stringify(newer), { before });
    deepEqual(
      [changes?.added, changes?.gone, changes?.reworded, changes?.isSame],
      [['Lamp 2'], ['Lamp 1/a'], ['RR-2'], false],
    );
    deepEqual(standard.retired.get('Lamp 1/a'), []);
    ok(remarks.includes('Comments whose place is gone stand at the end of the file: 1 of them.'));
    match(text, /\n# On the desk\.\n$/);
  });

  it('does not write over what is no standard, or has faults', () =>
    match(
      failure('c.json', JSON.stringify(oscalCatalogue), { before: 'colour: red\n' }),
      /^The file that would be written is there, and cannot be read as a standard/,
    ));
});

describe('Any file', () => {
  it('of 1,200 elements is imported', () => {
    const { standard } = importOf('large.json', JSON.stringify(largeCatalogue()));
    equal(standard.elements.length, 1200);
  });

  for (const [name, text] of [
    ['deep JSON', `{"catalog":${'{"groups":['.repeat(5000)}`],
    [
      'deep groups',
      `{"catalog":{"metadata":{"title":"a"},${'"groups":[{"title":"a",'.repeat(3000)}"x":1${'}]'.repeat(3000)}}}`,
    ],
    [
      'deep parts',
      `{"catalog":{"metadata":{"title":"a"},"controls":[{"id":"a",${'"parts":[{"name":"statement",'.repeat(3000)}"prose":"x"${'}]'.repeat(3000)}}]}}`,
    ],
    [
      'references that multiply',
      `catalog:\n  metadata: {title: a}\n  a: &a [x,x,x,x,x,x,x,x]\n  b: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n  c: &c [*b,*b,*b,*b,*b,*b,*b,*b]\n  d: &d [*c,*c,*c,*c,*c,*c,*c,*c]\n  e: &e [*d,*d,*d,*d,*d,*d,*d,*d]\n  f: &f [*e,*e,*e,*e,*e,*e,*e,*e]\n  g: &g [*f,*f,*f,*f,*f,*f,*f,*f]\n  h: [*g,*g,*g,*g,*g,*g,*g,*g]\n`,
    ],
    ['a heading of blanks', `# a${' '.repeat(200_000)}b\n## 1 c ##\n`],
    ['a paragraph of many lines', `# 1 a\n${'word\n'.repeat(100_000)}`],
    [
      'an address of letters',
      `urn: urn:a\nobjects:\n  framework:\n    requirement_nodes:\n      - { urn: "${'a'.repeat(200_000)}:", assessable: true }\n`,
    ],
    ['a parent that is its own', 'ID;Title;Parent\nA;a;B\nB;b;A\nC;c;C\n'],
    [
      'names of the language',
      '{"catalog":{"metadata":{"title":"a"},"__proto__":{"groups":[]},"controls":[{"id":"constructor","title":"t"},{"id":"__proto__"}]}}',
    ],
  ] as const)
    it(`with ${name} ends`, () => {
      for (const ending of ['json', 'yaml', 'csv', 'md'])
        importStandard({ name: `a.${ending}`, bytes: encodeText(text) });
    });

  it('gives a standard that can be read, or says why not', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(
          JSON.stringify(oscalCatalogue),
          oscalYaml,
          cisoLibrary,
          outline,
          controlsCsv,
          functionsCsv,
        ),
        fc.constantFrom('json', 'yaml', 'csv', 'md', 'txt', ''),
        fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.string({ maxLength: 6, unit: 'binary' })), {
          maxLength: 4,
        }),
        (text, ending, edits) => {
          const changed = edits.reduce((whole, [at, length, more]) => {
            const start = at % (whole.length + 1);
            return whole.slice(0, start) + more + whole.slice(start + length);
          }, text);
          const outcome = importStandard({ name: `a.${ending}`, bytes: encodeText(changed) });
          if (outcome.kind === 'failed')
            ok(!outcome.message.startsWith('No standard file can be made'), outcome.message);
          else deepEqual(parseStandard('s', outcome.result.text).problems, []);
        },
      ),
      { numRuns: 500 },
    ));
});

describe('XML of other programs', () => {
  for (const [name, text] of [
    ['xccdf.xml', '<?xml version="1.0"?>\n<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="x"/>'],
    ['sheet.xml', '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'],
    ['skos.rdf', '<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'],
  ] as const)
    it(`is called what it is: ${name}`, () => {
      const result = importStandard({ name, bytes: new TextEncoder().encode(text) });
      match(
        result.kind === 'failed' ? result.message : '',
        /^It is XML, which is not read\. Save .* as a table/,
      );
    });
});

describe('Tables as other programs export them', () => {
  const outlineOf = (nodes: Standard['roots'], depth = 0): readonly string[] =>
    nodes.flatMap((node) => [
      `${'  '.repeat(depth)}${[node.id, node.title, node.text].filter((part) => part !== '').join(' | ')}`,
      ...outlineOf(node.children, depth + 1),
    ]);
  for (const [name, csv, taken] of [
    [
      'a short header, above cells that could be headers themselves',
      'ID,Name,Description,Domains,Owner,Frameworks,Tests status,Note\nACC-1,Access reviews conducted,The company conducts access reviews.,ACCESS_CONTROL,,SOC 2;ISO 27001,3/4,\nACC-2,Unique accounts enforced,The company requires unique accounts.,ACCESS_CONTROL,,SOC 2,,\n',
      [
        'ACC-1 | Access reviews conducted | The company conducts access reviews.',
        'ACC-2 | Unique accounts enforced | The company requires unique accounts.',
      ],
    ],
    [
      'a question beside the description, an abbreviation in a header, and a domain with a name of its own',
      'SCF Domain,SCF Control,SCF #,Secure Controls Framework (SCF) Control Description,SCF Control Question\nGovernance,Programme,GOV-01,Mechanisms exist to facilitate governance.,Does the organisation facilitate governance?\nAssets,Asset Governance,AST-01,Mechanisms exist to manage assets.,Does the organisation manage assets?\n',
      [
        'Governance',
        '  GOV-01 | Programme | Mechanisms exist to facilitate governance.',
        'Assets',
        '  AST-01 | Asset Governance | Mechanisms exist to manage assets.',
      ],
    ],
    [
      'the chapter’s columns before those of the item',
      'Chapter Number;Chapter Title;Chapter Description;Item Number;Item Title;Item Description;Audit Questionnaire\n4;Context;About it all;4.1;Understanding;The organisation shall understand;Q\n4;Context;About it all;4.2;Needs;The organisation shall know needs;Q\n5;Leadership;About leading;5.1;Commitment;Top management shall lead;Q\n',
      [
        '4 | Context',
        '  4.1 | Understanding | The organisation shall understand',
        '  4.2 | Needs | The organisation shall know needs',
        '5 | Leadership',
        '  5.1 | Commitment | Top management shall lead',
      ],
    ],
    [
      'many columns of another program’s own',
      '"Control Code","Control Name","Control Description","Control Question","Framework Codes","Owners","Status","Evidence Name","Policies","Archived"\n"DCF-1","System Access","The company restricts access.","Is it?","SOC 2: CC6.1, CC6.2","ada@example.org","READY","Access list","","false"\n"DCF-10","Backups","Backups are tested.","","","","","","",""\n',
      ['DCF-1 | System Access | The company restricts access.', 'DCF-10 | Backups | Backups are tested.'],
    ],
  ] as const)
    it(`are read with ${name}`, () =>
      deepEqual(outlineOf(importOf('export.csv', csv).standard.roots), taken));
});
