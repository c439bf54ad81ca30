/** JSON is read as the reader of all YAML reads it, or handed over. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readJson } from '../../../../server/core/yaml/json';
import { parseAnyYaml } from '../../support/withoutShortcuts';

/** Reads a text both ways. @returns whether it was read as JSON */
function compare(text: string): boolean {
  const read = readJson(text);
  if (read === undefined) return false;
  deepEqual(parseAnyYaml(text), { root: read, faults: [] }, text);
  return true;
}

const builtIn = JSON.stringify(
  parse(readFileSync('schemas/standards/customer-service-excellence.yaml', 'utf8')),
  undefined,
  2,
);

describe('JSON', () => {
  it('is read with the places and the texts that YAML has', () => {
    ok(compare('{"a": [1.10, -2e3, true, null, "b\\n\\u00e9\\ud83d\\ude00\\/"], "": {}, "c": []}'));
    ok(compare('[\r\n  {\n    "a" : "b: # c"\n  }\r\n]\n'));
    ok(compare(builtIn));
  });

  for (const text of [
    '{}',
    '[]',
    ' \t\r\n{ }\n',
    '[ ]',
    '{"a":{"b":[]}}',
    '[[1],[2 ,3]]',
    '{"a" : "b" , "c":\t"d"}',
    '[0, -0, 10, 1.5, 0.50, 1e5, 1E+5, 2.5e-10, true, false, null]',
    '["", "\\"", "\\\\", "\\/\\b\\f\\n\\r\\t", "\\u0041b", "a\u007Fb", "é😀"]',
    '{"a": {"a": 1}, "b": {"a": 2}}',
    '{"a\\u0062": 1, "ac": 2}',
    `${'['.repeat(199)}1${']'.repeat(199)}`,
    '['.repeat(200) + ']'.repeat(200),
  ])
    it(`is read where it is ${JSON.stringify(text.slice(0, 40))}`, () => ok(compare(text)));

  it('is read behind a byte order mark', () => {
    const read = readJson('\uFEFF{"a": 1}');
    deepEqual(read?.span, { start: 1, end: 9 });
    equal(readJson('\uFEFFa'), undefined);
    equal(readJson('{"a": \uFEFF1}'), undefined);
  });

  for (const text of [
    '',
    'a: b',
    '{a: b}',
    '{"a": 1,}',
    '{"a": 01}',
    '{"a": "b}',
    '{"a": 1, "a": 2}',
    '{"a": "\\x41"}',
    '{"a": \'b\'}',
    '{"a": 1} b',
    '[1, 2',
    '{"a" 1}',
    '["a\nb"]',
    '["a\u0000"]',
    '["a\u001F"]',
    '[\u00A01]',
    'x{}',
    '{"a": 1',
    '{"a": }',
    '{, "a": 1}',
    '{"a": 1 "b": 2}',
    '{"a", "b": 1}',
    '{1: 2}',
    '{"a": 1, "\\u0061": 2}',
    '[1,]',
    '[,1]',
    '[1 2]',
    '[1],',
    '[1]]',
    '[1}',
    '[-]',
    '[.5]',
    '[1.]',
    '[1e]',
    '[+1]',
    '[truer]',
    '["\\u12"]',
    '["\\"]',
    '[nul]',
    '[undefined]',
    '"a"',
    '['.repeat(201) + ']'.repeat(201),
    '{"a":'.repeat(200) + '{}' + '}'.repeat(200),
  ])
    it(`hands over ${JSON.stringify(text.slice(0, 40))}`, () => equal(readJson(text), undefined));

  it('agrees on any data', () =>
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 2), (json, indent) => {
        const text = JSON.stringify({ data: JSON.parse(json) as unknown }, undefined, indent);
        ok(text.includes('"__proto__"') || compare(text), text);
      }),
      { numRuns: 2000 },
    ));
});
