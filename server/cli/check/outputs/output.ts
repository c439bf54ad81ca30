/** What an output is: the result of a check as text. */
import type { FailOn } from '../../command/shared';
import type { AddressOf } from '../../../core/history/story/forge';
import type { FolderReport } from '../../folder/portfolios';

export interface CheckResult {
  readonly report: FolderReport;
  /** From which severity on a finding fails the check. */
  readonly failOn: FailOn;
}

export interface OutputContext {
  /** A person reads it: colours are welcome. */
  readonly isTerminal: boolean;
  /** Of this program. */
  readonly version: string;
  /** The path from the top of the repository to the folder that was given; empty where they are one. */
  readonly prefix: string;
  readonly addressOf: AddressOf | undefined;
  /** Tells who runs the check what an output leaves out. */
  readonly tell: (message: string) => void;
  /** The Markdown page of a rule, where it is at hand. */
  readonly rulePage: ((code: string) => string | undefined) | undefined;
}

export interface Output {
  /** What it is, in Markdown, for the page about outputs. */
  readonly about: string;
  readonly write: (result: CheckResult, context: OutputContext) => string;
}
