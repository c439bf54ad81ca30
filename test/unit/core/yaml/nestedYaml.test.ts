/** The fast reader of standard files says what the reader of all YAML says, or nothing. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { NestedYaml, Places } from '../../../../server/core/yaml/nestedYaml';
import { readNestedYaml } from '../../../../server/core/yaml/nestedYaml';
import { nodeOf } from '../../../../server/core/yaml/nestedNodes';
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

/** A tree without its places: readers of standards ask no more of it. */
function kinds(node: YamlNode): unknown {
  if (node.kind === 'list') return node.items.map(kinds);
  if (node.kind === 'map') return node.entries.map(({ key, value }) => [key.kind, key.text, kinds(value)]);
  return node.kind === 'scalar' ? [node.kind, node.text] : node.kind;
}

/** Reads a text both ways. @returns whether the fast one was sure */
function compare(text: string): boolean {
  const fast = readNestedYaml(text);
  if (fast === undefined) return false;
  const { root, faults } = parseAnyYaml(text);
  deepEqual(faults, [], text);
  deepEqual(JSON.stringify(fast), JSON.stringify(plain(root)), text);
  deepEqual(kinds(nodeOf(fast)), kinds(root), text);
  return true;
}

/** What stands on the line of each `a`, as the fast reader finds its place, and as the reader of all YAML does. */
function comparePlaces(text: string): void {
  const places: Places = { key: 'a', byMap: new Map() };
  readNestedYaml(text, places);
  const lines = text.split(/\r?\n/);
  const found = Array.from(places.byMap.values(), ({ line, start, end }) => [
    line,
    start,
    lines[line]?.slice(start, end),
  ]);
  deepEqual(found.sort(), placesIn(text, parseAnyYaml(text).root).sort(), text);
}

function placesIn(text: string, node: YamlNode): unknown[] {
  if (node.kind === 'list') return node.items.flatMap((item) => placesIn(text, item));
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value }) => {
    const above = text.slice(0, value.span.start).split('\n');
    const source = text.slice(value.span.start, value.span.end);
    const isThere =
      key.text === 'a' &&
      !/^$|[\r\n]/.test(source) &&
      !/[\r\n]/.test(text.slice(key.span.end, value.span.start));
    return [...(isThere ? [[above.length - 1, above.at(-1)?.length, source]] : []), ...placesIn(text, value)];
  });
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

/** Names below names, each a space further in. */
const stairs = (count: number): string =>
  `${Array.from({ length: count }, (_, at) => `${' '.repeat(at)}a:\n`).join('')}${' '.repeat(count)}b: c`;

const sure: readonly string[] = [
  // Texts on a line, and those that go on below.
  ...['a: b', 'a: b # c', 'a: b  # c', 'a:  b  ', 'a: b#c', 'a: b #', '# a\n\na: b\n   # c', 'a: b\n\n\nc: d', 'a: b\r\nc: d\r\n'],
  ...['a: b\n  c', 'a: b\n  c\n    d\ne: f', 'a: b\n  ~', 'a: null\n  b', '- a\n  b', '- a\n b\n- c', 'a:\n- b\n c'],
  ...['a: (b)\n  c', 'a: é\n  b', 'a: 1.10', 'a: b:c', 'a: (b) c', 'a: .5', 'a: /b', 'a: b - c', 'a: <b>', 'a: +b', 'a: =b'],
  ...['a: b [c] {d} & e * f', 'a: b "c" \'d\'', 'a: b | c > d', 'a: “b”', 'a: nullb', 'a: b\\c', 'a: b, c', 'a: b; c? d!', 'a: b |-', 'a: b {}'],
  ...['a: ~', 'a: null', 'a: Null # b', 'a: NULL', 'a:', 'a: ', 'a: # b', 'a:\nb:', 'a: #\nb: c'],
  // In marks.
  ...['a: "b"', 'a: ""', 'a: "b" # c', 'a: "b  "   # c', 'a: "b\\n\\t\\"\\\\\\/\\u00e9"', 'a: "b: c # d"', "a: 'b'", "a: ''"],
  ...["a: 'it''s'", "a: '''b''' # c", "a: 'b # c'", 'a: "b\n  c"', "a: 'b\n  c'", 'a: "b\n  c\n  d" # e', 'a: "b # c\n  d"'],
  // Names.
  ...['a_b: c', 'a.b(c)/d-e: f', '1.2: a', 'é: b', '"a b": c', '"a: b": c', '"a\\"b": c', '_a: b', '"": b'],
  ...['a:\n  b: c', 'a:\n  b:\n    c: d\n  e: f\ng: h', 'a:\n   b: c\nd:\n e: f', '"null": a', 'nulls: a', 'xnull: a', 'a-b: c'],
  // Points.
  ...['- a', '- a\n- b\n', 'a:\n- b\n- c\nd: e', 'a:\n  - b\n  - c\nd: e', '-   a', '- a: b\n  c: d\n- a: e', '-  a: b\n   c: d'],
  ...['a:\n- b: c\n  d: e\nf: g', '- a:\n    b: c\n  d: e', '- a:\n  - b\n  c: d', 'a:\n  - b: c\n    d:\n      - e', '- "a"\n- \'b\''],
  ...['- [a, b]\n- {c: d}', '- ~\n- a', '- a # b\n# c\n- d', '- a:\n- b:', '- a\n - b', '- a:b'],
  // Brackets and braces.
  ...['a: []', 'a: [ ]', 'a: [] # b', 'a: [b]', 'a: [b,c , "d, e" ,f g]', 'a: [b] # c', 'a: [ b ]', 'a: [b-c, 1.10, é]'],
  ...['a: ["b"]', 'a: ["", "\\u00e9"]', "a: [b's, c (d)]", 'a: {}', 'a: { }', 'a: {b: c}', 'a: { b: c , d: "e, f" }'],
  ...['a: {b: c} # d', 'a: {b.c: d e, f: 1.10}', 'a: [b=c; d&e]'],
  // Lines that stay lines.
  ...['a: |-\n  b', 'a: |-\n  b\n    c\n\n  d\ne: f', 'a: |- # b\n  c', 'a: |-  # b\n  c', '- |-\n  a\n  b\n- c', 'a: |-\n  b\n  \n\nc: d', 'a: |-\n  # b\n  c: d'],
  ...['a: |-\n  b\n# c\nd: e', 'a: |-\n    b\n\n\n', 'a: |-\n  - b\n  "c\n  [d\ne:\n  - f', 'a:\n  b: |-\n    c\n  d: e', 'a: |-\n  b \n  c'],
  ...['a: |-\n  b\tc', '- a: |-\n    b\n  c: d', 'a: |-\n  ---\n  &b\nc: d', 'a: |-\n  b\n\n# c\nd: e'],
  stairs(190),
]; // prettier-ignore

