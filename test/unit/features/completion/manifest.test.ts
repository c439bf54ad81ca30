import { deepEqual, equal, ok } from 'node:assert/strict';
import { decisionKeys, manifestKeys } from '../../../../server/core/manifest/keys';
import { severities } from '../../../../server/core/text/span';
import { settledRules } from '../../support/settledRules';
import type { Setting } from '../../support/completing';
import { checkChosen, checkCompletion, complete, crlf, labels } from '../../support/completing';
import type { Files } from '../../support/portfolioFiles';
import { attachment } from '../../support/portfolioFiles';
import { customerServiceExcellence } from '../../support/standards';

const files: Files = {
  'evidence/a.md': '---\nelements: [1.1.1]\nteam: North\n---\n',
  'evidence/b.md': '---\nelements: [1.1.2]\nteam: South\nsite: Central\n---\n',
  'standards/own.yaml': attachment,
};
const setting: Setting = { files, path: 'portfolio.yaml' };
const offered = (source: string): readonly string[] => labels(complete(source, setting).items);
const keys = manifestKeys.map(({ key }) => key);
const ratings = customerServiceExcellence.ratings.map(({ id }) => id);

describe('Completion in portfolio.yaml', () => {
  it('offers every key, with its sentence', () => {
    const { items } = complete('title: A\n$0', setting);
    deepEqual(
      labels(items),
      keys.filter((key) => key !== 'title'),
    );
    for (const { label, documentation } of items)
      equal(documentation, manifestKeys.find(({ key }) => key === label)!.description);
  });
  it('offers a beginning in an empty file', () => {
    deepEqual(offered('$0'), ['Portfolio: begin the file', ...keys]);
    const text = 'title: anytown\nstandard: customer-service-excellence\nassessment-date: 2027-06-15\n';
    for (const snippets of [true, false])
      checkChosen('$0', 'Portfolio: begin the file', text, { ...setting, options: { snippets } });
  });
  it('offers the built-in standards, and paths of others', () => {
    const [item, ...others] = complete('standard: $0', setting).items;
    equal(item?.label, 'customer-service-excellence');
    equal(item.documentation, 'Customer Service Excellence, 57 elements');
    ok(labels(others).includes('standards/'));
    deepEqual(offered('standard: standards/$0'), ['customer-service-excellence', 'own.yaml']);
  });
  it('offers dates and days', () => {
    deepEqual(offered('assessment-date: $0'), ['2027-06-15', '2026-06-15']);
    deepEqual(offered('review-notice: $0'), ['30', '60', '90']);
    deepEqual(offered('links: $0'), ['files', 'pages']);
  });
  it('offers patterns and keys of the evidence', () => {
    deepEqual(offered('exclude:\n  - $0'), ['**/*.md', 'evidence/**', 'standards/**']);
    deepEqual(offered('include: [$0]'), ['**/*.md', 'evidence/**', 'standards/**']);
    deepEqual(offered('custom-keys:\n  - $0'), ['team', 'site']);
  });

  it('offers elements with their words and state as keys of the assessment', () => {
    const { items } = complete('assessment:\n  1.1.3: { self: partial }\n  $0', setting);
    equal(items.length, 56);
    ok(!labels(items).includes('1.1.3'));
    const [first, , third] = items;
    equal(first?.label, '1.1.1');
    equal(first.detail, 'evidenced, 1 item');
    ok(first.labelDetails?.detail?.startsWith('  an in-depth understanding'), first.labelDetails?.detail);
    equal(third?.detail, '● no evidence yet');
    deepEqual(offered('assessment:\n  accurate compl$0'), ['3.2.4']);
  });
  it('offers elements under assignments, and who keeps evidence behind them', () => {
    const files = { 'a.md': '---\nelements: [1.1.1]\nowner: Desk\n---\n' };
    const both: Setting = { files, path: 'portfolio.yaml' };
    equal(labels(complete('assignments:\n  $0', both).items)[0], '1.1.1');
    deepEqual(labels(complete('assignments:\n  1.1.3: $0', both).items), ['Desk']);
    deepEqual(labels(complete('assignments:\n  1.1.3: $0', { ...both, files: {} }).items), []);
  });
  it('offers whole decisions behind an element', () =>
    deepEqual(offered('assessment:\n  1.1.3: $0'), ['not applicable', ...ratings]));
  it('offers the keys of a decision that are not there, in lines and in braces', () => {
    const all = decisionKeys.map(({ key }) => key);
    deepEqual(offered('assessment:\n  1.1.3:\n    $0'), all);
    deepEqual(offered('assessment:\n  1.1.3: { $0 }'), all);
    deepEqual(
      offered('assessment:\n  1.1.3: { self: partial, $0 }'),
      all.filter((key) => key !== 'self'),
    );
    deepEqual(offered('assessment: { 1.1.3: { $0 } }'), all);
  });
  it('offers the ratings of the standard', () => {
    for (const key of ['self', 'assessor']) {
      deepEqual(offered(`assessment:\n  1.1.3:\n    ${key}: $0`), ratings);
      deepEqual(offered(`assessment:\n  1.1.3: { ${key}: $0 }`), ratings);
    }
    deepEqual(offered('assessment:\n  1.1.3: { applicable: $0 }'), ['true', 'false']);
    deepEqual(offered('assessment:\n  1.1.3: { reason: $0 }'), []);
    deepEqual(offered('assessment:\n  1.1.3: { assessed: $0 }'), ['2026-06-15', '2026-06-14']);
    deepEqual(offered('assessment-date: 2026-05-14\nassessment:\n  1.1.3: { assessed: $0 }'), [
      '2026-05-14', '2026-06-15', '2026-06-14',
    ]); // prettier-ignore
  });
  it('offers rules and severities', () => {
    const { items } = complete('rules:\n  $0', setting);
    deepEqual(
      items.map(({ label, documentation, labelDetails }) => [
        label,
        documentation,
        labelDetails?.description,
      ]),
      settledRules.map(({ code, summary, severity }) => [code, summary, `usually ${severity}`]),
    );
    deepEqual(offered('rules: { review-due-soon: $0 }'), [...severities, 'off']);
    deepEqual(offered('rules:\n  review-due-soon: of$0'), [...severities, 'off']);
  });

  for (const [before, label, after] of [
    ['ti$0', 'title', 'title: '],
    ['title: A\nass$0', 'assessment', 'title: A\nassessment:\n  '],
    ['title: A\ninc$0\nexclude: []\n', 'include', 'title: A\ninclude:\n  - \nexclude: []\n'],
    ['rulse$0: {}\n', 'rules', 'rules: {}\n'],
    ['assessment:\n  $0', '1.1.1', 'assessment:\n  1.1.1: '],
    ['assessment:\n  1.1.$0: { self: partial }', '1.1.2', 'assessment:\n  1.1.2: { self: partial }'],
    ['assessment: { $0 }', '1.1.2', 'assessment: { 1.1.2:  }'],
    ['assessment:\n  1.1.1: $0', 'partial', 'assessment:\n  1.1.1: { self: partial }'],
    ['assessment:\n  1.1.1:$0', 'partial', 'assessment:\n  1.1.1: { self: partial }'],
    ['assessment:\n  1.1.1: $0', 'not applicable', 'assessment:\n  1.1.1: { applicable: false, reason:  }'],
    ['assessment:\n  1.1.1: { sel$0 }', 'self', 'assessment:\n  1.1.1: { self:  }'],
    ['assessment:\n  1.1.1: { self:$0 }', 'partial', 'assessment:\n  1.1.1: { self: partial }'],
    [
      'assessment:\n  1.1.1:\n    se$0\n  1.1.2: {}\n',
      'self',
      'assessment:\n  1.1.1:\n    self: \n  1.1.2: {}\n',
    ],
    ['rules:\n  rev$0', 'review-due-soon', 'rules:\n  review-due-soon: '],
    ['rules: { rev$0 }', 'review-due-soon', 'rules: { review-due-soon:  }'],
    ['include: [$0]', '**/*.md', 'include: ["**/*.md"]'],
    ['standard: standards/$0', 'own.yaml', 'standard: standards/own.yaml'],
    [
      'assessment:\n  3.2.4: { self: par$0\nrules: {}\n',
      'partial',
      'assessment:\n  3.2.4: { self: partial\nrules: {}\n',
    ],
    [
      'a: b: c\nassessment:\n  3.2.4: { self: $0 }',
      'partial',
      'a: b: c\nassessment:\n  3.2.4: { self: partial }',
    ],
  ] as const) {
    it(`${JSON.stringify(before)} to ${label}`, () => checkChosen(before, label, after, setting));
    if (before.includes('\n'))
      it(`${JSON.stringify(before)} to ${label}, with CRLF`, () =>
        checkChosen(crlf(before), label, crlf(after), setting));
  }

  for (const source of [
    'title: $0',
    '# $0',
    'title: A # $0',
    'rules: [$0]',
    'review-notice:\n  $0: 1',
    'assessment:\n  1.1.1:\n    self:\n      $0',
  ])
    it(`nothing at ${JSON.stringify(source)}`, () => checkCompletion(source, [], setting));

  it('reads keys that look like numbers as they stand', () => {
    const numbered = { files: { 'x.md': '---\nelements: ["1.1"]\n---\n' }, path: 'portfolio.yaml' };
    checkChosen(
      'standard: small\nassessment:\n  $0',
      '1.1',
      'standard: small\nassessment:\n  "1.1": ',
      numbered,
    );
    checkChosen(
      'standard: small\nassessment:\n  "1.$0": {}',
      '1.2',
      'standard: small\nassessment:\n  "1.2": {}',
      numbered,
    );
  });
});
