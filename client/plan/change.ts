/** A change of an action plan that is shown before it is made. */
import type { PlanColumnChoice, PlanPreview } from '../../server/lsp/protocol';

export interface PlanChange {
  /** What the change is called: `Import of plan.xlsx`. */
  readonly title: string;
  /** Asks the server what would become of the plan as it is now. */
  readonly ask: () => Promise<PlanPreview>;
  /** What is said where the plan stays as it is. */
  readonly nothing: string;
  /** Where the change comes from a file with columns. */
  readonly columns?: {
    /** What the user has said of them. */
    readonly chosen: readonly PlanColumnChoice[];
    /** The same change with this said of them. */
    readonly choose: (chosen: readonly PlanColumnChoice[]) => PlanChange;
  };
}
