import { deepEqual } from 'node:assert/strict';
import type { RuleCode } from '../../../../server/core/rules/all';
import type { Files, IndexSetting } from '../../support/portfolioFiles';
import { home, indexOf } from '../../support/portfolioFiles';
import { smallText } from '../../support/standards';

/** What is found, as `file:offset rule`, and each portfolio with its evidence and the elements that have some. */
function seen(files: Files, setting: IndexSetting = {}): readonly string[] {
  const also: readonly RuleCode[] = ['attachment-outside', 'manifest-pattern', 'ref-duplicate'];
  const index = indexOf(files, {
    settings: { 'element-uncovered': 'off', 'manifest-pattern': 'off' },
    ...setting,
    also,
  });
  const path = (uri: string): string => uri.slice(home.length + 1) || '.';
  return [
    ...index.portfolios().map((portfolio) => {
      const evidence = [...portfolio.evidence.keys()].map(path).sort().join(' ');
      const covered = portfolio.standard.elements.filter(({ id }) => portfolio.evidenceFor(id).length > 0);
      return `${path(portfolio.root)}: ${evidence} | ${covered.map(({ id }) => id).join(' ')}`;
    }),
    ...index
      .filesWithFindings()
      .flatMap((uri) => index.findings(uri).map(({ rule, span }) => `${path(uri)}:${span.start} ${rule}`)),
  ];
}

const patterns = { 'element-uncovered': 'off' };
const manifest = (...lines: readonly string[]): string => `title: T\n${lines.join('\n')}\n`;
const sharing = (...lines: readonly string[]): string =>
  manifest("include: ['**/*.md', '../corporate/**/*.md']", ...lines);
const evidence = (elements: string, more = ''): string =>
  `---\nelements: [${elements}]\n${more}---\n\n# Heading\n\nText.\n`;

