/** What is said of YAML that cannot be read, and where: by the parser of all YAML, and of lines at the margin. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { parseFrontMatter } from '../../../../server/core/frontMatter/frontMatter';
import type { YamlFault } from '../../../../server/core/yaml/nodes';
import { entryOf } from '../../../../server/core/yaml/tree';
import { marked } from '../../support/marked';
import { parseAnyYaml } from '../../support/withoutShortcuts';

const words = {
  again: 'stands here twice',
  apart: 'This is not read, because',
  backslash: 'The backslash here has a special meaning',
  bracket: 'A closing bracket is missing',
  colon: 'A colon is missing after this name',
  conflict: 'the mark of a conflict',
  deep: 'This is nested too deeply',
  directive: 'A line cannot start with %',
  long: 'A name before a colon is too long',
  many: 'There are more than 100 references',
  name: 'A name is expected before the colon',
  nothing: 'The * here refers to a value that is not defined',
  place: 'This line does not fit',
  quote: 'A quotation mark is missing',
  remark: 'Behind a space, # starts a remark',
  second: 'There is a second colon on this line',
  something: 'Something is missing here',
  special: 'A text that starts with !, & or * has a special meaning',
  start: 'A text cannot start with this character',
  stray: 'This does not belong here',
  tab: 'This line is indented with a tab',
} as const;
type Said = keyof typeof words;

/** Lines at the margin that are neither a name with a colon nor part of a value, by what is said of them. */
const strays: Readonly<Record<string, readonly string[]>> = {
  'This line is the mark of a conflict': ['<<<<<<< HEAD', '<<<<<<<', '|||||||', '||||||| base', '=======', '>>>>>>> a/b'],
  'For YAML, this line ends the block': ['...'],
  'A space is missing after the colon': ['status:draft', 'a:b c', 'é_1-x:y', '_x:y', 'x:-', 'a-b:"c"'],
  'A colon belongs between a name and its value here': ['status = draft', 'a=b', '_a1-b\t=c', 'é  =', 'a = b = c'],
  'This item belongs to no list': ['- a', '-\ta', '-'],
  'A line cannot start with %': ['%', '%a', '%YAML 1.2'],
  'A colon is missing after this name': ['title', 'status draft', 'é1_-a  \tb', 'a %', '_ b:c', 'x- a'],
  'This line is neither': ['two more words', '1 a', '<<<<<< a', '<<<<<<<a', '=', '======== a', '>', '|', '....', 'x%', '-a', 'http://example.org', '1 = 2', 'two words = a', 'a b:c d', '1:b', ': a'],
}; // prettier-ignore

const references = (count: number): string =>
  `a: &x b\n${Array.from({ length: count }, (_, at) => `k${at}: *x\n`).join('')}`;

/** What is wrong stands between « and »; what is said of each, in that order. */
const rows: readonly (readonly [string, ...Said[]])[] = [
  ['«\t»a: b', 'tab'],
  ['a:\n«\t»b: c', 'tab'],
  ['a: «b»: c', 'second'],
  ['a:\n  b: c\n« »d: e', 'place'],
  ['a:\n  - b\n« »c: d', 'place'],
  ['a: "«b»', 'quote'],
  ["a: '«b»\n", 'quote'],
  ['a: b\n«c»', 'something'],
  ['«a»\nb: c', 'colon'],
  ['a: «@»b', 'start'],
  ['a: «`»b`', 'start'],
  ['a: b\n«---»\nc: d', 'apart'],
  ['a: b\n...\n«c: d»\ne: f', 'apart'],
  ['a: "b" «c»', 'stray'],
  ['a: «]»', 'stray'],
  ['«}»', 'stray'],
  ['a: "«\\»q"', 'backslash'],
  ['«%TAG x»\n---\na: b', 'directive'],
  [`«"${'a'.repeat(1100)}"»: b`, 'long'],
  ['a: «*b»', 'nothing'],
  ['a: «!<b»', 'special'],
  ['a: «!x!y» z', 'special'],
  ['a: !a «!b» c', 'special'],
  ['a: &a «&b» c', 'special'],
  ['a: |«x»\n  b', 'stray'],
  ['a: b\n«a»: c\nd: e\n«"a"»: f', 'again', 'again'],
  ['a: { b: c, «b»: d }', 'again'],
  ['«[a]»: b', 'name'],
  ['? «{a: b}»\n: c', 'name'],
  ['«[a]»:', 'name'],
  ['a: ««b»»\n  c: d', 'place', 'colon'],
  ['a: b\n«~»: c', 'name'],
  ['a: {b: c, «[d]»: e}\nf: «@»', 'name', 'start'],
  // Brackets that are not closed, or closed in a remark.
  ['a: [«b»', 'bracket'],
  ['a: {b: «c»', 'bracket'],
  ['«{»', 'bracket'],
  ['a: [b\n«c»: d', 'bracket'],
  ['a: [report «#2.pdf]»\n', 'remark'],
  ['a: [x, report «#2.pdf]»\nb: c', 'remark'],
  ['a: {b: c\t«#d}»\r\ne: f', 'remark'],
  ['b: [c] # d]\r\na: [report «#2]»\re: f', 'remark'],
  ['a: [\n  b, c «#1]»\nd: e', 'remark'],
  ['a: [b #1\n«c»: d', 'bracket'],
  ['a: [b#1\n«c»: d', 'bracket'],
  ['a: [b] # c]\nd: [«e»', 'bracket'],
  ['b: "c, d #1]"\na: [report «#2]»\n', 'remark'],
  ['a: [b\n  c #d]\n«e»: f', 'bracket'],
  // What git leaves of two versions: both are read.
  ['a: b\n«<<<<<<< HEAD»\nc: d\n«=======»\ne: f\n«>>>>>>> them»\n', 'conflict', 'conflict', 'conflict'],
  [
    '«<<<<<<<»\r\na: b\r\n«||||||| base»\r\n«=======»\r\nc: d\r\n«>>>>>>>»',
    'conflict',
    'conflict',
    'conflict',
    'conflict',
  ],
  [
    'a:\n  b: c\n«<<<<<<< HEAD»\n  d: e\n«=======»\n  f: g\n«>>>>>>> x/y»\nh: i',
    'conflict',
    'conflict',
    'conflict',
  ],
  [
    'a:\n  - b: c\n«<<<<<<< HEAD»\n    d: e\n«=======»\n  - b: f\n«>>>>>>> x»',
    'conflict',
    'conflict',
    'conflict',
  ],
  ['«<<<<<<< HEAD»\na: b\n«=======»\n«a»: c\n«>>>>>>> x»', 'conflict', 'conflict', 'again', 'conflict'],
  ['a: |\n  <<<<<<< HEAD\n  b\n  =======\n'],
  ['a: "<<<<<<<"\nb: >«>»>>>>>', 'stray'],
  ['«=======»\na: b', 'colon'],
  // More than anybody writes.
  [`«${'['.repeat(201)}»`, 'deep'],
  [`\n  «a»: ${'{'.repeat(201)}\nb: c`, 'deep'],
  [`«${'- '.repeat(200)}a»`, 'deep'],
  [`«a: "]}"»\nb: ${'['.repeat(201)}`, 'deep'],
  [references(100)],
  [`${references(100)}l: «*x»\nm: *x\n`, 'many'],
  [`${references(100)}l: «*x»\nm: «*y»\n`, 'many', 'nothing'],
  // All is well.
  [''],
  ['  \n'],
  ['? a'],
  ['?'],
  [': '],
  ['a: !!int [b]'],
  ['a: &x [b]\nc: *x\nd: *x'],
  ['['.repeat(200) + ']'.repeat(200)],
  [`a: [${'[b], '.repeat(201)}c]\nd: [${'{e}, '.repeat(201)}f]`],
  [`a: "${']'.repeat(300)}"\nb: ${'[c, '.repeat(150)}d${']'.repeat(150)}`],
  ['- '.repeat(199) + 'a'],
];

