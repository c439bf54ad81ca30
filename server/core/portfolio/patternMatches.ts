/**
 * Whether anything below a folder matches a pattern: asked of patterns that may be mistakes. One file that matches
 * answers for all, so a change of the files costs nothing but where that one goes, or while nothing matches.
 */
import { isMarkdown } from '../text/markdownName';
import type { Uri } from '../text/span';
import type { Places } from './places';
import { nearestOf, parentUri, relativePath } from '../text/uri';

export interface PatternQuestion {
  readonly pattern: string;
  /** Whether only Markdown files count. */
  readonly ofMarkdown: boolean;
  /** Whether capital and small letters count. */
  readonly ofCase: boolean;
}

interface Watch {
  readonly root: Uri;
  readonly pattern: string;
  readonly matches: (uri: Uri) => boolean;
  /** A file that matches; undefined: none does. */
  witness: Uri | undefined;
}

export class PatternMatches {
  readonly #places: Places;
  readonly #matcher: (patterns: readonly string[]) => (path: string) => boolean;
  /** By the folder, and what was asked. */
  readonly #watches = new Map<Uri, Map<string, Watch>>();

  constructor(places: Places, matcher: (patterns: readonly string[]) => (path: string) => boolean) {
    this.#places = places;
    this.#matcher = matcher;
  }

  /** Another one that knows the same, of places that are the same so far. */
  copy(places: Places): PatternMatches {
    const copy = new PatternMatches(places, this.#matcher);
    for (const [root, watches] of this.#watches)
      copy.#watches.set(root, new Map(Array.from(watches, ([key, watch]) => [key, { ...watch }])));
    return copy;
  }

  /** Whether a file below a folder matches, as far as anybody has said which there are. */
  isMatched(root: Uri, question: PatternQuestion): boolean {
    const key = JSON.stringify([question.pattern, question.ofMarkdown, question.ofCase]);
    const known = this.#watches.get(root)?.get(key);
    if (known) return known.witness !== undefined;
    const matches = this.#testOf(root, question);
    const watch = { root, pattern: question.pattern, matches, witness: this.#find(root, matches) };
    this.#watches.set(root, (this.#watches.get(root) ?? new Map<string, Watch>()).set(key, watch));
    return watch.witness !== undefined;
  }

  /** Forgets what was asked about other patterns than these. */
  keep(root: Uri, patterns: readonly string[]): void {
    const watches = this.#watches.get(root);
    if (!watches) return;
    for (const [key, { pattern }] of watches) if (!patterns.includes(pattern)) watches.delete(key);
    if (watches.size === 0) this.#watches.delete(root);
  }

  /** Takes in that a file came or went, and answers the folders for whose patterns that is news. */
  learn(uri: Uri, present: boolean): readonly Uri[] {
    const news = new Set<Uri>();
    if (this.#watches.size === 0) return [];
    let above = nearestOf(this.#watches, uri);
    while (above !== undefined) {
      for (const watch of this.#watches.get(above)?.values() ?? [])
        if (this.#update(watch, uri, present)) news.add(above);
      above = above === parentUri(above) ? undefined : nearestOf(this.#watches, parentUri(above));
    }
    return [...news];
  }

  #update(watch: Watch, uri: Uri, present: boolean): boolean {
    if (present) {
      if (watch.witness !== undefined || !watch.matches(uri)) return false;
      watch.witness = uri;
      return true;
    }
    if (watch.witness !== uri) return false;
    watch.witness = this.#find(watch.root, watch.matches);
    return watch.witness === undefined;
  }

  #testOf(root: Uri, { pattern, ofMarkdown, ofCase }: PatternQuestion): (uri: Uri) => boolean {
    const fold = (text: string): string => (ofCase ? text : text.toLowerCase());
    // What a pattern takes back is found by the pattern itself.
    const matches = this.#matcher([fold(pattern.replace(/^!/, ''))]);
    return (uri) => (!ofMarkdown || isMarkdown(uri)) && matches(fold(relativePath(root, uri)));
  }

  #find(folder: Uri, matches: (uri: Uri) => boolean): Uri | undefined {
    for (const { uri, isFolder } of this.#places.childrenOf(folder)) {
      const found = isFolder ? this.#find(uri, matches) : matches(uri) ? uri : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
