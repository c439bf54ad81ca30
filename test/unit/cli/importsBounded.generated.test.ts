/**
 * Every command that reads files of other programs, on those that ask for far more than they are: in the ordinary run two of
 * the commands on each file, others than on the one before; in the long run all.
 */
import { deepEqual, ok } from 'node:assert/strict';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { commands } from '../../../server/cli/commands';
import { hostileFiles } from '../hostile/files';
import { runs } from '../support/runs';
import { evidence, folderWith, removeFolders, run } from './support';

/** What stands behind each command’s own words, the file as `FILE`; those that import are found by their names. */
const others: Readonly<Record<string, readonly string[]>> = {
  'standard import': ['FILE'],
  'standard migrate': ['FILE', '.'],
  'pack verify': ['FILE'],
};
const reading = commands.map(({ name }) => name).filter((name) => name.endsWith(' import') || name in others);

const each = Math.min(reading.length, runs(2));
/** They take turns. */
function readingAt(at: number): readonly string[] {
  const first = (at * each) % reading.length;
  return [...reading, ...reading].slice(first, first + each);
}

/** More than all of them come to together: what is said of a file does not grow with what it promises. */
const mostSaid = 6_000_000;

describe('A file that asks for far more than it is', () => {
  let folder = '';
  before(() => {
    folder = folderWith({ 'a.md': evidence(), 'portfolio.yaml': 'title: A\n' });
    for (const { name, bytes } of hostileFiles) writeFileSync(join(folder, name), bytes());
  });
  after(removeFolders);

  it('is given to each command that reads one', () =>
    deepEqual(reading.sort(), ['assessment import', 'matrix import', 'pack verify', 'plan import', 'standard import', 'standard migrate'])); // prettier-ignore

  for (const [at, { name }] of hostileFiles.entries())
    it(`has an answer, and a bounded one: ${name}`, async () => {
      for (const command of readingAt(at)) {
        const words = (others[command] ?? ['FILE', '.']).map((word) =>
          word === 'FILE' ? join(folder, name) : word === '.' ? folder : word,
        );
        const { out, err, status } = await run([...command.split(' '), ...words]);
        ok(out + err !== '', command);
        ok(out.length + err.length < mostSaid, `${command} says ${out.length + err.length}`);
        ok([0, 1, 2].includes(status));
        ok(!/\n\s+at |TypeError|RangeError|root:|undefined|\[object/.test(err + out), `${command}: ${err}`);
      }
    });
});
