/** Texts that strangers wrote, in what is told of a change: in every place they are read as exactly that text. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { printable } from '../../../../../server/core/text/printable';
import {
  markdownLink,
  markdownTable,
  markdownText,
} from '../../../../../server/core/history/story/markdownText';
import { xmlText } from '../../../../../server/cli/output/xmlText';
import { markdownParser } from '../../../support/markdownParser';
import { runs } from '../../../support/runs';

const pieces = fc.constantFrom(
  ...'\\`*_{}[]()#+-.!|<>&~$:@="\'/;?^%,'.split(''),
  ...['**', '![', '](', '<!--', '-->', '<b>', '&amp;', '&#35;', '```', '~~~', '1.', '1)', '- ', '# ', '> ', '    '],
  ...['[x]', '[^1]', '[a]: b', 'www.a.org', 'http://a.org', 'mailto:a@b.org', 'a@b.org', '| a |', '---', '===', '\\|'],
  ...[':smile:', '#12', '!34', '@someone', 'GH-5', '::error::', '##vso[x]', '##[y]', '%0A', '\u001B[31m', '\u202E'],
  ...['word', ' ', '\t', '\n', '\r\n', '😀', 'é', '1', '/close', '=1+1', ']]>', '{{'],
); // prettier-ignore
const hostile = fc
  .oneof(
    fc.array(pieces, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  )
  .filter((value) => shown(value) !== '');

/** What a reader is to see. */
const shown = (value: string): string => printable(value).replace(/\s+/g, ' ').trim();

const typesIn = (node: Nodes): readonly string[] => [
  node.type,
  ...('children' in node ? node.children.flatMap(typesIn) : []),
];
const seen = (node: Nodes): string => toString(node).replaceAll('\u200B', '');

describe('a text in Markdown', () => {
  it('is that text alone, in a paragraph, a heading, a bold line and a cell', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const places: readonly (readonly [string, readonly string[]])[] = [
          [markdownText(value), ['root', 'paragraph', 'text']],
          [`### ${markdownText(value)}`, ['root', 'heading', 'text']],
          [`**x ${markdownText(value)} y**`, ['root', 'paragraph', 'strong', 'text']],
        ];
        for (const [markdown, types] of places) {
          const tree = markdownParser.parse(markdown);
          deepEqual(typesIn(tree), types);
          equal(seen(tree).replace(/^x (.*) y$/s, '$1'), shown(value));
        }
      }),
      { numRuns: runs(600) },
    );
  });

  it('stays in its cell of a table, also as a link', () => {
    fc.assert(
      fc.property(hostile, hostile, (left, right) => {
        const rows = [[markdownText(left), markdownLink(right, 'https://forge.example/a')]];
        const tree = markdownParser.parse(markdownTable({ head: ['A', 'B'], rows }));
        const [table] = tree.children;
        ok(table?.type === 'table' && tree.children.length === 1);
        const cells = table.children[1]?.children ?? [];
        deepEqual(cells.map(seen), [shown(left), shown(right)]);
        deepEqual(cells.flatMap(typesIn), ['tableCell', 'text', 'tableCell', 'link', 'text']);
      }),
      { numRuns: runs(300) },
    );
  });

  it('mentions nobody and refers to nothing', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const text = toString(markdownParser.parse(markdownText(value)));
        ok(!/@\w|#\d|![\d]|:[\w+-]+:|\bGH-\d/i.test(text), text);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('a text in XML', () => {
  it('has no markup, and no character that XML forbids', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (value) => {
        const text = xmlText(value);
        ok(!/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/.test(text));
        ok(!/[\p{Cc}\uFFFE\uFFFF]|\p{Surrogate}/u.test(text));
      }),
      { numRuns: runs(600) },
    );
  });
});

describe('a printable text', () => {
  it('is one line that no terminal and no CI system obeys', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (value) => {
        const text = printable(value);
        ok(!/[\p{Cc}\u2028-\u202E\u2066-\u2069]|^\s*::|##(?:vso)?\[/iu.test(text), text);
      }),
      { numRuns: runs(600) },
    );
  });
});
