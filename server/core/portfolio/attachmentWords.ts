/** The attachments of a piece of evidence as people speak of them: `accuracy-survey.pdf (page 4)`. */
import type { EvidenceFile } from '../evidence/evidence';
import type { PlacedText } from '../yaml/fields';
import { valueOf } from '../yaml/fields';
import type { Exists } from './targets';
import { attachmentTarget, leadsTo } from './targets';
import type { Span, Uri } from '../text/span';
import { partOfFile } from '../markdown/partOfFile';

/** In the order of the file; the whole of an address of the web, else the name of the file and where in it to look. */
export const attachmentWords = ({ uri, attachments }: EvidenceFile, exists: Exists): readonly string[] =>
  pathWords(uri, valueOf(attachments) ?? [], exists);

/** The same of any paths and addresses in a file. */
export const pathWords = (from: Uri, paths: readonly PlacedText[], exists: Exists): readonly string[] =>
  paths.map(({ text, span }) => wordsOf(from, text, span, exists));

/** `https://example.org/report.pdf (page 4)`: of an address of the web, any other ending may be part of its name. */
function addressWords(text: string): string {
  const at = text.lastIndexOf('#page=');
  const where = at < 0 ? '' : partOfFile(text.slice(at));
  return where === '' ? text : `${text.slice(0, at)} (${where})`;
}

function wordsOf(from: Uri, text: string, span: Span, exists: Exists): string {
  const target = attachmentTarget(from, text, span);
  if (!target) return addressWords(text);
  if (target.kind === 'own') return `${text} (only your own computer or network can open it)`;
  const meant = leadsTo(target, exists);
  const name = (meant?.path ?? text).split('/').findLast((part) => part !== '') ?? text;
  const where = partOfFile(meant?.tail ?? '');
  return where === '' ? name : `${name} (${where})`;
}
