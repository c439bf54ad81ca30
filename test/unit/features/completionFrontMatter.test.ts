import { deepEqual, equal, ok } from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { InsertTextFormat } from 'vscode-languageserver-types';
import { frontMatterKeys, kinds, statuses } from '../../../server/core/frontMatter/keys';
import type { Setting } from '../support/completing';
import { checkChosen, checkCompletion, complete, crlf, cse, labels } from '../support/completing';
import type { Files } from '../support/portfolioFiles';
import { attachment } from '../support/portfolioFiles';

const block = (value: string, more = ''): string =>
  `---\ntitle: A\nelements: [1.1.1]\n${value}\n${more}---\n\n# A\n`;
const others = frontMatterKeys.flatMap(({ key }) => (key === 'title' || key === 'elements' ? [] : key));

/** What stands beside the labels. */
const words = (items: readonly CompletionItem[]): readonly string[] =>
  items.map(({ label, labelDetails }) => `${label}:${labelDetails?.detail ?? ''}`);

describe('Completion of front matter keys', () => {
  it('offers those that the file does not have, each with its sentence', () => {
    const { items } = complete(block('$0'));
    deepEqual(labels(items), others);
    for (const { label, documentation, detail } of items) {
      const { description } = frontMatterKeys.find(({ key }) => key === label)!;
      equal(documentation, description);
      equal(detail, description);
    }
  });
  it('offers the required one first, and says so', () => {
    const { items } = complete('---\nti$0\n---\n');
    deepEqual(labels(items), ['elements', 'title', ...others]);
    equal(items[0]?.labelDetails?.description, 'required');
  });

  for (const [name, before, label, after] of [
    ['on an empty line', block('$0'), 'owner', block('owner: ')],
    ['half typed', block('ow$0'), 'owner', block('owner: ')],
    ['between others', block('$0', 'kind: data\n'), 'status', block('status: ', 'kind: data\n')],
    ['a list', '---\nel$0\n---\n', 'elements', '---\nelements:\n  - \n---\n'],
    ['a list of paths', block('$0'), 'attachments', block('attachments:\n  - ')],
    ['whose colon is there', block('onwer$0: Me'), 'owner', block('owner: Me')],
    ['at its start', block('$0onwer: Me'), 'owner', block('owner: Me')],
    ['in quotation marks', block('"onw$0er": Me'), 'owner', block('"owner": Me')],
    ['in an unclosed block', '---\nelements: [1.1.1]\now$0', 'owner', '---\nelements: [1.1.1]\nowner: '],
    [
      'in an unclosed block before text',
      '---\nelements: [1.1.1]\now$0\n\n# A\n',
      'owner',
      '---\nelements: [1.1.1]\nowner: \n\n# A\n',
    ],
    [
      'in an unclosed block, on a new line',
      '---\nelements: [1.1.1]\n$0\n# A\n',
      'owner',
      '---\nelements: [1.1.1]\nowner: \n# A\n',
    ],
    ['where YAML is broken', block('a: b: "c\n$0'), 'owner', block('a: b: "c\nowner: ')],
    [
      'below an unclosed bracket',
      '---\nelements: [1.1.1\now$0\n---\n',
      'owner',
      '---\nelements: [1.1.1\nowner: \n---\n',
    ],
    [
      'below a list',
      '---\nelements:\n  - 1.1.1\n$0\n---\n',
      'owner',
      '---\nelements:\n  - 1.1.1\nowner: \n---\n',
    ],
    [
      'with a byte order mark',
      '\uFEFF---\nelements: 1.1.1\n$0\n---\n',
      'owner',
      '\uFEFF---\nelements: 1.1.1\nowner: \n---\n',
    ],
  ] as const) {
    it(name, () => checkChosen(before, label, after));
    it(`${name}, with CRLF`, () => checkChosen(crlf(before), label, crlf(after)));
  }

  it('offers elements before keys where the list has none yet, and after them else', () => {
    equal(labels(complete('---\nelements:\n$0\n---\n').items)[0], '1.1.1');
    equal(labels(complete('---\nelements:\n  - 1.1.1\n$0\n---\n').items)[0], 'title');
  });
  it('offers the keys of the manifest', () =>
    checkCompletion(block('$0'), [...others, 'team'], {
      files: { 'portfolio.yaml': 'custom-keys: [team]\n' },
    }));
  it('asks for the value where something is to be chosen, and the client says how', () => {
    const { items } = complete('---\n$0\n---\n', { options: { again: 'suggest' } });
    const asking = items.filter(({ command }) => command?.command === 'suggest').map(({ label }) => label);
    const free = frontMatterKeys.flatMap(({ key, holds }) => (holds === 'text' ? key : []));
    deepEqual(
      asking,
      ['elements', ...others].filter((key) => !free.some((known) => known === key)),
    );
    for (const { command } of complete('---\n$0\n---\n').items) equal(command, undefined);
  });

  for (const [name, source, setting] of [
    ['in the value of a key', block('title: $0'), {}],
    ['in the title', '---\nelements: [1.1.1]\ntitle: $0\n---\n', {}],
    ['in the body', block('', '') + 'ow$0', {}],
    ['on the fences', '---$0\nelements: [1.1.1]\n---\n', {}],
    [
      'in a file that the manifest leaves out',
      block('$0'),
      { files: { 'portfolio.yaml': 'exclude: ["**"]\n' } },
    ],
    ['in another tool’s file', '---\nlayout: post\n$0\n---\n', { files: {} }],
    ['in another tool’s file with elements', '---\nelements: [button]\n$0\n---\n', { files: {} }],
    ['in an action plan', '---\ntype: action-plan\n$0\n---\n', {}],
  ] as const)
    it(`offers nothing ${name}`, () => checkCompletion(source, [], setting));
  it('offers them in another file of a portfolio without a manifest only to who asks', () => {
    const files = { 'b.md': block('') };
    ok(labels(complete('---\nlayout: post\n$0\n---\n', { files }).items).includes('elements'));
    checkCompletion('---\nlayout: post\n$0\n---\n', [], { files, options: { trigger: 'typed' } });
  });
});

