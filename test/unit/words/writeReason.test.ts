/** A file that cannot be written, as Node and as VS Code say it: told in words, with what to do. */
import { equal, match } from 'node:assert/strict';
import { writeReason } from '../../../server/words/writeReason';

const disk = (code: string, words: string): Error =>
  Object.assign(new Error(`${code}: ${words}, open '/a/b.md'`), { code });
/** As VS Code wraps it: its own word, or none that helps, and the system’s in the message. */
const editor = (code: string, words: string): Error =>
  Object.assign(new Error(`Unable to write file '/a/b.md' (Unknown (FileSystemError): Error: ${words})`), {
    code,
  });

describe('A file that cannot be written', () => {
  for (const [error, words] of [
    [disk('ENOSPC', 'no space left on device'), /^the disk is full\. Make room/],
    [disk('EROFS', 'read-only file system'), /^it is on a drive that can only be read\. Choose/],
    [disk('EACCES', 'permission denied'), /^you have no right .* Ask whoever/],
    [disk('EDQUOT', 'disk quota exceeded'), /^the space that you may use .* Delete/],
    [editor('Unknown', 'ENOSPC: no space left on device, write'), /^the disk is full\. Make room/],
    [editor('Unavailable', "EROFS: read-only file system, open '/a/b.md'"), /that can only be read\. Choose/],
    [editor('NoPermissions', 'whatever'), /^you have no right/],
    [editor('NoPermissions', "EROFS: read-only file system, open '/a/b.md'"), /^you have no right/],
    [editor('FileNotFound', 'whatever'), /^its folder is not there/],
  ] as const)
    it(`is told of in words: ${error.message}`, () => {
      match(writeReason(error), words);
      equal(/E[A-Z]{3,}/.test(writeReason(error)), false);
    });

  it('says what the system says where nobody knows words for it', () => {
    equal(writeReason(disk('EXDEV', 'cross-device link')), 'the system says “EXDEV”.');
    equal(writeReason('nonsense'), 'the system says “nonsense”.');
    equal(writeReason(new Error('No way')), 'the system says “No way”.');
  });
});
