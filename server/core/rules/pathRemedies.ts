/** What is done about paths that lead to no file. */
import { removeItemAt } from '../evidence/fieldEdits';
import type { EvidenceFile } from '../evidence/evidence';
import type { LinkTarget, Target } from '../portfolio/targets';
import { attachmentTargets, isInside, leadsTo, linkTargets } from '../portfolio/targets';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioFile } from '../portfolio/portfolioFile';
import { encodedPath } from '../markdown/reference';
import { lineAround } from '../text/lines';
import { isMarkdown } from '../text/markdownName';
import type { Problem, Uri } from '../text/span';
import { insertion, lineEndOf } from '../text/edit';
import { titleFromName } from '../text/titleFromName';
import { fileName, joinPath, parentUri, relativePath } from '../text/uri';
import { scalarEdit } from '../yaml/edits';
import type { Proposal, TextFile } from './remedy';
import { changing, making } from './remedy';

/** Files of the same name elsewhere that are offered. */
const maximumPlaces = 3;

/** Of an attachment. */
export function attachmentProposals(
  portfolio: Portfolio,
  evidence: EvidenceFile,
  { span, suggestions = [] }: Problem,
): readonly Proposal[] {
  const { uri: own, text } = evidence;
  const target = attachmentTargets(evidence).find((found) => found.span.start === span.start);
  if (!target) return [];
  const meant = leadsTo(target, portfolio.exists);
  const similar = suggestions.flatMap(({ replacement }) =>
    changing(evidence, `Change to ${replacement}`, [scalarEdit(text, span, replacement)], true),
  );
  const elsewhere = namesakes(portfolio, own, target)
    .map((uri) => relativePath(parentUri(own), uri) + (meant?.tail ?? ''))
    .filter((path) => !suggestions.some(({ replacement }) => replacement === path))
    .flatMap((path, at) =>
      changing(
        evidence,
        `Change to ${path}`,
        [scalarEdit(text, span, path)],
        at === 0 && similar.length === 0,
      ),
    );
  return [
    ...similar,
    ...elsewhere,
    ...createdFile(portfolio, evidence, meant),
    ...changing(
      evidence,
      `Remove ${target.destination} from the attachments`,
      removeItemAt(evidence, 'attachments', span.start),
    ),
  ];
}

/** Of a link in a text. */
export function linkProposals(
  portfolio: Portfolio,
  file: PortfolioFile,
  { span, suggestions = [] }: Problem,
): readonly Proposal[] {
  const target = linkTargets(file, portfolio.scopeOf(file.uri)).find(
    (found) => found.span.start === span.start,
  );
  if (!target) return [];
  const meant = leadsTo(target, portfolio.exists);
  const offered = suggestions.flatMap(({ replacement }) =>
    changing(file, `Change to ${replacement}`, [{ span, newText: replacement }], true),
  );
  if (target.link.isUnread === true || target.kind === 'nothing') return offered;
  const elsewhere = namesakes(portfolio, file.uri, target).flatMap((uri, at) => {
    const path = relativePath(parentUri(file.uri), uri);
    const newText = encodedPath(path) + (meant?.tail ?? '');
    if (suggestions.some(({ replacement }) => replacement === newText)) return [];
    return changing(file, `Change to ${path}`, [{ span, newText }], at === 0 && offered.length === 0);
  });
  return [...offered, ...shownLine(file, target), ...elsewhere, ...createdFile(portfolio, file, meant)];
}

/** A line that Markdown takes for the address of links, and does not show. */
function shownLine(file: TextFile, { link, span }: LinkTarget): readonly Proposal[] {
  const { start } = lineAround(file.text, span.start);
  const opener = file.text.slice(start, span.start).indexOf('[');
  if (link.unusedLabel === undefined || opener < 0) return [];
  return changing(file, 'Show this line: put \\ before it', [insertion(start + opener, '\\')]);
}

/** Where a path may have been meant to lead: where it does, or on a disk of which nothing is known but the name. */
function namesakes(portfolio: Portfolio, own: Uri, target: Target): readonly Uri[] {
  const meant = leadsTo(target, portfolio.exists);
  if (meant) return placesOf(portfolio, own, meant.uri);
  const name = target.destination.split(/[\\/]/).at(-1) ?? '';
  const whole = placesOf(portfolio, own, joinPath('', name));
  return whole.length > 0 ? whole : placesOf(portfolio, own, joinPath('', name.replace(/[?#].*$/s, '')));
}

/** Files of the same name in other folders of the portfolio: it has probably been moved. */
function placesOf(portfolio: Portfolio, own: Uri, missing: Uri): readonly Uri[] {
  const ending = missing.slice(missing.lastIndexOf('/')).toLowerCase();
  if (ending.length < 2) return [];
  return portfolio
    .places()
    .filter(
      (place) => place.toLowerCase().endsWith(ending) && place !== own && portfolio.exists(place) === true,
    )
    .sort()
    .slice(0, maximumPlaces);
}

/** Only a text can be begun; nobody is helped by an empty PDF. */
function createdFile(
  portfolio: Portfolio,
  file: TextFile,
  meant: { readonly uri: Uri } | undefined,
): readonly Proposal[] {
  if (!meant) return [];
  const { uri } = meant;
  if (!isMarkdown(uri) || !isInside(portfolio.scopeOf(file.uri), uri)) return [];
  const path = relativePath(parentUri(file.uri), uri);
  // Folders that Windows parts in this way, and no name that anybody would give.
  if (path.includes('\\')) return [];
  const text = `# ${titleFromName(fileName(uri))}${lineEndOf(file.text)}`;
  return [making(`Create ${path}`, uri, text)];
}
