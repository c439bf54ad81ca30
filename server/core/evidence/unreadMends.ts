/** A block that nobody reads, made one that is: at the start of the file, between lines of ---, every line kept. */
import { closingFence } from './blockMends';
import type { ElementsBelow, Step } from './elementsBelow';
import { addLines } from './fieldEdits';
import { parseEvidence } from './evidence';
import { isFence } from '../frontMatter/fences';
import { findFrontMatter, parseFrontMatter } from '../frontMatter/frontMatter';
import type { MeantBlock } from './meantBlocks';
import { isBlank, meantBlock } from './meantBlocks';
import { lineAround } from '../text/lines';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import { endOfEntry, isInBrackets, removeFromBrackets, removeLines } from '../yaml/edits';
import type { YamlNode } from '../yaml/nodes';
import type { KeyNames } from '../frontMatter/keys';
import { nameOf } from '../frontMatter/keyNames';
import { ourNames } from '../frontMatter/keys';
import type { KeyLine } from '../frontMatter/nearKeys';
import { rightLine } from '../frontMatter/nearKeys';
import { applyEdits, lineEndOf } from '../text/edit';
import { readUnread } from './unreadFile';

/** The text as evidence; undefined where that would be a guess, or nothing in it was meant so. */
export function withReadBlock(text: string, names: KeyNames = ourNames): string | undefined {
  const unread = readUnread('', text, names);
  if (!unread) return undefined;
  const mended =
    unread.kind === 'block'
      ? mendedText(text, unread.block, names)
      : withElementsMoved(text, unread.below, names);
  const evidence = mended === undefined ? undefined : parseEvidence('', mended, names);
  const isRead =
    evidence?.frontMatter.kind === 'closed' && !evidence.frontMatter.isTorn && evidence.elements.length > 0;
  return isRead ? mended : undefined;
}

/** What looks like a block that nobody reads, whether it names elements or not. */
export const unreadBlock = (text: string, called: KeyNames = ourNames): MeantBlock | undefined =>
  meantBlock(
    text,
    ({ form, names }) => {
      const keys = names.filter(({ key, wrong }) => key !== undefined && wrong !== 'name');
      return form !== 'read' && keys.length >= (form === 'bare' ? 2 : 1);
    },
    called,
  );

/** The text with such a block as one that is read; undefined where that would be a guess. */
export function withAnyBlock(
  text: string,
  block: MeantBlock,
  called: KeyNames = ourNames,
): string | undefined {
  const mended = mendedText(text, block, called);
  const frontMatter = mended === undefined ? undefined : parseFrontMatter(mended);
  const isRead =
    frontMatter?.kind === 'closed' && frontMatter.faults.length === 0 && frontMatter.root.kind === 'map';
  return isRead ? mended : undefined;
}

function mendedText(text: string, block: MeantBlock, called: KeyNames): string | undefined {
  const lines = linesOf(text, block, called);
  if (!lines) return undefined;
  const end = lineEndOf(text);
  const found = findFrontMatter(text);
  if (block.form === 'read') {
    const changes = block.lines.map((span, at) => ({ span, newText: lines.block[at] ?? '' }));
    const changed = applyEdits(text, changes);
    const frontMatter = parseFrontMatter(changed);
    return frontMatter.kind === 'unclosed'
      ? applyEdits(changed, closingFence(changed, frontMatter))
      : changed;
  }
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const rest = [...lines.below.map((line) => end + line), text.slice(block.span.end)].join('');
  if (found) {
    const between = trimmed(text.slice(found.end, block.span.start));
    const first = text.slice(0, found.content.end);
    const closing = text.slice(found.content.end, found.end);
    return `${first}${[...lines.block, ''].join(end)}${closing}${between === '' ? '' : end + end + between}${rest}`;
  }
  const above = trimmed(text.slice(mark.length, block.span.start));
  return `${mark}${['---', ...lines.block, '---'].join(end)}${above === '' ? '' : end + end + above}${rest}`;
}

const trimmed = (source: string): string =>
  source.replace(/^[\s\u200B-\u200F\u2060\uFEFF]+|[\s\u200B-\u200F\u2060\uFEFF]+$/g, '');

/** The lines of the block, and those that stood in it and are text. */
interface MendedLines {
  readonly block: readonly string[];
  readonly below: readonly string[];
}

function linesOf(text: string, block: MeantBlock, called: KeyNames): MendedLines | undefined {
  const sources = block.lines.map(({ start, end }) => text.slice(start, end));
  switch (block.form) {
    case 'json':
      return { block: respelt(text, block, called), below: [] };
    case 'toml': {
      const lines = fromToml(text, block, called);
      return lines && { block: lines, below: [] };
    }
    case 'code': {
      const from = isFence(sources[0] ?? '') ? 1 : 0;
      const to = from === 0 ? -1 : sources.findIndex((source, at) => at > 0 && isFence(source));
      const stop = to < 0 ? sources.length : to;
      const own = { ...block, lines: block.lines.slice(from, stop) };
      return { block: righted(text, own, called), below: sources.slice(stop + (to < 0 ? 0 : 1)) };
    }
    case 'read':
      return { block: righted(text, block, called), below: [] };
    case 'fenced':
    case 'bare':
      return { block: [...behindFence(text, block.opening), ...righted(text, block, called)], below: [] };
  }
}

