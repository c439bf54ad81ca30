/**
 * Footnotes by remark. Of a text that has some, it reads only the sections that call or define them, all at once: a note
 * has its number by where it is first called, and all notes stand at the end.
 */
import type { RootContent } from 'hast';
import type { Definition, Nodes } from 'mdast';
import { parseGitHubMarkdown } from '../../../core/markdown/tree';
import type { Noted, NotedSections } from '../markdown/quickTree';
import type { References } from '../markdown/references';
import { afterwards, definitionsFor, treeOf } from './remarkTree';

/**
 * @param references of the rest of the text
 * @returns undefined where one of the sections is not over at its end, or may define what the rest of the text does
 */
export function remarkNoted({ sections, hasLast }: NotedSections, references: References): Noted | undefined {
  const before = definitionsFor(sections.join(''), references);
  if (!before || sections.some((section) => section.includes(afterwards))) return undefined;
  const ends = hasLast ? sections.length - 1 : sections.length;
  const marked = sections.map((section, at) => (at < ends ? `${section}${afterwards}\n\n` : section));
  const tree = parseGitHubMarkdown([...before.map((line) => `${line}\n`), '\n', ...marked].join(''));
  const own = referencesIn(definitionsIn(tree), before.length, references);
  const parts = partsOf(treeOf(tree).children);
  if (!own || parts.length !== ends + 1) return undefined;
  return { trees: parts.map((children) => ({ type: 'root', children })), references: own };
}

const definitionsIn = (node: Nodes): readonly Definition[] => {
  if (node.type === 'definition') return [node];
  return 'children' in node ? node.children.flatMap(definitionsIn) : [];
};

/** @param given how many lines at the beginning are definitions of others; all of these have to be found */
function referencesIn(
  definitions: readonly Definition[],
  given: number,
  others: References,
): References | undefined {
  const own = definitions.filter(({ position }) => (position?.start.line ?? 0) > given);
  if (definitions.length - own.length !== given) return undefined;
  const references = own.map(
    ({ identifier, url, title }) => [identifier.toUpperCase(), { href: url, title: title ?? '' }] as const,
  );
  // How letters of other scripts are compared, and an empty title, may differ from parser to parser.
  const isDoubtful = own.some(({ identifier, title }) => /[^ -~]/.test(identifier) || title === '');
  if (isDoubtful || references.some(([label]) => Object.hasOwn(others, label))) return undefined;
  // Of two definitions, the first one is taken.
  return Object.fromEntries(references.toReversed());
}

/** What stands between the paragraphs that mark the ends of sections, without the line ends around it. */
function partsOf(nodes: readonly RootContent[]): RootContent[][] {
  const parts: RootContent[][] = [[]];
  for (const node of nodes)
    if (isMark(node)) parts.push([]);
    else parts.at(-1)?.push(node);
  return parts.map((part) => {
    const start = isLineEnd(part[0]) ? 1 : 0;
    return part.slice(start, isLineEnd(part.at(-1)) ? -1 : undefined);
  });
}

const isMark = (node: RootContent): boolean =>
  node.type === 'element' &&
  node.tagName === 'p' &&
  node.children.length === 1 &&
  node.children[0]?.type === 'text' &&
  node.children[0].value === afterwards;

const isLineEnd = (node: RootContent | undefined): boolean => node?.type === 'text' && node.value === '\n';
