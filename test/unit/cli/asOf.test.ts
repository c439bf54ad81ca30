/** `--today`: whatever is told as of a set day says which day that is, and nothing that is written takes it. */
import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidence, folderWith, removeFolders, run } from './support';

const day = ['--today', '2027-05-12'];
const words = 'as of 12 May 2027';
const files = { 'portfolio.yaml': 'title: T\n', 'a.md': evidence() };

describe('With --today', () => {
  after(removeFolders);

  for (const [name, argv] of [
    ['check', ['check']],
    ['check as Markdown', ['check', '--format', 'markdown']],
    ['check for GitHub', ['check', '--format', 'github']],
    ['check for Azure', ['check', '--format', 'azure']],
    ['coverage', ['coverage']],
    ['rate', ['rate']],
  ] as const)
    it(`${name} says of which day it speaks`, async () => {
      const folder = folderWith(files);
      const { out } = await run([...argv, folder, ...day]);
      ok(out.includes(words), out);
      const plain = await run([...argv, folder]);
      ok(!plain.out.includes('as of'), plain.out);
    });

  it('the assessor’s rating is of the day on the calendar', async () => {
    const folder = folderWith(files);
    equal((await run(['rate', '3.2.4', 'partial', '--assessor', folder, ...day])).status, 0);
    ok(readFileSync(join(folder, 'portfolio.yaml'), 'utf8').endsWith('    assessed: 2026-11-21\n'));
  });
});
