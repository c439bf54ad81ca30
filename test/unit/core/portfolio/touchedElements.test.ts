import { deepEqual, equal } from 'node:assert/strict';
import { TouchedElements } from '../../../../server/core/portfolio/coverage';

describe('elements that have got or lost evidence', () => {
  it('are told from a revision on', () => {
    const touched = new TouchedElements();
    const start = touched.revision;
    touched.note('1.1');
    const middle = touched.revision;
    touched.note('1.2');
    touched.note('1.1');
    deepEqual(touched.since(start), ['1.1', '1.2', '1.1']);
    deepEqual(touched.since(middle), ['1.2', '1.1']);
    deepEqual(touched.since(touched.revision), []);
  });

  it('are not known of a revision long ago, and all of them of a later one', () => {
    const touched = new TouchedElements();
    const start = touched.revision;
    for (let at = 0; at < 2500; at++) {
      const before = touched.revision;
      touched.note(`id ${at}`);
      deepEqual(touched.since(before), [`id ${at}`]);
    }
    equal(touched.since(start), undefined);
    const since = touched.since(2200);
    deepEqual([since?.length, since?.[0], since?.at(-1)], [300, 'id 2200', 'id 2499']);
  });
});
