/** Standards of other shapes than Customer Service Excellence: all of it comes from the file. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { compareInStandard, shortWords } from '../../../../server/core/standard/standard';
import { parseStandard, standardFromData } from '../../../../server/core/standard/standardFile';
import { compareNaturally } from '../../../../server/core/text/naturalOrder';
import { parse } from 'yaml';
import { checkRule, rulesFound } from '../../support/checkRule';
import { marked } from '../../support/marked';
import { indexOf, at } from '../../support/portfolioFiles';
import { customerServiceExcellence, small, smallText, standardOf } from '../../support/standards';

const twoLevels = `title: Two Levels
levels: [Chapter, Point]
children:
  - id: "1"
    title: First
    children:
${Array.from({ length: 12 }, (_, at) => `      - { id: "1.${at + 1}", text: Point number ${at + 1} }`).join('\n')}
`;

const controls = `title: Controls
children:
  - id: AC-2
    title: Account Management
    assessable: true
    children:
      - { id: AC-2(1), text: Automated management of accounts }
      - { id: AC-2(10), text: Shared credentials }
  - { id: AC-10, title: Sessions at the same time }
`;

const mixed = `title: Mixed
levels: [Function, Category]
retired: { GV.OC-09: GV.OC-02 }
children:
  - id: GV
    title: Govern
    children:
      - { id: GV.OC-01, text: The mission is understood }
      - { id: GV.OC-02, text: Expectations are understood }
  - id: A1
    children: [{ id: A1.a, text: Board }, { id: A1.b, text: Roles }]
`;

/** Checks what is wrong with a standard: the places between « and », and the messages. */
function checkProblems(source: string, ...messages: readonly string[]): void {
  const { text, spans } = marked(source);
  const { problems } = parseStandard('s.yaml', text);
  deepEqual(
    problems.map(({ message }) => message),
    messages,
  );
  deepEqual(
    problems.map(({ span }) => span),
    spans,
  );
}

const against = (standard: string, elements: string) => ({
  'portfolio.yaml': 'standard: s.yaml\n',
  's.yaml': standard,
  'a.md': `---\ntitle: a\nelements: [${elements}]\n---\nText.\n`,
});

describe('A standard of two levels', () => {
  it('has its IDs in its own order', () => {
    const ids = standardOf('s', twoLevels).elements.map(({ id }) => id);
    deepEqual(ids, [...ids].sort(compareNaturally));
    deepEqual(ids.slice(-4), ['1.9', '1.10', '1.11', '1.12']);
  });

  it('reads 1.10 as it is written, and says that others do not', () => {
    checkRule('element-unquoted', against(twoLevels, '«1.10», "1.11", \'1.12\''), [
      'warning: Put quotation marks around 1.10. Without them, other tools read it as a number, 1.1.',
    ]);
    const index = indexOf(against(twoLevels, '1.10'));
    const portfolio = index.portfolioAt(at('a.md'))!;
    equal(portfolio.coverage('1.10').state, 'evidenced');
    equal(portfolio.coverage('1.1').state, 'missing');
  });

  it('reads 1.10 as it is written in the manifest and in itself', () => {
    const bare = twoLevels.replaceAll('"', '');
    const files = {
      ...against(bare, '"1.10"'),
      'portfolio.yaml': 'standard: s.yaml\nassessment: { 1.10: { self: good } }\n',
    };
    deepEqual(
      rulesFound(files).filter((rule) => !rule.endsWith('element-uncovered')),
      [],
    );
  });

  it('suggests its own IDs', () =>
    checkRule('element-unknown', against(twoLevels, '«"1.13"»'), [
      'error: 1.13 is not an element of Two Levels. Did you mean 1.1, “Point number 1”? Also near: 1.3, 1.10.',
    ]));

  it('calls its levels as it likes', () =>
    checkRule('element-not-assessable', against(twoLevels, '«"1"»'), [
      'error: 1, “First”, is a chapter and not an element. Name one or more of its elements instead: 1.1, 1.2, 1.3, 1.4, 1.5, 1.6 ….',
    ]));
});

