/** The index after edits of portfolios that share evidence, against an index built afresh. */
import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import { checkSequence, deletingFolder, opening, sequencesOf, writing } from '../../support/editSequences';
import { customerServiceExcellence, small, smallText } from '../../support/standards';
import { runs } from '../../support/runs';

const place = fc.constantFrom('c/x.md', 'c/y.md', 'c/hr/z.md', 'p/a.md', 'p/sub/b.md', 'q/d.md');
const evidenceText = fc
  .record({
    ids: fc.constantFrom('"1.1"', '"1.1", "2.1"', '3.2.4', '3.2.4, "1.1"', '"1"', '"8.8"', '"9.9"', ''),
    ref: fc.constantFrom('', '', 'ref: ES 1\n', 'ref: ES 2\n'),
    status: fc.constantFrom('', '', 'status: draft\n', 'status: withdrawn\n'),
    name: fc.constantFrom('elements', 'elements', 'satisfies', 'Satisfies', 'meta:\n  controls'),
    body: fc.constantFrom(
      'Text.',
      '[link](../p/a.md)',
      '[up](../../gone.md)',
      '[top](/c/x.md)',
      '# 2.1 Heading',
    ),
  })
  .map(
    ({ ids, name, ref, status, body }) => `---\ntitle: T\n${name}: [${ids}]\n${ref}${status}---\n\n${body}\n`,
  );
const otherText = fc.constantFrom(
  '# Nothing of ours\n',
  '---\ntype: action-plan\n---\n\n| ID | Action | Due |\n|-|-|-|\n| 1.1 | Act | 2026-06-01 |\n',
  '---\nelement: ["1.1"]\n---\n\nText.\n',
);
const manifestText = fc
  .record({
    standard: fc.constantFrom(
      '',
      'standard: small',
      'standard: customer-service-excellence',
      'standard: ../s.yaml',
    ),
    include: fc.constantFrom(
      '',
      "['**/*.md']",
      "['**/*.md', '../c/**/*.md']",
      "['**/*.md', '../../c/**/*.md']",
      '[../c]',
      "['../**/*.md', '!../c/hr/**']",
      "['**/*.md', ../c/x.md, '../../**']",
      "['../q/*.md', '../gone/**']",
    ),
    exclude: fc.constantFrom('', '', '[../c/y.md]', "['**/a.md', '../**/z.md']"),
    rest: fc.constantFrom(
      '',
      'rules: { ref-duplicate: off }',
      'keys: { elements: satisfies }',
      'keys: { elements: satisfies, status: state }',
      'keys: { elements: meta.controls, ref: elements }',
      'rules: { element-unknown: warning, manifest-pattern: off }',
      'assessment: { "1.1": { applicable: false, reason: None } }',
    ),
  })
  .map(({ standard, include, exclude, rest }) =>
    ['title: T', standard, include && `include: ${include}`, exclude && `exclude: ${exclude}`, rest].join(
      '\n',
    ),
  );
const gone = fc.constant(undefined);
const commands = fc.oneof(
  {
    weight: 6,
    arbitrary: place.chain((path) =>
      writing([path], fc.oneof({ weight: 6, arbitrary: evidenceText }, otherText, gone)),
    ),
  },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('p', 'p', 'q', 'q', 'c', 'c/hr', 'p/sub', '.')
      .chain((folder) =>
        writing([`${folder}/portfolio.yaml`], fc.oneof({ weight: 5, arbitrary: manifestText }, gone)),
      ),
  },
  {
    weight: 1,
    arbitrary: writing(['s.yaml'], fc.constantFrom(smallText, 'title: Other\nchildren: [{ id: A-1 }]\n')),
  },
  { weight: 1, arbitrary: fc.constantFrom('c', 'c/hr', 'p').map(deletingFolder) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<readonly string[]>(['p'], ['p', 'q'], [''], ['q', 'c'], []).map(opening),
  },
);
const start = fc
  .tuple(manifestText, manifestText, evidenceText)
  .chain(([p, q, x]) =>
    fc.tuple(
      writing(['p/portfolio.yaml'], fc.constant(p)),
      writing(['q/portfolio.yaml'], fc.constant(q)),
      writing(['c/x.md'], fc.constant(x)),
    ),
  );

describe('The index after any sequence of edits of portfolios that share evidence', () => {
  it('holds what an index built afresh holds, and has told of every change', () => {
    let shared = 0;
    fc.assert(
      fc.property(
        start,
        sequencesOf(commands),
        fc.constantFrom({}, { repository: '' }),
        (first, rest, repository) => {
          const batches = [{ commands: first, held: 'nothing' as const }, ...rest];
          const index = checkSequence(batches, [small, customerServiceExcellence], repository);
          const isShared = index
            .portfolios()
            .some(({ evidence }) => [...evidence.keys()].some((uri) => index.portfoliosWith(uri).length > 1));
          if (isShared) shared++;
        },
      ),
      { numRuns: runs(200) },
    );
    ok(shared > 20, `Only ${shared} of the sequences end with evidence that is shared.`);
  });
});