const saidOf = (text: string, offset: number, faults: readonly YamlFault[]): unknown =>
  faults.map(({ span, message }) => [
    span.start - offset,
    text.slice(span.start - offset, span.end - offset),
    Object.entries(words).find(([, start]) => message.includes(start))?.[0] ?? message,
  ]);

describe('YAML that cannot be read', () => {
  for (const [source, ...said] of rows)
    it(`is told so: ${JSON.stringify(source.slice(0, 60))}`, () => {
      const { text, spans } = marked(source);
      const expected = spans.map(({ start, end }, at) => [start, text.slice(start, end), said[at]]);
      for (const offset of [0, 9])
        deepEqual(saidOf(text, offset, parseAnyYaml(text, offset).faults), expected);
    });
});

describe('Any YAML', () => {
  for (const [text, value, plain, source] of [
    ['a: b', 'b', true, 'b'],
    ['a: "b"', 'b', false, '"b"'],
    ['a: !!str b', 'b', false, 'b'],
    ['a: &c b', 'b', true, 'b'],
    ['a: |\n  b\n\n\nc: d', 'b\n', false, '|\n  b'],
    ['a: >- # why\n  b\n  c\n', 'b c', false, '>- # why\n  b\n  c'],
    ['a:\n  b\n  c\nd: e', 'b c', true, 'b\n  c'],
    ['a: "b\n\n  c" # d', 'b\nc', false, '"b\n\n  c"'],
    ['x: &c b\na: *c', 'b', true, '*c'],
    ['a: ~b', '~b', true, '~b'],
    ['a: !!str ~', '~', false, '~'],
    ['a: !!str null', 'null', false, 'null'],
  ] as const)
    it(`is read with its places: ${JSON.stringify(text)}`, () => {
      const found = entryOf(parseAnyYaml(text, 9).root, 'a')?.value;
      ok(found?.kind === 'scalar');
      deepEqual([found.text, found.plain], [value, plain]);
      equal(text.slice(found.span.start - 9, found.span.end - 9), source);
    });

  for (const text of ['a:', 'a: ~', 'a: null # b', 'a: &b', 'a: !!str', 'a: !!str # b'])
    it(`has nothing in ${JSON.stringify(text)}`, () =>
      equal(entryOf(parseAnyYaml(text).root, 'a')?.value.kind, 'empty'));

  it('refers to no more than anybody writes', () => {
    const { root } = parseAnyYaml(`${references(100)}l: *x\n`);
    deepEqual(
      ['k99', 'l'].map((name) => entryOf(root, name)?.value.kind),
      ['scalar', 'unread'],
    );
  });
});

describe('A line at the margin', () => {
  for (const [start, lines] of Object.entries(strays))
    for (const line of lines)
      it(`is told what is wrong with it: ${JSON.stringify(line)}`, () => {
        const found = parseFrontMatter(`---\nowner: Desk\n${line}\nelements: 3.2.4\n---\n`);
        const faults = found.kind === 'none' ? [] : found.faults.map(({ message }) => message);
        deepEqual(
          faults.map((message) => message.slice(0, start.length)),
          [start],
        );
      });
});
