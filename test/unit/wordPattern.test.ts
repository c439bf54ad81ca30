import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const configuration = JSON.parse(readFileSync('language-configuration.json', 'utf8')) as {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
};
const { wordPattern } = configuration;

/** What VS Code's own Markdown extension takes for a word; ours must agree wherever there is no ID. */
const builtIn =
  /(\p{Alphabetic}|\p{Number}|\p{Nonspacing_Mark})(((\p{Alphabetic}|\p{Number}|\p{Nonspacing_Mark})|[_])?(\p{Alphabetic}|\p{Number}|\p{Nonspacing_Mark}))*/gu;

const words = (text: string): readonly string[] =>
  text.match(new RegExp(wordPattern.pattern, wordPattern.flags)) ?? [];

describe('The word pattern of Markdown', () => {
  const ids: readonly (readonly [text: string, words: readonly string[]])[] = [
    ['3.2.4', ['3.2.4']],
    ['  - 3.2.4', ['3.2.4']],
    ['elements: [1.12, 10.1.10]', ['elements', '1.12', '10.1.10']],
    ['see 3.2.4.', ['see', '3.2.4']],
    ['(see 3.2.4)', ['see', '3.2.4']],
    ['3.2.4, 1.1.1; 1.1.2:', ['3.2.4', '1.1.1', '1.1.2']],
    ['"3.2.4" **3.2.4** _3.2.4_', ['3.2.4', '3.2.4', '3.2.4']],
    ['AC-2(1)', ['AC-2(1)']],
    ['AC-2 and AC-10.', ['AC-2', 'and', 'AC-10']],
    ['(AC-2(1))', ['AC-2(1)']],
    ['GV.OC-01.', ['GV.OC-01']],
    ['A1.a, B2.c', ['A1.a', 'B2.c']],
    ['A.5.1 of the annex', ['A.5.1', 'of', 'the', 'annex']],
    ['see 3.2.4.Then go on', ['see', '3.2.4', 'Then', 'go', 'on']],
  ];
  for (const [text, expected] of ids) {
    it(`finds the IDs of ${text}`, () => deepEqual(words(text), expected));
  }

  const prose: readonly string[] = [
    'Plain words, e.g. these: “naïve” cafés don’t change.',
    'snake_case, __init__, a_b_c and _emphasis_',
    'COVID-19 came before 2026-03-01.',
    'annual-customer-survey.md and ../A4.md',
    'ES 7 of 12 libraries (98 % in 3 minutes)',
    'Section 2.The next one',
    'चेतावनी और ৩২৪ e\u0301te\u0301',
    'GV.OC and A.B without a number, end.',
  ];
  for (const text of prose) {
    it(`splits like VS Code: ${text}`, () => deepEqual(words(text), text.match(builtIn)));
  }

  it('never matches nothing, which VS Code refuses', () => {
    equal(new RegExp(wordPattern.pattern, wordPattern.flags).test(''), false);
  });
});

describe('The word pattern of YAML, which is the language of front matter', () => {
  const yaml = JSON.parse(
    readFileSync('client/yaml-language-configuration.json', 'utf8'),
  ) as typeof configuration;
  const yamlWords = (text: string): readonly string[] =>
    text.match(new RegExp(yaml.wordPattern.pattern, yaml.wordPattern.flags)) ?? [];

  const table: readonly (readonly [text: string, words: readonly string[]])[] = [
    ['  - 3.2.4', ['3.2.4']],
    ['elements: [3.2.4, "1.12", AC-2(1)]', ['elements', '3.2.4', '1.12', 'AC-2(1)']],
    ['review-by: 2027-03-01', ['review', 'by', '2027', '03', '01']],
    ['title: What we do, e.g. this', ['title', 'What', 'we', 'do', 'e', 'g', 'this']],
  ];
  for (const [text, expected] of table) {
    it(`finds the words of ${text}`, () => deepEqual(yamlWords(text), expected));
  }
});
