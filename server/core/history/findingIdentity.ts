/** What makes a finding the same finding when lines move, days pass and messages are worded anew. */
import { isManifestName } from '../text/manifestName';
import type { Uri } from '../text/span';
import type { Finding } from '../rules/finding';
import type { Lexicon } from '../standard/standard';
import { fileName } from '../text/uri';
import { oneLine } from '../../words/oneLine';

/**
 * What a finding is about, within its rule and file: the text that it marks. A finding about the portfolio as a whole
 * may be shown anywhere in the manifest; it goes by the element that it speaks of.
 * @param text of the finding's file
 */
export function subjectOf(
  { message, span }: Finding,
  uri: Uri,
  text: string,
  { nodes }: Pick<Lexicon, 'nodes'>,
): string {
  if (isManifestName(fileName(uri))) {
    const [first = ''] = /^[^\s,]+/.exec(message) ?? [];
    if (nodes.has(first)) return first;
  }
  return oneLine(text.slice(span.start, span.end));
}
