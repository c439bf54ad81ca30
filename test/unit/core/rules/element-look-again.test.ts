import { checkRule } from '../../support/checkRule';
import { checkFixes } from '../../support/codeActions';
import type { Files } from '../../support/portfolioFiles';

const rule = 'element-look-again';
const says =
  'warning: 1.1, “People are greeted”, is to be looked at again since 1 June 2026 (Other words). Check whether this evidence still shows it, then write the day on which you did behind “date”.';

const manifest = (decision: string): string =>
  `standard: small\nrules: { element-uncovered: off }\nassessment:\n  ${decision}\n`;

const files = (
  evidence: string,
  decision = '"1.1": { look-again: 2026-06-01, changed: Other words }',
): Files => ({
  'a.md': `---\ntitle: a\n${evidence}\n---\nText.\n`,
  'portfolio.yaml': manifest(decision),
});

describe(rule, () => {
  for (const [name, evidence, decision] of [
    ['evidence of an earlier day', 'elements: [«"1.1"»]\ndate: 2026-05-31', undefined],
    [
      'evidence without a day, whenever its next review is',
      'elements:\n  - «1.1»\nreview-by: 2027-01-01',
      undefined,
    ],
    ['a draft', 'elements: [«"1.1"»]\nstatus: draft', undefined],
    ['every mention', 'elements: [«"1.1"», "1.2", «1.1»]', undefined],
  ] as const)
    it(`reports ${name}`, () =>
      checkRule(rule, files(evidence, decision), name === 'every mention' ? [says, says] : [says]));

  it('reports an element under an earlier ID of it, and says no more than it knows', () =>
    checkRule(rule, files('elements: [«"9.9"»]', '"1.2": { look-again: 2026-06-01 }'), [
      'warning: 1.2, “The opening hours are known”, is to be looked at again since 1 June 2026. Check whether this evidence still shows it, then write the day on which you did behind “date”.',
    ]));

  for (const [name, evidence, decision] of [
    ['evidence of that day', 'elements: ["1.1"]\ndate: 2026-06-01', undefined],
    ['evidence of a later day', 'elements: ["1.1"]\ndate: 2026-06-02', undefined],
    ['evidence that is withdrawn', 'elements: ["1.1"]\nstatus: withdrawn', undefined],
    ['another element', 'elements: ["1.2"]', undefined],
    ['a note without a day', 'elements: ["1.1"]', '"1.1": { changed: Other words }'],
    ['a day that is none', 'elements: ["1.1"]', '"1.1": { look-again: soon }'],
  ] as const)
    it(`accepts ${name}`, () => checkRule(rule, files(evidence, decision), []));

  it('marks the evidence reviewed', () =>
    checkFixes({
      rule,
      files: files('elements: ["1.1"]\ndate: 2026-03-01'),
      path: 'a.md',
      titles: [
        'Mark reviewed: true as of today, 15 June 2026, next review by 15 June 2027',
        '1.1 has been looked at in all its evidence: take the note out of portfolio.yaml',
      ],
      hasFavourite: false,
      after: [
        '---\ntitle: a\nelements: ["1.1"]\ndate: 2026-06-15\nreview-by: 2027-06-15\n---\nText.\n',
        { 'portfolio.yaml': 'standard: small\nrules: { element-uncovered: off }\nassessment:\n' },
      ],
    }));
});
