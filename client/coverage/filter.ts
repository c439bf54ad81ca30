/** The filter of the Coverage view: by change, by state, by rating, by owner, by file and by words. Nothing here knows VS Code. */
import type {
  CoverageNode,
  CoverageSummary,
  ElementsWithParams,
  ElementState,
  EvidenceRow,
} from '../../server/lsp/protocol';
import { countStates, elementStates, stateWords } from '../../server/words/states';
import { count } from '../../server/words/counts';
import { isAsked } from '../portfolios/standards';

/** What is on show: that which meets all conditions. */
export interface Filter {
  /** Elements in one of these states; empty: in any. */
  readonly states: ReadonlySet<ElementState>;
  /** Applicable elements that you rate so, by the rating's id (`''`: not rated), each with its words; empty: in any way. */
  readonly ratings: ReadonlyMap<string, string>;
  /** Elements with evidence of one of these owners (`''`: of nobody), and only that evidence; empty: of anybody. */
  readonly owners: ReadonlySet<string>;
  /** Only elements with evidence that is to be reviewed by then, or is overdue; undefined: whenever. */
  readonly review: ReviewWithin | undefined;
  /** Only elements of these people, by their keys, each with the name: who owns evidence or is to find some; empty: anybody’s. */
  readonly people: ReadonlyMap<string, string>;
  /** Only elements that a certain file names; the file is given when the filter is applied. */
  readonly inFile: boolean;
  /** Only elements that are not what they were at the base that the view compares with. */
  readonly changed: boolean;
  /** Only elements that these words lead to (`wordFilter.ts`); empty: all. */
  readonly words: string;
}

/** By how many days from now; `overdue`: none, but what has passed. */
export type ReviewWithin = 'overdue' | 30 | 90 | 180;

export const reviewsWithin: readonly ReviewWithin[] = ['overdue', 30, 90, 180];

export const noFilter: Filter = {
  review: undefined,
  people: new Map(),
  states: new Set(),
  ratings: new Map(),
  owners: new Set(),
  inFile: false,
  changed: false,
  words: '',
};

/** Whether everything is on show. */
export function isOff({
  states: wanted,
  ratings,
  owners,
  people,
  review,
  inFile,
  changed,
  words,
}: Filter): boolean {
  const isAny =
    wanted.size === 0 && ratings.size === 0 && owners.size === 0 && people.size === 0 && review === undefined;
  return isAny && !inFile && !changed && words.trim() === '';
}

/**
 * What the server is to be asked, as only it knows the evidence of all elements; undefined: nothing.
 * @param file the URI of the file that `inFile` means; without one, no element has it
 */
export function askedOf(
  { owners, people, review, inFile }: Filter,
  file: string | undefined,
): ElementsWithParams | undefined {
  if (owners.size === 0 && people.size === 0 && review === undefined && !inFile) return undefined;
  return {
    ...(owners.size === 0 ? {} : { owners: [...owners] }),
    ...(people.size === 0 ? {} : { people: [...people.keys()] }),
    ...(review === undefined
      ? {}
      : { review: review === 'overdue' ? { overdue: true } : { overdue: true, days: review } }),
    ...(inFile ? { file: file ?? 'none:' } : {}),
  };
}

/** The IDs of a portfolio's elements that meet what the server was asked, and the words; undefined: neither was asked. */
export type Fitting = ReadonlySet<string> | undefined;

/** The nodes that are on show, or have one below them that is; in their order, and groups with what is on show of them. */
export function filterNodes(
  nodes: readonly CoverageNode[],
  filter: Filter,
  fitting?: Fitting,
): readonly CoverageNode[] {
  return isOff(filter) ? nodes : nodes.flatMap((node) => left(node, filter, fitting).nodes);
}

/** What a filter leaves of the nodes, added up. */
export const summaryShown = (
  nodes: readonly CoverageNode[],
  filter: Filter,
  fitting?: Fitting,
): CoverageSummary => countStates(nodes.flatMap((node) => left(node, filter, fitting).states));

/** What a filter leaves of a node: the node or nothing, and the states of all elements that are on show. */
interface Left {
  readonly nodes: readonly CoverageNode[];
  readonly states: readonly ElementState[];
}

function left(node: CoverageNode, filter: Filter, fitting: Fitting): Left {
  const parts = node.children.map((child) => left(child, filter, fitting));
  const itself = isShown(node, filter, fitting);
  const children = parts.flatMap(({ nodes }) => nodes);
  const states = [
    ...(itself && node.state !== undefined ? [node.state] : []),
    ...parts.flatMap((part) => part.states),
  ];
  if (!itself && children.length === 0) return { nodes: [], states };
  // What is there for those below it only has no evidence to show.
  const items = itself || node.items === undefined ? {} : { items: 0 };
  const shown = node.summary === undefined ? {} : { shown: countStates(states) };
  return { nodes: [{ ...node, children, ...items, ...shown }], states };
}

