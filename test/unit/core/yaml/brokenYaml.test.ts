/** A block with a broken line: what is known of the lines around it, and of the broken one. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { standingOf } from '../../../../server/core/evidence/titleAndStanding';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { markReviewed, setField } from '../../../../server/core/evidence/fieldEdits';
import { addElement } from '../../../../server/core/evidence/elementEdits';
import { applyEdits } from '../../../../server/core/text/edit';
import type { YamlNode } from '../../../../server/core/yaml/nodes';

const uri = 'file:///anytown/a.md';

const read = (block: string) => {
  const evidence = parseEvidence(uri, `---\n${block}\n---\n\nText.\n`);
  ok(evidence, 'This is evidence.');
  return evidence;
};

function said(node: YamlNode): string {
  switch (node.kind) {
    case 'scalar':
      return node.text;
    case 'list':
      return `[${node.items.map(said).join(', ')}]`;
    case 'map':
      return '{}';
    case 'empty':
    case 'unread':
      return node.kind;
  }
}

/** Around the lines of each row stand a name above and two below. */
const around = (lines: string): string => `owner: Desk\n${lines}\nelements: [3.2.4]\nref: ES 1`;

/** The broken lines, what is read of them, and the lines that are faults. */
const rows: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['a colon in a text', 'title: Complaints: how we deal with them', 'title=unread', ['C']],
  ['no second quotation mark', 'title: "Complaints', 'title=unread', ['s']],
  ['no second apostrophe', "title: 'Complaints", 'title=unread', ['s']],
  ['a text behind quotation marks', 'title: "A" and "B"', 'title=unread', ['and "B"']],
  ['an apostrophe in single quotation marks', "title: 'it's'", 'title=unread', ["s'"]],
  ['an at sign', 'title: @desk', 'title=unread', ['@']],
  ['a backtick', 'title: `code`', 'title=unread', ['`']],
  ['a per cent sign', 'title: %', 'title=unread', ['%']],
  ['a star', 'title: *Anna*', 'title=unread', ['*Anna*']],
  ['an ampersand', 'title: &', 'title=unread', ['&']],
  ['an ampersand and a text', 'title: & Sons: x', 'title=unread', ['&']],
  ['brackets and a text', 'title: [Draft] Survey', 'title=unread', ['Survey']],
  ['braces and a text', 'title: {Draft} Survey', 'title=unread', ['Survey']],
  ['no closing bracket', 'attachments: [a.pdf, b.pdf', 'attachments=[a.pdf, b.pdf]', ['f']],
  ['no closing brace', 'title: { a', 'title=unread', ['a']],
  ['a mark before a text', 'title: > 5 visits', 'title=unread', ['5 visits']],
  ['a colon too many', 'date: 2026-03-01: x', 'date=unread', ['2']],
  ['a colon and nothing', 'title: : x', 'title=unread', [':']],
  ['a line without a colon', 'just some words', '', ['just some words']],
  ['a name without a colon', 'title', '', ['title']],
  ['a name and a word without a colon', 'status draft', 'status=unread', ['status draft']],
  ['no space behind the colon', 'status:draft', 'status=unread', ['status:draft']],
  ['an equals sign', 'status = draft', 'status=unread', ['status = draft']],
  ['a name that stands further in', 'title: T\n  status: draft', 'title=T status=unread', ['status: draft']],
  ['an item of no list', 'title: T\n- 3.2.4', 'title=T', ['- 3.2.4']],
  ['a line of full stops', '...', '', ['...']],
  ['another fence with a text', '--- x: y', '', ['--- x: y']],
  ['a directive', '%YAML 1.2', '', ['%YAML 1.2']],
  ['a tab', 'attachments:\n\t- a.pdf\n\t- b.pdf', 'attachments=[a.pdf, b.pdf]', ['\t']],
  ['one item', 'attachments:\n  - a.pdf\n  - "b.pdf\n  - c.pdf', 'attachments=[a.pdf, c.pdf]', ['f']],
  ['two items', 'attachments:\n- a.pdf\n- @b\n- `c\n- d.pdf', 'attachments=[a.pdf, d.pdf]', ['@', '`']],
  ['an item behind a tab', 'attachments:\n  - a.pdf\n\t- b.pdf', 'attachments=[a.pdf, b.pdf]', ['\t']],
  [
    'brackets over lines at the margin',
    'attachments: [\na.pdf,\nb.pdf\n]\ntitle: "x',
    'attachments=[a.pdf, b.pdf] title=unread',
    ['a', 'x'],
  ],
  [
    'the marks of a conflict',
    '<<<<<<< HEAD\ntitle: A\n||||||| base\nkind: data\n=======\ndate: 2026-01-01\n>>>>>>> main',
    'title=A kind=data date=2026-01-01',
    ['<<<<<<< HEAD', '||||||| base', '=======', '>>>>>>> main'],
  ],
  ['a remark below', 'title: "a\n# more: here\n\nkind: data', 'title=unread kind=data', ['a']],
  [
    'remarks and empty lines in a list',
    'attachments: # all\n  # a: b\n  - a.pdf\n\n  - @b\n# c\n  - d.pdf',
    'attachments=[a.pdf, d.pdf]',
    ['@'],
  ],
  ['a dash alone', 'attachments:\n-\n- @b\n- c.pdf', 'attachments=[empty, c.pdf]', ['@']],
  ['an item that goes on below', 'attachments:\n- a\n  b - c\n- @d', 'attachments=[a b - c]', ['@']],
  ['a remark in a text over lines', 'title: T\n\n  # a\n  kind: data', 'title=T kind=unread', ['kind: data']],
  ['two broken lines', 'title: "a\nkind: b: c', 'title=unread kind=unread', ['a', 'b']],
  ['words below a broken one', 'title: "a\njust some words', 'title=unread', ['a', 'just some words']],
  ['a name that stands there twice', 'title: A\ntitle: B\nkind: "x', 'title=A title=B kind=unread', ['title', 'x']],
  ['full stops at the end of an item', 'attachments:\n  - a...\ntitle: "x', 'attachments=[a...] title=unread', ['x']],
  ['full stops and a word', '... x', '', ['... x']],
  ['dashes and a word', '---- x', '', ['---- x']],
  ['words below a name alone', 'attachments:\nsome words here', 'attachments=empty', ['some words here']],
  ['a remark behind the name of a list', 'attachments: # why\n- a.pdf\n- @b', 'attachments=[a.pdf]', ['@']],
  ['remarks in a list', 'attachments:\n\n  - a.pdf\n  # why\n  - "b\n\n  - c.pdf', 'attachments=[a.pdf, c.pdf]', ['b']],
  ['an item over two lines beside it', 'attachments:\n  - a\n    b\n  - @c', 'attachments=[a b]', ['@']],
  ['an item that stands further in', 'attachments:\n    - a.pdf\n  - b.pdf', 'attachments=[a.pdf, b.pdf]', [' ']],
  ['an item that is a name, too', 'attachments:\n  - a.pdf\n  - b: c: d', 'attachments=[a.pdf]', ['c']],
  ['items below a text', 'title: "T"\n  - a.pdf', 'title=unread', [' ']],
  ['a name below a text in marks', 'title: "T"\n  status: draft', 'title=unread', [' ']],
  ['a name below brackets', 'attachments: [a.pdf]\n  status: draft', 'attachments=unread', [' ']],
  ['a name further down', 'title: T\n\n  # why\n  status: draft\n\n', 'title=T status=unread', ['status: draft']],
  ['a line below an at sign', 'title: @desk\n  more', 'title=unread', ['@']],
  ['a name in marks', '"title": "x', 'title=unread', ['x']],
  ['no closing bracket around marks', `attachments: ["a.pdf", 'b.pdf'`, 'attachments=[a.pdf, b.pdf]', ["'"]],
  ['no closing bracket and no second mark', 'attachments: [a.pdf, "b.pdf', 'attachments=unread', ['f']],
  ['no closing bracket and an apostrophe', "attachments: [a.pdf, it's b", 'attachments=unread', ['b']],
  ['no closing bracket and a colon', 'attachments: [a.pdf, b: c', 'attachments=unread', ['c']],
  ['no closing bracket of two', 'attachments: [a.pdf, [b.pdf', 'attachments=unread', ['f']],
  ['no closing bracket and braces', 'attachments: [a.pdf, {b', 'attachments=unread', ['b']],
  ['a colon behind brackets', 'attachments: [a.pdf]: b', 'attachments=unread', [']']],
  ['one bracket too many', 'attachments: [a.pdf, b.pdf]] # c', 'attachments=[a.pdf, b.pdf]', [']']],
  ['one brace too many', 'attachments: [a.pdf]}', 'attachments=[a.pdf]', ['}']],
]; // prettier-ignore

