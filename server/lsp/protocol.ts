/**
 * The messages that are not part of the Language Server Protocol: what our client and server, or any other
 * client that wants a coverage view, say to each other. Data only; both sides import this file.
 */
import {
  NotificationType,
  NotificationType0,
  RequestType,
  RequestType0,
} from 'vscode-languageserver-protocol';
import type { Comparison } from '../features/views/comparison';
import type { StandardPage } from '../features/views/standardPage';
import type { PlanTree } from '../features/views/planTree';
import type { FilePreview } from '../features/views/filePreview';
import type { FileState } from '../features/views/fileStates';
import type { ThisFile } from '../features/views/thisFile';
import type { FoundElements } from '../features/views/foundElements';
import type { DetailChoice, DetailChoices } from '../features/views/detailChoices';
import type { GivenValues } from '../core/evidence/valueEdits';
import type { FrontMatterKey } from '../core/frontMatter/keys';
import type { RowPlace } from '../core/plan/rowEdits';
import type { BaseFile } from './fileRequests';

export type {
  Award,
  AwardRow,
  CoverageNode,
  CoverageResult,
  CoverageStandard,
  CoverageSummary,
  ElementChangeKind,
  ElementRatingRow,
  ElementState,
  NodeChange,
  Points,
  PortfolioCoverage,
  RatingCounts,
  RatingRow,
} from '../features/views/coverageTree';
export type { EvidenceRow, Owner, WholeNode, WholePortfolio } from '../features/views/coverageEvidence';
export type { ChangedPortfolio, CoverageOutline, NodeStanding } from '../features/views/coverageOutline';
export type { ComparedElement, ComparedPortfolio, Comparison } from '../features/views/comparison';
export type { FilePreview, PreviewElement, PreviewFinding } from '../features/views/filePreview';
export type { FileMark, FileState } from '../features/views/fileStates';
export type { FileColumn } from '../core/tables/fileColumns';
export type { PlanColumnRole } from '../core/plan/model';
export type { MatrixColumn } from '../core/matrix/columnNames';
export type { AssessmentColumn } from '../core/assessor/columnNames';
export type { PlanTree, PlanTreeAction, PlanTreeGroup } from '../features/views/planTree';
export type {
  OtherEvidence,
  ThisFile,
  ThisFileDetail,
  ThisFileElement,
  ThisFilePoint,
} from '../features/views/thisFile';

export type { DetailChoice, DetailChoices } from '../features/views/detailChoices';
export type { GivenValues } from '../core/evidence/valueEdits';
export type { FrontMatterKey } from '../core/frontMatter/keys';
export type { ValueKind } from '../core/frontMatter/values';
export type { DueList, DuePerson, DueRow, Person } from '../features/views/dueList';
export type { FoundElements, FoundRow } from '../features/views/foundElements';
export * from './coverageRequests';
export * from './fileRequests';
export * from './meetingRequests';
export { fromBase64, toBase64 } from './base64';
export * from './previewProtocol';
export * from './exportProtocol';
export * from './packProtocol';
export * from './tableRequests';
export {
  rootOfStandardPage,
  standardPageScheme,
  standardPageUri,
} from '../features/navigation/standardAddress';
export type { StandardPage } from '../features/views/standardPage';

/** Server to client: coverage has changed; ask again when it is on show. */
export const CoverageChangedNotification = new NotificationType0('evidencePortfolio/coverageChanged');

/** Client to server: a report for people about what the server knows, as Markdown. */
export const ServerStateRequest = new RequestType0<string, void>('evidencePortfolio/serverState');

/** Client to server: the same in numbers, a line each, with nothing of what stands in files, nor of where they are. */
export const CountsRequest = new RequestType0<readonly string[], void>('evidencePortfolio/counts');

export interface CompareParams {
  /** URI of the top of the repository that was compared. */
  readonly folder: string;
  /** since: from the base to what is here now; would: from what is here now to a branch. `since` where it is left out. */
  readonly direction?: 'since' | 'would';
  /** YYYY-MM-DD: the day by which the other side is judged; that of now where it is left out. */
  readonly day?: string;
  /** The files that are otherwise on the other side than now, with those that are on one side only. */
  readonly files: readonly BaseFile[];
  /** The commit of the later side, and the address from which the repository was cloned: for links to lines. */
  readonly commit?: string;
  readonly origin?: string;
}
/** Null while the folders are being read, and where something went wrong. */
export type CompareResult = Comparison | null;
/**
 * Client to server: what has become of portfolios since a base. The server keeps what it made of the base for the next
 * time.
 */
export const CompareRequest = new RequestType<CompareParams, CompareResult, void>(
  'evidencePortfolio/compare',
);

/** Client to server: nothing is compared any longer; what was kept for it can go. */
export const CompareEndNotification = new NotificationType0('evidencePortfolio/compareEnd');

