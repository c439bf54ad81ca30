/** The fast reader of standard files says what the reader of all YAML says, or nothing. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { NestedYaml } from '../../../../server/core/yaml/nestedYaml';
import { readNestedYaml } from '../../../../server/core/yaml/nestedYaml';
import type { YamlNode } from '../../../../server/core/yaml/tree';
import { parseAnyYaml } from '../../support/withoutShortcuts';
import { scalar, quoted, flowList } from '../../../../server/exchange/standards/writtenYaml';

function plain(node: YamlNode): NestedYaml {
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map(plain);
  if (node.kind === 'map')
    return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
  return undefined;
}

/** Reads a text both ways. @returns whether the fast one was sure */
function compare(text: string): boolean {
  const fast = readNestedYaml(text);
  if (fast === undefined) return false;
  const { root, faults } = parseAnyYaml(text);
  deepEqual(faults, [], text);
  deepEqual(JSON.stringify(fast), JSON.stringify(plain(root)), text);
  return true;
}

const builtIn = readFileSync('schemas/standards/customer-service-excellence.yaml', 'utf8');
const sample = `# remark
title: "A \\"b\\"" # behind
levels: [A, B c, "D, e"]
award: { rating: fair, percent: 50 }
source: words that go on
  below, and (once more)
  to their end
publisher: "words: in marks
  \\"go on\\" too"
none:
nothing: ~
empty: []
retired:
  "AC-2(1)": [x, "y"]
  AC-2(2):
children:
- a
- 'it''s'
- id: 2
  text: b
beside:
- id: c
more:
  - id: "1"
    text: |-
      First: line
        further # in

      last
    # remark in between
    children:
      - id: 1.10
        guidance:
          - |-
            a
            b
          - plain words (with) marks
`;

describe('The fast reader of nested YAML', () => {
  it('reads what standard files are made of', () => {
    ok(compare(sample));
    ok(compare(sample.replaceAll('\n', '\r\n')));
    ok(compare(`\uFEFF${sample}`));
  });

  for (const text of [
    'a: [b, [c]]',
    'a: {b: c}',
    'a: b\n  c',
    'a:\n  b\n',
    '- - a',
    'a: &x b',
    'a: *x',
    'a: !!str b',
    'a: >-\n  b',
    'a: "b\n  c"',
    'a: |\n  b\n',
    'a: b: c',
    'a: b\n  c: d',
    'a: b\n  c #d',
    'a: b\n\n  c',
    'a: b\n  # c\n  d',
    'a: b # c\n  d',
    'a: [b,\n  c]',
    'a: {b: c,\n  d: e}',
    'a: {b: c, b: d}',
    'a: {b: c d: e}',
    'a: "b\\\n  c"',
    'a: "b\n\n  c"',
    'a: |-\n  b\n c',
    '- a\n  b',
    '- a\n b\n- c',
    'a:\n- b\n c',
    'a:\n- b: c\n d: e',
    'a:\n- b: c\n  d: e\nf: g',
    'a: ~\n  b',
    'a: b\n  ~',
    'a: null\n  b',
    'a: b\na: c',
    '---\na: b',
    'a: b\n...\n',
    '? a\n: b',
    'a:\tb',
    '\ta: b',
    'a: @b',
    'a: |-\n b\n  c\nd: e\n  f: g',
    'null: a',
    'a: [null]',
    '__proto__: a',
    'a:\n  - b\n - c',
    'a:\n  b: c\n d: e',
    'just words',
    '',
    '"a',
    'a: "\\x41"',
    "a: 'b",
    'a: |-\nb: c',
    'a: |-\n\n  b',
  ])
    it(`agrees on, or hands over, ${JSON.stringify(text)}`, () => void compare(text));

  it('reads the built-in standard, and as other programs would write it', () => {
    ok(compare(builtIn));
    ok(compare(stringify(parse(builtIn, { schema: 'failsafe' }))));
  });

  it('agrees on changed texts', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(sample, sample.repeat(2), builtIn.slice(0, 6000)),
        fc.array(
          fc.tuple(
            fc.nat(),
            fc.nat(12),
            fc.constantFrom(
              '',
              ' ',
              '\n',
              '  ',
              '#',
              ': ',
              '- ',
              '"',
              "'",
              '|-',
              '[',
              ']',
              '{',
              'a',
              '~',
              '\t',
              '\r',
              '&',
              '?',
              '\n\n',
              '  - ',
              ',',
              '\\',
              '\u00A0',
              '--- ',
            ),
          ),
          { minLength: 1, maxLength: 3 },
        ),
        (text, edits) =>
          void compare(
            edits.reduce((whole, [at, length, more]) => {
              const start = at % (whole.length + 1);
              return whole.slice(0, start) + more + whole.slice(start + length);
            }, text),
          ),
      ),
      { numRuns: 5000 },
    ));

  it('agrees on any text as it is written to standard files', () => {
    let sure = 0;
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }),
        (text, list) => {
          const written = `a: ${scalar(text, 2)}\n${quoted(`k${text}`)}: ${flowList(list)}\nb:\n  - ${scalar(text, 4)}\n`;
          const { root, faults } = parseAnyYaml(written);
          deepEqual(faults, [], written);
          const read = plain(root) as Record<string, NestedYaml>;
          equal(read['a'] ?? '', text);
          if (compare(written)) sure++;
        },
      ),
      { numRuns: 2000 },
    );
    ok(sure > 1000, String(sure));
  });
});
