import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { yamlPositionAt } from '../../../../server/features/text/yamlPosition';
import { atCursor } from '../../support/cursor';
import { crlf } from '../../support/completing';

/** `key a › b [token]`, and what is particular about it. */
function placeAt(source: string): string {
  const { text, offset } = atCursor(source);
  const position = yamlPositionAt(text, { start: 0, end: text.length }, offset);
  if (!position) return 'nowhere';
  const { kind, path, token, quote = '', isClosed, prefix, hasColon, isFlow, isItem, siblings } = position;
  const marks = [
    ...(quote ? [isClosed ? `in ${quote}${quote}` : `behind ${quote}`] : []),
    ...(prefix ? ['wants a space'] : []),
    ...(hasColon ? ['has a colon'] : []),
    ...(isFlow ? ['flow'] : []),
    ...(isItem ? ['item'] : []),
    ...(kind === 'key' && siblings.size > 0 ? [`beside ${[...siblings].join(', ')}`] : []),
  ];
  return [`${kind} ${path.join(' › ')} [${text.slice(token.start, token.end)}]`, ...marks].join('; ');
}

describe('The place of the cursor in YAML', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['$0', 'key  []'],
    ['ti$0', 'key  [ti]'],
    ['ti$0\nowner: A', 'key  [ti]; beside owner'],
    ['title: A\n$0\nowner: A', 'key  []; beside title, owner'],
    ['ti$0tle: A', 'key  [title]; has a colon'],
    ['$0title: A', 'key  [title]; has a colon'],
    ['title$0: A', 'key  [title]; has a colon'],
    ['"ti$0tle": A', "key  [title]; in \"\"; has a colon"],
    ['title: $0', 'value title []'],
    ['title:$0', 'value title []; wants a space'],
    ['title:A$0', 'value title [A]; wants a space'],
    ['title: $0A b # c', 'value title [A b]'],
    ['title: A b$0 # c', 'value title [A b]'],
    ['title: A b # c$0', 'nowhere'],
    ['# c$0', 'nowhere'],
    ['title: "A $0b"', 'value title [A b]; in ""'],
    ["title: 'A $0b", "value title [A b]; behind '"],
    ['title: "A" $0', 'nowhere'],
    ['title: |\n  a: $0\nowner: A', 'nowhere'],
    ['title: |\n  a: b\n$0\nowner: A', 'key  []; beside title, owner'],
    ['a:\n  $0', 'key a []'],
    ['a:\n  b: 1\n  $0\n  c: 2\nd: 3', 'key a []; beside b, c'],
    ['a:\n  b: 1\n$0\n  c: 2\nd: 3', 'key  []; beside a, d'],
    ['a:\n  b:\n    $0\n  c:\n    x: 1', 'key a › b []'],
    ['a:\n  b:\n    d: $0', 'value a › b › d []'],
    ['a:\n  1.1.1:\n    self: com$0', 'value a › 1.1.1 › self [com]'],
    ['a:\n  "1.10":\n    self: com$0', 'value a › 1.10 › self [com]'],
    ['a:\n  - $0', 'value a []; item'],
    ['a:\n  -$0', 'value a []; wants a space; item'],
    ['a:\n- b$0', 'value a [b]; item'],
    ['a:\n  - b: $0', 'value a › b []'],
    ['a:\n  - b: 1\n    $0', 'key a []; beside b'],
    ['a:\n  - b: 1\n  - c: 1\n    $0', 'key a []; beside c'],
    ['a: [$0]', 'value a []; flow; item'],
    ['a: [b, c $0d]', 'value a [c d]; flow; item'],
    ['a: [b,\n  c$0\n]', 'value a [c]; flow; item'],
    ['a: ["b$0", c]', 'value a [b]; in ""; flow; item'],
    ['a: [b$0', 'value a [b]; flow; item'],
    ['a: [b$0\nc: d', 'value a [b]; flow; item'],
    ['a: [b\nc: $0', 'value c []'],
    ['a: [b] $0', 'nowhere'],
    ['a: $0[b]', 'nowhere'],
    ['a: {$0}', 'key a []; flow'],
    ['a: { $0 }', 'key a []; flow'],
    ['a: { b: 1, $0, c: 2 }', 'key a []; flow; beside b, c'],
    ['a: { b$0: 1, c: 2 }', 'key a [b]; has a colon; flow; beside c'],
    ['a: { b: $0 }', 'value a › b []; flow'],
    ['a: { b:$0 }', 'value a › b []; wants a space; flow'],
    ['a: { b: x$0, c: 2 }', 'value a › b [x]; flow'],
    ["a: { b: don't $0, c: 2 }", "value a › b [don't ]; flow"],
    ['a: { b: { c$0 } }', 'key a › b [c]; flow'],
    ['a: { 1.1.1: { self: $0 } }', 'value a › 1.1.1 › self []; flow'],
    ['a: { b: "x, y", $0 }', 'key a []; flow; beside b'],
    ['a: { # c, d\n  $0\n}', 'key a []; flow'],
    ['a: { b: 1 # $0c\n}', 'nowhere'],
    ['a:\n  b: { c: 1 }\n  $0', 'key a []; beside b'],
    ['a:\n  b: {\n    c: 1,\n    $0\n  }\n  d: 1', 'key a › b []; flow; beside c'],
    ['a: https://e$0', 'value a [https://e]'],
    ['https://e$0', 'key  [https://e]'],
    ['\ta: $0', 'value a []'],
  ]; // prettier-ignore
  for (const [source, expected] of cases) {
    it(JSON.stringify(source), () => equal(placeAt(source), expected));
    if (source.includes('\n'))
      it(`${JSON.stringify(source)}, with CRLF`, () => equal(placeAt(crlf(source)), expected));
  }

  it('is on the line of the cursor and around it, in any text', () => {
    const piece = fc.constantFrom(
      'a',
      'b:',
      ' ',
      '  ',
      '\n',
      '\r\n',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '#',
      ': ',
      '|',
      '\t',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(60), (pieces, at) => {
        const text = pieces.join('');
        const offset = Math.min(at, text.length);
        const position = yamlPositionAt(text, { start: 0, end: text.length }, offset);
        if (!position) return;
        const { start, end } = position.token;
        ok(start <= offset && offset <= end, `${start}–${end} around ${offset}`);
        ok(!/[\r\n]/.test(text.slice(start, end)));
      }),
      { numRuns: 2000 },
    );
  });

  it('is nowhere outside of the region', () => {
    deepEqual(yamlPositionAt('a: b', { start: 2, end: 4 }, 1), undefined);
  });
});
