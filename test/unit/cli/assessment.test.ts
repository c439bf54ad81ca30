/** `assessment`: out and back, on folders of the disk. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, run, sample } from './support';

afterEach(removeFolders);

const manifest = 'assessment:\n  1.1.1: { self: compliant } # ours\n';

describe('assessment import', () => {
  it('shows what would change and what it makes of the award, writes it when told, and nothing the second time', async () => {
    const folder = folderWith({
      'portfolio.yaml': manifest,
      'sheet.csv': 'Ref,Assessor,Assessor comments\n1.1.1,NC,Nothing to see\n',
    });
    const file = join(folder, 'sheet.csv');
    const first = await run(['assessment', 'import', file, folder]);
    match(
      first.out,
      /\nWould be changed: 2 values\n {2}1\.1\.1 {2}assessor: nothing becomes “Non-compliant”\n/,
    );
    match(
      first.out,
      /\nRated otherwise than by yourselves: 1 element\n {2}1\.1\.1 {2}you “Compliant”, the assessor “Non-compliant”\n/,
    );
    match(
      first.out,
      /\nWhat it makes of the award\n {2}now: 0 of 57 .*\n {2}then: 0 of 57 .*\(1 rated so far\)/,
    );
    match(first.out, /\n\nNothing is written yet\. Add --write to change portfolio\.yaml\.\n$/);
    equal(readFileSync(join(folder, 'portfolio.yaml'), 'utf8'), manifest);
    await run(['assessment', 'import', file, folder, '--date', '2026-11-20', '--write']);
    equal(
      readFileSync(join(folder, 'portfolio.yaml'), 'utf8'),
      'assessment:\n  1.1.1: { self: compliant, assessor: non-compliant, comment: Nothing to see, assessed: 2026-11-20 } # ours\n',
    );
    const second = await run(['assessment', 'import', file, folder, '--write']);
    match(second.out, /says all of this already: nothing is to be written\.\n$/);
    equal(second.status, 0);
  });
  it('says why it cannot', async () => {
    const folder = folderWith({ 'portfolio.yaml': manifest, 'a.csv': 'a,b\n1,2\n' });
    for (const [argv, why] of [
      [['assessment', 'import'], /say which file is imported, such as “assessment import assessment\.xlsx”/],
      [['assessment', 'import', join(folder, 'a.csv'), folder], /There is no assessor’s sheet in the file/],
    ] as const) {
      const { status, err } = await run(argv);
      match(err, why);
      equal(status, 2);
    }
  });
  it('leaves a portfolio.yaml with a fault as it is', async () => {
    const broken = 'assessment: {\n';
    const folder = folderWith({ 'portfolio.yaml': broken, 'a.csv': 'Ref,Assessor\n1.1.1,C\n' });
    equal((await run(['assessment', 'import', join(folder, 'a.csv'), folder, '--write'])).status, 2);
    equal(readFileSync(join(folder, 'portfolio.yaml'), 'utf8'), broken);
  });
});

describe('assessment export', () => {
  it('is a sheet that comes back without a change', async () => {
    const folder = folderWith({});
    const file = join(folder, 'a.xlsx');
    equal((await run(['assessment', 'export', sample, '--output', file])).status, 0);
    const { out, status } = await run(['assessment', 'import', file, sample]);
    match(out, /says all of this already/);
    equal(status, 0);
  });
  it('writes over nothing unless it is told to', async () => {
    const file = join(folderWith({}), 'a.csv');
    writeFileSync(file, 'mine');
    const { err, status } = await run(['assessment', 'export', sample, '--output', file]);
    match(err, /is there already\. Say --force/);
    deepEqual([status, readFileSync(file, 'utf8')], [2, 'mine']);
  });
});
