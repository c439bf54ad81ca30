import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { GivenValues } from '../../../../server/core/evidence/valueEdits';
import { frontMatterKeys } from '../../../../server/core/frontMatter/keys';
import { applyEdits } from '../../../../server/core/text/edit';
import { setDetailsIn } from '../../../../server/features/editing/editsOfDetails';
import type { ThisFile, ThisFileDetail } from '../../../../server/features/views/thisFile';
import { thisFile } from '../../../../server/features/views/thisFile';
import type { Files } from '../../support/portfolioFiles';
import { at, home, indexOf } from '../../support/portfolioFiles';

/** The view of `a.md`, and what its text says at a range. */
function viewOf(text: string, others: Files = {}): { view: ThisFile; said: (range: Range) => string } {
  const index = indexOf({ 'portfolio.yaml': '', 'a.md': text, ...others });
  const uri = at('a.md');
  const portfolio = index.portfolioAt(uri)!;
  const evidence = portfolio.evidence.get(uri)!;
  const document = TextDocument.create(uri, 'markdown', 0, text);
  return {
    view: thisFile(portfolio, evidence, index.findings(uri), (other) => index.textOf(other)),
    said: (range) => document.getText(range),
  };
}

/** `a.md` when it has been told some details. */
function given(text: string, values: GivenValues): string | undefined {
  const uri = at('a.md');
  const portfolio = indexOf({ 'portfolio.yaml': '', 'a.md': text }).portfolioAt(uri)!;
  const outcome = setDetailsIn(portfolio, { uri, text }, values);
  const [edit] = outcome.kind === 'edits' ? outcome.edits : [];
  return edit?.kind === 'edit' ? applyEdits(text, edit.edits) : undefined;
}

const evidence = (front: string, body = '# Survey\n\nText.\n'): string => `---\n${front}\n---\n\n${body}`;

describe('This File: elements', () => {
  it('come in the order of the file with their words, their state and their place', () => {
    const { view, said } = viewOf(evidence('elements: [3.2.4, 1.3.2, 3.2.4, 9.9.9, 3.2]\nstatus: draft'), {
      'b.md': evidence('elements: 1.3.2'),
    });
    deepEqual(
      view.elements.map(({ id, title, state, current, range }) => [
        id,
        title.slice(0, 14),
        state,
        current,
        said(range),
      ]),
      [
        ['3.2.4', 'We can demonst', 'draft', 0, '3.2.4'],
        ['1.3.2', 'We analyse and', 'evidenced', 1, '1.3.2'],
        ['9.9.9', '', undefined, undefined, '9.9.9'],
        ['3.2', '', undefined, undefined, '3.2'],
      ],
    );
    equal(view.root, home);
    equal(view.title, 'Survey');
  });

  it('have their guidance, with the boxes that the file has for it', () => {
    const { view, said } = viewOf(
      evidence(
        'elements: 3.2.4',
        '- [x] Complaints and comments from customers.\n- [ ] Customers’ views and feedback on the accuracy of the information: none yet\n',
      ),
    );
    const [element] = view.elements;
    deepEqual(element?.points, { addressed: 1, total: 4 });
    deepEqual(
      element.guidance.map(({ isDone, mark }) => [isDone, mark && said(mark)]),
      [
        [false, ' '],
        [false, null],
        [true, 'x'],
        [false, null],
      ],
    );
    equal(viewOf(evidence('elements: 3.2.4')).view.elements[0]?.points, undefined);
  });
});

