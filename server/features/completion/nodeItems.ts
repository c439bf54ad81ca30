/** Elements and groups of the standard as items of a completion: those that fit what has been typed, by digits or words. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { earlierIdsOf, retiredIdsOf } from '../../core/standard/retired';
import type { FoundElement } from '../../core/search/elementIndex';
import { findElements } from '../../core/search/findElements';
import type { Lexicon, StandardNode } from '../../core/standard/standard';
import { writtenAlike } from '../../core/standard/writtenIdentifiers';
import { qualified } from '../../core/frontMatter/standardNames';
import { tellingWords } from '../text/tellingWords';
import { coverageWords } from '../text/wording';
import type { Question, Slot } from './item';
import { asValue, gapBehind } from './item';
import { saidOf, textAround, wordTest } from './nodeWords';

/** What an item carries for `resolveCompletion`. */
export interface CompletionData {
  readonly uri: string;
  readonly element: string;
}

interface NodeOptions {
  readonly typed: string;
  readonly group?: string;
  /** What stands beside a node instead of its coverage. */
  readonly noteOf?: (node: StandardNode) => string | undefined;
  /** Before others, whatever has been typed. */
  readonly isFirst?: (node: StandardNode) => boolean;
  readonly isLast?: (node: StandardNode) => boolean;
  readonly textOf?: (id: string) => string;
  /** Only what has all that is typed: in prose, words mean themselves. */
  readonly isStrict?: boolean;
}

/** More are not offered at once: with each character that is typed the list is made anew, and nobody reads so many. */
const maximumItems = 100;

/**
 * Items for those of some nodes that fit what has been typed, by the start of an ID or by words; of very many, those
 * that stand first.
 */
export function nodeItems(
  question: Question,
  slot: Slot,
  nodes: readonly StandardNode[],
  { typed, group = '', noteOf, isFirst, isLast, textOf, isStrict = false }: NodeOptions,
): CompletionItem[] {
  const { portfolio, cursor, range } = question;
  const replaced = range(slot.token);
  const gap = gapBehind(cursor.text, slot.token);
  const turnOf = ({ rank, element }: Match): number =>
    rank === typedInFull || isFirst?.(element) === true ? 0 : isLast?.(element) === true ? 2 : 1;
  const found = firstOf(matching(portfolio.standard, nodes, typed, isStrict), turnOf);
  return found.map((match) => {
    const { element, rank, order, replaced: old, because } = match;
    const note =
      noteOf?.(element) ?? (old === undefined ? undefined : earlierWords(portfolio.standard, old, element));
    const mark = note === undefined ? markOf(portfolio, element) : `${note} · `;
    const isTyped = rank === typedInFull;
    return {
      label: element.id,
      // What stands at the right edge is cut to two letters by words as long as these; the note heads the explanation.
      labelDetails: { detail: `  ${mark}${tellingWords(portfolio.standard, element, 60)}` },
      detail: (note ?? coverageNote(portfolio, element)) + becauseNote(because),
      kind: CompletionItemKind.EnumMember,
      ...(isTyped ? { preselect: true } : {}),
      // Equal for all, so that the editor leaves the choice and the order to us.
      filterText: typed.trim() === '' ? element.id : typed,
      sortText: `${group}${turnOf(match)}${rank}${String(order).padStart(6, '0')}`,
      textEdit: { range: replaced, newText: (textOf ? textOf(element.id) : asValue(element.id, slot)) + gap },
      data: { uri: cursor.uri, element: element.id } satisfies CompletionData,
    };
  });
}

const earlierWords = (standard: Lexicon, old: string, { id }: StandardNode): string =>
  retiredIdsOf(standard, id).includes(old) ? `${old} is now ${id}` : `part of ${old} is now ${id}`;

function coverageNote(portfolio: Portfolio, node: StandardNode): string {
  if (!node.assessable || portfolio.isLone) return node.level;
  const coverage = portfolio.coverage(node.id);
  return coverage.state === 'missing' ? '● no evidence yet' : coverageWords(coverage);
}

/** What led to an element that is not called so. */
const becauseNote = (because: readonly string[] = []): string =>
  because.length === 0 ? '' : ` · for ${because.map((words) => `“${words}”`).join(', ')}`;

