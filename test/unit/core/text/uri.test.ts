import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { URI } from 'vscode-uri';
import {
  fileName,
  isWithin,
  joinPath,
  normaliseUri,
  parentUri,
  relativePath,
} from '../../../../server/core/text/uri';

/** Each spelling, and the one that is the key. */
const spellings: readonly (readonly [string, string])[] = [
  ['file:///a/b.md', 'file:///a/b.md'],
  ['file:///a/', 'file:///a'],
  ['file:///', 'file:///'],
  ['FILE:///a', 'file:///a'],
  ['file:///C:/Users/A', 'file:///c%3A/Users/A'],
  ['file:///c%3a/Users/A', 'file:///c%3A/Users/A'],
  ['file:///c:/', 'file:///c%3A'],
  ['file://Server/Share/a', 'file://server/Share/a'],
  ['file:///a (1)/b!.md', 'file:///a%20%281%29/b%21.md'],
  ['file:///a%20%281%29/b%21.md', 'file:///a%20%281%29/b%21.md'],
  ['file:///%61%2Db', 'file:///a-b'],
  ['file:///a%', 'file:///a%25'],
  ['file:///a%2', 'file:///a%252'],
  ['file:///100%25', 'file:///100%25'],
  ['file:///é/😀', 'file:///%C3%A9/%F0%9F%98%80'],
  ['file:///%c3%a9', 'file:///%C3%A9'],
  ['file:///[a]/{b}', 'file:///%5Ba%5D/%7Bb%7D'],
  ['file:///a%23b', 'file:///a%23b'],
  ['file:///\uD800', 'file:///%EF%BF%BD'],
  ['vscode-vfs://github/o/r/a.md', 'vscode-vfs://github/o/r/a.md'],
  ['vscode-vfs://github%2B7b/o/r', 'vscode-vfs://github%2b7b/o/r'],
  ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ['file:///a?q#f', 'file:///a'],
  ['not a URI', 'not a URI'],
];

const segments = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 8 })
  .filter(
    (segment) => !/[/\\]/.test(segment) && segment !== '.' && segment !== '..' && !/\p{Cs}/u.test(segment),
  );
const paths = fc.array(segments, { minLength: 1, maxLength: 4 });

describe('URIs', () => {
  for (const [given, expected] of spellings)
    it(`${given} is kept as ${expected}`, () => {
      equal(normaliseUri(given), expected);
      equal(normaliseUri(expected), expected);
    });

  it('are spelt in one way, whoever wrote them', () => {
    fc.assert(
      fc.property(paths, (path) => {
        const joined = joinPath('file:///', path.join('/'));
        equal(normaliseUri(joined), joined);
        const uri = URI.from({ scheme: 'file', path: `/${path.join('/')}` });
        equal(normaliseUri(uri.toString()), joined);
        equal(normaliseUri(uri.toString(true)) === joined || /[%?#]/.test(path.join('')), true);
      }),
    );
  });

  it('of a relative path lead back to it', () => {
    fc.assert(
      fc.property(paths, paths, (above, below) => {
        const folder = joinPath('file:///', above.join('/'));
        const uri = joinPath(folder, below.join('/'));
        equal(relativePath(folder, uri), below.join('/'));
        equal(fileName(uri), below.at(-1));
        ok(isWithin(folder, uri));
        equal(below.reduce(parentUri, uri), folder);
      }),
    );
  });

  for (const [folder, path, expected] of [
    ['file:///a/b', 'c.md', 'file:///a/b/c.md'],
    ['file:///a/b', '../c.md', 'file:///a/c.md'],
    ['file:///a/b', './/c/./d/', 'file:///a/b/c/d'],
    ['file:///a', '../../../c', 'file:///c'],
    ['file:///a', 'b c%.md', 'file:///a/b%20c%25.md'],
    ['file:///', 'a', 'file:///a'],
    ['file:///c%3A', '..', 'file:///'],
    ['vscode-vfs://github/o', '../../x', 'vscode-vfs://github/x'],
    ['file:///a', '', 'file:///a'],
  ] as const)
    it(`${path} from ${folder} is ${expected}`, () => equal(joinPath(folder, path), expected));

  for (const [uri, expected] of [
    ['file:///a/b', 'file:///a'],
    ['file:///a', 'file:///'],
    ['file:///', 'file:///'],
    ['vscode-vfs://github/a', 'vscode-vfs://github/'],
    ['vscode-vfs://github/', 'vscode-vfs://github/'],
  ] as const)
    it(`${uri} is in ${expected}`, () => equal(parentUri(uri), expected));

  for (const [folder, uri, expected] of [
    ['file:///a', 'file:///a', true],
    ['file:///a', 'file:///a/b', true],
    ['file:///a', 'file:///ab', false],
    ['file:///a/b', 'file:///a', false],
    ['file:///', 'file:///a', true],
  ] as const)
    it(`${uri} is ${expected ? '' : 'not '}within ${folder}`, () => equal(isWithin(folder, uri), expected));

  for (const [folder, uri, expected] of [
    ['file:///a', 'file:///a', '.'],
    ['file:///a', 'file:///a/b%20c/d', 'b c/d'],
    ['file:///a/b', 'file:///a/c', '../c'],
    ['file:///a/b', 'file:///a', '../'],
    ['file:///a/b', 'file:///x/y', '../../x/y'],
    ['file:///', 'file:///a', 'a'],
    ['file:///a/b', 'vscode-vfs://github/o/a%20b', 'vscode-vfs://github/o/a%20b'],
    ['file://server/share/a', 'file:///c', 'file:///c'],
    ['file:///a', 'no address', 'no address'],
    ['file:///a', 'file:x', 'file:x'],
    ['', 'x', 'x'],
    ['file:///a', '', ''],
  ] as const)
    it(`${uri} seen from ${folder} is ${expected}`, () => equal(relativePath(folder, uri), expected));
});
