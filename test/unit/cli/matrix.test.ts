/** `matrix`: import and export, on folders of the disk. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidence, folderWith, removeFolders, run, sample } from './support';

afterEach(removeFolders);

const matrix =
  'Ref,Evidence,Owner\n1.1.1,Customer survey (strongest),Insight Manager\n1.1.2,Customer survey,\n1.1.3,,\n';

/** A folder with a matrix beside it. */
function folderAnd(files: Readonly<Record<string, string>>): { folder: string; file: string } {
  const place = folderWith({ 'matrix.csv': matrix, 'portfolio/.keep': '' });
  const folder = join(place, 'portfolio');
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return { folder, file: join(place, 'matrix.csv') };
}

describe('matrix import', () => {
  it('shows what would be made, and writes nothing', async () => {
    const { folder, file } = folderAnd({});
    const { status, out, err } = await run(['matrix', 'import', file, folder]);
    match(out, /^How the file was read\n {2}Ref \(ref\): “Ref”, by its header and what it holds\n/);
    match(
      out,
      /\nWould be added: 1 file\n {2}evidence\/customer-survey\.md {2}Customer survey {2}\(1\.1\.1, 1\.1\.2\)\n/,
    );
    match(out, /\nStill without evidence: 55 elements\n {2}1\.1\.3 {2}/);
    match(out, /\n\nNothing is written yet\. Add --write to write 1 file\.\n$/);
    deepEqual([status, err, existsSync(join(folder, 'evidence'))], [0, '', false]);
  });
  it('makes the files, which are a portfolio then, and changes nothing the second time', async () => {
    const { folder, file } = folderAnd({});
    match((await run(['matrix', 'import', file, folder, '--write'])).out, /\n1 file is written\.\n$/);
    match(
      readFileSync(join(folder, 'evidence/customer-survey.md'), 'utf8'),
      /^---\ntitle: Customer survey\nelements:\n {2}- 1\.1\.1\n/,
    );
    match(
      (await run(['matrix', 'import', file, folder, '--write'])).out,
      /says all of this already: nothing is to be written\.\n$/,
    );
    deepEqual(readdirSync(join(folder, 'evidence')), ['customer-survey.md']);
  });
  it('adds to files that are there, and says what they say otherwise', async () => {
    const own = '---\ntitle: Customer survey\nelements: [1.1.1]\nowner: Somebody else\n---\n\nText.\n';
    const { folder, file } = folderAnd({ 'a.md': own });
    const { status, out } = await run(['matrix', 'import', file, folder, '--write']);
    match(out, /\nChanged: 1 file\n {2}a\.md {2}element 1\.1\.2; strongest for 1\.1\.1\n/);
    match(out, /\n {2}a\.md {2}owner: “Somebody else”, in line 2 “Insight Manager”\n/);
    match(readFileSync(join(folder, 'a.md'), 'utf8'), /owner: Somebody else\n/);
    equal(status, 1);
  });
  it('takes the column that somebody names', async () => {
    const { folder, file } = folderAnd({});
    writeFileSync(file, 'Ref,Evidence,Owner,Person\n1.1.1,Survey,Jane,Joe\n');
    await run(['matrix', 'import', file, folder, '--write', '--column', 'owner=Person']);
    match(readFileSync(join(folder, 'evidence/survey.md'), 'utf8'), /\nowner: Joe\n/);
  });
  it('is led out of the folder by no link', async () => {
    const { folder, file } = folderAnd({});
    const elsewhere = folderWith({});
    symlinkSync(elsewhere, join(folder, 'evidence'));
    const { status, err } = await run(['matrix', 'import', file, folder, '--write']);
    deepEqual(readdirSync(elsewhere), []);
    match(err, /leads out of the portfolio/);
    equal(status, 2);
  });
  it('says why it cannot', async () => {
    const { folder, file } = folderAnd({});
    writeFileSync(file, 'a,b\n1,2\n');
    for (const [argv, why] of [
      [['matrix', 'import'], /say which file is imported, such as “matrix import evidence-matrix\.xlsx”/],
      [['matrix', 'import', 'nothing.xlsx', folder], /there is no file nothing\.xlsx\./],
      [['matrix', 'import', file, folder], /There is no evidence matrix in the file/],
      [
        ['matrix', 'import', file, folder, '--column', 'ownr=x'],
        /--column knows no ownr\. Did you mean owner\?/,
      ],
    ] as const) {
      const { status, err } = await run(argv);
      match(err, why);
      equal(status, 2);
    }
  });
});

describe('matrix export', () => {
  it('writes text to standard output, and a file where it is named', async () => {
    const { out } = await run(['matrix', 'export', sample, '--format', 'csv']);
    match(
      out,
      /^\uFEFFRef,Element,Evidence,ES ref,Kind,Owner,Status,Date,Review by,Where to look,Notes\r\n1 Customer Insight,/,
    );
    const file = join(folderWith({}), 'm.xlsx');
    equal((await run(['matrix', 'export', sample, '--output', file])).out, `${file} is written.\n`);
    ok(readFileSync(file).subarray(0, 2).toString() === 'PK');
    match((await run(['matrix', 'export', sample, '--output', file])).err, /is there already\. Say --force/);
  });
  it('has the guidance, and other layouts, where they are asked for', async () => {
    const { out } = await run([
      'matrix',
      'export',
      sample,
      '--format',
      'csv',
      '--layout',
      'soa',
      '--guidance',
    ]);
    match(out, /^\uFEFFRef,Element,Guidance,Applies,Reason,Rating,Evidence,ES ref,Owner,Review by\r\n/);
  });
  it('leads to attachments from where it lies', async () => {
    const folder = folderWith({
      'portfolio/portfolio.yaml': '',
      'portfolio/a/a.md': evidence('[3.2.4]', 'attachments: ["../b c/d.pdf#page=4"]\n'),
      'portfolio/b c/d.pdf': '',
    });
    const file = join(folder, 'm.html');
    await run(['matrix', 'export', join(folder, 'portfolio'), '--output', file]);
    match(readFileSync(file, 'utf8'), /<a href="portfolio\/b%20c\/d\.pdf#page=4">b c\/d\.pdf, p\. 4<\/a>/);
  });
});
