/** Expressions that are made from what a file or a standard says: no character in it may break them. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { identifierPattern } from '../../../server/core/standard/identifiers';
import { literally } from '../../../server/core/text/expressions';
import { definition } from '../../../server/features/navigation/definition';
import { highlights } from '../../../server/features/navigation/highlights';
import { hover } from '../../../server/features/hover/hover';
import { plainText } from '../../../server/features/text/markup';
import { references } from '../../../server/features/navigation/references';
import { renameRef } from '../../../server/features/navigation/rename';
import { matcher } from '../../../server/host/files/matcher';
import { edited } from '../support/cursor';
import { at } from '../support/portfolioFiles';
import { placed, standardPlace, textIn, told } from '../support/placed';
import { standardOf } from '../support/standards';

const ascii = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at));
/** Every character of ASCII that is neither letter nor digit, and what word processors put in their place. */
const marks = [
  ...ascii.filter((character) => !/[0-9A-Za-z]/.test(character)),
  ...Array.from('–—‑−·•…§№’“”«»/¦\u00A0😀'),
];
const named = (character: string): string => `${character} (U+${character.codePointAt(0)?.toString(16)})`;

describe('A text as part of an expression', () => {
  for (const mark of marks)
    it(`stands for itself: ${named(mark)}`, () => {
      for (const flags of ['', 'u', 'i', 'gu'])
        for (const text of [mark, `a${mark}b`, `${mark}${mark}`, `x${mark}3`]) {
          const whole = new RegExp(`^${literally(text)}$`, flags);
          equal(whole.test(text), true, `${text} with the flags ${flags}`);
          equal(new RegExp(`^${literally(text)}$`, flags).test(`${text}x`), false);
          equal(new RegExp(`^${literally(text)}$`, flags).test(text.replace(mark, 'Q')), false);
        }
    });

  it('is put there in these places only, each of which has been looked at', () => {
    const made = ['server', 'client', 'ci']
      .flatMap((top) => readdirSync(top, { recursive: true }).map((path) => `${top}/${String(path)}`))
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /\.(?:ts|mjs|js)$/.test(path) && /\bRegExp\(/.test(readFileSync(path, 'utf8')))
      .sort();
    deepEqual(made, [
      // Names of elements and classes of characters of its own.
      'client/preview/mentions.ts',
      // What a standard calls its parts: literally().
      'server/core/citations/citedIdentifiers.ts',
      // Marks of its own.
      'server/core/citations/spokenOf.ts',
      'server/core/commonmark/htmlStart.ts',
      'server/core/commonmark/inlineHtml.ts',
      // Dashes and spaces: its parts are its own.
      'server/core/frontMatter/fences.ts',
      // Names of its own.
      'server/core/frontMatter/identifierItems.ts',
      // Classes of characters of its own.
      'server/core/frontMatter/nearKeys.ts',
      // Shapes of IDs: literally().
      'server/core/standard/identifiers.ts',
      // Classes of characters of its own.
      'server/core/yaml/nestedYaml.ts',
      // Letters and digits alone.
      'server/features/completion/nodeWords.ts',
      // Its parts are words of its own.
      'server/features/navigation/fileRename.ts',
      // A ref: literally().
      'server/features/navigation/subjectAt.ts',
      // Names of our keys, and a portfolio’s own: literally().
      'server/features/text/elementsAt.ts',
    ]);
  });
});

