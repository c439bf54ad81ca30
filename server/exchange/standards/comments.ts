/** The comments of a standard file, by what they stand at, so that they can stand there again in another one. */
import type { Span } from '../../core/text/span';
import type { YamlNode } from '../../core/yaml/tree';
import { entryOf } from '../../core/yaml/tree';

export interface Comments {
  /** Lines above, from `#` on. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  /** Behind, on the same line. */
  readonly behind: ReadonlyMap<string, string>;
  /** Below everything else. */
  readonly atEnd: readonly string[];
}

export const noComments: Comments = { before: new Map(), behind: new Map(), atEnd: [] };

/** A key at the top, or something below one. */
export const topAnchor = (key: string, id = ''): string => `top\n${key}\n${id}`;
/** A node by its ID, or a key of it. */
export const nodeAnchor = (id: string, key = ''): string => `node\n${id}\n${key}`;

interface Anchor {
  readonly name: string;
  readonly at: number;
}

/** @param root of the text: see `parseYaml` */
export function commentsOf(text: string, root: YamlNode): Comments {
  const spans: Span[] = [];
  collectScalars(root, spans);
  spans.sort((left, right) => left.start - right.start);
  const anchors = anchorsIn(root);
  const before = new Map<string, string[]>();
  const behind = new Map<string, string>();
  const atEnd: string[] = [];
  for (const { start, end, isWholeLine } of commentsIn(text, spans)) {
    const comment = text.slice(start, end).trimEnd();
    const anchor = isWholeLine
      ? anchors.find(({ at }) => at > start)
      : anchors.findLast(({ at }) => at < start);
    if (!anchor) atEnd.push(comment);
    else if (!isWholeLine && !behind.has(anchor.name)) behind.set(anchor.name, comment);
    else before.set(anchor.name, [...(before.get(anchor.name) ?? []), comment]);
  }
  return { before, behind, atEnd };
}

function collectScalars(node: YamlNode, spans: Span[]): void {
  if (node.kind === 'scalar') spans.push(node.span);
  if (node.kind === 'list') for (const item of node.items) collectScalars(item, spans);
  if (node.kind !== 'map') return;
  for (const { key, value } of node.entries) {
    spans.push(key.span);
    collectScalars(value, spans);
  }
}

/** A `#` outside of texts, at the start of a line or behind a blank. */
function* commentsIn(
  text: string,
  spans: readonly Span[],
): Generator<Span & { readonly isWholeLine: boolean }> {
  let next = 0;
  const lines = /[^\r\n]*(?:\r\n|\r|\n|$)/g;
  let offset = 0;
  for (const [line] of text.matchAll(lines)) {
    const marks = /(?:^|[ \t])#/g;
    for (let mark = marks.exec(line); mark; mark = marks.exec(line)) {
      const start = offset + mark.index + mark[0].length - 1;
      while (next < spans.length && (spans[next]?.end ?? 0) <= start) next++;
      const around = spans[next];
      if (around && around.start <= start) continue;
      yield { start, end: offset + line.length, isWholeLine: line.slice(0, mark.index).trim() === '' };
      break;
    }
    offset += line.length;
  }
}

/** What comments may stand at, in the order of the file. */
function anchorsIn(root: YamlNode): readonly Anchor[] {
  const anchors: Anchor[] = [];
  if (root.kind !== 'map') return anchors;
  for (const { key, value } of root.entries) {
    anchors.push({ name: topAnchor(key.text), at: key.span.start });
    if (key.text === 'children') addNodes(value, anchors);
    else addNamed(key.text, value, anchors);
  }
  return anchors;
}

function addNamed(key: string, value: YamlNode, anchors: Anchor[]): void {
  if (value.kind === 'map' && (key === 'retired' || key === 'translations'))
    for (const entry of value.entries)
      anchors.push({ name: topAnchor(key, entry.key.text), at: entry.key.span.start });
  if (value.kind !== 'list' || !['ratings', 'profiles'].includes(key)) return;
  for (const item of value.items) {
    const id = item.kind === 'scalar' ? item : entryOf(item, 'id')?.value;
    if (id?.kind === 'scalar') anchors.push({ name: topAnchor(key, id.text), at: item.span.start });
  }
}

function addNodes(list: YamlNode, anchors: Anchor[]): void {
  if (list.kind !== 'list') return;
  for (const item of list.items) {
    if (item.kind !== 'map') continue;
    const named = entryOf(item, 'id')?.value ?? entryOf(item, 'title')?.value;
    const name = named?.kind === 'scalar' ? named.text : '';
    const [first, ...rest] = item.entries;
    if (first) anchors.push({ name: nodeAnchor(name), at: first.key.span.start });
    // What names the node opens it, in whatever order its keys stand.
    for (const { key, value } of [...(first ? [first] : []), ...rest]) {
      if (key !== first?.key && key.text !== 'id')
        anchors.push({ name: nodeAnchor(name, key.text), at: key.span.start });
      if (key.text === 'children') addNodes(value, anchors);
    }
  }
}
