/** IDs with which headings start, whatever they stand for. */
import { mayHaveHeading } from '../markdown/mayHave';
import type { Heading } from '../markdown/bodyModel';
import type { Identifier, IdentifierPattern } from '../standard/identifiers';
import { lineAround } from '../text/lines';
import type { Span } from '../text/span';

/** A text with headings: evidence, or a plan. */
export interface HeadedText {
  readonly text: string;
  /** Where the Markdown starts. */
  readonly bodyStart: number;
  /** The headings in which offsets stand; ascending, both. */
  headingsAt(places: readonly number[]): readonly Heading[];
}

export interface HeadingIdentifier extends Identifier {
  readonly heading: Heading;
}

/** In the order of the text, which is parsed only where something looks like one. */
export function headingIdentifiers(
  { find }: Pick<IdentifierPattern, 'find'>,
  file: HeadedText,
): readonly HeadingIdentifier[] {
  const { text, bodyStart } = file;
  if (!mayHaveHeading(text, bodyStart)) return [];
  const tokens = find(text, bodyStart).filter(({ span }) => mayStartHeading(text, span));
  if (tokens.length === 0) return [];
  const byStart = new Map(tokens.map((found) => [found.span.start, found]));
  // Of nothing else in a body is anything asked.
  return file.headingsAt([...byStart.keys()]).flatMap((heading) => {
    const { span } = heading;
    const marks = /^#*[ \t]*[*_]*/.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
    const found = byStart.get(span.start + marks);
    return found ? [{ ...found, heading }] : [];
  });
}

/** Behind number signs, or at the start of lines that another one underlines; in a list or quotation too. */
export function mayStartHeading(text: string, { start, end }: Span): boolean {
  const before = text.slice(lineAround(text, start).start, start);
  if (!/^[\s>#*+_.)\d-]*$/.test(before)) return false;
  const [paragraph = ''] = text.slice(end, end + 1000).split(/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/);
  return before.includes('#') || /[\r\n][ \t>]*(?:=+|-+)[ \t]*(?:[\r\n]|$)/.test(paragraph);
}
