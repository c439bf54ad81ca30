/** What goes into the index, and what it answers. */
import type { RuleSettings } from './check';
import type { Days } from '../text/civilDate';
import type { Uri } from '../text/span';
import type { Finding } from '../rules/finding';
import type { PortfolioFile } from '../portfolio/portfolioFile';
import type { KnownRule } from '../rules/all';
import type { Standard } from '../standard/standard';

export type Fact =
  /**
   * The open folders; what belongs to no folder and no manifest is nobody's. `lone`: files of which nothing is known
   * but themselves, each with the folder that it is in among the folders.
   */
  | { readonly kind: 'folders'; readonly folders: readonly Uri[]; readonly lone?: readonly Uri[] }
  /** Folders outside of those whose files have been told of, as some manifest takes evidence from there. */
  | { readonly kind: 'listed'; readonly folders: readonly Uri[] }
  | ({ readonly kind: 'today' } & Days)
  | { readonly kind: 'settings'; readonly rules: RuleSettings }
  /** In which elements are shown, whatever the manifests say; undefined: as they say. */
  | { readonly kind: 'language'; readonly language: string | undefined }
  /** A Markdown file, a manifest, or a file that one names, and what it says. `isClosed`: no editor holds it. */
  | { readonly kind: 'text'; readonly uri: Uri; readonly text: string; readonly isClosed?: boolean }
  /** A Markdown file that another index has read. */
  | { readonly kind: 'file'; readonly uri: Uri; readonly file: PortfolioFile }
  /** A file, or a folder with all that is in it, that is there and cannot be read. */
  | ({ readonly kind: 'unreadable'; readonly uri: Uri } & Unreadable)
  /** A file or folder that is there; its text does not matter. */
  | { readonly kind: 'present'; readonly uri: Uri }
  | { readonly kind: 'absent'; readonly uri: Uri }
  /** A place of which nobody tells any longer: its text is gone, and what stands there is asked where it matters. */
  | { readonly kind: 'untold'; readonly uri: Uri }
  /** A place to which a symbolic link leads out of the repository: what is there is nobody’s business. */
  | { readonly kind: 'outside'; readonly uri: Uri };

/** Why something cannot be read, for people; `isFolder`: nobody knows what is in it. */
export interface Unreadable {
  readonly reason: string;
  readonly isFolder?: boolean;
}

export interface UnreadPlace extends Unreadable {
  readonly uri: Uri;
}

/**
 * What is not told yet when facts have been taken in. `findings`: nothing is, so that a file is judged once, when it is
 * known where its links lead. `consequences`: what manifests, plans and other files are told because of those that came,
 * and that coverage has changed; it would change with each file that comes. `manifests`: what manifests alone are told,
 * which nobody is shown before all files have come.
 */
export type Held = 'nothing' | 'findings' | 'consequences' | 'manifests';

export interface Delta {
  /** Files whose findings may look different now, with all their findings; an empty list clears them. */
  readonly findings: ReadonlyMap<Uri, readonly Finding[]>;
  /** Roots of portfolios whose action plans may look different now. */
  readonly plans: ReadonlySet<Uri>;
  /** Roots of portfolios whose coverage may look different now; one that has gone is among them. */
  readonly coverage: ReadonlySet<Uri>;
  /** Places that links and attachments lead to and of which nothing is known: say `present`, `absent` or `outside`. */
  readonly unknownPlaces: readonly Uri[];
  /** Markdown files of which the text is wanted again, as their portfolio has other names for the keys now. */
  readonly unknownTexts: readonly Uri[];
  /** Manifests have changed: `sharedFolders` of the index may name others than before. */
  readonly mayShare: boolean;
  /** Files of standards and mappings that manifests name, and that are not known: say `text`, `unreadable`, `absent` or `outside`. */
  readonly unknownFiles: readonly Uri[];
}

export interface IndexOptions extends Days {
  /** By id; the first one is the standard of a folder without a manifest. */
  readonly standards: ReadonlyMap<string, Standard>;
  /** The rules to apply. */
  readonly rules: readonly KnownRule[];
  /** Nothing but findings and coverage is asked for: where links lead matters to rules alone, as far as they are on. */
  readonly onlyFindings?: boolean;
  /** Makes a test of relative paths from glob patterns. */
  readonly matcher: (patterns: readonly string[]) => (path: string) => boolean;
  /**
   * The top of the repository that a folder is in; undefined where it is in none, or nobody can say. Nothing is
   * read from outside of it, or from outside the open folder where there is none.
   */
  readonly repositoryOf?: ((folder: Uri) => Uri | undefined) | undefined;
}
