/**
 * The index after any sequence of edits against an index built afresh. A failure prints the seed and the
 * shortest sequence; run it again with `fc.assert(…, { seed, path })`.
 */
import fc from 'fast-check';
import {
  checkSequence,
  deletingFolder,
  inLanguage,
  onDay,
  opening,
  renaming,
  sequencesOf,
  setting,
  writing,
} from '../../support/editSequences';
import { attachment } from '../../support/portfolioFiles';
import { customerServiceExcellence, small, smallText } from '../../support/standards';
import { runs } from '../../support/runs';

const evidencePaths = ['p/a.md', 'p/b.md', 'p/sub/c.md', 'p/sub/d.md', 'q/e.md', 'f.md'];
const planPaths = ['p/action-plan.md', 'p/sub/action-plan.md', 'q/action-plan.md', 'p/b.md', 'f.md'];
const standardPaths = ['p/s.yaml', 's.md'];
const attachmentPaths = ['p/attachments/x.pdf', 'p/sub/y.pdf', 'p/sub/Y.PDF', 'q/attachments/z.pdf'];
const manifestFolders = ['p', 'p/sub', 'q', ''];

const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });
const ids = fc.constantFrom('1.1', '"1.2"', '2.1', '1', '9.9', '8.8', '3.2.4', '"A-1"', 'button', '[1.1]');
const dates = fc.constantFrom('2026-06-14', '2026-06-15', '2026-06-16', '2026-08-14', '2026-08-15', 'soon');
const targets = fc.constantFrom(
  'attachments/x.pdf',
  'attachments',
  'b.md',
  'sub/c.md',
  'sub',
  '../p/a.md',
  '../q/attachments/z.pdf',
  'gone.pdf',
  'https://example.org/x',
  // In other letters, at a page, from the top, and on a disk.
  'Attachments/X.PDF',
  'SUB/c.md',
  'sub/Y.pdf#page=2',
  '/sub/y.pdf',
  'H:/x.pdf',
);

const evidenceText = fc
  .record({
    elements: maybe(fc.array(ids, { maxLength: 3 })),
    name: fc.constantFrom('elements', 'elements', 'elements', 'Elements', 'element'),
    open: fc.constantFrom('---', '---', '---', '---', '\n---', '—', '----', '# Heading\n\n---', '+++'),
    title: maybe(fc.constantFrom('One', 'Two')),
    ref: maybe(fc.constantFrom('ES 1', 'ES 2')),
    status: maybe(fc.constantFrom('draft', 'in-review', 'approved', 'withdrawn', 'aproved')),
    'review-by': maybe(dates),
    attachments: maybe(fc.array(targets, { minLength: 1, maxLength: 2 })),
    fault: fc.constantFrom('', '', '', '"', 'a: b: c'),
    close: fc.constantFrom('---', '---', '---', ''),
    body: fc.array(
      fc.oneof(
        fc.constantFrom('', '# Heading', '## 1.1 Greeting', 'Text about opening hours.', '`](b.md)`'),
        targets.map((target) => `[link](${target})`),
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ elements, name, open: opening, attachments, fault, close, body, ...rest }) =>
    [
      opening,
      ...(elements ? [`${name}: [${elements.join(', ')}]`] : []),
      ...Object.entries(rest).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`])),
      ...(attachments ? [`attachments: [${attachments.join(', ')}]`] : []),
      fault,
      close,
      body.join('\n\n'),
    ].join('\n'),
  );

const planText = fc
  .record({
    type: fc.constantFrom(
      '---\ntype: action-plan\n---\n\n',
      '---\ntype: note\nelements: ["1.1"]\n---\n\n',
      '',
    ),
    header: fc.constantFrom(
      '| ID | Action | Owner | Due | Status |',
      '| Ref | Due |',
      '| Action | Lead | Due |',
    ),
    rows: fc.array(
      fc.tuple(
        fc.constantFrom('1.1', '1.2', '2.1', '1', '9.9', '8.8', '3.2.4', '1 Heading', '[1.1](b.md)', ''),
        fc.oneof(
          fc.constantFrom('', 'Greet people', 'People are greeted.'),
          targets.map((target) => `[x](${target})`),
        ),
        fc.constantFrom('', 'Manager'),
        fc.oneof(dates, fc.constantFrom('', 'June 2026', 'ongoing')),
        fc.constantFrom('', 'complete', 'in progress', '50 %', 'perhaps'),
      ),
      { maxLength: 4 },
    ),
  })
  .map(({ type, header, rows }) => {
    const count = header.split('|').length - 2;
    const lines = rows.map((cells) => `| ${cells.slice(0, count).join(' | ')} |`);
    return `${type}${[header, `|${'-|'.repeat(count)}`, ...lines].join('\n')}\n`;
  });

const severities = fc.constantFrom('error', 'warning', 'hint', 'off');
const configurable = fc.constantFrom(
  'evidence-unread',
  'element-unknown',
  'element-single-source',
  'element-uncovered',
  'file-unreadable',
  'standard-file',
  'link-broken',
  'action-overdue',
);
const ruleSettings = fc.dictionary(configurable, severities, { maxKeys: 2 });

const manifestText = fc
  .record({
    title: maybe(fc.constantFrom('First', 'Second')),
    standard: maybe(
      fc.constantFrom(
        'small',
        'customer-service-excellence',
        's.yaml',
        '../p/s.yaml',
        '../s.md',
        'a.md',
        'no.yaml',
        'action-plan.md',
        'portfolio.yaml',
        '../portfolio.yaml',
        '../q/portfolio.yaml',
        'https://example.org/s.yaml',
      ),
    ),
    include: maybe(
      fc.constantFrom(
        "['**/*.md']",
        "['sub/**']",
        "['*.md']",
        "['{']",
        "[./sub, 'SUB/**', '*.pdf']",
        // Evidence that portfolios share.
        "['**/*.md', '../q/**/*.md']",
        "['**/*.md', '../p/**/*.md', '!../p/sub/**']",
        "['../**/*.md']",
        "[../p/a.md, '../*.md', ../../f.md]",
      ),
    ),
    exclude: maybe(
      fc.constantFrom(
        "['a.md']",
        "['**/c.md']",
        "['A.md', 'attachments/x.pdf', '../q']",
        "['../p/sub', '../f.md']",
      ),
    ),
    'assessment-date': maybe(dates),
    'review-notice': maybe(fc.constantFrom('0', '60', 'many')),
    language: maybe(fc.constantFrom('cy', 'fr-CA', 'de', '[cy]')),
    assessment: maybe(
      fc.constantFrom(
        '{ "1.1": { applicable: false, reason: None } }',
        '{ "1.1": { applicable: false }, "2.1": { self: good } }',
        '{ 1.2: { self: great }, 7.7: { self: fair } }',
        '{ "1.1": { self: fair }, "1.2": { self: fair } }',
        '{ "1.1": { self: good, comment: Old, assessed: 2026-01-01 }, "1.2": { assessor: fair, assessed: 2026-06-15 } }',
        '[1.1]',
      ),
    ),
    rules: maybe(ruleSettings.map((rules) => JSON.stringify(rules))),
    fault: fc.constantFrom('', '', '', '"', '- x', 'a: b: c'),
  })
  .map(({ fault, ...rest }) =>
    [
      ...Object.entries(rest).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`])),
      fault,
    ].join('\n'),
  );

