/** How the portfolios stand, what is due in them, and what their standards say. */
import { dueIn } from '../due/due';
import type { DueItem } from '../due/model';
import { personKey } from '../due/people';
import { awardStanding, awardWords, hasRatings } from '../portfolio/assessment';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import type { StandardNode } from '../standard/standard';
import { shortWords } from '../standard/standard';
import { nodesNamed } from '../standard/ambiguous';
import { noSuchElement } from '../standard/suggest';
import { standardFault } from '../manifest/wholeStandard';
import { daysBetween } from '../text/civilDate';
import { nearestWord } from '../text/editDistance';
import { elementInBrief, titleAndPlace, wording } from './elements';
import type { Given } from './input';
import type { Answer, Asked } from './model';
import { answer, fewPortfolios, isAnswer, portfoliosMeant, refused, stretchOf } from './model';
import type { PlaceOf } from './places';
import { placesOf } from './places';

const mostDue = 50;

export function showOverview(asked: Asked, given: Given): Answer {
  const portfolios = portfoliosMeant(asked, given.text('portfolio'));
  if (isAnswer(portfolios)) return portfolios;
  const placeOf = placesOf(asked);
  const from = given.number('from') ?? 0;
  return answer({
    portfolios: stretchOf(portfolios, { from, most: 20 }, (portfolio) => ({
      ...titleAndPlace(portfolio, placeOf),
      today: portfolio.today,
      ...assessmentOf(portfolio, placeOf),
      evidenceFiles: portfolio.evidence.size,
      actionPlans: [...portfolio.plans.keys()].slice(0, 10).map((uri) => placeOf(uri).file),
      standards: portfolio.standards.map((of) => standardInBrief(of, placeOf)),
    })),
    ...leftOutOf(asked, placeOf),
  });
}

const leftOutOf = ({ leftOut = [] }: Asked, placeOf: PlaceOf): object =>
  leftOut.length === 0
    ? {}
    : {
        leftOut: stretchOf(
          leftOut,
          { most: 20, ask: '“evidence-portfolio check” lists them all' },
          (place) => ({
            file: placeOf(place.uri).file,
            reason: place.reason,
          }),
        ),
      };

const assessmentOf = ({ manifest }: Portfolio, placeOf: PlaceOf): object =>
  manifest
    ? {
        manifest: placeOf(manifest.uri).file,
        ...(manifest.assessmentDate ? { assessment: manifest.assessmentDate } : {}),
      }
    : {};

function standardInBrief(of: PortfolioStandard, placeOf: PlaceOf): object {
  const { standard, name, profile, source } = of;
  const fault = standardFault(source);
  const awards = (['self', 'assessor'] as const).flatMap((rater) => {
    const award = hasRatings(of, rater) ? awardStanding(of, rater) : undefined;
    return award ? [[rater, awardWords(standard, award)] as const] : [];
  });
  return {
    ...(name === undefined ? {} : { name }),
    title: standard.title,
    edition: standard.edition || undefined,
    profile: profile?.title,
    elements: of.summary(),
    ...(awards.length > 0 ? { award: Object.fromEntries(awards) } : {}),
    ...(fault ? { fault: `the standard in ${placeOf(fault.uri).file} ${fault.words}` } : {}),
  };
}

export function listDue(asked: Asked, given: Given): Answer {
  const portfolios = portfoliosMeant(asked, given.text('portfolio'));
  if (isAnswer(portfolios)) return portfolios;
  const [days, person, from] = [given.number('days'), given.text('person'), given.number('from') ?? 0];
  const all = portfolios.map((portfolio) => ({ portfolio, due: dueIn(portfolio, { days }) }));
  const nobody =
    person === undefined
      ? undefined
      : notBusy(
          person,
          all.flatMap(({ due }) => due.items),
        );
  if (nobody !== undefined) return refused(nobody);
  const placeOf = placesOf(asked);
  return answer({
    portfolios: stretchOf(
      all,
      fewPortfolios,
      ({ portfolio, due: { today, until, assessment, items, further } }) => ({
        ...titleAndPlace(portfolio, placeOf),
        today,
        until,
        assessment,
        laterThanThat: further,
        due: stretchOf(
          items.filter(({ people }) => person === undefined || people.some((name) => isPerson(name, person))),
          { from, most: mostDue },
          (item) => dueAsData(item, today, placeOf),
        ),
      }),
    ),
  });
}

const isPerson = (name: string, person: string): boolean => personKey(name) === personKey(person);

/** Why there is nothing to say of a person, with the name that was probably meant; undefined where there is. */
function notBusy(person: string, items: readonly DueItem[]): string | undefined {
  const names = [...new Set(items.flatMap(({ people }) => people))];
  if (names.some((name) => isPerson(name, person))) return undefined;
  const near =
    names.find((name) => name.toLowerCase().includes(person.toLowerCase())) ?? nearestWord(person, names);
  return `Nobody called “${person}” has anything to do.${near === undefined ? '' : ` Did you mean ${near}?`}`;
}

const dueAsData = (item: DueItem, today: string, placeOf: PlaceOf): object => ({
  kind: item.kind,
  what: item.what,
  elements: item.elements.slice(0, 20),
  people: item.people,
  by: item.by,
  ...(item.by === undefined ? {} : { inDays: daysBetween(today, item.by) }),
  urgency: item.urgency,
  ...(item.expires ? { expiresBeforeTheAssessment: true } : {}),
  // What is missing stands in no file.
  ...(item.kind === 'element' ? {} : placeOf(item.uri, item.offset ?? 0)),
});

export function showStandard(asked: Asked, given: Given): Answer {
  const portfolios = portfoliosMeant(asked, given.text('portfolio'));
  if (isAnswer(portfolios)) return portfolios;
  const placeOf = placesOf(asked);
  const from = given.number('from') ?? 0;
  const id = given.text('part');
  if (id === undefined)
    return answer({
      portfolios: stretchOf(portfolios, fewPortfolios, (portfolio) => outlineOf(portfolio, placeOf, from)),
    });
  const found = portfolios.flatMap((portfolio) =>
    nodesNamed(portfolio.standard, id).map((node) => ({ portfolio, node })),
  );
  if (found.length === 0)
    return refused(
      [...new Set(portfolios.map(({ standard }) => noSuchElement(standard, id).message))]
        .slice(0, 5)
        .join(' '),
    );
  return answer({
    parts: found.slice(0, 10).map(({ portfolio, node }) => ({
      ...titleAndPlace(portfolio, placeOf),
      ...elementInBrief(portfolio, node, placeOf),
      ...wording(node),
      acknowledgement: portfolio.standardOf(node.id).standard.acknowledgement,
    })),
  });
}

/** Its groups, and how each stands. */
function outlineOf(portfolio: Portfolio, placeOf: PlaceOf, from: number): object {
  return {
    ...titleAndPlace(portfolio, placeOf),
    standards: portfolio.standards.map((of) => ({
      ...standardInBrief(of, placeOf),
      parts: stretchOf(of.roots.flatMap(groupsIn), { from, most: 80 }, (node) => ({
        id: node.id,
        level: node.level,
        words: shortWords(node),
        elements: of.summary([node]),
      })),
      acknowledgement: of.standard.acknowledgement,
    })),
  };
}

const groupsIn = (node: StandardNode): readonly StandardNode[] =>
  node.assessable && node.children.length === 0 ? [] : [node, ...node.children.flatMap(groupsIn)];
