/** Where a reader sees text. Of the words “x”, those in text are counted; they stand between « and ». */
import { equal } from 'node:assert/strict';
import { inProse } from '../../../../server/core/citations/prose';

function inText(marked: string): void {
  const text = marked.replace(/[«»]/g, '');
  const words = Array.from(text.matchAll(/\bx\b/g), ({ index }) => ({
    span: { start: index, end: index + 1 },
  }));
  const shown = [...inProse(text, words)]
    .reverse()
    .reduce((all, { span }) => `${all.slice(0, span.start)}«x»${all.slice(span.end)}`, text);
  equal(shown, marked);
}

describe('What a reader sees as text', () => {
  for (const marked of [
    '',
    'none here',
    '«x»',
    'a «x» b\n«x»\n\n# «x»\n\n- «x»\n\n> «x»',
    // Code in a line is text, a block of it is not.
    'the `«x»`\n\n```\nx\n```\n\n    x\n\n«x»',
    '[«x»](x) and <b x> <x> «x»',
    '[«x»](a/x.md) «x»',
    '[a](b(x)c) «x»',
    'https://example.org/x «x» www.x «x» mailto:x urn:x «x»',
    '<div>\nx\n</div>\n\n«x»',
    // A line end by itself is where our own reading of blocks gives up.
    '«x»\rb\n\n```\nx\n```\n«x»',
    '«x»\rb\n\n~~~~ x\nx\n```\nx\n~~~\nx\n~~~~\n«x» [y](x)\n',
    '> «x»\rb\n> ```\n> x\n> ```\n> «x»',
    '«x»\rb\n```\nx\nx',
    '\ra https://x «x»\n<x>«x»',
  ])
    it(JSON.stringify(marked), () => inText(marked));

  it('leaves out what stands partly outside', () => {
    const text = 'ab\n\n```\ncd\n```\n\nef';
    const [start, end] = [text.indexOf('b'), text.indexOf('c') + 1];
    equal(
      inProse(text, [{ span: { start, end } }, { span: { start: text.length - 1, end: text.length } }])
        .length,
      1,
    );
  });
});
