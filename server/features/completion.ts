/** Completion of element IDs under `elements`, by digits and by words. */
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Portfolio } from '../core/portfolio';
import type { Standard, StandardNode } from '../core/standard';
import { shortWords } from '../core/standard';
import { wordsOfNode } from '../core/words';
import { readsAsNumber } from '../core/yamlTree';
import type { ElementsPosition } from './elementsAt';
import { elementsPositionAt } from './elementsAt';
import { nodeMarkup } from './elementMarkup';
import type { Place } from './identifierAt';
import type { Markup } from './markup';
import { toRange } from './range';
import { coverageWords } from './wording';

/** What an item carries for `resolveCompletion`. */
export interface CompletionData {
  readonly uri: string;
  readonly element: string;
}

const nothing: CompletionList = { isIncomplete: false, items: [] };

/**
 * The elements that fit what has been typed, in the standard's order. The list is marked incomplete: the choice
 * is made here, by words of the guidance that no editor could match against an ID.
 */
export function completion(portfolio: Portfolio, place: Place): CompletionList {
  const position = elementsPositionAt(place.text, place.offset);
  if (!position) return nothing;
  const { token } = position;
  const typed = place.text.slice(token.start, place.offset);
  const listed = idsElsewhere(portfolio, place, position);
  const range = toRange(place.text, token);
  const items = matching(portfolio.standard, typed).map(({ element, rank, order }): CompletionItem => {
    const isListed = listed.has(element.id);
    const coverage = portfolio.coverage(element.id);
    const note = isListed
      ? 'already in this file'
      : coverage.state === 'missing'
        ? '● no evidence yet'
        : coverageWords(coverage);
    return {
      label: element.id,
      labelDetails: { detail: `  ${shortWords(element, 60)}`, description: note },
      detail: note,
      kind: CompletionItemKind.EnumMember,
      // Equal for all, so that the editor leaves the choice and the order to us.
      filterText: typed === '' ? element.id : typed,
      sortText: `${isListed ? 1 : 0}${rank}${String(order).padStart(5, '0')}`,
      textEdit: { range, newText: newText(element.id, position) },
      data: { uri: place.uri, element: element.id } satisfies CompletionData,
    };
  });
  return { isIncomplete: true, items };
}

/** Adds what the standard says of the element; asked for the one item that the user looks at. */
export function resolveCompletion(
  portfolio: Portfolio,
  item: CompletionItem,
  element: string,
  markup: Markup,
): CompletionItem {
  const node = portfolio.standard.nodes.get(element);
  return node ? { ...item, documentation: nodeMarkup(portfolio, node, markup) } : item;
}

interface Match {
  readonly element: StandardNode;
  /** 0 by ID or by its own words, 1 by its guidance only. */
  readonly rank: number;
  readonly order: number;
}

function matching(standard: Standard, typed: string): readonly Match[] {
  const query = typed.trim().toLowerCase();
  const words = query.split(/\s+/).filter((word) => word !== '');
  return standard.elements.flatMap((element, order): readonly Match[] => {
    if (query === '' || element.id.toLowerCase().startsWith(query)) return [{ element, rank: 0, order }];
    if (hasWords(`${element.title} ${element.text}`, words)) return [{ element, rank: 0, order }];
    return hasWords(wordsOfNode(element), words) ? [{ element, rank: 1, order }] : [];
  });
}

/** Every word begins some word of the text. */
function hasWords(text: string, words: readonly string[]): boolean {
  const own = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => own.some((candidate) => candidate.startsWith(word)));
}

/** IDs that the file has already, the one under the cursor aside. */
function idsElsewhere(
  { evidence }: Portfolio,
  { uri, offset }: Place,
  { token }: ElementsPosition,
): ReadonlySet<string> {
  const references = evidence.get(uri)?.elements ?? [];
  return new Set(
    references
      .filter(({ span }) => span.end < token.start || span.start > Math.max(token.end, offset))
      .map(({ id }) => id),
  );
}

function newText(id: string, { prefix, quote, isClosed }: ElementsPosition): string {
  if (quote) return isClosed ? id : `${id}${quote}`;
  return prefix + (needsQuotes(id) ? `"${id}"` : id);
}

/** IDs that YAML would take for a number or for markup. */
export const needsQuotes = (id: string): boolean =>
  readsAsNumber(id) || /^[-?:*&!|>'"%@`#]|[,[\]{}]|: |\s#/.test(id);
