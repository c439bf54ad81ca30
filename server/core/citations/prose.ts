/** Which places of a Markdown file a reader sees as text: code spans among them, blocks of code and addresses not. */
import { quickBlocks } from '../markdown/quickBlocks';
import type { Span } from '../text/span';

/** Those that stand in text, in the order of the file. @param spans ascending by where they begin */
export function inProse<One extends { readonly span: Span }>(
  text: string,
  spans: readonly One[],
): readonly One[] {
  const found: One[] = [];
  let next = 0;
  for (const { from, content } of textsIn(text)) {
    const end = from + content.length;
    while (next < spans.length && (spans[next]?.span.start ?? end) < from) next++;
    const inside: One[] = [];
    for (; next < spans.length; next++) {
      const one = spans[next];
      if (!one || one.span.start >= end) break;
      if (one.span.end <= end) inside.push(one);
    }
    if (inside.length > 0) found.push(...outside(addressesIn(content, from), inside));
  }
  return found;
}

interface Stretch {
  readonly from: number;
  readonly content: string;
}

function textsIn(text: string): readonly Stretch[] {
  const blocks = quickBlocks(text)?.blocks;
  if (!blocks) return withoutFences(text);
  return blocks.flatMap((block) => (block.kind === 'paragraph' || block.kind === 'heading' ? [block] : []));
}

/** Where our own reading is not sure of the blocks, which is rare: all lines but those between fences. */
function withoutFences(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let fence: string | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const mark = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark === undefined) {
      if (fence === undefined && line !== '') found.push({ from: index, content: line });
    } else if (fence === undefined) fence = mark;
    else if (mark.startsWith(fence)) fence = undefined;
  }
  return found;
}

/** Addresses of links and of the web, and tags of HTML. */
const addresses =
  /\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}|\b(?:https?|ftp|mailto|file|urn|doi):\S{1,2000}|\bwww\.\S{1,2000}|<[^<>]{1,2000}>/giu;

const addressesIn = (content: string, from: number): readonly Span[] =>
  Array.from(content.matchAll(addresses), ({ 0: found, index }) => ({
    start: from + index,
    end: from + index + found.length,
  }));

/** Both in the order of the text. */
function outside<One extends { readonly span: Span }>(
  masked: readonly Span[],
  spans: readonly One[],
): readonly One[] {
  let at = 0;
  return spans.filter(({ span }) => {
    while ((masked[at]?.end ?? Infinity) <= span.start) at++;
    return (masked[at]?.start ?? Infinity) >= span.end;
  });
}