describe('A broken line', () => {
  for (const [name, lines, expected, faults] of rows)
    for (const end of ['\n', '\r\n', '\r'])
      it(`with ${name} costs that line only${end === '\n' ? '' : `, with ${JSON.stringify(end)}`}`, () => {
        const text = `---\n${around(lines)}\n---\n\nText.\n`.replaceAll('\n', end);
        const evidence = parseEvidence(uri, text);
        ok(evidence?.frontMatter.root.kind === 'map');
        const { span } = evidence.frontMatter.root;
        equal(text.slice(span.start, span.end), around(lines).replaceAll('\n', end));
        for (const { key, value } of evidence.entries) {
          const source = text.slice(key.span.start, key.span.end);
          equal(source, key.plain ? key.text : `"${key.text}"`);
          ok(key.span.end < value.span.start + 1 && value.span.start <= value.span.end, key.text);
          if (value.kind === 'list')
            for (const item of value.items)
              ok(value.span.start < item.span.start && item.span.end <= value.span.end, said(item));
        }
        equal(
          evidence.entries.map(({ key, value }) => `${key.text}=${said(value)}`).join(' '),
          ['owner=Desk', ...(expected === '' ? [] : [expected]), 'elements=[3.2.4]', 'ref=ES 1'].join(' '),
        );
        deepEqual(
          evidence.frontMatter.faults.map(({ span }) => text.slice(span.start, span.end)),
          faults.map((fault) => fault.replaceAll('\n', end)),
        );
      });

  for (const [name, block, expected, faults] of [
    ['above every name', '\n# Why\nsome words here\nelements: 3.2.4\ntitle: "x', 'elements=3.2.4 title=unread', ['some words here', 'x']],
    ['of a name with a bracket', 'x[1]: "a\nelements: 3.2.4', 'elements=3.2.4', ['a']],
  ] as const)
    it(`${name} costs that line only`, () => {
      const { entries, frontMatter, text } = read(block);
      equal(entries.map(({ key, value }) => `${key.text}=${said(value)}`).join(' '), expected);
      deepEqual(frontMatter.faults.map(({ span }) => text.slice(span.start, span.end)), faults);
    }); // prettier-ignore

  it('in the list of elements costs its element only', () => {
    const { elements } = read('elements:\n  - 3.2.4\n  - "1.1.1\n  - 1.1.2 # x\n  - 1.3.2: a: b\ntitle: T');
    deepEqual(
      elements.map(({ id }) => id),
      ['3.2.4', '1.1.2'],
    );
  });

  for (const [block, expected, faults] of [
    ['just some words\ntitle: T\nelements: 1.1.1', 'title=T elements=1.1.1', 1],
    ['# a: b\n\n  title: "T\n  owner: Me\n  elements: 1.1.1', 'title=unread owner=Me elements=1.1.1', 1],
    ['  title: "T\nowner: Me\n  elements: 1.1.1', 'title=unread owner=unread elements=1.1.1', 2],
  ] as const)
    it(`in ${JSON.stringify(block)} costs that line only`, () => {
      const { entries, frontMatter } = read(block);
      equal(entries.map(({ key, value }) => `${key.text}=${said(value)}`).join(' '), expected);
      equal(frontMatter.faults.length, faults);
    });

  it('does not cost what another line refers to', () => {
    const { elements } = read('x: &a 3.2.4\nelements: [*a]\ntitle: "T');
    deepEqual(
      elements.map(({ id }) => id),
      ['3.2.4'],
    );
  });

  for (const status of ['"approved', 'approved: by Anna', '@approved', '*approved', '& approved: x'])
    it(`of the status, ${status}, does not make evidence count`, () =>
      equal(standingOf(read(`elements: 3.2.4\nstatus: ${status}\ntitle: T`), '2026-06-15'), 'draft'));
  for (const line of [
    'status approved',
    'status:approved',
    'status = approved',
    'title: a\n  status: approved',
  ])
    it(`that hides the status, ${JSON.stringify(line)}, does not make evidence count`, () =>
      equal(standingOf(read(`elements: 3.2.4\n${line}`), '2026-06-15'), 'draft'));
  it('of something else lets evidence count', () =>
    equal(standingOf(read('elements: 3.2.4\ntitle: a: b'), '2026-06-15'), 'current'));

  it('is told of very many in time', () => {
    const lines = Array.from({ length: 2000 }, (_, at) => `k${at}: "a`).join('\n');
    ok(read(`${lines}\nelements: [3.2.4]`).frontMatter.faults.length > 0);
    ok(read(`elements:\n${'- @a\n'.repeat(9000)}`).frontMatter.faults.length > 0);
  });
});

