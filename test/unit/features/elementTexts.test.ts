/** Values under `elements` that are no ID alone: what is found, what counts, and what the first fix leaves. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { actionsFor, filesAfter } from '../support/codeActions';
import { at, home, indexOf } from '../support/portfolioFiles';
import type { Files } from '../support/portfolioFiles';

const quiet = 'body-empty, title-missing, element-uncovered, element-unquoted'.replace(/,|$/g, ': off,');
const manifest = `rules: { ${quiet} }\n`;
const filesOf = (lines: readonly string[], end: string): Files => ({
  'a.md': `---\ntitle: T\n${lines.join('\n')}\nowner: Me\n---\n\nText.\n`.replaceAll('\n', end),
  'portfolio.yaml': manifest,
});

/** Lines before; lines after the first fix; the elements that count before it. Findings are gone after it. */
type Row = readonly [readonly string[], readonly string[], string];

const several: readonly Row[] = [
  [['elements:', '  - 3.2.4, 1.1.1'], ['elements:', '  - 3.2.4', '  - 1.1.1'], '1.1.1 3.2.4'],
  [['elements:', '- 3.2.4; 1.1.1', '- 2.1.1'], ['elements:', '- 3.2.4', '- 1.1.1', '- 2.1.1'], '1.1.1 2.1.1 3.2.4'],
  [['elements: [3.2.4/1.1.1]'], ['elements: [3.2.4, 1.1.1]'], '1.1.1 3.2.4'],
  [['elements: 3.2.4/1.1.1'], ['elements: [3.2.4, 1.1.1]'], '1.1.1 3.2.4'],
  [['elements: 3.2.4 and 1.1.1'], ['elements: [3.2.4, 1.1.1]'], '1.1.1 3.2.4'],
  [['elements: 3.2.4 & 1.1.1 # a'], ['elements: [3.2.4, 1.1.1] # a'], '1.1.1 3.2.4'],
  [['elements: "3.2.4, 1.1.1"'], ['elements: [3.2.4, 1.1.1]'], '1.1.1 3.2.4'],
  [['elements: ["3.2.4, 1.1.1", 2.1.1]'], ['elements: ["3.2.4", "1.1.1", 2.1.1]'], '1.1.1 2.1.1 3.2.4'],
  [["elements:", "  - '3.2.4, 1.1.1'"], ["elements:", "  - '3.2.4'", "  - '1.1.1'"], '1.1.1 3.2.4'],
  [['elements:', '  - 1.1.1 – 1.1.3'], ['elements:', '  - 1.1.1', '  - 1.1.2', '  - 1.1.3'], '1.1.1 1.1.2 1.1.3'],
  [['elements: 1.1.1-1.1.3'], ['elements: [1.1.1, 1.1.2, 1.1.3]'], '1.1.1 1.1.2 1.1.3'],
  [['elements: 1.1.1 to 3'], ['elements: [1.1.1, 1.1.2, 1.1.3]'], '1.1.1 1.1.2 1.1.3'],
  [['elements:', '  - 3.2.4', '    1.1.1'], ['elements:', '  - 3.2.4', '  - 1.1.1'], '1.1.1 3.2.4'],
  [['elements:', '  3.2.4', '  1.1.1'], ['elements:', '  - 3.2.4', '  - 1.1.1'], '1.1.1 3.2.4'],
  [['elements: 3.2.4', '  1.1.1'], ['elements: [3.2.4, 1.1.1]'], '1.1.1 3.2.4'],
  [['elements: |', '  3.2.4', '  1.1.1'], ['elements: [3.2.4, 1.1.1]'], '1.1.1 3.2.4'],
  [['elements: >-', '  3.2.4', '  1.1.1'], ['elements: [3.2.4, 1.1.1]'], '1.1.1 3.2.4'],
  [['elements:', '  - |', '    3.2.4', '    1.1.1', '  - 2.1.1'], ['elements:', '  - 3.2.4', '  - 1.1.1', '  - 2.1.1'], '1.1.1 2.1.1 3.2.4'],
  [['elements:', '  • 3.2.4', '  • 1.1.1'], ['elements:', '  - 3.2.4', '  - 1.1.1'], '1.1.1 3.2.4'],
  [['elements:', '  – 1.1.1', '  – 1.1.3'], ['elements:', '  - 1.1.1', '  - 1.1.3'], '1.1.1 1.1.3'],
  [['elements:', '  1) 3.2.4', '  2) 1.1.1'], ['elements:', '  - 3.2.4', '  - 1.1.1'], '1.1.1 3.2.4'],
  [['elements:', '  - 3.2.4, 9.9.9'], ['elements:', '  - 3.2.4', '  - 9.9.9'], ''],
  [['elements:', '  - 3.2.4 Accuracy, 1.1.1 Segments'], ['elements:', '  - 3.2.4 # Accuracy', '  - 1.1.1 # Segments'], ''],
  [['elements:', '  - 3.2.4 or 1.1.1 # a'], ['elements:', '  - 3.2.4', '  - 1.1.1 # a'], ''],
  [['elements:', '  - 3.2.4, 1.1.1', '  - 1.1.1'], ['elements:', '  - 3.2.4', '  - 1.1.1'], '1.1.1 3.2.4'],
  [['elements:', '  - [3.2.4, 1.1.1]', '  - 2.1.1'], ['elements:', '  - 3.2.4', '  - 1.1.1', '  - 2.1.1'], '2.1.1'],
  [['elements: [[3.2.4]]'], ['elements: [3.2.4]'], ''],
  [['elements:', '  - - 3.2.4', '    - 1.1.1'], ['elements:', '  - 3.2.4', '  - 1.1.1'], ''],
  [['elements:', '  3.2.4: Accuracy', '  1.1.1: Segments'], ['elements:', '  - 3.2.4 # Accuracy', '  - 1.1.1 # Segments'], ''],
  [['elements: { 3.2.4: Accuracy, 1.1.1: x }'], ['elements: [3.2.4, 1.1.1]'], ''],
]; // prettier-ignore

