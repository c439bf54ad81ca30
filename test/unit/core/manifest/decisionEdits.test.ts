import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { DecisionValues } from '../../../../server/core/manifest/decisionEdits';
import {
  clearDecision,
  manifestWithDecision,
  setDecision,
} from '../../../../server/core/manifest/decisionEdits';
import { parseManifest } from '../../../../server/core/manifest/manifest';
import { applyEdits } from '../../../../server/core/text/edit';
import { customerServiceExcellence } from '../../support/standards';

const uri = 'file:///portfolio.yaml';
const no: DecisionValues = { applicable: 'false', reason: 'No premises' };

function set(text: string, id: string, values: DecisionValues = no): string | undefined {
  const edits = setDecision(parseManifest(uri, text), customerServiceExcellence, id, values);
  return edits && applyEdits(text, edits);
}

/** Checks lines of portfolio.yaml before and after, with each kind of line end; null: no edit. */
function checkSet(
  before: readonly string[],
  after: readonly string[] | null,
  id = '3.3.3',
  values = no,
): void {
  for (const end of ['\n', '\r\n', '\r']) equal(set(before.join(end), id, values), after?.join(end));
}

describe('setDecision', () => {
  it('begins the list of decisions', () => {
    checkSet(
      ['title: T', ''],
      ['title: T', 'assessment:', '  3.3.3:', '    applicable: false', '    reason: No premises', ''],
    );
    checkSet(
      ['assessment: # later', 'title: T', ''],
      ['assessment: # later', '  3.3.3:', '    applicable: false', '    reason: No premises', 'title: T', ''],
    );
    equal(set('', '1.1.1', { self: 'partial' }), 'assessment:\n  1.1.1:\n    self: partial\n');
    equal(set('\uFEFF', '1.1.1', { self: 'partial' }), '\uFEFFassessment:\n  1.1.1:\n    self: partial\n');
    checkSet(
      ['assessment: {}', ''],
      ['assessment: ', '  3.3.3:', '    applicable: false', '    reason: No premises', ''],
    );
  });
  it('puts a decision where the standard has the element', () => {
    checkSet(
      ['assessment:', '  # first', '  1.1.1: { self: partial } # a', '', '  5.1.1:', '    self: partial', ''],
      [
        'assessment:',
        '  # first',
        '  1.1.1: { self: partial } # a',
        '  3.3.3:',
        '    applicable: false',
        '    reason: No premises',
        '',
        '  5.1.1:',
        '    self: partial',
        '',
      ],
    );
    checkSet(
      ['assessment:', '    5.1.1: {}'],
      ['assessment:', '    3.3.3:', '      applicable: false', '      reason: No premises', '    5.1.1: {}'],
    );
    checkSet(
      ['assessment: { 5.1.1: {} }'],
      ['assessment: { 3.3.3: { applicable: false, reason: No premises }, 5.1.1: {} }'],
    );
  });
  it('adds to a decision', () => {
    checkSet(
      ['assessment:', '  3.3.3: { self: partial } # a'],
      ['assessment:', '  3.3.3: { self: partial, applicable: false, reason: No premises } # a'],
    );
    checkSet(
      ['assessment:', '  "3.3.3":', '    comment: >', '      long', '', '  5.1.1: {}'],
      [
        'assessment:',
        '  "3.3.3":',
        '    comment: >',
        '      long',
        '    applicable: false',
        '    reason: No premises',
        '',
        '  5.1.1: {}',
      ],
    );
    checkSet(
      ['assessment:', '  3.3.3: # a'],
      ['assessment:', '  3.3.3: { applicable: false, reason: No premises } # a'],
    );
  });
  it('fills braces in which nothing stands but a remark', () => {
    for (const [before, after] of [
      ['{}', '{ applicable: false, reason: No premises }'],
      ['{ } # a', '{ applicable: false, reason: No premises } # a'],
      ['&d {} # a', '&d { applicable: false, reason: No premises } # a'],
    ] as const)
      checkSet(['assessment:', `  3.3.3: ${before}`, ''], ['assessment:', `  3.3.3: ${after}`, '']);
    checkSet(
      ['assessment:', '  3.3.3: { # a', '  }', ''],
      ['assessment:', '  3.3.3: { applicable: false, reason: No premises # a', '  }', ''],
    );
  });
  it('changes a decision', () => {
    checkSet(
      ['assessment:', '  3.3.3:', '    reason: "Old" # a', '    applicable: true # b'],
      ['assessment:', '  3.3.3:', '    reason: "No premises" # a', '    applicable: false # b'],
    );
    checkSet(
      ['assessment: { 3.3.3: { applicable: } }'],
      ['assessment: { 3.3.3: { applicable: false, reason: No premises } }'],
    );
  });
  it('writes a reason that is still to be given as nothing', () =>
    checkSet(
      ['title: T', ''],
      ['title: T', 'assessment:', '  3.3.3:', '    applicable: false', '    reason:', ''],
      '3.3.3',
      {
        applicable: 'false',
        reason: '',
      },
    ));
  it('guesses nothing', () => {
    checkSet(['title: a: b'], null);
    checkSet(['{ title: a }'], null);
    checkSet(['assessment: [a]'], null);
    checkSet(['assessment: { 3.3.3: good }'], null);
    checkSet(['assessment:', '  3.3.3:', '    reason: [a]'], null);
    checkSet(['assessment:', '  ? 3.3.3', '  : self: partial'], null);
  });
  it('writes reasons of any kind', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.constantFrom('assessment:\n  3.3.3:\n    self: x\n', 'a:\n', 'assessment: { 3.3.3: {} }\n'),
        (reason, text) => {
          const wanted = reason.replace(/\s+/g, ' ').trim();
          if (wanted === '' || /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u.test(wanted)) return;
          const result = set(text, '3.3.3', { applicable: 'false', reason });
          ok(result !== undefined, JSON.stringify(reason));
          const decision = parseManifest(uri, result).decisions.get('3.3.3');
          equal(decision?.reason.kind === 'valid' && decision.reason.value, wanted);
        },
      ),
    ));
});

