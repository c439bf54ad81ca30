/** The way that a keystroke takes through the server stays short. */
import { equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const measured = (most: number): { readonly status: number | null; readonly said: string } => {
  const options = ['--portfolio', '20', '--edits', '5', '--check', `${most}`];
  const { status, stderr } = spawnSync(process.execPath, ['.scripts/keystroke.mjs', ...options], {
    encoding: 'utf8',
  });
  return { status, said: stderr };
};

describe('A keystroke in the body of evidence', () => {
  it('passes through 22 files at most', () => {
    // It counts calls, and no time: the answer is the same on every machine.
    const { status, said } = measured(22);
    equal(said, '');
    equal(status, 0);
  });

  it('would be noticed if it passed through more', () => {
    equal(measured(3).status, 1);
  });
});
