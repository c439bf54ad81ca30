/** `plan`: import, export and sync, on folders of the disk. */
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { evidence, folderWith, removeFolders, run, sample } from '../support';

afterEach(removeFolders);

const source = 'test/fixtures/action-plan.txt';
const planIn = (folder: string): string => readFileSync(join(folder, 'action-plan.md'), 'utf8');

/** A copy of the sample without its action plan. */
function sampleCopy(): string {
  const folder = folderWith({});
  cpSync(sample, folder, { recursive: true, filter: (path) => !path.endsWith('action-plan.md') });
  return folder;
}

/** Checks that nothing is done, what standard error says, and that the exit status is 2. */
async function refuses(argv: readonly string[], why: RegExp): Promise<void> {
  const { status, out, err } = await run(argv);
  match(err, why);
  deepEqual([out, status], ['', 2]);
}

describe('plan import', () => {
  for (const [where, make] of [
    ['an empty folder', () => folderWith({})],
    ['the sample', sampleCopy],
  ] as const) {
    it(`shows in ${where} what would be added, and writes nothing`, async () => {
      const folder = make();
      const { status, out, err } = await run(['plan', 'import', source, folder]);
      match(
        out,
        /^How the file was read\n {2}Ref No\. \(ref\): “Ref No\.”, by its header and what it holds\n {2}Criteria \/ Action \(action\): “Criteria \/ Action”, by its header and what it holds\n {2}Responsibility \(owner\): “Responsibility”, by its header\n/,
      );
      match(out, /\nWould be added: 16 actions\n {2}1\.3\.3 {2}We include in our measurement/);
      match(out, /\nWorded differently from the standard: 5 actions\n {2}1\.3\.3 {2}“/);
      match(
        out,
        /“… need in ways which meet their needs …”, in the standard “… need in ways that meet their needs …”/,
      );
      match(out, /\n\nNothing is written yet\. Add --write to make action-plan\.md\.\n$/);
      ok(!existsSync(join(folder, 'action-plan.md')));
      deepEqual([status, err], [0, '']);
    });

    it(`makes the plan in ${where}, and changes nothing the second time`, async () => {
      const folder = make();
      const { out } = await run(['plan', 'import', source, folder, '--write']);
      match(out, /\nAdded: 16 actions\n[^]*\naction-plan\.md is written\.\n$/);
      const text = planIn(folder);
      equal(text.match(/^\| \d\.\d\.\d /gm)?.length, 16);
      const again = await run(['plan', 'import', source, folder, '--write']);
      match(again.out, /\nKept: 16 actions\n[^]*\naction-plan\.md stays as it is\.\n$/);
      equal(planIn(folder), text);
    });
  }

  it('shows what would change, cell by cell', async () => {
    const folder = folderWith({
      'portfolio.yaml': '',
      'action-plan.md': '|Ref|Action|Owner|Notes|\n|-|-|-|-|\n|1.1.1|Ask|Reader|Ours|\n|1.1.2|Look|||\n',
      'new.csv': 'Ref,Action,Owner,Notes\n1.1.1,Ask,Head of Service,Theirs\n3.2.9,Read,,\n',
    });
    const { status, out } = await run(['plan', 'import', join(folder, 'new.csv'), folder]);
    match(
      out,
      /\nWould be changed: 1 action\n {2}1\.1\.1 {2}Owner: “Reader” becomes “Head of Service”\n {2}1\.1\.1 {2}Notes: “Ours” becomes “Ours \/ Theirs”\n/,
    );
    match(out, /\nKept: 1 action\n {2}1 only in the plan\n/);
    match(out, /\nTo be looked at: 1 row\n {2}line 3: 3\.2\.9 is not an element/);
    equal(status, 1, 'a row needs a person');
  });

  describe('with --column', () => {
    const file =
      'Nr;Element;Measure;Lead officer;Deputy;By\n1;1.1.1;Ask the readers;Head;Reader;31/03/2027\n';
    const bring = async (
      ...columns: readonly string[]
    ): Promise<{ status: number; out: string; err: string }> => {
      const folder = folderWith({ 'new.csv': file, 'portfolio.yaml': '' });
      return run([
        'plan',
        'import',
        join(folder, 'new.csv'),
        folder,
        ...columns.flatMap((one) => ['--column', one]),
      ]);
    };

    it('takes the columns that are said, by header, letter or number', async () => {
      const { out } = await bring('owner=Deputy', 'action=measure', 'due=6', 'comments=D');
      match(out, /Responsibility \(owner\): “Deputy”, as you said\n/);
      match(out, /Criteria \/ Action \(action\): “Measure”, as you said\n/);
      match(out, /Target Completion Date \(due\): “By”, as you said\n/);
      match(out, /Comments \(comments\): “Lead officer”, as you said\n/);
      match(out, /kept as columns of your own: “Nr”\n/);
    });

    it('leaves out what is said not to be there', async () => {
      const { out } = await bring('owner=none', 'action=Measure');
      match(out, /nothing for: Responsibility \(owner\), /);
    });

    it('says which columns there are', async () => {
      const unknown = await bring('owner=Lead oficer');
      match(
        unknown.err,
        /There is no column “Lead oficer”\. Did you mean “Lead officer”\? The columns of the file: /,
      );
      equal(unknown.status, 2);
      match((await bring('owner=Quux')).err, /There is no column “Quux”\. The columns of the file: /);
      match(
        (await bring('ownr=Deputy')).err,
        /--column knows no ownr\. Did you mean owner\? It takes ref, action, owner, due, status, comments\./,
      );
      match(
        (await bring('Deputy')).err,
        /--column takes a meaning and the header of a column, such as owner="Lead officer", not Deputy\./,
      );
    });
  });

  it('obeys nothing that a file says', async () => {
    const folder = folderWith({ 'new.csv': 'Ref,Action\n1.1.1,\u001B[31mred\u202E\n' });
    const { out } = await run(['plan', 'import', join(folder, 'new.csv'), folder]);
    ok(out.includes('\\u001B[31mred\\u202E') && !out.includes('\u001B'));
  });

  it('says why it cannot', async () => {
    const folder = folderWith({
      'a.xlsx': 'no',
      'big.csv': 'x'.repeat(5 * 1024 * 1024 + 1),
      'portfolio.yaml': '',
      'evidence/a.md': evidence(),
    });
    await refuses(['plan', 'import', join(folder, 'none.csv'), folder], /there is no file .*none\.csv\.\n$/);
    await refuses(['plan', 'import', folder, folder], /is no file\. Give the file of the action plan\.\n$/);
    await refuses(
      ['plan', 'import', join(folder, 'a.xlsx'), folder],
      /a\.xlsx cannot be imported\. The file is not what its name says: /,
    );
    await refuses(
      ['plan', 'import', join(folder, 'big.csv'), folder],
      /is larger than 5 MB, which no action plan is\.\n$/,
    );
    await refuses(
      ['plan', 'import', source, join(folder, 'evidence')],
      /is a part of the portfolio in .*\. Give that folder\.\n$/,
    );
    await refuses(
      ['plan', 'import'],
      /say which file is imported, such as “plan import action-plan\.xlsx”\.\n/,
    );
    await refuses(['plan', 'import', source, folder, folder], /plan import takes one folder, not 2\.\n/);
    await refuses(['plan', 'import', source, '--force'], /plan import has no option --force\.\n/);
    await refuses(
      ['plan', 'imprt'],
      /say “plan import”, “plan export” or “plan sync”\. Did you mean plan import\?\n/,
    );
  });

  it('leaves a plan alone that is a link, that is not UTF-8, or that is one of several', async () => {
    const outside = folderWith({ 'plan.md': '# Plan\n' });
    const linked = folderWith({ 'portfolio.yaml': '' });
    symlinkSync(join(outside, 'plan.md'), join(linked, 'action-plan.md'));
    await refuses(
      ['plan', 'import', source, linked, '--write'],
      /is a symbolic link, and links are not followed\./,
    );
    equal(readFileSync(join(outside, 'plan.md'), 'utf8'), '# Plan\n');

    const latin = folderWith({ 'portfolio.yaml': '' });
    writeFileSync(join(latin, 'action-plan.md'), Buffer.from([0x23, 0x20, 0xa3]));
    await refuses(
      ['plan', 'import', source, latin, '--write'],
      /cannot be read as UTF-8 text, so it was left as it is\.\n$/,
    );

    const table = '---\ntype: action-plan\n---\n\n|Ref|Action|\n|-|-|\n|1.1.1|a|\n';
    const several = folderWith({ 'portfolio.yaml': '', 'a.md': table, 'b.md': table });
    await refuses(['plan', 'import', source, several], /There are 2 action plans: a\.md, b\.md\./);
  });

  it('takes the one plan that there is, whatever it is called', async () => {
    const folder = folderWith({
      'portfolio.yaml': '',
      'plans/ours.md': '---\ntype: action-plan\n---\n\n|Ref|Action|\n|-|-|\n|1.1.1|a|\n',
    });
    const { out } = await run(['plan', 'import', source, folder, '--write']);
    match(out, /plans\/ours\.md is written\.\n$/);
    deepEqual(readdirSync(folder).sort(), ['plans', 'portfolio.yaml']);
  });
});

