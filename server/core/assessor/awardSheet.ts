/** The award of an assessor’s workbook, which counts by itself: what is rated on the first sheet, against what the standard asks for. */
import { awardStanding, summariseRatings } from '../portfolio/assessment';
import type { AwardStanding, Rater } from '../portfolio/assessment';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import type { Rating, Standard, StandardNode } from '../standard/standard';
import { shortWords } from '../standard/standard';
import type { CountCell, CountSheet, Formula } from '../tables/counts';
import { call, cellAt, sign, sumOf, valueIn } from '../tables/counts';
import { oneLine } from '../../words/oneLine';

/** Where things stand on the sheet that is counted: columns from 0, rows from 1, the header’s. */
export interface RatedSheet {
  readonly element: number;
  readonly columns: Readonly<Record<Rater, number>>;
  /** Of each node at the top, the rows of it and of all below it; none where nothing below it applies. */
  readonly roots: readonly { readonly node: StandardNode; readonly first: number; readonly last: number }[];
}

const raters = ['self', 'assessor'] as const satisfies readonly Rater[];

/** Undefined where the standard has no ratings, or nothing can be rated. */
export function awardSheet(of: PortfolioStandard, rated: RatedSheet): CountSheet | undefined {
  const { ratings } = of.standard;
  const [first, last] = [rated.roots[0]?.first, rated.roots.at(-1)?.last];
  if (ratings.length === 0 || first === undefined || last === undefined) return undefined;
  const rows: CountCell[][] = ratings.map((rating) => [
    { kind: 'text', text: oneLine(rating.title) },
    ...raters.map((rater): CountCell => ({
      kind: 'number',
      formula: numberOf([rating], rangeOf(rated.columns[rater], first, last)),
      value: countOf(of, rater, rating),
    })),
  ]);
  const all = { first, last };
  rows.push(...restRows(of, rated, all), ...awardRows(of, rows.length + 3), ...rootRows(of, rated));
  return {
    // A sheet's name has at most 31 characters.
    name: of.name === undefined ? 'Award' : `Award ${of.name}`.slice(0, 31),
    columns: [
      { name: 'Elements', width: 44 },
      { name: 'Self', width: 22 },
      { name: 'Assessor', width: 22 },
    ],
    rows,
  };
}

interface Rows {
  readonly first: number;
  readonly last: number;
}

const rangeOf = (column: number, first: number, last: number): Formula => ({
  kind: 'range',
  column,
  first,
  last,
});

/** How many cells say one of some ratings: `COUNTIF` would take marks in a title for others. */
const numberOf = (ratings: readonly Rating[], cells: Formula): Formula =>
  sumOf(
    ratings.map(({ title }) =>
      call('SUMPRODUCT', sign(valueIn(1), '*', sign(call('TRIM', cells), '=', valueIn(oneLine(title))))),
    ),
  );

const countOf = (of: PortfolioStandard, rater: Rater, { id }: Rating): number =>
  summariseRatings(of, of.roots, rater).counts.find(({ rating }) => rating.id === id)?.count ?? 0;

/** What is not rated, or in other words, and all that applies. */
function restRows(of: PortfolioStandard, rated: RatedSheet, { first, last }: Rows): CountCell[][] {
  const { ratings } = of.standard;
  const counted = (column: number): Formula => sumOf(ratings.map((_, at) => cellAt(column, at + 2)));
  const said = (rater: Rater): Formula => call('COUNTA', rangeOf(rated.columns[rater], first, last));
  const applicable = call('COUNTA', rangeOf(rated.element, first, last));
  const summary = (rater: Rater) => summariseRatings(of, of.roots, rater);
  return [
    [
      { kind: 'text', text: 'In other words, which are not counted' },
      ...raters.map((rater, at): CountCell => ({
        kind: 'number',
        formula: sign(said(rater), '-', counted(at + 1)),
        value: 0,
      })),
    ],
    [
      { kind: 'text', text: 'Not rated' },
      ...raters.map((rater): CountCell => ({
        kind: 'number',
        formula: sign(applicable, '-', said(rater)),
        value: summary(rater).unrated,
      })),
    ],
    [
      { kind: 'text', text: 'All that apply' },
      ...raters.map((rater): CountCell => ({
        kind: 'number',
        formula: applicable,
        value: summary(rater).total - summary(rater).notApplicable,
      })),
    ],
  ];
}