const inside: readonly Row[] = [
  [['elements: [CSE 3.2.4]'], ['elements: [3.2.4]'], '3.2.4'],
  [['elements: CSE3.2.4'], ['elements: 3.2.4'], '3.2.4'],
  [['elements:', '  - Element 3.2.4'], ['elements:', '  - 3.2.4'], '3.2.4'],
  [['elements:', '  - 3.2.4 Accuracy'], ['elements:', '  - 3.2.4 # Accuracy'], ''],
  [['elements:', '  - "3.2.4: Accuracy"'], ['elements:', '  - "3.2.4" # Accuracy'], ''],
  [['elements:', '  - 3.2.4: Accuracy of information'], ['elements:', '  - 3.2.4 # Accuracy of information'], ''],
  [['elements:', '  - 3.2.4:'], ['elements:', '  - 3.2.4'], ''],
  [['elements:', '  - 3.2.4 (part)'], ['elements:', '  - 3.2.4 # (part)'], ''],
  [['elements:', '  - "[3.2.4]"'], ['elements:', '  - "3.2.4"'], '3.2.4'],
  [['elements: ["3.2.4."]'], ['elements: ["3.2.4"]'], '3.2.4'],
  [['elements:', '  - • 3.2.4', '  - · 1.1.1'], ['elements:', '  - 3.2.4', '  - · 1.1.1'], '1.1.1 3.2.4'],
  [['elements:', '  - 1) 3.2.4'], ['elements:', '  - 3.2.4'], '3.2.4'],
  [['elements:', '  - CSE 3.2.4', '  - 3.2.4'], ['elements:', '  - 3.2.4'], '3.2.4'],
  [['elements:', '  - 3-2-4', '  - 3.2.4'], ['elements:', '  - 3.2.4'], '3.2.4'],
  [['elements: 3-2-4'], ['elements: 3.2.4'], ''],
  [['elements: [3.2.4\u200b]'], ['elements: [3.2.4]'], '3.2.4'],
  [['elements:', '  - 3.2\u00ad.4'], ['elements:', '  - 3.2.4'], '3.2.4'],
  [['elements:', '  - "\u20603.2.4"'], ['elements:', '  - "3.2.4"'], '3.2.4'],
  [['elements: [\u00a03.2.4]'], ['elements: [3.2.4]'], '3.2.4'],
  [['elements: [３.２.４]'], ['elements: [3.2.4]'], '3.2.4'],
]; // prettier-ignore

const hold = (name: string, rows: readonly Row[], rules: readonly string[]): void => {
  describe(name, () => {
    for (const [before, after, counted] of rows)
      it(before.join(' ⏎ '), () => {
        for (const end of ['\n', '\r\n']) {
          const files = filesOf(before, end);
          const index = indexOf(files);
          const findings = index.findings(at('a.md')).filter(({ rule }) => rules.includes(rule));
          ok(findings.length > 0);
          const portfolio = index.portfolioAt(home)!;
          const covered = portfolio.standard.elements.filter(({ id }) => portfolio.citations(id) > 0);
          equal(covered.map(({ id }) => id).join(' '), counted);
          const [action] = actionsFor(index, 'a.md', findings.slice(0, 1), { only: ['quickfix'] });
          ok(action, findings[0]?.message);
          deepEqual(filesAfter(files, action)['a.md'], filesOf(after, end)['a.md']);
        }
      });
  });
};

hold('A value that names several elements', several, ['front-matter-value']);
hold('A value that has more in it than an ID', inside, ['element-unknown', 'front-matter-value']);