describe('A ref with any character in it', () => {
  for (const mark of marks)
    for (const ref of [
      `ES${mark}12`,
      `ES${mark}${mark}12`,
      `E${mark}1${mark}b`,
      `ES 12${mark}`,
      `${mark}E12`,
    ]) {
      // YAML takes outer blanks away in other places than quotation marks; here the file says what it says.
      if (ref.trim() !== ref || /\s\s/.test(ref) || ref.includes('\u00A0')) continue;
      it(`${named(mark)}: ${ref}`, () => {
        const own = `---\ntitle: Own\nelements: [1.1.1]\nref: ${JSON.stringify(ref)}\n---\n\nSee it.\n`;
        const files = { 'portfolio.yaml': 'title: T\n', 'own.md': own };
        const source = `---\ntitle: A\nelements: [1.1.1]\n---\n\nSee: ${ref.slice(0, 2)}$0${ref.slice(2)} here.\n`;
        const { index, portfolio, cursor } = placed(source, { files });
        const line = source.replace('$0', '');
        deepEqual(
          definition(portfolio, cursor, standardPlace)?.map(({ targetUri }) => targetUri),
          [at('own.md')],
        );
        const found = references(portfolio, cursor, standardPlace, { includeDeclaration: true });
        deepEqual(
          found?.map((location) => told(index, location)),
          [`a.md:6 ${ref}`, `own.md:4 ${JSON.stringify(ref)}`],
        );
        deepEqual(
          highlights(portfolio, cursor)?.map(({ range }) => textIn(cursor.text, range)),
          [ref],
        );
        const cited = placed(own.replace('ref: "', 'ref: "$0'), {
          path: 'own.md',
          files: { 'portfolio.yaml': 'title: T\n', 'a.md': line },
        });
        const said = hover(cited.portfolio, cited.cursor, { markup: plainText })?.contents;
        match(JSON.stringify(said), /Cited in 1 other file:/);
        const renamed = renameRef(portfolio, cursor, 'ES 99');
        if ('refusal' in renamed) throw new Error(renamed.refusal);
        equal(
          edited(cursor.text, renamed.edits.get(at('a.md')) ?? []),
          line.replace(ref, () => 'ES 99'),
        );
      });
    }
});

describe('The ID of a standard with any character in it', () => {
  for (const mark of marks)
    it(named(mark), () => {
      for (const id of [`A${mark}1`, `A${mark}${mark}1`, `A-1${mark}b`]) {
        const pattern = identifierPattern([id, 'B-7']);
        equal(pattern.matches(id), true);
        deepEqual(
          pattern.find(`See “${id}”, please.`).map((found) => found.id),
          [id],
        );
        const standard = standardOf(
          'own',
          `title: O\nchildren: [{ id: ${JSON.stringify(id)}, text: Of it }]\n`,
        );
        const source = `---\ntitle: A\nelements:\n  - ${JSON.stringify(id).replace(/^"/, '"$0')}\n---\n\nText.\n`;
        const { portfolio, cursor } = placed(source, {
          files: { 'portfolio.yaml': 'standard: own\n' },
          standards: [standard],
        });
        match(JSON.stringify(hover(portfolio, cursor, { markup: plainText })), /Of it/);
      }
    });

  it('or of a length that no expression could have', () => {
    const long = `A${'-'.repeat(300_000)}1`;
    const { find, matches } = identifierPattern([long, '1.1']);
    deepEqual(
      find(`See 1.1 and ${long.slice(0, 50)}.`).map(({ id }) => id),
      ['1.1'],
    );
    equal(matches('2.7'), true);
  });

  it('or in more shapes than an expression can hold', () => {
    const ids = Array.from(
      { length: 60_000 },
      (_, at) => `x${at.toString(2).replaceAll('0', 'a').replaceAll('1', 'B-')}`,
    );
    const { find } = identifierPattern(['1.1', ...ids]);
    deepEqual(
      find('See 1.1.').map(({ id }) => id),
      ['1.1'],
    );
  });
});

describe('A pattern of the manifest with any character in it', () => {
  for (const mark of marks)
    it(named(mark), () => {
      for (const pattern of [
        mark,
        `evidence/${mark}`,
        `${mark}${mark}/*.md`,
        `[${mark}`,
        `[a${mark}-0]`,
        `{${mark},x}`,
      ])
        for (const path of ['evidence/a.md', 'a.md', 'evidence/a b.md']) matcher([pattern])(path);
    });
});
