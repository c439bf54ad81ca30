/** Paths that a text cites without linking to them: “see evidence/policies/absent.md”. */
import type { Span, Uri } from '../text/span';
import { joinPath, parentUri } from '../text/uri';
import { isNotOfNow } from './spokenOf';

export interface CitedPath {
  /** As it stands there, without what leads into the file. */
  readonly path: string;
  readonly span: Span;
  /** Where it may lead: from the folder of the file, or from the top of the portfolio. */
  readonly places: readonly CitedPlace[];
}

export interface CitedPlace {
  readonly uri: Uri;
  /** The folder with which the path begins: where there is none, the path speaks of something else. */
  readonly folder: Uri;
}

/**
 * A folder and a file below it, of the kinds that evidence consists of, in characters that need no quotation marks:
 * neither an address nor a pattern.
 */
const cited =
  /(?<![\p{L}\p{N}_./\\:@~$%*{}<>=?&#+-])((?:\.\.?\/)*[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,80}(?:\/[\p{L}\p{N}_.-]{1,80}){0,12}\/[\p{L}\p{N}_.-]{0,80}\.(?:md|markdown|txt|pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|tsv|png|jpe?g|gif|svg|html?|eml|msg|zip))(?![\p{L}\p{N}_/*{}<>$-])/giu;

/** In the order of the text; without examples, and without what was there once or is to come. @param root the portfolio’s folder */
export const citedPaths = (text: string, from: number, file: Uri, root: Uri): readonly CitedPath[] =>
  text.includes('/', from)
    ? [...text.slice(from).matchAll(cited)].flatMap(({ 1: path = '', index }) => {
        const span = { start: from + index, end: from + index + path.length };
        return isNotOfNow(text, span) ? [] : [{ path, span, places: placesOf(path, file, root) }];
      })
    : [];

function placesOf(path: string, file: Uri, root: Uri): readonly CitedPlace[] {
  const own = parentUri(file);
  const bases = path.startsWith('.') || own === root ? [own] : [own, root];
  const [first = ''] = path.replace(/^(?:\.\.?\/)+/, '').split('/');
  const up = path.slice(0, path.indexOf(first));
  return bases.map((base) => ({ uri: joinPath(base, path), folder: joinPath(base, up + first) }));
}
