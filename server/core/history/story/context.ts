/** What is known of the place where changes are told. */
import type { Severity, Uri } from '../../text/span';

export interface StoryContext {
  /** Paths that are shown start from it. */
  readonly folder: Uri;
  /** The address of a file at the head, and of a line in it from 1; undefined where there is none to be had. */
  readonly addressOf: (uri: Uri, line?: number) => string | undefined;
  /** Whether a new finding of a severity fails the diff. */
  readonly fails: (severity: Severity) => boolean;
}
