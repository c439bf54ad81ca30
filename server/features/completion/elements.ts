/** Completion of IDs of the standard in the front matter: under `elements`, and under keys that name some of those. */
import type { KeyNames } from '../../core/frontMatter/keys';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { ElementReference } from '../../core/frontMatter/identifierList';
import { referencesIn } from '../../core/frontMatter/identifierList';
import { readBlock } from '../../core/evidence/block';
import { citedBy } from '../../core/evidence/elementsMeant';
import { counterpartsOf } from '../../core/portfolio/counterparts';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { asksWords } from '../../words/relations';
import { knownId } from '../../core/standard/standard';
import type { Span } from '../../core/text/span';
import { qualified } from '../../core/frontMatter/standardNames';
import type { Question } from './item';
import { asValue } from './item';
import { standardAbove } from './standardAbove';
import { begins, nodeItems } from './nodeItems';
import type { ListPosition } from '../text/elementsAt';
import type { Cursor } from '../text/identifierAt';

/** The elements that fit what has been typed in the value of `elements`, in the standard's order. */
export function completeElements(
  question: Question,
  position: ListPosition,
  group: string,
): CompletionItem[] {
  const { portfolio, cursor } = question;
  const typed = cursor.text.slice(position.token.start, cursor.offset);
  const others = otherReferences(cursor, position, portfolio.names);
  if (!isEvidence(portfolio, cursor, others, typed)) return [];
  const listed = new Set(others.map(({ id }) => knownId(portfolio.standard, id)));
  const { elements, several } = portfolio.standard;
  const above = standardAbove(cursor.text, position.token.start, several?.names ?? []);
  const nodes = above === undefined ? elements : elements.filter(({ standard }) => standard === above);
  const counterparts = counterpartsOfListed(portfolio, listed);
  return nodeItems(question, position, nodes, {
    typed,
    group,
    noteOf: ({ id }) => (listed.has(id) ? 'already in this file' : counterparts.get(id)),
    isFirst: ({ id }) => counterparts.has(id),
    isLast: ({ id }) => listed.has(id),
    ...(position.isInRow ? { textOf: (id: string) => position.prefix + id } : {}),
    ...(above === undefined
      ? {}
      : { textOf: (id: string) => asValue(id.slice(qualified(above, '').length), position) }),
  });
}

/** By ID, what mappings pair with what a file has already: `asks for the same as ISO:9.1.2, which is here`. */
function counterpartsOfListed(
  portfolio: Portfolio,
  listed: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (portfolio.parts.mappings.length === 0) return found;
  for (const id of listed) {
    const own = portfolio.standard.nodes.get(id);
    for (const { node, relation } of own ? counterpartsOf(portfolio, own) : [])
      if (node.assessable && !listed.has(node.id) && !found.has(node.id))
        found.set(node.id, `${asksWords(relation, id)}, which is in this file`);
  }
  return found;
}

/** Those of the file's own elements that the list under the cursor does not have yet. */
export function completeOwnElements(question: Question, position: ListPosition): CompletionItem[] {
  const { portfolio, cursor } = question;
  const { standard } = portfolio;
  const block = readBlock(cursor.text, portfolio.names);
  const strongest = block?.entries.find(({ key }) => key.text === position.key);
  if (!block || !strongest) return [];
  const isHere = ({ start, end }: Span): boolean =>
    end >= position.token.start && start <= Math.max(position.token.end, cursor.offset);
  const there = new Set(
    referencesIn(strongest.value).flatMap(({ id, span }) => (isHere(span) ? [] : knownId(standard, id))),
  );
  const own = citedBy(standard, block);
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

/** What the file lists already, what stands under the cursor aside. */
function otherReferences(
  { text, offset }: Cursor,
  { token }: ListPosition,
  names: KeyNames,
): readonly ElementReference[] {
  const references = readBlock(text, names)?.elements ?? [];
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
  return isActive || standard.elements.some((node) => begins(node, typed.trim().toLowerCase()));
}