describe('A standard with dashes and brackets in its IDs', () => {
  it('takes evidence for a node with children that says so', () => {
    const { elements, nodes } = standardOf('s', controls);
    deepEqual(
      elements.map(({ id }) => id),
      ['AC-2', 'AC-2(1)', 'AC-2(10)', 'AC-10'],
    );
    equal(nodes.get('AC-2(1)')!.level, 'Element');
    deepEqual(
      nodes.get('AC-2(1)')!.ancestors.map(({ id }) => id),
      ['AC-2'],
    );
  });

  it('finds its IDs in a text', () =>
    deepEqual(
      standardOf('s', controls)
        .elementPattern.find('AC-2, AC-2(1); see AC-10. Not AC-2a, 3.2.4 or xAC-2.')
        .map(({ id }) => id),
      ['AC-2', 'AC-2(1)', 'AC-10'],
    ));

  it('suggests its own IDs', () =>
    checkRule('element-unknown', against(controls, '«AC-2(2)», AC-2'), [
      'error: AC-2(2) is not an element of Controls. Did you mean AC-2(1), “Automated management of accounts”? Also near: AC-2(10).',
    ]));

  it('finds a heading with such an ID', () =>
    checkRule(
      'element-heading-unlisted',
      { ...against(controls, 'AC-2'), 'a.md': '---\nelements: [AC-2]\n---\n# «AC-2(1)» Automation\n' },
      [
        'hint: This heading is about AC-2(1), “Automated management of accounts”, which is not under “elements” at the top. Add it there if this evidence supports it.',
      ],
    ));
});

describe('A standard with IDs of several shapes', () => {
  it('knows them all', () => {
    const { elementPattern, pattern } = standardOf('s', mixed);
    for (const id of ['GV.OC-01', 'A1.a', 'ZZ.YY-77', 'B12.z']) ok(elementPattern.matches(id), id);
    for (const id of ['GV', 'A1', '1.1.1', 'gv.oc-01']) ok(!elementPattern.matches(id), id);
    ok(pattern.matches('GV') && pattern.matches('A1'));
  });

  it('is at peace with what is right', () =>
    deepEqual(
      rulesFound(against(mixed, 'GV.OC-01, GV.OC-02, A1.a, A1.b')).filter((rule) => rule.startsWith('a.md')),
      [],
    ));

  it('knows old IDs', () =>
    checkRule('element-retired', against(mixed, '«GV.OC-09»'), [
      'warning: GV.OC-09 is now GV.OC-02, “Expectations are understood”. Write the new ID.',
    ]));

  it('is told when a letter is wrong', () =>
    checkRule('element-unknown', against(mixed, '«A1.c», «gv.oc-01»'), [
      'error: A1.c is not an element of Mixed. Did you mean A1.a, “Board”? Also near: A1.b.',
      'error: gv.oc-01 is not an element of Mixed. Did you mean GV.OC-01, “The mission is understood”?',
    ]));
});

