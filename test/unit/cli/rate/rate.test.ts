/** `rate`: what it writes, what it shows, and what it refuses, leaving the file as it is. */
import { equal, ok } from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { evidence, folderWith, removeFolders, run } from '../support';

const read = (folder: string): string => readFileSync(join(folder, 'portfolio.yaml'), 'utf8');
const base = '# Ours\r\ntitle: T # t\r\nassessment:\r\n  1.1.1: { self: compliant }\r\n';

/** Runs `rate` in a folder with this portfolio.yaml, and checks what it says and leaves. */
function rates(
  words: readonly string[],
  before: string,
  after: string,
  said: readonly string[],
  status: 0 | 2 = 0,
): void {
  it(`“rate ${words.join(' ')}”`, async () => {
    const folder = folderWith({ 'portfolio.yaml': before, 'a.md': evidence() });
    const ran = await run(['rate', ...words, folder]);
    const text = status === 0 ? ran.out : ran.err;
    for (const part of said) ok(text.replaceAll(folder, '').includes(part), ran.out + ran.err);
    equal(status === 0 ? ran.err : ran.out, '');
    equal(ran.status, status);
    equal(read(folder), after);
    equal(readdirSync(folder).length, 2);
  });
}
const refuses = (words: readonly string[], before: string, why: string): void =>
  rates(words, before, before, [`evidence-portfolio: ${why}\n`], 2);

