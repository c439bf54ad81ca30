/** One edit costs what that file costs: which files are judged again after it, and which portfolios are made anew. */
import { equal } from 'node:assert/strict';
import type { EvidenceFile } from '../../../../server/core/evidence/evidence';
import { PortfolioIndex } from '../../../../server/core/index/portfolioIndex';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import type { KnownRule } from '../../../../server/core/rules/all';
import type { Uri } from '../../../../server/core/text/span';
import { relativePath } from '../../../../server/core/text/uri';
import { matcher } from '../../../../server/host/files/matcher';
import type { Happening, Model } from '../../support/editSequences';
import { commandsOf, deletingFolder, inLanguage, onDay, opening, renaming, setting } from '../../support/editSequences'; // prettier-ignore
import type { Files } from '../../support/portfolioFiles';
import { apply, at, attachment, factOf, home, today } from '../../support/portfolioFiles';
import { settledRulesAnd } from '../../support/settledRules';
import { customerServiceExcellence, small, smallText } from '../../support/standards';

const evidence = (ids: string, ...lines: readonly string[]): string =>
  ['---', 'title: T', `elements: [${ids}]`, ...lines, '---', '', 'Text.', ''].join('\n');
const saying = (body: string): string => evidence('"1.1"').replace('Text.', body);
const manifest = (...lines: readonly string[]): string => ['standard: small', ...lines, ''].join('\n');
const plan = (row: string): string => `| ID | Action |\n|-|-|\n| ${row} |\n`;
const mapping = (to: string): string =>
  `from: A\nto: B\npairs: [{ from: "1.1", to: ${to}, relation: equal }]\n`;
const other = 'title: Other\nchildren: [{ id: A-1, text: First }, { id: A-2, text: Second }]\n';

/** A name, what happens (of several, the last), the files judged then (as often as they are), and what is made anew. */
type Row = readonly [
  name: string,
  happening: Happening | readonly Happening[],
  judged: string,
  anew?: string,
];

interface Group {
  readonly of: string;
  readonly files: Files;
  readonly folders: readonly string[];
  readonly rows: readonly Row[];
}

