/** What a person sees who waits for thousands of files. */
import { deepEqual, equal } from 'node:assert/strict';
import { waitingOn } from '../../../../server/cli/output/waiting';
import { evidence, folderWith, removeFolders, run } from '../support';

describe('A person who waits', () => {
  after(removeFolders);

  it('is told how many files have been read, and at last nothing', async () => {
    const files = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`${at}.md`, evidence()]));
    const told: (string | undefined)[] = [];
    const waiting = { tell: (text: string | undefined) => void told.push(text) };
    const { err } = await run(['check', folderWith(files)], { waiting });
    deepEqual(told, [
      'Looking for files',
      '50 of 250 files read',
      '100 of 250 files read',
      '150 of 250 files read',
      '200 of 250 files read',
      '250 of 250 files read',
      undefined,
    ]);
    equal(err, '');
  });

  const screen = (told: readonly (readonly [number, string | undefined])[]): readonly string[] => {
    let now = 0;
    const written: string[] = [];
    const waiting = waitingOn(
      (text) => void written.push(text),
      () => now,
    );
    for (const [time, text] of told) {
      now = time;
      waiting.tell(text);
    }
    return written;
  };

  it('sees nothing of a short reading', () =>
    deepEqual(
      screen([
        [10, 'Looking for files'],
        [500, '100 of 250 files read'],
        [600, undefined],
      ]),
      [],
    ));

  it('sees ten lines a second of a long one, each in the place of the one before', () =>
    deepEqual(
      screen([
        [10, 'Looking for files'],
        [700, '100 of 900 files read'],
        [750, '200 of 900 files read'],
        [800, '300 of 900 files read'],
        [2000, undefined],
        [2100, undefined],
      ]),
      ['\r\u001B[K100 of 900 files read', '\r\u001B[K300 of 900 files read', '\r\u001B[K'],
    ));
});
