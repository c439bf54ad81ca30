/** Twice as much of anything in a body costs twice as much: by counting what is read, not by the clock. */
import { ok } from 'node:assert/strict';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { quickBlocks } from '../../../../server/core/markdown/quickBlocks';
import { quickBody } from '../../../../server/core/markdown/quickBody';
import { brokenLinks } from '../../../../server/core/portfolio/links';

/** How many characters are looked at, and how many are taken over, while something runs. */
function work(run: () => void): number {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- each is called with its text below
  const { charCodeAt, indexOf, lastIndexOf, slice } = String.prototype;
  let count = 0;
  String.prototype.charCodeAt = function (this: string, at) {
    count += 1;
    return charCodeAt.call(this, at);
  };
  String.prototype.indexOf = function (wanted, from = 0) {
    const found = indexOf.call(this, wanted, from);
    count += (found < 0 ? this.length : found) - from;
    return found;
  };
  String.prototype.lastIndexOf = function (this: string, wanted, from = this.length) {
    const found = lastIndexOf.call(this, wanted, from);
    count += from - Math.max(found, 0);
    return found;
  };
  String.prototype.slice = function (start, end) {
    const taken = slice.call(this, start, end);
    count += taken.length;
    return taken;
  };
  try {
    run();
  } finally {
    Object.assign(String.prototype, { charCodeAt, indexOf, lastIndexOf, slice });
  }
  return count;
}

const many = (line: (n: number) => string, times: number): string =>
  Array.from({ length: times }, (_, n) => line(n)).join('');

const bodies: readonly (readonly [name: string, line: (n: number) => string])[] = [
  ['links', (n) => `See [file ${n}](files/${n}.md) and [it](https://e.org/a?b=${n}&c).\n\n`],
  ['links in a list', (n) => `- [file ${n}](files/${n}.md), **bold**\n`],
  ['links in a table', (n) => `| ${n} | [a](${n}.md) |\n`],
  ['images in links', (n) => `[![a](${n}.png)](${n}.md)\n\n`],
  ['definitions', (n) => `[a ${n}]: ${n}.md\n\nSee [a ${n}].\n\n`],
  ['definitions that nothing uses', (n) => `[a ${n}]: ${n}.md\n\n`],
  ['brackets that nothing opens', (n) => `a]: ${n}.md](b)\n\n`],
  ['links in HTML', (n) => `<p><a href="${n}.md">a</a> <!-- b --></p>\n\n`],
  ['headings', (n) => `## ${n} [a](${n}.md)\n\n`],
  ['fences', (n) => `\`\`\`js\n[a](${n}.md)\n\`\`\`\n\n`],
  ['tasks', (n) => `- [ ] a ${n} [b](${n}.md)\n\n`],
  ['quotations', (n) => `> [a](\n> ${n}.md)\n\nb\n\n`],
];

/** Where a text may go beyond the limits of the parser, each line is looked at again: once. */
const most = 2;

describe('A body of a hundred times as much', () => {
  for (const [name, line] of bodies)
    it(`costs a hundred times as much: ${name}`, () => {
      const costs = [300, 3000, 30_000].map((times) => {
        const text = `---\nelements: ["1.1"]\n---\n${many(line, times)}`;
        const evidence = parseEvidence('file:///a/a.md', text);
        ok(evidence);
        return work(() => void brokenLinks(evidence, 'file:///a', () => false)) / times;
      });
      const [few = 0, , lots = 0] = costs;
      ok(
        few > 0 && Math.max(...costs) <= most * few && lots <= most * few,
        `per item: ${costs.map(Math.round).join(', ')}`,
      );
    });

  it('is read as links and headings alike', () => {
    const read = (text: string) => {
      const blocks = quickBlocks(text);
      return blocks && quickBody(text, blocks);
    };
    const cost = (times: number): number =>
      work(() => void read(many((n) => `# ${n}\n\n[a](b.md) ![c](d.png)\n\n`, times))) / times;
    ok(cost(15_000) <= 2 * cost(150));
  });
});
