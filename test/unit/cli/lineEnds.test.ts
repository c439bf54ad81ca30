/**
 * A portfolio as git for Windows checks it out (`core.autocrlf`): the same is said of it, byte for byte, and an edit
 * leaves every end of a line as those of its file are.
 */
import { deepEqual, equal, notDeepEqual, notEqual } from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { folderWith, removeFolders, run, sample } from './support';

type Files = Readonly<Record<string, string>>;

/** The texts below a folder, by path with `/`; other files, such as pictures, are left out. */
const textsIn = (folder: string): Files =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'latin1')] as const)
      .filter(([, text]) => !text.includes('\0'))
      .map(([name, text]) => [name, Buffer.from(text, 'latin1').toString('utf8')]),
  );

const withCrlf = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replace(/\r?\n/g, '\r\n')]));

/** What is safe to mend, what is not, and what is only told: in each kind of file. */
const faulty: Files = {
  'portfolio.yaml':
    'title: T\n\n# Ours\nassessment:\n  1.1.1: { self: compliant }\n  3.2.4:\n    self: partial\n    comment: |\n      Two lines\n      of it\nassignments:\n  4.2.3: Ann\n',
  'evidence/a.md':
    '---\ntitle: A\nelements:\n  - 3.2.4\n  - 3.2.4 # twice\n  - 9.9.9\nowners: Ann\nreview-by: 2026-01-01\n---\n\n# A\n\nSee [b](b.md) and [none](none.md).\n\n## 1.1.1 Heading\n\nText\nover lines.\n',
  'evidence/b.md': '---\nelements: 1.1.1, 1.1.2\nstatus: aproved\n---\n\nText.\n',
  'evidence/c.md': '\n---\ntitle: C\nelements: [1.2.1]\n---\n\nText.\n',
  'evidence/d.md': '---\ntitle: D\nelements: [1.2.1]\n\nNever closed.\n',
  'action-plan.md':
    '---\ntype: action-plan\n---\n\n# Plan\n\n| Ref No. | Criteria / Action | Responsibility | Target Completion Date | Progress |\n| --- | --- | --- | --- | --- |\n| 3.2.4 | Mend it | Ann | 01/02/2026 | |\n| 9.9.9 | Nothing | | soon | |\n',
};

const portfolios: Readonly<Record<string, Files>> = { 'the sample': textsIn(sample), 'a faulty one': faulty };

describe('ends of lines as Windows has them', () => {
  afterEach(removeFolders);

  const said = [
    ...['text', 'json', 'sarif', 'github', 'gitlab', 'azure', 'junit', 'markdown'].map((format) => `check --format ${format}`),
    ...['csv', 'md', 'html'].flatMap((format) => [`matrix export --format ${format}`, `plan export --format ${format}`]),
    ...['text', 'markdown', 'json', 'ics'].map((format) => `due --format ${format}`),
    ...['md', 'html'].map((format) => `report --format ${format}`),
    ...['coverage', 'rate', 'plan sync', 'check --fix --dry-run', 'assessment export --format csv', 'what-if --rated 3.2.4=partial'],
  ]; // prettier-ignore

  for (const [what, files] of Object.entries(portfolios))
    for (const words of said)
      it(`change nothing in what “${words}” says of ${what}`, async () => {
        const of = async (texts: Files) => {
          const folder = folderWith(texts);
          const { status, out, err } = await run([...words.split(' '), folder]);
          return { status, out: out.replaceAll(folder, '.'), err: err.replaceAll(folder, '.') };
        };
        const lf = await of(files);
        const crlf = await of(withCrlf(files));
        // A difference line by line quotes the lines as they stand.
        const plain = words.includes('--dry-run')
          ? { ...crlf, out: crlf.out.replaceAll('\r', ''), err: crlf.err.replaceAll('\r', '') }
          : crlf;
        deepEqual(plain, lf);
      });

  const edits: readonly (readonly string[])[] = [
    ['check', '--fix', '.'],
    ['plan', 'sync', '.', '--write'],
    ['rate', '3.2.4', 'compliance-plus', '.'],
    ['rate', '5.1.1', 'partial', '.'],
    ['plan', 'import', 'plan.csv', '.', '--write'],
    ['assessment', 'import', 'sheet.csv', '.', '--write'],
    ['matrix', 'import', 'matrix.csv', '.', '--write'],
  ];
  /** Beside the portfolio, as other programs write them. */
  const given: Files = {
    'plan.csv': 'Ref No.,Action,Responsibility\n3.2.4,Mend it now,Ben\n5.1.1,Begin,Ann\n',
    'sheet.csv':
      'Ref,Self,Assessor,Comments\n3.2.4,compliant,partial,"Over\ntwo lines"\n1.1.1,,compliant,Good\n',
    'matrix.csv': 'Ref,Element,Evidence,Owner\n,1.1.1,A,Ben\n,1.1.2,B,Ben\n,2.1.1,Brand new survey,Ann\n',
  };

  for (const [what, files] of Object.entries(portfolios))
    for (const words of edits)
      it(`stay what they are where “${words.join(' ')}” edits ${what}`, async () => {
        const after = async (texts: Files): Promise<Files> => {
          const folder = folderWith(texts);
          const outside = folderWith(given);
          const { status, err } = await run(
            words.map((word) => (word === '.' ? folder : word in given ? join(outside, word) : word)),
          );
          notEqual(status, 2, err);
          return textsIn(folder);
        };
        const lf = await after(files);
        const crlf = await after(withCrlf(files));
        // A new file has no ends of lines to keep.
        for (const [name, text] of Object.entries(lf))
          if (name in files) equal(crlf[name], text.replaceAll('\n', '\r\n'), name);
        deepEqual(Object.keys(crlf).sort(), Object.keys(lf).sort());
        if (what === 'a faulty one') notDeepEqual(lf, files);
      });
});
