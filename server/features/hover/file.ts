/** What is known of the file that an attachment or a link leads to. */
import type { Target } from '../../core/portfolio/targets';
import { attachmentTarget, isInside, leadsTo, linkTargets } from '../../core/portfolio/targets';
import { lineAround } from '../../core/text/lines';
import type { Span, Uri } from '../../core/text/span';
import { touches } from '../../core/text/span';
import { partOfFile } from '../../core/markdown/partOfFile';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { FileMeasure } from '../../core/portfolio/places';
import { displayTitle } from '../../core/evidence/titleAndStanding';
import { listPositionAt } from '../text/elementsAt';
import type { Cursor } from '../text/identifierAt';
import type { Markup } from '../text/markup';
import { standingWords } from '../text/wording';
import { dayWords } from '../../words/dates';
import { count } from '../../words/counts';

export interface FileTarget {
  /** Undefined for a web address, or a path that is none of ours to look at. */
  readonly uri: Uri | undefined;
  /** A place that only the writer’s own computer or network can open. */
  readonly isOwn: boolean;
  /** Where in the file to look, in words; empty where nobody says. */
  readonly where: string;
  readonly written: string;
  readonly span: Span;
}

/** The attachment or the link under the cursor in an evidence file. */
export function fileAt(portfolio: Portfolio, { uri, text, offset }: Cursor): FileTarget | undefined {
  const evidence = portfolio.evidence.get(uri);
  if (!evidence) return undefined;
  const scope = portfolio.scopeOf(uri);
  if (offset >= evidence.bodyStart) {
    const { start, end } = lineAround(text, offset);
    // Where there is no link, nothing needs to be parsed.
    if (!/\]\(|\]:|(?:href|src)\s*=|<[A-Za-z]/i.test(text.slice(start, end)) || evidence.text !== text)
      return undefined;
    const link = linkTargets(evidence, scope).find(({ span }) => touches(span, offset));
    return link && fileOf(portfolio, scope, link);
  }
  const position = listPositionAt(text, offset, portfolio.names);
  if (position?.holds !== 'paths' || !touches(position.token, offset)) return undefined;
  const written = text.slice(position.token.start, position.token.end);
  if (written === '') return undefined;
  const target = attachmentTarget(uri, written, position.token);
  return target
    ? fileOf(portfolio, scope, target)
    : { uri: undefined, isOwn: false, where: '', written, span: position.token };
}

function fileOf(portfolio: Portfolio, scope: Uri, target: Target): FileTarget {
  const meant = leadsTo(target, portfolio.exists);
  return {
    uri: inside(scope, meant?.uri),
    isOwn: target.kind === 'own',
    where: partOfFile(meant?.tail ?? ''),
    written: target.destination,
    span: target.span,
  };
}

const inside = (scope: Uri, uri: Uri | undefined): Uri | undefined =>
  uri !== undefined && isInside(scope, uri) ? uri : undefined;

/** Paragraphs about a file. */
export function fileMarkup(
  portfolio: Portfolio,
  { uri, isOwn, where, written }: FileTarget,
  measure: FileMeasure | undefined,
  { text, strong, link }: Markup,
): readonly string[] {
  if (isOwn)
    return [
      text('Only your own computer or network can open this. Copy the file into the portfolio’s folder.'),
    ];
  if (uri === undefined)
    return /^[A-Za-z][\w+.-]+:/.test(written)
      ? [text('A web address. It is not looked up.')]
      : [text('This path leads out of the portfolio. It is not looked up.')];
  const path = portfolio.path(uri);
  if (portfolio.exists(uri) === false && !measure)
    return [
      strong(path),
      text('There is no such file. Check the path; it starts from the folder of this file.'),
    ];
  const evidence = portfolio.evidence.get(uri);
  const about = evidence
    ? `${text('Evidence:')} ${link(displayTitle(evidence), uri)} ${text(`(${standingWords(portfolio, evidence)})`)}`
    : '';
  const known = measure ? text(`${sizeWords(measure.bytes)}, changed on ${dayWords(measure.modified)}`) : '';
  return [link(path, uri), where === '' ? '' : text(`Where to look: ${where}`), about, known];
}

/** `812 bytes`, `12 KB`, `3.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte');
  // In thousands, as file managers count.
  const [unit, value] = bytes < 999_500 ? ['KB', bytes / 1000] : ['MB', bytes / 1_000_000];
  return `${value < 10 ? value.toFixed(1).replace('.0', '') : Math.round(value)} ${unit}`;
}
