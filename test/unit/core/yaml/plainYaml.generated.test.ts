/** Plain YAML read directly is what the YAML parser makes of it, or is left to the parser. */
import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { findFrontMatter } from '../../../../server/core/frontMatter/frontMatter';
import { readPlainYaml } from '../../../../server/core/yaml/plainYaml';
import { parseAnyYaml } from '../../support/withoutShortcuts';
import { runs } from '../../support/runs';

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

const numRuns = runs(20_000);

const piece = fc.constantFrom(
  'elements', 'title', 'review-by', 'null', 'true', '3.2.4', '1.10', '-', '- ', '  - ', ': ', ':', ' ', '  ', '\n', '\r\n', '\r', '\t', '#',
  ' # a remark', ', ', ',', '[', ']', '{', '}', '"', "'", "''", '\\', '|', '>', '&a', '*a', '!t', '%', '@', '`', '?', '? ', '~', '---', '...', '<<',
  'a', 'é', '\u2028', '\u0085', '\uFEFF', '\u00A0', '😀', 'https://example.org/a', '../attachments/a b.pdf', '2026-03-01', '.', '=', '+', '/', '(', ')',
); // prettier-ignore

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('3.2.4', 'Anytown', 'ES 12', '2027-03-01', 'a, b', 'it’s', 'AC-2(1)', '1.10', 'a:b', 'ISO:9.1', 'a:,b', 'a::b', 'a#b', 'ein – Wort') },
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

const name = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('self', 'assessor', 'comment', '1.1.1', '3.2.4', 'CSE', 'file', 'a.b-c_d') },
  { weight: 1, arbitrary: fc.constantFrom('AC-2(1)', '"q"', "'q'", '.5', '5.', 'null', '', '-a', 'a b', '1.10', 'ISO:9', '<<') },
); // prettier-ignore
const inBraces = fc
  .tuple(
    fc.array(fc.tuple(name, fc.constantFrom(': ', ': ', ': ', ':'), value), { minLength: 1, maxLength: 3 }),
    fc.constantFrom(', ', ', ', ',', ' , '),
    fc.constantFrom(['{ ', ' }'], ['{', '}'], ['{ ', ', }']),
  )
  .map(([all, comma, [open = '', close = '']]) => open + all.map((one) => one.join('')).join(comma) + close);
const indents = (depth: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant('  '.repeat(depth)) },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', '  ', '   ', '    ', '\t', '      ') },
  );
/** Names below names, mostly as they should be. */
const nested = (depth: number): fc.Arbitrary<string> => {
  const leaf = fc
    .tuple(indents(depth), name, fc.constantFrom(': ', ': ', ': ', ':'), fc.oneof(value, inBraces), end)
    .map((all) => all.join(''));
  const list = fc
    .tuple(indents(depth), name, fc.array(fc.tuple(indents(depth + 1), fc.constantFrom('- ', '- ', '-'), value, end), { minLength: 1, maxLength: 3 }))
    .map(([indent, key, items]) => `${indent}${key}:\n${items.map((item) => item.join('')).join('')}`); // prettier-ignore
  if (depth > 3) return leaf;
  const deeper = fc
    .tuple(indents(depth), name, fc.constantFrom(':\n', ':\n', ': \n', ':\r\n', ':\n\n', ': # why\n', ':\n# why\n', ':\n  # why\n'), fc.array(nested(depth + 1), { minLength: 1, maxLength: 3 }))
    .map(([indent, key, below, all]) => indent + key + below + all.join('')); // prettier-ignore
  return fc.oneof(leaf, leaf, list, deeper);
};

const manifest =
  '# A remark.\ntitle: A\nexclude: [b.md]\n\n# Another.\nassessment:\n  1.1.1:\n    self: compliant\n    comment: Strong work.\n\n  1.1.2: { self: compliant, assessed: 2026-05-14 }\n  3.1.2:\n    applicable: false\n    reason: We make no charges.\nrules:\n  link-broken: off\nkeys: { elements: satisfies }\ncustom-keys:\n- a\n- b\n';

describe('Plain YAML', () => {
  it('is read as the parser reads it, with names below names', () => {
    const count: Count = { tried: 0, read: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.oneof(nested(0), nested(0), entry), { minLength: 1, maxLength: 3 }),
        (entries) => check(entries.join(''), count),
      ),
      { numRuns },
    );
    ok(count.read > count.tried / 20, `Only ${count.read} of ${count.tried} were read directly.`);
  });

  it('is read as the parser reads it, wherever a manifest is cut or a piece put into it', () => {
    const count: Count = { tried: 0, read: 0 };
    const samples = [manifest, readFileSync('samples/anytown-libraries/portfolio.yaml', 'utf8')];
    for (const text of samples) check(text, count);
    ok(count.read === samples.length);
    fc.assert(
      fc.property(fc.nat(manifest.length), fc.nat(3), fc.oneof(piece, inBraces), (at, cut, inserted) =>
        check(manifest.slice(0, at) + inserted + manifest.slice(at + cut), count),
      ),
      { numRuns },
    );
    ok(count.read > count.tried / 20);
  });

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
