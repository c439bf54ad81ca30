/** What happens to a workspace, step by step: after each step the index holds what one built afresh would hold. */
import { equal } from 'node:assert/strict';
import type { Held, PortfolioIndex } from '../../../../server/core/index/portfolioIndex';
import { dumpOf } from '../../support/dump';
import type { Happening } from '../../support/editSequences';
import {
  checkSequence,
  commandsOf,
  deletingFolder,
  inLanguage,
  onDay,
  opening,
  renaming,
  setting,
} from '../../support/editSequences';
import type { Content, IndexSetting } from '../../support/portfolioFiles';
import { attachment } from '../../support/portfolioFiles';
import { customerServiceExcellence, small, smallText } from '../../support/standards';

interface Row {
  readonly name: string;
  readonly setting?: Pick<IndexSetting, 'repository' | 'also'>;
  readonly steps: readonly Happening[];
}

const evidence = (ids: string, ...lines: readonly string[]): string =>
  ['---', 'title: T', `elements: [${ids}]`, ...lines, '---', '', 'Text.', ''].join('\n');
const saying = (body: string, ids = '"1.1"'): string => evidence(ids).replace('Text.', body);
const manifest = (...lines: readonly string[]): string => ['standard: small', ...lines, ''].join('\n');
const plan = (...rows: readonly string[]): string =>
  ['| ID | Action | Due | Status |', '|-|-|-|-|', ...rows.map((row) => `| ${row} |`), ''].join('\n');
const cited = 'rules: { citation-unknown: warning }';
const unreadable: Content = { reason: 'it is too large.' };
const welsh = smallText.replace(
  'children:',
  'language: en\ntranslations: { cy: { nodes: { "1.1": { text: Cyferchir pobl } } } }\nchildren:',
);
const other = 'title: Other\nchildren: [{ id: A-1, text: First }, { id: A-2, text: Second }]\n';
const faulty = 'title: Faulty\nchildren: [{ id: A-1 }, { id: A-1 }]\n';
const mapping = (...pairs: readonly string[]): string =>
  `from: A\nto: B\npairs: [${pairs.map((pair) => `{ ${pair}, relation: equal }`).join(', ')}]\n`;

