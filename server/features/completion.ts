/** Completion of element IDs under `elements`, by digits and by words. */
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ElementReference } from '../core/evidence';
import { parseEvidence } from '../core/evidence';
import type { Portfolio } from '../core/portfolio';
import type { Standard, StandardNode } from '../core/standard';
import { shortWords } from '../core/standard';
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
  const others = otherReferences(place, position);
  if (!isEvidence(portfolio, place, others, typed)) return nothing;
  const listed = new Set(others.map(({ id }) => id));
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
      filterText: typed.trim() === '' ? element.id : typed,
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
  // Digits alone are the start of an ID; no text of a standard is looked for by them.
  const words = /\p{L}/u.test(query) ? wordsIn(query) : [];
  return standard.elements.flatMap((element, order): readonly Match[] => {
    if (startsWith(element.id, query)) return [{ element, rank: 0, order }];
    if (words.length === 0) return [];
    const { title, text, guidance, ancestors } = element;
    if (hasWords([title, text], words)) return [{ element, rank: 0, order }];
    const around = ancestors.map((ancestor) => ancestor.title);
    return hasWords([title, text, ...guidance, ...around], words) ? [{ element, rank: 1, order }] : [];
  });
}

const startsWith = (id: string, query: string): boolean => id.toLowerCase().startsWith(query);

const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Every word begins some word of the texts. */
function hasWords(texts: readonly string[], words: readonly string[]): boolean {
  const own = wordsIn(texts.join('\n'));
  return words.every((word) => own.some((candidate) => candidate.startsWith(word)));
}

/** What the file lists already, what stands under the cursor aside. */
function otherReferences(
  { uri, text, offset }: Place,
  { token }: ElementsPosition,
): readonly ElementReference[] {
  const references = parseEvidence(uri, text)?.elements ?? [];
  return references.filter(({ span }) => span.end < token.start || span.start > Math.max(token.end, offset));
}

/** Other tools have a key `elements` too, and their files are none of our business. */
function isEvidence(
  { evidence, manifest, standard, isActive }: Portfolio,
  { uri }: Place,
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

function newText(id: string, { prefix, quote, isClosed }: ElementsPosition): string {
  if (quote) return isClosed ? id : `${id}${quote}`;
  return prefix + asYaml(id);
}

/** A text as a YAML value on one line, in quotation marks where it needs them. */
export const asYaml = (text: string): string => (needsQuotes(text) ? JSON.stringify(text) : text);

/** Texts that YAML would take for a number or for markup. */
const needsQuotes = (text: string): boolean =>
  readsAsNumber(text) || /^[-?:*&!|>'"%@`#~]|[,[\]{}]|:(?:\s|$)|\s#/.test(text);
