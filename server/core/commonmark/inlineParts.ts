/** What is found in a paragraph or a heading, and what is noted on the way. */

/** What the whole text defines, by label as `normalised` makes it. */
export interface Defined {
  readonly labels: ReadonlySet<string>;
  readonly footnotes: ReadonlySet<string>;
}

export interface InlineLink {
  /** All of it, from its first bracket on: offsets in what was read. */
  readonly start: number;
  readonly end: number;
  readonly destination: string;
}

/** A link or an image that leads where a definition says. */
export interface InlineReference {
  readonly start: number;
  /** As `normalised` makes it. */
  readonly label: string;
}

/** Something that is not shown as it is written. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** Text before it and text behind it are two. */
  readonly parts: boolean;
}

/** A bracket that may begin a link or an image. */
export interface Opener {
  readonly start: number;
  /** Behind the bracket. */
  readonly end: number;
  readonly isImage: boolean;
  isInactive: boolean;
  isDone: boolean;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Inline {
  readonly links: readonly InlineLink[];
  readonly html: readonly Stretch[];
  readonly references: readonly InlineReference[];
  /** Stretches that are shown as text, apart from images. */
  readonly texts: () => readonly Stretch[];
  /** As a reader sees it. */
  readonly plain: () => string;
}
