/**
 * Whether anything below a folder matches a pattern: asked of patterns that may be mistakes. One file that matches
 * answers for all, so a change of the files costs nothing but where that one goes, or while nothing matches.
 */
import { isMarkdown } from '../text/markdownName';
import type { Uri } from '../text/span';
import { outwardPattern } from '../manifest/outwardPatterns';
import type { Places } from './places';
import { joinPath, nearestOf, parentUri, relativePath } from '../text/uri';

export interface PatternQuestion {
  readonly pattern: string;
  /** Whether only Markdown files count. */
  readonly ofMarkdown: boolean;
  /** Whether capital and small letters count. */
  readonly ofCase: boolean;
}

interface Watch {
  /** The folder of the manifest that has the pattern. */
  readonly root: Uri;
  /** The folder that the pattern starts from. */
  readonly top: Uri;
  readonly pattern: string;
  readonly matches: (uri: Uri) => boolean;
  /** A file that matches; undefined: none does. */
  witness: Uri | undefined;
}

export class PatternMatches {
  readonly #places: Places;
  readonly #matcher: (patterns: readonly string[]) => (path: string) => boolean;
  /** By the folder that the pattern starts from, and what was asked by whom. */
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

  /** Whether a file matches a pattern in a folder’s manifest, as far as anybody has said which there are. */
  isMatched(root: Uri, question: PatternQuestion): boolean {
    const top = joinPath(root, outwardPattern(question.pattern)?.above ?? '');
    const key = JSON.stringify([root, question.pattern, question.ofMarkdown, question.ofCase]);
    const known = this.#watches.get(top)?.get(key);
    if (known) return known.witness !== undefined;
    const matches = this.#testOf(top, question);
    const watch = { root, top, pattern: question.pattern, matches, witness: this.#find(top, matches) };
    this.#watches.set(top, (this.#watches.get(top) ?? new Map<string, Watch>()).set(key, watch));
    return watch.witness !== undefined;
  }

  /** Forgets what was asked about other patterns than these. */
  keep(root: Uri, patterns: readonly string[]): void {
    for (const [top, watches] of this.#watches) {
      for (const [key, watch] of watches)
        if (watch.root === root && !patterns.includes(watch.pattern)) watches.delete(key);
      if (watches.size === 0) this.#watches.delete(top);
    }
  }

  /** Takes in that a file came or went, and answers the folders for whose patterns that is news. */
  learn(uri: Uri, present: boolean): readonly Uri[] {
    const news = new Set<Uri>();
    if (this.#watches.size === 0) return [];
    let above = nearestOf(this.#watches, uri);
    while (above !== undefined) {
      for (const watch of this.#watches.get(above)?.values() ?? [])
        if (this.#update(watch, uri, present)) news.add(watch.root);
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
    watch.witness = this.#find(watch.top, watch.matches);
    return watch.witness === undefined;
  }

  #testOf(top: Uri, { pattern, ofMarkdown, ofCase }: PatternQuestion): (uri: Uri) => boolean {
    const fold = (text: string): string => (ofCase ? text : text.toLowerCase());
    // What a pattern takes back is found by the pattern itself.
    const matches = this.#matcher([fold(outwardPattern(pattern)?.whole ?? pattern.replace(/^!/, ''))]);
    return (uri) => (!ofMarkdown || isMarkdown(uri)) && matches(fold(relativePath(top, uri)));
  }

  #find(folder: Uri, matches: (uri: Uri) => boolean): Uri | undefined {
    for (const { uri, isFolder } of this.#places.childrenOf(folder)) {
      const found = isFolder ? this.#find(uri, matches) : matches(uri) ? uri : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
