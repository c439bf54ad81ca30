/** Findings: the order in which they are shown, and the gravity that they have. */
import { deepEqual, equal } from 'node:assert/strict';
import { bySpan, ruleSet, severityOf } from '../../../../server/core/index/check';
import type { Finding } from '../../../../server/core/rules/finding';
import { rules } from '../../../../server/core/rules/all';
import { at, indexOf } from '../../support/portfolioFiles';

type Shown = readonly [start: number, end: number, rule: Finding['rule']];

const asFinding = ([start, end, rule]: Shown): Finding => ({
  span: { start, end },
  message: '',
  rule,
  severity: 'warning',
});

describe('Findings of a file', () => {
  const inOrder: readonly Shown[] = [
    [0, 9, 'element-unknown'],
    [2, 4, 'element-unknown'],
    [2, 6, 'element-duplicate'],
    [2, 6, 'element-retired'],
    [2, 6, 'element-unknown'],
    [3, 4, 'element-duplicate'],
  ];

  it('are in the order of their places: where they begin, where they end, then by rule', () => {
    for (let turn = 0; turn < inOrder.length; turn += 1) {
      const turned = [...inOrder.slice(turn), ...inOrder.slice(0, turn)];
      for (const all of [turned, turned.toReversed()])
        deepEqual(
          all
            .map(asFinding)
            .sort(bySpan)
            .map(({ span, rule }) => [span.start, span.end, rule]),
          inOrder,
        );
    }
  });
});

describe('The gravity of a rule', () => {
  const [retired] = rules.filter(({ code }) => code === 'element-retired');
  const index = indexOf({
    'p/portfolio.yaml': 'standard: small\nrules: { element-retired: hint }\n',
    'q/portfolio.yaml': 'standard: small\n',
  });
  const of = (folder: string | undefined, settings: Readonly<Record<string, string>>, known = rules) =>
    severityOf(
      retired!,
      folder === undefined ? undefined : index.portfolioAt(at(`${folder}/portfolio.yaml`)),
      {
        rules: ruleSet(known),
        settings,
      },
    );

  const table: readonly (readonly [
    name: string,
    found: ReturnType<typeof of>,
    severity: ReturnType<typeof of>,
  ])[] = [
    ['its own, where nobody says anything', of('q', {}), retired!.severity],
    ['that of the settings', of('q', { 'element-retired': 'information' }), 'information'],
    ['that of the settings, where there is no portfolio', of(undefined, { 'element-retired': 'off' }), 'off'],
    [
      'its own, where the settings say what nobody understands',
      of('q', { 'element-retired': 'x' }),
      retired!.severity,
    ],
    ['that of portfolio.yaml, whatever the settings say', of('p', { 'element-retired': 'error' }), 'hint'],
    ['none, where the rule is not applied at all', of('p', { 'element-retired': 'error' }, []), 'off'],
  ];
  for (const [name, found, severity] of table) it(`is ${name}`, () => equal(found, severity));
});
