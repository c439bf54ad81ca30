/**
 * The messages about changes that a client shows before anything is written: imports, and a portfolio that moves to
 * another edition of its standard. A part of `protocol.ts`, which both sides import.
 */
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { RequestType } from 'vscode-languageserver-protocol';
import type { FileColumn } from '../core/tables/fileColumns';

/** Where something cannot be done; `message` says why, in whole sentences for people. */
export interface Refusal {
  readonly kind: 'refused';
  readonly message: string;
}

/** What a column of a file that is imported means; null: none of what is looked for. */
export interface ColumnChoice {
  /** As the answer names it. */
  readonly name: string;
  /** A `role` as the answer names it, or as the kind of import knows it. */
  readonly role: string | null;
}

/** A file with its text afterwards. */
export interface ChangedFile {
  readonly uri: string;
  /** There is no such file yet. */
  readonly isNew: boolean;
  readonly text: string;
}

/** What would become of files. Nothing is written: the client shows it, and applies the edit. */
export type ChangePreview =
  /** `columns`: where a file was read, and nothing of ours was seen in it. */
  | (Refusal & { readonly columns?: readonly FileColumn[] })
  | {
      readonly kind: 'preview';
      /** What is added, changed and kept, and what a person has to look at, as Markdown. */
      readonly report: string;
      /** Number of rows that a person has to look at. */
      readonly problems: number;
      /** Those that change; empty where nothing does. */
      readonly files: readonly ChangedFile[];
      /** Null where nothing changes, and where this client cannot do it. */
      readonly edit: WorkspaceEdit | null;
      /** Of the file that is imported, each once however many of its tables have it; absent for anything but an import. */
      readonly columns?: readonly FileColumn[];
    };

export interface ImportParams {
  /** URI of the portfolio's root, as the coverage answer gives it. */
  readonly root: string;
  /** Of the file; its ending tells the format: txt, tsv, csv, xlsx, docx, ods, odt, html or md. */
  readonly name: string;
  /** What is in the file. At most 5 MB. */
  readonly base64: string;
  /** What the user has said of columns; of any other, the server finds out what it means. */
  readonly columns?: readonly ColumnChoice[];
}
/** Client to server: what an import would make of the action plan. */
export const PlanImportRequest = new RequestType<ImportParams, ChangePreview, void>(
  'evidencePortfolio/planImport',
);

export interface MatrixImportParams extends ImportParams {
  /** The text of a portfolio.yaml that is to be made first, in a folder that is no portfolio yet. */
  readonly manifest?: string;
}
/** Client to server: what an evidence matrix that is kept elsewhere would make of the portfolio. */
export const MatrixImportRequest = new RequestType<MatrixImportParams, ChangePreview, void>(
  'evidencePortfolio/matrixImport',
);

/** Client to server: what an assessor's sheet that comes back would make of portfolio.yaml. */
export const AssessmentImportRequest = new RequestType<ImportParams, ChangePreview, void>(
  'evidencePortfolio/assessmentImport',
);

export interface PlanSyncParams {
  readonly root: string;
}
/** Client to server: the action plan with an action for each element that asks for one and has none that is open. */
export const PlanSyncRequest = new RequestType<PlanSyncParams, ChangePreview, void>(
  'evidencePortfolio/planSync',
);

/** The schemes of documents that show how files would be: nobody writes them, and they belong to no portfolio. */
export const previewScheme = 'evidence-portfolio-preview';
export const editionScheme = 'evidence-portfolio-edition';

export interface EditionsParams {
  /** URI of the portfolio's root. */
  readonly root: string;
  /** As in `MigrationParams`. */
  readonly of?: string;
  /** URIs of YAML, JSON and CSV files, of which some may be standards, or mappings between two editions. */
  readonly files: readonly string[];
}
/** A mapping from the portfolio's edition to another one, or back. */
export interface MappingChoice {
  readonly uri: string;
  /** May be empty. */
  readonly title: string;
  /** Number of pairs of which both IDs are known. */
  readonly pairs: number;
}
/** A standard that a portfolio can be moved to. */
export interface EditionChoice {
  /** The id of a built-in one, or the URI of a file. */
  readonly standard: string;
  readonly title: string;
  /** May be empty. */
  readonly edition: string;
  readonly elements: number;
  /** What of the files says what has become of IDs on the way there. */
  readonly mappings: readonly MappingChoice[];
  /** The one that the portfolio has now: only its retired IDs lead anywhere. */
  readonly isCurrent: boolean;
  /** What the portfolio has evidence for leads there. */
  readonly isEdition: boolean;
}
/** Client to server: the standards among some files, and the built-in ones. */
export const EditionsRequest = new RequestType<EditionsParams, readonly EditionChoice[], void>(
  'evidencePortfolio/editions',
);

export interface MigrationParams {
  readonly root: string;
  /** Where it has several standards: the name of the one that is to be moved. */
  readonly of?: string;
  /** As in `EditionChoice`. */
  readonly standard: string;
  /** The URI of a mapping that says what has become of IDs. */
  readonly mapping?: string;
  /** By ID, what is to stand in its place, in all files. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}
/** An ID of which somebody has to say what has become of it. */
export interface MigrationQuestion {
  readonly id: string;
  /** The ID with its words in the earlier edition. */
  readonly about: string;
  /** What is asked. */
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly words: string }[];
}
/** What would become of a portfolio. Nothing is written: the client shows it, and applies the edit. */
export type MigrationPreview =
  | Refusal
  | {
      readonly kind: 'preview';
      readonly title: string;
      /** What changes, what is left to people, and what it does to the coverage, as Markdown. */
      readonly report: string;
      /** Those that nobody has answered. */
      readonly questions: readonly MigrationQuestion[];
      /** IDs without an answer that mean something else in the newer edition: before, there is no edit. */
      readonly undecided: readonly string[];
      /** Each file that changes, with its text afterwards. */
      readonly files: readonly { readonly uri: string; readonly isNew: boolean; readonly text: string }[];
      /** Null where nothing changes, where something is to be decided first, and where this client cannot do it. */
      readonly edit: WorkspaceEdit | null;
    };
/** Client to server: a portfolio moved to another edition of its standard. */
export const MigrationRequest = new RequestType<MigrationParams, MigrationPreview, void>(
  'evidencePortfolio/migration',
);
