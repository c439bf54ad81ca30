/**
 * How much of a body has to be read for its first words: to parse 1,000 long texts as a whole takes half a minute. Own
 * reading of blocks says where a part ends that reads as it does in the whole.
 */
import type { Block, Blocks } from '../commonmark/blocks';
import { normalised } from '../commonmark/characters';
import { blocksUntil, quickBlocks } from '../markdown/quickBlocks';

/** In characters; most texts have said enough by then. */
const smallest = 500;

/** Each is several times as long as the one before, so that all together cost little more than the last. */
const growth = 4;

/**
 * Beginnings of a body, each longer than the one before, that read as they do in the whole: they end before a block at
 * the margin, which closes all that is open, and what is defined further down stands below them. None is the whole, and
 * there are none where only the whole parser knows.
 * @param body within the limits of what is parsed
 */
export function* beginningsOf(body: string): Generator<string, void> {
  const mayDefine = body.includes(']:');
  for (let least = smallest; least < body.length;) {
    const isCut = (block: Block): boolean => isAtMargin(body, block) && block.start >= least;
    const read = mayDefine ? quickBlocks(body) : blocksUntil(body, isCut);
    const cut = read?.blocks.find(isCut);
    if (!read || !cut) return;
    const beginning = body.slice(0, cut.start);
    yield mayDefine ? `${beginning}${definedIn(beginning, read)}` : beginning;
    least = cut.start * growth;
  }
}

/** Whether a paragraph or a heading begins where nothing is left open: in a list or a quotation, marks or spaces are before it. */
const isAtMargin = (body: string, { kind, start }: Block): boolean =>
  (kind === 'paragraph' || kind === 'heading') && body[start - 1] === '\n';

/** Definitions of what may be named in a stretch, one after the other; where they lead is not asked. */
function definedIn(stretch: string, { labels, footnotes }: Blocks): string {
  if (!stretch.includes('[')) return '';
  const said = normalised(stretch);
  const named = (label: string): boolean => said.includes(label);
  return [...[...labels].filter(named), ...[...footnotes].filter(named).map((label) => `^${label}`)]
    .map((label) => `\n[${label}]: x\n`)
    .join('');
}
