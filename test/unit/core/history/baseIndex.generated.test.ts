/** The index of a base, made from that of the working tree and what differs, against one built afresh. */
import { equal } from 'node:assert/strict';
import fc from 'fast-check';
import { answersFrom, fileFacts, frameFacts } from '../../../../server/core/history/baseIndex';
import type { Uri } from '../../../../server/core/text/span';
import type { Fact, PortfolioIndex } from '../../../../server/core/index/portfolioIndex';
import type { Content, Files } from '../../support/portfolioFiles';
import { apply, at, factOf, home, indexOf } from '../../support/portfolioFiles';
import { smallText } from '../../support/standards';
import '../../support/seed';
import { dumpOf } from '../../support/dump';
import { runs } from '../../support/runs';

const evidence = fc
  .tuple(
    fc.constantFrom('1.1', '"1.2"', '2.1', '3.2.4', '9.9'),
    fc.constantFrom('draft', 'approved'),
    fc.constantFrom('x.pdf', 'a.md', '../q/c.md', 'nowhere.md'),
  )
  .map(
    ([id, status, link]) => `---\ntitle: One\nelements: [${id}]\nstatus: ${status}\n---\n\n[link](${link})\n`,
  );
const manifest = fc.constantFrom('title: P\n', 'standard: small\n', 'standard: s.yaml\n', 'standard: [\n');
const contents: Readonly<Record<string, fc.Arbitrary<Content>>> = {
  'p/portfolio.yaml': manifest,
  'q/portfolio.yaml': manifest,
  'p/s.yaml': fc.constantFrom(smallText, smallText.replace('Welcome', 'Hello'), 'children: ['),
  'p/a.md': evidence,
  'p/b.md': evidence,
  'q/c.md': evidence,
  'd.md': evidence,
  'p/action-plan.md': fc.constant('| Ref | Action | Target |\n|-|-|-|\n| 1.1 | Ask | March 2026 |\n'),
  'p/x.pdf': fc.constant(null),
};
const sides = fc.record(
  Object.fromEntries(
    Object.entries(contents).map(([path, content]) => {
      const some = fc.option(content, { nil: undefined, freq: 4 });
      const same = some.map((both) => [both, both] as const);
      return [path, fc.oneof(same, fc.tuple(some, some))];
    }),
  ),
);

type Sides = Readonly<Record<string, readonly [before: Content | undefined, after: Content | undefined]>>;

const sideOf = (both: Sides, side: 0 | 1): Files =>
  Object.fromEntries(
    Object.entries(both).flatMap(([path, pair]) => (pair[side] === undefined ? [] : [[path, pair[side]]])),
  );

const filesOf = (files: Files): ReadonlyMap<Uri, Content> =>
  new Map(Object.entries(files).map(([path, content]) => [at(path), content]));

/** What the client would send: all that differs. */
const differing = (both: Sides): ReadonlyMap<Uri, Fact> =>
  new Map(
    Object.entries(both).flatMap(([path, [before, after]]): readonly (readonly [Uri, Fact])[] => {
      const uri = at(path);
      if (before === after) return [];
      if (before === undefined) return [[uri, { kind: 'absent', uri }]];
      return [
        [uri, typeof before === 'string' ? { kind: 'text', uri, text: before } : { kind: 'present', uri }],
      ];
    }),
  );

/** As the service does, but that what it would look at on the disk is asked of the base. */
function bring(base: PortfolioIndex, live: PortfolioIndex, both: Sides): void {
  const files = differing(both);
  const before = filesOf(sideOf(both, 0));
  for (const part of [0, 1]) {
    let next = [
      ...(part === 0 ? frameFacts(base, { folders: [home], rules: {} }, live.days) : []),
      ...fileFacts(base, live, [home], files),
    ];
    while (next.length > 0) {
      const { answers, places, standards } = answersFrom(base.apply(next), live, files);
      next = [...answers, ...[...places, ...standards].map((uri) => factOf(base, uri, before.get(uri)))];
    }
  }
}

describe('The index of a base', () => {
  it('holds what one built afresh would hold, the first time and when the files have changed again', () =>
    fc.assert(
      fc.property(sides, sides, (first, second) => {
        const live = indexOf(sideOf(first, 1));
        const base = live.copy();
        const before = dumpOf(live);
        equal(dumpOf(base), before);
        bring(base, live, first);
        equal(dumpOf(base), dumpOf(indexOf(sideOf(first, 0))));
        equal(dumpOf(live), before);
        // Other files, against the same base or another one.
        const after = filesOf(sideOf(second, 1));
        const uris = Object.keys(second).map(at);
        apply(
          live,
          uris.map((uri) => factOf(live, uri, after.get(uri))),
          after,
        );
        const untouched = dumpOf(live);
        bring(base, live, second);
        equal(dumpOf(base), dumpOf(indexOf(sideOf(second, 0))));
        equal(dumpOf(live), untouched);
      }),
      { numRuns: runs(150) },
    )).timeout(60_000);
});