describe('An edit of a block with a broken line', () => {
  for (const [name, lines] of rows)
    it(`leaves all else as it is: ${name}`, () => {
      const evidence = read(around(lines));
      const all = [
        setField(evidence, 'owner', 'Team Leader'),
        setField(evidence, 'review-by', '2027-01-01'),
        markReviewed(evidence, '2026-06-15'),
        addElement(evidence, '1.1.1'),
      ];
      // An edit of the broken value itself may be refused.
      ok(all[0] && all[1] && all[3], 'What is sound can be edited.');
      for (const edits of all) {
        if (!edits) continue;
        const after = parseEvidence(uri, applyEdits(evidence.text, edits));
        ok(after);
        equal(after.frontMatter.kind, 'closed');
        ok(after.frontMatter.faults.length <= evidence.frontMatter.faults.length);
        equal(after.text.slice(after.bodyStart), evidence.text.slice(evidence.bodyStart));
        ok(after.text.startsWith('---\n'));
        for (const line of lines.split('\n'))
          if (!line.startsWith('date')) ok(after.text.split('\n').includes(line), line);
      }
    });

  for (const [broken, after = 'title: A new title'] of [
    ['title: a: b'],
    ['"title": a: b', '"title": A new title'],
    ['title: "a\n  b\n\n# Why', 'title: A new title\n\n# Why'],
  ])
    it(`mends the line where its value is what is written: ${JSON.stringify(broken)}`, () => {
      const evidence = read(`${broken}\nelements: 3.2.4\nowner: "x`);
      const edits = setField(evidence, 'title', 'A new title');
      ok(edits);
      equal(applyEdits(evidence.text, edits), `---\n${after}\nelements: 3.2.4\nowner: "x\n---\n\nText.\n`);
    });

  it('adds an item to a list of which one cannot be read', () => {
    const evidence = read('elements:\n  - 3.2.4\n  - "1.1.1\ntitle: T');
    equal(
      applyEdits(evidence.text, addElement(evidence, '1.3.2') ?? []),
      '---\nelements:\n  - 3.2.4\n  - 1.3.2\n  - "1.1.1\ntitle: T\n---\n\nText.\n',
    );
  });
});