interface Case {
  readonly name: string;
  readonly files: Files;
  readonly setting?: IndexSetting;
  readonly sees: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'counts in each portfolio that asks for it, and its findings come once',
    files: {
      'a/portfolio.yaml': sharing(),
      'b/portfolio.yaml': sharing(),
      'b/own.md': evidence('3.2.1'),
      'corporate/x.md': evidence('3.2.4, 9.9.9'),
    },
    sees: [
      'a: corporate/x.md | 3.2.4',
      'b: b/own.md corporate/x.md | 3.2.1 3.2.4',
      'corporate/x.md:22 element-unknown',
    ],
  },
  {
    name: 'belongs to its own portfolio, too',
    files: {
      'a/portfolio.yaml': sharing(),
      'corporate/portfolio.yaml': manifest(),
      'corporate/x.md': evidence('3.2.4'),
    },
    sees: ['a: corporate/x.md | 3.2.4', 'corporate: corporate/x.md | 3.2.4'],
  },
  {
    name: 'of a portfolio within the shared folder',
    files: {
      'a/portfolio.yaml': sharing(),
      'corporate/hr/portfolio.yaml': manifest(),
      'corporate/hr/x.md': evidence('3.2.4'),
      'corporate/y.md': evidence('3.2.1'),
    },
    sees: ['a: corporate/hr/x.md corporate/y.md | 3.2.1 3.2.4', 'corporate/hr: corporate/hr/x.md | 3.2.4'],
  },
  {
    name: 'may name elements of either standard, and none of neither',
    files: {
      'a/portfolio.yaml': sharing(),
      'corporate/portfolio.yaml': manifest('standard: small.yaml'),
      'corporate/small.yaml': smallText,
      'corporate/x.md': evidence('"1.1", 3.2.4, "7.7"'),
    },
    sees: [
      'a: corporate/x.md | 3.2.4',
      'corporate: corporate/x.md | 1.1',
      'corporate/x.md:29 element-unknown',
    ],
  },
  {
    name: 'is told of a decision only where no portfolio wants it',
    files: {
      'a/portfolio.yaml': sharing('assessment: { 3.2.4: { applicable: false, reason: R } }'),
      'b/portfolio.yaml': sharing(
        'assessment: { 3.2.1: { applicable: false, reason: R }, 3.2.4: { applicable: false, reason: R } }',
      ),
      'corporate/x.md': evidence('3.2.4, 3.2.1'),
    },
    sees: [
      'a: corporate/x.md | 3.2.1 3.2.4',
      'b: corporate/x.md | 3.2.1 3.2.4',
      'corporate/x.md:15 element-not-applicable',
    ],
  },
  {
    name: 'is told in the words of the standard that knows an element',
    files: {
      'a/portfolio.yaml': sharing(),
      'corporate/portfolio.yaml': manifest('standard: small.yaml'),
      'corporate/small.yaml': smallText,
      'corporate/x.md': evidence('"9.9", "7.7", "7.7"'),
    },
    sees: [
      'a: corporate/x.md | ',
      'corporate: corporate/x.md | 1.2',
      'corporate/x.md:15 element-retired',
      'corporate/x.md:22 element-unknown',
      'corporate/x.md:29 element-duplicate',
      'corporate/x.md:29 element-unknown',
    ],
  },
  {
    name: 'is told what is wrong with it in the order of the text',
    files: {
      'a/portfolio.yaml': sharing(),
      'b/portfolio.yaml': sharing(),
      'corporate/x.md': evidence('9.9.9, 3.2.4', 'status: wrong\n').replace('---', '---\nkind: [a]'),
    },
    sees: [
      'a: corporate/x.md | 3.2.4',
      'b: corporate/x.md | 3.2.4',
      'a/portfolio.yaml:0 element-draft-only',
      'b/portfolio.yaml:0 element-draft-only',
      'corporate/x.md:10 front-matter-value',
      'corporate/x.md:25 element-unknown',
      'corporate/x.md:47 front-matter-value',
    ],
  },
  {
    name: 'has a ref that nothing else has in any of its portfolios',
    files: {
      'a/portfolio.yaml': sharing(),
      'a/own.md': evidence('3.2.1', 'ref: ES 1\n'),
      'corporate/portfolio.yaml': manifest(),
      'corporate/x.md': evidence('3.2.4', 'ref: ES 1\n'),
    },
    sees: [
      'a: a/own.md corporate/x.md | 3.2.1 3.2.4',
      'corporate: corporate/x.md | 3.2.4',
      'a/own.md:27 ref-duplicate',
      'corporate/x.md:27 ref-duplicate',
    ],
  },
  {
    name: 'is taken out by exclude, and by a pattern that takes back',
    files: {
      'a/portfolio.yaml': sharing("exclude: ['../corporate/drafts']"),
      'b/portfolio.yaml': manifest("include: ['../corporate/**/*.md', '!../corporate/drafts/**']"),
      'corporate/x.md': evidence('3.2.4'),
      'corporate/drafts/y.md': evidence('3.2.1'),
    },
    sees: ['.: corporate/drafts/y.md | 3.2.1', 'a: corporate/x.md | 3.2.4', 'b: corporate/x.md | 3.2.4'],
  },
  {
    name: 'that its own portfolio leaves out has the findings of who asks for it',
    files: {
      'a/portfolio.yaml': sharing('rules: { element-unknown: warning }'),
      'corporate/portfolio.yaml': manifest('exclude: [x.md]'),
      'corporate/x.md': evidence('9.9.9'),
    },
    sees: ['a: corporate/x.md | ', 'corporate:  | ', 'corporate/x.md:15 element-unknown'],
  },
  {
    name: 'may have attachments anywhere in the repository',
    files: {
      'a/portfolio.yaml': sharing(),
      'corporate/x.md': evidence(
        '3.2.4',
        'attachments: [../files/x.pdf, ../files/gone.pdf, ../../far.pdf]\n',
      ),
      'files/x.pdf': null,
    },
    setting: { folders: ['a'], repository: '' },
    sees: [
      'a: corporate/x.md | 3.2.4',
      'corporate/x.md:52 attachment-missing',
      'corporate/x.md:71 attachment-outside',
    ],
  },
  {
    name: 'outside of the open folder is there where it is inside the repository',
    files: { 'a/portfolio.yaml': sharing(), 'corporate/x.md': evidence('3.2.4') },
    setting: { folders: ['a'], repository: '' },
    sees: ['a: corporate/x.md | 3.2.4'],
  },
  {
    name: 'outside of the repository is not, and the pattern is told so',
    files: {
      'r/a/portfolio.yaml': manifest("include: ['**/*.md', '../../corporate/**']"),
      'corporate/x.md': evidence('3.2.4'),
    },
    setting: { folders: ['r/a'], repository: 'r', settings: patterns },
    sees: ['r/a:  | ', 'r/a/portfolio.yaml:19 manifest-pattern', 'r/a/portfolio.yaml:30 manifest-pattern'],
  },
  {
    name: 'outside of the open folder is not where nobody knows of a repository',
    files: { 'a/portfolio.yaml': sharing(), 'corporate/x.md': evidence('3.2.4') },
    setting: { folders: ['a'], settings: patterns },
    sees: ['a:  | ', 'a/portfolio.yaml:19 manifest-pattern', 'a/portfolio.yaml:30 manifest-pattern'],
  },
  {
    name: 'in another open folder is there without a repository',
    files: { 'a/portfolio.yaml': sharing(), 'corporate/x.md': evidence('3.2.4') },
    setting: { folders: ['a', 'corporate'] },
    sees: ['a: corporate/x.md | 3.2.4'],
  },
  {
    name: 'that a pattern does not find is said at the pattern',
    files: {
      'a/portfolio.yaml': manifest(
        "include: [../Corporate/**, '../corporate/*/../x.md', 'sub/../**', ../corporate]",
      ),
      'corporate/x.md': evidence('3.2.4'),
    },
    setting: { settings: patterns },
    sees: [
      'a: corporate/x.md | 3.2.4',
      'a/portfolio.yaml:19 manifest-pattern',
      'a/portfolio.yaml:36 manifest-pattern',
      'a/portfolio.yaml:62 manifest-pattern',
    ],
  },
  {
    name: 'is not all that is in the folder above while somebody types a way there',
    files: {
      'a/portfolio.yaml': manifest("include: [own.md, ../, '..', '../..']"),
      'a/own.md': evidence('3.2.1'),
      'corporate/x.md': evidence('3.2.4'),
    },
    setting: { folders: ['a'], repository: '', settings: patterns },
    sees: [
      'a: a/own.md | 3.2.1',
      'a/portfolio.yaml:27 manifest-pattern',
      'a/portfolio.yaml:32 manifest-pattern',
      'a/portfolio.yaml:38 manifest-pattern',
    ],
  },
  {
    name: 'does not bring its action plan along',
    files: {
      'a/portfolio.yaml': sharing(),
      'corporate/portfolio.yaml': manifest(),
      'corporate/action-plan.md': '| ID | Action |\n|-|-|\n| 9.9.9 | Act |\n',
    },
    sees: [
      'a:  | ',
      'corporate:  | ',
      'corporate/action-plan.md:24 action-element-unknown',
      'corporate/action-plan.md:24 action-unassigned',
    ],
  },
];

describe('Evidence that portfolios share', () => {
  for (const { name, files, setting, sees } of cases)
    it(name, () => {
      deepEqual(seen(files, setting), sees);
    });
});