describe('Completion of front matter values', () => {
  for (const [name, source, offered] of [
    ['in a list', 'strongest: [$0]', ['1.1.1', '3.2.4']],
    ['behind one that is there', 'strongest: [3.2.4, $0]', ['1.1.1', '3.2.4']],
    ['alone', 'strongest: $0', ['1.1.1', '3.2.4']],
    ['below a dash, by words', 'strongest:\n  - accurate$0', ['3.2.4']],
  ] as const)
    it(`offers the file’s own elements as those that it is the strongest for, ${name}`, () => {
      const { items } = complete(`---\nelements: [3.2.4, 1.1.1, 7.7.7]\n${source}\n---\n`);
      deepEqual(labels(items).toSorted(), offered);
      const already = items.flatMap(({ label, detail }) => (detail === 'already in this list' ? label : []));
      deepEqual(already, source.includes('[3.2.4') ? ['3.2.4'] : []);
    });
  it('says what each kind and status means', () => {
    const of = (values: object) =>
      Object.entries(values).map(([value, meaning]) => `${value}:  ${String(meaning)}`);
    deepEqual(words(complete(block('status: $0')).items), of(statuses));
    deepEqual(words(complete(block('kind: $0')).items), of(kinds));
  });
  for (const [before, label, after] of [
    ['status: $0', 'approved', 'status: approved'],
    ['status:$0', 'approved', 'status: approved'],
    ['status: aprov$0', 'approved', 'status: approved'],
    ['status: $0aproved', 'approved', 'status: approved'],
    ['status: aproved$0 # soon', 'approved', 'status: approved # soon'],
    ['status: "$0"', 'in-review', 'status: "in-review"'],
    ["status: 'dr$0", 'draft', "status: 'draft'"],
    ['"status": $0', 'draft', '"status": draft'],
    ['date: $0', '2026-06-15', 'date: 2026-06-15'],
    ['date: 2026-$0', '2026-06-14', 'date: 2026-06-14'],
    ['review-by: $0', '2027-06-15', 'review-by: 2027-06-15'],
  ] as const) {
    it(`${before} to ${label}`, () => checkChosen(block(before), label, block(after)));
    it(`${before} in an unclosed block`, () =>
      checkChosen(`---\nelements: [1.1.1]\n${before}`, label, `---\nelements: [1.1.1]\n${after}`));
  }
  for (const value of [
    'status: draft # $0',
    'status:\n  - $0',
    'status: [$0]',
    'nested:\n  status: $0',
    'status: "draft"$0',
  ])
    it(`offers nothing at ${JSON.stringify(value)}`, () => checkCompletion(block(value), []));
});

