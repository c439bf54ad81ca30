/** What an import would do, before it is a page or a text at a terminal: the same is said by both. */

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Plain texts, in which nothing has been made safe yet. */
export interface Line {
  /** What it is about: a path, an ID. */
  readonly about?: string;
  readonly text: string;
  /** What stands below it, less loud. */
  readonly beneath?: string;
}

/** A section, unless there is nothing in it. */
export const section = (title: string, lines: readonly Line[]): readonly Section[] =>
  lines.length === 0 ? [] : [{ title, lines }];

export const plainLines = (texts: readonly string[]): readonly Line[] => texts.map((text) => ({ text }));