const unsure: readonly string[] = [
  // Nothing, more than one, or no name.
  ...['', ' ', '# a', 'just words', 'a', ' a: b', '\ta: b', '"a', '--- a', '---\na: b', '...', '%a: b', 'a: b\n---\nc: d', 'a: b\n...\n'],
  ...['a: b\nc', 'a: b\n- c', '- a\nb: c', 'a: b\n c: d', 'a:\n  b: c\n d: e', 'a:\n  - b\n - c', 'a:\n  b: c\n  - d', 'a:\n- b: c\n d: e'],
  ...['a: b\na: c', 'a: b\n"a": c', '__proto__: a', 'a: {__proto__: b}', 'null: a', 'Null: a', 'NULL: a', '~: a', 'a:\tb', 'a b: c', "'a': b"],
  ...['? a\n: b', ': a', 'a: b: c', 'a: b\n  c: d', 'a: b:', 'a: : b', 'a: :b', '"\\x41": b', '"a\tb": c', 'a:\n  b'],
  // What means something else, or may begin it.
  ...Array.from('[]{}&*!|>%@`"\'?,-', (mark) => `a: ${mark}b`),
  ...['a: -', 'a: - b', 'a: ? b', 'a: >-\n  b', 'a: |\n  b', 'a: |+\n  b', 'a: |2-\n  b', 'a: |-b', 'a: |-#b\n  c', 'a: b\tc'],
  // Texts that go on below in a way that is not clear.
  ...['a: b\n  c #d', 'a: b\n\n  c', 'a: b\n  # c\n  d', 'a: b # c\n  d', 'a: ~\n  b', 'a: .b\n  c', 'a: "b\n\n  c"', 'a: "b\\\n  c"', 'a: "b\nc"'],
  ...['a: {}\n  b', 'a: [b]\n  c', 'a: [b,\n  c]', 'a: {b: c,\n  d: e}', '- a\n\n  b', 'a: b"c # d\n  e'],
  // Marks.
  ...['a: "b', "a: 'b", 'a: "b" c', 'a: "b"#c', "a: 'b' c", "a: 'b'#c", "a: 'b'c'", 'a: "\\x41"', 'a: "b\tc"', 'a: "b\\u12"', 'a: "b" "c"'],
  // Brackets and braces.
  ...['a: [b, [c]]', 'a: [b: c]', 'a: [b,]', 'a: [,]', 'a: [b]c', 'a: [b]#c', 'a: [b', 'a: [null]', 'a: [~]', 'a: [b, "c]', 'a: [*b]', "a: ['b']"],
  ...['a: {b: c, b: d}', 'a: {b: c d: e}', 'a: {b}', 'a: {b:c}', 'a: {b: }', 'a: {b: ~}', 'a: {b: null}', 'a: {null: b}', 'a: {b: c', 'a: {b: [c]}'],
  ...['a: {"b": c}', 'a: {b: c}d', 'a: {}b', 'a: {b: c,}'],
  // Points.
  ...['-', '- ', '- - a', '- # a\n  b', '-\n  a: b', 'a:\n  -\n  - b', '-a', '- -a', ' - a\n- b', '- a:\n  b'],
  // Lines that stay lines.
  ...['a: |-', 'a: |-\nb: c', 'a: |-\n\n  b', 'a: |-\n  b\n c', 'a: |-\n  b\n   \n  c', 'a: |-\n b\n  c\nd: e\n  f: g', 'a: |-\n  \tb', 'a: |-\n  b\n  \tc', 'a: |-\nb: c\n  d', 'a: |-\n  b\n # c\nd: e'],
  ...['- |-\na', 'a:\n  b: |-\n  c', 'a:\n  b: |-\n    c\n   # d\n  e: f'],
  // Characters that YAML forbids, or that end a line for some.
  ...Array.from('\u0000\u0008\u000B\u000C\u000E\u001F\u007F\u0085\u009F\u2028\u2029\uFFFE\uFFFF', (mark) => `a: b${mark}c`),
  ...['a: b\rc: d', 'a: b\r', 'a: b\r\r\nc: d'],
  // More than anybody writes.
  stairs(191),
]; // prettier-ignore

describe('The fast reader of nested YAML', () => {
  it('reads what standard files are made of', () => {
    ok(compare(sample));
    ok(compare(sample.replaceAll('\n', '\r\n')));
    ok(compare(`\uFEFF${sample}`));
  });

  for (const text of sure)
    it(`is sure of ${JSON.stringify(text.slice(0, 60))}`, () => {
      ok(compare(text));
      comparePlaces(text);
    });
  for (const text of unsure)
    it(`hands over ${JSON.stringify(text.slice(0, 60))}`, () => equal(readNestedYaml(text), undefined));

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
