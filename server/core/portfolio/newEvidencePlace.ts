/** Where a new piece of evidence goes, and what its file is called: as its neighbours are. */
import type { EvidenceFile } from '../evidence/evidence';
import type { StandardNode } from '../standard/standard';
import type { Uri } from '../text/span';
import { fileName, joinPath, parentUri } from '../text/uri';
import type { Portfolio } from './portfolio';

/**
 * A place at which no file is known to stand.
 * @param nodes elements that the evidence is for
 * @param title on one line; may be empty
 * @param isTaken places that are spoken for beside those at which something stands
 */
export function newEvidencePlace(
  portfolio: Portfolio,
  nodes: readonly StandardNode[],
  title: string,
  isTaken: (uri: Uri) => boolean = () => false,
): Uri {
  const folder = folderFor(portfolio, nodes);
  const neighbours = [...portfolio.evidence.values()].filter(({ uri }) => parentUri(uri) === folder);
  const stem = fileStem(namingOf(neighbours), nodes[0]?.id ?? '', title);
  return freePlace(portfolio, isTaken, folder, stem, extensionOf(neighbours));
}

/** A place where no file is known to stand: with a number where one does. */
function freePlace(
  { evidence, exists }: Portfolio,
  isTaken: (uri: Uri) => boolean,
  folder: Uri,
  stem: string,
  extension: string,
): Uri {
  for (let number = 1; ; number++) {
    const uri = joinPath(folder, `${stem}${number === 1 ? '' : `-${number}`}${extension}`);
    if (!evidence.has(uri) && exists(uri) !== true && !isTaken(uri)) return uri;
  }
}

/** The folder that holds most of the evidence for the elements' nearest relatives. */
function folderFor(portfolio: Portfolio, nodes: readonly StandardNode[]): Uri {
  const depth = Math.max(...nodes.map(({ ancestors }) => ancestors.length));
  for (let step = 1; step <= depth; step++) {
    const groups = new Set(nodes.flatMap(({ ancestors }) => ancestors.at(-step) ?? []));
    const folders = new Map<Uri, number>();
    for (const element of portfolio.standard.elements) {
      if (!element.ancestors.some((group) => groups.has(group))) continue;
      for (const { uri } of portfolio.evidenceFor(element.id))
        folders.set(parentUri(uri), (folders.get(parentUri(uri)) ?? 0) + 1);
    }
    const [best] = [...folders].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
    if (best) return best[0];
  }
  return joinPath(portfolio.root, folderIncluded(portfolio.manifest?.include ?? []));
}

/** Where the portfolio says its evidence is, so that what is new is read: `docs` of `docs/*.md`; else `evidence`. */
function folderIncluded(patterns: readonly string[]): string {
  const folders = patterns.map((pattern) => /^([^*?[\]{}()!]*)\//.exec(pattern)?.[1] ?? '');
  return folders.every((folder) => folder !== '' && !folder.startsWith('..'))
    ? (folders[0] ?? 'evidence')
    : 'evidence';
}

/** How the files of a folder are named. */
interface Naming {
  readonly separator: '-' | '_' | ' ';
  readonly isLowerCase: boolean;
  /** Most names start with the ID of an element of their file. */
  readonly startsWithId: boolean;
}

const separators = ['-', '_', ' '] as const;

function namingOf(neighbours: readonly EvidenceFile[]): Naming {
  const names = neighbours.map(({ uri, elements }) => ({
    stem: fileName(uri).replace(/\.[^.]*$/, ''),
    ids: elements.map(({ id }) => id),
  }));
  const most = (fits: (name: (typeof names)[number]) => boolean): boolean =>
    names.filter(fits).length * 2 > names.length;
  const startsWithId = most(({ stem, ids }) => ids.some((id) => stem.startsWith(id)));
  const separator =
    separators.find((mark) => most(({ stem }) => stem.includes(mark))) ??
    (startsWithId ? (separators.find((mark) => names.some(({ stem }) => stem.includes(mark))) ?? '-') : '-');
  return { separator, isLowerCase: !most(({ stem }) => /\p{Lu}/u.test(withoutId(stem))), startsWithId };
}

/** An ID such as AC-2 has capitals of its own. */
const withoutId = (stem: string): string => stem.replace(/^\S*\d\S*[-_ ]/, '');

/** As long as a name may get; longer ones are cut where a word ends. */
const maximumStem = 60;

function fileStem({ separator, isLowerCase, startsWithId }: Naming, id: string, title: string): string {
  const ownId = slug(id, separator, isLowerCase);
  if (title === '')
    return startsWithId
      ? `${ownId}${separator}evidence`
      : `${slug('Evidence for', separator, isLowerCase)}${separator}${ownId}`;
  const words = shortened(slug(withoutAccents(title), separator, isLowerCase), separator);
  if (words === '') return `${slug('Evidence for', separator, isLowerCase)}${separator}${ownId}`;
  return startsWithId && !words.startsWith(ownId) ? `${ownId}${separator}${words}` : words;
}

const withoutAccents = (text: string): string => text.normalize('NFKD').replace(/[\p{Mn}'’]/gu, '');

/** What some file system or address does not like becomes the separator. */
const slug = (text: string, separator: string, isLowerCase: boolean): string => {
  const words = text
    .replace(/[^\p{L}\p{N}.]+|\.(?![\p{L}\p{N}])/gu, ' ')
    .trim()
    .replaceAll(' ', separator);
  return isLowerCase ? words.toLowerCase() : words;
};

function shortened(stem: string, separator: string): string {
  if (stem.length <= maximumStem) return stem;
  const cut = stem.lastIndexOf(separator, maximumStem);
  return stem.slice(0, cut > 0 ? cut : maximumStem);
}

/** `.markdown` where all neighbours have it. */
function extensionOf(neighbours: readonly EvidenceFile[]): string {
  const isLong = neighbours.length > 0 && neighbours.every(({ uri }) => uri.endsWith('.markdown'));
  return isLong ? '.markdown' : '.md';
}
