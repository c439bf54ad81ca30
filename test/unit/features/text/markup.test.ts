import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes, PhrasingContent } from 'mdast';
import { markdown, paragraphs, plainText } from '../../../../server/features/text/markup';
import { markdownParser } from '../../support/markdownParser';

const shape = (node: Nodes): unknown =>
  'children' in node
    ? [node.type, ...node.children.map(shape)]
    : 'value' in node
      ? [node.type, node.value]
      : [node.type];

const read = (text: string): unknown => shape(markdownParser.parse(text));
const text = (value: string): readonly string[] => ['text', value];
const inParagraph = (...nodes: unknown[]): unknown => ['root', ['paragraph', ...nodes]];

const pieces = fc.constantFrom(
  ...'\\`*_{}[]()#+-.!|<>&~$:@="\'/;?^%,'.split(''),
  ...['**', '__', '![', '](', '<!--', '-->', '<b>', '&amp;', '&#35;', '```', '~~~', '1.', '1)', '- ', '# ', '> ', '    '],
  ...['[x]', '[ ] ', '[^1]', '[a]: b', 'www.a.org', 'http://a.org', 'mailto:a@b.org', 'a@b.org', '| a |', '---', '===', '***'],
  ...['$(icon)', ':smile:', 'command:x', 'word', ' ', '  ', '\t', '\n', '\r\n', '\u00A0', '\u2028', '😀', 'é', '1', '0'],
); // prettier-ignore
// U+0000 is a replacement character for Markdown, and a lone surrogate is no character at all.
const hostile = fc
  .oneof(
    fc.array(pieces, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  )
  .map((value) => value.replaceAll('\0', '').replace(/\s+/g, ' ').trim())
  .filter((value) => value !== '');

describe('Escaped text', () => {
  it('is read by a Markdown parser as exactly that text, alone', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        deepEqual(read(markdown.text(value)), inParagraph(text(value)));
      }),
      { numRuns: 600 },
    );
  });
  it('is so in strong, in emphasis, in a bullet and in a link', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        deepEqual(read(markdown.strong(value)), inParagraph(['strong', text(value)]));
        deepEqual(read(markdown.emphasis(value)), inParagraph(['emphasis', text(value)]));
        deepEqual(read(markdown.bullet(markdown.text(value))), [
          'root',
          ['list', ['listItem', ['paragraph', text(value)]]],
        ]);
        deepEqual(read(markdown.link(value, 'file:///a')), inParagraph(['link', text(value)]));
      }),
      { numRuns: 150 },
    );
  });
  it('is so between other texts', () => {
    fc.assert(
      fc.property(hostile, hostile, (left, right) => {
        deepEqual(
          read(`${markdown.text(left)} › ${markdown.text(right)}`),
          inParagraph(text(`${left} › ${right}`)),
        );
        deepEqual(
          read(`${markdown.strong(left)} ${markdown.text(right)}`),
          inParagraph(['strong', text(left)], text(` ${right}`)),
        );
        deepEqual(read(`${markdown.bullet(markdown.text(left))}\n${markdown.bullet(markdown.text(right))}`), [
          'root',
          ['list', ['listItem', ['paragraph', text(left)]], ['listItem', ['paragraph', text(right)]]],
        ]);
      }),
      { numRuns: 150 },
    );
  });
  it('is one line', () => {
    equal(markdown.text(' a\r\n\tb\u2028c '), 'a b c');
    equal(plainText.text(' a\r\n\tb\u2028c '), 'a b c');
  });
});

describe('Links', () => {
  const urlOf = (uri: string): string | undefined => {
    const [paragraph] = markdownParser.parse(markdown.link('x', uri)).children;
    const [link] = (paragraph as { children: PhrasingContent[] }).children;
    return link?.type === 'link' ? link.url : undefined;
  };
  for (const uri of [
    'file:///home/a/b.md',
    'file:///c%3A/a/b%20c%28d%29.md',
    'vscode-vfs://github/a/b/c.md',
    'vscode-test-web://mount/a.md',
  ])
    it(`lead to ${uri}`, () => equal(urlOf(uri), uri));
  it('lead nowhere else, whatever the address has in it', () => {
    for (const uri of ['memfs:/a(b.md', 'memfs:/a)b.md', 'memfs:/a b.md', 'memfs:/a<b>.md', 'memfs:/a\\b.md'])
      equal(decodeURIComponent(urlOf(uri) ?? ''), uri);
  });
});

describe('Plain text', () => {
  it('is left as it is', () => {
    equal(plainText.strong('*a*'), '*a*');
    equal(plainText.link('[a]', 'file:///a'), '[a]');
    equal(plainText.bullet('a'), '- a');
  });
  it('is parted by empty lines, empty parts left out', () =>
    deepEqual(paragraphs(plainText.kind, ['a', '', 'b']), { kind: 'plaintext', value: 'a\n\nb' }));
});
