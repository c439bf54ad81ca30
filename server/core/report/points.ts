/** The heat map in a report: the points of the guidance, and which evidence takes up which. */
import { displayTitle } from '../evidence/titleAndStanding';
import type { EvidenceFile } from '../evidence/evidence';
import type { ElementPoints, PointState } from '../drafting/points';
import { countPoints, pointsIn } from '../drafting/points';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import { shortWords } from '../standard/standard';
import { capitalised } from '../../words/capitals';
import { count, listOf } from '../../words/counts';
import { oneLine } from '../../words/oneLine';
import type { Block, HeatMark, HeatRow } from './model';
import { heatKey } from './model';

/** Elements that are shown; a standard of the size of Customer Service Excellence whole. */
const mostElements = 60;
/** Pieces of evidence that are named beside an element. */
const mostNamed = 4;

export function pointBlocks(portfolio: Portfolio, of: PortfolioStandard): readonly Block[] {
  const heading: Block = {
    kind: 'heading',
    text: of.name === undefined ? 'Guidance, point by point' : `${of.name}: guidance, point by point`,
  };
  const all = pointsIn(portfolio, of);
  const counts = countPoints(all);
  // A report is read in a meeting: it has no part that says nothing.
  if (counts.total === 0) return [];
  const begun = all.filter(({ points }) => points.some(({ state }) => state !== 'open'));
  if (begun.length === 0)
    return [
      heading,
      {
        kind: 'paragraph',
        text: `No evidence lists any of the ${count(counts.total, 'point')} of the guidance. Insert an element’s guidance into its evidence, and tick what is addressed: the report then shows who takes up what.`,
      },
    ];
  // Of a large standard, what somebody has begun is what there is to see.
  const shown = (all.length <= mostElements ? all : begun).slice(0, mostElements);
  const rest = all.length - shown.length;
  return [
    heading,
    { kind: 'paragraph', text: `${capitalised(countWords(counts))}.` },
    { kind: 'heat', caption: 'Points of the guidance, and who takes them up', rows: shown.map(rowOf) },
    { kind: 'paragraph', text: heatKey },
    ...(rest > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: `${count(rest, 'more element is', 'more elements are')} not shown.`,
          },
        ]
      : []),
  ];
}

/** `40 of 135 points addressed, 3 by drafts or overdue evidence only, 10 listed and not ticked, 82 in no evidence`. */
function countWords({ total, addressed, later, listed, open }: ReturnType<typeof countPoints>): string {
  return [
    `${addressed} of ${count(total, 'point')} addressed`,
    ...(later > 0 ? [`${later} by drafts or overdue evidence only`] : []),
    ...(listed > 0 ? [`${listed} listed and not ticked`] : []),
    ...(open > 0 ? [`${open} in no evidence`] : []),
  ].join(', ');
}

/** What is said of a point by itself. */
export const pointWords: Readonly<Record<PointState, string>> = {
  addressed: 'Addressed',
  later: 'By a draft or overdue evidence only',
  listed: 'Listed, and not ticked',
  open: 'In no evidence',
};

const marks: Readonly<Record<PointState, HeatMark>> = {
  addressed: 'full',
  later: 'half',
  listed: 'listed',
  open: 'none',
};

export const markOf = (state: PointState): HeatMark => marks[state];

function rowOf({ element, points }: ElementPoints): HeatRow {
  const numbers = (state: PointState): readonly string[] =>
    points.filter((point) => point.state === state).map(({ order }) => String(order + 1));
  const words = [
    `${numbers('addressed').length} of ${points.length} addressed`,
    ...part('by drafts or overdue evidence only', numbers('later')),
    ...part('not ticked', numbers('listed')),
    ...(numbers('open').length === points.length ? [] : part('in no evidence', numbers('open'))),
  ].join('; ');
  return {
    label: `${element.ownId} ${shortWords(element, 60)}`,
    marks: points.map(({ state }) => markOf(state)),
    words,
    by: byWhom(points),
  };
}

const part = (words: string, numbers: readonly string[]): readonly string[] =>
  numbers.length === 0 ? [] : [`${words}: ${listOf(numbers)}`];

/** `Access review: 1, 3; Annual survey: 2`. */
function byWhom(points: ElementPoints['points']): string {
  const files = new Map<string, { readonly file: EvidenceFile; readonly numbers: number[] }>();
  for (const { by, order } of points)
    for (const file of by) {
      const known = files.get(file.uri);
      if (known) known.numbers.push(order + 1);
      else files.set(file.uri, { file, numbers: [order + 1] });
    }
  const all = Array.from(
    files.values(),
    ({ file, numbers }) => `${oneLine(displayTitle(file))}: ${numbers.join(', ')}`,
  );
  const more = all.length - mostNamed;
  return [...all.slice(0, mostNamed), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
