/** A change that is shown before it is made. */
import type { ChangePreview, ColumnChoice } from '../../server/lsp/protocol';
import type { Meaning } from './columnWords';

export type Shown = Extract<ChangePreview, { kind: 'preview' }>;
export type Refused = Extract<ChangePreview, { kind: 'refused' }>;

export interface Change {
  /** What the change is called: `Import of plan.xlsx`. */
  readonly title: string;
  /** Asks the server what would become of the files as they are now. */
  readonly ask: () => Promise<ChangePreview>;
  /** What is said where they stay as they are. */
  readonly nothing: string;
  /** Writes it, where it is no edit of texts. */
  readonly write?: (shown: Shown) => Promise<void>;
  /** Where the change comes from a file with columns. */
  readonly columns?: {
    /** What a column may mean. */
    readonly meanings: readonly Meaning[];
    /** What the user has said of them. */
    readonly chosen: readonly ColumnChoice[];
    /** The same change with this said of them. */
    readonly choose: (chosen: readonly ColumnChoice[]) => Change;
  };
}
