/** Names that are each there once, and what they cost where all are alike. */
import { deepEqual, ok } from 'node:assert/strict';
import { numberedNames } from '../../../../server/core/standard/numberedNames';
import { parseStandard } from '../../../../server/core/standard/standardFile';

describe('numbered names', () => {
  it('are the first ones that are free', () => {
    const taken = new Set(['General (3)']);
    const called = numberedNames((name) => taken.has(name));
    const all = ['General', 'General', 'Other', 'General', 'General (2)', 'General'].map((name) => {
      const own = called(name);
      taken.add(own);
      return own;
    });
    deepEqual(all, ['General', 'General (2)', 'Other', 'General (4)', 'General (2) (2)', 'General (5)']);
  });

  it('are asked for a few times each, however many are alike', () => {
    const taken = new Set<string>();
    let asked = 0;
    const called = numberedNames((name) => {
      asked++;
      return taken.has(name);
    });
    for (let at = 0; at < 3000; at++) taken.add(called('General'));
    ok(taken.size === 3000 && asked <= 3 * 3000, `${asked}`);
  });

  it('are those of groups without an ID', () => {
    const group = (id: string): string => `  - { title: General, children: [{ id: ${id}, text: T }] }\n`;
    const { standard } = parseStandard('s', `title: S\nchildren:\n${group('a')}${group('b')}${group('c')}`);
    deepEqual(
      standard.roots.map(({ id }) => id),
      ['General', 'General (2)', 'General (3)'],
    );
  });
});
