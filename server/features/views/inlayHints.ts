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
import { bracketed, planHints } from '../plan/hints';
import { lineAround } from '../../core/text/lines';
import { rangesIn } from '../text/range';
import { tellingWords } from '../text/tellingWords';

/** What a hint carries until somebody points at it. */
export interface HintData {
  readonly uri: Uri;
  readonly element: string;
}

/**
 * A line with its hints is no longer than a narrow editor, such as one at 200 % beside a sidebar: where it wraps, an ID
 * may be cut in two, and the hint looks like text. An editor tells no server how wide it is. VS Code wraps the lines of
 * Markdown unless somebody says otherwise, and those of YAML only if somebody does.
 */
const columns = { evidence: 45, manifest: 80 };
/** Longer words would push what is written off the screen. */
const mostColumns = 50;
/** Space before and behind a hint, its brackets, and the dots of words that are cut. */
const around = 5;
/** In less room, words say nothing. */
const fewestColumns = 12;

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
  const asked = named.flatMap(({ id, span }) => {
    const node = nodeNamed(standard, id);
    return node ? [{ node, position: range(span).end, end: span.end }] : [];
  });
  const width = evidence ? columns.evidence : columns.manifest;
  const onLine = new Map<number, number>();
  for (const { position } of asked) onLine.set(position.line, (onLine.get(position.line) ?? 0) + 1);
  return asked.flatMap(({ node, position, end }): readonly InlayHint[] => {
    if (end < within.start || end > within.end) return [];
    const room = roomOn(file.text, end, width, onLine.get(position.line) ?? 1);
    if (room < fewestColumns) return [];
    return [
      {
        position,
        label: bracketed(tellingWords(standard, node, room)),
        paddingLeft: true,
        paddingRight: true,
        data: { uri, element: node.id } satisfies HintData,
      },
    ];
  });
}

/** How many columns the words of each of so many hints on a line of a file have. */
function roomOn(text: string, offset: number, width: number, hints: number): number {
  const { start, end } = lineAround(text, offset);
  const each = Math.floor((width - columnsOf(text.slice(start, end))) / hints);
  return Math.min(each - around, mostColumns);
}

/** A character of Chinese or an emoji takes two columns, and so do a few that take one; a tab takes four at most. */
function columnsOf(line: string): number {
  let width = 0;
  for (const character of line) width += character === '\t' ? 4 : character >= '\u1100' ? 2 : 1;
  return width;
}

/** The hint with what the standard says of its element. */
export function resolveInlayHint(portfolio: Portfolio, hint: InlayHint, markup: Markup): InlayHint {
  const { element } = (hint.data ?? {}) as Partial<HintData>;
  const node = element === undefined ? undefined : portfolio.standard.nodes.get(element);
  return node ? { ...hint, tooltip: nodeMarkup(portfolio, node, markup) } : hint;
}
