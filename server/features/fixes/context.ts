/** What quick fixes are made from, and what one is before it is a code action. */
import type { Command } from 'vscode-languageserver-types';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { EvidenceFile } from '../../core/evidence/evidence';
import type { PortfolioIndex } from '../../core/index/portfolioIndex';
import type { Manifest } from '../../core/manifest/manifest';
import type { ActionPlan } from '../../core/plan/model';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { EditProposal, Proposal } from '../../core/rules/remedy';
import { making } from '../../core/rules/remedy';
import type { FileEdit } from '../../core/text/fileEdit';
import type { Uri } from '../../core/text/span';
import { draftEvidence } from '../editing/draftEvidence';

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
  readonly commands: FixCommands;
}

/** Commands that fixes may end with; undefined where the client does not have them. */
export interface FixCommands {
  /** Shows a file that a fix has made, given `{ uri }`. */
  readonly show?: string | undefined;
  /** Makes a draft of evidence and shows it, given `{ root, element }`. */
  readonly createEvidence?: string | undefined;
  /** Makes a standard file of what a portfolio names as its standard, given `{ root }`. */
  readonly importStandard?: string | undefined;
  /** Asks for an element and makes evidence for it. */
  readonly newEvidence?: string | undefined;
  /** Asks for the reason and declares an element not applicable, given `{ root, element }`. */
  readonly notApplicable?: string | undefined;
  /** Asks how an element is rated and writes it down, given `{ root, element }`. */
  readonly rateElement?: string | undefined;
  /** Moves a portfolio to another edition of its standard, given the portfolio's root. */
  readonly moveToEdition?: string | undefined;
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

/** What a rule's remedy proposes, as the client at hand can do it; what it cannot do is left out. */
export const fixesOf = (context: FixContext, proposals: readonly Proposal[]): readonly Fix[] =>
  proposals.flatMap((proposal) => fixesFor(context, proposal));

function fixesFor(context: FixContext, proposal: Proposal): readonly Fix[] {
  const { commands, portfolio } = context;
  const { title } = proposal;
  switch (proposal.kind) {
    case 'edit':
      return [fixByEdits(context, proposal)];
    case 'show':
      return byCommand(title, commands.show, { uri: proposal.uri });
    case 'draft': {
      const { element } = proposal;
      if (commands.createEvidence !== undefined)
        return byCommand(title, commands.createEvidence, { root: portfolio.root, element });
      const draft = draftEvidence(portfolio, element);
      return draft ? [fixByEdits(context, making(title, draft.uri, draft.text))] : [];
    }
    case 'import':
      return byCommand(title, commands.importStandard, { root: portfolio.root });
    case 'reason':
      return commands.notApplicable === undefined
        ? fixesOf(context, proposal.otherwise())
        : byCommand(title, commands.notApplicable, { root: portfolio.root, element: proposal.element });
  }
}

/** Nothing where the client does not have the command. */
export const byCommand = (
  title: string,
  command: string | undefined,
  ...told: readonly unknown[]
): readonly Fix[] =>
  command === undefined ? [] : [{ title, edits: [], command: { title, command, arguments: [...told] } }];

const fixByEdits = ({ commands }: FixContext, { title, edits, isPreferred, shows }: EditProposal): Fix => ({
  title,
  edits,
  ...(isPreferred === undefined ? {} : { isPreferred }),
  ...(shows === undefined || commands.show === undefined
    ? {}
    : { command: { title: 'Show', command: commands.show, arguments: [{ uri: shows }] } }),
});
