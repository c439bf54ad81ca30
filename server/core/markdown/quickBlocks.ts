/** The blocks of a file, where our own reading is sure of them. */
import { withinLimits } from './limits';
import { isFarWithin } from './farWithin';
import type { Block, Blocks } from '../commonmark/blocks';
import { readBlocks } from '../commonmark/blocks';

/**
 * Undefined where only the whole parser knows: what is rare is left to it.
 * @param isLast the block behind which nobody asks
 */
export function quickBlocks(text: string, isLast?: (block: Block) => boolean): Blocks | undefined {
  if (text.includes('\0') || (text.includes('\r') && /\r(?!\n)/.test(text))) return undefined;
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const found = readBlocks(text, shift, isLast);
  if (!found || isFarWithin(text, shift, found.end)) return found;
  const whole = text.slice(shift);
  return withinLimits(whole) === whole ? found : undefined;
}
