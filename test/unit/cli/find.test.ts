/** `find`: elements by words and by a file, on folders of the disk. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { join } from 'node:path';
import { folderWith, removeFolders, run, sample } from './support';

afterEach(removeFolders);

interface Answer {
  readonly kind: string;
  readonly elements: readonly {
    readonly id: string;
    readonly standard: string;
    readonly text: string;
    readonly score: number;
    readonly because: readonly string[];
  }[];
  readonly groups?: readonly { readonly id: string }[];
}
const answer = async (...argv: readonly string[]): Promise<Answer> => {
  const { out } = await run(['find', ...argv, '--folder', sample, '--format', 'json']);
  return JSON.parse(out) as Answer;
};

describe('find', () => {
  it('finds elements by words, best first, with what led there', async () => {
    const { status, out, err } = await run(['find', 'hearing', 'loop', '--folder', sample]);
    match(out, /^3\.3\.3 {2}We ensure that where customers can visit our premises/);
    match(out, /\n {7}hearing loop\n3\.3\.1 {2}We make our services/);
    deepEqual([status, err], [0, '']);
  });
  it('says so where only near words are there, or none', async () => {
    match(
      (await run(['find', 'survxz', '--folder', sample])).out,
      /^No element of Customer Service Excellence has these words\. The nearest:\n\n\d\.\d\.\d /,
    );
    match(
      (await run(['find', 'zzzqqq', '--folder', sample])).out,
      /, or any near them\. Its parts:\n\n1 {2}Customer Insight\n2 {2}/,
    );
  });
  it('is JSON for programs', async () => {
    const { kind, elements } = await answer('appraisal');
    equal(kind, 'found');
    const [best] = elements;
    deepEqual(
      [best?.id, best?.standard, best?.score, best?.because],
      ['2.2.3', 'customer-service-excellence', 1, ['appraisal']],
    );
    match(best?.text ?? '', /^We prioritise customer focus at all levels/);
    const none = await answer('zzzqqq');
    deepEqual([none.kind, none.elements, none.groups?.length], ['groups', [], 5]);
  });
  it('finds the elements that evidence may be for', async () => {
    const file = join(sample, 'evidence/2-culture/appraisal-and-team-reviews.md');
    equal((await answer('--for', file)).elements[0]?.id, '2.2.3');
  });
  it('reads plain text, and Markdown with the front matter of others', async () => {
    const folder = folderWith({
      'a.txt': 'Minutes\n\nWe gave her a refund, and an apology for the complaint.\n',
      'b.md': '---\ntags: [parking]\n---\n# Refunds\n\nWhat a complaint came to.\n',
    });
    deepEqual(
      (await answer('--for', join(folder, 'a.txt'))).elements
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
      ['4.3.3', '4.3.6'],
    );
    const { elements } = await answer('--for', join(folder, 'b.md'));
    equal(elements[0]?.id, '4.3.6');
    equal(
      elements.some(({ because }) => because.includes('parking')),
      false,
    );
  });
  it('searches the standard of the portfolio that the folder is in, another one too', async () => {
    const folder = folderWith({
      'own.yaml':
        'title: Own\nlevels: [Part]\nchildren:\n  - id: A1\n    text: Feed the cat\n    keywords: [kibble]\n',
      'portfolio.yaml': 'title: Cats\nstandard: own.yaml\n',
      'evidence/a.md': '---\ntitle: A\nelements: [A1]\n---\n',
    });
    const { out, err } = await run(['find', 'kibbles', '--folder', join(folder, 'evidence')]);
    deepEqual([out, err], ['A1  Feed the cat\n    kibbles\n', '']);
  });
  it('says what is missing, too much, or cannot be read', async () => {
    match((await run(['find', '--folder', sample])).err, /say what you look for/);
    match((await run(['find', 'a', '--for', 'b.md', '--folder', sample])).err, /and not both/);
    const folder = folderWith({ 'x.png': '\0PNG' });
    for (const place of [join(folder, 'x.png'), join(folder, 'none.md'), folder]) {
      const { status, err } = await run(['find', '--for', place, '--folder', sample]);
      match(err, /cannot be read as text/);
      equal(status, 2);
    }
  });
});
