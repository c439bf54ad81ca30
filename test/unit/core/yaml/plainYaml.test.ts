/** Which YAML is read directly, and which is left to the parser; whatever is read is what the parser makes of it. */
import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { readPlainYaml } from '../../../../server/core/yaml/plainYaml';
import { parseAnyYaml } from '../../support/withoutShortcuts';

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('');
/** Names below names, each two spaces further in. */
const stairs = (count: number): string =>
  `${lines(count, (at) => `${'  '.repeat(at)}a:\n`)}${'  '.repeat(count)}b: c\n`;

const read: readonly string[] = [
  'title: A',
  'title: A\n',
  'title: A\r\nref: ES 1\r\n',
  'title:   A   \n',
  'title: A\n\n   \nref: ES 1\n\n',
  '\n# A remark: with a colon\ntitle: A\n#\nref: ES 1 # behind\n',
  'a.b: c',
  'a-b_c: d\nAZ: e\n09: f\naz: g\n1.2.: h\n_: i',
  'nullx: a\nnul: b\n',
  'a: b:c\nd: https://example.org/x#y\ne: f#g\nh: - i'.replace('h: - i', 'h: i - j'),
  'a: 2026-03-01\nb: 1.10\nc: true\nd: nullx\ne: x~',
  'a: é 😀\nb: (c)\nd: =e\nf: +1\ng: .5\nh: /i\nj: <<k',
  'a: b"c\nd: e\'f\ng: h\\i\nj: k, [l] {m}',
  'a: ""\nb: \'\'\nc: "d" \ne: \'f\' # g\n',
  'a: "b: c # d"\ne: \'f "g" \\h\'\ni: "j\'s"',
  'a: [b]\nc: [ d ,e, "f, g" , \'h]\' ] # i\n',
  'a: [ISO:9.1.2, b c, d:_]\ne: f',
  'a: [b-c, (d), e/f, 1.10, é, b:-]',
  'a: { b: c }\nd: {e: f}\n',
  'a: { b: c d , e: [f, g], h: "i, j", k: ISO:9 } # l\nm: n',
  'a: {b: [c] , d: e}',
  'a:\n  - b\n  - c\n',
  'a:\n- b\n- c\nd: e\n',
  'a: \r\n  -   b # c\r\n\r\n# d\r\n  - "e"\r\nf: g',
  'a:\n\n# b\n  - c',
  'a:\r\n\r\n  b: c\r\n',
  'a: b# c\nd: e #f\n',
  'a:\n  b: c\n',
  'a:\n  b: c\n  d:\n    e: f\n    g:\n    - h\n    - i\n  j: k\nl: m\n',
  'a:\n   b: c\n\n# d\n   e: { f: g }\nh:\n e: f',
  'a:\n  b: c\n  \nd: e',
  'a:\n  b:\n    c: d\ne: f',
  'a:\n  - b\nc:\n  - d\n',
  lines(100, (at) => `n${at}: a\n`),
  `a: { ${lines(99, (at) => `n${at}: a, `)}b: c }`,
  stairs(10),
];

