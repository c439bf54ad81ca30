/** YAML as a small tree with the place of everything: what readers of YAML answer. */
import type { Span } from '../text/span';

export type YamlNode = YamlScalar | YamlList | YamlMap | YamlEmpty | YamlUnread;

export interface YamlScalar {
  readonly kind: 'scalar';
  /** Escapes and folding resolved; for a plain scalar, as it stands. */
  readonly text: string;
  /** Written without quotation marks, on the line of its key. */
  readonly plain: boolean;
  /**
   * Quotation marks included; of a text in lines below `|` or `>`, from that mark to the last character that is not white
   * space; of an alias, the place of the alias. Names (`&`) and tags (`!`) before it are no part of it.
   */
  readonly span: Span;
}
export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  /** `[a, b]` and not lines with a dash. */
  readonly flow: boolean;
  readonly span: Span;
}
export interface YamlMap {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
}
/** Nothing, `~` or `null`. */
export interface YamlEmpty {
  readonly kind: 'empty';
  readonly span: Span;
}
/** Something that cannot be read, such as a text whose second quotation mark is missing. */
export interface YamlUnread {
  readonly kind: 'unread';
  readonly span: Span;
}
export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

/** A place where the text is not valid YAML, in plain words. */
export interface YamlFault {
  readonly span: Span;
  readonly message: string;
}

export interface YamlTree {
  readonly root: YamlNode;
  readonly faults: readonly YamlFault[];
}