describe('A standard file', () => {
  it('needs no more than a title and children', () => {
    const { elements, ratings, award, acknowledgement } = standardOf(
      's',
      'title: S\nchildren: [{ id: A }]\n',
    );
    deepEqual([elements.length, ratings, award, acknowledgement], [1, [], undefined, '']);
    equal(elements[0]!.level, 'Element');
  });

  it('may start with a byte order mark and have Windows line ends', () => {
    const { elements } = standardOf('s', `\uFEFF${smallText.replaceAll('\n', '\r\n')}`);
    deepEqual(
      elements.map(({ id, text }) => [id, text]),
      small.elements.map(({ id, text }) => [id, text]),
    );
  });

  it('may be as deep as it likes', () => {
    const deep = Array.from({ length: 40 }).reduceRight<string>(
      (below, _, at) => `[{ id: "${at}"${below === '' ? '' : `, children: ${below}`} }]`,
      '',
    );
    deepEqual(
      standardOf('s', `title: S\nchildren: ${deep}\n`).elements.map(({ id, ancestors }) => [
        id,
        ancestors.length,
      ]),
      [['39', 39]],
    );
  });

  it('is the same as data', () => {
    const data: unknown = parse(smallText, { schema: 'failsafe' });
    const standard = standardFromData('small', data as Parameters<typeof standardFromData>[1]);
    deepEqual(
      JSON.stringify([...standard.elements.map(({ id }) => id), standard.ratings, standard.award]),
      JSON.stringify([...small.elements.map(({ id }) => id), small.ratings, small.award]),
    );
  });

  const none = 'A standard needs children, each with an id.';
  for (const [name, text, message] of [
    ['title: [S]', 'title: [S]', 'Behind “title”, a text is expected.'],
    ['acknowledgement: {}', 'acknowledgement: {}', 'Behind “acknowledgement”, a text is expected.'],
    ['levels', 'levels: { a: b }', 'Behind “levels”, a list of texts is expected.'],
    ['retired', 'retired: A', 'Behind “retired”, “old ID: new ID” is expected.'],
    ['a text', 'children: [{ id: A, text: [1, 2] }]', 'Behind “text”, a text is expected.'],
    ['a note', 'children: [{ id: A, note: { a: b } }]', 'Behind “note”, a text is expected.'],
    [
      'guidance',
      'children: [{ id: A, guidance: [{ a: b }] }]',
      'Behind “guidance”, a list of texts is expected.',
    ],
    [
      'assessable',
      'children: [{ id: A, assessable: yes }]',
      'Behind “assessable”, true or false is expected.',
    ],
  ] as const)
    it(`passes over nothing of another shape: ${name}`, () => {
      const whole = ['title: S', 'children: [{ id: A }]'].filter(
        (line) => !text.startsWith(line.slice(0, 5)),
      );
      const { problems } = parseStandard('s', [...whole, text, ''].join('\n'));
      ok(
        problems.some((problem) => problem.message === message),
        JSON.stringify(problems),
      );
    });

  it('takes True for true', () => {
    const { standard, problems } = parseStandard('s', 'title: S\nchildren: [{ id: A, assessable: True }]\n');
    deepEqual([problems, standard.elements.length], [[], 1]);
  });

  for (const [name, text, ...messages] of [
    [
      'without anything',
      '',
      'Names with a colon are expected here, such as “title: …”.',
      'A standard needs a title.',
      none,
    ],
    ['without a title', '«c»hildren: [{ id: A }]', 'A standard needs a title.'],
    ['without children', '«t»itle: S', none],
    [
      'with a list of nodes twice, by a reference',
      'title: S\nchildren: [{ title: A, children: &below [{ id: Z }] }, { title: B, children: «*below» }]',
      'These nodes stand in the standard twice.',
    ],
    [
      'with a profile that is not listed',
      'title: S\nprofiles: [low]\nchildren: [{ id: A, profiles: [low, «high»] }]',
      '“high” is not among the profiles of this standard.',
    ],
    [
      'with a rating that says more than it can',
      'title: S\nratings: [{ id: good, «colour»: green }]\nchildren: [{ id: A }]',
      '“colour” is not a part of a standard file.',
    ],
    [
      'with an old ID that leads in a circle',
      'title: S\nchildren: [{ id: A }]\nretired: { «B»: C, «C»: B }',
      'B leads to B, which is not in the standard.',
      'C leads to C, which is not in the standard.',
    ],
    [
      'with an old ID that leads to a map',
      'title: S\nchildren: [{ id: A }]\nretired: { B: «{ A: A }» }',
      'Behind “B”, one ID or a list of IDs is expected.',
    ],
    [
      'with a translation of nothing',
      'title: S\nchildren: [{ id: A }]\ntranslations: { fr: { nodes: { A: { title: À }, «B»: { title: Bé } } } }',
      'B, which is translated here, is not in the standard.',
    ],
    [
      'with a word for children',
      'title: S\nchildren: [{ id: A, children: «none» }]',
      'A list of nodes is expected here.',
    ],
    ['with a node without an ID', 'title: S\nchildren: [{ id: A }, «{ title: B }»]', 'This node has no id.'],
    ['with an empty ID', 'title: S\nchildren: [{ id: A }, { id: «""» }]', 'This node has no id.'],
    [
      'with an ID twice',
      'title: S\nchildren: [{ id: A }, { id: B, children: [{ id: «A» }] }]',
      'The id A stands in the standard twice.',
    ],
    [
      'with an award for nothing',
      'title: S\nchildren: [{ id: A }]\nratings: [{ id: good, title: Good }]\naward: «{ rating: best, percent: 80 }»',
      'An award needs a rating from the list of ratings, and a percent from 0 to 100.',
    ],
    [
      'with more than all',
      'title: S\nchildren: [{ id: A }]\nratings: [good]\naward: «{ rating: good, percent: 101 }»',
      'An award needs a rating from the list of ratings, and a percent from 0 to 100.',
    ],
    [
      'with an old ID without a new one',
      'title: S\nchildren: [{ id: A }]\nretired: { «B»: C }',
      'The id that replaces B is not in the standard.',
    ],
    [
      'with a word of its own',
      'title: S\n«colour»: red\nchildren: [{ id: A, «weight»: 3 }]',
      '“colour” is not a part of a standard file.',
      '“weight” is not a part of a standard file.',
    ],
    ['that is no YAML', 'title: "«S»', 'A quotation mark is missing at the end of this text.'],
  ] as const)
    it(`${name} is reported`, () =>
      text === ''
        ? equal(parseStandard('s', text).problems.length, messages.length)
        : checkProblems(text, ...messages));

  it('is used as far as it can be read', () => {
    const { standard } = parseStandard(
      's',
      'title: S\nchildren: [{ id: A }, { id: A }, { title: B }, { id: C }]',
    );
    deepEqual(
      standard.elements.map(({ id }) => id),
      ['A', 'C'],
    );
  });

  it('is called as its file where it has no title', () =>
    equal(parseStandard('s.yaml', '').standard.title, 's.yaml'));
});