describe('This File: details', () => {
  const detail = (text: string, key: string): ThisFileDetail =>
    viewOf(text).view.details.find((candidate) => candidate.key === key)!;

  for (const [front, key, state, words] of [
    ['title: A survey', 'title', 'given', 'A survey'],
    ['ref: ES 7', 'ref', 'given', 'ES 7'],
    ['ref: ES 7', 'title', 'missing', '“Survey”, from the heading: click to say another'],
    ['ref: ES 7', 'owner', 'missing', 'not said: click to choose'],
    ['owner:', 'owner', 'missing', 'not said: click to choose'],
    ['ref: ES 7', 'status', 'missing', 'not said, which counts as approved: click to choose'],
    ['kind: data', 'kind', 'given', 'data: Figures, such as survey results or performance reports.'],
    ['status: in-review', 'status', 'given', 'in review: Written, and waiting for approval.'],
    ['status: approved', 'status', 'given', 'approved: It counts as current evidence until its review date.'],
    ['date: 2026-03-01', 'date', 'given', 'Sunday 1 March 2026'],
    [
      'date: 2026-02-30',
      'date',
      'invalid',
      '“2026-02-30” cannot be right: write a day that exists, as year-month-day',
    ],
    ['review-by: 2026-06-14', 'review-by', 'given', 'overdue for 1 day: Sunday 14 June 2026'],
    ['review-by: 2026-06-15', 'review-by', 'given', 'due today: Monday 15 June 2026'],
    ['review-by: 2026-06-17', 'review-by', 'given', 'due in 2 days: Wednesday 17 June 2026'],
    ['attachments: [../a/b c.pdf, https://x.org/y]', 'attachments', 'given', 'b c.pdf, https://x.org/y'],
    ['attachments: []', 'attachments', 'given', 'none'],
    [
      'attachments: [a/b.pdf#page=4, "s.xlsx#Sheet 2!A1", c.pdf?x, "https://a.org/b#page=7", "https://a.org/#b"]',
      'attachments',
      'given',
      'b.pdf (page 4), s.xlsx (Sheet 2, cell A1), c.pdf, https://a.org/b (page 7), https://a.org/#b',
    ],
    [
      "attachments: ['H:\\a.pdf']",
      'attachments',
      'given',
      'H:\\a.pdf (only your own computer or network can open it)',
    ],
  ] as const)
    it(`${front}: ${key} is ${state}, “${words}”`, () => {
      const found = detail(evidence(`elements: 3.2.4\n${front}`), key);
      deepEqual([found.state, found.words], [state, words]);
      equal(found.isBlocked, false);
    });

  it('are all keys but elements, with what they are for', () => {
    const { details } = viewOf(evidence('elements: 3.2.4')).view;
    deepEqual(
      details.map(({ label }) => label),
      frontMatterKeys.flatMap(({ key, label }) => (key === 'elements' ? [] : label)),
    );
    ok(details.every(({ description }) => description.endsWith('.')));
  });

  it('have the place of their value', () => {
    const { view, said } = viewOf(evidence('elements: 3.2.4\nowner: "The desk" # for now'));
    equal(said(view.details.find(({ key }) => key === 'owner')!.range), '"The desk"');
  });

  it('cannot be given in a block that cannot be read, and lead to what is to be mended', () => {
    const { details } = viewOf('---\n{ elements: [3.2.4], owner: "x }\n---\n').view;
    for (const { isBlocked, state, words, range } of details) {
      equal(isBlocked, state === 'missing');
      if (state !== 'missing') continue;
      equal(words, 'missing: line 2 has to be mended before it can be added. Click to go there');
      // What is typed at a place takes the place of nothing.
      deepEqual(range.start, range.end);
    }
  });

  it('tell what is known around a broken line, and what is not', () => {
    const { details } = viewOf(
      evidence('title: Complaints: how we deal with them\nelements: 3.2.4\nowner: Desk\ndate: "2026'),
    ).view;
    const words = Object.fromEntries(details.map((one) => [one.key, [one.state, one.words]]));
    deepEqual(words['title'], ['invalid', 'cannot be read: see what is to be put right']);
    deepEqual(words['owner'], ['given', 'Desk']);
    equal(words['date']?.[0], 'invalid');
    equal(words['status']?.[0], 'missing');
  });

  for (const [name, before, after] of [
    [
      'an unclosed block',
      '---\nelements: 3.2.4\n\nText.\n',
      '---\nelements: 3.2.4\nowner: x\n---\n\nText.\n',
    ],
    [
      'a block closed otherwise',
      '---\nelements: 3.2.4\n----\n\nText.\n',
      '---\nelements: 3.2.4\nowner: x\n---\n\nText.\n',
    ],
    [
      'a block with a broken line',
      '---\ntitle: a: b\nelements: 3.2.4\n---\n',
      '---\ntitle: a: b\nelements: 3.2.4\nowner: x\n---\n',
    ],
    ['nothing but a tilde', '---\nelements: 3.2.4\nowner: ~\n---\n', '---\nelements: 3.2.4\nowner: x\n---\n'],
  ] as const)
    it(`can be given in ${name}`, () => {
      equal(detail(before, 'owner').isBlocked, false);
      equal(given(before, { owner: 'x' }), after);
    });

  for (const [key, before, after] of [
    ['owner', 'elements: 3.2.4', 'elements: 3.2.4\nowner: x'],
    ['title', 'elements: 3.2.4', 'title: x\nelements: 3.2.4'],
    [
      'ref',
      'elements:\n  - 3.2.4 # the first\n  - 3.2.1\nowner: Desk',
      'elements:\n  - 3.2.4 # the first\n  - 3.2.1\nref: x\nowner: Desk',
    ],
    [
      'owner',
      'elements: [\n  3.2.4,\n  3.2.1\n] # all\nstatus: draft',
      'elements: [\n  3.2.4,\n  3.2.1\n] # all\nowner: x\nstatus: draft',
    ],
    ['owner', 'elements: 3.2.4\nowner:', 'elements: 3.2.4\nowner: x'],
    ['attachments', 'elements: 3.2.4\nstatus: draft', 'elements: 3.2.4\nstatus: draft\nattachments:\n  - x'],
    [
      'attachments',
      'elements: 3.2.4\nattachments:\nother: 1',
      'elements: 3.2.4\nattachments:\n  - x\nother: 1',
    ],
  ] as const)
    for (const end of ['\n', '\r\n'])
      it(`can be given: ${key} in ${JSON.stringify(before)}${end === '\n' ? '' : ' with CRLF'}`, () => {
        const text = evidence(before).replaceAll('\n', end);
        equal(detail(text, key).isBlocked, false);
        equal(given(text, { [key]: 'x' }), evidence(after).replaceAll('\n', end));
      });
});

