/** What if, as a page to read: what is supposed, what the award becomes, part by part, and which elements change. */
import type { AwardIf, ElementIf, NowAndThen, StandardIf, WhatIf } from '../drafting/whatIf';
import { reachedIn } from '../drafting/whatIf';
import { displayTitle } from '../evidence/titleAndStanding';
import type { AwardStanding } from '../portfolio/assessment';
import { awardWords, neededWords, ratingWords } from '../portfolio/assessment';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import type { Rating, StandardNode } from '../standard/standard';
import { nameInList, shortWords } from '../standard/standard';
import { count } from '../../words/counts';
import { formatDate } from '../../words/dates';
import { oneLine } from '../../words/oneLine';
import { stateWords } from '../../words/states';
import type { Block, ReportDocument } from './model';

/** Elements that are named in a table. */
const mostRows = 60;

export function whatIfDocument(found: WhatIf): ReportDocument {
  const { portfolio, day, standards } = found;
  return {
    title: `What if: ${portfolio.title}`,
    subtitle: `Nothing has been written. Judged as of ${formatDate(day.now)}${day.then === day.now ? '' : `, and then as of ${formatDate(day.then)}`}.`,
    blocks: [
      ...standards.map((one): Block => ({ kind: 'verdict', text: verdictOf(found, one) })),
      { kind: 'heading', text: 'What is supposed' },
      { kind: 'list', items: supposedWords(found) },
      ...standards.flatMap((one) => standardBlocks(found, one)),
    ],
    acknowledgement: standards
      .map(({ standard }) => standard.now.standard.acknowledgement)
      .filter((text) => text !== '')
      .join(' '),
  };
}

/** Each a sentence's part. */
function supposedWords({ supposition, day }: WhatIf): readonly string[] {
  const { withdrawn, rated, rater } = supposition;
  const whose = rater === 'assessor' ? 'by the assessor ' : '';
  const words = [
    ...withdrawn.map((file) => `“${oneLine(displayTitle(file))}” is withdrawn`),
    ...rated.map(
      ({ element, rating }) => `${nameInList(element, 60)} is rated ${whose}${ratingWords(rating)}`,
    ),
    ...(supposition.day === undefined ? [] : [`It is ${formatDate(day.then)}`]),
  ];
  return words.length > 0 ? words : ['Nothing: everything stays as it is'];
}

/** What becomes of the award, or of the coverage where there is none, in a sentence. */
function verdictOf(found: WhatIf, one: StandardIf): string {
  const { standard, elements } = one;
  const whose = standard.now.name === undefined ? '' : `${standard.now.name}: `;
  const award = awardMeant(found, one);
  const coverage = coverageWords(standard);
  if (elements.length === 0) return `${whose}Nothing would change: ${coverage}.`;
  return award ? `${whose}${awardVerdict(award)}; ${coverage}.` : `${whose}${coverage}.`;
}

/** By the ratings of whom the supposition speaks of; of the other, where there are no such ratings. */
const awardMeant = ({ supposition }: WhatIf, { awards }: StandardIf): AwardIf | undefined =>
  awards.find(({ rater }) => rater === supposition.rater) ?? awards[0];

const isReached = ({ reached, needed }: AwardStanding): boolean => reached >= needed;

function awardVerdict({ rater, rated, backed }: AwardIf): string {
  const by = rater === 'self' ? 'by our own rating' : 'by the assessor’s rating';
  if (isReached(rated.now) !== isReached(rated.then))
    return isReached(rated.then)
      ? `The award would be reached ${by}, ${neededWords(rated.then)}`
      : `The award would no longer be reached ${by}: ${neededWords(rated.then)}`;
  if (!isReached(rated.then)) return `The award would still not be reached ${by}: ${neededWords(rated.then)}`;
  if (isReached(backed.then))
    return `The award would still be reached ${by}, with current evidence behind it`;
  return isReached(backed.now)
    ? `The award would be reached by rating alone: with current evidence behind the ratings, ${neededWords(backed.then)}`
    : `The award would still be reached by rating alone: with current evidence behind the ratings, ${neededWords(backed.then)}`;
}

/** `45 of 56 elements would have current evidence, 46 have it now`. */
function coverageWords({ now, then }: NowAndThen<PortfolioStandard>): string {
  const [was, is] = [now.summary(), then.summary()];
  const all = count(is.total - is.notApplicable, 'element');
  return was.evidenced === is.evidenced
    ? `${is.evidenced} of ${all} ${is.evidenced === 1 ? 'has' : 'have'} current evidence, as many as now`
    : `${is.evidenced} of ${all} would have current evidence; now it is ${was.evidenced}`;
}

