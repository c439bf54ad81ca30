/** All that differs between the server as a process and as a worker in a browser. */
import type { IndexOptions } from '../core/index/portfolioIndex';
import type { Standard } from '../core/standard/standard';
import type { FileAccess } from '../host/files/fileAccess';

export interface Environment {
  readonly version: string;
  readonly standards: ReadonlyMap<string, Standard>;
  readonly matcher: IndexOptions['matcher'];
  readonly repositoryOf: IndexOptions['repositoryOf'];
  /** Reads `file:` URIs; undefined where only the client can. */
  readonly disk: FileAccess | undefined;
  /** The address of a rule's page for clients that do not show it themselves. */
  readonly rulePage: (rule: string) => string | undefined;
  /** The address of the file of a built-in standard; undefined where there is none to open. */
  readonly standardFile: (id: string) => string | undefined;
  /** Resident memory in bytes, for the report of the server's state. */
  readonly memory: () => number | undefined;
  /** The day on the calendar here. */
  readonly today: () => string;
}