const rows: readonly Row[] = [
  {
    name: 'evidence is written, named anew and removed',
    steps: [
      { 'p/portfolio.yaml': manifest() },
      { 'p/a.md': evidence('"1.1"') },
      { 'p/a.md': evidence('"1.2", "1.1"', 'ref: ES 1') },
      { 'p/b.md': evidence('"1.1"', 'ref: ES 1') },
      { 'p/b.md': evidence('"1.1"', 'ref: ES 1', 'kind: data') },
      { 'p/c.md': evidence('"2.1"', 'ref: ES 1') },
      { 'p/b.md': evidence('"1.1"', 'ref: ES 2') },
      renaming('p/a.md', 'p/sub/a.md'),
      { 'p/sub/a.md': evidence('"1.2"', 'ref: ES 2', 'status: withdrawn') },
      { 'p/sub/a.md': evidence('"1.2"', 'status: draft') },
      { 'p/sub/a.md': evidence('"1.2"', 'status: wrong') },
      { 'p/sub/a.md': evidence('"1.2"', 'review-by: 2026-01-01') },
      { 'p/c.md': '# No evidence\n', 'p/d.md': evidence('"8.8"') },
      { 'p/c.md': '---\nelement: ["1.1"]\n---\n' },
      { 'p/c.md': `\n\n${evidence('"1.1"')}` },
      { 'p/c.md': undefined, 'p/b.md': unreadable },
      { 'p/b.md': evidence('"1.1"'), 'p/d.md': saying('- [ ] Say when\n- [x] Done') },
      { 'p/d.md': saying('- [x] Say when\n- [x] Done') },
      deletingFolder('p/sub'),
      deletingFolder('p'),
    ],
  },
  {
    name: 'a manifest comes, says other things, is broken and goes',
    steps: [
      { 'p/a.md': evidence('3.2.4'), 'p/sub/b.md': evidence('3.2.4, "1.1"'), 'p/sub/c.md': '---\nelement: ["1.1"]\n---\n' },
      { 'p/portfolio.yaml': '' },
      { 'p/portfolio.yaml': manifest('title: One') },
      { 'p/portfolio.yaml': manifest('title: Two') },
      { 'p/portfolio.yaml': manifest('include: [sub/**]') },
      { 'p/portfolio.yaml': manifest('exclude: [sub/**]') },
      { 'p/portfolio.yaml': manifest('exclude: [gone/**]') },
      { 'p/gone/x.md': 'x' },
      { 'p/portfolio.yaml': manifest('exclude: [b.pdf]') },
      { 'p/b.pdf': attachment },
      { 'p/b.pdf': undefined },
      { 'p/portfolio.yaml': manifest('rules: { element-unknown: off, evidence-unread: error }') },
      { 'p/portfolio.yaml': manifest('title: "x') },
      { 'p/portfolio.yaml': manifest('assessment: { "1.1": { applicable: false, reason: None }, "7.7": { self: good } }') },
      { 'p/portfolio.yaml': manifest('assessment: { "1.2": { self: poor, comment: Show more, assessed: 2026-06-15 } }', 'assessment-date: 2026-06-20') },
      { 'p/a.md': evidence('"1.2"', 'date: 2026-06-16') },
      { 'p/portfolio.yml': 'title: Beside\nstandard: small\n' },
      { 'p/portfolio.yaml': unreadable },
      { 'p/portfolio.yaml': undefined },
      { 'p/portfolio.yml': 'shares: [ACME]\n' },
      { 'p/portfolio.yml': undefined, 'p/portfolio.yaml.txt': manifest() },
      { 'p/sub/portfolio.yaml': manifest() },
      { 'p/sub/portfolio.yaml': undefined },
    ],
  },
  {
    name: 'portfolios stand within one another',
    steps: [
      { 'portfolio.yaml': manifest(), 'p/a.md': evidence('"1.1"', 'ref: ES 1'), 'p/sub/b.md': evidence('"1.2"', 'ref: ES 1') },
      { 'p/portfolio.yaml': manifest('title: Inner') },
      { 'p/sub/portfolio.yaml': manifest('title: Innermost'), 'p/sub/x/c.md': evidence('"2.1"') },
      opening(['p', 'p/sub']),
      opening(['', 'q']),
      { 'q/d.md': evidence('3.2.4'), 'p/sub/action-plan.md': plan('1.1 | Act | 2026-01-01 | ') },
      { 'p/sub/portfolio.yaml': undefined },
      { 'portfolio.yaml': undefined },
      { 'p/portfolio.yaml': undefined },
      opening([]),
      opening(['p/sub']),
      { 'p/sub/x/portfolio.yaml': manifest() },
    ],
  },
  {
    name: 'a standard’s file comes, changes, has faults and goes',
    steps: [
      { 'p/portfolio.yaml': 'standard: s.yaml\n', 'p/a.md': evidence('"1.1"') },
      { 'p/s.yaml': smallText },
      { 'p/s.yaml': welsh },
      inLanguage('cy'),
      inLanguage('cy'),
      { 'p/s.yaml': other },
      { 'q/portfolio.yaml': 'standard: ../p/s.yaml\n', 'q/b.md': evidence('A-1') },
      opening(['p', 'q']),
      { 'p/s.yaml': faulty },
      { 'p/portfolio.yaml': 'standard: s.yaml\nrules: { standard-file: hint }\n' },
      { 'p/portfolio.yaml': 'standard: small\n' },
      { 'p/s.yaml': smallText },
      { 'p/portfolio.yaml': 'standard: s.yaml\n' },
      { 'p/s.yaml': unreadable },
      { 'p/s.yaml': '' },
      { 'p/s.yaml': undefined },
      { 'p/portfolio.yaml': 'standard: a.md\n' },
      { 'p/portfolio.yaml': 'standards: { A: small, B: two.yaml }\n', 'p/two.yaml': other },
      { 'p/a.md': evidence('A:1.1, B:A-1') },
      { 'p/portfolio.yaml': 'standards: { A: two.yaml, B: small }\n' },
      { 'p/two.yaml': smallText },
      inLanguage(undefined),
      deletingFolder('p'),
    ],
  },
  {
    name: 'an action plan comes, is moved and goes',
    steps: [
      { 'p/action-plan.md': plan('1.1 | Greet | 2026-01-01 | ', '9.9 | Answer | soon | done') },
      { 'p/a.md': evidence('3.2.4') },
      { 'p/portfolio.yaml': manifest() },
      { 'p/a.md': evidence('"1.1"') },
      { 'p/action-plan.md': plan('1.1 | Greet | 2026-01-01 | done', '2.1 | [Act](a.md) | | ') },
      { 'p/a.md': undefined },
      { 'p/a.md': evidence('"1.2"') },
      renaming('p/action-plan.md', 'p/sub/action-plan.md'),
      renaming('p/sub/action-plan.md', 'p/a.md'),
      { 'p/a.md': `---\ntype: action-plan\nelements: ["1.1"]\n---\n\n${plan('1.1 | Act | | ')}` },
      { 'p/a.md': evidence('"1.1"') },
      { 'p/portfolio.yaml': manifest('rules: { action-unassigned: off }') },
      { 'p/portfolio.yaml': manifest('exclude: [action-plan.md]'), 'p/action-plan.md': plan('1.1 | Act | | ') },
      onDay('2026-06-16'),
      onDay('2027-01-01'),
      { 'p/portfolio.yaml': undefined },
      { 'p/action-plan.md': unreadable },
    ],
  },
  {
    name: 'files come and go to which others lead',
    steps: [
      { 'p/portfolio.yaml': manifest(), 'p/a.md': saying('[x](x.pdf) [s](sub) [b](b.md#top)') },
      { 'p/x.pdf': attachment },
      { 'p/sub/y.pdf': attachment },
      { 'p/b.md': evidence('"1.1"', 'attachments: [x.pdf, sub/Y.pdf, ../far.pdf]') },
      renaming('p/b.md', 'p/sub/b.md'),
      { 'p/X.pdf': attachment, 'p/x.pdf': undefined },
      deletingFolder('p/sub'),
      { 'p/b.md': '# b\n' },
      { 'p/b.md': unreadable },
      { 'p/a.md': saying('Text.') },
      { 'p/x.pdf': attachment },
      { 'p/a.md': saying('[x](x.pdf) [y](y.pdf)') },
      { 'p/portfolio.yaml': manifest('rules: { link-broken: off, attachment-missing: off }') },
      { 'p/x.pdf': undefined },
      { 'p/portfolio.yaml': manifest() },
      setting({ 'link-broken': 'off' }),
      { 'p/y.pdf': attachment },
      setting({}),
    ],
  },
  {
    name: 'a portfolio calls our keys by names of its own',
    steps: [
      { 'p/a.md': '---\nsatisfies: ["1.1"]\nstate: draft\n---\n\nText.\n', 'p/b.md': evidence('"1.2"'), 'p/c.md': '# Nothing\n' },
      { 'p/portfolio.yaml': manifest('keys: { elements: satisfies }') },
      { 'p/portfolio.yaml': manifest('keys: { elements: satisfies, status: state }') },
      { 'p/sub/d.md': '---\nsatisfies: ["2.1"]\n---\n\nText.\n', 'p/sub/e.md': '---\nsatisfied: ["2.1"]\n---\n' },
      { 'p/sub/portfolio.yaml': manifest() },
      { 'p/sub/portfolio.yaml': manifest('keys: { elements: satisfied }') },
      { 'p/sub/portfolio.yaml': undefined },
      { 'p/portfolio.yaml': manifest('title: New', 'keys: { elements: satisfies, status: state }') },
      { 'p/c.md': '---\nmeta:\n  controls: ["1.1"]\n---\n\nText.\n' },
      { 'p/portfolio.yaml': manifest('keys: { elements: meta.controls }') },
      { 'p/sub/portfolio.yaml': manifest('keys: { elements: meta.controls }'), 'p/sub/g.md': '---\nmeta:\n  controls: ["1.1"]\n---\n\nText.\n' },
      { 'p/sub/g.md': '---\nmeta:\n  other: ["1.1"]\n---\n\nText.\n' },
      { 'p/sub/portfolio.yaml': undefined },
      renaming('p/c.md', 'p/sub/c.md'),
      opening(['p', 'p/sub']),
      { 'p/portfolio.yaml': manifest() },
      { 'p/portfolio.yaml': undefined },
    ],
  },
  {
    name: 'portfolios share evidence',
    setting: { repository: '' },
    steps: [
      { 'p/portfolio.yaml': manifest("include: ['**/*.md', '../c/**/*.md']"), 'c/x.md': evidence('"1.1"', 'ref: ES 1') },
      { 'q/portfolio.yaml': manifest("include: ['../c/x.md', '*.md']", 'keys: { elements: satisfies }') },
      opening(['p', 'q']),
      { 'p/a.md': evidence('"1.2"', 'ref: ES 1') },
      { 'c/x.md': evidence('"1.1", "8.8"', 'ref: ES 1') },
      { 'c/x.md': '---\nsatisfies: ["1.1"]\n---\n\nText.\n' },
      { 'c/portfolio.yaml': manifest() },
      { 'c/x.md': evidence('"1.1", "2.1"') },
      { 'c/portfolio.yaml': manifest('exclude: [x.md]') },
      { 'p/portfolio.yaml': manifest("include: ['**/*.md', '../c/**/*.md', '!../c/x.md']") },
      { 'p/portfolio.yaml': manifest("include: ['**/*.md', '../c/**/*.md']", 'exclude: [../c/y.md]'), 'c/y.md': evidence('"2.1"') },
      { 'p/portfolio.yaml': manifest("include: ['../c/**/*.md']", 'rules: { element-unknown: off }') },
      { 'c/portfolio.yaml': undefined },
      { 'q/portfolio.yaml': manifest("include: ['../c/x.md', '*.md']") },
      renaming('c/x.md', 'c/sub/x.md'),
      renaming('c/sub/x.md', 'p/x.md'),
      deletingFolder('c'),
      { 'c/z.md': evidence('"1.1"'), 'c/action-plan.md': plan('1.1 | Act | | ') },
      opening(['p', 'c']),
      { 'p/portfolio.yaml': undefined },
      { 'c/z.md': evidence('3.2.4') },
      { 'p/portfolio.yaml': manifest("include: ['**/*.md', '../c/**/*.md']") },
      { 'p/portfolio.yaml': manifest() },
    ],
  },
  {
    name: 'mappings come, change and go',
    setting: { also: ['mapping-file'] },
    steps: [
      { 'p/portfolio.yaml': 'standards: { A: small, B: two.yaml }\nmappings: [m.yaml, n.yaml]\n', 'p/two.yaml': other },
      { 'p/m.yaml': mapping('from: "1.1", to: A-1') },
      { 'p/a.md': evidence('A:1.1'), 'p/b.md': evidence('A-2') },
      { 'p/n.yaml': mapping('from: "1.1", to: A-1', 'from: "1.2", to: A-2') },
      { 'p/m.yaml': mapping('from: "7.7", to: A-1', 'from: "1.2", to: A-2') },
      { 'q/portfolio.yaml': 'standards: { A: small, B: ../p/two.yaml, C: ../p/two.yaml }\nmappings: ../p/m.yaml\n' },
      opening(['p', 'q']),
      { 'p/n.yaml': undefined },
      { 'p/two.yaml': smallText },
      { 'p/m.yaml': 'from: "' },
      { 'p/portfolio.yaml': 'standards: { A: small, B: two.yaml }\n' },
      { 'p/m.yaml': mapping('from: "1.1", to: "1.1"') },
      { 'p/portfolio.yaml': 'standards: { A: small, B: two.yaml }\nmappings: [m.yaml, two.yaml]\nrules: { mapping-file: hint }\n' },
      { 'p/m.yaml': unreadable },
      { 'q/portfolio.yaml': undefined },
      { 'p/m.yaml': undefined },
    ],
  },
  {
    name: 'what is cited comes and goes',
    setting: { also: ['citation-unknown'] },
    steps: [
      { 'p/portfolio.yaml': manifest(cited), 'p/a.md': saying('See [ES 1], [ES 2] and sub/b.md.') },
      { 'p/c.md': evidence('"1.2"', 'ref: ES 1') },
      { 'p/d.md': evidence('"1.2"', 'ref: ES 3') },
      { 'p/c.md': evidence('"1.2"', 'ref: ES 2') },
      { 'p/c.md': evidence('"1.2"'), 'p/sub/b.md': '# b\n' },
      { 'p/d.md': undefined },
      { 'p/action-plan.md': plan('1.1 | See [ES 9] | | ') },
      { 'p/sub/portfolio.yaml': manifest(cited), 'p/sub/e.md': saying('See [HR 1].') },
      { 'p/f.md': evidence('"1.2"', 'ref: HR 1') },
      { 'p/sub/f.md': evidence('"1.2"', 'ref: HR 2') },
      { 'p/sub/portfolio.yaml': undefined },
      { 'p/a.md': saying('See nothing.') },
      { 'p/portfolio.yaml': manifest('rules: { citation-unknown: off }') },
      { 'p/portfolio.yaml': manifest(cited) },
      deletingFolder('p/sub'),
    ],
  },
  {
    name: 'a folder becomes a portfolio without a manifest, and is none again',
    steps: [
      { 'p/a.md': evidence(''), 'p/b.md': '---\nelement: [3.2.4]\n---\n', 'p/c.md': unreadable },
      { 'p/action-plan.md': plan('9.9.9 | Act | | ') },
      { 'p/d.md': evidence('3.2.4') },
      { 'p/d.md': evidence('3.2.4', 'ref: ES 1') },
      { 'p/d.md': evidence('button') },
      { 'p/a.md': evidence('3.2.1') },
      { 'p/a.md': evidence('') },
      { 'p/c.md': evidence('3.2.4') },
      { 'p/a.md': evidence('', 'owner: [') },
      { 'p/a.md': evidence('') },
      deletingFolder('p'),
    ],
  },
  {
    name: 'the first evidence comes to files that are not read, and goes',
    steps: [
      { 'p/b.md': '---\nelement: [3.2.4]\n---\n', 'p/c.md': unreadable, 'p/x.pdf': attachment },
      { 'p/action-plan.md': plan('9.9.9 | Act | | ') },
      { 'p/d.md': evidence('3.2.4') },
      { 'p/d.md': undefined },
      opening(['p', 'p/sub', 'q']),
      { 'p/sub/d.md': evidence('3.2.4'), 'q/b.md': '---\nelement: [3.2.4]\n---\n', 'q/c.md': unreadable },
      { 'p/sub/d.md': undefined, 'p/action-plan.md': undefined },
      { 'q/d.md': evidence('3.2.4') },
      { 'p/portfolio.yaml': manifest() },
      deletingFolder('q'),
    ],
  },
  {
    name: 'the settings, the day and the open folders change',
    steps: [
      { 'p/portfolio.yaml': manifest('review-notice: 30'), 'p/a.md': evidence('"1.1", "8.8"', 'review-by: 2026-07-15') },
      setting({ 'element-unknown': 'hint', 'review-due-soon': 'off' }),
      setting({ 'element-unknown': 'nonsense', 'evidence-unread': 'error' }),
      onDay('2026-06-16'),
      onDay('2026-06-16'),
      onDay('2026-07-16'),
      { 'q/b.md': evidence('3.2.4'), 'q/c.md': unreadable },
      opening(['q']),
      setting({ 'file-unreadable': 'off' }),
      opening(['p', 'q']),
      setting({}),
      opening(['']),
      opening([]),
    ],
  },
]; // prettier-ignore

const standards = [small, customerServiceExcellence];

describe('After each step', () => {
  for (const { name, setting: own = {}, steps } of rows)
    describe(`in which ${name}`, () => {
      const afresh = new Map<number, string>();
      before(() => afresh.clear());

      for (const held of [
        'nothing',
        'findings',
        'consequences',
        'manifests',
      ] as const satisfies readonly Held[])
        it(`the index is as one built afresh, with ${held} held`, () => {
          const batches = steps.map((step) => ({ commands: commandsOf(step), held }));
          checkSequence(batches, standards, own, { isEachHeld: true, afresh });
        });

      it('a copy goes on, and the index stays as it was', () => {
        const passed: (readonly [PortfolioIndex, string])[] = [];
        const goesOn = (index: PortfolioIndex): PortfolioIndex => {
          passed.push([index, dumpOf(index)]);
          return index.copy();
        };
        const batches = steps.map((step) => ({ commands: commandsOf(step), held: 'nothing' as const }));
        checkSequence(batches, standards, own, { isEachHeld: true, goesOn, afresh });
        for (const [index, dump] of passed) equal(dumpOf(index), dump);
      });
    });
});
