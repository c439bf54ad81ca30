/**
 * The last look at an edit before it is offered: the block at the top of the file is one still, has no new fault, and
 * every value that the edit does not touch says what it said. YAML has corners that no edit knows, such as a name for
 * a value (`&name`) that another key uses.
 */
import { findFrontMatter } from '../frontMatter/frontMatter';
import { manifestName } from '../text/manifestName';
import type { Span, Uri } from '../text/span';
import { spanOf } from '../text/span';
import type { Edit } from '../text/edit';
import { applyEdits } from '../text/edit';
import { fileName } from '../text/uri';
import type { YamlNode } from '../yaml/tree';
import { parseYaml } from '../yaml/tree';

/** False for changes of which nobody can say that they leave the rest alone. @param uri says what kind of file it is */
export function isHarmless(uri: Uri, text: string, edits: readonly Edit[]): boolean {
  const block = blockOf(uri, text);
  if (!block || !edits.some(({ span }) => span.start <= block.end && block.start <= span.end)) return true;
  const after = applyEdits(text, edits);
  const now = blockOf(uri, after);
  const inBlock = edits.filter(({ span }) => span.start >= block.start && span.end <= block.end);
  const grown = inBlock.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
  if (now?.start !== block.start || now.end !== block.end + grown) return false;
  const [old, read] = [readBlock(text, block), readBlock(after, now)];
  if (read.faults.length > old.faults.length) return false;
  // Of a block with fewer faults, more can be read than before.
  return read.faults.length < old.faults.length || keepsRest(old.root, read.root, inBlock);
}

const readBlock = (text: string, { start, end }: Span) => parseYaml(text.slice(start, end), start);

/** Where the YAML of a file stands; undefined for an open block, and where there is none. */
function blockOf(uri: Uri, text: string): Span | undefined {
  if (fileName(uri) === manifestName) return spanOf(text.startsWith('\uFEFF') ? 1 : 0, text.length);
  const found = findFrontMatter(text);
  return found?.kind === 'closed' ? found.content : undefined;
}

interface Leaf {
  /** The keys that lead to it, and what it says. Lists do not count: a single text is a list of one. */
  readonly name: string;
  readonly isTouched: boolean;
}

function keepsRest(before: YamlNode, after: YamlNode, edits: readonly Edit[]): boolean {
  const left = new Map<string, number>();
  for (const { name } of leavesOf(after, '', [])) left.set(name, (left.get(name) ?? 0) + 1);
  return leavesOf(before, '', edits).every(({ name, isTouched }) => {
    if (isTouched) return true;
    const count = left.get(name) ?? 0;
    left.set(name, count - 1);
    return count > 0;
  });
}

/** @param isTouched already true where a key above is written anew */
function leavesOf(node: YamlNode, path: string, edits: readonly Edit[], isTouched = false): readonly Leaf[] {
  if (node.kind === 'list') return node.items.flatMap((item) => leavesOf(item, path, edits, isTouched));
  if (node.kind === 'map')
    return node.entries.flatMap(({ key, value }) =>
      leavesOf(value, `${path}/${key.text}`, edits, isTouched || overlaps(key.span, edits)),
    );
  // Nothing may become something.
  if (node.kind === 'empty') return [];
  const says = node.kind === 'unread' ? '' : node.text.trim();
  return [{ name: `${path}\0${says}`, isTouched: isTouched || overlaps(node.span, edits) }];
}

const overlaps = ({ start, end }: Span, edits: readonly Edit[]): boolean =>
  edits.some(({ span }) => span.start < end && start < span.end);
