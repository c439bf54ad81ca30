/** Completion of IDs of the standard, by digits and by words: under `elements`, in the text, in portfolio.yaml. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ElementReference } from '../../core/frontMatter/identifierList';
import { readBlock } from '../../core/evidence/block';
import { citedBy } from '../../core/evidence/elementsMeant';
import { parseEvidence } from '../../core/evidence/evidence';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { earlierIdsOf, retiredIdsOf } from '../../core/standard/retired';
import type { Lexicon, StandardNode } from '../../core/standard/standard';
import { shortWords } from '../../core/standard/standard';
import type { Span } from '../../core/text/span';
import { valueOf } from '../../core/yaml/fields';
import { writtenAlike } from '../../core/standard/writtenIdentifiers';
import type { Question, Slot } from './item';
import { asValue, gapBehind } from './item';
import { saidOf, textAround, wordTest } from './nodeWords';
import type { ListPosition } from '../text/elementsAt';
import type { Cursor } from '../text/identifierAt';
import { coverageWords } from '../text/wording';

/** What an item carries for `resolveCompletion`. */
export interface CompletionData {
  readonly uri: string;
  readonly element: string;
}

/** The elements that fit what has been typed in the value of `elements`, in the standard's order. */
export function completeElements(
  question: Question,
  position: ListPosition,
  group: string,
): CompletionItem[] {
  const { portfolio, cursor } = question;
  const typed = cursor.text.slice(position.token.start, cursor.offset);
  const others = otherReferences(cursor, position);
  if (!isEvidence(portfolio, cursor, others, typed)) return [];
  const listed = new Set(others.map(({ id }) => id));
  return nodeItems(question, position, portfolio.standard.elements, {
    typed,
    group,
    noteOf: ({ id }) => (listed.has(id) ? 'already in this file' : undefined),
    isLast: ({ id }) => listed.has(id),
    ...(position.isInRow ? { textOf: (id: string) => position.prefix + id } : {}),
  });
}

/** Those of the file's own elements that the list under the cursor does not have yet. */
export function completeOwnElements(question: Question, position: ListPosition): CompletionItem[] {
  const { portfolio, cursor } = question;
  const { standard } = portfolio;
  const evidence = parseEvidence(cursor.uri, cursor.text);
  if (!evidence) return [];
  const isHere = ({ start, end }: Span): boolean =>
    end >= position.token.start && start <= Math.max(position.token.end, cursor.offset);
  const there = new Set(
    (valueOf(evidence.strongest) ?? []).flatMap(({ id, span }) => (isHere(span) ? [] : id)),
  );
  const own = citedBy(standard, evidence);
  return nodeItems(
    question,
    position,
    standard.elements.filter(({ id }) => own.has(id)),
    {
      typed: cursor.text.slice(position.token.start, cursor.offset),
      group: '1',
      noteOf: ({ id }) => (there.has(id) ? 'already in this list' : undefined),
      isLast: ({ id }) => there.has(id),
      ...(position.isInRow ? { textOf: (id: string) => position.prefix + id } : {}),
    },
  );
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

/** What the file lists already, what stands under the cursor aside. */
function otherReferences({ text, offset }: Cursor, { token }: ListPosition): readonly ElementReference[] {
  const references = readBlock(text)?.elements ?? [];
  return references.filter(({ span }) => span.end < token.start || span.start > Math.max(token.end, offset));
}

/** Other tools have a key `elements` too, and their files are none of our business. */
function isEvidence(
  { evidence, manifest, standard, isActive }: Portfolio,
  { uri }: Cursor,
  others: readonly ElementReference[],
  typed: string,
): boolean {
  if (evidence.has(uri)) return true;
  // Left out by the manifest, or named in no way that fits the standard.
  if (manifest || others.length > 0) return false;
  // One is being named, and half an ID or a word of its text is no ID: a portfolio expects that, another folder
  // does where it looks like an ID.
  return isActive || standard.elements.some(({ id }) => startsWith(id, typed.trim().toLowerCase()));
}

/** Where the list is narrow, the note behind the words is cut off; a gap is marked before them too. */
const markOf = (portfolio: Portfolio, element: StandardNode): string =>
  element.assessable && portfolio.coverage(element.id).state === 'missing' ? 'missing · ' : '';
