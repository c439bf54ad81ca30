/** A standard on its way from a file of another kind to a standard file: what that file says, and nothing worked out. */
import { numberedNames } from '../../core/standard/numberedNames';

export interface DraftNode {
  /** Undefined for a group that has none. */
  readonly id?: string;
  readonly title?: string;
  readonly short?: string;
  /** Lines of a list stand on lines of their own. */
  readonly text?: string;
  readonly introduction?: readonly string[];
  readonly guidance?: readonly string[];
  readonly note?: string;
  readonly keywords?: readonly string[];
  readonly profiles?: readonly string[];
  readonly related?: readonly string[];
  /** Undefined where it is as the standard file has it by itself: what has nothing below it is. */
  readonly assessable?: boolean;
  /** What it says in other languages, until it is settled what each node is called. */
  readonly inLanguages?: ReadonlyMap<string, TranslatedDraft>;
  readonly children: readonly DraftNode[];
}

export type TranslatedDraft = Omit<DraftNode, 'id' | 'children' | 'inLanguages'>;

/** A rating, or a profile. */
export interface DraftName {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

export interface DraftTranslation {
  readonly title?: string;
  readonly acknowledgement?: string;
  readonly levels?: readonly string[];
  readonly ratings?: ReadonlyMap<string, Omit<DraftName, 'id'>>;
  readonly profiles?: ReadonlyMap<string, Omit<DraftName, 'id'>>;
  readonly nodes?: ReadonlyMap<string, TranslatedDraft>;
}

export interface DraftStandard {
  readonly title: string;
  readonly edition?: string;
  /** Of its words, as a code. */
  readonly language?: string;
  readonly publisher?: string;
  readonly source?: string;
  readonly acknowledgement?: string;
  readonly licence?: readonly string[];
  readonly levels?: readonly string[];
  readonly ratings?: readonly DraftName[];
  readonly award?: { readonly rating: string; readonly percent: string };
  readonly profiles?: readonly DraftName[];
  readonly retired?: ReadonlyMap<string, readonly string[]>;
  readonly translations?: ReadonlyMap<string, DraftTranslation>;
  readonly children: readonly DraftNode[];
}

export interface Imported {
  /** What kind of file it was, for people: `an OSCAL catalogue`. */
  readonly kind: string;
  readonly standard: DraftStandard;
  /** What the file itself calls parts by, where people have another ID for them. */
  readonly ids?: ReadonlyMap<string, string>;
  /** What could not be taken over, or was taken for something, in whole sentences for people. */
  readonly remarks: readonly string[];
}

/** All nodes, each before those below it. */
export function* nodesOf(nodes: readonly DraftNode[]): Generator<DraftNode> {
  for (const node of nodes) {
    yield node;
    yield* nodesOf(node.children);
  }
}

/** What a standard file calls each node: its ID, or the title of a group without one, with a number behind the second. */
export function namesOfNodes(nodes: readonly DraftNode[]): ReadonlyMap<DraftNode, string> {
  const taken = new Set<string>();
  const called = numberedNames((name) => taken.has(name));
  return new Map(
    Array.from(nodesOf(nodes), (node) => {
      const name = node.id ?? called(node.title ?? '');
      taken.add(name);
      return [node, name];
    }),
  );
}

/** More parts than these has no standard; a file that means harm may have. */
export const mostNodes = 20_000;
/** Groups in groups; deeper ones could not be read from a standard file. */
export const deepest = 40;

type Loose<Fields> = { readonly [Key in keyof Fields]: Fields[Key] | undefined };

/** Without what is empty: texts of no letters, lists of nothing. */
export function filled<Fields extends object>(fields: Loose<Fields>): Fields {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(fields);
  const kept = entries.filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as Fields;
}

/** A node of which parts may be empty. */
export const draftNode = (
  fields: Loose<Omit<DraftNode, 'children'>>,
  children: readonly DraftNode[] = [],
): DraftNode => ({ ...filled<Omit<DraftNode, 'children'>>(fields), children });