const standardText = fc.constantFrom(
  smallText,
  smallText.replace('"1.2"', '"1.3"'),
  smallText.replace(
    'children:',
    'language: en\ntranslations: { cy: { nodes: { "1.1": { text: Cyferchir pobl } } } }\nchildren:',
  ),
  'title: Other\nchildren: [{ id: A-1 }, { id: A-2 }]\n',
  'title: Faulty\nchildren: [{ id: A-1 }, { id: A-1 }]\n',
  'title: "',
  '---\nelements: ["1.1"]\n---\n',
  '',
);

const unreadable = fc.constant({ reason: 'it is too large.' });
const gone = fc.constant(undefined);

const place = (paths: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...paths);
const rename = fc
  .tuple(place([...evidencePaths, ...planPaths]), place([...evidencePaths, ...planPaths]))
  .map(([from, to]) => renaming(from, to));

const deleteFolder = place(['p', 'p/sub', 'p/attachments', 'q']).map(deletingFolder);

const open = fc
  .constantFrom<readonly string[]>(['p'], ['q'], ['p', 'q'], ['p', 'p/sub'], [''], [])
  .map(opening);

const set = ruleSettings.map(setting);
const move = fc.constantFrom('2026-06-14', '2026-06-15', '2026-06-16', '2027-01-01').map(onDay);
const speak = fc.constantFrom('cy', 'en-GB', 'de', undefined).map(inLanguage);

const manifestPaths = [
  ...manifestFolders.map((folder) => `${folder}/portfolio.yaml`),
  ...['p/portfolio.yml', 'p/Portfolio.yaml', 'q/portfolio.yml', 'portfolio.yaml.txt'],
];
const commands = fc.oneof(
  {
    weight: 8,
    arbitrary: writing(evidencePaths, fc.oneof({ weight: 6, arbitrary: evidenceText }, unreadable, gone)),
  },
  {
    weight: 4,
    arbitrary: writing(planPaths, fc.oneof({ weight: 6, arbitrary: planText }, unreadable, gone)),
  },
  {
    weight: 4,
    arbitrary: writing(manifestPaths, fc.oneof({ weight: 6, arbitrary: manifestText }, unreadable, gone)),
  },
  {
    weight: 2,
    arbitrary: writing(standardPaths, fc.oneof({ weight: 6, arbitrary: standardText }, unreadable, gone)),
  },
  { weight: 2, arbitrary: writing(attachmentPaths, fc.constantFrom(attachment, undefined)) },
  { weight: 1, arbitrary: rename },
  { weight: 1, arbitrary: deleteFolder },
  { weight: 1, arbitrary: open },
  { weight: 1, arbitrary: set },
  { weight: 1, arbitrary: move },
  { weight: 1, arbitrary: speak },
);

/** With the small standard as the default one: every element is compared after every step. */
const standards = [small, customerServiceExcellence];

describe('The index after any sequence of edits', () => {
  it('holds what an index built afresh holds, and has told of every change', () => {
    fc.assert(
      fc.property(sequencesOf(commands), fc.constantFrom({}, { repository: '' }), (batches, repository) => {
        checkSequence(batches, standards, repository);
      }),
      { numRuns: runs(300) },
    );
  });
});
