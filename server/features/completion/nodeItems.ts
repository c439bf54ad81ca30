/** Elements and groups of the standard as items of a completion: those that fit what has been typed, by digits or words. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { earlierIdsOf, retiredIdsOf } from '../../core/standard/retired';
import type { Lexicon, StandardNode } from '../../core/standard/standard';
import { shortWords } from '../../core/standard/standard';
import { writtenAlike } from '../../core/standard/writtenIdentifiers';
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
  readonly isLast?: (node: StandardNode) => boolean;
  readonly textOf?: (id: string) => string;
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
  { typed, group = '', noteOf, isLast, textOf }: NodeOptions,
): CompletionItem[] {
  const { portfolio, cursor, range } = question;
  const replaced = range(slot.token);
  const gap = gapBehind(cursor.text, slot.token);
  const turnOf = ({ rank, element }: Match): number =>
    rank === typedInFull ? 0 : isLast?.(element) === true ? 2 : 1;
  const found = firstOf(matching(portfolio.standard, nodes, typed), turnOf);
  return found.map((match) => {
    const { element, rank, order, replaced: old } = match;
    const note =
      noteOf?.(element) ?? (old === undefined ? undefined : earlierWords(portfolio.standard, old, element));
    const mark = note === undefined ? markOf(portfolio, element) : `${note} · `;
    const isTyped = rank === typedInFull;
    return {
      label: element.id,
      // What stands at the right edge is cut to two letters by words as long as these; the note heads the explanation.
      labelDetails: { detail: `  ${mark}${shortWords(element, 60)}` },
      detail: note ?? coverageNote(portfolio, element),
      kind: CompletionItemKind.EnumMember,
      ...(isTyped ? { preselect: true } : {}),
      // Equal for all, so that the editor leaves the choice and the order to us.
      filterText: typed.trim() === '' ? element.id : typed,
      sortText: `${group}${turnOf(match)}${rank}${String(order).padStart(5, '0')}`,
      textEdit: { range: replaced, newText: (textOf ? textOf(element.id) : asValue(element.id, slot)) + gap },
      data: { uri: cursor.uri, element: element.id } satisfies CompletionData,
    };
  });
}

const earlierWords = (standard: Lexicon, old: string, { id }: StandardNode): string =>
  retiredIdsOf(standard, id).includes(old) ? `${old} is now ${id}` : `part of ${old} is now ${id}`;

function coverageNote(portfolio: Portfolio, node: StandardNode): string {
  if (!node.assessable) return node.level;
  const coverage = portfolio.coverage(node.id);
  return coverage.state === 'missing' ? '● no evidence yet' : coverageWords(coverage);
}

interface Match {
  readonly element: StandardNode;
  /** 0 typed in full, 1 by ID or by its own words, 2 by its guidance only. */
  readonly rank: number;
  readonly order: number;
  /** The ID of an earlier edition that leads to it. */
  readonly replaced?: string;
}

const typedInFull = 0;

/** The first of them in the order in which they are shown. */
function firstOf(matches: readonly Match[], turnOf: (match: Match) => number): readonly Match[] {
  if (matches.length <= maximumItems) return matches;
  const placed = matches.map((match) => ({ match, turn: turnOf(match) }));
  placed.sort((one, other) => one.turn - other.turn || one.match.rank - other.match.rank);
  return placed.slice(0, maximumItems).map(({ match }) => match);
}

/** Those that fit, the one that has been typed in full first. */
function matching(standard: Lexicon, nodes: readonly StandardNode[], typed: string): readonly Match[] {
  const query = typed.trim().toLowerCase();
  // Digits alone are the start of an ID; no text of a standard is looked for by them.
  const hasWords = /\p{L}/u.test(query) ? wordTest(query) : undefined;
  const alike = query === '' ? [] : writtenAlike(standard, typed);
  const own = alike.find((id) => id.toLowerCase() === query);
  const found = nodes.flatMap((element, order): readonly Match[] => {
    const isSame = own === undefined ? alike.includes(element.id) : element.id === own;
    if (isSame) return [{ element, rank: typedInFull, order }];
    if (startsWith(element.id, query)) return [{ element, rank: 1, order }];
    const old =
      query === '' ? undefined : earlierIdsOf(standard, element.id).find((id) => startsWith(id, query));
    if (old !== undefined) return [{ element, rank: 1, order, replaced: old }];
    if (!hasWords) return [];
    if (hasWords(saidOf(element))) return [{ element, rank: 1, order }];
    return hasWords(textAround(element)) ? [{ element, rank: 2, order }] : [];
  });
  const first = found.filter(({ rank }) => rank === typedInFull);
  return first.length === 0 ? found : [...first, ...found.filter(({ rank }) => rank !== typedInFull)];
}

export const startsWith = (id: string, query: string): boolean => id.toLowerCase().startsWith(query);

/** Where the list is narrow, the note behind the words is cut off; a gap is marked before them too. */
const markOf = (portfolio: Portfolio, element: StandardNode): string =>
  element.assessable && portfolio.coverage(element.id).state === 'missing' ? 'missing · ' : '';
