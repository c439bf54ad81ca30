/** Which ID of the standard stands at a place of a text: in front matter, headings, body and manifest. */
import { isClearMention } from '../../core/standard/clearMention';
import { lineAround } from '../../core/text/lines';
import type { Span, Uri } from '../../core/text/span';
import { touches } from '../../core/text/span';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { nodeNamed, replacementsOf } from '../../core/standard/retired';
import { actionsOf } from '../../core/plan/model';
import type { Ambiguity } from '../../core/standard/ambiguous';
import { ambiguityOf } from '../../core/standard/ambiguous';
import { isBare } from '../../core/standard/writtenIdentifiers';
import { namedIn } from '../../core/manifest/namedElements';
import type { StandardNode } from '../../core/standard/standard';
import { planMentions } from './mentions';

/** An offset in the text of a document. */
export interface Cursor {
  readonly uri: Uri;
  readonly text: string;
  readonly offset: number;
}

export interface FoundIdentifier {
  readonly node: StandardNode;
  /** The ID as the text has it: a retired one stands for what replaced it. */
  readonly id: string;
  readonly span: Span;
}

export function identifierAt(
  { standard, evidence, manifest, plans }: Portfolio,
  { uri, text, offset }: Cursor,
): FoundIdentifier | undefined {
  const nodeOf = (id: string): StandardNode | undefined => nodeNamed(standard, id);
  const listed = evidence.get(uri)?.elements.find(({ span }) => touches(span, offset));
  const decided =
    manifest?.uri === uri ? namedIn(manifest).find(({ span }) => touches(span, offset)) : undefined;
  const named = listed ?? decided;
  const own = named && nodeOf(named.id);
  if (named && own) return { node: own, id: named.id, span: named.span };
  const plan = plans.get(uri);
  const row = plan && planMentions(standard, plan).find(({ span }) => touches(span, offset));
  if (row) return { node: row.node, id: text.slice(row.span.start, row.span.end), span: row.span };
  const line = lineAround(text, offset);
  const token = standard.pattern.find(text, line.start, line.end).find(({ span }) => touches(span, offset));
  const node = token && nodeOf(token.id);
  if (!node || !isClearMention(node, text, token.span)) return undefined;
  if (!node.assessable && !isBare(token.id) && !namesGroup(text.slice(line.start, token.span.start), node))
    return undefined;
  return { node, id: token.id, span: token.span };
}

/** A 1.1 in a sentence is a number; in a heading, or after “criterion”, it is a group of the standard. */
function namesGroup(before: string, { level }: StandardNode): boolean {
  return /^ {0,3}#{1,6}[ \t]+$/.test(before) || before.toLowerCase().trimEnd().endsWith(level.toLowerCase());
}

/** An ID of an earlier edition that several nodes have replaced, or none. */
export interface DividedIdentifier {
  readonly id: string;
  readonly replacements: readonly StandardNode[];
  readonly span: Span;
}

/** An ID that more than one of the portfolio's standards has. */
export interface AmbiguousIdentifier {
  readonly ambiguity: Ambiguity;
  readonly span: Span;
}

/** Where the standards of a portfolio have an ID in common, and nothing says which of them is meant. */
export function ambiguousAt(portfolio: Portfolio, cursor: Cursor): AmbiguousIdentifier | undefined {
  const { standard } = portfolio;
  const found = standard.several ? writtenAt(portfolio, cursor) : undefined;
  const ambiguity = found && ambiguityOf(standard, found.id);
  return ambiguity && { ambiguity, span: found.span };
}

/** Where no single node is meant: see `identifierAt`. */
export function dividedAt(portfolio: Portfolio, cursor: Cursor): DividedIdentifier | undefined {
  const { standard } = portfolio;
  const found = standard.retired.size > 0 ? writtenAt(portfolio, cursor) : undefined;
  const replacements = found && replacementsOf(standard, found.id);
  if (!replacements || replacements.length === 1) return undefined;
  return { id: found.id, replacements, span: found.span };
}

/** An ID under the cursor as it is written, whether a node has it or not: where IDs belong, or anywhere in the line. */
function writtenAt(
  { standard, evidence, manifest, plans }: Portfolio,
  { uri, text, offset }: Cursor,
): { readonly id: string; readonly span: Span } | undefined {
  const line = lineAround(text, offset);
  const plan = plans.get(uri);
  return [
    ...(evidence.get(uri)?.elements ?? []),
    ...(manifest?.uri === uri ? namedIn(manifest) : []),
    ...(plan ? actionsOf(plan).map(({ id, idSpan }) => ({ id, span: idSpan })) : []),
    ...standard.pattern.find(text, line.start, line.end).filter(({ id }) => !isBare(id)),
  ].find(({ span }) => touches(span, offset));
}
