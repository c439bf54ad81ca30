/** `language` in portfolio.yaml: in which words elements are shown, and what is said where a standard has none. */
import { checkFixes } from '../../support/codeActions';
import { checkRule } from '../../support/checkRule';
import type { Files } from '../../support/portfolioFiles';

const standard = (translations: string): string =>
  `title: Two\n${translations}children: [{ id: "1.1", text: People are greeted at the door }, { id: "7", text: Seven }]\n`;
const welsh =
  'language: en\ntranslations: { cy: { title: Dau, nodes: { "1.1": { text: Cyfarchir pobl wrth y drws } } }, fr: {} }\n';
const files = (manifest: string, translations = welsh): Files => ({
  'two.yaml': standard(translations),
  'a.md': '---\nelements: ["1.1"]\n---\n\n# A\n\nText.\n',
  'portfolio.yaml': manifest,
});

describe('the language of a portfolio', () => {
  for (const [name, manifest, found, translations = welsh] of [
    ['one that is there', 'standard: two.yaml\nlanguage: cy', []],
    ['a special kind of it', 'standard: two.yaml\nlanguage: cy-GB', []],
    ['one without words, which the file has all the same', 'standard: two.yaml\nlanguage: fr', []],
    ['the standard’s own', 'standard: two.yaml\nlanguage: en-GB', []],
    ['none', 'standard: two.yaml\nlanguage:', []],
    ['one that one of two standards has', 'standards: { A: small, B: two.yaml }\nlanguage: cy', []],
    [
      'one that is not there',
      'standard: two.yaml\nlanguage: «de»',
      [
        'error: Two has no words in the language “de”, so the words that are there are shown. Write one of these: en, cy, fr.',
      ],
    ],
    [
      'one that neither of two standards has',
      'standards: { A: small, B: two.yaml }\nlanguage: «"de"»',
      [
        'error: Small Standard and Two have no words in the language “de”, so the words that are there are shown. Write one of these: en, cy, fr.',
      ],
    ],
    [
      'any, where the standard says of none',
      'standard: two.yaml\nlanguage: «en»',
      [
        'error: Two has no words in the language “en”, so the words that are there are shown. Take “language” out, or add “translations” to the standard’s file.',
      ],
      '',
    ],
    ['several', 'standard: two.yaml\nlanguage: «[cy, fr]»', ['error: Write one line of text.']],
    ['any, before the standard is there', 'standard: three.yaml\nlanguage: de', undefined],
  ] as const)
    it(`is taken or reported: ${name}`, () => {
      if (found) checkRule('manifest-value', files(manifest, translations), found);
      else
        checkRule('manifest-value', files(manifest.replace('three.yaml', '«three.yaml»'), translations), [
          'error: There is no built-in standard of that name and no file at three.yaml. Nothing can be checked without a standard.',
        ]);
    });

  it('is put right where it is one or two letters off', () => {
    checkFixes({
      rule: 'manifest-value',
      path: 'portfolio.yaml',
      files: files('standard: two.yaml\nlanguage: cyy\n'),
      titles: ['Replace with cy'],
      after: ['standard: two.yaml\nlanguage: cy\n'],
    });
  });

  for (const language of ['cy', 'en'])
    it(`lets an action be worded in either language: ${language}`, () => {
      const plan = (...rows: readonly string[]): Files => ({
        ...files(`standard: two.yaml\nlanguage: ${language}\n`),
        'action-plan.md': `---\ntype: action-plan\n---\n\n| Ref | Criteria / Action | Responsibility | Target | Progress |\n| --- | --- | --- | --- | --- |\n${rows.map((row) => `| 1.1 | ${row} | A | 2027-01-01 | open |\n`).join('')}`,
      });
      const title = language === 'cy' ? 'Dau' : 'Two';
      checkRule('action-wording', plan('People are greeted at the door', 'Cyfarchir pobl wrth y drws'), []);
      checkRule('action-wording', plan('«Cyfarchir pobl wrth y ffenest»'), [
        `information: This differs from the wording of 1.1 in ${title}. Use the standard’s wording, and write your own words under “Comments”.`,
      ]);
    });
});
