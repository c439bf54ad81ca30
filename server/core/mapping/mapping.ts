/**
 * A mapping: which parts of one standard ask for what parts of another ask for. The format is that of
 * schemas/mapping.schema.json.
 */
import type { Span } from '../text/span';
import type { Relation } from './relations';

export interface Mapping {
  /** What it is called; may be empty. */
  readonly title: string;
  /** Undefined where the file does not say it. */
  readonly from: MappedStandard | undefined;
  readonly to: MappedStandard | undefined;
  readonly pairs: readonly Pair[];
  /** The same with the place of everything: read when something is to be said of one. */
  readonly placed: () => Mapping;
}

/** One of the two standards, as the mapping names it. */
export interface MappedStandard {
  /** The portfolio's name for it, its id, the path of its file, or its title. */
  readonly name: string;
  /** Which edition is meant; empty where the mapping does not say it. */
  readonly edition: string;
  /** Where the name stands. */
  readonly span: Span;
}

export interface Pair {
  readonly from: MappedId;
  readonly to: MappedId;
  /** How `from` stands to `to`. */
  readonly relation: Relation;
  readonly note: string;
}

/** The ID of a part of a standard, as it is written. */
export interface MappedId {
  readonly text: string;
  readonly span: Span;
}
