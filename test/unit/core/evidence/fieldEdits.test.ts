/** Single values of front matter, set and taken out: the block before, the block after; none where it would be a guess. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { EvidenceFile } from '../../../../server/core/evidence/evidence';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { markReviewed, removeItemAt, setField } from '../../../../server/core/evidence/fieldEdits';
import type { FrontMatterKey } from '../../../../server/core/frontMatter/keys';
import { keyNames } from '../../../../server/core/frontMatter/keys';
import type { Edit } from '../../../../server/core/text/edit';
import { applyEdits } from '../../../../server/core/text/edit';

const own = keyNames(
  new Map<FrontMatterKey, readonly string[]>([
    ['owner', ['cse', 'owner']],
    ['review-by', ['cse', 'dates', 'next']],
    ['date', ['cse', 'dates', 'true']],
  ]),
);

/** @param block between the fences; `own` names go two and three deep */
function edited(
  block: string,
  edit: (evidence: EvidenceFile) => readonly Edit[] | undefined,
  names = keyNames(new Map()),
): string | undefined {
  const text = `---\n${block}\n---\n\nText.\n`;
  const evidence = parseEvidence('file:///a.md', text, names);
  ok(evidence);
  const edits = edit(evidence);
  return edits && applyEdits(text, edits).slice(4, -'\n---\n\nText.\n'.length);
}

/** Braces that do not end: what a key would become in it is a guess. */
const torn = '{ elements: [1.1.1], attachments: [a.pdf, b.pdf]';
/** A fault costs its own lines only. */
const odd = 'elements: [1.1.1]\n? [a\n: b';

