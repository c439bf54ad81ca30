import { deepEqual, equal } from 'node:assert/strict';
import { parse } from 'yaml';
import { yamlPath, yamlScalar } from '../../../server/words/yamlScalar';

const hostile = [
  ...[
    'x: y #z',
    '- a',
    '@a',
    '=1+1',
    '=',
    '<<',
    'a\nb',
    '\u202Eabc',
    'x\u007Fy',
    'x\u0085y',
    '\uFEFFx',
    'x\uFFFEy',
  ],
  ...['\uD800', '\u0000', 'a\u2028b', 'a\u2029b', '\u{1F600}', '~', 'null', 'Null', 'yes', 'NO', 'y', 'true'],
  ...[
    '1_000',
    '12:30',
    '190:20:30',
    '1:02.5',
    '0b1',
    '0x1F',
    '0o17',
    '1e3',
    '.5',
    '.inf',
    '-.INF',
    '.NaN',
    '1.10',
  ],
  ...[
    'a:',
    'a: ',
    '# a',
    'a #b',
    'a#b',
    '"',
    "'",
    '\\',
    'a\\nb',
    '[a',
    'a]',
    '{a}',
    'a, b',
    '? a',
    '! a',
    '!!str a',
  ],
  ...[
    '| a',
    '> a',
    '%a',
    '`a',
    '---',
    '...',
    '--- a',
    '*a',
    '&a',
    '-',
    '?',
    ':',
    ',',
    'a\tb',
    'a\u00A0b',
    'a  b',
    'a :b',
  ],
];
/** As programs read it that know YAML 1.2, and those that know what was before it. */
const readers: readonly ((text: string) => unknown)[] = [
  (text): unknown => parse(text),
  (text): unknown => parse(text, { version: '1.1' }),
];
const places = (written: string): string => `a: ${written}\nb: [${written}, c]\nd:\n- ${written} # e\n`;

describe('A text as YAML', () => {
  for (const text of hostile)
    it(`reads back as ${JSON.stringify(text)} everywhere`, () => {
      const line = text.replace(/\s+/g, ' ').trim();
      for (const read of readers) {
        deepEqual(read(places(yamlScalar(text))), { a: line, b: [line, 'c'], d: [line] });
        deepEqual(read(places(yamlPath(text))), { a: text, b: [text, 'c'], d: [text] });
      }
    });
  it('stands in quotation marks where a reader of another language refuses it plain', () => {
    for (const text of ['=', 'x\uFFFEy', 'x\uD800', 'x\u007Fy', 'x\u0085y', '+.inf', '1:2:3.4'])
      equal(yamlScalar(text)[0], '"');
  });
  it('is plain where it can be', () => {
    for (const text of ['1.1.1', 'Jo', 'a=b', '2026-03-01', 'C#.pdf', '../a/b c.pdf', '1:a', '\u202Eabc'])
      equal(yamlScalar(text), text);
  });
});
