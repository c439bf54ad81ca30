import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Setting } from '../../support/completing';
import { against, checkChosen, checkCompletion, complete, crlf, cse, labels } from '../../support/completing';
import type { Files } from '../../support/portfolioFiles';
import { attachment } from '../../support/portfolioFiles';

const file = (body: string): string => `---\ntitle: A\nelements: [3.2.4]\n---\n\n${body}\n`;
const typed: Setting = { options: { trigger: 'typed' } };
const narrowed: Setting = { options: { trigger: 'narrowed' } };

describe('Completion of IDs in headings', () => {
  it('offers all elements, those of the file first', () => {
    const { items } = complete(file('## $0'));
    equal(items.length, 57);
    deepEqual(labels(items).slice(0, 3), ['3.2.4', '1.1.1', '1.1.2']);
    equal(items[0]?.detail, 'in this file');
    equal(items[1]?.detail, '● no evidence yet');
  });
  for (const [before, label, after] of [
    ['## $0', '3.2.4', '## 3.2.4'],
    ['## 3.2$0', '3.2.1', '## 3.2.1'],
    ['## 3.2.$09 Words', '3.2.1', '## 3.2.1 Words'],
    ['## 3.2$0.9 Words', '3.2.1', '## 3.2.1 Words'],
    ['   ###### accurate compl$0', '3.2.4', '   ###### 3.2.4'],
    ['Text\n\n# 1.1.$0\n\nText', '1.1.1', 'Text\n\n# 1.1.1\n\nText'],
  ] as const) {
    it(JSON.stringify(before), () => checkChosen(file(before), label, file(after)));
    it(`${JSON.stringify(before)}, with CRLF`, () =>
      checkChosen(crlf(file(before)), label, crlf(file(after))));
  }
  it('to who types only what begins an ID', () => {
    checkCompletion(file('## 3.2.$0'), ['3.2.4', '3.2.1', '3.2.2', '3.2.3'], typed);
    checkCompletion(file('## $0'), [], typed);
    checkCompletion(file('## What$0'), [], typed);
    checkCompletion(file('## Customer satisf$0'), ['1.3.1', '…'], narrowed);
    checkCompletion(file('## Customer satisfying zebras$0'), [], narrowed);
    checkCompletion(file('## A$0'), [], narrowed);
  });
  for (const source of ['##$0', 'Text ## $0', '    ## $0', '## 3.2.4 $0'])
    it(`nothing at ${JSON.stringify(source)}`, () => checkCompletion(file(source), []));
});

describe('Completion of IDs behind the word for them', () => {
  for (const [before, label, after] of [
    ['See element $0', '3.2.4', 'See element 3.2.4'],
    ['See element 3$0.', '3.2.4', 'See element 3.2.4.'],
    ['Elements 1.1.1 and $0', '1.1.2', 'Elements 1.1.1 and 1.1.2'],
    ['elements 1.1.1, 1.$0', '1.1.2', 'elements 1.1.1, 1.1.2'],
    ['for this element accurate compl$0', '3.2.4', 'for this element 3.2.4'],
    ['see criterion $0', '3', 'see criterion 3'],
    ['see sub-criterion 1.$0', '1.2', 'see sub-criterion 1.2'],
    ['| Element $0 |', '3.2.4', '| Element 3.2.4 |'],
  ] as const)
    it(JSON.stringify(before), () => checkChosen(file(before), label, file(after)));
  it('only what the word stands for', () => {
    checkCompletion(file('criterion $0'), ['1', '2', '3', '4', '5']);
    checkCompletion(file('sub-criterion 1$0'), ['1.1', '1.2', '1.3']);
  });
  it('to who types only what begins an ID, or at once', () => {
    equal(complete(file('element $0'), typed).items.length, 57);
    equal(complete(file('element 3.2.$0'), typed).items.length, 4);
    checkCompletion(file('The element of$0'), [], typed);
    checkCompletion(file('The element of$0'), [], narrowed);
    checkCompletion(file('The element accu$0'), ['3.2.4', '…'], narrowed);
  });
  it('in the words of another standard', () =>
    checkCompletion('Criterion $0', ['1', '2'], { files: against('small'), path: 'notes.md' }));
  for (const source of [
    'elements$0',
    'elementary 3$0',
    'See 3.2$0',
    'element 3.2.4 $0',
    'element 3.2.4. The next $0',
    'element: 3$0',
  ])
    it(`nothing at ${JSON.stringify(source)}`, () => checkCompletion(file(source), []));
  it('nothing in a folder that is no portfolio', () =>
    checkCompletion('element $0\n\nText.\n', [], { files: {} }));
});

describe('Completion of links', () => {
  const files: Files = {
    ...cse,
    'attachments/survey (2026) 50%.csv': attachment,
    'attachments/a b/c.pdf': attachment,
    'evidence/b.md': file(''),
    'evidence/old & new/x.md': attachment,
  };
  const setting: Setting = { files };
  for (const [before, label, after] of [
    ['[x]($0)', 'b.md', '[x](b.md)'],
    ['[x]($0', 'b.md', '[x](b.md'],
    ['[x]($0c.md#top)', 'b.md', '[x](b.md#top)'],
    ['[x](<$0c.md?x#page=4>)', 'b.md', '[x](<b.md?x#page=4>)'],
    ['![x]($0)', 'b.md', '![x](b.md)'],
    ['[x](../att$0)', 'attachments/', '[x](../attachments/)'],
    ['[x](../attachments/$0)', 'a b/', '[x](../attachments/a%20b/)'],
    ['[x](../attachments/a%20b/$0)', 'c.pdf', '[x](../attachments/a%20b/c.pdf)'],
    [
      '[x](../attachments/$0)',
      'survey (2026) 50%.csv',
      '[x](../attachments/survey%20%282026%29%2050%25.csv)',
    ],
    [
      '[x](../attachments/sur$0vey.csv "t")',
      'survey (2026) 50%.csv',
      '[x](../attachments/survey%20%282026%29%2050%25.csv "t")',
    ],
    ['[x](<../attachments/$0>)', 'survey (2026) 50%.csv', '[x](<../attachments/survey (2026) 50%25.csv>)'],
    [
      '[x](<../attachments/survey (20$0)',
      'survey (2026) 50%.csv',
      '[x](<../attachments/survey (2026) 50%25.csv>',
    ],
    ['[x](<../attachments/$0)', 'a b/', '[x](<../attachments/a b/'],
    ['[x](ol$0)', 'old & new/', '[x](old%20%26%20new/)'],
    ['[x]: $0', 'b.md', '[x]: b.md'],
    ['[x]: ../$0', 'attachments/', '[x]: ../attachments/'],
    ['One [y](b.md) and [x]($0) more', '../', 'One [y](b.md) and [x](../) more'],
  ] as const)
    it(JSON.stringify(before), () => checkChosen(file(before), label, file(after), setting));
  for (const source of [
    '[x](https://$0)',
    '[x](/$0)',
    '[x](#$0)',
    '[x](b.md#$0)',
    '[x](../../$0)',
    '[x]$0',
    '[x](b.md)$0',
    '[x](b.md "$0")',
  ])
    it(`nothing at ${JSON.stringify(source)}`, () => checkCompletion(file(source), [], setting));
  it('nothing where the editor does it', () =>
    checkCompletion(file('[x]($0)'), [], { files, options: { ownLinkPaths: true } }));
  it('finds what it has encoded again', () => {
    for (const { filterText } of complete(file('[x](../attachments/survey%20$0)'), setting).items)
      ok(filterText?.startsWith('../attachments/survey%20'), filterText);
  });
});