describe('rate', () => {
  after(removeFolders);

  describe('writes', () => {
    rates(['3.2.4', 'partial'], base, `${base}  3.2.4:\r\n    self: partial\r\n`, [
      '3.2.4, “We can demonstrate that information we provide to our customers is accurate',
      '\n  Rated partially compliant\n',
      '\nWritten to portfolio.yaml.\n',
      'Self-assessment: 1 of 57 applicable elements compliant or better: 1 %, the award asks for 80 %; 45 more are needed.',
    ]);
    rates(
      ['1.1.1', 'Compliance plus', '--comment', 'Strong: all of it'],
      base,
      base.replace('self: compliant', 'self: compliance-plus, comment: "Strong: all of it"'),
      ['\n  Rated compliance plus\n  “Strong: all of it”\n'],
    );
    rates(
      ['1.1.1', 'partial', '--assessor', '--comment', 'Show more'],
      base,
      base.replace(
        'self: compliant',
        'self: compliant, assessor: partial, comment: Show more, assessed: 2026-11-21',
      ),
      ['The assessor: partially compliant, on 21 November 2026', 'The assessor: 0 of 57'],
    );
    rates(
      ['1.1.1', 'compliant', '--assessor', '--date', '2026-05-14'],
      base,
      base.replace('self: compliant', 'self: compliant, assessor: compliant, assessed: 2026-05-14'),
      ['on 14 May 2026'],
    );
    rates(['1.1.1', '--comment', 'Ours'], base, base.replace('compliant }', 'compliant, comment: Ours }'), [
      '“Ours”',
    ]);
    rates(['1.1.1', '--clear'], base, '# Ours\r\ntitle: T # t\r\nassessment:\r\n', ['\n  Not rated\n']);
    rates(['1.1.1', 'compliant'], base, base, ['1.1.1 is rated compliant already.\n']);
    rates(['3.2.4', '--clear'], base, base, ['3.2.4 has no rating.\n']);
  });

  it('keeps a byte order mark, and a last line without an end', async () => {
    const folder = folderWith({
      'portfolio.yaml': '\uFEFFtitle: T\nassessment:\n  1.1.1: { self: partial }',
    });
    await run(['rate', '1.1.1', 'compliant', folder]);
    equal(read(folder), '\uFEFFtitle: T\nassessment:\n  1.1.1: { self: compliant }');
  });

  it('leaves it to whom it was to read the file', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({ 'portfolio.yaml': base });
    const file = join(folder, 'portfolio.yaml');
    chmodSync(file, 0o640);
    await run(['rate', '1.1.1', 'partial', folder]);
    equal(statSync(file).mode & 0o777, 0o640);
  });

  it('makes portfolio.yaml where there is none', async () => {
    const folder = folderWith({ 'a.md': evidence() });
    equal((await run(['rate', '3.2.4', 'partial', folder])).status, 0);
    equal(
      read(folder),
      'standard: customer-service-excellence\n\nassessment:\n  3.2.4:\n    self: partial\n',
    );
  });

  describe('refuses', () => {
    const cse = 'Customer Service Excellence';
    refuses(
      ['3.2.9', 'partial'],
      base,
      `3.2.9 is not an element of ${cse}. Did you mean 3.2.1, “We provide our customers with the information they need in ways that meet their…”?`,
    );
    refuses(
      ['3.2', 'partial'],
      base,
      '3.2 is a sub-criterion and not an element. Rate one of its elements: 3.2.1, 3.2.2, 3.2.3, 3.2.4.',
    );
    refuses(['3.2.4', 'partal'], base, `partal is not a rating of ${cse}. Did you mean partial?`);
    refuses(
      ['3.2.4', 'splendid'],
      base,
      `splendid is not a rating of ${cse}. Choose one of these: compliance-plus, compliant, partial, non-compliant.`,
    );
    refuses(
      ['1.1.1', 'partial'],
      base.replace('self: compliant', 'applicable: false, reason: None'),
      '1.1.1 is declared not applicable, so it is not rated. Declare it applicable again first.',
    );
    refuses(
      ['1.1.1', 'partial'],
      `${base}exclude: a: b\n`,
      '/portfolio.yaml was left as it is, because it has a fault in line 5: There is a second colon on this line. Put quotation marks around a text that contains a colon.',
    );
    refuses(['9.9.9'], base, `9.9.9 is not an element of ${cse}.`);
  });

  it('leaves alone what is no UTF-8 text, and what a symbolic link leads to', async () => {
    const folder = folderWith({ 'a.md': evidence() });
    const file = join(folder, 'portfolio.yaml');
    const bytes = Buffer.from('title: Caf\xE9\n', 'latin1');
    writeFileSync(file, bytes);
    const { err, status } = await run(['rate', '3.2.4', 'partial', folder]);
    ok(err.includes('cannot be read as UTF-8 text, so it was left as it is.'), err);
    equal(status, 2);
    ok(readFileSync(file).equals(bytes));

    const linked = folderWith({ 'a.md': evidence(), 'elsewhere/other.yaml': 'title: T\n' });
    symlinkSync('elsewhere/other.yaml', join(linked, 'portfolio.yaml'));
    const second = await run(['rate', '3.2.4', 'partial', linked]);
    ok(second.err.includes('is a symbolic link'), second.err);
    equal(readFileSync(join(linked, 'elsewhere/other.yaml'), 'utf8'), 'title: T\n');
  });

  it('says which folder to give, where it is not clear', async () => {
    const folder = folderWith({
      'portfolio.yaml': base,
      'evidence/a.md': evidence(),
      'other/portfolio.yaml': 'title: O\n',
      'other/a.md': evidence(),
    });
    const part = await run(['rate', '3.2.4', 'partial', join(folder, 'evidence')]);
    ok(part.err.includes(`is a part of the portfolio in ${folder}. Give that folder.`), part.err);
    ok(!existsSync(join(folder, 'evidence/portfolio.yaml')));
    const both = await run(['rate', '3.2.4', 'partial', folder]);
    ok(both.err.includes(`there are 2 portfolios in ${folder}. Give the folder of one of them.`), both.err);
    const none = folderWith({});
    mkdirSync(join(none, 'empty'));
    const nothing = await run(['rate', '3.2.4', 'partial', none]);
    ok(nothing.err.includes('there is no evidence portfolio in'), nothing.err);
    equal(nothing.status, 2);
    ok(!existsSync(join(none, 'portfolio.yaml')));
  });

  it('shows an element, with what it can be rated', async () => {
    const folder = folderWith({
      'portfolio.yaml':
        'assessment:\n  3.2.4: { self: partial, assessor: compliant, comment: "\\e[31mFine", assessed: 2026-05-14 }\n',
    });
    const { out, status } = await run(['rate', '3.2.4', folder]);
    equal(status, 0);
    equal(
      out,
      `3.2.4
We can demonstrate that information we provide to our customers is accurate and
complete, and that when this is not the case we advise customers when they will receive
the information they requested.

Rated partially compliant
The assessor: compliant, on 14 May 2026
“\\u001B[31mFine”

• compliance-plus: The evidence goes beyond what the element asks for and is an example
  to others.
• compliant: The evidence shows that everything the element asks for is met.
• partial: The evidence shows that some of what the element asks for is met, with gaps
  still to close.
• non-compliant: There is little or no evidence that what the element asks for is met.
`,
    );
  });

  it('shows the self-assessment, and what stands between it and the award', async () => {
    const ids = ['1.1.1', '1.1.2', '1.1.3'];
    const folder = folderWith({
      'portfolio.yaml': `title: T\nstandard: s.yaml\nassessment:\n  A.1: { self: met, assessor: not }\n  A.2: { self: not }\n  B.2: { applicable: false, reason: None }\n`,
      's.yaml': `title: S\nratings: [{ id: met, title: Met }, { id: not, title: Not met }]\naward: { rating: met, percent: 50 }\nchildren:\n  - { id: A, title: First, children: [{ id: A.1, text: One }, { id: A.2, text: Two }] }\n  - { id: B, title: Second, children: [{ id: B.1, text: Three }, { id: B.2, text: Four }] }\n`,
      'a.md': evidence(`[${ids.join(', ')}]`),
    });
    const { out, status } = await run(['rate', folder]);
    equal(status, 0);
    equal(
      out,
      `T
Self-assessment: 1 of 3 applicable elements met: 33 %, the award asks for 50 %; 1 more is needed.
The assessor: 0 of 3 applicable elements met (1 rated so far): 0 %, the award asks for 50 %; 2 more are needed.

A First  1 met, 1 not met
B Second  1 not rated, 1 not applicable

What stands between you and the award
  A.2  Two  not met
  B.1  Three  not rated

What stands between the assessor’s ratings and the award
  A.1  One  not met
  2 elements that the assessor has not rated
`,
    );
  });

  it('says so where nothing is rated, or nothing can be', async () => {
    const unrated = await run(['rate', folderWith({ 'a.md': evidence() })]);
    ok(
      unrated.out.includes('Self-assessment: 0 of 57 applicable elements compliant or better: 0 %'),
      unrated.out,
    );
    ok(!unrated.out.includes('What stands between'), unrated.out);
    const plain = folderWith({
      'portfolio.yaml': 'standard: s.yaml\n',
      's.yaml': 'title: S\nchildren: [{ id: A.1, text: One }]\n',
    });
    ok((await run(['rate', plain])).out.includes('S has no ratings, so nothing can be rated.'));
    equal(
      (await run(['rate', 'A.1', plain])).err,
      'evidence-portfolio: S has no ratings, so nothing can be rated.\n',
    );
  });
});
