/**
 * The Markdown below the front matter: headings and links, by our own reading, and by remark where that is not sure. A
 * full parse costs many times what the front matter costs, so the cheap questions (`mayHave.ts`) come first.
 */
import { shortcuts } from '../text/shortcuts';
import type { Body } from './bodyModel';
import { quickBlocks } from './quickBlocks';
import { quickBody } from './quickBody';
import { readBody } from './treeBody';

export type { Body, Heading, Link, Task } from './bodyModel';

/** Reads a whole file's text, front matter included, so that all spans count from its start. */
export function parseBody(text: string): Body {
  const blocks = shortcuts.taken ? quickBlocks(text) : undefined;
  return (blocks && quickBody(text, blocks)) ?? readBody(text);
}