const citing = 'rules: { citation-unknown: warning }';
const groups: readonly Group[] = [
  {
    of: 'portfolios of their own',
    folders: ['p', 'q'],
    files: {
      'p/portfolio.yaml': manifest(citing),
      'p/a.md': evidence('"1.1"', 'ref: ES 1'),
      'p/b.md': evidence('"1.2"', 'ref: ES 2'),
      'p/linking.md': saying('[b](b.md) [x](x.pdf) [sub](sub)'),
      'p/citing.md': saying('See [ES 1] and far/c.md.'),
      'p/action-plan.md': plan('1.1 | [Act](b.md)'),
      'p/n.md': '# Nothing\n',
      'q/portfolio.yaml': manifest(),
      'q/a.md': evidence('"1.1"', 'ref: ES 1'),
      'q/b.md': evidence('"1.2"', 'ref: ES 1'),
      'q/action-plan.md': plan('1.1 | Act'),
    },
    rows: [
      ['the text of evidence changes', { 'p/b.md': evidence('"1.2"', 'ref: ES 2').replace('Text', 'More') }, 'p/b.md'],
      ['evidence says what no coverage shows', { 'p/b.md': evidence('"1.2"', 'ref: ES 2', 'kind: data') }, 'p/b.md'],
      ['evidence gets another title', { 'p/b.md': evidence('"1.2"', 'ref: ES 2').replace('title: T', 'title: U') }, 'p/action-plan.md p/b.md p/portfolio.yaml'],
      ['evidence is for another element', { 'p/b.md': evidence('"1.1"', 'ref: ES 2') }, 'p/action-plan.md p/b.md p/portfolio.yaml'],
      ['evidence is told of as it was', { 'p/b.md': evidence('"1.2"', 'ref: ES 2') }, 'p/b.md'],
      ['evidence gets another ref', { 'p/b.md': evidence('"1.2"', 'ref: ES 3') }, 'p/b.md'],
      ['evidence gets the ref of another', { 'p/b.md': evidence('"1.2"', 'ref: ES 1') }, 'p/a.md p/b.md p/citing.md'],
      ['evidence loses a ref that is cited', { 'p/a.md': evidence('"1.1"') }, 'p/a.md p/citing.md'],
      ['evidence comes', { 'p/d.md': evidence('"1.2"') }, 'p/action-plan.md p/d.md p/portfolio.yaml'],
      ['evidence comes with a ref of another kind', { 'p/d.md': evidence('"1.2"', 'ref: HR 1') }, 'p/action-plan.md p/d.md p/portfolio.yaml'],
      ['evidence comes of which the place is cited', { 'p/far/c.md': evidence('"1.2"') }, 'p/action-plan.md p/citing.md p/citing.md p/far/c.md p/portfolio.yaml'],
      ['evidence goes', { 'p/b.md': undefined }, 'p/action-plan.md p/linking.md p/portfolio.yaml'],
      ['evidence is none any longer', { 'p/a.md': '# Nothing\n' }, 'p/action-plan.md p/citing.md p/portfolio.yaml'],
      ['evidence moves', renaming('p/b.md', 'p/near/b.md'), 'p/action-plan.md p/linking.md p/near/b.md p/portfolio.yaml'],
      ['evidence moves to another portfolio', renaming('p/b.md', 'q/sub/b.md'), 'p/action-plan.md p/linking.md p/portfolio.yaml q/action-plan.md q/portfolio.yaml q/sub/b.md'],
      ['a file comes to which others lead', { 'p/x.pdf': attachment }, 'p/linking.md'],
      ['a file comes to which nothing leads', { 'p/y.pdf': attachment }, ''],
      ['a file that is no evidence changes', { 'p/n.md': '# Other\n' }, ''],
      ['evidence comes with a ref of a kind that is cited', { 'p/d.md': evidence('"1.2"', 'ref: ES 3') }, 'p/action-plan.md p/d.md p/portfolio.yaml'],
      ['evidence comes with the first ref of a kind that is cited', [{ 'p/citing.md': saying('See [HR 9].') }, { 'p/d.md': evidence('"1.2"', 'ref: HR 1') }], 'p/action-plan.md p/citing.md p/d.md p/portfolio.yaml'],
      ['evidence comes with the second one', [{ 'p/citing.md': saying('See [HR 9].'), 'p/c.md': evidence('"1.2"', 'ref: HR 1') }, { 'p/d.md': evidence('"1.2"', 'ref: HR 2') }], 'p/action-plan.md p/d.md p/portfolio.yaml'],
      ['a ref goes that is cited no longer', [{ 'p/citing.md': saying('See [ES 2].') }, { 'p/a.md': evidence('"1.1"') }], 'p/a.md'],
      ['a ref goes that one of two still cites', [{ 'p/d.md': saying('See [ES 1].') }, { 'p/citing.md': saying('See [ES 2].') }, { 'p/a.md': evidence('"1.1"') }], 'p/a.md p/d.md'],
      ['a ref goes that nothing cites, as who did is gone', [{ 'p/citing.md': undefined }, { 'p/a.md': evidence('"1.1"') }], 'p/a.md'],
      ['the text of evidence changes that has the ref of another', { 'q/b.md': evidence('"1.2"', 'ref: ES 1').replace('Text', 'More') }, 'q/b.md'],
      ['such evidence says what no coverage shows', { 'q/b.md': evidence('"1.2"', 'ref: ES 1', 'kind: data') }, 'q/a.md q/b.md'],
      ['a file goes to which nothing leads any longer', [{ 'p/linking.md': saying('Text.') }, { 'p/b.md': undefined }], 'p/action-plan.md p/portfolio.yaml'],
      ['a folder becomes a portfolio', [{ 'q/portfolio.yaml': undefined, 'q/c.md': '---\nelement: [3.2.4]\n---\n' }, { 'q/a.md': evidence('3.2.4') }], 'q/a.md q/action-plan.md', 'q'],
      ['it gets more evidence', [{ 'q/portfolio.yaml': undefined }, { 'q/a.md': evidence('3.2.4') }, { 'q/b.md': evidence('3.2.4') }], 'q/action-plan.md q/b.md'],
      ['a plan changes', { 'p/action-plan.md': plan('1.2 | Act') }, 'p/action-plan.md p/portfolio.yaml'],
      ['a plan goes', { 'p/action-plan.md': undefined }, 'p/portfolio.yaml'],
      ['a manifest changes', { 'q/portfolio.yaml': manifest('title: New') }, 'q/a.md q/action-plan.md q/b.md q/portfolio.yaml', 'q'],
      ['a manifest comes within', { 'q/sub/portfolio.yaml': manifest() }, 'q/a.md q/action-plan.md q/b.md q/portfolio.yaml q/sub/portfolio.yaml', 'q q/sub'],
      ['a manifest within another changes', [{ 'q/sub/portfolio.yaml': manifest() }, { 'q/sub/portfolio.yaml': manifest('title: New') }], 'q/sub/portfolio.yaml', 'q/sub'],
      ['a manifest around another changes', [{ 'q/sub/portfolio.yaml': manifest() }, { 'q/portfolio.yaml': manifest('title: New') }], 'q/a.md q/action-plan.md q/b.md q/portfolio.yaml', 'q'],
      ['a second manifest comes that does not count', { 'q/portfolio.yml': manifest('title: New') }, 'q/portfolio.yaml'],
      ['a manifest comes around', { 'portfolio.yaml': manifest() }, 'p/a.md p/action-plan.md p/b.md p/citing.md p/linking.md p/portfolio.yaml portfolio.yaml q/a.md q/action-plan.md q/b.md q/portfolio.yaml', '. p q'],
      ['a manifest goes', { 'q/portfolio.yaml': undefined }, ''],
      ['a folder goes', deletingFolder('q'), ''],
      ['another folder is opened', opening(['p', 'q', 'r']), 'p/a.md p/action-plan.md p/b.md p/citing.md p/linking.md p/portfolio.yaml q/a.md q/action-plan.md q/b.md q/portfolio.yaml', 'p q'],
      ['another day begins', onDay('2026-06-16'), 'p/a.md p/action-plan.md p/b.md p/citing.md p/linking.md p/portfolio.yaml q/a.md q/action-plan.md q/b.md q/portfolio.yaml', 'p q'],
      ['the day is told of again', onDay(today), ''],
      ['another language is chosen', inLanguage('cy'), 'p/a.md p/action-plan.md p/b.md p/citing.md p/linking.md p/portfolio.yaml q/a.md q/action-plan.md q/b.md q/portfolio.yaml', 'p q'],
      ['the language is told of again', inLanguage(undefined), ''],
      ['the settings change', setting({ 'element-unknown': 'hint' }), 'p/a.md p/action-plan.md p/b.md p/citing.md p/linking.md p/portfolio.yaml q/a.md q/action-plan.md q/b.md q/portfolio.yaml', 'p q'],
    ],
  },
  {
    of: 'portfolios that share evidence and standards',
    folders: ['c', 'p', 'q', 'r'],
    files: {
      'c/portfolio.yaml': manifest('exclude: [y.md]'),
      'c/x.md': evidence('"1.1"'),
      'c/y.md': evidence('"1.2"'),
      'p/portfolio.yaml': "standard: small\ninclude: ['**/*.md', '../c/**/*.md']\n",
      'p/a.md': evidence('"2.1"'),
      'q/portfolio.yaml': 'standards: { A: small, B: ../r/s.yaml }\nmappings: [m.yaml, n.yaml]\n',
      'q/m.yaml': mapping('A-1'),
      'q/n.yaml': mapping('A-2'),
      'q/a.md': evidence('A:1.1'),
      'q/action-plan.md': plan('A:1.1 | Act'),
      'r/portfolio.yaml': 'standard: s.yaml\n',
      'r/s.yaml': other,
      'r/a.md': evidence('A-1'),
    },
    rows: [
      ['shared evidence changes', { 'c/x.md': evidence('"1.1"').replace('Text', 'More') }, 'c/x.md c/x.md'],
      ['shared evidence is for another element', { 'c/x.md': evidence('"1.2"') }, 'c/portfolio.yaml c/x.md c/x.md p/portfolio.yaml'],
      ['shared evidence goes', { 'c/x.md': undefined }, 'c/portfolio.yaml p/portfolio.yaml'],
      ['evidence that nobody shares is for another element', { 'p/a.md': evidence('"1.2"') }, 'p/a.md p/portfolio.yaml'],
      ['evidence moves to where it is shared', renaming('p/a.md', 'c/a.md'), 'c/a.md c/a.md c/portfolio.yaml p/portfolio.yaml'],
      ['a manifest no longer shares', { 'p/portfolio.yaml': manifest() }, 'c/x.md p/a.md p/portfolio.yaml', 'p'],
      ['a manifest no longer leaves out', { 'c/portfolio.yaml': manifest() }, 'c/portfolio.yaml c/x.md c/x.md c/y.md c/y.md', 'c'],
      ['a standard changes', { 'r/s.yaml': smallText }, 'q/a.md q/action-plan.md q/portfolio.yaml r/a.md r/portfolio.yaml', 'q r'],
      ['a standard is told of as it was', { 'r/s.yaml': other }, ''],
      ['a mapping changes', { 'q/m.yaml': mapping('A-2') }, 'q/action-plan.md q/portfolio.yaml'],
      ['a mapping is told of as it was', { 'q/m.yaml': mapping('A-1') }, ''],
      ['a mapping goes', { 'q/n.yaml': undefined }, 'q/action-plan.md q/portfolio.yaml'],
      ['a manifest names no standard any longer', { 'r/portfolio.yaml': manifest() }, 'r/a.md r/portfolio.yaml', 'r'],
    ],
  },
]; // prettier-ignore

