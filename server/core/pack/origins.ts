/** Where the files of a pack came from. */
import type { Uri } from '../text/span';

export interface Origins {
  /** What is checked out; undefined without git, or before the first commit. */
  readonly commit: string | undefined;
  /** The path of a file from the top of the repository, or from the portfolio's folder without git. */
  readonly sourceOf: (uri: Uri) => string;
  /** The last commit that changed a file; undefined where the file is not as a commit has it. */
  readonly commitOf: (uri: Uri) => string | undefined;
}