describe('Completion of a value that has been typed to its end', () => {
  for (const trigger of ['typed', 'narrowed'] as const) {
    const setting = { options: { trigger } };
    it(`is over, ${trigger}`, () => {
      checkCompletion(block('status: draft$0'), [], setting);
      checkCompletion(block('date: 2026-06-15$0'), [], setting);
      checkCompletion('---\nelements: [3.2.4$0]\n---\n', [], setting);
      checkCompletion(block('attachments: portfolio.yaml$0'), [], { ...setting, path: 'a.md' });
    });
    it(`goes on where there is more, ${trigger}`, () => {
      const files = { ...cse, 'b.md': owned('Clerk'), 'c.md': owned('Clerk of Works') };
      checkCompletion(block('owner: Clerk$0'), ['Clerk', 'Clerk of Works'], { ...setting, files });
      checkCompletion(block('status$0'), others, setting);
    });
  }
  it('goes on for who asks', () => checkCompletion(block('status: draft$0'), Object.keys(statuses)));
});

describe('Completion of dates', () => {
  it('offers today, with the weekday', () =>
    deepEqual(words(complete(block('date: $0')).items), [
      '2026-06-15:  Monday 15 June 2026: today',
      '2026-06-14:  Sunday 14 June 2026: yesterday',
    ]));
  const files = { 'portfolio.yaml': 'assessment-date: 2027-05-12\n' };
  it('offers for the review one year after the date', () => {
    const expected = [
      '2027-03-01:  Monday 1 March 2027: one year after the date',
      '2027-06-15:  Tuesday 15 June 2027: one year from today',
      '2027-05-12:  Wednesday 12 May 2027: the day of the assessment',
    ];
    deepEqual(words(complete(block('review-by: $0', 'date: 2026-03-01\n'), { files }).items), expected);
    const broken = 'date: "2026-03-01"\na: b: c\n';
    deepEqual(words(complete(block(`${broken}review-by: $0`), { files }).items), expected);
  });
  it('offers one year from today where there is no date, or one that does not exist', () => {
    checkCompletion(block('review-by: $0'), ['2027-06-15']);
    checkCompletion(block('date: 2026-02-30\nreview-by: $0'), ['2027-06-15']);
  });
  it('offers no day twice', () => checkCompletion(block('date: 2026-06-15\nreview-by: $0'), ['2027-06-15']));
  it('knows leap years', () =>
    checkCompletion(block('date: 2028-02-29\nreview-by: $0'), ['2029-02-28', '2027-06-15']));
});

const owned = (owner: string, more = ''): string => `---\nelements: [1.1.1]\nowner: ${owner}\n${more}---\n`;

describe('Completion of owners', () => {
  const files: Files = {
    ...cse,
    'b.md': owned('Clerk'),
    'c.md': owned('Head of Libraries'),
    'd.md': owned('"Head of Libraries"'),
    'e.md': owned('"Manager: North, and South"'),
  };
  it('offers those of the portfolio, the most used first', () =>
    deepEqual(words(complete(block('owner: $0'), { files }).items), [
      'Head of Libraries:  keeps 2 items',
      'Clerk:  keeps 1 item',
      'Manager: North, and South:  keeps 1 item',
    ]));
  it('not what is being typed', () =>
    checkCompletion(block('owner: He$0'), ['Head of Libraries', 'Clerk', 'Manager: North, and South'], {
      files,
    }));
  it('replaces all of it', () =>
    checkChosen(block('owner: Head $0of'), 'Head of Libraries', block('owner: Head of Libraries'), {
      files,
    }));
  it('in quotation marks where it needs them', () =>
    checkChosen(
      block('owner: M$0'),
      'Manager: North, and South',
      block('owner: "Manager: North, and South"'),
      { files },
    ));
});

