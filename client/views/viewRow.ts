/** What the rows of the views This File, Action Plan and This Month have in common. Nothing here knows VS Code. */
import type { ElementState } from '../../server/lsp/protocol';

/** An icon of VS Code, in a colour of the theme. */
export interface RowIcon {
  readonly id: string;
  readonly color?: string;
}

/** What a row looks like and says; the same in every view. */
export interface ViewRow {
  /** Stays the same while the row means the same. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** What menus ask for. */
  readonly context: string;
  readonly icon: RowIcon | { readonly state: ElementState } | undefined;
  /** Whether its children are shown at first. */
  readonly isOpen: boolean;
  readonly children: readonly ViewRow[];
}