describe('This File: findings', () => {
  it('are those of the file, as diagnostics', () => {
    const { view, said } = viewOf(evidence('elements: [3.2.9]'));
    deepEqual(
      view.findings.map(({ code, source, range }) => [code, source, said(range)]),
      [['element-unknown', 'Evidence Portfolio', '3.2.9']],
    );
    ok(view.findings[0]?.data);
  });
});

describe('This File: other evidence', () => {
  it('is what names the same elements, without what is withdrawn; most in common first', () => {
    const { view } = viewOf(evidence('elements: [3.2.4, 1.3.2]'), {
      'b.md': evidence('elements: 1.3.2\nowner: Desk'),
      'c.md': evidence('elements: [1.3.2, 3.2.4, 5.1.1]'),
      'd.md': evidence('elements: 1.3.2\nstatus: withdrawn'),
      'e.md': evidence('elements: 5.1.1'),
    });
    deepEqual(
      view.others.map(({ uri, elements, owner }) => [uri, elements, owner]),
      [
        [at('c.md'), ['3.2.4', '1.3.2'], null],
        [at('b.md'), ['1.3.2'], 'Desk'],
      ],
    );
    equal(view.moreOthers, 0);
  });

  it('is cut where there is much of it', () => {
    const many = Object.fromEntries(
      Array.from({ length: 33 }, (_, n) => [`x${n}.md`, evidence('elements: 3.2.4')]),
    );
    const { view } = viewOf(evidence('elements: 3.2.4'), many);
    deepEqual([view.others.length, view.moreOthers], [30, 3]);
    equal(view.others[2]?.uri, at('x2.md'));
  });

  it('is plain data, all of it', () => {
    const { view } = viewOf(evidence('elements: [3.2.4, 3.2.9]'), { 'b.md': evidence('elements: 3.2.4') });
    deepEqual(JSON.parse(JSON.stringify(view)), view);
  });
});