describe('clearDecision', () => {
  const check = (before: readonly string[], after: readonly string[] | null): void => {
    for (const end of ['\n', '\r\n']) {
      const text = before.join(end);
      const edits = clearDecision(parseManifest(uri, text), customerServiceExcellence, '3.3.3', [
        'applicable',
        'reason',
      ]);
      equal(edits && applyEdits(text, edits), after?.join(end));
    }
  };
  it('takes values away, and with the last one the decision', () => {
    check(
      ['assessment:', '  1.1.1: {}', '  3.3.3: { applicable: false, reason: a } # b', '  5.1.1: {}'],
      ['assessment:', '  1.1.1: {}', '  5.1.1: {}'],
    );
    check(
      ['assessment:', '  3.3.3:', '    applicable: false', '    self: partial # a', '    reason: b', ''],
      ['assessment:', '  3.3.3:', '    self: partial # a', ''],
    );
    check(
      ['assessment: { 3.3.3: { applicable: false, self: partial, reason: a }, 5.1.1: {} }'],
      ['assessment: { 3.3.3: { self: partial }, 5.1.1: {} }'],
    );
    check(['assessment:', '  3.3.3: { applicable: false }', 'title: T'], ['assessment:', 'title: T']);
  });
  it('changes nothing where there is nothing', () => {
    for (const text of [
      '',
      'assessment: {}',
      'assessment: { 3.3.3: { self: partial } }',
      'assessment: { 3.3.3: }',
    ])
      deepEqual(
        clearDecision(parseManifest(uri, text), customerServiceExcellence, '3.3.3', ['applicable']),
        [],
      );
  });
  it('takes each value with its name, and leaves the decisions around', () => {
    check(
      [
        'assessment:',
        '  3.3.2:',
        '    reason: &r b',
        '  3.3.3:',
        '    &k reason: |+',
        '      a',
        '',
        '    self: partial',
      ],
      ['assessment:', '  3.3.2:', '    reason: &r b', '  3.3.3:', '    self: partial'],
    );
    check(
      ['assessment: {', '  3.3.2: { reason: b },', '  3.3.3: { reason: a } # a, b', '}'],
      ['assessment: {', '  3.3.2: { reason: b } # a, b', '}'],
    );
    check(['assessment: { 3.3.3: { reason: a } } # b'], ['assessment: { } # b']);
  });
  it('guesses nothing', () => {
    check(['title: a: b', 'assessment: { 3.3.3: { applicable: false } }'], null);
    check(['title: a: b'], null);
    check(['title: a: b', 'assessment: { 1.1.1: { applicable: false } }'], null);
  });
});

describe('manifestWithDecision', () => {
  it('is a manifest', () => {
    const { standard, decisions, faults, problems } = parseManifest(
      uri,
      manifestWithDecision('s/a b.yaml', '1.10', no),
    );
    deepEqual([faults, problems], [[], []]);
    equal(standard.kind === 'valid' && standard.value, 's/a b.yaml');
    equal(decisions.get('1.10')?.applicable, false);
  });
});
