/** The words that every part of the core shares. */

/** A normalised URI: see `normaliseUri` in uri.ts. Keys of every map of files. */
export type Uri = string;

/** A stretch of a file's text, in UTF-16 code units from its start; `end` is not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** As in the Problems panel; `off` appears in settings only. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** An element of the standard that a finding offers instead of what stands in the text. */
export interface Suggestion {
  readonly replacement: string;
  /** A few words that tell a person what the replacement is. */
  readonly label: string;
}

/** What a rule or a parser finds, before its severity is known. */
export interface Problem {
  readonly span: Span;
  /** For people: what is wrong, and what to do next. Plain text. */
  readonly message: string;
  readonly suggestions?: readonly Suggestion[];
  /** Other places that the message speaks of. */
  readonly related?: readonly RelatedSpan[];
}

export interface RelatedSpan {
  readonly uri: Uri;
  readonly span: Span;
  readonly message: string;
}

export const spanOf = (start: number, end: number): Span => ({ start, end });

/** True also at the end of the span, where a cursor stands just behind a word. */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;
