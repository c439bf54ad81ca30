import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { Places } from '../../../../server/core/portfolio/places';
import { isWithin, parentUri } from '../../../../server/core/text/uri';

const childrenOf = (places: Places, folder: string): readonly string[] =>
  places
    .childrenOf(folder)
    .map(({ uri, isFolder }) => (isFolder ? `${uri}/` : uri))
    .toSorted();

describe('What stands in a folder', () => {
  it('is what has been said of it, folders by what is in them', () => {
    const places = new Places();
    for (const path of ['a/b/c.pdf', 'a/b/d.pdf', 'a/e.md']) places.learn(`file:///${path}`, true);
    places.learn('file:///a/gone.md', false);
    deepEqual(childrenOf(places, 'file:///a'), ['file:///a/b/', 'file:///a/e.md']);
    deepEqual(childrenOf(places, 'file:///a/b'), ['file:///a/b/c.pdf', 'file:///a/b/d.pdf']);
    deepEqual(childrenOf(places, 'file:///'), ['file:///a/']);
    deepEqual(childrenOf(places, 'file:///x'), []);
  });

  it('is nothing when all of it has gone', () => {
    const places = new Places();
    places.learn('file:///a/b/c.pdf', true);
    places.learn('file:///a/b/c.pdf', false);
    deepEqual(childrenOf(places, 'file:///a'), []);
    deepEqual(childrenOf(places, 'file:///'), []);
  });

  it('after any news is what a look at all files would find', () => {
    const file = fc.constantFrom('a/b/c', 'a/b/d', 'a/e', 'f', 'a/g/h/i').map((path) => `file:///${path}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(file, fc.boolean())), (news) => {
        const places = new Places();
        const there = new Set<string>();
        for (const [uri, present] of news) {
          places.learn(uri, present);
          if (present) there.add(uri);
          else there.delete(uri);
        }
        for (const folder of ['file:///', 'file:///a', 'file:///a/b', 'file:///a/g']) {
          const expected = new Set<string>();
          for (const uri of there) {
            if (!isWithin(folder, uri)) continue;
            let child = uri;
            while (parentUri(child) !== folder) child = parentUri(child);
            expected.add(child === uri ? uri : `${child}/`);
          }
          deepEqual(childrenOf(places, folder), [...expected].sort());
        }
      }),
    );
  });
});

describe('A place of which nobody tells any longer', () => {
  it('is unknown again, to those who refer to it too', () => {
    for (const before of [true, false]) {
      const places = new Places();
      const [a, folder] = ['file:///p/x/a.pdf', 'file:///p/x'];
      places.refer('file:///p/b.md', [a, folder]);
      for (const place of [folder, a]) places.learn(place, before);
      const affected = places.learn(a, undefined);
      deepEqual([...new Set(affected)], ['file:///p/b.md']);
      deepEqual(childrenOf(places, folder), []);
      deepEqual(places.exists(a), undefined);
      deepEqual(places.unknownFrom('file:///p/b.md').includes(a), true);
      // An empty folder may have gone with it.
      deepEqual(places.exists(folder), before ? undefined : false);
      deepEqual(places.misses('file:///p/b.md'), !before);
    }
  });

  it('leaves nothing where nobody refers to it', () => {
    const places = new Places();
    places.learn('file:///p/a.md', true);
    places.learn('file:///p/a.md', undefined);
    places.learn('file:///p/c.md', undefined);
    deepEqual(places.within('file:///p'), []);
    deepEqual(childrenOf(places, 'file:///p'), []);
  });
});
