import { deepEqual, equal } from 'node:assert/strict';
import { diskPath } from '../../../../server/host/disk/diskPath';
import { packHost } from '../../../../server/host/git/packHost';

/** Addresses that any client may send, and that lead nowhere on the disk. */
const nowhere = [
  'file://%',
  'file://other.example/a',
  'file:///a%2Fb',
  'file:///a%00b',
  'vscode-vfs://github/o/r',
  'x',
  '',
];

describe('the path of an address', () => {
  it('is one where it leads to the disk', () => equal(diskPath('file:///a%20b/c.md'), '/a b/c.md'));

  for (const uri of nowhere) {
    it(`is none for “${uri}”`, () => equal(diskPath(uri), undefined));

    it(`is no reason for a pack to fail: ${uri}`, async () => {
      equal(
        packHost.withPlace(uri, () => 'something'),
        undefined,
      );
      const { look } = packHost.sources(uri, uri);
      equal(look('file:///a.md').kind, 'left out');
      const { commit, sourceOf } = await packHost.origins(uri, ['file:///a.md']);
      deepEqual([commit, typeof sourceOf('file:///a.md')], [undefined, 'string']);
    });
  }
});
