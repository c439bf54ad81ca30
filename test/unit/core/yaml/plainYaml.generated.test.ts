/** Plain YAML read directly is what the YAML parser makes of it, or is left to the parser. */
import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { findFrontMatter } from '../../../../server/core/frontMatter/frontMatter';
import { readPlainYaml } from '../../../../server/core/yaml/plainYaml';
import { parseAnyYaml } from '../../support/withoutShortcuts';

/** Texts that were read directly, of those that were tried. */
interface Count {
  tried: number;
  read: number;
}

function check(text: string, count: Count): void {
  count.tried += 1;
  const found = readPlainYaml(text, 4);
  if (!found) return;
  count.read += 1;
  deepEqual(found, parseAnyYaml(text, 4), JSON.stringify(text));
}

const numRuns = Number(process.env['FC_RUNS'] ?? 20_000);

const piece = fc.constantFrom(
  'elements', 'title', 'review-by', 'null', 'true', '3.2.4', '1.10', '-', '- ', '  - ', ': ', ':', ' ', '  ', '\n', '\r\n', '\r', '\t', '#',
  ' # a remark', ', ', ',', '[', ']', '{', '}', '"', "'", "''", '\\', '|', '>', '&a', '*a', '!t', '%', '@', '`', '?', '? ', '~', '---', '...', '<<',
  'a', 'é', '\u2028', '\u0085', '\uFEFF', '\u00A0', '😀', 'https://example.org/a', '../attachments/a b.pdf', '2026-03-01', '.', '=', '+', '/', '(', ')',
); // prettier-ignore

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('3.2.4', 'Anytown', 'ES 12', '2027-03-01', 'a, b', 'it’s', 'AC-2(1)', '1.10', 'a:b', 'a#b', 'ein – Wort') },
  { weight: 2, arbitrary: fc.array(piece, { minLength: 1, maxLength: 3 }).map((all) => all.join('')) },
); // prettier-ignore
const value = fc.oneof(
  word,
  word.map((text) => `"${text}"`),
  word.map((text) => `'${text}'`),
  fc
    .tuple(fc.array(word, { maxLength: 3 }), fc.constantFrom(', ', ',', ' , '))
    .map(([all, comma]) => `[${all.join(comma)}]`),
);
const end = fc.constantFrom(
  '\n',
  '\n',
  '\n',
  '\n\n',
  ' \n',
  ' # why\n',
  '\n# why\n',
  '\n  # why\n',
  '',
  '\r\n',
);
const entry = fc.oneof(
  fc
    .tuple(fc.constantFrom('title', 'ref', 'owner', 'date', 'x_y', '1'), fc.constantFrom(': ', ':  ', ':'), value, end)
    .map((all) => all.join('')),
  fc
    .tuple(
      fc.constantFrom('elements', 'attachments'),
      fc.constantFrom(':', ': ', ': # why'),
      fc.constantFrom('\n', '\r\n', '\n\n'),
      fc.array(fc.tuple(fc.constantFrom('  - ', '  - ', '- ', ' - ', '  -'), value, end), { maxLength: 4 }),
    )
    .map(([key, colon, first, items]) => [key, colon, first, ...items.flat()].join('')),
); // prettier-ignore

describe('Plain YAML', () => {
  it('is read as the parser reads it, in blocks such as people write', () => {
    const count: Count = { tried: 0, read: 0 };
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), (entries) => check(entries.join(''), count)),
      { numRuns },
    );
    ok(count.read > count.tried / 20, `Only ${count.read} of ${count.tried} were read directly.`);
  });

  it('is read as the parser reads it, or not at all, whatever it is', () => {
    const count: Count = { tried: 0, read: 0 };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => check(pieces.join(''), count)),
      { numRuns },
    );
    ok(count.read > 0);
  });

  it('is read as the parser reads it, wherever a block is cut or a piece put into it', () => {
    const count: Count = { tried: 0, read: 0 };
    const block =
      'title: "Correcting: wrong"\nelements:\n  - 3.2.4\n  - \'1.10\' # old\nref: ES 12\n# note\nattachments: [../a/b.pdf, "c d.pdf"]\nreview-by: 2027-03-01\n';
    fc.assert(
      fc.property(fc.nat(block.length), fc.nat(3), piece, (at, cut, inserted) =>
        check(block.slice(0, at) + inserted + block.slice(at + cut), count),
      ),
      { numRuns },
    );
    ok(count.read > count.tried / 20);
  });

  it('is nearly all that the sample has', () => {
    const count: Count = { tried: 0, read: 0 };
    const folder = 'samples/anytown-libraries';
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.md')) continue;
      const text = readFileSync(join(folder, name), 'utf8');
      const block = findFrontMatter(text);
      if (block) check(text.slice(block.content.start, block.content.end), count);
    }
    ok(count.read > count.tried * 0.9, `Only ${count.read} of ${count.tried} were read directly.`);
  });
});
