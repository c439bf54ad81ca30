/** What the rules have found, at its place. */
import { subjectOf } from '../history/findingIdentity';
import { filesOf, namedFilesOf } from '../portfolio/filesOf';
import type { Portfolio } from '../portfolio/portfolio';
import type { Finding } from '../rules/finding';
import type { StandardNode } from '../standard/standard';
import { nearestWord } from '../text/editDistance';
import { compareNaturally } from '../text/naturalOrder';
import type { Uri } from '../text/span';
import { severities } from '../text/span';
import type { Given } from './input';
import type { Answer, Asked, Stretch } from './model';
import { answer, pathIn, refused, stretchOf } from './model';
import type { PlaceOf } from './places';
import { placesOf } from './places';

const mostFindings = 50;
/** Names that a slip is looked for among. */
export const mostCompared = 2000;

interface Found {
  readonly uri: Uri;
  readonly finding: Finding;
}

export function listFindings(asked: Asked, given: Given): Answer {
  const { index, folders } = asked;
  const [severity, rule, file] = [given.text('severity'), given.text('rule'), given.text('file')];
  const uris = index.filesWithFindings();
  const unknown = unknownRule(asked, rule) ?? unknownFile(asked, file);
  if (unknown !== undefined) return refused(unknown);
  const meant = file === undefined ? uris : uris.filter((uri) => isWithinPath(pathIn(folders, uri), file));
  const all = meant.flatMap((uri) => index.findings(uri).map((finding) => ({ uri, finding })));
  const found = all
    .filter(({ finding }) => severity === undefined || finding.severity === severity)
    .filter(({ finding }) => rule === undefined || finding.rule === rule);
  const from = given.number('from') ?? 0;
  return answer({
    bySeverity: countBy(found, ({ finding }) => finding.severity),
    byRule: countBy(found, ({ finding }) => finding.rule),
    findings: stretchOf(gravestFirst(found), { from, most: mostFindings }, asData(placesOf(asked))),
  });
}

/** That nothing is found by a rule which there is not, or in a file which there is not, would be taken for good news. */
function unknownRule({ index }: Asked, rule: string | undefined): string | undefined {
  const codes: readonly string[] = index.rules.map(({ code }) => code);
  if (rule === undefined || codes.includes(rule)) return undefined;
  return `There is no rule “${rule}”.${meantWords(nearestWord(rule, codes))}`;
}

function unknownFile({ index, folders }: Asked, file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const ofPortfolios = index
    .portfolios()
    .flatMap((one) => [one.manifestUri, ...filesOf(one), ...namedFilesOf(one)]);
  const paths = [...index.filesWithFindings(), ...ofPortfolios].map((uri) => pathIn(folders, uri));
  if (paths.some((path) => isWithinPath(path, file))) return undefined;
  if (leadsOut(file)) return outside(file);
  const near = nearestWord(file, [...new Set(paths)].slice(0, mostCompared));
  return `No portfolio here has the file or folder “${file}”.${meantWords(near)}`;
}

const meantWords = (near: string | undefined): string => (near === undefined ? '' : ` Did you mean ${near}?`);

/** The file itself, or a folder that it is in. */
const isWithinPath = (path: string, wanted: string): boolean => {
  const named = wanted
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/+)+/, '')
    .replace(/(?<=[^/])\/+$/, '');
  return named === '' || named === '.' || path === named || path.startsWith(`${named}/`);
};

/** A path that cannot be one of the folder's: nothing is read there, whatever it says. */
export const leadsOut = (path: string): boolean =>
  /^(?:[\\/~]|[a-z][a-z\d+.-]*:)|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(path);

export const outside = (path: string): string =>
  `${path} is outside of the folder, and nothing outside of it is read. Give a path from the folder, such as evidence/a.md.`;

const gravestFirst = (found: readonly Found[]): readonly Found[] =>
  severities.flatMap((severity) => found.filter(({ finding }) => finding.severity === severity));

const countBy = (
  found: readonly Found[],
  keyOf: (one: Found) => string,
): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>();
  for (const one of found) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([left], [right]) => compareNaturally(left, right)));
};

const asData =
  (placeOf: PlaceOf) =>
  ({ uri, finding: { severity, message, rule, span } }: Found): object => ({
    severity,
    rule,
    message,
    ...placeOf(uri, span.start),
  });

/** Those of the files that are about an element, and those that speak of it elsewhere. */
export function findingsAbout(
  { index }: Asked,
  portfolio: Portfolio,
  node: StandardNode,
  placeOf: PlaceOf,
  from: number,
): Stretch {
  const own = portfolio.evidenceFor(node.id).map(({ uri }) => uri);
  const speaks = (uri: Uri, finding: Finding): boolean =>
    subjectOf(finding, uri, index.textOf(uri) ?? '', portfolio.standard) === node.id;
  const others = [portfolio.manifestUri, ...portfolio.plans.keys()].flatMap((uri) =>
    index.findings(uri).flatMap((finding) => (speaks(uri, finding) ? [{ uri, finding }] : [])),
  );
  const inOwn = own.flatMap((uri) => index.findings(uri).map((finding) => ({ uri, finding })));
  return stretchOf([...others, ...inOwn], { from, most: 20 }, asData(placeOf));
}

/** Those of one file. */
export const findingsIn = ({ index }: Asked, uri: Uri, placeOf: PlaceOf): Stretch =>
  stretchOf(
    index.findings(uri).map((finding) => ({ uri, finding })),
    { most: mostFindings, ask: 'ask list_findings for this file' },
    asData(placeOf),
  );
