import { deepEqual } from 'node:assert/strict';
import { complete, cse, labels } from '../../support/completing';

const options = { saysMeaning: true };

/** What is said at `$0` in front matter, if anything: label and what an editor matches with. */
const check = (lines: string, expected: readonly string[], files = cse): void => {
  const { items } = complete(`---\ntitle: A\nelements: [1.1.1]\n${lines}\n---\n\n# A\n`, { options, files });
  deepEqual(labels(items), expected);
};

describe('Where nothing can be offered, completion says what a value is for', () => {
  const cases: readonly (readonly [what: string, lines: string, expected: readonly string[]])[] = [
    ['an empty value', 'owner: $0', ['Owner']],
    ['a value begun', 'owner: so$0', ['Owner']],
    ['a value in quotation marks', 'owner: "a # b$0"', ['Owner']],
    ['behind a quotation', 'owner: "Jo" $0', ['Owner']],
    ['an item', 'attachments:\n  - zz$0', ['Attachments']],
    ['a text of several lines', 'team: |\n  one\n  two $0', ['team']],
    ['a text of several lines of ours', 'owner: >\n  one$0', ['Owner']],
    ['a key of somebody’s own', 'team: $0', ['team']],
    ['a map of somebody’s own', 'team:\n  lead: $0', ['team']],
    ['a comment', '# owner$0', []],
    ['a comment behind a value', 'owner: Jo # the$0', []],
  ];
  for (const [what, lines, expected] of cases) it(what, () => check(lines, expected));

  it('by the names that a portfolio has for its keys', () =>
    check('verantwortlich: $0', ['Owner'], {
      'portfolio.yaml': 'standard: customer-service-excellence\nkeys:\n  owner: verantwortlich\n',
    }));

  it('inserts what is there, and matches nothing that is typed', () => {
    const { items } = complete('---\nelements: [1.1.1]\ntitle: The queue$0s\n---\n', { options, files: cse });
    deepEqual(
      items.map(({ textEdit, filterText }) => [textEdit, filterText]),
      [
        [
          {
            range: { start: { line: 2, character: 11 }, end: { line: 2, character: 16 } },
            newText: 'queue',
          },
          ' ',
        ],
      ],
    );
  });

  it('in portfolio.yaml, too', () => {
    const say = (text: string): readonly string[] =>
      labels(complete(text, { options, path: 'portfolio.yaml', files: {} }).items);
    deepEqual(say('title: My$0'), ['title']);
    deepEqual(say('# title$0'), []);
  });

  it('and is silent where it is not asked, where choices are, in the text, and in files of another kind', () => {
    check('status: $0', ['draft', 'in-review', 'approved', 'withdrawn']);
    const nothing = (text: string, trigger?: 'typed' | 'narrowed', says = true): void =>
      deepEqual(
        labels(
          complete(text, { options: { saysMeaning: says, ...(trigger ? { trigger } : {}) }, files: cse })
            .items,
        ),
        [],
      );
    const asked = '---\nelements: [1.1.1]\ntitle: $0\n---\n';
    nothing(asked, 'typed');
    nothing(asked, 'narrowed');
    nothing(asked, undefined, false);
    nothing('---\nelements: [1.1.1]\n---\n\nzebra$0\n');
    nothing('---\ntype: note\ntitle: $0\n---\n');
  });
});
