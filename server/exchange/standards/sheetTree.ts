/** Which row of a spreadsheet belongs below which: by groups, levels or parents that are told, else by the IDs. */
import type { DraftNode } from './draft';
import { filled } from './draft';
import type { FlatRow } from './flatRows';
import { treeOf } from './flatRows';
import { someOf } from './ids';
import { isIdLike } from './sheetColumns';

export interface SheetRow {
  readonly node: Omit<DraftNode, 'children'>;
  /** What stands in the place of the ID and is none: `TBC`, `#REF!`. */
  readonly idAsSaid?: string;
  /** As it is written. */
  readonly level: string;
  readonly parent: string;
  /** From the outermost. */
  readonly groups: readonly Omit<DraftNode, 'children'>[];
}

/** `GV.OC-01: The mission is understood`, `1.1 Customers`, `Customers (1.1)`: an ID and what it is about. */
export function idAndWords(cell: string): { readonly id: string; readonly words: string } | undefined {
  const first = /^\[?([^\s:]{1,40}?)\]?(?:\s*[:–—]\s+|\.?\s+(?:-\s+)?)([^]+)$/.exec(cell);
  if (first?.[1] !== undefined && isNumbered(first[1]))
    return { id: first[1], words: (first[2] ?? '').trim() };
  // `Requirement 1: A wall` is above 1.1.
  const called = /^(?:requirement|section|chapter|clause) (\d{1,3}(?:\.\d{1,3})*)\s*[:–—]\s+([^]+)$/i.exec(
    cell,
  );
  if (called?.[1] !== undefined) return { id: called[1], words: (called[2] ?? '').trim() };
  const last = /^([^()]{2,150}?)\s*\(([^()\s]{1,20})\)(?:\s*:\s*([^]*))?$/.exec(cell);
  if (last?.[2] === undefined || !isIdLike(last[2])) return undefined;
  return { id: last[2], words: [last[1] ?? '', last[3] ?? ''].filter((words) => words !== '').join(': ') };
}

/** A word at the start is an ID where it has a digit in it, and is none such as `24/7`. */
const isNumbered = (word: string): boolean =>
  isIdLike(word) && /\p{N}/u.test(word) && !/^\d+\/\d+$/.test(word);

export function groupIn(cell: string): Omit<DraftNode, 'children'> {
  const name = cell.replace(/\s+/g, ' ');
  const found = idAndWords(name);
  if (!found) return isIdLike(name) ? { id: name } : { title: name };
  const [, title = found.words, text] = /^([^:]{2,80}): (.{20,})$/.exec(found.words) ?? [];
  return { id: found.id, title, ...(text === undefined ? {} : { introduction: [text] }) };
}

/** @param remarks takes what was worked out and may surprise */
export function treeOfSheet(rows: readonly SheetRow[], remarks: string[]): readonly DraftNode[] {
  if (rows.some(({ groups }) => groups.length > 0))
    return withElements(treeOf(inGroups(rows)), isRowOf(rows));
  if (rows.some(({ parent }) => parent !== '')) return treeOf(byParents(rows, remarks));
  const levels = levelsOf(rows);
  if (levels) return treeOf(rows.map(({ node }, at) => ({ node, level: levels[at] ?? 0 })));
  return withElements(treeOf(byIds(rows)), hasEnhancements);
}

/** Nodes that have others below them, and are elements themselves. */
const withElements = (
  nodes: readonly DraftNode[],
  isElement: (node: DraftNode) => boolean,
): readonly DraftNode[] =>
  nodes.map((node) => ({
    ...node,
    ...(node.children.length > 0 && node.assessable === undefined && isElement(node)
      ? { assessable: true }
      : {}),
    children: withElements(node.children, isElement),
  }));

/** Where groups have columns of their own, each row is an element. */
function isRowOf(rows: readonly SheetRow[]): (node: DraftNode) => boolean {
  const ids = new Set(rows.map(({ node }) => node.id));
  return ({ id }) => id !== undefined && ids.has(id);
}

