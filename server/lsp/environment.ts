/** All that differs between the server as a process and as a worker in a browser. */
import type { PortfolioIndex } from '../core/index/portfolioIndex';
import type { Days } from '../core/text/civilDate';
import type { Standard } from '../core/standard/standard';
import type { importStandard, standardFileFor } from '../exchange/standards/importStandard';
import type { PackHost } from '../host/git/packHost';
import type { FileAccess } from '../host/files/fileAccess';

export interface Environment {
  readonly version: string;
  readonly standards: ReadonlyMap<string, Standard>;
  /** An empty index, with the rules to check by. */
  readonly newIndex: (days: Days) => PortfolioIndex;
  /** Reads `file:` URIs; undefined where only the client can. */
  readonly disk: FileAccess | undefined;
  /** The address of a rule's page for clients that do not show it themselves. */
  readonly rulePage: (rule: string) => string | undefined;
  /** The address of the file of a built-in standard; undefined where there is none to open. */
  readonly standardFile: (id: string) => string | undefined;
  /** Makes standard files of the files of other programs. */
  readonly standardImport: () => Promise<StandardImport>;
  /**
   * Takes the address of the script that was started, from a client that tells it: a worker in VS Code stands behind
   * another one, and has parts to load from beside it. Undefined where the server knows itself.
   */
  readonly startedFrom: ((address: string) => void) | undefined;
  /** Resident memory in bytes, for the report of the server's state. */
  readonly memory: () => number | undefined;
  /** The address of the user’s own folder; undefined where only the client has files. */
  readonly home: string | undefined;
  /** What a pack needs of the computer that the portfolio is on; undefined where only the client has files. */
  readonly packHost: (() => Promise<PackHost>) | undefined;
  /** The day on the calendar here. */
  readonly today: () => string;
}

export interface StandardImport {
  readonly importStandard: typeof importStandard;
  readonly standardFileFor: typeof standardFileFor;
}