/** What stands on the line of the fence: a name and its value, or a remark. */
function behindFence(text: string, opening: Span | undefined): readonly string[] {
  const behind =
    /^\\?---[-\s]*(.*?)\s*$/.exec(opening ? text.slice(opening.start, opening.end) : '')?.[1] ?? '';
  if (behind === '' || /^[^\p{L}\p{N}]*$/u.test(behind)) return [];
  return [/^#|^[\w-]+:(?:[ \t]|$)/.test(behind) ? behind : `# ${behind}`];
}

function righted(
  text: string,
  { lines, names }: Pick<MeantBlock, 'lines' | 'names'>,
  called: KeyNames,
): readonly string[] {
  const indents = names.map(({ line }) => indentOf(text, line).length);
  const margin = Math.min(...indents);
  const byStart = new Map(names.map((name) => [name.line.start, name]));
  let isUnderElements = false;
  return lines.map((line) => {
    const source = text.slice(line.start, line.end);
    const name = byStart.get(line.start);
    const isAtMargin = indentOf(text, line).length <= margin;
    if (name && isAtMargin) {
      isUnderElements = name.key === 'elements';
      return mayRight(name) ? rightLine(text, name, called) : source.slice(margin);
    }
    if (isBlank(source)) return '';
    const own = source.slice(Math.min(margin, indentOf(text, line).length));
    return isUnderElements ? own.replace(/^(\s*)[*+•]\s+/, '$1- ') : own;
  });
}

/** A name of somebody else's stays as it is written. */
const mayRight = ({ key, wrong }: KeyLine): boolean =>
  key === 'elements' || (key !== undefined && wrong !== 'name');

const indentOf = (text: string, { start, end }: Span): string =>
  /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? '';

/** JSON is YAML; only the name may be another. */
function respelt(text: string, { lines, names }: MeantBlock, called: KeyNames): readonly string[] {
  return lines.map(({ start, end }) => {
    const name = names.find(({ key, line }) => key === 'elements' && line.start === start)?.name;
    return name
      ? `${text.slice(start, name.start)}${nameOf(called, 'elements')}${text.slice(name.end, end)}`
      : text.slice(start, end);
  });
}

/** `name = value`: texts, lists and dates are written alike in both. Tables are not, and lines of brackets start further in. */
function fromToml(
  text: string,
  { lines, names }: MeantBlock,
  called: KeyNames,
): readonly string[] | undefined {
  const sources = lines.map(({ start, end }) => text.slice(start, end));
  if (sources.some((source) => /^[ \t]*\[\[?[\w."'-]+\]/.test(source) || /'''|"""/.test(source)))
    return undefined;
  return lines.map(({ start, end }) => {
    const source = text.slice(start, end);
    const match = /^([ \t]*)([\w-]+|"[^"]*")[ \t]*=[ \t]*/.exec(source);
    if (!match) return /^[\]["']/.test(source) ? `  ${source}` : source;
    const isElements = names.some(({ key, line }) => key === 'elements' && line.start === start);
    return `${isElements ? nameOf(called, 'elements') : (match[2] ?? '')}: ${source.slice(match[0].length)}`;
  });
}

/** The text with its elements where the portfolio has them; undefined where that would be a guess or lose a remark. */
function withElementsMoved(text: string, { within }: ElementsBelow, names: KeyNames): string | undefined {
  const written = valuesOf(text, within?.at(-1)?.entry.value);
  // A map in which nothing else stands goes with it.
  const step = within?.findLast(({ map }, at) => at === 0 || map.entries.length > 1);
  if (!step || !written) return undefined;
  const lines = spanOf(step.entry.key.span.start, lineAround(text, endOfEntry(text, step.entry)).end);
  if (text.slice(lines.start, lines.end).includes('#')) return undefined;
  const removed = withoutEntry(text, step);
  if (removed === undefined) return undefined;
  const frontMatter = parseFrontMatter(removed);
  const added = addLines({ text: removed, frontMatter, names }, 'elements', written);
  return added && applyEdits(removed, added);
}

/** As they stand: a value on the line of its name, or items. */
function valuesOf(text: string, value: YamlNode | undefined): string | readonly string[] | undefined {
  const source = (node: YamlNode): string => text.slice(node.span.start, node.span.end).trimEnd();
  const own = value && source(value);
  if (value?.kind === 'list' && !value.flow)
    return value.items.every((item) => item.kind === 'scalar') ? value.items.map(source) : undefined;
  return own === undefined || /[\r\n]/.test(own) ? undefined : own;
}

function withoutEntry(text: string, { map, entry }: Step): string | undefined {
  const places = map.entries.map((one) => spanOf(one.key.span.start, endOfEntry(text, one)));
  const at = map.entries.indexOf(entry);
  const place = places[at];
  if (!place) return undefined;
  const edits = isInBrackets(text, map)
    ? removeFromBrackets(text, places, new Set([at]), map.span.end)
    : removeLines(text, [place]);
  return edits && applyEdits(text, edits);
}
