/** What a change means, as a comment on a pull request: nothing in it, days, and more than a comment can hold. */
import { equal, ok } from 'node:assert/strict';
import { changesBetween } from '../../../../../server/core/history/changes';
import { snapshotsOf } from '../../../../../server/core/history/snapshots';
import { storiesAsMarkdown } from '../../../../../server/core/history/story/storyMarkdown';
import type { Files, IndexSetting } from '../../../support/portfolioFiles';
import { home, indexOf } from '../../../support/portfolioFiles';

const told = (before: Files, after: Files, setting: IndexSetting = {}): string =>
  storiesAsMarkdown(
    changesBetween(snapshotsOf(indexOf(before, setting)), snapshotsOf(indexOf(after, setting))),
    {
      folder: home,
      addressOf: () => undefined,
      fails: () => false,
    },
  );

const evidence = '---\ntitle: Paper\nelements: ["1.1"]\n---\n\nText.\n';

/** Portfolios that are all in folders of their own. */
const portfolios = (number: number, files: Files): Files =>
  Object.fromEntries(
    Array.from({ length: number }, (_, at) =>
      Object.entries({ 'portfolio.yaml': `title: Town ${at + 1}\nstandard: small\n`, ...files }).map(
        ([path, text]) => [`p${at + 1}/${path}`, text] as const,
      ),
    ).flat(),
  );

describe('What a change means, in a comment', () => {
  it('is told where there is no portfolio', () =>
    equal(told({}, {}), '**There is no evidence portfolio here.**\n'));

  for (const [what, before, after, starts] of [
    ['a portfolio that is begun', {}, portfolios(1, { 'a.md': evidence }), '**✅ This portfolio is new: 1 element gains evidence. '],
    ['a portfolio that is gone', portfolios(1, { 'a.md': evidence }), {}, '**⚠️ This portfolio is gone. '],
    ['one without evidence that is gone', portfolios(1, {}), {}, '**✅ This portfolio is gone. '],
    ['nothing', portfolios(1, {}), portfolios(1, {}), '**✅ Coverage stays as it is. No new findings'],
  ] as const)
    it(`starts with a sentence: ${what}`, () => {
      const text = told(before, after);
      equal(text.slice(0, starts.length), starts);
    }); // prettier-ignore

  it('names the day by which both sides are judged, where that is not today', () =>
    ok(
      told(portfolios(1, {}), portfolios(1, {}), { asOf: '2026-09-01' }).includes(
        '\nJudged as of 1 September 2026.\n',
      ),
    ));

  it('lists all where there is room, and names how many there are where there is none', () => {
    const comment = (number: number): string =>
      told(portfolios(number, {}), portfolios(number, { 'a.md': evidence }));
    const [few, some, many] = [comment(1), comment(80), comment(200)];
    ok(few.includes('| 1.1') && !few.includes('too long'), few);
    ok(!some.includes('| 1.1') && some.includes('(1)**') && some.includes('Town 80'), some.slice(-2000));
    for (const text of [few, some, many]) ok(text.length < 65_000);
    ok(many.endsWith('\n\nThe rest is too long to be shown here.\n'));
  });
});
