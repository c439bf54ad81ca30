/** YAML that cannot be read, put right: small remedies are tried, and the first one that mends the fault is the answer. */
import { plainly } from '../text/hiddenCharacters';
import { hiddenWords } from '../text/hiddenWords';
import { lineAbove, lineAround, lineBelow } from '../text/lines';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import type { Edit } from '../text/edit';
import { applyEdits, indentAt, insertion, wholeLine } from '../text/edit';
import type { YamlFault, YamlNode, YamlTree } from './nodes';
import type { Remedy } from './quotingRemedies';
import { allInQuotes, inQuotes, keptInBrackets } from './quotingRemedies';

export type { Remedy };

/**
 * Undefined where no remedy is known that mends the fault, brings in no other, and costs no value.
 * @param fault one of those that `read` finds in the text
 * @param end where the YAML ends
 * @param read undefined for a text in which the YAML is not what it was, such as a block that is closed no longer
 */
export function remedyFor(
  text: string,
  fault: YamlFault,
  end: number,
  read: (text: string) => YamlTree | undefined,
): Remedy | undefined {
  const before = read(text);
  if (!before) return undefined;
  // What a line says that cannot be read is a guess of the parser's.
  const known = valuesIn(before.root, lineAround(text, fault.span.start));
  const isFirst = before.faults[0]?.span.start === fault.span.start;
  return remediesOn(text, fault.span.start, end).find(({ edits }) => {
    const after = read(applyEdits(text, edits));
    if (!after || after.faults.length >= before.faults.length || valuesIn(after.root) < known) return false;
    // What is left of the first fault would stand at its place; of another one, faults stand before it.
    return !isFirst || after.faults.every(({ span }) => span.start > fault.span.start);
  });
}

/** How many values can be read, faults or not; those that start in a span are left out. */
function valuesIn(node: YamlNode, except?: Span): number {
  const below =
    node.kind === 'list' ? node.items : node.kind === 'map' ? node.entries.map(({ value }) => value) : [];
  const { start } = node.span;
  const isOut = node.kind === 'unread' || (except && except.start <= start && start <= except.end);
  return below.reduce((sum, one) => sum + valuesIn(one, except), isOut ? 0 : 1);
}

/** What is often wrong with a line, each with its remedy: the likeliest first. */
function remediesOn(text: string, offset: number, end: number): readonly Remedy[] {
  const line = lineAround(text, offset);
  const source = sourceOf(text, line);
  const below = lineBelow(text, line.end);
  return [
    ...respaced(text, line),
    ...dashed(text, line),
    ...inQuotes(source, line.start),
    ...indented(text, line),
    ...(below ? indented(text, below) : []),
    ...keptInBrackets(source, line.start),
    ...closed(source, line.start),
    ...separated(source, line.start),
    ...allInQuotes(source, line.start),
    ...removed(text, line, end),
  ];
}

/**
 * Spaces for characters that look like them, at the start of a line and behind its colon; nothing for those unseen. On
 * this line, else on those around it as well.
 */
function respaced(text: string, line: Span): readonly Remedy[] {
  const around = linesAround(text, line, (source) => startOf(source) !== plainly(startOf(source)));
  return [...new Set([around.filter(({ start }) => start === line.start), around])]
    .filter((lines) => lines.length > 0)
    .map((lines) => ({
      title: `Put right ${hiddenWords(lines.map((one) => startOf(sourceOf(text, one))).join(''))}`,
      edits: lines.map(({ start, end }) => {
        const own = startOf(text.slice(start, end));
        return { span: spanOf(start, start + own.length), newText: plainly(own) };
      }),
    }));
}

const startOf = (source: string): string =>
  /^[^\S\r\n]*(?:-[^\S\r\n]*)?(?:[^\s:]+:(?:[^\S\r\n]|\p{Cf})*)?/u.exec(source)?.[0] ?? '';

const bullet = /^([ \t]*(?:-[ \t]+)?)[*+•][ \t]+(?=\S)/;

/** Dashes for the bullets of a list: of this line, and of those around it. */
function dashed(text: string, line: Span): readonly Remedy[] {
  const edits = linesAround(text, line, (source) => bullet.test(source)).map(({ start, end }): Edit => {
    const [all = '', before = ''] = bullet.exec(text.slice(start, end)) ?? [];
    return {
      span: spanOf(start, start + all.length),
      newText: before.includes('-') ? before : `${before}- `,
    };
  });
  return edits.length === 0 ? [] : [{ title: 'Write dashes for these bullets', edits }];
}

/** A line and those right above and below it of which something is so; none where it is not so of the line itself. */
function linesAround(text: string, line: Span, isSo: (source: string) => boolean): readonly Span[] {
  const holds = (one: Span | undefined): one is Span => one !== undefined && isSo(sourceOf(text, one));
  if (!holds(line)) return [];
  const lines = [line];
  for (let one = lineAbove(text, line.start); holds(one); one = lineAbove(text, one.start))
    lines.unshift(one);
  for (let one = lineBelow(text, line.end); holds(one); one = lineBelow(text, one.end)) lines.push(one);
  return lines;
}

const sourceOf = (text: string, { start, end }: Span): string => text.slice(start, end);

function indented(text: string, line: Span): readonly Remedy[] {
  const own = indentAt(text, line.start);
  const span = spanOf(line.start, line.start + own.length);
  if (own === '') return [];
  const above = lineAbove(text, line.start);
  const before = above ? indentAt(text, above.start) : '';
  if (!own.includes('\t'))
    return [before, '']
      .filter((newText) => newText !== own)
      .map((newText) => ({ title: 'Indent this line as the ones around it', edits: [{ span, newText }] }));
  return [own.replaceAll('\t', '  '), before, '  '].map((newText) => ({
    title: 'Indent with spaces',
    edits: [{ span, newText }],
  }));
}

/** A bracket goes before a remark, unless it stands in it; quotation marks have what looks like one in them. */
function closed(source: string, at: number): readonly Remedy[] {
  const end = at + source.trimEnd().length;
  const [remark = ''] = /[ \t]+#.*$/.exec(source) ?? [];
  const words = at + source.slice(0, source.length - remark.length).trimEnd().length;
  return [']', '}', '"', "'"].map((mark) => {
    const place = /["']/.test(mark) || remark.includes(mark) ? end : words;
    return { title: `Add the missing ${mark}`, edits: [insertion(place, mark)] };
  });
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

/** Takes out the line of dashes or full stops that ends the YAML: this one, or the nearest above. */
function removed(text: string, line: Span, end: number): readonly Remedy[] {
  for (let one: Span | undefined = line; one && one.end < end; one = lineAbove(text, one.start)) {
    const source = text.slice(one.start, one.end).trim();
    if (source !== '---' && source !== '...') continue;
    const title = one.start === line.start ? 'Remove this line' : `Remove the line of ${source} above`;
    return [{ title, edits: [{ span: wholeLine(text, one.start), newText: '' }] }];
  }
  return [];
}