describe('What is said of such a value', () => {
  const said = (...lines: readonly string[]): readonly string[] =>
    indexOf(filesOf(lines, '\n'))
      .findings(at('a.md'))
      .map(({ rule, message }) => `${rule}: ${message}`);

  it('is one finding for a text with several', () =>
    deepEqual(said('elements: [1.1.1 – 1.1.3]'), [
      'front-matter-value: “1.1.1 – 1.1.3” stands for 1.1.1, 1.1.2 and 1.1.3 in one text. Write each ID on its own: in square brackets with commas between them, or each on a line that starts with a dash.',
    ]));
  it('says where nothing counts', () =>
    ok(said('elements: [3.2.4 or 1.1.1]')[0]?.endsWith('Until then, none of them counts.')));
  it('names a character that nobody sees', () =>
    deepEqual(said('elements: [3.2.4\u200b]'), [
      'element-unknown: There is a zero-width space in “3.2.4”, which is easy to overlook. Write 3.2.4.',
    ]));
  it('takes the ID out of words', () =>
    deepEqual(said('elements: [CSE 3.2.4]'), [
      'element-unknown: “CSE 3.2.4” has more in it than an ID. Write 3.2.4 alone.',
    ]));
  it('leaves the ID to did you mean where it is written in another way', () =>
    ok(
      said('elements: [03.02.04]')[0]?.startsWith(
        'element-unknown: 03.02.04 is not an element of Customer Service Excellence. Did you mean 3.2.4,',
      ),
    ));
  it('tells one that is in the list already', () =>
    deepEqual(said('elements: [3.2.4, 3-2-4]'), [
      'element-unknown: 3-2-4 stands for 3.2.4, which is in this list already. Remove one of the two.',
    ]));
  it('is nothing for IDs that are written as they should be', () =>
    deepEqual(said('elements: [3.2.4, 1.1.1]'), []));
});

describe('A range that may be two IDs with a dash between', () => {
  const files = filesOf(['elements:', '  - 1.1.3 - 1.2.2'], '\n');
  it('does not count, and is offered both ways', () => {
    const index = indexOf(files);
    equal(index.portfolioAt(home)!.citations('1.1.3'), 0);
    const actions = actionsFor(index, 'a.md', index.findings(at('a.md')), { only: ['quickfix'] });
    deepEqual(
      actions.map(({ title }) => title),
      ['Write 1.1.3, 1.2.1 and 1.2.2 each on its own', 'Write 1.1.3 and 1.2.2 each on its own'],
    );
  });
});

describe('Values with a character that nobody sees', () => {
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['status: draft\u200b', 'front-matter-value', 'a zero-width space', 'status: draft'],
    ['status: draft\u00a0', 'front-matter-value', 'a no-break space', 'status: draft'],
    ['status: “draft”', 'front-matter-value', '', 'status: draft'],
    ['status: in\u2011review', 'front-matter-value', 'a non-breaking hyphen for the hyphen', 'status: in-review'],
    ['kind: dаta', 'front-matter-value', 'the Cyrillic letter “а” for a', 'kind: data'],
    ['date: 2026–03–01', 'front-matter-value', 'an en dash for the hyphen', 'date: 2026-03-01'],
    ['date: "2026-03-01\u200e"', 'front-matter-value', 'a left-to-right mark', 'date: "2026-03-01"'],
    ['review-by: ２０２６-03-01', 'front-matter-value', 'the full-width “２” for 2', 'review-by: 2026-03-01'],
    ['review\u2011by: 2036-03-01', 'front-matter-key', 'a non-breaking hyphen for the hyphen', 'review-by: 2036-03-01'],
    ['ref\u200b: ES 1', 'front-matter-key', 'a zero-width space', 'ref: ES 1'],
    ['kınd: data', 'front-matter-key', '', 'kind: data'],
  ]; // prettier-ignore
  for (const [before, rule, name, after] of rows)
    it(`${JSON.stringify(before)} is told and mended`, () => {
      const files = filesOf(['elements: [3.2.4]', before], '\n');
      const index = indexOf(files);
      const finding = index.findings(at('a.md')).find((found) => found.rule === rule);
      ok(finding);
      if (name !== '') ok(finding.message.startsWith(`There is ${name}`), finding.message);
      const [action] = actionsFor(index, 'a.md', [finding], { only: ['quickfix'] });
      ok(action);
      deepEqual(filesAfter(files, action)['a.md'], filesOf(['elements: [3.2.4]', after], '\n')['a.md']);
    });

  const duplicates = (first: string, second: string): readonly string[] =>
    indexOf({
      ...filesOf([`ref: ${first}`, 'elements: [3.2.4]'], '\n'),
      'b.md': `---\ntitle: U\nref: ${second}\nelements: [1.1.1]\n---\n\nText.\n`,
    })
      .findings(at('b.md'))
      .filter(({ rule }) => rule === 'ref-duplicate')
      .map(({ message }) => message);
  it('are refs that look the same', () => {
    deepEqual(duplicates('ES 12', 'ES\u00a012'), [
      'The ref ES\u00a012 is also used by a.md. Give each file its own. There is a no-break space in it, which is easy to overlook.',
    ]);
    equal(duplicates('ES 12', 'ES 1\u200b2').length, 1);
    equal(duplicates('É 1', 'E\u0301 1').length, 1);
    equal(duplicates('ES 12', 'ES 13').length, 0);
    equal(duplicates('ES-12', 'ES 12').length, 0);
  });
  it('are no duplicates where YAML has cut them', () => {
    equal(duplicates('ES #1', 'ES #2').length, 0);
    equal(duplicates('ES', 'ES #2').length, 0);
    equal(duplicates('ES', 'ES  # a remark').length, 1);
  });
});