describe('A value that is set', () => {
  for (const [before, after] of [
    ['elements: [1.1.1]', 'elements: [1.1.1]\nowner: Ann'],
    ['title: A\nelements: [1.1.1]\nstatus: draft', 'title: A\nelements: [1.1.1]\nowner: Ann\nstatus: draft'],
    ['elements: [1.1.1]\nowner: Ben # since May', 'elements: [1.1.1]\nowner: Ann # since May'],
    ["elements: [1.1.1]\nowner: 'Ben'", "elements: [1.1.1]\nowner: 'Ann'"],
    ['elements: [1.1.1]\nowner:', 'elements: [1.1.1]\nowner: Ann'],
    ['{ elements: [1.1.1] }', '{ elements: [1.1.1], owner: Ann }'],
    ['{ elements: [1.1.1], owner: Ben }', '{ elements: [1.1.1], owner: Ann }'],
    ['elements: [1.1.1]\nowner: { a: Ben }', undefined],
    // What stands before a value and behind it stays.
    ['elements: [1.1.1]\nowner: &a Ben', 'elements: [1.1.1]\nowner: &a Ann'],
    ['elements: [1.1.1]\nowner:   &a !!str', 'elements: [1.1.1]\nowner:   &a !!str Ann'],
    ['elements: [1.1.1]\nowner:\t!!str &a # x', 'elements: [1.1.1]\nowner:\t!!str &a Ann # x'],
    ['elements: [1.1.1]\nowner: # x &a', 'elements: [1.1.1]\nowner: Ann # x &a'],
    ['elements: [1.1.1]\n"owner" : Ben', 'elements: [1.1.1]\n"owner" : Ann'],
    ['elements: [1.1.1]\n? owner\n: Ben # x', 'elements: [1.1.1]\n? owner\n: Ann # x'],
    ['elements: [1.1.1]\n? owner\nkind: data', undefined],
    ['elements: [1.1.1]\nowner:\n  Ben\n  Cy # x', 'elements: [1.1.1]\nowner:\n  Ann # x'],
    ['elements: [1.1.1]\nowner: "Ben\n  | # Cy" # x', 'elements: [1.1.1]\nowner: "Ann" # x'],
    ['elements: [1.1.1]\nowner: a | b', 'elements: [1.1.1]\nowner: Ann'],
    ['elements: [1.1.1]\nowner: "| # a"', 'elements: [1.1.1]\nowner: "Ann"'],
    ['elements: [1.1.1]\nowner: |\n  # Ben', 'elements: [1.1.1]\nowner: Ann'],
    ['elements: [1.1.1]\nowner: |+2  # a # b\n    Ben\n', 'elements: [1.1.1]\nowner: Ann # a # b\n'],
    ['elements: [1.1.1]\nowner: >-\t# a\n  Ben', 'elements: [1.1.1]\nowner: Ann # a'],
    ['  elements: [1.1.1]\n  status: draft', '  elements: [1.1.1]\n  owner: Ann\n  status: draft'],
    ['elements: [1.1.1] # a\n# b', 'elements: [1.1.1] # a\nowner: Ann\n# b'],
    ['status: draft\nelements: [1.1.1]', 'status: draft\nelements: [1.1.1]\nowner: Ann'],
    [
      '# a\nstatus: draft\nx: y\nelements: [1.1.1]',
      '# a\nstatus: draft\nx: y\nelements: [1.1.1]\nowner: Ann',
    ],
    ['{ # a\n  elements: [1.1.1] # b\n}', '{ # a\n  elements: [1.1.1], owner: Ann # b\n}'],
    ['{ elements: [1.1.1], }', '{ elements: [1.1.1], owner: Ann, }'],
    ['{ elements: [1.1.1], owner }', undefined],
    // Empty lines belong to a block of lines that keeps them, and to nothing else.
    [
      'elements:\n  - 1.1.1\n  - 2.1.1\n  - |+\n    3.3.3\n\nstatus: draft',
      'elements:\n  - 1.1.1\n  - 2.1.1\n  - |+\n    3.3.3\n\nowner: Ann\nstatus: draft',
    ],
    [
      'elements:\n  - 1.1.1\n  - a|+\n\nstatus: draft',
      'elements:\n  - 1.1.1\n  - a|+\nowner: Ann\n\nstatus: draft',
    ],
    // Faults on other lines, with values of every kind beside them.
    [
      'elements: [1.1.1]\nmore: { a: [b, { c: d }] }\nnone:\nstatus: "draft\nkind: data',
      'elements: [1.1.1]\nmore: { a: [b, { c: d }] }\nnone:\nstatus: "draft\nkind: data\nowner: Ann',
    ],
    ['elements: [1.1.1]\nowner: "Ben', 'elements: [1.1.1]\nowner: Ann'],
    ['elements: [1.1.1]\nowner: @ben # x', 'elements: [1.1.1]\nowner: Ann'],
    ['elements: [1.1.1]\nowner: Ben\nowner: Cy', undefined],
    [odd, odd.replace('\n', '\nowner: Ann\n')],
    [torn, undefined],
  ] as const)
    it(JSON.stringify(before), () =>
      equal(
        edited(before, (evidence) => setField(evidence, 'owner', 'Ann')),
        after,
      ),
    );

  for (const [before, after] of [
    ['elements: [1.1.1]', 'elements: [1.1.1]\ncse:\n  owner: Ann'],
    ['elements: [1.1.1]\ncse:\n  owner: Ben', 'elements: [1.1.1]\ncse:\n  owner: Ann'],
    [
      'elements: [1.1.1]\ncse:\n    more: x\nlast: y',
      'elements: [1.1.1]\ncse:\n    more: x\n    owner: Ann\nlast: y',
    ],
    ['{ elements: [1.1.1] }', '{ elements: [1.1.1], cse: { owner: Ann } }'],
    // Where it belongs into a map in braces, or into what is none, the writer places it.
    ['{ elements: [1.1.1], cse: { more: x } }', undefined],
    ['elements: [1.1.1]\ncse: { more: x }', undefined],
    ['elements: [1.1.1]\ncse: words', undefined],
  ] as const)
    it(`below a name of the portfolio’s own: ${JSON.stringify(before)}`, () =>
      equal(
        edited(before, (evidence) => setField(evidence, 'owner', 'Ann'), own),
        after,
      ));

  it('three deep, beside what is there', () => {
    const next = (evidence: EvidenceFile) => setField(evidence, 'review-by', '2027-01-01');
    for (const [before, after] of [
      ['elements: [1.1.1]', 'elements: [1.1.1]\ncse:\n  dates:\n    next: 2027-01-01'],
      ['elements: [1.1.1]\ncse:\n  a: b', 'elements: [1.1.1]\ncse:\n  a: b\n  dates:\n    next: 2027-01-01'],
      [
        'elements: [1.1.1]\ncse:\n  dates:\n    true: 2026-01-01\n  a: b',
        'elements: [1.1.1]\ncse:\n  dates:\n    true: 2026-01-01\n    next: 2027-01-01\n  a: b',
      ],
    ] as const)
      equal(edited(before, next, own), after);
  });
});

