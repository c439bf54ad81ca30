/** Highlights: the same ID, or the same `ref`, wherever it stands in the file. */
import type { DocumentHighlight } from 'vscode-languageserver-types';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { isClearMention } from '../../core/standard/clearMention';
import type { Span } from '../../core/text/span';
import { namedIn } from '../../core/manifest/namedElements';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { StandardNode } from '../../core/standard/standard';
import type { Cursor } from '../text/identifierAt';
import { idsOf } from '../../core/standard/retired';
import { knownId } from '../../core/standard/standard';
import { mentionsOf, planMentions } from '../text/mentions';
import { rangesIn } from '../text/range';
import { citationsIn, subjectAt } from './subjectAt';

/** Null where the cursor is on neither: the editor then highlights as it does elsewhere. */
export function highlights(portfolio: Portfolio, cursor: Cursor): DocumentHighlight[] | null {
  const subject = subjectAt(portfolio, cursor);
  if (!subject) return null;
  const spans =
    subject.kind === 'node'
      ? nodeSpans(portfolio, cursor, subject.node)
      : refSpans(portfolio, cursor, subject.ref);
  const range = rangesIn(cursor.text);
  return [...spans]
    .sort((left, right) => left.start - right.start)
    .map((span) => ({ range: range(span), kind: DocumentHighlightKind.Text }));
}

function nodeSpans(portfolio: Portfolio, { uri, text }: Cursor, node: StandardNode): readonly Span[] {
  const { standard, manifest } = portfolio;
  const evidence = portfolio.evidence.get(uri);
  const plan = portfolio.plans.get(uri);
  const ids = idsOf(standard, node);
  const named = [
    ...(evidence ? mentionsOf(standard, evidence).filter((mention) => mention.node === node) : []),
    ...(plan ? planMentions(standard, plan).filter((mention) => mention.node === node) : []),
    ...(manifest?.uri === uri
      ? namedIn(manifest).filter(({ id }) => ids.includes(knownId(standard, id)))
      : []),
  ].map(({ span }) => span);
  // A bare 1 or 1.1 in a sentence is a number.
  const tokens = node.assessable ? standard.pattern.find(text) : [];
  const starts = new Set(named.flatMap(({ start }) => [start, start + 1]));
  return [
    ...named,
    ...tokens.flatMap(({ id, span }) =>
      ids.includes(knownId(standard, id)) && !starts.has(span.start) && isClearMention(node, text, span)
        ? [span]
        : [],
    ),
  ];
}

function refSpans(portfolio: Portfolio, { uri }: Cursor, ref: string): readonly Span[] {
  const evidence = portfolio.evidence.get(uri);
  if (!evidence) return [];
  const own = evidence.ref.kind === 'valid' && evidence.ref.value === ref ? [evidence.ref.span] : [];
  return [...own, ...citationsIn(portfolio, evidence, ref)];
}
