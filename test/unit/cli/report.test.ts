import { equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it('has a month for each that git knows, as of its own day', async () => {
    const { folder, edit } = repositoryWith(files);
    edit({ 'b.md': evidence('1.1.2'), 'a.md': evidence('1.1.1').replace('2026-12-15', '2027-12-15') });
    const { out } = await run(['report', folder, '--today', '2027-02-10', '--format', 'md']);
    match(out, /\| Nov 2026 \| Dec 2026 \| Jan 2027 \| Feb 2027 \|\n\| --- \| --- \| --- \| --- \|\n\| ▁ 1 % \| ▁ 0 % \| ▁ 0 % \| ▁ 1 % \|/); // prettier-ignore
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