const left: readonly string[] = [
  // Nothing, or no name.
  ...['', '\n', '# a', '   ', 'a', 'a b: c', 'a\nb: c', ': a', '.a: b', '"a": b', "'a': b", 'é: a', 'a:b', 'a:\tb'],
  ...['-a: b', '- a: b', '-: b', '? a: b', 'null: a', 'Null: a', 'NULL: a', '~: a', '[a]: b', '{a: b}', '&a b: c'],
  ...[' a: b', '  a: b\n  c: d', 'a: b\n c: d', 'a: b\n  c', 'a: b\nc', 'a: b\n- c', 'a: b\na: c', 'a/b: c', 'a@: b', 'a/ b: c', 'a/ b', 'a/\nb: c'],
  // Nothing behind it.
  ...['a:', 'a: ', 'a:\n', 'a: # b', 'a:\nb: c', 'a:\n# b\n', 'a: ~', 'a: null', 'a: Null', 'a: NULL # b', 'a:\n  b:\n'],
  // What a text cannot start with, or what means something.
  ...Array.from('-?:,[]{}#&*!|>\'"%@`', (mark) => `a: ${mark}b`),
  ...['a: \u00A0b', 'a: - b', 'a: b: c', 'a: b:', 'a: b: # c', 'a: >\n  b', 'a: |\n  b', '--- a: b', '---\na: b', '%a: b'],
  // Quotation marks.
  ...['a: "b', "a: 'b", 'a: "', 'a: "b" c', 'a: "b"c', 'a: "b"#c', 'a: "b\\n"', "a: 'it''s'", 'a: "b""c"', 'a: "b\nc"', 'a: "b\n# c" # d\n'],
  // Brackets and braces.
  ...['a: []', 'a: [b', 'a: [b,', 'a: [b,]', 'a: [,b]', 'a: [b,,c]', 'a: [b] c', 'a: [b]#c', 'a: [b\n]', 'a: [b: c]'],
  ...['a: [b:]', 'a: [[b]]', 'a: [{b: c}]', 'a: [null]', 'a: [~]', 'a: [-]', 'a: [b"c"]', "a: [b'c]", 'a: [b #c]'],
  ...['a: ["b" c]', 'a: ["b"', 'a: ["b]', 'a: [*b]', 'a: [:b]', 'a: [b::c]', 'a: [b}]', 'a: [b{]', 'a: [b[c]', 'a: ["b"; c]'],
  ...['a: {}', 'a: {b}', 'a: {b: }', 'a: {b: c', 'a: {b: c,', 'a: {b: c,}', 'a: {, b: c}', 'a: {b: c} d', 'a: {b:c}'],
  ...['a: {b: c, b: d}', 'a: {b: {c: d}}', 'a: {b: c]', 'a: {"b": c}', 'a: {b: c\n}', 'a: {b: null}', 'a: {b: [c}]}'],
  ...['a: {b: c}#d', 'a: {b: c: d}', 'a: {null: b}', 'a: {b: [c}', 'a: {b: "c"; d: e}'],
  // Lists and names below a name.
  ...['a:\n  -', 'a:\n  - ', 'a:\n- b\n - c', 'a:\n  - \n  - b', 'a:\n  -b', 'a:\n  -\tb', 'a:\n  - b\n - c', 'a:\n - b\n  - c', 'a:\n  - b: c'],
  ...['a:\n  - [b]', 'a:\n  - - b', 'a:\n  - "b" c', 'a:\n  - null', 'a:\n  - b\n    c', 'a:\n  - b\n  c: d', 'a:\n  - b\n  # c'],
  ...['a:\n  b: c\n d: e', 'a:\n  b: c\n   d: e', 'a:\n  b: c\n  b: d', 'a:\n  b\n', 'a:\n  b: c\n  - d', 'a:\n  # b\n  c: d'],
  ...['a:\n  b: c\n  # d\n', 'a:\n\tb: c', 'a:\n  b:\n  c: d', 'a:\n  b:\n c: d', 'a:\n  b: c\nd', 'a:\n  b:\n  - c\n d: e'],
  ...['a:\n  b:\n- c', 'a:\n  - b\nc', 'a:\n  - b\n  - "c', 'a:\n  - b\n  - c: d'],
  // Characters that end a line for some, or that nobody sees.
  ...['a: b\r', 'a: b\rc: d', 'a: b\r\r\n', '\ra: b'],
  ...Array.from('\u0000\u0001\t\u000B\u001F\u007F\u0085\u2028\u2029\uFEFF', (mark) => `a: b${mark}c\n`),
  ...['\uFEFFa: b', '# \u0007\na: b', 'a:\n  - b\u2028c', 'a:\n# b\tc\n  - d', 'a: b\u0000'],
  // More than anybody writes.
  lines(101, (at) => `n${at}: a\n`),
  `a: { ${lines(100, (at) => `n${at}: a, `)}b: c }`,
  stairs(11),
]; // prettier-ignore

describe('Plain YAML', () => {
  for (const text of read)
    it(`is read directly: ${JSON.stringify(text.slice(0, 60))}`, () => {
      notEqual(readPlainYaml(text), undefined);
      deepEqual(readPlainYaml(text), parseAnyYaml(text));
      deepEqual(readPlainYaml(text, 7), parseAnyYaml(text, 7));
    });
  for (const text of left)
    it(`is not ${JSON.stringify(text.slice(0, 60))}, which is left to the parser`, () =>
      equal(readPlainYaml(text), undefined));
});
