/**
 * Inlay hints: an element's short words behind its ID, in front matter and among the decisions of portfolio.yaml; in a
 * plan, what is overdue.
 */
import type { InlayHint } from 'vscode-languageserver-types';
import type { Span, Uri } from '../../core/text/span';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { nodeMarkup } from '../text/elementMarkup';
import type { Markup } from '../text/markup';
import { nodeNamed } from '../../core/standard/retired';
import { planHints } from '../plan/hints';
import { rangesIn } from '../text/range';
import { tellingWords } from '../text/tellingWords';

/** What a hint carries until somebody points at it. */
export interface HintData {
  readonly uri: Uri;
  readonly element: string;
}

/** Longer words would push what is written off the screen. */
const maximumLength = 50;

/** @param within offsets; hints elsewhere are left out */
export function inlayHints(portfolio: Portfolio, uri: Uri, within: Span): InlayHint[] {
  const { standard, manifest, isActive } = portfolio;
  const plan = portfolio.plans.get(uri);
  if (plan) return isActive ? planHints(portfolio, plan, within) : [];
  const evidence = portfolio.evidence.get(uri);
  const file = evidence ?? (manifest?.uri === uri ? manifest : undefined);
  if (!file || !isActive) return [];
  const named = evidence?.elements ?? [...(manifest?.decisions.values() ?? [])];
  const range = rangesIn(file.text);
  return named.flatMap(({ id, span }): readonly InlayHint[] => {
    const node = nodeNamed(standard, id);
    if (!node || span.end < within.start || span.end > within.end) return [];
    return [
      {
        position: range(span).end,
        label: tellingWords(standard, node, maximumLength),
        paddingLeft: true,
        data: { uri, element: node.id } satisfies HintData,
      },
    ];
  });
}

/** The hint with what the standard says of its element. */
export function resolveInlayHint(portfolio: Portfolio, hint: InlayHint, markup: Markup): InlayHint {
  const { element } = (hint.data ?? {}) as Partial<HintData>;
  const node = element === undefined ? undefined : portfolio.standard.nodes.get(element);
  return node ? { ...hint, tooltip: nodeMarkup(portfolio, node, markup) } : hint;
}