/** Whether an element meets all conditions; a group meets none. */
export function isShown(node: CoverageNode, filter: Filter, fitting: Fitting): boolean {
  if (node.state === undefined) return false;
  if (filter.changed && node.change === undefined) return false;
  if (filter.states.size > 0 && !filter.states.has(node.state)) return false;
  if (filter.ratings.size > 0 && !isRatedSo(node, filter)) return false;
  if (isAskedOfServer(filter) && fitting?.has(node.id) !== true) return false;
  return filter.words.trim() === '' || fitting?.has(node.id) === true;
}

const isAskedOfServer = (filter: Filter): boolean => askedOf(filter, undefined) !== undefined;

const isRatedSo = ({ state, rating }: CoverageNode, { ratings }: Filter): boolean =>
  isAsked(state) && ratings.has(rating?.self ?? '');

/** Whether a piece of evidence is on show below its element. */
export const isOfOwner = ({ owner }: EvidenceRow, { owners, people }: Filter): boolean =>
  (owners.size === 0 && people.size === 0) || owners.has(owner ?? '');

/** How many assessable nodes there are, and how many of them are on show. */
export function countShown(
  nodes: readonly CoverageNode[],
  filter: Filter,
  fitting?: Fitting,
): { readonly shown: number; readonly total: number } {
  let shown = 0;
  let total = 0;
  const visit = (node: CoverageNode): void => {
    const isHere = isShown(node, filter, fitting);
    if (isHere) shown++;
    // What is out of scope is none of them, unless somebody looks at it.
    if (node.state !== undefined && (isHere || node.state !== 'out-of-scope')) total++;
    for (const child of node.children) visit(child);
  };
  for (const node of nodes) visit(node);
  return { shown, total };
}

/** The filter in few words, for beside the view's name: `missing, overdue · “complaint”`; empty when it is off. */
export function filterWords(filter: Filter): string {
  const owners = ownersNamed(filter, 'no owner');
  return [
    filter.changed ? 'changed here' : '',
    statesInWords(filter).join(', '),
    [...filter.ratings.values()].join(', '),
    owners.join(', '),
    [...filter.people.values()].join(', '),
    filter.review === undefined ? '' : reviewWords(filter.review),
    filter.inFile ? 'in this file' : '',
    quoted(filter.words),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The line above the tree while a filter is on; empty when it is off. `file` is the name of what `inFile` means. */
export function filterMessage(
  nodes: readonly CoverageNode[],
  filter: Filter,
  file?: string,
  fitting?: Fitting,
): string {
  if (isOff(filter)) return '';
  const { shown, total } = countShown(nodes, filter, fitting);
  const owners = ownersNamed(filter, 'nobody');
  const parts = [
    filter.changed ? 'changed here' : '',
    orList(statesInWords(filter)),
    orList([...filter.ratings.values()]),
    owners.length > 0 ? `with evidence kept by ${orList(owners)}` : '',
    filter.people.size > 0
      ? `with evidence kept, or to be found, by ${orList([...filter.people.values()])}`
      : '',
    filter.review === undefined ? '' : `with evidence ${reviewWords(filter.review)}`,
    filter.inFile ? (file === undefined ? 'named in the file that you edit' : `named in ${file}`) : '',
    filter.words.trim() === '' ? '' : `about ${quoted(filter.words)}`,
  ];
  const words = parts.filter((part) => part !== '').join('; ');
  return shown === 0
    ? `None of the ${count(total, 'element')} is shown: ${words}.`
    : `Showing ${shown} of ${count(total, 'element')}: ${words}.`;
}

/** Owners that are none of the people who are named. */
const ownersNamed = ({ owners, people }: Filter, nobody: string): readonly string[] =>
  [...owners].filter((owner) => people.size === 0 || owner === '').map((owner) => owner || nobody);

/** `overdue for review`, `to be reviewed within 90 days` */
export const reviewWords = (within: ReviewWithin): string =>
  within === 'overdue' ? 'overdue for review' : `to be reviewed within ${within} days`;

const statesInWords = (filter: Filter): readonly string[] =>
  elementStates.filter((state) => filter.states.has(state)).map((state) => stateWords[state]);

const quoted = (words: string): string => (words.trim() === '' ? '' : `“${words.trim()}”`);

const orList = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' or $1');