export interface CreateEvidenceParams {
  /** URI of the portfolio's root, as the coverage answer gives it. */
  readonly root: string;
  readonly elements: readonly string[];
  /** What the evidence is called; the file is named after it. Left out, or empty: `Evidence for 3.2.4`. */
  readonly title?: string;
}
export interface CreateEvidenceResult {
  /** Where the file would go by default, beside its neighbours; it does not exist yet. */
  readonly uri: string;
  /** What it would say. */
  readonly text: string;
  /** Offset in the text where the writing begins. */
  readonly cursor: number;
}
/** Client to server: a first draft of an evidence file for some elements. Nothing is written. */
export const DraftEvidenceRequest = new RequestType<CreateEvidenceParams, CreateEvidenceResult | null, void>(
  'evidencePortfolio/draftEvidence',
);

export interface ThisFileParams {
  readonly uri: string;
}
/** Client to server: one evidence file in plain words; null where the file is no evidence of a portfolio. */
export const ThisFileRequest = new RequestType<ThisFileParams, ThisFile | null, void>(
  'evidencePortfolio/thisFile',
);

/** Client to server: an evidence file for a rendered page of it; null where the file is no evidence of a portfolio. */
export const FilePreviewRequest = new RequestType<ThisFileParams, FilePreview | null, void>(
  'evidencePortfolio/filePreview',
);

export interface FileStateRow {
  readonly uri: string;
  /** Null where nothing is to be said of the file any longer. */
  readonly state: FileState | null;
}
export interface FileStates {
  /** Those of which something else is to be said than before. */
  readonly files: readonly FileStateRow[];
}
/**
 * Server to client: drafts, what is overdue and what has errors, for wherever files are listed. Told to a client that
 * says `fileStates` when it begins, first of all files and then as they change.
 */
export const FileStatesNotification = new NotificationType<FileStates>('evidencePortfolio/fileStates');

export interface DetailChoicesParams {
  readonly uri: string;
  readonly key: FrontMatterKey;
  /** Of a key that holds a day: what somebody has typed, in any form that people write. */
  readonly typed?: string;
}
/**
 * Client to server: what can be offered for a key of a file, with what stands there; where something is typed, the days
 * that it may mean. Null where the file is no evidence of a portfolio.
 */
export const DetailChoicesRequest = new RequestType<DetailChoicesParams, DetailChoices | null, void>(
  'evidencePortfolio/detailChoices',
);

export interface NewPortfolioParams {
  /** What somebody has typed for the day of the assessment. */
  readonly typed?: string;
}
export interface NewPortfolioResult {
  /** The standards that come with the server. */
  readonly standards: readonly { readonly id: string; readonly title: string }[];
  /** Days of an assessment: those that what is typed may mean, the likeliest first. */
  readonly days: readonly DetailChoice[];
  /** YYYY-MM-DD. */
  readonly today: string;
}
/** Client to server: what can be offered where a portfolio is begun. */
export const NewPortfolioRequest = new RequestType<NewPortfolioParams, NewPortfolioResult | null, void>(
  'evidencePortfolio/newPortfolio',
);

export interface FindElementsParams {
  /** URI of the portfolio's root, as the coverage answer gives it. */
  readonly root: string;
  readonly wanted:
    /** Words in any form, or an ID. */
    | { readonly words: string }
    /** A text that may be evidence; `uri` is its file's address, which names it where nothing else does. */
    | { readonly uri: string; readonly text: string };
}
/**
 * Client to server: elements that fit words or a text, best first, each with what led there; null where there is no such
 * portfolio. There is always something: the nearest, or all elements.
 */
export const FindElementsRequest = new RequestType<FindElementsParams, FoundElements | null, void>(
  'evidencePortfolio/findElements',
);

export interface StandardPageParams {
  /** URI of the portfolio's root, as the coverage answer gives it, or as `rootOfStandardPage` finds it. */
  readonly root: string;
  /** URI of the folder that links starting with `/` are to lead out of; absent: links are whole addresses. */
  readonly base?: string;
}
/** Client to server: a portfolio's standard with its coverage, as Markdown; null where there is no such portfolio. */
export const StandardPageRequest = new RequestType<StandardPageParams, StandardPage | null, void>(
  'evidencePortfolio/standardPage',
);

export interface ActionPlanResult {
  readonly portfolios: readonly PlanTree[];
}
/** Client to server: the actions in the plans of every portfolio. They change whenever coverage may have. */
export const ActionPlanRequest = new RequestType0<ActionPlanResult, void>('evidencePortfolio/actionPlan');

/**
 * What the server does by itself on `workspace/executeCommand`, each with one argument: it works out the change of the
 * newest text and has the client apply it. `uri` is a file's address, `root` that of a portfolio's folder.
 */