describe('Customer Service Excellence', () => {
  it('has 5 criteria, 15 sub-criteria and 57 elements', () => {
    const { roots, nodes, elements } = customerServiceExcellence;
    deepEqual([roots.length, nodes.size - roots.length - elements.length, elements.length], [5, 15, 57]);
  });

  it('puts known IDs in its order, and others behind them', () => {
    const ids = ['zz', '9.9.9', '2.1.1', '1.1.2', '1.1.1', '9.9.10'];
    deepEqual(ids.sort(compareInStandard(customerServiceExcellence)), [
      '1.1.1',
      '1.1.2',
      '2.1.1',
      '9.9.9',
      '9.9.10',
      'zz',
    ]);
  });
});

describe('A few words for a node', () => {
  const node = small.elements[0]!;
  for (const [name, text, title, words] of [
    ['are its title', 'Text.', 'Title', 'Title'],
    ['are its text without the full stop', 'A text.', '', 'A text'],
    ['are its ID where it has nothing else', '', '', '1.1'],
    [
      'end at a clause',
      'We make very sure of this and that, and of much more than could ever be said here in a few words.',
      '',
      'We make very sure of this and that…',
    ],
    [
      'end at a word',
      'We make sure of this and that and of much more than could ever be said here in few words or more.',
      '',
      'We make sure of this and that and of much more than could…',
    ],
    ['end somewhere', 'x'.repeat(200), '', `${'x'.repeat(60)}…`],
  ] as const)
    it(name, () => equal(shortWords({ ...node, text, title }, 60), words));
});
