/** References: from an ID to all that names it, from a `ref` to all that cites it. */
import type { Location } from 'vscode-languageserver-types';
import type { EvidenceFile } from '../../core/evidence/evidence';
import type { Span } from '../../core/text/span';
import { compareNaturally } from '../../core/text/naturalOrder';
import { namedIn } from '../../core/manifest/namedElements';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { StandardNode } from '../../core/standard/standard';
import type { StandardLocations } from './definition';
import type { Cursor } from '../text/identifierAt';
import { idsOf } from '../../core/standard/retired';
import { knownId } from '../../core/standard/standard';
import { mayMention, mentionsOf, planMentions } from '../text/mentions';
import { rangesIn } from '../text/range';
import { citationsIn, subjectAt } from './subjectAt';

export interface ReferencesOptions {
  /** Also what the references lead to: the place in the standard, the `ref` itself. */
  readonly includeDeclaration: boolean;
}

/** Null where the cursor is on nothing that could be referred to. Looks at every file of the portfolio. */
export function references(
  portfolio: Portfolio,
  cursor: Cursor,
  standardPlace: StandardLocations,
  { includeDeclaration }: ReferencesOptions,
): Location[] | null {
  const subject = subjectAt(portfolio, cursor);
  if (!subject) return null;
  if (subject.kind === 'ref') return refReferences(portfolio, subject.ref, includeDeclaration);
  const declaration = includeDeclaration ? standardPlace(subject.node.id) : undefined;
  return [...(declaration ? [declaration] : []), ...nodeReferences(portfolio, subject.node)];
}

/** All evidence that names a node, in the natural order of the paths, then the rows of plans, then the decision on it. */
function nodeReferences(portfolio: Portfolio, node: StandardNode): readonly Location[] {
  const { standard, manifest } = portfolio;
  const ids = idsOf(standard, node);
  const inEvidence = inOrder(
    [...portfolio.evidence.values()].filter((evidence) => mayMention(standard, evidence, ids)),
  ).flatMap((evidence) =>
    locationsIn(
      evidence,
      mentionsOf(standard, evidence, ids).flatMap((mention) => (mention.node === node ? [mention.span] : [])),
    ),
  );
  const decisions = manifest ? namedIn(manifest).filter(({ id }) => ids.includes(knownId(standard, id))) : [];
  const inPlans = [...portfolio.plans.values()]
    .sort((left, right) => compareNaturally(left.uri, right.uri))
    .flatMap((plan) =>
      locationsIn(
        plan,
        planMentions(standard, plan).flatMap((mention) => (mention.node === node ? [mention.span] : [])),
      ),
    );
  return [
    ...inEvidence,
    ...inPlans,
    ...(manifest
      ? locationsIn(
          manifest,
          decisions.map(({ span }) => span),
        )
      : []),
  ];
}

function refReferences(portfolio: Portfolio, ref: string, includeDeclaration: boolean): Location[] {
  const spans = new Map<EvidenceFile, readonly Span[]>();
  for (const evidence of portfolio.evidence.values()) {
    const isOwn = includeDeclaration && evidence.ref.kind === 'valid' && evidence.ref.value === ref;
    const found = [...(isOwn ? [evidence.ref.span] : []), ...citationsIn(portfolio, evidence, ref)];
    if (found.length > 0) spans.set(evidence, found);
  }
  return inOrder([...spans.keys()]).flatMap((evidence) => locationsIn(evidence, spans.get(evidence) ?? []));
}

const inOrder = (files: readonly EvidenceFile[]): readonly EvidenceFile[] =>
  [...files].sort((left, right) => compareNaturally(left.uri, right.uri));

function locationsIn(
  { uri, text }: { readonly uri: string; readonly text: string },
  spans: readonly Span[],
): Location[] {
  if (spans.length === 0) return [];
  const range = rangesIn(text);
  return spans.map((span) => ({ uri, range: range(span) }));
}