const looking = ['element-unknown', 'action-element-unknown', 'element-uncovered'];

/** Notes of each file how often one rule has looked at it. */
function noting(rule: KnownRule, note: (uri: Uri) => void): KnownRule {
  if (!looking.includes(rule.code)) return rule;
  if (rule.on === 'evidence')
    return {
      ...rule,
      check: (portfolio: Portfolio, file: EvidenceFile) => (note(file.uri), rule.check(portfolio, file)),
    };
  if (rule.on === 'plan')
    return { ...rule, checkPlan: (portfolio, file) => (note(file.uri), rule.checkPlan(portfolio, file)) };
  if (rule.on === 'manifest')
    return {
      ...rule,
      check: (portfolio, file, codes) => (note(file.uri), rule.check(portfolio, file, codes)),
    };
  return rule;
}

describe('What is judged again', () => {
  const standards = [customerServiceExcellence, small];
  for (const { of, files, folders, rows } of groups)
    for (const [name, happening, judged, anew = ''] of rows)
      it(`of ${of}, where ${name}`, () => {
        const looked: Uri[] = [];
        const rules = settledRulesAnd(['citation-unknown', 'mapping-file']);
        const index = new PortfolioIndex({
          rules: rules.map((rule) => noting(rule, (uri) => looked.push(uri))),
          standards: new Map(standards.map((standard) => [standard.id, standard])),
          matcher,
          repositoryOf: () => home,
          today,
        });
        const told = new Map(Object.entries(files).map(([path, content]) => [at(path), content]));
        const model: Model = { files: told, folders: folders.map(at), settings: {}, today, standards, setting: {} }; // prettier-ignore
        apply(index, [{ kind: 'folders', folders: model.folders }], told);
        apply(index, [...told].map(([uri, content]) => factOf(index, uri, content)), told); // prettier-ignore
        let before = new Set<Portfolio>();
        for (const one of [happening].flat()) {
          before = new Set(index.portfolios());
          looked.length = 0;
          apply(index, commandsOf(one).flatMap(({ step }) => step(model, index)), told); // prettier-ignore
        }
        const paths = (uris: readonly Uri[]): string =>
          uris.map((uri) => relativePath(home, uri)).sort().join(' '); // prettier-ignore
        const made = index.portfolios().filter((portfolio) => !before.has(portfolio));
        equal(`${paths(looked)} | ${paths(made.map(({ root }) => root))}`, `${judged} | ${anew}`);
      });
});
