/** YAML that cannot be read, put right: small remedies are tried, and the first one that mends the fault is the answer. */
import { plainly } from '../text/hiddenCharacters';
import { hiddenWords } from '../text/hiddenWords';
import { lineAround } from '../text/lines';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import type { Edit } from '../text/edit';
import { applyEdits, indentAt, insertion } from '../text/edit';
import type { YamlFault } from './nodes';

export interface Remedy {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** What a text with YAML in it says. */
export interface YamlReading {
  readonly faults: readonly YamlFault[];
  /** How many values can be read, faults or not. */
  readonly known: number;
}

/**
 * Undefined where no remedy is known that mends the fault, brings in no other, and costs no value.
 * @param fault one of those that `read` finds in the text
 * @param end where the YAML ends
 */
export function remedyFor(
  text: string,
  fault: YamlFault,
  end: number,
  read: (text: string) => YamlReading,
): Remedy | undefined {
  const before = read(text);
  const isFirst = before.faults[0]?.span.start === fault.span.start;
  return remediesOn(text, fault.span.start, end).find(({ edits }) => {
    const after = read(applyEdits(text, edits));
    if (after.faults.length >= before.faults.length || after.known < before.known) return false;
    // What is left of the first fault would stand at its place; of another one, faults stand before it.
    return !isFirst || after.faults.every(({ span }) => span.start > fault.span.start);
  });
}

/** What is often wrong with a line, each with its remedy: the likeliest first. */
function remediesOn(text: string, offset: number, end: number): readonly Remedy[] {
  const line = lineAround(text, offset);
  const source = text.slice(line.start, line.end);
  const value = valueOn(source);
  return [
    ...respaced(source, line),
    ...dashed(text, line),
    ...(value ? quoted(source, line.start, value, !/^["'[{|>]/.test(value)) : []),
    ...indented(text, line),
    ...keptInBrackets(source, line),
    ...closed(source, line.start),
    ...separated(source, line.start),
    ...(value && /^["'[{|>]/.test(value) ? quoted(source, line.start, value, true) : []),
    ...removed(source, line, end),
  ];
}

const valueOn = (source: string): string | undefined =>
  /^(?:[ \t]*-[ \t]+|[ \t]*[\w-]+[ \t]*:[ \t]+|[ \t]*-[ \t]+[\w-]+[ \t]*:[ \t]+)(\S.*?)[ \t]*$/.exec(
    source,
  )?.[1];

/** @param isWhole the value is all text; else its own quotation marks are what is wrong with it */
function quoted(source: string, at: number, value: string, isWhole: boolean): readonly Remedy[] {
  const start = at + source.lastIndexOf(value);
  const span = spanOf(start, start + value.length);
  if (isWhole) {
    const newText = value.includes('"') && !value.includes("'") ? `'${value}'` : JSON.stringify(value);
    return [{ title: `Put quotation marks around “${value}”`, edits: [{ span, newText }] }];
  }
  const inner = /^(["'])(.+)\1$/.exec(value)?.[2];
  if (inner === undefined) return [];
  // A backslash means itself in single quotation marks, and an apostrophe in double ones.
  if (value.startsWith('"') && inner.includes('\\') && !/["']/.test(inner))
    return [{ title: 'Use single quotation marks', edits: [{ span, newText: `'${inner}'` }] }];
  if (value.startsWith("'") && /\w'\w/.test(inner) && !/["\\]/.test(inner))
    return [{ title: 'Use double quotation marks', edits: [{ span, newText: `"${inner}"` }] }];
  return [];
}

/** Spaces for characters that look like them, at the start of a line and behind its colon; nothing for those unseen. */
function respaced(source: string, line: Span): readonly Remedy[] {
  const start = /^[^\S\r\n]*(?:-[^\S\r\n]*)?(?:[^\s:]+:[^\S\r\n]*)?/u.exec(source)?.[0] ?? '';
  const newText = plainly(start);
  if (newText === start) return [];
  const edits = [{ span: spanOf(line.start, line.start + start.length), newText }];
  return [{ title: `Put right ${hiddenWords(start)}`, edits }];
}

const bullet = /^([ \t]*(?:-[ \t]+)?)[*+•][ \t]+(?=\S)/;

/** Dashes for the bullets of a list: of this line, and of those around it. */
function dashed(text: string, line: Span): readonly Remedy[] {
  if (!bullet.test(text.slice(line.start, line.end))) return [];
  const edits: Edit[] = [];
  let start = line.start;
  for (let above = lineAbove(text, start); above && bullet.test(text.slice(above.start, above.end));) {
    start = above.start;
    above = lineAbove(text, start);
  }
  for (let at = start; at < text.length;) {
    const own = lineAround(text, at);
    const found = bullet.exec(text.slice(own.start, own.end));
    if (!found) break;
    const [all, before = ''] = found;
    const newText = before.includes('-') ? before : `${before}- `;
    edits.push({ span: spanOf(own.start, own.start + all.length), newText });
    at = own.end + (text.startsWith('\r\n', own.end) ? 2 : 1);
  }
  return [{ title: 'Write dashes for these bullets', edits }];
}

/** Undefined for the first line. */
function lineAbove(text: string, start: number): Span | undefined {
  const end = start - (text.slice(0, start).endsWith('\r\n') ? 2 : 1);
  return end < 0 ? undefined : lineAround(text, end);
}

/** `[a, "report #2.pdf"]` of a line in which a remark has taken the closing bracket. */
function keptInBrackets(source: string, line: Span): readonly Remedy[] {
  const [, before = '', inside = '', bracket = ''] = /^([^#]*?[[{])([^\]}]*)([\]}].*)$/.exec(source) ?? [];
  if (!/[ \t]#/.test(inside) || /["']/.test(inside)) return [];
  const parts = inside
    .split(',')
    .map((part) => (/\s#\S/.test(part) ? part.replace(/\S.*\S|\S/, (own) => JSON.stringify(own)) : part));
  const newText = `${before}${parts.join(',')}${bracket}`;
  const edits = [{ span: spanOf(line.start, line.end), newText }];
  return [{ title: 'Put quotation marks around what has a # in it', edits }];
}

function indented(text: string, line: Span): readonly Remedy[] {
  const own = indentAt(text, line.start);
  const span = spanOf(line.start, line.start + own.length);
  if (own === '') return [];
  const above = lineAbove(text, line.start);
  const before = above ? indentAt(text, above.start) : '';
  if (!own.includes('\t'))
    return ['', before]
      .filter((newText) => newText !== own)
      .map((newText) => ({ title: 'Indent this line as the ones around it', edits: [{ span, newText }] }));
  return [own.replaceAll('\t', '  '), before, '  '].map((newText) => ({
    title: 'Indent with spaces',
    edits: [{ span, newText }],
  }));
}

function closed(source: string, at: number): readonly Remedy[] {
  const end = at + source.trimEnd().length;
  return [']', '}', '"', "'"].map((mark) => ({
    title: `Add the missing ${mark}`,
    edits: [insertion(end, mark)],
  }));
}

function separated(source: string, at: number): readonly Remedy[] {
  const remedies: Remedy[] = [];
  const name = /^[ \t]*\w[\w-]*(?=[ \t])/.exec(source)?.[0].length;
  const equals = /^[ \t]*[\w-]+([ \t]*=[ \t]*)/.exec(source);
  const tight = /^[ \t]*[\w-]+:(?=[^\s/])/.exec(source)?.[0].length;
  if (equals) {
    const start = at + equals[0].length - (equals[1] ?? '').length;
    const edits = [{ span: spanOf(start, at + equals[0].length), newText: ': ' }];
    remedies.push({ title: 'Write a colon', edits });
  }
  if (tight !== undefined)
    remedies.push({ title: 'Add the missing space', edits: [insertion(at + tight, ' ')] });
  if (name !== undefined)
    remedies.push({ title: 'Add the missing colon', edits: [insertion(at + name, ':')] });
  return remedies;
}

function removed(source: string, line: Span, end: number): readonly Remedy[] {
  return /^[ \t]*(?:---|\.\.\.)[ \t]*$/.test(source) && line.end < end
    ? [{ title: 'Remove this line', edits: [{ span: spanOf(line.start, line.end), newText: '' }] }]
    : [];
}
