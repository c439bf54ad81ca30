/** How a Markdown file that names no elements becomes evidence. */
import { withSoundBlock } from './blockMends';
import { addElement } from './elementEdits';
import type { Edits } from './elementList';
import type { EvidenceFile } from './evidence';
import { parseEvidence } from './evidence';
import { addLines } from './fieldEdits';
import { linesFor } from './blockLines';
import type { KeyNames } from '../frontMatter/keys';
import { ourNames } from '../frontMatter/keys';
import { parseFrontMatter } from '../frontMatter/frontMatter';
import type { Uri } from '../text/span';
import { applyEdits, differenceOf, insertion, lineEndOf } from '../text/edit';
import { yamlScalar } from '../../words/yamlScalar';
import type { UnreadFile } from './unreadFile';
import { readUnread } from './unreadFile';
import { unreadBlock, withAnyBlock, withReadBlock } from './unreadMends';

/**
 * Makes a Markdown file that names no elements evidence for one; a block that it has stays. One that is broken, or
 * meant and not read, is mended with the same change: a second one above it would hide it for good.
 * @param isMeant whether a block names elements of the standard, and not those of another tool
 */
export function startEvidence(
  uri: Uri,
  text: string,
  id: string,
  isMeant: (unread: UnreadFile) => boolean = () => true,
  names: KeyNames = ourNames,
): Edits {
  const mended = withoutObstacle(text, isMeant, names);
  if (mended === undefined) return undefined;
  const evidence = mended === text ? undefined : parseEvidence(uri, mended, names);
  const edits = evidence ? addElement(evidence, id) : startedIn(uri, mended, id, names);
  return edits && differenceOf(text, applyEdits(mended, edits));
}

/** The text with a block at its top that can be read, or none; undefined where it has one that nobody can mend. */
function withoutObstacle(
  text: string,
  isMeant: (unread: UnreadFile) => boolean,
  names: KeyNames,
): string | undefined {
  const { kind, ...block } = parseFrontMatter(text);
  const unread = readUnread('', text, names);
  if (unread && isMeant(unread)) return withReadBlock(text, names);
  const meant = kind === 'none' ? unreadBlock(text, names) : undefined;
  if (meant) return withAnyBlock(text, meant, names);
  // A rule on the first line opens no block.
  const isRule = kind === 'unclosed' && 'content' in block && block.content.end === block.content.start;
  const isBroken = kind === 'unclosed' || ('faults' in block && block.faults.length > 0);
  return isBroken && !isRule ? withSoundBlock(text) : text;
}

function startedIn(uri: Uri, text: string, id: string, names: KeyNames): Edits {
  const frontMatter = parseFrontMatter(text);
  const end = lineEndOf(text);
  const values = [yamlScalar(id)];
  const edits =
    frontMatter.kind !== 'closed'
      ? [
          insertion(
            text.startsWith('\uFEFF') ? 1 : 0,
            `${['---', ...linesFor(names, 'elements', values), '---'].join(end)}${end}${/^\uFEFF?\s*$/.test(text) ? '' : end}`,
          ),
        ]
      : addLines({ text, frontMatter, names }, 'elements', values);
  if (!edits) return undefined;
  const after = parseEvidence(uri, applyEdits(text, edits), names);
  return after && isSound(after, [id]) ? edits : undefined;
}

const isSound = ({ elements, misplaced, frontMatter }: EvidenceFile, ids: readonly string[]): boolean =>
  frontMatter.kind === 'closed' &&
  frontMatter.faults.length === 0 &&
  misplaced.length === 0 &&
  elements.length === ids.length &&
  elements.every(({ id }, at) => id === ids[at]);
