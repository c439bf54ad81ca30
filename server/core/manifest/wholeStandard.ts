/** Whether the standard that a portfolio is held against could be read whole. */
import type { Uri } from '../text/span';
import type { StandardSource } from './standardShelf';

/** What is wrong with a standard's file, and where it would be. */
export interface StandardFault {
  readonly uri: Uri;
  /** What is said of the file: `has faults`. */
  readonly words: string;
}

/** Undefined where nothing is wrong, and while the file is still to be read. */
export function standardFault(source: StandardSource): StandardFault | undefined {
  switch (source.kind) {
    case 'ready':
    case 'pending':
    case 'unnamed':
      return undefined;
    case 'absent':
      return { uri: source.uri, words: 'is not there' };
    case 'unreadable':
      return { uri: source.uri, words: 'cannot be read' };
    case 'outside':
      return { uri: source.uri, words: 'is outside the repository' };
    case 'refused':
      return { uri: source.manifest, words: 'cannot be used' };
    case 'faulty':
      return { uri: source.uri, words: 'has faults' };
  }
}
