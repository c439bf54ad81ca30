/** IDs that are each there once, whatever the file says. */
import { numberedNames } from '../../core/standard/numberedNames';
import type { DraftNode } from './draft';
import { draftNode } from './draft';

/** `A, B, C and 12 more`. */
export function someOf(ids: readonly string[], most = 8): string {
  const shown = ids.slice(0, most).join(', ');
  return ids.length > most ? `${shown} and ${ids.length - most} more` : shown;
}

/**
 * The same tree with each ID once, and on every node without others below it. Of a group and an element with one ID, the
 * element keeps it. Nodes without an ID and without a title or anything below are left out.
 * @param remarks takes what was done
 */
export function withUniqueIds(nodes: readonly DraftNode[], remarks: string[]): readonly DraftNode[] {
  const elements = new Set<string>();
  const collect = (list: readonly DraftNode[]): void => {
    for (const node of list) {
      if (isElement(node) && node.id !== undefined) elements.add(node.id);
      collect(node.children);
    }
  };
  collect(nodes);
  const taken = new Set<string>();
  const renamed: string[] = [];
  const unnamed: string[] = [];
  const called = numberedNames((id) => taken.has(id));
  const result = nodes.flatMap((node) => settled(node, { elements, taken, called, renamed, unnamed }));
  if (renamed.length > 0)
    remarks.push(`${someOf(renamed)}: the ID stands in the file more than once, so a number is added to it.`);
  if (unnamed.length > 0)
    remarks.push(
      `${unnamed.length === 1 ? 'One part has' : `${unnamed.length} parts have`} no ID, so no evidence can name ${unnamed.length === 1 ? 'it' : 'them'}, and ${unnamed.length === 1 ? 'it is' : 'they are'} left out: ${someOf(unnamed.map(cut), 4)}.`,
    );
  return result;
}

const isElement = ({ assessable, children }: DraftNode): boolean => assessable ?? children.length === 0;

interface Settling {
  readonly elements: ReadonlySet<string>;
  readonly taken: Set<string>;
  /** By an ID that none of those has. */
  readonly called: (id: string) => string;
  readonly renamed: string[];
  readonly unnamed: string[];
}

function settled(node: DraftNode, settling: Settling): readonly DraftNode[] {
  const { elements, taken, called, renamed, unnamed } = settling;
  const { id, title, text, children } = node;
  const below = (): readonly DraftNode[] => children.flatMap((child) => settled(child, settling));
  if (id === undefined || (!isElement(node) && title && (taken.has(id) || elements.has(id)))) {
    if (isElement(node)) {
      unnamed.push(title ?? text ?? '');
      return below();
    }
    const own = below();
    if (own.length === 0) return [];
    const name = title ?? text;
    // What groups others has a name, or it says nothing.
    if (!name) return own;
    const named = { ...node, id: undefined, title: cut(name), text: title ? text : name };
    return [draftNode(named, own)];
  }
  const own = called(id);
  if (own !== id) renamed.push(own);
  taken.add(own);
  return [{ ...node, id: own, children: below() }];
}

const cut = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
};
