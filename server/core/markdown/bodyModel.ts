/** What is read of the Markdown below the front matter. */
import type { Span } from '../text/span';

export interface Heading {
  /** 1 to 6. */
  readonly depth: number;
  /** As a reader sees it, without marks. */
  readonly text: string;
  readonly span: Span;
}

export interface Link {
  /** As it stands between the brackets, entities and escapes resolved. */
  readonly destination: string;
  /** The place of the destination. */
  readonly span: Span;
  /** No link to Markdown, for the spaces in it: `[a](my file.md)`. */
  readonly isUnread?: true;
  /** Of a definition that no link uses: what stands in its square brackets. Nobody sees such a line. */
  readonly unusedLabel?: string;
}

/** An item of a task list: `- [x] …`. */
export interface Task {
  /** As a reader sees it, without its box. */
  readonly text: string;
  readonly isDone: boolean;
  /** The place of the character between the brackets. */
  readonly mark: Span;
  /** The first line of the item's text, without its box. */
  readonly span: Span;
}

export interface Body {
  readonly headings: readonly Heading[];
  /** Links, images and definitions, HTML’s among them, in the order of the text. */
  readonly links: readonly Link[];
  readonly tasks: readonly Task[];
}