export interface ServerCommands {
  readonly addElement: { readonly uri: string; readonly element: string };
  readonly removeElement: { readonly uri: string; readonly element: string };
  /** Evidence for one element becomes evidence for another. */
  readonly moveEvidence: { readonly uri: string; readonly from: string; readonly to: string };
  readonly markReviewed: { readonly uri: string };
  /** Writes portfolio.yaml where there is none. */
  readonly setNotApplicable: { readonly root: string; readonly element: string; readonly reason: string };
  readonly setApplicable: { readonly root: string; readonly element: string };
  /**
   * `rating`: one of the standard's, left out where only a comment is given. The assessor's gets today's date. Writes
   * portfolio.yaml where there is none.
   */
  readonly setRating: {
    readonly root: string;
    readonly element: string;
    readonly rating?: string;
    /** Whose it is; `self` where it is left out. */
    readonly rater?: 'self' | 'assessor';
    readonly comment?: string;
  };
  readonly clearRating: {
    readonly root: string;
    readonly element: string;
    readonly rater?: 'self' | 'assessor';
  };
  /**
   * Lets keys say what is given, in one file or in several alike: one change, or none. Null, an empty text or an empty
   * list takes a key away. A list is all that is to stand there: what is kept stays as it is, what is new comes last.
   * Days are YYYY-MM-DD. An attachment may be the address of a file in the portfolio: it is written as a path.
   */
  readonly setDetails: { readonly uris: readonly string[]; readonly values: GivenValues };
  /**
   * Who is to find evidence for elements, or for all below a group: roles or persons; none: nobody any longer. One edit
   * for all. Writes portfolio.yaml where there is none.
   */
  readonly assign: {
    readonly root: string;
    readonly elements: readonly string[];
    readonly who: readonly string[];
  };
  /**
   * `offset`: in the file’s text, in UTF-16 units; the guidance goes into the section around it. `ticked`: the order in the
   * guidance, from 0, of a point that is followed already.
   */
  readonly insertGuidance: {
    readonly uri: string;
    readonly element: string;
    readonly offset?: number;
    readonly ticked?: number;
  };
  /** An action in the standard’s words, in the plan that there is or in a new one. */
  readonly addAction: { readonly root: string; readonly element: string };
  /** `order`: of the row among those of its file that are about the element, from 0. */
  readonly completeAction: { readonly uri: string; readonly element: string; readonly order: number };
  /** Writes one text into a column of some rows of a plan; what is no target date may be a day in any other words. */
  readonly setPlanCells: {
    readonly uri: string;
    readonly places: readonly RowPlace[];
    readonly key: string;
    readonly text: string;
  };
  readonly removePlanRows: { readonly uri: string; readonly places: readonly RowPlace[] };
  /** Puts the rows of a plan in the order of the standard. */
  readonly sortPlan: { readonly uri: string };
  /** Mends all findings of a rule that can be mended together, in the portfolio of a file. */
  readonly fixAll: { readonly uri: string; readonly rule: string };
  /** Makes a draft of evidence beside its neighbours, and shows it. */
  readonly createEvidence: { readonly root: string; readonly element: string };
  /** Makes a standard file of a file of another kind that the portfolio names as its standard, and names that instead. */
  readonly importStandard: { readonly root: string };
  /** Shows a file, such as one that a quick fix has just made. */
  readonly show: { readonly uri: string };
}

/** The id of a command of the server’s. */
export const serverCommand = (name: keyof ServerCommands): string => `evidencePortfolio.server.${name}`;

/** What a command of the server’s answers. */
export interface CommandResult {
  readonly applied: boolean;
  /** For people, where nothing was done: why, and what to do. */
  readonly message?: string;
}

/** What our client tells the server at `initialize`, all of it optional: any LSP client works without. */
export interface InitializationOptions {
  /** The client answers FindRequest and ReadManyRequest. */
  readonly readsFiles?: boolean;
  /** The address of the script that a worker was started with, which it cannot see: it loads its parts from beside it. */
  readonly startedFrom?: string;
  /** The command that asks for completion again: run where a key has been completed and its value comes next. */
  readonly suggestCommand?: string;
  /** The client wants FileStatesNotification. */
  readonly fileStates?: boolean;
  /** The editor itself offers paths in links, as VS Code does. */
  readonly completesLinks?: boolean;
  /** The editor itself offers words of open files where no completion comes, as VS Code does. */
  readonly offersWords?: boolean;
  /** The editor itself lists the headings of a Markdown file in its outline, as VS Code does. */
  readonly outlinesHeadings?: boolean;
  /** The command that opens a URI at a rule's page, so that hovers and codes can link to it. */
  readonly rulePages?: string;
  /** The client shows documents of the scheme `standardPageScheme` (ask StandardPageRequest for their text). */
  readonly standardPages?: boolean;
  /** The command that shows an element, given `{ root, element }`: what a code lens above it does. */
  readonly showElement?: string;
  /** The command that asks for an element and makes evidence for it. */
  readonly newEvidence?: string;
  /** The command that asks why an element does not apply and writes it down, given `{ root, element }`. */
  readonly notApplicable?: string;
  /** The command that asks how an element is rated and writes it down, given `{ root, element }`. */
  readonly rateElement?: string;
  /** A command that moves a portfolio to another edition of its standard, given the portfolio's root. */
  readonly moveToEdition?: string;
}
