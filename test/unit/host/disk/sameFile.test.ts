/** Whether two addresses are one place, on a disk that tells capitals apart; names of one file stand for a disk that does not. */
import { equal } from 'node:assert/strict';
import { linkSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFileAccess, uriOfPath } from '../../../../server/host/disk/nodeFileAccess';

describe('two addresses', () => {
  let top = '';
  before(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), 'evidence-portfolio-same-')));
    for (const folder of ['Docs', 'other']) mkdirSync(join(top, folder));
    for (const file of ['README.md', 'b.md', 'Docs/a.pdf', 'other/a.pdf'])
      writeFileSync(join(top, file), file);
    symlinkSync('README.md', join(top, 'linked.md'));
    symlinkSync('Docs', join(top, 'linked'));
    linkSync(join(top, 'README.md'), join(top, 'again.md'));
  });
  after(() => rmSync(top, { recursive: true, force: true }));

  for (const [one, other, expected, why] of [
    ['README.md', 'README.md', true, 'the same address'],
    ['README.md', 'again.md', true, 'two names of one file'],
    ['README.md', 'b.md', false, 'two files'],
    ['README.md', 'linked.md', false, 'a file, and a link to it'],
    ['Docs/a.pdf', 'linked/a.pdf', false, 'a folder, and a link to it'],
    ['Docs/a.pdf', 'other/a.pdf', false, 'two folders'],
    ['README.md', 'gone.md', false, 'one that is not there'],
    ['gone/a.md', 'Gone/a.md', false, 'none that is there'],
    ['../outside.md', '../outside.md.', false, 'places out of the boundary'],
  ] as const)
    it(`are ${expected ? '' : 'not '}one place: ${why}`, async () => {
      const uri = (path: string) => uriOfPath(join(top, path));
      equal(await nodeFileAccess.isSame?.(uri(one), uri(other), uriOfPath(top)), expected);
    });
});
