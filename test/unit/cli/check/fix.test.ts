/** `check --fix`: files before and after, byte for byte, and what is said of it. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeRepositories, repositoryWith } from '../gitRepository';
import { evidence, folderWith, removeFolders, run } from '../support';

/** Has one of nearly everything: IDs that are replaced, numbers, two of a kind, groups. */
const standard = `title: Small
levels: [Part, Element]
retired: { "9.9": "1.2", "8.8": ["1.2", "2.1"], "7.7": [] }
children:
  - id: "1"
    title: Part one
    children:
      - { id: "1.1", text: People are greeted }
      - { id: "1.2", text: The opening hours are known }
      - { id: "1.10", text: Queues are short }
  - id: "2"
    title: Part two
    children:
      - { id: "2.1", text: Questions are answered }
`;

const quiet = 'element-uncovered: off';
const manifest = (...lines: readonly string[]): string =>
  ['standard: small.yaml', `rules: { ${[quiet, ...lines].join(', ')} }`, ''].join('\n');
const file = (lines: readonly string[], body = '\nText.\n'): string =>
  ['---', 'title: T', ...lines, `---\n${body}`].join('\n');

/** A folder with a portfolio of the small standard. */
const portfolioWith = (files: Readonly<Record<string, string>>, ...rules: readonly string[]): string =>
  folderWith({ 'portfolio.yaml': manifest(...rules), 'small.yaml': standard, ...files });

const bytesIn = (folder: string, path = 'a.md'): string => readFileSync(join(folder, path), 'latin1');
const textIn = (folder: string, path = 'a.md'): string => readFileSync(join(folder, path), 'utf8');

interface Row {
  readonly name: string;
  readonly before: string;
  /** Absent: nothing is touched. */
  readonly after?: string;
  readonly rules?: readonly string[];
}

const row = (name: string, before: readonly string[], after?: readonly string[]): Row => ({
  name,
  before: file(before),
  ...(after ? { after: file(after) } : {}),
});

const rows: readonly Row[] = [
  row('puts a number in quotation marks', ['elements: [1.1, "1.2"]'], ['elements: ["1.1", "1.2"]']),
  row('of a single value too', ['elements: 1.10'], ['elements: "1.10"']),
  row(
    'in a list of lines, with its remarks',
    ['elements:', '  - 1.1 # ours', '  - "1.2"   # theirs'],
    ['elements:', '  - "1.1" # ours', '  - "1.2"   # theirs'],
  ),
  row('takes out what is there already', ['elements: ["1.1", "1.2", "1.1"]'], ['elements: ["1.1", "1.2"]']),
  row(
    'of lines the second one',
    ['elements:', '  - "1.1" # first', '  - "1.1" # second', '  - "1.2"'],
    ['elements:', '  - "1.1" # first', '  - "1.2"'],
  ),
  row('writes the new ID for one that is replaced', ['elements: ["9.9"]'], ['elements: ["1.2"]']),
  row('once, where the list has the new one', ['elements: ["9.9", "1.2"]'], ['elements: ["1.2"]']),
  row('of two that become one, once', ['elements: [9.9, "9.9", 1.1]'], ['elements: ["1.2", "1.1"]']),
  row('leaves an ID that has become several', ['elements: ["1.1", "8.8"]']),
  row('leaves an ID that was dropped', ['elements: ["1.1", "7.7"]']),
  row('makes a list of IDs in a row', ['elements: 1.1 2.1'], ['elements:', '  - "1.1"', '  - "2.1"']),
  row('separates IDs in one text', ['elements: ["1.1, 2.1"]'], ['elements: ["1.1", "2.1"]']),
  row('leaves an ID that nobody has', ['elements: ["1.1", "1.3"]']),
  row('leaves a group', ['elements: ["1"]']),
  row('leaves a key that is misspelt', ['elements: ["1.1"]', 'owners: A']),
  row('leaves a word that is misspelt', ['elements: ["1.1"]', 'status: aproved']),
  row('leaves a review that is overdue', ['elements: ["1.1"]', 'review-by: 2020-01-01']),
  row('leaves an attachment that is not there', ['elements: ["1.1"]', 'attachments: [a.pdf]']),
  row('leaves what has nothing wrong', ['elements: ["1.1", "1.2"]']),
  row(
    'mends one line and keeps another that cannot be read',
    ['elements: [1.1]', 'owner: "A', 'kind: data'],
    ['elements: ["1.1"]', 'owner: "A', 'kind: data'],
  ),
  {
    name: 'puts a block right that nobody reads',
    before: '\n---\ntitle: T\nelements: ["1.1"]\n---\n\nText.\n',
    after: '---\ntitle: T\nelements: ["1.1"]\n---\n\nText.\n',
  },
  {
    name: 'leaves what a manifest switches off',
    before: file(['elements: [1.1, "1.1", "9.9"]']),
    after: file(['elements: [1.1, "1.2"]']),
    rules: ['element-unquoted: off'],
  },
  {
    name: 'leaves what a manifest says of in words that are none',
    before: file(['elements: [1.1, "1.1", "9.9"]']),
    after: file(['elements: [1.1, "1.2"]']),
    rules: ['element-unquoted: OFF', 'element-unknown: no', 'evidence-unread:'],
  },
  {
    name: 'leaves a block that nobody reads, likewise',
    before: '\n---\ntitle: T\nelements: ["1.1"]\n---\n\nText.\n',
    rules: ['evidence-unread: none'],
  },
  {
    name: 'leaves all of it where all is off',
    before: file(['elements: [1.1, "1.1", "9.9"]']),
    rules: ['element-unquoted: off', 'element-duplicate: off', 'element-retired: off'],
  },
  {
    name: 'keeps blanks, tabs and odd text as they are',
    before: file(['elements:   [ 1.1 ,"1.2" ]  # a\t'], '\n\tText  \n\n\n* \u00A0x\u200B'),
    after: file(['elements:   [ "1.1" ,"1.2" ]  # a\t'], '\n\tText  \n\n\n* \u00A0x\u200B'),
  },
];

