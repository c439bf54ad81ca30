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
    '[undefined]',
    '"a"',
    '['.repeat(300) + ']'.repeat(300),
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
