/** Quick fixes for paths that lead to no file. */
import { removeAttachmentAt } from '../../core/evidence/fieldEdits';
import { lineAround } from '../../core/text/lines';
import type { LinkTarget, Target } from '../../core/portfolio/links';
import { attachmentTargets, isInside, leadsTo, linkTargets } from '../../core/portfolio/links';
import { isMarkdown } from '../../core/text/markdownName';
import type { Uri } from '../../core/text/span';
import { encoded } from '../../core/rules/missingPath';
import { insertion, lineEndOf } from '../../core/text/edit';
import { fileName, joinPath, parentUri, relativePath } from '../../core/text/uri';
import { scalarEdit } from '../../core/yaml/edits';
import type { Fix, FixContext, Fixer } from './context';
import { fixByFile, fixHere } from './context';
import { titleFromName } from '../../core/text/titleFromName';

/** Files of the same name elsewhere that are offered. */
const maximumPlaces = 3;

export const missingAttachment: Fixer = (context, { span, suggestions = [] }) => {
  const { evidence, portfolio } = context;
  const target = evidence && attachmentTargets(evidence).find((found) => found.span.start === span.start);
  if (!target) return [];
  const meant = leadsTo(target, portfolio.exists);
  const similar = suggestions.flatMap(({ replacement }) =>
    fixHere(context, `Change to ${replacement}`, [scalarEdit(context.text, span, replacement)], true),
  );
  const elsewhere = namesakes(context, target)
    .map((uri) => relativePath(parentUri(context.uri), uri) + (meant?.tail ?? ''))
    .filter((path) => !suggestions.some(({ replacement }) => replacement === path))
    .flatMap((path, at) =>
      fixHere(
        context,
        `Change to ${path}`,
        [scalarEdit(context.text, span, path)],
        at === 0 && similar.length === 0,
      ),
    );
  return [
    ...similar,
    ...elsewhere,
    ...createdFile(context, meant),
    ...fixHere(
      context,
      `Remove ${target.destination} from the attachments`,
      removeAttachmentAt(evidence, span.start),
    ),
  ];
};

export const brokenLink: Fixer = (context, { span, suggestions = [] }) => {
  const file = context.evidence ?? context.plan;
  const target =
    file && linkTargets(file, context.portfolio.root).find((found) => found.span.start === span.start);
  if (!target) return [];
  const meant = leadsTo(target, context.portfolio.exists);
  const offered = suggestions.flatMap(({ replacement }) =>
    fixHere(context, `Change to ${replacement}`, [{ span, newText: replacement }], true),
  );
  if (target.link.isUnread === true || target.kind === 'nothing') return offered;
  const elsewhere = namesakes(context, target).flatMap((uri, at) => {
    const path = relativePath(parentUri(context.uri), uri);
    const newText = encoded(path) + (meant?.tail ?? '');
    if (suggestions.some(({ replacement }) => replacement === newText)) return [];
    return fixHere(context, `Change to ${path}`, [{ span, newText }], at === 0 && offered.length === 0);
  });
  return [...offered, ...shownLine(context, target), ...elsewhere, ...createdFile(context, meant)];
};

/** A line that Markdown takes for the address of links, and does not show. */
function shownLine(context: FixContext, { link, span }: LinkTarget): readonly Fix[] {
  const { start } = lineAround(context.text, span.start);
  const opener = context.text.slice(start, span.start).indexOf('[');
  if (link.unusedLabel === undefined || opener < 0) return [];
  return fixHere(context, 'Show this line: put \\ before it', [insertion(start + opener, '\\')]);
}

/** Where a path may have been meant to lead: where it does, or on a disk of which nothing is known but the name. */
function namesakes(context: FixContext, target: Target): readonly Uri[] {
  const meant = leadsTo(target, context.portfolio.exists);
  if (meant) return placesOf(context, meant.uri);
  const name = target.destination.split(/[\\/]/).at(-1) ?? '';
  const whole = placesOf(context, joinPath('', name));
  return whole.length > 0 ? whole : placesOf(context, joinPath('', name.replace(/[?#].*$/s, '')));
}

/** Files of the same name in other folders of the portfolio: it has probably been moved. */
function placesOf({ index, portfolio, uri }: FixContext, missing: Uri): readonly Uri[] {
  const ending = missing.slice(missing.lastIndexOf('/')).toLowerCase();
  if (ending.length < 2) return [];
  return index
    .placesWithin(portfolio.root)
    .filter(
      (place) => place.toLowerCase().endsWith(ending) && place !== uri && portfolio.exists(place) === true,
    )
    .sort()
    .slice(0, maximumPlaces);
}

/** Only a text can be begun; nobody is helped by an empty PDF. */
function createdFile(context: FixContext, meant: { readonly uri: Uri } | undefined): readonly Fix[] {
  const { portfolio, text } = context;
  if (!meant) return [];
  const { uri } = meant;
  if (!isMarkdown(uri) || !isInside(portfolio.root, uri)) return [];
  const end = lineEndOf(text);
  const path = relativePath(parentUri(context.uri), uri);
  return [fixByFile(context, `Create ${path}`, uri, `# ${titleFromName(fileName(uri))}${end}`)];
}