function standardBlocks(found: WhatIf, one: StandardIf): readonly Block[] {
  const { standard, awards } = one;
  const { heading, standard: itself } = standard.now;
  return [
    { kind: 'heading', text: heading ?? itself.title },
    ...(awards.length > 0
      ? [{ kind: 'list' as const, items: awards.flatMap((award) => awardLines(itself, award)) }]
      : [
          {
            kind: 'paragraph' as const,
            text: itself.award
              ? 'Nothing is rated, so nothing is said of the award.'
              : 'The standard has no award: what changes is the coverage.',
          },
        ]),
    partsTable(one, awardMeant(found, one)),
    ...elementBlocks(found, one),
  ];
}

/** What stays the same is said once. */
function awardLines(
  standard: PortfolioStandard['standard'],
  { rater, rated, backed }: AwardIf,
): readonly string[] {
  const who = rater === 'self' ? 'Our own rating' : 'The assessor';
  return [
    ...onceOrTwice(rated, (when, standing) => `${who}, ${when}: ${awardWords(standard, standing)}; ${neededWords(standing)}.`), // prettier-ignore
    ...onceOrTwice(backed, (when, standing) => `${who} with current evidence behind it, ${when}: ${standing.reached} of ${standing.applicable}; ${neededWords(standing)}.`), // prettier-ignore
  ];
}

function onceOrTwice(
  { now, then }: NowAndThen<AwardStanding>,
  words: (when: string, standing: AwardStanding) => string,
): readonly string[] {
  const isSame = now.reached === then.reached && now.rated === then.rated;
  return isSame ? [words('now and then', then)] : [words('now', now), words('then', then)];
}

function partsTable({ standard }: StandardIf, award: AwardIf | undefined): Block {
  const { now, then } = standard;
  const rows = now.roots.flatMap((root) => {
    const [was, is] = [now.summary([root]), then.summary([root])];
    const asked = is.total - is.notApplicable;
    if (asked === 0) return [];
    return [
      [
        `${root.hasId ? `${root.ownId} ` : ''}${shortWords(root, 60)}`,
        changed(was.evidenced, is.evidenced, asked),
        ...(award
          ? [reachedWords(standard, award.rated, root), reachedWords(standard, award.backed, root)]
          : []),
      ],
    ];
  });
  const whose = award?.rater === 'assessor' ? 'by the assessor' : 'by our own rating';
  return {
    kind: 'table',
    caption: 'Part by part, now and then',
    columns: [
      { name: 'Part', width: 40 },
      { name: 'With current evidence', width: 20 },
      ...(award
        ? [
            { name: `${ratingTitle(award)} or better, ${whose}`, width: 20 },
            { name: 'The same, with current evidence behind it', width: 20 },
          ]
        : []),
    ],
    rows,
  };
}

const ratingTitle = ({ rated }: AwardIf): string => rated.now.rating.title;

function reachedWords(
  { now, then }: NowAndThen<PortfolioStandard>,
  standing: NowAndThen<AwardStanding>,
  root: StandardNode,
): string {
  const [was, is] = [reachedIn(now, standing.now, root), reachedIn(then, standing.then, root)];
  return changed(was.reached, is.reached, is.applicable);
}

/** `4 of 11`, or `4 → 3 of 11`. */
const changed = (was: number, is: number, all: number): string =>
  was === is ? `${is} of ${all}` : `${was} → ${is} of ${all}`;

function elementBlocks({ supposition }: WhatIf, { elements }: StandardIf): readonly Block[] {
  if (elements.length === 0) return [{ kind: 'paragraph', text: 'No element would change.' }];
  const more = elements.length - mostRows;
  const hasRatings = supposition.rated.length > 0;
  return [
    {
      kind: 'table',
      caption: 'Elements that would change',
      columns: [
        { name: 'Element', width: 40 },
        { name: 'Now', width: 20 },
        { name: 'Then', width: 20 },
        ...(hasRatings ? [{ name: 'Rating', width: 20 }] : []),
      ],
      rows: elements
        .slice(0, mostRows)
        .map((one) => [
          `${one.element.ownId} ${shortWords(one.element, 60)}`,
          stateAnd(one.state.now, one.current.now),
          stateAnd(one.state.then, one.current.then),
          ...(hasRatings ? [ratingChange(one.rating)] : []),
        ]),
    },
    ...(more > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: `${count(more, 'more element', 'more elements')} would change.`,
          },
        ]
      : []),
  ];
}

const stateAnd = (state: ElementIf['state']['now'], current: number): string =>
  current > 0 ? `${stateWords[state]}, ${count(current, 'current item')}` : stateWords[state];

function ratingChange({ now, then }: NowAndThen<Rating | undefined>): string {
  const words = (rating: Rating | undefined): string => (rating ? ratingWords(rating) : 'not rated');
  return now?.id === then?.id ? words(then) : `${words(now)} → ${words(then)}`;
}
