/** Tests that the superuser runs say at once where somebody without rights, as whom some of them go on, could read nothing. */
import { equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Script {
  readonly closedFolder: (place: string) => string | undefined;
  readonly whyTestsCannotRun: (places: readonly string[], isSuperuser: boolean) => string | undefined;
}
const script = async (): Promise<Script> => (await import(resolve('.scripts/closedFolder.mjs'))) as Script;

describe('tests that the superuser runs', () => {
  let folder = '';
  beforeEach(function () {
    if (process.platform === 'win32') this.skip();
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'evidence-portfolio-'));
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'home/sources'), { recursive: true });
    writeFileSync(join(folder, 'home/node'), '', { mode: 0o700 });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  for (const [mode, isClosed] of [
    [0o755, false],
    [0o711, false],
    [0o750, true],
    [0o700, true],
  ] as const)
    for (const place of ['home/sources', 'home/node'])
      it(`${isClosed ? 'stop' : 'begin'} with ${place} where home has ${mode.toString(8)}`, async () => {
        const { closedFolder, whyTestsCannotRun } = await script();
        const home = join(folder, 'home');
        chmodSync(home, mode);
        // Some systems give everybody a folder of their own for what is temporary, which is closed itself.
        const closed = closedFolder(folder) ?? (isClosed ? home : undefined);
        equal(closedFolder(join(folder, place)), closed);
        const why = whyTestsCannotRun([folder, join(folder, place)], true);
        if (closed === undefined) equal(why, undefined);
        else match(why ?? '', new RegExp(`may not enter ${closed}\\. Run them as an ordinary user`));
        equal(whyTestsCannotRun([join(folder, place)], false), undefined);
      });

  it('begin where there is no superuser, as on Windows', () => {
    const none = 'data:text/javascript,delete process.getuid';
    const { status, stderr } = spawnSync(process.execPath, [`--import=${none}`, '.scripts/closedFolder.mjs']);
    equal(stderr.toString(), '');
    equal(status, 0);
  });
});
