import { deepEqual, equal, ok } from 'node:assert/strict';
import { textWithTitle } from '../../../../server/core/evidence/textWithTitle';
import { foundElements } from '../../../../server/features/views/foundElements';
import { home, indexOf } from '../../support/portfolioFiles';

const portfolio = indexOf({ 'portfolio.yaml': '' }).portfolioAt(`${home}/a.md`)!;
const found = (words: string): string => {
  const { kind, elements } = foundElements(portfolio, { words });
  return `${kind} ${elements
    .slice(0, 2)
    .map(({ id }) => id)
    .join(' ')}`;
};

describe('Elements that are looked for', () => {
  for (const [words, first] of [
    ['3.2.4', 'found 3.2.4'],
    ['3.2.', 'found 3.2.1 3.2.2'],
    ['appraisal', 'found 2.2.3'],
    ['apraisal', 'found 2.2.3'],
    ['survxz', 'nearest 1.3.1'],
    ['zzzqqq', 'all 1.1.1 1.1.2'],
    ['', 'all 1.1.1 1.1.2'],
  ] as const)
    it(`“${words}”: ${first}`, () => ok(found(words).startsWith(first), found(words)));

  it('are all of them where nothing is near', () =>
    equal(foundElements(portfolio, { words: 'zzzqqq' }).elements.length, 57));

  it('by a text, with the words of it that led there', () => {
    const { kind, elements } = foundElements(portfolio, {
      uri: 'file:///notes.md',
      text: '# Annual appraisals\n\nEach member of staff has an appraisal.\n',
    });
    equal(kind, 'found');
    equal(elements[0]?.id, '2.2.3');
    deepEqual(elements[0].because.slice(0, 1), ['appraisals']);
  });
});

describe('A text that is searched', () => {
  for (const [what, text, title, body] of [
    ['a heading', '# Loops\n\nText', 'Loops', '# Loops\n\nText'],
    ['a heading further down', 'Text\n\n## Loops\n', 'notes', 'Text\n\n## Loops\n'],
    ['nothing', '', 'notes', ''],
    ['a title', '---\ntitle: A\nelements: 3.2.4\n---\nText', 'A', 'Text'],
    ['no title, but a heading', '---\nelements: 3.2.4\n---\n# B\n', 'B', '# B\n'],
    ['neither', '---\nelements: 3.2.4\n---\nText', 'notes', 'Text'],
    ['the front matter of something else', '---\nlayout: page\n---\n# C\n', 'C', '# C\n'],
  ] as const)
    it(`with ${what} is called “${title}”`, () => {
      const read = textWithTitle('file:///folder/notes.md', text);
      deepEqual([read.title, read.body.trim()], [title, body.trim()]);
    });
});
