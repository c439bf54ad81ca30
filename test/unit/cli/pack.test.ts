/** `pack` and `pack verify`: what is written, what is left alone, and what cannot get in. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { PackManifest } from '../../../server/exchange/pack/manifest';
import { folderWith, removeFolders, run } from './support';

afterEach(removeFolders);

const manifest =
  'title: Anytown\nassessment-date: 2027-05-12\nassessment:\n  3.2.4: { self: compliant, comment: Well kept }\n';
const files = {
  'portfolio.yaml': manifest,
  'evidence/a.md':
    '---\ntitle: Checks\nelements: [3.2.4]\nref: ES 1\nowner: The Clerk\nattachments: [../attachments/a.pdf#page=4, gone.pdf]\n---\n\nSee [B](b.md) and [the figures](../x.csv).\n',
  'evidence/b.md':
    '---\ntitle: Said\nelements: [3.2.4, 1.1.1]\nkind: testimony\nowner: A reader\nwhen: 10:00\n---\n\nText.\n',
  'evidence/c.md': '---\ntitle: Secret draft\nelements: [3.2.4]\nstatus: draft\n---\n\nText.\n',
  'attachments/a.pdf': '%PDF-1.4\n',
  'x.csv': 'a,b\n',
};

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const manifestOf = (pack: string): PackManifest => JSON.parse(read(pack, 'manifest.json')) as PackManifest;
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe('pack', () => {
  it('says first what it would write, and writes nothing', async () => {
    const folder = folderWith(files);
    const output = join(folder, 'out');
    const { status, out } = await run(['pack', folder, '--output', output]);
    equal(status, 0);
    match(out, /would hold \d+ files/);
    match(out, /57 elements of Customer Service Excellence\n {2}2 pieces of evidence, 1 of them told\n/);
    match(out, /attachments\/a\.pdf \(9 bytes\)\n {4}attachments\/x\.csv \(4 bytes\)\n/);
    match(out, /Left out: 1 draft \(--drafts puts them in\)\./);
    match(out, /gone\.pdf, of ES 1 Checks: there is no such file\n/);
    match(out, /Nothing is written\. Say --write to write it\.\n$/);
    ok(!existsSync(output));
  });

  it('would hold what it then holds', async () => {
    const folder = folderWith(files);
    const output = join(folder, 'out');
    const told = async (...more: readonly string[]): Promise<string | undefined> =>
      /^\S+ (?:would hold|holds) (.*):$/m.exec(
        (await run(['pack', folder, '--output', output, ...more])).out,
      )?.[1];
    const before = await told();
    equal(before, await told('--write'));
    match(before ?? '', new RegExp(`^${filesIn(output).length} files, \\d+ KB$`));
  });

  it('says what is withdrawn, and leaves it out', async () => {
    const withdrawn = '---\ntitle: No more\nelements: [3.2.4]\nstatus: withdrawn\n---\n\nText.\n';
    const folder = folderWith({ ...files, 'evidence/d.md': withdrawn });
    const output = join(folder, 'out');
    const { out } = await run(['pack', folder, '--output', output, '--drafts', '--write']);
    match(out, /\nLeft out: 1 withdrawn\.\n/);
    ok(filesIn(output).every((path) => !read(output, path).includes('No more')));
  });

  it('writes a folder that says where it came from', async () => {
    const folder = folderWith(files);
    const output = join(folder, 'out');
    await run(['pack', folder, '--output', output, '--write']);
    const all = filesIn(output);
    for (const path of ['index.html', 'print.html', 'visits.html', 'visits.ics', 'style.css', 'not-in-the-pack.html', 'elements/3.2.4.html', 'evidence/es-1-checks.html', 'attachments/a.pdf', 'attachments/x.csv'])
      ok(all.includes(path), path);
    equal(all.filter((path) => path.startsWith('elements/')).length, 57);
    const listed = manifestOf(output);
    deepEqual(listed.files.map(({ path }) => path).sort(), all.filter((path) => path !== 'manifest.json'));
    deepEqual(listed.files.find(({ path }) => path === 'attachments/a.pdf')?.source, 'attachments/a.pdf');
    const page = read(output, 'elements/3.2.4.html');
    match(page, /<a href="\.\.\/attachments\/a\.pdf#page=4">a\.pdf \(page 4\)<\/a>/);
    match(page, /<a href="\.\.\/evidence\/said\.html">B<\/a>/);
    match(page, /Crown copyright/);
    match(page, /Well kept/);
    ok(!all.some((path) => read(output, path).includes('Secret draft')));
  }); // prettier-ignore

  it('writes the same bytes again', async () => {
    const folder = folderWith(files);
    const [one, two] = [join(folder, 'one.zip'), join(folder, 'two.zip')];
    for (const output of [one, two]) await run(['pack', folder, '--output', output, '--write']);
    ok(readFileSync(one).equals(readFileSync(two)));
    const names = Object.keys(unzipSync(readFileSync(one)));
    ok(names.includes('index.html') && names.at(-1) === 'manifest.json');
    deepEqual(
      filesIn(folder).filter((path) => path.endsWith('.part') || path.endsWith('.old')),
      [],
    );
  });

  it('tells the commits of what it is made of, and not where a file has changed since', async () => {
    const folder = folderWith(files);
    const git = (...args: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: folder, encoding: 'utf8' }).trim();
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'One');
    const first = git('rev-parse', 'HEAD');
    writeFileSync(join(folder, 'x.csv'), 'c,d\n');
    git('commit', '-qam', 'Two');
    appendFileSync(join(folder, 'evidence/b.md'), 'More.\n');
    const output = join(folder, 'out');
    await run(['pack', folder, '--output', output, '--write']);
    const { commit, files: listed } = manifestOf(output);
    const commitOf = (path: string): string | undefined => listed.find((file) => file.path === path)?.commit;
    equal(commit, git('rev-parse', 'HEAD'));
    equal(commitOf('evidence/es-1-checks.html'), first);
    equal(commitOf('attachments/x.csv'), commit);
    equal(commitOf('evidence/said.html'), undefined);
  }); // prettier-ignore

  it('says nothing of people, comments and attachments to everybody', async () => {
    const folder = folderWith(files);
    const output = join(folder, 'out');
    await run(['pack', folder, '--output', output, '--write', '--public']);
    const all = filesIn(output);
    ok(!all.some((path) => /attachments|visits/.test(path)), all.join());
    for (const path of all) ok(!/The Clerk|A reader|Well kept|10:00|a\.pdf/.test(read(output, path)), path);
  });

  it('has drafts that are asked for, and says so', async () => {
    const folder = folderWith(files);
    const output = join(folder, 'out');
    await run(['pack', folder, '--output', output, '--write', '--drafts']);
    match(read(output, 'evidence/secret-draft.html'), /<dt>Status<\/dt><dd>draft<\/dd>/);
  });

  it('replaces a pack that nobody has worked in, and nothing else unasked', async () => {
    const folder = folderWith(files);
    const output = join(folder, 'out');
    const write = (...more: readonly string[]): ReturnType<typeof run> =>
      run(['pack', folder, '--output', output, '--write', ...more]);
    mkdirSync(output);
    equal((await write()).status, 0);
    match((await write()).out, /It has replaced the pack that was there/);
    writeFileSync(join(output, 'notes.txt'), 'Mine.');
    const { status, err } = await write();
    equal(status, 2);
    match(err, /a pack that somebody has worked in: notes\.txt\. Say --force/);
    equal(read(output, 'notes.txt'), 'Mine.');
    equal((await write('--force')).status, 0);
    ok(!existsSync(join(output, 'notes.txt')));
  });

  it('keeps the rights of a ZIP file that it replaces', async () => {
    if (process.platform === 'win32') return;
    const folder = folderWith(files);
    const output = join(folder, 'out.zip');
    await run(['pack', folder, '--output', output, '--write']);
    chmodSync(output, 0o600);
    equal((await run(['pack', folder, '--output', output, '--write'])).status, 0);
    equal(statSync(output).mode & 0o7777, 0o600);
  });

  const refused: readonly (readonly [what: string, output: string, says: RegExp])[] = [
    ['the portfolio itself', '.', /holds the portfolio/],
    ['a folder above it', '..', /holds the portfolio/],
    ['its evidence', 'evidence', /is there already, and is no pack/],
    ['a file of it', 'x.csv', /is a file/],
    ['a folder that is not there', 'a/b/c', /there is no folder/],
    ['a file that is no pack', 'mine.zip', /is there already, and is no pack/],
  ];
  for (const [what, output, says] of refused)
    it(`does not take the place of ${what}`, async () => {
      const folder = folderWith({ ...files, 'mine.zip': 'PK' });
      const before = filesIn(folder);
      const { status, err } = await run(['pack', folder, '--output', join(folder, output), '--write']);
      equal(status, 2);
      match(err, says);
      deepEqual(filesIn(folder), before);
    });

  it('wants to know where it goes', async () => {
    const { status, err } = await run(['pack', folderWith(files)]);
    equal(status, 2);
    match(err, /say where the pack goes: --output/);
  });

  it('does not pack what it has packed before', async () => {
    const folder = folderWith({
      ...files,
      'evidence/d.md': '---\ntitle: D\nelements: [3.2.4]\nattachments: [../out/index.html]\n---\n\n[x](../out/style.css)\n',
    });
    const output = join(folder, 'out');
    for (const round of [1, 2]) {
      const { out } = await run(['pack', folder, '--output', output, '--write']);
      match(out, round === 1 ? /index\.html, of D: there is no such file/ : /index\.html, of D: it is a part of the pack itself/);
    }
    ok(!filesIn(output).some((path) => path.startsWith('attachments/index')));
  }); // prettier-ignore
});

describe('a path that leads out of the repository', () => {
  const secret = 'TOP SECRET';
  let outside = '';
  beforeEach(() => {
    outside = mkdtempSync(join(tmpdir(), 'evidence-portfolio-outside-'));
    writeFileSync(join(outside, 'secret.txt'), secret);
  });
  afterEach(() => rmSync(outside, { recursive: true, force: true }));

  const name = (): string => outside.split('/').at(-1) ?? '';
  const ways: readonly (readonly [what: string, path: () => string])[] = [
    ['up', () => `../${name()}/secret.txt`],
    ['up by a detour', () => `evidence/../../${name()}/secret.txt`],
    ['up, encoded', () => `%2e%2e/${name()}/secret.txt`],
    ['up, encoded with its slash', () => `..%2f${name()}%2fsecret.txt`],
    ['up, encoded twice', () => `%252e%252e/${name()}/secret.txt`],
    ['up as Windows writes it', () => `..\\${name()}\\secret.txt`],
    ['absolute', () => `${outside}/secret.txt`],
    ['an address of a file', () => `file://${outside}/secret.txt`],
    ['by a link to the folder', () => 'folder-link/secret.txt'],
    ['by a link to the file', () => 'file-link.txt'],
    ['by a link to a link', () => 'second-link.txt'],
    ['with a NUL', () => `../${name()}/secret.txt\\0.pdf`],
    ['with an encoded NUL', () => `../${name()}/secret.txt%00.pdf`],
    ['into the settings of git', () => '.git/config'],
    ['into the settings of git, in capitals', () => '.GIT/config'],
    ['a pipe', () => 'pipe'],
    ['a folder', () => 'evidence'],
    ['a device', () => '/dev/zero'],
    ['by a link to a device', () => 'device-link'],
  ];
  for (const [what, path] of ways)
    it(`brings nothing into a pack: ${what}`, async () => {
      const written = JSON.stringify(path());
      const link = path().replace(/ /g, '%20');
      const folder = folderWith({
        'portfolio.yaml': manifest,
        'evidence/x.txt': 'x',
        '.git/config': `[remote]\n${secret}\n`,
        'a.md': `---\ntitle: A\nelements: [3.2.4]\nattachments: [${written}]\n---\n\n[a](<${link}>) ![b](<${link}>) <a href="${link}">c</a> <img src="${link}">\n`,
      });
      symlinkSync(outside, join(folder, 'folder-link'));
      symlinkSync(join(outside, 'secret.txt'), join(folder, 'file-link.txt'));
      symlinkSync('file-link.txt', join(folder, 'second-link.txt'));
      symlinkSync('/dev/zero', join(folder, 'device-link'));
      if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe')]);
      const output = join(folder, 'out');
      const { status } = await run(['pack', folder, '--output', output, '--write']);
      equal(status, 0);
      for (const file of filesIn(output)) ok(!read(output, file).includes(secret), file);
      deepEqual(
        filesIn(output).filter((file) => file.startsWith('attachments/')),
        [],
      );
    });
});

describe('pack verify', () => {
  const packed = async (output: string): Promise<string> => {
    const place = join(folderWith(files), output);
    await run(['pack', join(place, '..'), '--output', place, '--write']);
    return place;
  };

  for (const output of ['out', 'out.zip'])
    it(`finds ${output} as it was written`, async () => {
      const { status, out } = await run(['pack', 'verify', await packed(output)]);
      equal(status, 0);
      match(out, /^Anytown, as of 21 November 2026\nAll \d+ files are as they were written\.\n$/);
    });

  for (const [name, written] of [
    ['with a slash at its end', (place: string) => `${place}/`],
    ['by a way that goes through it', (place: string) => `${place}/elements/..`],
    ['from within', () => '.'],
    ['from within, by its path', () => './'],
    ['from a folder in it', () => '..'],
  ] as const)
    it(`finds a folder that is named ${name}`, async () => {
      const place = await packed('out');
      const before = process.cwd();
      process.chdir(name === 'from a folder in it' ? join(place, 'elements') : place);
      try {
        const { status, out } = await run(['pack', 'verify', written(place)]);
        match(out, /\nAll \d+ files are as they were written\.\n$/);
        equal(status, 0);
      } finally {
        process.chdir(before);
      }
    });

  it('says what was changed, is missing or was added', async () => {
    const place = await packed('out');
    appendFileSync(join(place, 'index.html'), ' ');
    rmSync(join(place, 'attachments/a.pdf'));
    writeFileSync(join(place, 'elements/new.html'), 'x');
    const { status, out } = await run(['pack', 'verify', place]);
    equal(status, 1);
    match(out, /\nchanged: index\.html\nmissing: attachments\/a\.pdf\nadded: elements\/new\.html\n1 changed, 1 missing, 1 added, of \d+ files\.\n$/);
  }); // prettier-ignore

  it('finds a byte that was changed in a ZIP file', async () => {
    const place = await packed('out.zip');
    const bytes = readFileSync(place);
    const at = bytes.indexOf('%PDF-1.4');
    bytes[at] = 0x24;
    writeFileSync(place, bytes);
    const { status, out } = await run(['pack', 'verify', place]);
    equal(status, 1);
    match(out, /changed: attachments\/a\.pdf\n/);
  });

  it('knows a ZIP file that somebody has made of the unpacked folder', async () => {
    const place = await packed('out.zip');
    const files = unzipSync(readFileSync(place));
    const again = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`evidence-pack/${name}`, bytes]));
    writeFileSync(place, zipSync({ 'evidence-pack/': new Uint8Array(), ...again }));
    const whole = await run(['pack', 'verify', place]);
    match(whole.out, /\nAll \d+ files are as they were written\.\n$/);
    writeFileSync(place, zipSync({ ...again, 'evidence-pack/index.html': new Uint8Array() }));
    match((await run(['pack', 'verify', place])).out, /\nchanged: index\.html\n/);
    // What lies beside the folder is none of the pack's, and nobody can tell which folder is meant.
    writeFileSync(place, zipSync({ ...again, 'other.txt': new Uint8Array() }));
    equal((await run(['pack', 'verify', place])).status, 2);
    // But for what a Mac puts there.
    writeFileSync(place, zipSync({ ...again, '__MACOSX/evidence-pack/._index.html': new Uint8Array() }));
    match((await run(['pack', 'verify', place])).out, /\nadded: \.\.\/__MACOSX\/evidence-pack\/\._index\.html\n0 changed, 0 missing, 1 added/);
    // PowerShell before 6 writes folders as Windows does.
    writeFileSync(place, zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name.replaceAll('/', '\\'), bytes]))));
    match((await run(['pack', 'verify', place])).out, /\nAll \d+ files are as they were written\.\n$/);
  }); // prettier-ignore

  it('says what is no pack', async () => {
    const folder = folderWith({ 'manifest.json': '{"name":"x"}', 'a.zip': 'PK\u0003\u0004', 'b/c.txt': 'x' });
    for (const place of [folder, join(folder, 'a.zip'), join(folder, 'b'), join(folder, 'b/c.txt')]) {
      const { status, err } = await run(['pack', 'verify', place]);
      equal(status, 2);
      match(err, /is no pack/);
    }
    equal((await run(['pack', 'verify', join(folder, 'gone')])).status, 2);
  });
});
