import { lineAround } from '../text/lines';
import type { Problem } from '../text/span';
import { spanOf } from '../text/span';
import type { ActionPlan } from './model';

/**
 * Bounds on what the tables of one plan may ask of the parser, far from what people write. What is beyond them is
 * not read; it stays in the file as it is.
 */
export const planLimits = {
  /** Lines of the file; the largest standards have some thousand elements. */
  lines: 10_000,
  /** Bars in the file: each may be a cell. */
  bars: 150_000,
  /** Columns of a table; one with more is not read. Each row has as many cells as its table has columns. */
  columns: 60,
} as const;

/** What is to be said of what is not read, in the order of the text: of tables that are too wide, and at the first line. */
export const unreadOfPlan = ({ text, tooWide }: ActionPlan): readonly Problem[] => [
  ...tooWide.map((span) => ({
    span,
    message: `This table is not read: it has more than ${planLimits.columns} columns, so its actions do not count. Take out columns that nobody needs, or put each part in a table of its own.`,
  })),
  ...linesBeyond(text),
];

function linesBeyond(text: string): readonly Problem[] {
  const start = withinPlanLimits(text).length;
  if (start === text.length) return [];
  const [lines, bars] = [planLimits.lines, planLimits.bars].map((most) => most.toLocaleString('en-GB'));
  return [
    {
      span: spanOf(start, lineAround(text, start).end),
      message: `The action plan is not read from here on: it is longer than ${lines} lines, or has more than ${bars} bars (|), so the actions below do not count. Take out what is complete, or move the rest to another file whose front matter says “type: action-plan”.`,
    },
  ];
}

/** The same text, or as many of its lines as are within the limits. */
export function withinPlanLimits(text: string): string {
  let lines = 0;
  let bars = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n' && ++lines === planLimits.lines) return text.slice(0, at + 1);
    // The line that goes beyond goes with the rest.
    if (character === '|' && ++bars > planLimits.bars)
      return text.slice(0, Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1);
  }
  return text;
}
