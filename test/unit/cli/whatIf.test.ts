/** `what-if`: suppositions from the command line, on folders of the disk. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, run } from './support';

const files = {
  'portfolio.yaml':
    'title: Anytown\nassessment-date: 2027-05-12\nassessment: { 1.1.1: { self: compliant }, 1.1.2: { self: partial } }\n',
  'evidence/a.md':
    '---\ntitle: Survey\nelements: [1.1.1]\nreview-by: 2027-01-01\n---\n\n- [x] Alpha\n\nText.\n',
};

interface Answer {
  readonly supposed: unknown;
  readonly day: unknown;
  readonly standards: readonly {
    readonly elements: readonly unknown[];
    readonly awards: readonly {
      readonly now: { readonly reached: number };
      readonly then: { readonly reached: number };
      readonly withCurrentEvidence: { readonly then: { readonly reached: number } };
    }[];
    readonly parts: readonly { readonly id: string; readonly awards: readonly unknown[] }[];
  }[];
}

describe('what-if', () => {
  afterEach(removeFolders);
  const asked = async (...argv: readonly string[]): ReturnType<typeof run> =>
    run(['what-if', folderWith(files), '--today', '2026-06-15', ...argv]);

  it('tells programs what becomes of each element, part and award', async () => {
    const folder = folderWith(files);
    const { out, err, status } = await run(['what-if', folder, '--today', '2026-06-15', '--withdrawn', 'evidence/a.md', '--rated', '1.1.2=compliant', '--format', 'json']); // prettier-ignore
    deepEqual([status, err], [0, '']);
    const { supposed, day, standards } = JSON.parse(out) as Answer;
    deepEqual(supposed, { withdrawn: ['evidence/a.md'], rated: [{ element: '1.1.2', rating: 'compliant' }], rater: 'self' }); // prettier-ignore
    deepEqual(day, { now: '2026-06-15', then: '2026-06-15' });
    deepEqual(standards[0]?.elements, [
      { id: '1.1.1', state: { now: 'evidenced', then: 'missing' }, current: { now: 1, then: 0 }, rating: { now: 'compliant', then: 'compliant' } },
      { id: '1.1.2', state: { now: 'missing', then: 'missing' }, current: { now: 0, then: 0 }, rating: { now: 'partial', then: 'compliant' } },
    ]); // prettier-ignore
    const [award] = standards.flatMap(({ awards }) => awards);
    deepEqual([award?.now.reached, award?.then.reached, award?.withCurrentEvidence.then.reached], [1, 2, 0]);
    deepEqual(standards.flatMap(({ parts }) => parts)[0], {
      id: '1',
      coverage: {
        now: { total: 11, evidenced: 1, overdue: 0, draft: 0, missing: 10, notApplicable: 0 },
        then: { total: 11, evidenced: 0, overdue: 0, draft: 0, missing: 11, notApplicable: 0 },
      },
      awards: [{ rater: 'self', now: 1, then: 2, withCurrentEvidence: { now: 1, then: 0 } }],
    });
    for (const [path, text] of Object.entries(files)) equal(readFileSync(join(folder, path), 'utf8'), text);
  });

  it('tells people, as of the assessment day', async () => {
    const { out, err, status } = await asked('--on', 'assessment');
    deepEqual([status, err], [0, '']);
    match(
      out,
      /^What if: Anytown\nNothing has been written\. Judged as of 15 June 2026, and then as of 12 May 2027\./,
    );
    match(out, /• 1\.1\.1 .*\n {4}Now: evidenced, 1 current item\n {4}Then: overdue\n/);
  });

  it('writes Markdown with tables', async () => {
    const { out } = await asked('--on', '2027-01-02', '--format', 'markdown');
    match(out, /\n\| Element \| Now \| Then \|\n\| --- \| --- \| --- \|\n\| 1\.1\.1 /);
  });

  for (const [argv, status, message] of [
    [['--on', 'soon'], 2, /--on takes a date as year-month-day, such as 2027-03-01, or “assessment”, not soon\./],
    [['--rated', '1.1.1'], 2, /--rated takes an element and a rating, such as 3\.2\.4=partial, not 1\.1\.1\./],
    [['--rated', '=partial'], 2, /--rated takes an element and a rating/],
    [['--rated', '1.1.1='], 2, /--rated takes an element and a rating/],
    [['--rated', '1.1.1=great'], 2, /great is not a rating of Customer Service Excellence\./],
    [['--rated', '1.1=partial'], 2, /1\.1 is a sub-criterion and not an element\./],
    [['--rated', '9.9.9=partial'], 2, /9\.9\.9 is not an element/],
    [['--withdrawn', 'x.md'], 2, /there is no file x\.md/],
    [['--withdrawn', 'portfolio.yaml'], 2, /portfolio\.yaml is not a file of evidence/],
  ] as const)
    it(`says what is wrong with ${argv.join(' ')}`, async () => {
      const found = await asked(...argv);
      equal(found.status, status);
      match(found.err, message);
      equal(found.out, '');
    }); // prettier-ignore
});
