/** The report for a management meeting: where the portfolio stands, what has changed, who has what to do. */
import { dueIn } from '../due/due';
import type { PortfolioChanges } from '../history/changes';
import { awardStanding, awardWords, hasRatings, neededWords } from '../portfolio/assessment';
import type { CoverageSummary } from '../../words/states';
import { totalOf, gapWords } from '../../words/states';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import type { StandardNode } from '../standard/standard';
import { shortWords } from '../standard/standard';
import { daysBetween } from '../text/civilDate';
import { capitalised } from '../../words/capitals';
import { count, listOf } from '../../words/counts';
import { formatDate } from '../../words/dates';
import { changeBlocks } from './changes';
import { gapBlocks } from './gaps';
import type { Bar, Block, ProgressPoint, ReportDocument } from './model';
import { peopleBlocks } from './people';
import { pointBlocks } from './points';
import { progressBlocks } from './progress';

export interface ReportOptions {
  /** `name`: what they are held against, `25 October 2026` or `main`. */
  readonly since?: { readonly name: string; readonly changes: PortfolioChanges } | undefined;
  /** By month; none: nothing is known of the past. */
  readonly progress?: readonly ProgressPoint[];
}

export function reportOf(portfolio: Portfolio, { since, progress = [] }: ReportOptions = {}): ReportDocument {
  const { standards, today, manifest, title } = portfolio;
  const due = dueIn(portfolio);
  const date = manifest?.assessmentDate;
  return {
    title,
    subtitle: `Report of ${formatDate(today)}${date === undefined ? '' : `; assessment on ${formatDate(date)}`}`,
    blocks: [
      { kind: 'verdict', text: verdictOf(portfolio) },
      ...standards.flatMap((of) => standardBlocks(of)),
      ...(since ? changeBlocks(since.name, since.changes) : []),
      ...progressBlocks(progress),
      ...peopleBlocks(due),
      ...standards.flatMap((of) => gapBlocks(portfolio, of)),
      ...standards.flatMap((of) => pointBlocks(portfolio, of)),
    ],
    acknowledgement: standards
      .map(({ standard }) => standard.acknowledgement)
      .filter((text) => text !== '')
      .join(' '),
  };
}

/** All that applies. */
const asked = ({ total, notApplicable }: CoverageSummary): number => total - notApplicable;

/** `46 of 56 elements have current evidence; 1 more is needed for the award; the assessment is in 172 days.` */
function verdictOf({ standards, today, manifest }: Portfolio): string {
  const summary = totalOf(standards.map((of) => of.summary()));
  const awards = standards.flatMap((of) => {
    const standing = hasRatings(of, 'self') ? awardStanding(of, 'self') : undefined;
    if (!standing) return [];
    const whose = standards.length > 1 ? ` of ${of.name ?? of.standard.title}` : '';
    return [
      standing.reached >= standing.needed
        ? `by our own rating, that is enough for the award${whose}`
        : `by our own rating, ${neededWords(standing)} for the award${whose}`,
    ];
  });
  const date = manifest?.assessmentDate;
  const days = date === undefined ? -1 : daysBetween(today, date);
  return `${[
    `${summary.evidenced} of ${count(asked(summary), 'element')} ${summary.evidenced === 1 ? 'has' : 'have'} current evidence`,
    ...awards,
    ...(days < 0
      ? []
      : [days === 0 ? 'the assessment is today' : `the assessment is in ${count(days, 'day')}`]),
  ].join('; ')}.`;
}

function standardBlocks(of: PortfolioStandard): readonly Block[] {
  const roots = of.roots.filter((node) => asked(of.summary([node])) > 0);
  const awards = (['self', 'assessor'] as const).flatMap((rater) => {
    const standing = hasRatings(of, rater) ? awardStanding(of, rater) : undefined;
    return standing
      ? [
          `${rater === 'self' ? 'Our own rating' : 'The assessor'}: ${awardWords(of.standard, standing)}; ${neededWords(standing)}.`,
        ]
      : [];
  });
  const gaps = gapWords(of.summary());
  return [
    { kind: 'heading', text: of.heading ?? `Coverage of ${of.standard.title}` },
    ...(gaps.length === 0 ? [] : [{ kind: 'paragraph' as const, text: `${capitalised(listOf(gaps))}.` }]),
    { kind: 'bars', caption: 'Elements with current evidence', bars: roots.map((node) => barOf(of, node)) },
    ...(awards.length > 0 ? [{ kind: 'list' as const, items: awards }] : []),
  ];
}

function barOf(of: PortfolioStandard, node: StandardNode): Bar {
  const summary = of.summary([node]);
  const { evidenced, overdue, draft, missing } = summary;
  return {
    label: `${node.hasId ? `${node.ownId} ` : ''}${shortWords(node)}`,
    parts: { full: evidenced, half: overdue + draft, none: missing },
    words: [`${evidenced} of ${asked(summary)}`, ...gapWords(summary)].join(', '),
  };
}
