/**
 * A block of YAML as people write it: names at the margin, each with what belongs to it below. Cut by its lines alone,
 * so that a broken one says nothing about the others.
 */
import type { Span } from '../text/span';
import { spanOf } from '../text/span';

export interface YamlLine {
  /** Without its line end. */
  readonly span: Span;
  /** What stands on it, without the white space around. */
  readonly words: Span;
  /** `title: …` at the margin. */
  readonly isName: boolean;
  /** Nothing, or a remark. */
  readonly isPassedOver: boolean;
}

/** A name at the margin and what belongs to it; or, of the first piece, the lines above every name. */
export interface YamlPiece {
  readonly head: YamlLine | undefined;
  readonly below: readonly YamlLine[];
}

/** What a name looks like, and the colon behind it. */
const name = /^(?:"[^"\r\n]*"|'[^'\r\n]*'|(?!-[ \t])[^\s#"'[\]{},&*!|>%@`][^#:\r\n]*?)[ \t]*:(?=[ \t]|$)/;

/** The lines of a stretch of a text. `\n`, `\r\n` and `\r` end one. */
export function yamlLines(text: string, { start, end }: Span): readonly YamlLine[] {
  const lines: Omit<YamlLine, 'isName'>[] = [];
  const ends = /\r\n|\n|\r/g;
  ends.lastIndex = start;
  for (let at = start; at < end;) {
    const match = ends.exec(text);
    const stop = match && match.index < end ? match.index : end;
    const source = text.slice(at, stop);
    const from = at + (source.length - source.trimStart().length);
    const words = spanOf(from, Math.max(from, at + source.trimEnd().length));
    const isPassedOver = words.start >= words.end || text[words.start] === '#';
    lines.push({ span: spanOf(at, stop), words, isPassedOver });
    at = stop === end ? end : stop + (match?.[0].length ?? 1);
  }
  const margin = marginOf(text, lines);
  return lines.map((line) => ({
    ...line,
    isName: indentOf(text, line) === margin && name.test(wordsOf(text, line)),
  }));
}

/** Where the first name starts: the whole block may be indented. */
function marginOf(text: string, lines: readonly Omit<YamlLine, 'isName'>[]): string {
  const first = lines.find((line) => name.test(wordsOf(text, line)));
  const indent = first ? indentOf(text, first) : '';
  return indent.includes('\t') ? '' : indent;
}

export const indentOf = (text: string, { span, words }: Pick<YamlLine, 'span' | 'words'>): string =>
  text.slice(span.start, words.start);

export const wordsOf = (text: string, { words }: Pick<YamlLine, 'words'>): string =>
  text.slice(words.start, words.end);

/** Each name begins a piece. */
export function yamlPieces(lines: readonly YamlLine[]): readonly YamlPiece[] {
  const pieces: { readonly head: YamlLine | undefined; readonly below: YamlLine[] }[] = [];
  for (const line of lines) {
    if (line.isName) pieces.push({ head: line, below: [] });
    else {
      const [last] = pieces.slice(-1);
      if (last) last.below.push(line);
      else pieces.push({ head: undefined, below: [line] });
    }
  }
  return pieces;
}

/** `- …`, or a dash alone. */
export const isItem = (text: string, line: YamlLine): boolean => /^-(?:[ \t]|$)/.test(wordsOf(text, line));

/** From the first line to the last. */
export const spanOfLines = (lines: readonly YamlLine[]): Span =>
  spanOf(lines[0]?.span.start ?? 0, lines.at(-1)?.span.end ?? 0);