describe('Completion of the next number', () => {
  const numbered = (ref: string): string => `---\nelements: [1.1.1]\nref: ${ref}\n---\n`;
  const setting: Setting = {
    files: { ...cse, 'b.md': numbered('ES 9'), 'c.md': numbered('ES 66'), 'd.md': numbered('X1') },
  };
  it('goes on from the highest', () => checkCompletion(block('ref: $0'), ['ES 67'], setting));
  it('does not count what is being typed', () => checkCompletion(block('ref: ES 999$0'), ['ES 67'], setting));
  it('replaces all of it', () => checkChosen(block('ref: ES$0 6'), 'ES 67', block('ref: ES 67'), setting));
  it('begins somewhere', () => checkCompletion(block('ref: $0'), ['E 1']));
});

describe('Completion of attachments', () => {
  const files: Files = {
    ...cse,
    'attachments/survey 2026.csv': attachment,
    'attachments/old/a.pdf': attachment,
    'attachments/.hidden': attachment,
    'attachments/odd: name.pdf': attachment,
    'evidence/b.md': block('attachments: [../attachments/survey 2026.csv]'),
    'evidence/note.txt': attachment,
    'readme.txt': attachment,
  };
  const setting: Setting = { files };
  it('offers the folders in use, then what is here, then the folder above', () => {
    const { items } = complete(block('attachments:\n  - $0'), setting);
    deepEqual(words(items), [
      '../attachments/:  where other evidence has its attachments',
      'b.md:',
      'note.txt:',
      '../:  the folder above',
    ]);
  });
  it('goes folder by folder, folders first', () => {
    checkCompletion(
      block('attachments: [../$0]'),
      ['attachments/', 'evidence/', 'portfolio.yaml', 'readme.txt'],
      setting,
    );
    checkCompletion(
      block('attachments: [../attachments/$0]'),
      ['old/', 'odd: name.pdf', 'survey 2026.csv'],
      setting,
    );
    checkCompletion(block('attachments: [../attachments/old/$0]'), ['a.pdf'], setting);
  });
  it('by a part of a name, whatever the case', () =>
    checkCompletion(block('attachments:\n  - ../attachments/2026$0'), ['survey 2026.csv'], setting));
  it('nothing outside of the portfolio', () => {
    checkCompletion(block('attachments: [../../$0]'), [], setting);
    checkCompletion(block('attachments: [/$0]'), [], setting);
    checkCompletion(block('attachments: [https://example.org/$0]'), [], setting);
  });
  for (const [before, label, after] of [
    ['attachments:\n  - $0', '../attachments/', 'attachments:\n  - ../attachments/'],
    ['attachments:\n  - ../att$0', 'attachments/', 'attachments:\n  - ../attachments/'],
    [
      'attachments:\n  - ../attachments/$0',
      'survey 2026.csv',
      'attachments:\n  - ../attachments/survey 2026.csv',
    ],
    [
      'attachments:\n  - ../attachments/su$0rv.csv',
      'survey 2026.csv',
      'attachments:\n  - ../attachments/survey 2026.csv',
    ],
    [
      'attachments:\n  - "../attachments/$0"',
      'survey 2026.csv',
      'attachments:\n  - "../attachments/survey 2026.csv"',
    ],
    ['attachments: [../attachments/$0]', 'odd: name.pdf', 'attachments: ["../attachments/odd: name.pdf"]'],
    [
      'attachments: [../attachments/$0x.csv#page=4]',
      'survey 2026.csv',
      'attachments: [../attachments/survey 2026.csv#page=4]',
    ],
    ["attachments: ['../attachments/$0", 'old/', "attachments: ['../attachments/old/'"],
    ['attachments: no$0', 'note.txt', 'attachments: note.txt'],
    ['attachments:\n$0', 'note.txt', 'attachments:\n  - note.txt'],
    ['attachments:\n  - note.txt\n  $0', 'b.md', 'attachments:\n  - note.txt\n  - b.md'],
    ['attachments: $0', 'note.txt', 'attachments: note.txt'],
    ['attachments:$0', 'note.txt', 'attachments: note.txt'],
  ] as const) {
    it(`${JSON.stringify(before)} to ${label}`, () =>
      checkChosen(block(before), label, block(after), setting));
    it(`${JSON.stringify(before)} in an unclosed block`, () =>
      checkChosen(`---\nelements: [1.1.1]\n${before}`, label, `---\nelements: [1.1.1]\n${after}`, setting));
  }
  it('asks again after a folder', () => {
    const { items } = complete(block('attachments:\n  - ../$0'), {
      ...setting,
      options: { again: 'suggest' },
    });
    deepEqual(
      items.map(({ label, command }) => [label, command?.command]),
      [
        ['attachments/', 'suggest'],
        ['evidence/', 'suggest'],
        ['portfolio.yaml', undefined],
        ['readme.txt', undefined],
      ],
    );
  });
});

