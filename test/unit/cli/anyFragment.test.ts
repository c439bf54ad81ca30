/** The part of an attachment that is meant, in characters outside of the first plane of Unicode, and in half of one. */
import { equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, run } from './support';

const files = {
  'portfolio.yaml': 'title: Anytown\n',
  'a.pdf': '%PDF-1.4',
  'a.md':
    '---\ntitle: A\nelements: [3.2.4]\nattachments: ["a.pdf#nameddest=😀", "a.pdf#nameddest=\\ud83d"]\n---\n\nText.\n',
};

describe('A place of any name in an attachment', () => {
  afterEach(removeFolders);

  it('is led to from a matrix', async () => {
    const { out, status } = await run(['matrix', 'export', folderWith(files), '--format', 'md']);
    equal(status, 0);
    match(out, /a\.pdf#nameddest=%F0%9F%98%80/);
    match(out, /a\.pdf#nameddest=%EF%BF%BD/);
  });

  it('is led to from a pack', async () => {
    const folder = folderWith(files);
    const { status, err } = await run(['pack', folder, '--output', join(folder, 'out'), '--write']);
    equal(status, 0, err);
    match(readFileSync(join(folder, 'out', 'print.html'), 'utf8'), /a\.pdf#nameddest=%F0%9F%98%80/);
  });
});