describe('Evidence that is marked as reviewed', () => {
  const mark = (evidence: EvidenceFile) => markReviewed(evidence, '2026-02-28');
  for (const [before, after] of [
    ['elements: [1.1.1]', 'elements: [1.1.1]\ndate: 2026-02-28\nreview-by: 2027-02-28'],
    ['elements: [1.1.1]\ndate: 2020-01-01', 'elements: [1.1.1]\ndate: 2026-02-28\nreview-by: 2027-02-28'],
    [
      'elements: [1.1.1]\nreview-by: 2020-01-01 # or so\ndate: 2019-01-01',
      'elements: [1.1.1]\nreview-by: 2027-02-28 # or so\ndate: 2026-02-28',
    ],
    [
      'elements: [1.1.1]\ndate:\nreview-by: # x',
      'elements: [1.1.1]\ndate: 2026-02-28\nreview-by: 2027-02-28 # x',
    ],
    // Both or none.
    ['elements: [1.1.1]\ndate: [2020-01-01]', undefined],
    ['elements: [1.1.1]\nreview-by: { a: b }', undefined],
    [torn, undefined],
  ] as const)
    it(JSON.stringify(before), () => equal(edited(before, mark), after));

  it('has both in one insertion, which no editor can turn round', () => {
    const evidence = parseEvidence('file:///a.md', '---\nelements: [1.1.1]\n---\n');
    ok(evidence);
    deepEqual(
      mark(evidence)?.map(({ newText }) => newText),
      ['\ndate: 2026-02-28\nreview-by: 2027-02-28'],
    );
  });
});