interface Match {
  readonly element: StandardNode;
  /** One of `ranks`. */
  readonly rank: number;
  readonly order: number;
  /** The ID of an earlier edition that leads to it. */
  readonly replaced?: string;
  /** The words that led to it, where it does not have all that are typed. */
  readonly because?: readonly string[];
}

const typedInFull = 0;
/** How an element fits: by its ID or its own words, by its guidance only, by some of the words or words like them. */
const ranks = { own: 1, guidance: 2, searched: 3, other: 4 };

/** The first of them in the order in which they are shown. */
function firstOf(matches: readonly Match[], turnOf: (match: Match) => number): readonly Match[] {
  if (matches.length <= maximumItems) return matches;
  const placed = matches.map((match) => ({ match, turn: turnOf(match) }));
  placed.sort((one, other) => one.turn - other.turn || one.match.rank - other.match.rank);
  return placed.slice(0, maximumItems).map(({ match }) => match);
}

/**
 * Those that fit, the one that has been typed in full first. Words that fit none lead to what has some of them or words
 * like them, and to all where nothing is near: an empty list says nothing.
 */
function matching(
  standard: Lexicon,
  nodes: readonly StandardNode[],
  typed: string,
  isStrict: boolean,
): readonly Match[] {
  const query = typed.trim().toLowerCase();
  // Digits alone are the start of an ID; no text of a standard is looked for by them.
  const hasWords = /\p{L}/u.test(query) ? wordTest(query) : undefined;
  const places = hasWords ? placesFound(standard, query) : new Map<StandardNode, Place>();
  const orderOf = (element: StandardNode, index: number): number =>
    places.get(element)?.order ?? places.size + index;
  const alike = query === '' ? [] : writtenAlike(standard, typed);
  const own = alike.find((id) => id.toLowerCase() === query);
  const found = nodes.flatMap((element, index): readonly Match[] => {
    const order = orderOf(element, index);
    const isSame = own === undefined ? alike.includes(element.id) : element.id === own;
    if (isSame) return [{ element, rank: typedInFull, order }];
    if (begins(element, query)) return [{ element, rank: ranks.own, order }];
    const old =
      query === ''
        ? undefined
        : earlierIdsOf(standard, element.id).find((id) => begins({ ...element, id }, query));
    if (old !== undefined) return [{ element, rank: ranks.own, order, replaced: old }];
    if (hasWords?.(saidOf(element))) return [{ element, rank: ranks.own, order }];
    return hasWords?.(textAround(element)) ? [{ element, rank: ranks.guidance, order }] : [];
  });
  if (found.length === 0 && hasWords && !isStrict) return nearTo(nodes, places);
  const first = found.filter(({ rank }) => rank === typedInFull);
  return first.length === 0 ? found : [...first, ...found.filter(({ rank }) => rank !== typedInFull)];
}

function nearTo(nodes: readonly StandardNode[], places: ReadonlyMap<StandardNode, Place>): readonly Match[] {
  const near = nodes.flatMap((element) => {
    const place = places.get(element);
    return place ? [{ element, rank: ranks.searched, ...place }] : [];
  });
  return near.length > 0 ? near : nodes.map((element, order) => ({ element, rank: ranks.other, order }));
}

interface Place extends Pick<FoundElement, 'because'> {
  /** 0 for the best. */
  readonly order: number;
}

/** What a search for words finds, and the place of each there. */
function placesFound(standard: Lexicon, query: string): ReadonlyMap<StandardNode, Place> {
  const found = findElements(standard, query);
  return found.kind === 'groups'
    ? new Map()
    : new Map(found.elements.map(({ element, because }, order) => [element, { order, because }]));
}

/** With the name of its standard, or as the standard has it. @param query in lower case */
export const begins = ({ id, standard }: Pick<StandardNode, 'id' | 'standard'>, query: string): boolean =>
  startsWith(id, query) ||
  (standard !== undefined && startsWith(id.slice(qualified(standard, '').length), query));

const startsWith = (id: string, query: string): boolean => id.toLowerCase().startsWith(query);

/** Where the list is narrow, the note behind the words is cut off; a gap is marked before them too. */
const markOf = (portfolio: Portfolio, element: StandardNode): string =>
  element.assessable && !portfolio.isLone && portfolio.coverage(element.id).state === 'missing'
    ? 'missing · '
    : '';