/** AC-2(1) adds to AC-2; 1.1.1 is a part of 1.1. */
const hasEnhancements = ({ id, children }: DraftNode): boolean =>
  id !== undefined && children.some((child) => /^ ?\(/.test(child.id?.slice(id.length) ?? ''));

function inGroups(rows: readonly SheetRow[]): readonly FlatRow[] {
  const result: FlatRow[] = [];
  const groups = new Set<string>();
  const known = new Set<string>();
  for (const { node, groups: above } of rows) {
    let path = '';
    for (const group of above) {
      const parent = path === '' ? undefined : path;
      path += `\n${group.id ?? ''}\t${group.title ?? ''}`;
      if (groups.has(path)) continue;
      groups.add(path);
      result.push({ node: { ...group, assessable: false }, key: path, parent });
    }
    // A row that says no more than its group is that group.
    if (node.id !== undefined && node.id === above.at(-1)?.id) continue;
    const inGroup = (id: string): string => `${path}\nrow ${id}`;
    const nearest = node.id === undefined ? undefined : idAbove(node.id, (id) => known.has(inGroup(id)));
    const key = node.id === undefined ? undefined : inGroup(node.id);
    if (key !== undefined) known.add(key);
    const parent = nearest === undefined ? path : inGroup(nearest);
    result.push({ node, key, parent: parent === '' ? undefined : parent });
  }
  return result;
}

function byParents(rows: readonly SheetRow[], remarks: string[]): readonly FlatRow[] {
  const ids = new Set(rows.map(({ node }) => node.id));
  const missing = [...new Set(rows.map(({ parent }) => parent))].filter((id) => id !== '' && !ids.has(id));
  if (missing.length > 0)
    remarks.push(`Named as what others belong to, and without a row of their own: ${someOf(missing)}.`);
  return [
    ...missing.map((id): FlatRow => ({ node: { id, assessable: false }, key: id })),
    ...rows.map(({ node, parent }): FlatRow => ({
      node,
      key: node.id,
      parent: parent === '' ? undefined : parent,
    })),
  ];
}

/** Numbers as they are; words in the order in which they first come. */
function levelsOf(rows: readonly SheetRow[]): readonly number[] | undefined {
  if (!rows.some(({ level }) => level !== '')) return undefined;
  const words = [...new Set(rows.map(({ level }) => level))];
  const numbers = rows.map(({ level }) => Number(/\d+/.exec(level)?.[0] ?? NaN));
  if (numbers.every((number, at) => !Number.isNaN(number) || rows[at]?.level === ''))
    return numbers.map((number) => (Number.isNaN(number) ? 99 : number));
  return words.length > 12 ? undefined : rows.map(({ level }) => words.indexOf(level));
}

/** 1.1 is below 1, AC-2(1) below AC-2, and what no ID is above belongs to the last row without an ID. */
function byIds(rows: readonly SheetRow[]): readonly FlatRow[] {
  const known = new Map<string, string>();
  let heading: string | undefined;
  return rows.map(({ node }, at): FlatRow => {
    const { id, title, text } = node;
    if (id === undefined) {
      heading = `heading ${at}`;
      return { node: { ...filled({ ...node, title: title ?? text }), assessable: false }, key: heading };
    }
    const above = known.get(idAbove(id, (other) => known.has(other)) ?? '');
    known.set(id, id);
    // Below “Requirement 3.2.1” stands 3.2.1.a.
    const number = /^\p{L}{2,20}\.? (\p{N}\S*)$/u.exec(id)?.[1];
    if (number !== undefined && !known.has(number)) known.set(number, id);
    return { node, key: `row ${id}`, parent: above === undefined ? heading : `row ${above}` };
  });
}

/** The longest known ID that this one begins with, up to a mark, or to where letters and digits change. */
function idAbove(id: string, isKnown: (id: string) => boolean): string | undefined {
  for (let end = id.length - 1; end > 0; end--) {
    const isMark = /[.\-(/ :_]/.test(id[end] ?? '');
    const changes = /\p{L}/u.test(id[end - 1] ?? '') !== /\p{L}/u.test(id[end] ?? '');
    const above = id.slice(0, end);
    if ((isMark || changes) && isKnown(above)) return above;
  }
  return undefined;
}