/** @param row the one in which all that applies stands, less one: the rows of the award come behind it */
function awardRows(of: PortfolioStandard, row: number): CountCell[][] {
  const standings = raters.map((rater) => awardStanding(of, rater));
  const [one] = standings;
  if (!one) return [];
  const { standard } = of;
  const wanted = atLeast(standard, one.rating);
  // Header, ratings, other words, not rated, all, a blank row and a heading.
  const all = row + 1;
  const reached = all + 3;
  const decimals = Math.min(/\.(\d+)/.exec(String(one.percent))?.[1]?.length ?? 0, 6);
  const line = (
    text: string,
    cellOf: (column: number, standing: AwardStanding) => CountCell,
  ): CountCell[] => [
    { kind: 'text', text },
    ...standings.flatMap((standing, at) => (standing ? [cellOf(at + 1, standing)] : [])),
  ];
  const orBetter = wanted.length > 1 ? ' or better' : '';
  return [
    [],
    [{ kind: 'heading', text: 'The award' }],
    line(`${oneLine(one.rating.title)}${orBetter}`, (column, standing) => ({
      kind: 'number',
      formula: sumOf(wanted.map((_, at) => cellAt(column, at + 2))),
      value: standing.reached,
    })),
    line('Their share, rounded down', (column, standing) => ({
      kind: 'percent',
      formula: call(
        'IF',
        sign(cellAt(column, all), '=', valueIn(0)),
        valueIn(0),
        call('ROUNDDOWN', sign(cellAt(column, reached), '/', cellAt(column, all)), valueIn(2 + decimals)),
      ),
      value: floored(standing.reached / standing.applicable, 2 + decimals),
    })),
    line('What the standard asks for', (_, standing) => ({
      kind: 'percent',
      formula: valueIn(standing.percent / 100),
      value: standing.percent / 100,
    })),
    line('How many that is', (column, standing) => ({
      kind: 'number',
      // What multiplying fractions leaves behind is no element.
      formula: call(
        'ROUNDUP',
        sign(sign(cellAt(column, reached + 2), '*', cellAt(column, all)), '-', valueIn(0.000001)),
        valueIn(0),
      ),
      value: standing.needed,
    })),
    line('The award', (column, standing) => ({
      kind: 'words',
      formula: resultOf(column, reached),
      value: resultWords(standing),
    })),
  ];
}

/** `reached, with 3 to spare`, `4 more needed`. */
const resultOf = (column: number, reached: number): Formula => {
  const [has, needs] = [cellAt(column, reached), cellAt(column, reached + 3)];
  return call(
    'IF',
    sign(has, '>=', needs),
    sign(sign(valueIn('reached, with '), '&', sign(has, '-', needs)), '&', valueIn(' to spare')),
    sign(sign(needs, '-', has), '&', valueIn(' more needed')),
  );
};

const resultWords = ({ reached, needed }: AwardStanding): string =>
  reached >= needed ? `reached, with ${reached - needed} to spare` : `${needed - reached} more needed`;

const floored = (share: number, places: number): number =>
  Math.floor(share * 10 ** places + 1e-9) / 10 ** places;

/** Ratings stand from best to worst. */
const atLeast = ({ ratings }: Standard, { id }: Rating): readonly Rating[] =>
  ratings.slice(0, ratings.findIndex((rating) => rating.id === id) + 1);

/** For each part of the standard, how many of its elements reach what the award asks for. */
function rootRows(of: PortfolioStandard, { element, columns, roots }: RatedSheet): CountCell[][] {
  const { standard } = of;
  const wanted = standard.ratings.find(({ id }) => id === standard.award?.rating);
  if (!wanted || roots.length < 2) return [];
  const enough = atLeast(standard, wanted);
  return [
    [],
    [
      {
        kind: 'heading',
        text: `${oneLine(wanted.title)}${enough.length > 1 ? ' or better' : ''}, of how many`,
      },
    ],
    ...roots.map(({ node, first, last }): CountCell[] => [
      { kind: 'text', text: oneLine(`${node.hasId ? node.id : ''} ${shortWords(node)}`) },
      ...raters.map((rater): CountCell => ({
        kind: 'words',
        formula: sign(
          sign(numberOf(enough, rangeOf(columns[rater], first, last)), '&', valueIn(' of ')),
          '&',
          call('COUNTA', rangeOf(element, first, last)),
        ),
        value: `${reachedIn(of, node, rater, enough)} of ${applicableIn(of, node)}`,
      })),
    ]),
  ];
}

const reachedIn = (
  of: PortfolioStandard,
  node: StandardNode,
  rater: Rater,
  enough: readonly Rating[],
): number =>
  summariseRatings(of, [node], rater)
    .counts.filter(({ rating }) => enough.includes(rating))
    .reduce((sum, { count }) => sum + count, 0);

function applicableIn(of: PortfolioStandard, node: StandardNode): number {
  const { total, notApplicable } = summariseRatings(of, [node], 'self');
  return total - notApplicable;
}