describe('check --fix', () => {
  afterEach(removeFolders);

  const writings: readonly (readonly [name: string, of: (text: string) => string])[] = [
    ['', (text) => text],
    [', with the line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    [', with a byte order mark', (text) => `\uFEFF${text}`],
    [', with both, and no end', (text) => `\uFEFF${text.replaceAll('\n', '\r\n').trimEnd()}`],
  ];
  for (const { name, before, after = before, rules = [] } of rows)
    for (const [how, of] of writings)
      it(`${name}${how}`, async () => {
        const folder = portfolioWith({ 'a.md': of(before) }, ...rules);
        const { status, err } = await run(['check', '--fix', folder, '--fail-on', 'never']);
        equal(err, '');
        equal(status, 0);
        deepEqual(textIn(folder), of(after));
        // What is right already is not written again.
        await run(['check', '--fix', folder]);
        deepEqual(textIn(folder), of(after));
        deepEqual(readdirSync(folder).sort(), ['a.md', 'portfolio.yaml', 'small.yaml']);
      });

  it('says what it has mended, and what is left', async () => {
    const folder = portfolioWith({
      'a.md': file(['elements: [1.1, 1.2, "1.3"]']),
      'b/c.md': file(['elements: ["2.1", "2.1"]']),
    });
    const { status, out } = await run(['check', '--fix', folder]);
    ok(
      out.startsWith(
        'Mended 3 findings in 2 files\n  a.md  element-unquoted (2)\n  b/c.md  element-duplicate\n\n',
      ),
      out,
    );
    match(out, /1\.3 is not an element of Small\./);
    ok(!/ element-(?:unquoted|duplicate)\n/.test(out.slice(out.indexOf('\n\n'))), out);
    match(out, /\n1 error\.\n/);
    equal(status, 1);
  });

  it('says where there was nothing to mend', async () => {
    const folder = portfolioWith({ 'a.md': file(['elements: ["1.1"]']) });
    const { status, out } = await run(['check', '--fix', folder]);
    ok(out.startsWith('There was nothing that is safe to mend without asking.\n\n'), out);
    equal(status, 0);
  });

  it('ends as the findings that are left ask for', async () => {
    const text = file(['elements: [1.1]']);
    const status = async (...more: readonly string[]) =>
      (await run(['check', '--fix', portfolioWith({ 'a.md': text }), ...more])).status;
    equal(await status('--fail-on', 'hint'), 0);
    const left = portfolioWith({ 'a.md': file(['elements: [1.1, "8.8"]']) });
    equal((await run(['check', '--fix', left])).status, 0);
    equal((await run(['check', '--fix', left, '--fail-on', 'warning'])).status, 1);
  });

  it('leaves standard output to the format that is asked for', async () => {
    const folder = portfolioWith({ 'a.md': file(['elements: [1.1, "1.3"]']) });
    const { out, err } = await run(['check', '--fix', folder, '--format', 'json']);
    const { portfolios } = JSON.parse(out) as {
      readonly portfolios: readonly { readonly findings: readonly { readonly rule: string }[] }[];
    };
    deepEqual(
      portfolios[0]?.findings.map(({ rule }) => rule),
      ['element-unknown'],
    );
    equal(err, 'evidence-portfolio: mended 1 finding in 1 file: a.md.\n');
  });

  it('writes into other outputs what is left', async () => {
    const folder = portfolioWith({ 'a.md': file(['elements: [1.1]']) });
    const report = join(folder, 'report.json');
    await run(['check', '--fix', folder, '--output', `json=${report}`]);
    ok(!readFileSync(report, 'utf8').includes('element-unquoted'));
  });

  it('mends each of several portfolios by its own rules', async () => {
    const text = file(['elements: [1.1, "9.9"]']);
    const folder = folderWith({
      'one/portfolio.yaml': manifest('element-unquoted: off'),
      'one/small.yaml': standard,
      'one/a.md': text,
      'two/portfolio.yaml': manifest('element-retired: off'),
      'two/small.yaml': standard,
      'two/a.md': text,
    });
    const { out } = await run(['check', '--fix', folder]);
    equal(textIn(folder, 'one/a.md'), file(['elements: [1.1, "1.2"]']));
    equal(textIn(folder, 'two/a.md'), file(['elements: ["1.1", "9.9"]']));
    ok(
      out.startsWith(
        'Mended 2 findings in 2 files\n  one/a.md  element-retired\n  two/a.md  element-unquoted\n',
      ),
    );
  });

  it('fails only on what is new and left, since a revision', async () => {
    const files = {
      'portfolio.yaml': manifest(),
      'small.yaml': standard,
      'a.md': file(['elements: [1.1, "1.3"]']),
    };
    const { folder, edit } = repositoryWith(files);
    edit({ 'b.md': file(['elements: [2.1]']) });
    const { status, out } = await run(['check', '--fix', folder, '--since', 'main', '--fail-on', 'hint']);
    equal(textIn(folder), file(['elements: ["1.1", "1.3"]']));
    equal(textIn(folder, 'b.md'), file(['elements: ["2.1"]']));
    match(out, /^Mended 2 findings in 2 files\n[^]*\nAlready there at main: 1 finding\n/);
    equal(status, 0);
    removeRepositories();
  });

  it('mends nothing where there is no such revision, or no repository', async () => {
    const files = { 'portfolio.yaml': manifest(), 'small.yaml': standard, 'a.md': file(['elements: [1.1]']) };
    for (const [folder, why] of [
      [repositoryWith(files).folder, /git knows no revision mian here/],
      [folderWith(files), /is not in a git repository/],
    ] as const) {
      const { status, out, err } = await run(['check', '--fix', folder, '--since', 'mian']);
      match(err, why);
      deepEqual([status, out, textIn(folder)], [2, '', files['a.md']]);
    }
    removeRepositories();
  });

  it('mends without a manifest, too', async () => {
    const folder = folderWith({ 'a.md': evidence('[3.2.4, 3.2.4]') });
    await run(['check', '--fix', folder]);
    equal(textIn(folder), evidence('[3.2.4]'));
  });

  it('leaves files that git ignores, and those that the manifest leaves out', async () => {
    const text = file(['elements: [1.1]']);
    const folder = folderWith({
      '.gitignore': 'ignored.md\n',
      'portfolio.yaml': `${manifest()}exclude: [drafts]\n`,
      'small.yaml': standard,
      'ignored.md': text,
      'drafts/a.md': text,
      'node_modules/p/a.md': text,
      'a.md': text,
    });
    await run(['check', '--fix', folder]);
    equal(textIn(folder), file(['elements: ["1.1"]']));
    for (const path of ['ignored.md', 'drafts/a.md', 'node_modules/p/a.md'])
      equal(textIn(folder, path), text);
  });

  describe('never harms', () => {
    it('a file that is not UTF-8, and says so', async () => {
      const folder = portfolioWith({ 'b.md': file(['elements: [1.1]']) });
      const wide = Buffer.from(`\uFEFF${file(['elements: [1.1]'])}`, 'utf16le');
      writeFileSync(join(folder, 'a.md'), wide);
      const { status, out, err } = await run(['check', '--fix', folder]);
      deepEqual(readFileSync(join(folder, 'a.md')), wide);
      equal(textIn(folder, 'b.md'), file(['elements: ["1.1"]']));
      match(err, /a\.md cannot be read as UTF-8 text, so it was left as it is\. It is saved as UTF-16LE/);
      match(out, /element-unquoted\n/);
      equal(status, 0);
    });

    it('a file in an encoding of old', async () => {
      const folder = portfolioWith({});
      const old = Buffer.from(file(['elements: [1.1]', 'owner: Ren\xE9']), 'latin1');
      writeFileSync(join(folder, 'a.md'), old);
      await run(['check', '--fix', folder]);
      deepEqual(readFileSync(join(folder, 'a.md')), old);
    });

    it('a file that a link leads to', async function () {
      const outside = folderWith({ 'a.md': file(['elements: [1.1]']) });
      const folder = portfolioWith({ 'kept/b.md': file(['elements: ["1.2"]']) });
      try {
        symlinkSync(join(outside, 'a.md'), join(folder, 'a.md'));
        symlinkSync(outside, join(folder, 'linked'));
        symlinkSync(join(folder, 'kept'), join(folder, 'inner'));
      } catch {
        this.skip();
      }
      await run(['check', '--fix', folder]);
      equal(textIn(outside), file(['elements: [1.1]']));
      equal(textIn(folder, 'kept/b.md'), file(['elements: ["1.2"]']));
    });

    it('a file that cannot be written, and mends the others', async () => {
      const text = file(['elements: [1.1]']);
      const folder = portfolioWith({ 'a/a.md': text, 'b/b.md': text });
      mkdirSync(join(folder, 'a', '.evidence-portfolio.lock'));
      const { status, out, err } = await run(['check', '--fix', folder]);
      equal(textIn(folder, 'a/a.md'), text);
      equal(textIn(folder, 'b/b.md'), file(['elements: ["1.1"]']));
      match(err, /\.evidence-portfolio\.lock is in the way/);
      // What is left is told as it is.
      match(out, /a\/a\.md[^]*element-unquoted\n/);
      equal(status, 2);
    });

    it('anything where portfolio.yaml cannot be read', async () => {
      const folder = portfolioWith({ 'a.md': file(['elements: [1.1]']) });
      writeFileSync(join(folder, 'portfolio.yaml'), `${manifest()}title: [\n`);
      const { status, out, err } = await run(['check', '--fix', folder]);
      equal(textIn(folder), file(['elements: [1.1]']));
      ok(out.startsWith('Nothing was mended.\n\n'), out);
      match(err, /nothing was mended, because portfolio\.yaml cannot be read\. Mend that first\./);
      equal(status, 2);
    });

    it('a part of a portfolio, whose manifest it would not know', async () => {
      const folder = portfolioWith({ 'evidence/a.md': file(['elements: [1.1]']) }, 'element-unquoted: off');
      const { status, err } = await run(['check', '--fix', join(folder, 'evidence')]);
      equal(textIn(folder, 'evidence/a.md'), file(['elements: [1.1]']));
      // Its IDs are not those of the built-in standard: there is no portfolio to mend.
      ok(status === 2 || err.includes('There is no evidence portfolio'), err);
      const own = folderWith({
        'portfolio.yaml': 'rules: { element-duplicate: off }\n',
        'evidence/a.md': evidence('[3.2.4, 3.2.4]'),
      });
      const { err: said } = await run(['check', '--fix', join(own, 'evidence')]);
      match(said, /is a part of the portfolio in .*\. Give that folder\./);
      equal(textIn(own, 'evidence/a.md'), evidence('[3.2.4, 3.2.4]'));
    });

    it('what another run of it writes', async () => {
      const names = Array.from({ length: 40 }, (_, at) => `${at % 4}/${at}.md`);
      const folder = portfolioWith(
        Object.fromEntries(names.map((name) => [name, file(['elements: [1.1, "9.9", 1.1]'])])),
      );
      const runs = await Promise.all([1, 2, 3].map(() => run(['check', '--fix', folder])));
      deepEqual(
        runs.map(({ status, err }) => [status, err]),
        runs.map(() => [0, '']),
      );
      for (const name of names) equal(textIn(folder, name), file(['elements: ["1.1", "1.2"]']));
    });
  });
});

describe('check --fix --dry-run', () => {
  afterEach(removeFolders);

  const files = {
    'a.md': file(['elements:', '  - 1.1', '  - "1.2"', '  - "1.2"'], `\n${'Text.\n'.repeat(20)}`),
    'b c/ü "d".md': file(['elements: [9.9]']).replaceAll('\n', '\r\n'),
    'e.md': file(['elements: [1.1]'], '').trimEnd(),
    'f.md': file(['elements: ["1.3"]']),
  };

  it('shows what it would do as a unified diff, and writes nothing', async () => {
    const folder = portfolioWith(files);
    const { status, out, err } = await run(['check', '--fix', '--dry-run', folder]);
    for (const [path, text] of Object.entries(files)) equal(textIn(folder, path), text);
    ok(
      out.startsWith(
        [
          '--- a/a.md',
          '+++ b/a.md',
          '@@ -1,9 +1,8 @@',
          ' ---',
          ' title: T',
          ' elements:',
          '-  - 1.1',
          '+  - "1.1"',
          '   - "1.2"',
          '-  - "1.2"',
          ' ---',
          ' ',
          ' Text.',
          '',
        ].join('\n'),
      ),
      out,
    );
    equal(
      err,
      'evidence-portfolio: would mend 5 findings in 3 files, and 1 error, 1 warning would be left. Nothing was written.\n',
    );
    equal(status, 1);
  });

  it('shows a diff that git and we apply to the same end', async () => {
    const [one, two] = [portfolioWith(files), portfolioWith(files)];
    const { out } = await run(['check', '--fix', '--dry-run', one]);
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: one, input: out });
    await run(['check', '--fix', two]);
    for (const path of Object.keys(files)) equal(bytesIn(one, path), bytesIn(two, path), path);
    ok(bytesIn(one) !== Buffer.from(files['a.md']).toString('latin1'));
  });

  it('obeys nothing that a file says on a terminal', async () => {
    const folder = portfolioWith({ 'a.md': file(['owner: "\u001B[2J"', 'elements: [1.1]']) });
    const { out } = await run(['check', '--fix', '--dry-run', folder], { isTerminal: true });
    ok(!out.includes('\u001B[2J'));
    match(out, /elements: \["1\.1"\]/);
  });

  it('shows nothing where there is nothing to mend', async () => {
    const folder = portfolioWith({ 'a.md': file(['elements: ["1.1"]']) });
    const { status, out, err } = await run(['check', '--fix', '--dry-run', folder]);
    equal(out, '');
    equal(
      err,
      'evidence-portfolio: nothing would be mended, and nothing would be left. Nothing was written.\n',
    );
    equal(status, 0);
  });

  for (const [words, message] of [
    [['--dry-run'], /--dry-run goes with --fix/],
    [['--fix', '--dry-run', '--format', 'json'], /--dry-run shows a diff, and takes no --format/],
    [
      ['--fix', '--dry-run', '--output', 'json=report.json'],
      /--dry-run writes nothing, and takes no --output/,
    ],
    [['--fix', '--dry-run', '--since', 'main'], /--dry-run .* no --since/],
  ] as const)
    it(`is not for ${words.join(' ')}`, async () => {
      const { status, err } = await run(['check', portfolioWith({}), ...words]);
      match(err, message);
      equal(status, 2);
    });
});
