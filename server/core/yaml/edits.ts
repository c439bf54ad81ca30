/** Places in YAML where something is taken out or put in: what edits of lists and of maps share. */
import { lineAbove, lineAround } from '../text/lines';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import type { Edit } from '../text/edit';
import { insertion, wholeLine } from '../text/edit';
import { yamlScalar } from '../../words/yamlScalar';
import type { YamlEntry, YamlNode } from './tree';
import { oneLine } from '../../words/oneLine';

/**
 * Behind the last character of a node; the span of a block reaches into the white space below it. Empty lines below are a
 * part of what a block with `+` says (https://yaml.org/spec/1.2.2/#8112-block-chomping-indicator): there, before the last
 * line end that is one.
 */
export function endOf(text: string, node: YamlNode): number {
  const end = endOfWords(text, node);
  return keepsEmptyLines(text, node) ? behindEmptyLines(text, end) : end;
}

const endOfWords = (text: string, { span: { start, end } }: YamlNode): number =>
  start + text.slice(start, end).trimEnd().length;

/** Whether what a node ends with is a block of lines with `+`. */
function keepsEmptyLines(text: string, node: YamlNode): boolean {
  const last =
    node.kind === 'map' ? node.entries.at(-1)?.value : node.kind === 'list' ? node.items.at(-1) : undefined;
  if (last) return keepsEmptyLines(text, last);
  return node.kind === 'scalar' && /^[|>]\d?\+/.test(text.slice(node.span.start, node.span.start + 3));
}

function behindEmptyLines(text: string, from: number): number {
  const empty = /(?:(?:\r\n|\n|\r(?!\n))[ \t]*)*(?=[\r\n])/y;
  empty.lastIndex = from;
  return from + (empty.exec(text)?.[0].length ?? 0);
}

/** Behind the last character of an entry. */
export const endOfEntry = (text: string, entry: YamlEntry): number => {
  const end = endOf(text, entry.value);
  return end > entry.value.span.start ? end : (colonEnd(text, entry) ?? entry.key.span.end);
};

/** All of a node that goes when it goes: with the name (`&`) and the tag (`!`) before it, and a dash on the line above. */
export function wholeOf(text: string, node: YamlNode): Span {
  const { start } = node.span;
  const line = lineAround(text, start);
  const own = text.slice(line.start, start).replace(/(?:[&!][^\s,[\]{}]*[ \t]+)*$/, '');
  const above = own.trim() === '' ? lineAbove(text, line.start) : undefined;
  const isBelowDash = above && /^[ \t]*-[ \t]*(?:#.*)?$/.test(text.slice(above.start, above.end));
  return spanOf(isBelowDash ? above.start : line.start + own.length, endOf(text, node));
}

/** `{…}` or `[…]`. */
export const isInBrackets = (text: string, { span }: YamlNode): boolean =>
  /[[{]/.test(text[span.start] ?? '');

/** Behind the colon of an entry; undefined where a key is written with a question mark. */
export function colonEnd(text: string, { key }: YamlEntry): number | undefined {
  const gap = /^[ \t]*:/.exec(text.slice(key.span.end))?.[0];
  return gap === undefined ? undefined : key.span.end + gap.length;
}

/** Puts a value, written as YAML, in the place of a single one or of none. Undefined for lists and maps. */
export function valueEdit(text: string, entry: YamlEntry, written: string): Edit | undefined {
  const { value } = entry;
  if (value.kind === 'list' || value.kind === 'map') return undefined;
  // Empty lines below stay, for whoever reads the file.
  const end = endOfWords(text, value);
  if (end > value.span.start) return replacement(text, spanOf(value.span.start, end), written);
  const colon = colonEnd(text, entry);
  if (colon === undefined) return undefined;
  // A name or a tag for what is still to come stays before it.
  const before = /^(?:[ \t]+[&!][^\s,[\]{}]*)*/.exec(text.slice(colon))?.[0].length ?? 0;
  return insertion(colon + before, ` ${written}`);
}

/** Puts YAML in the place of a value. What stands as a remark beside the mark of a block (`| # ours`) stays. */
export function replacement(text: string, span: Span, written: string): Edit {
  const remark = /^[|>][-+\d]*[ \t]+(#[^\r\n]*)/.exec(text.slice(span.start, span.end))?.[1];
  return { span, newText: remark === undefined ? written : `${written} ${remark}` };
}

/** What a single value says, where it stands on one line or in a block of lines; undefined for lists and maps. */
export function singleText(text: string, { start, end }: Span): string | undefined {
  const source = text.slice(start, end);
  const block = /^[|>][-+\d]*[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)/.exec(source)?.[0];
  if (block !== undefined) return oneLine(source.slice(block.length));
  return /^[[{]|[\r\n]/.test(source) ? undefined : source.replace(/^(["'])(.*)\1$/, '$2');
}

/** Another text in the place of a scalar: what stood in quotation marks stays in them, if it can. */
export function scalarEdit(text: string, span: Span, value: string): Edit {
  return replacement(text, span, quotedLike(text[span.start], value));
}

/**
 * @param mark the quotation mark that neighbours have; anything else stands for none
 * @param write what is written where the value cannot stand in them
 */
export function quotedLike(mark: string | undefined, value: string, write = yamlScalar): string {
  const isQuoted = (mark === '"' || mark === "'") && !/["'\\\p{Cc}\p{Cs}]/u.test(value);
  return isQuoted ? `${mark}${value}${mark}` : write(value);
}

/**
 * Takes parts out of `[…]` or `{…}`, each with one comma; remarks stay.
 * @param parts the places of all parts, in order
 * @param gone the numbers of those to take out
 */
export function removeFromBrackets(
  text: string,
  parts: readonly Span[],
  gone: ReadonlySet<number>,
  end: number,
): readonly Edit[] {
  const kept = parts.findIndex((_, at) => !gone.has(at));
  return parts.flatMap((part, at): readonly Edit[] => {
    if (!gone.has(at)) return [];
    // The first ones go with the comma behind them, the others with the one before.
    const isFirst = kept < 0 || at < kept;
    const from = isFirst ? part.end : (parts[at - 1]?.end ?? part.end);
    const to = isFirst ? (parts[at + 1]?.start ?? end - 1) : part.start;
    if (!text.slice(from, to).includes('#'))
      return [{ span: isFirst ? spanOf(part.start, to) : spanOf(from, part.end), newText: '' }];
    const comma = from + withoutRemarks(text.slice(from, to)).indexOf(',');
    const ofPart = { span: part, newText: '' };
    return comma < from ? [ofPart] : [ofPart, { span: spanOf(comma, comma + 1), newText: '' }];
  });
}

/** Takes lines out; undefined where something else stands on one of them. */
export function removeLines(text: string, parts: readonly Span[]): readonly Edit[] | undefined {
  const changes = parts.map(({ start, end }) => ({
    span: spanOf(wholeLine(text, start).start, wholeLine(text, end).end),
    newText: '',
  }));
  const areAlone = parts.every(({ start, end }) => {
    const before = text.slice(lineAround(text, start).start, start);
    const behind = text.slice(end, lineAround(text, end).end);
    return /^[ \t]*(?:-[ \t]*)?(?:[&!]\S*[ \t]+)*$/.test(before) && /^[ \t]*(?:#.*)?$/.test(behind);
  });
  return areAlone ? changes : undefined;
}

/** All places stay. */
const withoutRemarks = (text: string): string =>
  text.replace(/(?<=^|\s)#[^\r\n]*/g, (remark) => ' '.repeat(remark.length));