describe('plan export', () => {
  const withPlan = async (): Promise<string> => {
    const folder = folderWith({});
    await run(['plan', 'import', source, folder, '--write']);
    return folder;
  };

  for (const format of ['md', 'csv', 'xlsx', 'docx', 'ods', 'odt', 'html'])
    it(`to ${format} comes back as the same plan`, async () => {
      const folder = await withPlan();
      const file = join(folder, `out.${format}`);
      const { status, out } = await run(['plan', 'export', folder, '--output', file]);
      deepEqual([status, out], [0, `${file} is written.\n`]);
      const other = folderWith({});
      equal((await run(['plan', 'import', file, other, '--write'])).status, 0);
      equal(planIn(other), planIn(folder));
      match((await run(['plan', 'import', file, folder])).out, /action-plan\.md stays as it is\.\n$/);
    });

  it('writes text to standard output', async () => {
    const folder = await withPlan();
    const { out } = await run(['plan', 'export', folder, '--format', 'csv']);
    match(
      out,
      /^\uFEFFRef No\.,Criteria \/ Action,Responsibility,Target Completion Date,Progress,Comments\r\n1 Customer Insight,,,,,\r\n/,
    );
    match((await run(['plan', 'export', folder, '--format', 'html'])).out, /^<!doctype html>\n/);
  });

  it('shows a terminal what it would obey', async () => {
    const folder = folderWith({
      'portfolio.yaml': '',
      'action-plan.md': '|Ref|Action|\n|-|-|\n|1.1.1|\u001B[31mred|\n',
    });
    const { out } = await run(['plan', 'export', folder, '--format', 'md'], { isTerminal: true });
    ok(!out.includes('\u001B'));
    match(out, /\\u001B\[31mred/);
  });

  it('writes over nothing unless it is told to', async () => {
    const folder = await withPlan();
    const file = join(folder, 'out.csv');
    writeFileSync(file, 'mine');
    await refuses(
      ['plan', 'export', folder, '--output', file],
      /out\.csv is there already\. Say --force to write over it\.\n$/,
    );
    equal(readFileSync(file, 'utf8'), 'mine');
    equal((await run(['plan', 'export', folder, '--output', file, '--force'])).status, 0);
    match(readFileSync(file, 'utf8'), /^\uFEFFRef No\./);
    deepEqual(readdirSync(folder).sort(), ['action-plan.md', 'out.csv'], 'no draft is left');
  });

  it('says why it cannot', async () => {
    const folder = folderWith({ 'portfolio.yaml': '' });
    await refuses(
      ['plan', 'export', folder, '--format', 'csv'],
      /there is no action plan in .*: no action-plan\.md\./,
    );
    await refuses(
      ['plan', 'export', folder],
      /say which format: --format md\|csv\|xlsx\|docx\|ods\|odt\|html, or --output with such an ending\.\n/,
    );
    await refuses(
      ['plan', 'export', folder, '--format', 'xlsx'],
      /xlsx is no text, so it needs a file: --output action-plan\.xlsx\.\n/,
    );
    await refuses(
      ['plan', 'export', folder, '--format', 'pdf'],
      /--format takes one of md, csv, xlsx, docx, ods, odt, html, not pdf\.\n/,
    );
    await refuses(
      ['plan', 'export', folder, '--output', 'none/a.csv'],
      /there is no folder .*none for none\/a\.csv\./,
    );
  });
});

describe('plan sync', () => {
  const files = {
    'portfolio.yaml':
      'assessment: { 3.2.4: { self: partial }, 1.1.1: { self: compliant }, 1.1.2: { applicable: false, reason: No } }\n',
    'evidence/a.md': evidence('[3.2.4, 1.1.1]'),
    'evidence/b.md': evidence('[2.1.1]', 'review-by: 2026-01-01\n'),
  };

  it('shows the elements that ask for an action, and writes nothing', async () => {
    const folder = folderWith(files);
    const { status, out } = await run(['plan', 'sync', folder]);
    match(out, /^Asked for: 55 actions\n/);
    match(out, / {2}2\.1\.1 {2}.* {2}its evidence is overdue for review\n/);
    match(out, / {2}3\.2\.4 {2}.* {2}rated below what the award asks for\n/);
    doesNotMatch(out, / {2}1\.1\.[12] /);
    match(out, /\nNothing is written yet\. Add --write to make action-plan\.md\.\n$/);
    equal(status, 0);
    ok(!existsSync(join(folder, 'action-plan.md')));
  });

  it('adds them once, and leaves what is there', async () => {
    const folder = folderWith({
      ...files,
      'action-plan.md': '|Ref|Action|Status|\n|-|-|-|\n|2.1.1|Ask again|50%|\n',
    });
    match(
      (await run(['plan', 'sync', folder, '--write'])).out,
      /^Asked for: 54 actions\n[^]*\naction-plan\.md is written\.\n$/,
    );
    const text = planIn(folder);
    match(text, /\|2\.1\.1\|Ask again\|50%\|/);
    equal(
      (await run(['plan', 'sync', folder, '--write'])).out,
      'Every element that asks for an action has one that is open.\naction-plan.md stays as it is.\n',
    );
    equal(planIn(folder), text);
  });

  it('says where there is no portfolio', async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'evidence'));
    await refuses(['plan', 'sync', folder], /there is no evidence portfolio in /);
  });
});
