/** The setting for the language: how it is read, and what is said where nothing can be shown in it. */
import { equal } from 'node:assert/strict';
import { languageFault } from '../../../server/lsp/languageFault';
import { readSettings } from '../../../server/lsp/settings';
import { indexOf } from '../support/portfolioFiles';

describe('the setting for the language', () => {
  for (const [value, language] of [
    ['cy', 'cy'],
    [' fr-CA ', 'fr-CA'],
    ['', undefined],
    ['  ', undefined],
    [5, undefined],
    [null, undefined],
  ] as const)
    it(`is read: ${JSON.stringify(value)}`, () =>
      equal(readSettings({ language: value }).language, language));

  const portfolios = indexOf({
    'portfolio.yaml': 'standard: two.yaml\n',
    'two.yaml': 'title: Two\nlanguage: en\ntranslations: { cy: { title: Dau } }\nchildren: [{ id: "1.1" }]\n',
  }).portfolios();
  it('is content with a language that is there, and without any portfolio', () => {
    equal(languageFault('cy-GB', portfolios), undefined);
    equal(languageFault('en', portfolios), undefined);
    equal(languageFault('de', []), undefined);
  });
  it('is said to name one that is not there', () =>
    equal(
      languageFault('de', portfolios),
      'The setting evidencePortfolio.language says “de”, and no standard here has words in that language: what is shown is in the words that are there. There are words in en and cy.',
    ));
});
