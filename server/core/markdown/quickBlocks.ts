/** The blocks of a file, where our own reading is sure of them. */
import { withinLimits } from './limits';
import { isFarWithin } from './farWithin';
import type { Block, Blocks } from '../commonmark/blocks';
import { readBlocks } from '../commonmark/blocks';

/** What was read last: rules are applied to a file one after the other. */
let last: { readonly text: string; readonly blocks: Blocks | undefined } = { text: '', blocks: undefined };

/** Undefined where only the whole parser knows: what is rare is left to it. */
export function quickBlocks(text: string): Blocks | undefined {
  if (last.text !== text || text === '') last = { text, blocks: read(text) };
  return last.blocks;
}

/** The blocks up to one behind which nobody asks, or more; undefined as above. */
export const blocksUntil = (text: string, isLast: (block: Block) => boolean): Blocks | undefined =>
  last.text === text && text !== '' ? last.blocks : read(text, isLast);

function read(text: string, isLast?: (block: Block) => boolean): Blocks | undefined {
  if (text.includes('\0') || (text.includes('\r') && /\r(?!\n)/.test(text))) return undefined;
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const found = readBlocks(text, shift, isLast);
  if (found && isFarWithin(text, shift, found.end)) return found;
  const limited = text.slice(0, shift) + withinLimits(text.slice(shift));
  return limited === text ? found : readBlocks(limited, shift, isLast);
}
