/** A text as it is searched for what it is evidence of: what it says, and what it is called. */
import { parseEvidence } from './evidence';
import { titleOf } from './titleAndStanding';
import { parseFrontMatter } from '../frontMatter/frontMatter';
import { fileName } from '../text/uri';
import type { Uri } from '../text/span';

/** Without its front matter; called as it says itself, or by its first heading, or else by its file's name. */
export function textWithTitle(uri: Uri, text: string): { readonly title: string; readonly body: string } {
  const evidence = parseEvidence(uri, text);
  const frontMatter = parseFrontMatter(text);
  const start = evidence?.bodyStart ?? (frontMatter.kind === 'none' ? 0 : frontMatter.span.end);
  const body = text.slice(start);
  const [, heading] = /^#[ \t]+(.+)$/m.exec(body) ?? [];
  const title = (evidence && titleOf(evidence)) ?? heading ?? fileName(uri).replace(/\.[^.]*$/, '');
  return { title, body };
}
