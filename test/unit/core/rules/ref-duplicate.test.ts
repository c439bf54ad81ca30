/** Where a ref that stands twice leads to: each finding has the places of the others. */
import { deepEqual } from 'node:assert/strict';
import type { Files } from '../../support/portfolioFiles';
import { at, indexOf } from '../../support/portfolioFiles';

const file = (ref: string): string => `---\ntitle: A\nelements: [3.2.4]\nref: ${ref}\n---\n\nText.\n`;

/** By file, the places that its finding leads to: their paths and what stands there. */
function ledTo(files: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const texts: Files = { 'portfolio.yaml': 'title: T\n', ...files };
  const index = indexOf(texts, { also: ['ref-duplicate'] });
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) =>
      index
        .findings(at(path))
        .filter(({ rule }) => rule === 'ref-duplicate')
        .map(({ span, related = [] }) => [
          `${path}: ${text.slice(span.start, span.end)}`,
          related.map((one) => {
            const [other = ''] = Object.keys(files).filter((name) => at(name) === one.uri);
            return `${other}: ${(files[other] ?? '').slice(one.span.start, one.span.end)}`;
          }),
        ]),
    ),
  );
}

describe('A ref that stands twice', () => {
  it('leads to the other one', () =>
    deepEqual(ledTo({ 'a.md': file('ES 1'), 'b.md': file('"ES 1"'), 'c.md': file('ES 2') }), {
      'a.md: ES 1': ['b.md: "ES 1"'],
      'b.md: "ES 1"': ['a.md: ES 1'],
    }));
  it('leads to three others at most', () =>
    deepEqual(
      Object.values(
        ledTo(Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.md`, file('7')]))),
      ).map(({ length }) => length),
      [3, 3, 3, 3, 3],
    ));
  it('is none where a remark has cut it', () =>
    deepEqual(ledTo({ 'a.md': file('ES #1'), 'b.md': file('ES #2'), 'c.md': file('ES') }), {}));
  it('is none where it stands alone, or is empty', () =>
    deepEqual(ledTo({ 'a.md': file('ES 1'), 'b.md': file(''), 'c.md': file('') }), {}));
});
