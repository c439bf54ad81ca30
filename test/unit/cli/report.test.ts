import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edits } from './gitRepository';
import { removeRepositories, repositoryWith } from './gitRepository';
import { folderWith, removeFolders, run } from './support';

afterEach(removeFolders);

const evidence = (id: string): string =>
  `---\ntitle: Paper ${id}\nelements: [${id}]\nreview-by: 2026-12-15\n---\n\nText of ${id}.\n`;
const files = {
  'portfolio.yaml': 'title: Anytown\nstandard: customer-service-excellence\nassessment-date: 2027-05-12\n',
  'a.md': evidence('1.1.1'),
};

describe('report', () => {
  afterEach(removeRepositories);
  it('says where a portfolio stands that has no past', async () => {
    const { status, out, err } = await run(['report', folderWith(files), '--format', 'md']);
    equal(err, '');
    equal(status, 0);
    match(out, /^# Anytown\n\nReport of 21 November 2026; assessment on 12 May 2027\n\n\*\*1 of 57 elements/);
    ok(!/## Progress|## What has changed/.test(out));
  });

  // The commit is of 1 November 2026; the files on the disk are newer.
  for (const [since, name] of [
    ['2026-11-10', '10 November 2026'],
    ['main', 'main'],
    ['HEAD', 'HEAD'],
  ] as const)
    // prettier-ignore
    it(`says what has changed since ${since}`, async () => {
      const { folder, edit } = repositoryWith(files);
      edit({ 'b.md': evidence('1.1.2') });
      const { status, out } = await run(['report', folder, '--since', since, '--format', 'md']);
      equal(status, 0);
      match(out, new RegExp(`## What has changed since ${name}\\n\\nEvidenced 1 → 2; missing 56 → 55\\.\\n\\n- Evidenced now: 1\\.1\\.2\\.\\n- 1 piece of evidence added\\.`)); // prettier-ignore
    });

  // Today is 21 November 2026.
  for (const [since, name] of [
    ['yesterday', '20 November 2026'],
    ['last week', '14 November 2026'],
    ['2 weeks ago', '7 November 2026'],
    ['a fortnight ago', '7 November 2026'],
    ['10 days ago', '11 November 2026'],
    ['10 November 2026', '10 November 2026'],
    ['10th of Nov 2026', '10 November 2026'],
    ['20/11/2026', '20 November 2026'],
    ['20.11.2026', '20 November 2026'],
    ['20261120', '20 November 2026'],
    ['2026-11', '2026-11'],
    ['last month', 'last month'],
  ] as const)
    it(`takes “${since}” for a day, or for the revision of that name`, async () => {
      const { folder, edit, git } = repositoryWith(files);
      if (since === name) git('tag', '2026-11');
      edit({ 'b.md': evidence('1.1.2') });
      const { out, err } = await run(['report', folder, '--since', since, '--format', 'md']);
      if (since === 'last month') match(err, /git knows no commit before 21 October 2026 here/);
      else match(out, new RegExp(`## What has changed since ${name}\\n`));
    });

  for (const [since, says] of [
    ['2026-02-30', /2026-02-30 is no day of the calendar\. Write year-month-day, such as 2026-02-28\./],
    ['2026-13-01', /2026-13-01 is no day of the calendar/],
    ['30 February 2026', /30 February 2026 is no day of the calendar/],
    ['01/05/2026', /01\/05\/2026 may be 2026-05-01 or 2026-01-05\./],
    ['2099-01-01', /2099-01-01 is still to come/],
    ['25 December 2026', /25 December 2026 is still to come/],
    ['2026', /git knows no revision 2026 here/],
    ['next week', /git knows no revision next week here/],
  ] as const)
    it(`says what is wrong with “${since}”`, async () => {
      const { folder } = repositoryWith(files);
      const { status, err } = await run(['report', folder, '--since', since, '--format', 'md']);
      equal(status, 2);
      match(err, says);
    });

  for (const since of ['2026-10-25', 'v1.0'])
    it(`says of a clone without its past why there is no ${since}`, async () => {
      const { folder, git } = repositoryWith(files);
      const clone = join(folder, 'clone');
      git('clone', '--depth', '1', `file://${folder}`, clone);
      const { status, err } = await run(['report', clone, '--since', since, '--format', 'md']);
      equal(status, 2);
      match(err, /This is a shallow clone/);
    });

  it('has a month for each that git knows, as of its own day', async () => {
    const { folder, edit } = repositoryWith(files);
    edit({ 'b.md': evidence('1.1.2'), 'a.md': evidence('1.1.1').replace('2026-12-15', '2027-12-15') });
    const { out } = await run(['report', folder, '--today', '2027-02-10', '--format', 'md']);
    match(out, /\| Nov 2026 \| Dec 2026 \| Jan 2027 \| Feb 2027 \|\n\| --- \| --- \| --- \| --- \|\n\| ▁ 1 % \| ▁ 0 % \| ▁ 0 % \| ▁ 1 % \|/); // prettier-ignore
  });

  describe('of months that differ in more than evidence', () => {
    const own = (ids: readonly string[]): string =>
      `title: Ours\nlevels: [Element]\nchildren:\n${ids.map((id) => `  - id: "${id}"\n    title: Element ${id}\n`).join('')}`;
    const manifest = (keys: string): string => `title: Anytown\n${keys}`;
    const theirs = 'standard: ../standards/ours.yaml\n';
    const paper = (elements: string, reviewBy = '2029-01-01'): string =>
      `---\ntitle: Paper\nelements: [${elements}]\nreview-by: ${reviewBy}\n---\n\nText.\n`;
    const start = {
      'p/portfolio.yaml': manifest(theirs),
      'p/a.md': paper('A'),
      'standards/ours.yaml': own(['A', 'B', 'C', 'D']),
      'elsewhere/e.md': paper('C, D'),
    };
    const histories: Readonly<Record<string, readonly Edits[]>> = {
      'evidence that comes, moves and goes': [
        { 'p/b.md': paper('B, C') },
        { 'p/b.md': undefined, 'p/below/b.md': paper('B, C') },
        {},
        { 'p/below/b.md': undefined, 'p/a.md': paper('A, D', '2027-02-15') },
        {},
      ],
      'a standard outside of the folder that changes, goes and comes back': [
        { 'standards/ours.yaml': own(['A', 'B']) },
        { 'standards/ours.yaml': undefined },
        { 'standards/ours.yaml': own(['A', 'B', 'C', 'D', 'E']) },
        {
          'standards/other.yaml': own(['A']),
          'p/portfolio.yaml': manifest('standard: ../standards/other.yaml\n'),
        },
        { 'standards/other.yaml': own(['A', 'X', 'Y']) },
      ],
      'evidence of another folder that is shared, and is no longer': [
        { 'p/portfolio.yaml': manifest(`${theirs}include: ['**/*.md', '../elsewhere/**']\n`) },
        { 'elsewhere/e.md': paper('D') },
        { 'elsewhere/f.md': paper('B, C') },
        { 'elsewhere/e.md': undefined },
        { 'p/portfolio.yaml': manifest(theirs) },
      ],
      'what git leaves out': [
        { 'p/drafts/b.md': paper('B'), 'p/c.md': paper('C') },
        { 'p/.gitignore': 'drafts/\n' },
        { 'p/drafts/b.md': paper('B, D') },
        { 'p/.gitignore': 'c.md\n' },
        { 'p/.gitignore': undefined },
      ],
      'names of the keys, and a time without a manifest': [
        { 'p/b.md': paper('B').replace('elements', 'controls') },
        { 'p/portfolio.yaml': manifest(`${theirs}keys: { elements: controls }\n`) },
        { 'p/portfolio.yaml': undefined },
        { 'p/portfolio.yaml': manifest(theirs), 'p/c.md': paper('C') },
        { 'p/portfolio.yaml': manifest(`${theirs}keys: { elements: controls }\n`), 'p/a.md': undefined },
      ],
    };
    for (const [name, history] of Object.entries(histories))
      it(`tells of ${name}`, async () => {
        const repository = repositoryWith(start);
        const folder = join(repository.folder, 'p');
        // What stood in the folder when it stood there, each month as of its last day.
        const then: string[] = [];
        const told: string[] = [];
        const waiting = { tell: (text = '') => void told.push(text) };
        for (const [at, edits] of [...history, {}].entries()) {
          const month = `2027-0${at + 1}`;
          repository.commitOn(`${month}-10`, edits);
          told.length = 0;
          const day = ['31', '28', '31', '30', '31', '30'][at] ?? '';
          const { out } = await run(['report', folder, '--today', `${month}-${day}`, '--format', 'md'], { waiting }); // prettier-ignore
          const cells = (/## Progress[^|]*\|.*\n\|.*\n\| (.*) \|/.exec(out)?.[1] ?? '').split(' | ');
          // Of a month without the portfolio nothing is told.
          if (!out.includes('# Anytown')) continue;
          then.push(cells.at(-1) ?? '');
          // Two months went before: that of the first commit and the next.
          deepEqual(cells.slice(2), then);
        }
        equal(new Set(then).size > 1, true);
        // The folder, and its past once.
        equal(told.filter((text) => text === 'Looking for files').length, 2);
      });
  });

  it('writes a file, and takes its format from its name', async () => {
    const folder = folderWith(files);
    for (const ending of ['html', 'docx', 'odt', 'md']) {
      const file = join(folder, `report.${ending}`);
      equal((await run(['report', folder, '--output', file])).status, 0);
      ok(readFileSync(file).length > 1000);
      // Nobody's file is written over unasked.
      equal((await run(['report', folder, '--output', file])).status, 2);
      equal((await run(['report', folder, '--output', file, '--force'])).status, 0);
    }
  });

  for (const [name, argv, says] of [
    ['a format that is none of a report', ['--output', 'a.xlsx'], /a report is written as html, docx, odt or md/],
    ['no format', [], /say which format/],
    ['a day before the first commit', ['--since', '2026-10-25', '--format', 'md'], /git knows no commit before 25 October 2026 here/],
    ['a revision that there is not', ['--since', 'nowhere', '--format', 'md'], /git knows no revision nowhere here/],
  ] as const)
    it(`says what is wrong with ${name}`, async () => {
      const { folder } = repositoryWith(files);
      const { status, err } = await run(['report', folder, ...argv]);
      equal(status, 2);
      match(err, says);
      ok(!existsSync('a.xlsx'));
    }); // prettier-ignore

  it('says that there is no git to ask', async () => {
    const { status, err } = await run([
      'report',
      folderWith(files),
      '--since',
      '2026-10-25',
      '--format',
      'md',
    ]);
    equal(status, 2);
    match(err, /git/);
  });
});
