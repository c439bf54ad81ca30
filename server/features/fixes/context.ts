/** What quick fixes are made from, and what one is before it is a code action. */
import type { Command } from 'vscode-languageserver-types';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { EvidenceFile } from '../../core/evidence/evidence';
import type { Manifest } from '../../core/manifest/manifest';
import type { Uri } from '../../core/text/span';
import type { Finding } from '../../core/rules/finding';
import type { ActionPlan } from '../../core/plan/model';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { PortfolioIndex } from '../../core/index/portfolioIndex';
import { isHarmless } from '../../core/evidence/harmless';
import type { Edit } from '../../core/text/edit';
import type { FileEdit } from '../editing/edits';

/** All that the editor may ask to be mended before it saves. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.evidencePortfolio`;

export interface FixContext {
  readonly index: PortfolioIndex;
  readonly portfolio: Portfolio;
  readonly uri: Uri;
  readonly text: string;
  /** The file as the index has read it: evidence, manifest or action plan. */
  readonly evidence: EvidenceFile | undefined;
  readonly manifest: Manifest | undefined;
  readonly plan: ActionPlan | undefined;
  /** The ids of the built-in standards. */
  readonly standards: readonly string[];
  readonly commands: FixCommands;
}

/** Commands that fixes may end with; undefined where the client does not have them. */
export interface FixCommands {
  /** Shows a file that a fix has made, given `{ uri }`. */
  readonly show?: string | undefined;
  /** Makes a draft of evidence and shows it, given `{ root, element }`. */
  readonly createEvidence?: string | undefined;
  /** Asks for an element and makes evidence for it. */
  readonly newEvidence?: string | undefined;
  /** Asks for the reason and declares an element not applicable, given `{ root, element }`. */
  readonly notApplicable?: string | undefined;
  /** Asks how an element is rated and writes it down, given `{ root, element }`. */
  readonly rateElement?: string | undefined;
  /** Rates an element, given `{ root, element, rating }`. */
  readonly setRating?: string | undefined;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly FileEdit[];
  /** Run after the edits. */
  readonly command?: Command;
  /** What is most probably meant. */
  readonly isPreferred?: boolean;
}

/** The remedies for one finding, the best first. */
export type Fixer = (context: FixContext, finding: Finding) => readonly Fix[];

/** A fix that changes the file itself; none where there is nothing to change, or where something else would change too. */
export function fixHere(
  { uri, text }: FixContext,
  title: string,
  edits: readonly Edit[] | undefined,
  isPreferred = false,
): readonly Fix[] {
  if (!edits || edits.length === 0 || !isHarmless(uri, text, edits)) return [];
  return [{ title, edits: [{ kind: 'edit', uri, text, edits }], ...(isPreferred ? { isPreferred } : {}) }];
}

/** A fix that makes a file, and shows it where the client can. */
export const fixByFile = ({ commands }: FixContext, title: string, uri: Uri, text: string): Fix => ({
  title,
  edits: [{ kind: 'create', uri, text }],
  ...(commands.show === undefined
    ? {}
    : { command: { title: 'Show', command: commands.show, arguments: [{ uri }] } }),
});

/** An element's ID with a few words. */
export const named = (id: string, words: string): string => (words === id ? id : `${id}, “${words}”`);