describe('A value that is taken out of a list', () => {
  for (const [before, value, after] of [
    ['elements: [1.1.1]\nattachments: [a.pdf, b.pdf]', 'a.pdf', 'elements: [1.1.1]\nattachments: [b.pdf]'],
    ['elements: [1.1.1]\nattachments: [a.pdf, b.pdf]', 'b.pdf', 'elements: [1.1.1]\nattachments: [a.pdf]'],
    [
      'elements: [1.1.1]\nattachments:\n  - a.pdf # one\n  - b.pdf',
      'a.pdf',
      'elements: [1.1.1]\nattachments:\n  - b.pdf',
    ],
    ['elements: [1.1.1]\nattachments: [a.pdf]\nstatus: draft', 'a.pdf', 'elements: [1.1.1]\nstatus: draft'],
    ['elements: [1.1.1]\nattachments: a.pdf\nstatus: draft', 'a.pdf', 'elements: [1.1.1]\nstatus: draft'],
    [
      '{ elements: [1.1.1], attachments: [a.pdf, b.pdf] }',
      'b.pdf',
      '{ elements: [1.1.1], attachments: [a.pdf] }',
    ],
    ['{ elements: [1.1.1], attachments: a.pdf }', 'a.pdf', undefined],
    ['elements: [1.1.1]\nattachments: { a: b.pdf }', 'b.pdf', undefined],
    // With its name, its tag and its dash, however they are set; and not a byte of its neighbours.
    ...(
      [
        ['\n  - &n   !!str a.pdf\n  - b.pdf', '\n  - b.pdf'],
        ['\n  -   a.pdf\n  - b.pdf', '\n  - b.pdf'],
        ['\n  -\ta.pdf \t\n  - b.pdf', '\n  - b.pdf'],
        ['\n  -\n    a.pdf\n  - b.pdf', '\n  - b.pdf'],
        ['\n  - # x\n    &n a.pdf # y\n  - b.pdf', '\n  - b.pdf'],
        ['\n- b.pdf\n-\n  a.pdf', '\n- b.pdf'],
        ['\n  -\n  - a.pdf\n  - b.pdf', '\n  -\n  - b.pdf'],
        [' [ # -\n  a.pdf, b.pdf]', ' [ # -\n  b.pdf]'],
        ['\n  - b.pdf # b\n  # c\n  - a.pdf\n\n# d', '\n  - b.pdf # b\n  # c\n\n# d'],
        [' [&n   !!str a.pdf, b.pdf]', ' [b.pdf]'],
        [' [b.pdf, &n\ta.pdf]', ' [b.pdf]'],
        [' [ b.pdf , a.pdf ] # x', ' [ b.pdf ] # x'],
        [' [b.pdf, a.pdf,]', ' [b.pdf,]'],
        [' [a.pdf, ~, b.pdf]', ' [~, b.pdf]'],
        ['\n  [a.pdf, b.pdf]', '\n  [b.pdf]'],
        [' [\n  a.pdf,\n  b.pdf\n]', ' [\n  b.pdf\n]'],
        [' [\n  b.pdf,\n  a.pdf\n]', ' [\n  b.pdf\n]'],
        // Remarks stay; a # within a word begins none.
        [' [a.pdf # x, y\n  , b.pdf]', ' [ # x, y\n   b.pdf]'],
        [' [b.pdf, # x, y\n  a.pdf # z\n  ]', ' [b.pdf # x, y\n   # z\n  ]'],
        [' [ # all, ours\n  a.pdf, # x\n  b.pdf]', ' [ # all, ours\n   # x\n  b.pdf]'],
        [' [b#1.pdf, a.pdf, c#2.pdf]', ' [b#1.pdf, c#2.pdf]'],
        [' [a.pdf] # x', undefined],
        [' &l\n  - a.pdf', undefined],
        [' |\n  a.pdf', undefined],
      ] as const
    ).map(
      ([list, rest]) =>
        [
          `elements: [1.1.1]\nattachments:${list}\nstatus: draft`,
          list.startsWith(' |') ? '|\n' : 'a.pdf',
          `elements: [1.1.1]\n${rest === undefined ? '' : `attachments:${rest}\n`}status: draft`,
        ] as const,
    ),
    ['elements: [1.1.1]\n? attachments\n: - a.pdf\n  - b.pdf', 'a.pdf', undefined],
    [
      '{ elements: [1.1.1], &k attachments: [a.pdf, b.pdf] }',
      'a.pdf',
      '{ elements: [1.1.1], &k attachments: [b.pdf] }',
    ],
    [
      'elements: [1.1.1]\n&k   attachments: a.pdf\nstatus: draft',
      'a.pdf',
      'elements: [1.1.1]\nstatus: draft',
    ],
    // No value of the list, and no list.
    ['elements: [1.1.1]\nattachments: [a.pdf, b.pdf] # c.pdf', 'c.pdf', undefined],
    ['elements: [1.1.1] # c.pdf', 'c.pdf', undefined],
    [torn, 'a.pdf', undefined],
    [
      `${odd}
attachments: [a.pdf, b.pdf]`,
      'a.pdf',
      `${odd}
attachments: [b.pdf]`,
    ],
  ] as const)
    it(`${value} of ${JSON.stringify(before)}`, () =>
      equal(
        edited(before, (evidence) => removeItemAt(evidence, 'attachments', evidence.text.indexOf(value))),
        after,
      ));
});
