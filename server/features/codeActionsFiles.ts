/** Quick fixes for paths that lead to no file. */
import { removeAttachmentAt } from '../core/fieldEdits';
import type { Target } from '../core/links';
import { attachmentTargets, isInside, linkTargets } from '../core/links';
import type { Uri } from '../core/model';
import { lineEndOf } from '../core/textChange';
import { fileName, parentUri, relativePath } from '../core/uri';
import { scalarChange } from '../core/yamlEdits';
import type { Fix, FixContext, Fixer } from './codeActionsContext';
import { fixByFile, fixHere } from './codeActionsContext';
import { titleFromName } from './codeActionsFields';

/** Files of the same name elsewhere that are offered. */
const maximumPlaces = 3;

export const missingAttachment: Fixer = (context, { span }) => {
  const { evidence } = context;
  const target = evidence && attachmentTargets(evidence).find((found) => found.span.start === span.start);
  if (!target) return [];
  const elsewhere = placesOf(context, target.uri).flatMap((uri, at) => {
    const path = relativePath(parentUri(context.uri), uri);
    return fixHere(context, `Change to ${path}`, [scalarChange(context.text, span, path)], at === 0);
  });
  return [
    ...elsewhere,
    ...createdFile(context, target),
    ...fixHere(
      context,
      `Remove ${target.destination} from the attachments`,
      removeAttachmentAt(evidence, span.start),
    ),
  ];
};

export const brokenLink: Fixer = (context, { span }) => {
  const file = context.evidence ?? context.plan;
  const target = file && linkTargets(file).find((found) => found.span.start === span.start);
  if (!target) return [];
  const elsewhere = placesOf(context, target.uri).flatMap((uri, at) => {
    const path = relativePath(parentUri(context.uri), uri);
    const rest = /[?#].*$/s.exec(target.destination)?.[0] ?? '';
    return fixHere(context, `Change to ${path}`, [{ span, newText: encoded(path) + rest }], at === 0);
  });
  return [...elsewhere, ...createdFile(context, target)];
};

/** A path as Markdown has it between round brackets. */
const encoded = (path: string): string =>
  path.split('/').map(encodeURIComponent).join('/').replace(/\(/g, '%28').replace(/\)/g, '%29');

/** Files of the same name in other folders of the portfolio: it has probably been moved. */
function placesOf({ index, portfolio, uri }: FixContext, missing: Uri): readonly Uri[] {
  const ending = missing.slice(missing.lastIndexOf('/')).toLowerCase();
  return index
    .placesWithin(portfolio.root)
    .filter(
      (place) => place.toLowerCase().endsWith(ending) && place !== uri && portfolio.exists(place) === true,
    )
    .sort()
    .slice(0, maximumPlaces);
}

/** Only a text can be begun; nobody is helped by an empty PDF. */
function createdFile(context: FixContext, { uri }: Target): readonly Fix[] {
  const { portfolio, text } = context;
  if (!/\.(?:md|markdown)$/i.test(uri) || !isInside(portfolio.root, uri)) return [];
  const end = lineEndOf(text);
  const path = relativePath(parentUri(context.uri), uri);
  return [fixByFile(context, `Create ${path}`, uri, `# ${titleFromName(fileName(uri))}${end}`)];
}
