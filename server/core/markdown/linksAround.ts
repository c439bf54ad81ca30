/** Links of a text, read without what stands between them. */
import { shortcuts } from '../text/shortcuts';
import type { Link } from './bodyModel';
import { quickBlocks } from './quickBlocks';
import { quickLinks } from './quickBody';

/**
 * The links of the paragraphs and the like in which places stand, in the order of the text, without reading the others.
 * @param places offsets in the text, ascending
 * @returns undefined where only a parse of the whole text can tell
 */
export function linksAround(text: string, places: readonly number[]): readonly Link[] | undefined {
  const blocks = shortcuts.taken ? quickBlocks(text) : undefined;
  return blocks && quickLinks(text, blocks, places);
}
