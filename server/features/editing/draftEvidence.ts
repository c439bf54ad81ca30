/** A first draft of an evidence file for some elements: where it goes, what it is called, and what it says. */
import type { EvidenceFile } from '../../core/evidence/evidence';
import type { Uri } from '../../core/text/span';
import { nextRef } from '../../core/portfolio/nextRef';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { StandardNode } from '../../core/standard/standard';
import { shortWords } from '../../core/standard/standard';
import { yamlScalar } from '../../words/yamlScalar';
import { fileName, joinPath, parentUri } from '../../core/text/uri';
import { oneLine } from '../../words/oneLine';

export interface EvidenceDraft {
  readonly uri: Uri;
  readonly text: string;
  /** Offset in the text: the line under the first section's heading. */
  readonly cursor: number;
}

export interface DraftOptions {
  /** What the evidence is called; `Evidence for 3.2.4` where it is empty or left out. */
  readonly title?: string | undefined;
}

/** Null where the standard has none of the elements, or no element is named. Nothing is written. */
export function draftEvidence(
  portfolio: Portfolio,
  elements: string | readonly string[],
  { title = '' }: DraftOptions = {},
): EvidenceDraft | null {
  const ids = typeof elements === 'string' ? [elements] : [...new Set(elements)];
  const nodes = ids.flatMap((id) => portfolio.standard.nodes.get(id) ?? []).filter((node) => node.assessable);
  const [first] = nodes;
  if (!first) return null;
  const wanted = oneLine(title);
  const name = wanted || `Evidence for ${nodes.map(({ id }) => id).join(', ')}`;
  const folder = folderFor(portfolio, nodes);
  const neighbours = [...portfolio.evidence.values()].filter(({ uri }) => parentUri(uri) === folder);
  const stem = fileStem(namingOf(neighbours), first.id, wanted);
  const text = draftText(portfolio, nodes, name);
  return {
    uri: freePlace(portfolio, folder, stem, extensionOf(neighbours)),
    text,
    cursor: text.lastIndexOf(firstSection) + firstSection.length,
  };
}

/** A place where no file is known to stand: with a number where one does. */
function freePlace({ evidence, exists }: Portfolio, folder: Uri, stem: string, extension: string): Uri {
  for (let number = 1; ; number++) {
    const uri = joinPath(folder, `${stem}${number === 1 ? '' : `-${number}`}${extension}`);
    if (!evidence.has(uri) && exists(uri) !== true) return uri;
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
  return joinPath(portfolio.root, 'evidence');
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

const firstSection = '## What we do\n\n';

function draftText(portfolio: Portfolio, nodes: readonly StandardNode[], title: string): string {
  const ref = nextRef(portfolio);
  return [
    '---',
    `title: ${yamlScalar(title)}`,
    'elements:',
    ...nodes.map(({ id }) => `  - ${yamlScalar(id)}`),
    ...(ref === undefined ? [] : [`ref: ${yamlScalar(ref)}`]),
    'status: draft',
    `date: ${portfolio.days.today}`,
    '---',
    '',
    `# ${title}`,
    '',
    ...nodes.flatMap((node) => [
      `<!-- ${nodes.length > 1 ? `${node.id}: ` : ''}${shortWords(node, 400).replaceAll('--', '–')} -->`,
      '',
    ]),
    `${firstSection}\n\n## How we know\n\n\n\n## Results\n`,
  ].join('\n');
}
