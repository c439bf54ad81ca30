/** Many things of a kind in the text of one piece of evidence, as a pack shows it. */
import { evidenceTree } from '../../../server/exchange/pack/evidenceTree';
import type { WorkCase } from './cases';

const text = (name: string, write: (things: number) => string): WorkCase => ({
  name: `${name}, in a pack`,
  sizes: [100, 1600],
  prepare: (things) => {
    const written = write(things);
    return () => void evidenceTree(written, 'e1');
  },
});

export const packCases: readonly WorkCase[] = [
  text('links and addresses in one paragraph', (all) => '[a](b) http://example.org/a '.repeat(all)),
  text('addresses behind code in one paragraph', (all) => '[a](b) `c` www.example.org '.repeat(all)),
  text('email addresses in one paragraph', (all) => '[a](b) a.b@example.org '.repeat(all)),
  text('marks behind an address', (all) => `http://example.org/a${'!'.repeat(all)}b`),
  text('dots in an address', (all) => `www.a${'.'.repeat(all)}b`),
  text('signs behind a name', (all) => `${'a'.repeat(all)} ${'@ '.repeat(all)}`),
  text('sections', (all) => `Words.\n\n${'More of them. '.repeat(20)}\n\n`.repeat(all)),
  text('fences with empty lines', (all) => '```\na\n\nb\n```\n\n'.repeat(all)),
  text('references', (all) =>
    Array.from({ length: all }, (_, at) => `[a${at}] b\n\n[a${at}]: c${at}.md\n`).join('\n'),
  ),
];