describe('Completion of a whole evidence file', () => {
  const label = 'Evidence: begin a file';
  const files: Files = { ...cse, 'b.md': '---\nelements: [1.1.1]\nref: ES 66\nowner: Clerk\n---\n' };
  const keys =
    'title: Annual survey\nelements:\n  - \nref: ES 67\nkind: document\nowner: Clerk\nstatus: draft\ndate: 2026-06-15\nreview-by: 2027-06-15\n';
  const headings = '\n# Annual survey\n\n## What we do\n\n\n\n## How we know\n\n## Results\n';
  const path = 'evidence/annual-survey.md';
  for (const [name, before, after] of [
    ['in an empty file', '$0', `---\n${keys}---\n${headings}`],
    ['behind half a word', 'evi$0', `---\n${keys}---\n${headings}`],
    ['behind half a fence', '--$0', `---\n${keys}---\n${headings}`],
    ['behind a fence', '---$0', `---\n${keys}---\n${headings}`],
    ['below a fence', '---\n$0', `---\n${keys}---\n${headings}`],
    [
      'before a text',
      '$0\n# Our survey\n\nText.\n',
      `---\n${keys.replace('Annual', 'Our')}---\n# Our survey\n\nText.\n`,
    ],
    ['in an empty block', '---\n$0\n---\n\nText.\n', `---\n${keys}---\n\nText.\n`],
  ] as const) {
    for (const snippets of [true, false]) {
      const setting = { files, path, options: { snippets } };
      it(`${name}, ${snippets ? 'with' : 'without'} placeholders`, () => checkWhole(before, after, setting));
      if (before.includes('\n'))
        it(`${name}, ${snippets ? 'with' : 'without'} placeholders, with CRLF`, () =>
          checkWhole(crlf(before), crlf(after), setting));
    }
  }

  function checkWhole(before: string, after: string, setting: Setting): void {
    const { items } = complete(before, setting);
    equal(items.filter((item) => item.label === label).length, 1);
    const format = items.find((item) => item.label === label)?.insertTextFormat;
    equal(format, setting.options?.snippets ? InsertTextFormat.Snippet : undefined);
    checkChosen(before, label, after, setting);
  }

  it('in a folder that is no portfolio, for who asks', () => {
    checkCompletion('$0', [label], { files: {} });
    checkCompletion('-$0', [], { files: {}, options: { trigger: 'typed' } });
    checkCompletion('-$0', [label], { files, options: { trigger: 'narrowed' } });
    checkCompletion('---$0', [], { files, options: { trigger: 'typed' } });
  });
  for (const source of [
    '# A$0',
    'Some text$0',
    '---\nelements: [1.1.1]\n---\n$0',
    '$0---\nelements: [1.1.1]\n---\n',
    '\n$0',
    '$0x\n\nText.\n',
  ])
    it(`not at ${JSON.stringify(source)}`, () =>
      ok(!labels(complete(source, { files }).items).includes(label)));
  it('not where the manifest leaves the file out', () =>
    checkCompletion('$0', [], { files: { 'portfolio.yaml': 'include: [evidence/*.md]\n' }, path: 'a.md' }));
});
