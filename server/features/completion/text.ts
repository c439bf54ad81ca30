/** Completion in the text of a file: IDs in headings and behind the word for them, and where links lead. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { lineAround } from '../../core/text/lines';
import { spanOf } from '../../core/text/span';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { Lexicon, StandardNode } from '../../core/standard/standard';
import { knownId } from '../../core/standard/standard';
import { begins, nodeItems } from './nodeItems';
import type { Question } from './item';
import { completeLink } from './paths';

export function completeText(question: Question): CompletionItem[] {
  const { portfolio, cursor, options } = question;
  const line = lineAround(cursor.text, cursor.offset);
  const before = cursor.text.slice(line.start, cursor.offset);
  if (before.includes(']')) {
    const links = completeLink(question, line);
    if (links) return options.ownLinkPaths ? [] : links;
  }
  const found = inHeading(portfolio, before) ?? behindWord(portfolio, before);
  if (!found || !isMeant(question, found)) return [];
  const { typed, nodes } = found;
  // The rest of an ID under the cursor goes with it.
  const rest = cursor.text.slice(cursor.offset, line.end);
  const length = /[\d.]$/.test(typed) ? (/^[\w.()-]*[\w)]/.exec(rest)?.[0].length ?? 0) : 0;
  const listed = new Set(
    portfolio.evidence.get(cursor.uri)?.elements.map(({ id }) => knownId(portfolio.standard, id)),
  );
  const slot = { token: spanOf(cursor.offset - typed.length, cursor.offset + length) };
  return nodeItems(question, slot, nodes, {
    typed,
    isStrict: options.trigger !== undefined && options.trigger !== 'asked',
    textOf: (id) => id,
    noteOf: ({ id }) => (listed.has(id) ? 'in this file' : undefined),
    // What the file is about is what its headings and sentences name.
    isLast: ({ id }) => !listed.has(id),
  });
}

interface Wanted {
  readonly typed: string;
  readonly nodes: readonly StandardNode[];
  readonly isHeading: boolean;
}

/** At the start of a heading. */
function inHeading({ standard }: Portfolio, before: string): Wanted | undefined {
  const [, typed] = /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(before) ?? [];
  return typed === undefined ? undefined : { typed, nodes: standard.elements, isHeading: true };
}

/** Behind “element”, or what else the standard calls a node of some level; also behind “element 3.2.4 and”. */
function behindWord({ standard }: Portfolio, before: string): Wanted | undefined {
  const named = nodesByLevel(standard);
  const last = [...before.matchAll(/([\p{L}-]+)[ \t]+/gu)].findLast(({ 1: word }) =>
    named.has(levelOf(word)),
  );
  if (!last) return undefined;
  let typed = before.slice(last.index + last[0].length);
  for (let first; (first = standard.pattern.find(typed)[0]);) {
    const next = /^(?:[ \t]*,[ \t]*|[ \t]+(?:and|or)[ \t]+)/.exec(typed.slice(first.span.end));
    if (first.span.start > 0 || !next) break;
    typed = typed.slice(first.span.end + next[0].length);
  }
  if (/[,;:()]|\.\s/.test(typed) || typed.length > 40) return undefined;
  return { typed, nodes: named.get(levelOf(last[1])) ?? [], isHeading: false };
}

const known = new WeakMap<Lexicon, ReadonlyMap<string, readonly StandardNode[]>>();

/** Asked at each keystroke in a text. */
function nodesByLevel(standard: Lexicon): ReadonlyMap<string, readonly StandardNode[]> {
  const found = known.get(standard);
  if (found) return found;
  const named = new Map<string, StandardNode[]>([['element', [...standard.elements]]]);
  for (const node of standard.nodes.values()) {
    const level = node.level.toLowerCase();
    if (level === 'element') continue;
    const others = named.get(level);
    if (others) others.push(node);
    else named.set(level, [node]);
  }
  known.set(standard, named);
  return named;
}

/** Several of them have an s at the end. */
const levelOf = (word = ''): string => word.toLowerCase().replace(/s$/, '');

/** In prose and headings, words mean themselves unless somebody asks what they could be. */
function isMeant({ options: { trigger } }: Question, { typed, nodes, isHeading }: Wanted): boolean {
  const query = typed.trim().toLowerCase();
  if (query !== '' && nodes.some((node) => begins(node, query))) return !/\s$/.test(typed);
  if (trigger === 'typed') return query === '' && !isHeading;
  return trigger !== 'narrowed' || /\p{L}{3}/u.test(query);
}
