/** What ticks the steps of the walkthrough. */
import { deepEqual, equal } from 'node:assert/strict';
import { grown, hasGone, haveInCommon, runsCheck } from '../../../../client/walkthroughSteps/milestoneSigns';
import { element, group, summary } from '../coverage/example';

const finding = (text: string) => ({ code: text.split(' ')[0] ?? '', message: text });

describe('A finding has gone', () => {
  for (const [what, before, now, expected] of [
    ['which was the only one', ['a 1'], [], true],
    ['of several', ['a 1', 'b 1'], ['b 1'], true],
    ['though another has come', ['a 1'], ['b 1'], true],
    ['though more have come', ['a 1'], ['b 1', 'c 1', 'd 1'], true],
    ['of two that are alike', ['a 1', 'a 1'], ['a 1'], true],
    ['and one of its rule is about something else', ['a 1'], ['a 2'], true],
    ['not: there was none', [], ['a 1'], false],
    ['not: all are there', ['a 1', 'b 1'], ['b 1', 'a 1'], false],
    ['not: one is there twice now', ['a 1'], ['a 1', 'a 1'], false],
    ['not: nothing was and is', [], [], false],
  ] as const)
    it(what, () => equal(hasGone(before.map(finding), now.map(finding)), expected));
});

describe('An element has been named', () => {
  const portfolio = (root: string, items: Readonly<Record<string, number>>) => ({
    root: `file:///${root}`,
    manifest: null,
    title: root,
    standard: 's',
    standardTitle: 'S',
    files: 1,
    summary: summary({}),
    nodes: [
      group(
        '1',
        'One',
        Object.entries(items).map(([id, number]) => element(id, 'evidenced', { items: number })),
      ),
    ],
  });
  const of = (items: Readonly<Record<string, number>>) => ({ portfolios: [portfolio('p', items)] });
  /** Below which elements a file that was edited stands now. */
  const edited = (...ids: readonly string[]) => new Map([['file:///p', new Set(ids)]]);
  for (const [what, before, now, touched, expected] of [
    ['in a file that was edited', of({ '1.1': 0 }), of({ '1.1': 1 }), edited('1.1'), true],
    ['beside another', of({ '1.1': 1 }), of({ '1.1': 1, '1.2': 1 }), edited('1.1', '1.2'), true],
    ['in place of another', of({ '1.1': 1, '1.2': 0 }), of({ '1.1': 0, '1.2': 1 }), edited('1.2'), true],
    ['in the first file of a portfolio', of({}), of({ '1.1': 1 }), edited('1.1'), true],
    ['not: by somebody else', of({ '1.1': 0 }), of({ '1.1': 1 }), edited('1.2'), false],
    ['not: it was before', of({ '1.1': 1 }), of({ '1.1': 1 }), edited('1.1'), false],
    ['not: it went', of({ '1.1': 1 }), of({ '1.1': 0 }), edited(), false],
    ['not: nothing was known', undefined, of({ '1.1': 1 }), edited('1.1'), false],
  ] as const)
    it(what, () => equal(haveInCommon(grown(before, now), touched), expected));

  it('in one of several portfolios of the same standard', () => {
    const both = { portfolios: [portfolio('p', { '1.1': 1 }), portfolio('q', { '1.1': 1 })] };
    const more = grown({ portfolios: [portfolio('p', { '1.1': 1 }), portfolio('q', { '1.1': 0 })] }, both);
    deepEqual([...more.keys()], ['file:///q']);
    equal(haveInCommon(more, edited('1.1')), false);
  });
});

describe('A line in a terminal', () => {
  for (const line of [
    'evidence-portfolio check',
    'npx evidence-portfolio check --format json',
    'npx --yes evidence-portfolio check .',
    'evidence-portfolio.cmd check',
    '& "C:\\Tools\\evidence-portfolio.cmd" check',
    'node dist/cli.js check samples/anytown-libraries',
    "'/usr/bin/node' '/home/a/dist/cli.js' check",
  ])
    it(`runs the check: ${line}`, () => equal(runsCheck(line), true));
  for (const line of [
    '',
    'check',
    'git checkout main',
    'evidence-portfolio coverage',
    'evidence-portfolio checkout',
    'echo my-evidence-portfolio',
    'cat evidence-portfolio/check.md',
  ])
    it(`runs another thing: ${line}`, () => equal(runsCheck(line), false));
});
