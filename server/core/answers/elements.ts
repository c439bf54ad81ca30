/** Elements of the standard: found by words or by a text, and one with all that there is about it. */
import { strongestFirst, isStrongestFor } from '../evidence/strongest';
import { displayTitle, standingOf } from '../evidence/titleAndStanding';
import type { EvidenceFile } from '../evidence/evidence';
import { isOpen } from '../plan/model';
import type { ActionInPlan } from '../plan/shelf';
import { counterpartsOf } from '../portfolio/counterparts';
import type { Portfolio } from '../portfolio/portfolio';
import { findForText } from '../search/elementsForText';
import type { Found } from '../search/findElements';
import { findElements as findByWords } from '../search/findElements';
import { nodesNamed } from '../standard/ambiguous';
import { nodeNamed, replacedWords, replacementOf } from '../standard/retired';
import type { StandardNode } from '../standard/standard';
import { nameInList, shortWords } from '../standard/standard';
import { noSuchElement } from '../standard/suggest';
import { stateWords } from '../../words/states';
import { asksWords } from '../../words/relations';
import { valueOf } from '../yaml/fields';
import { findingsAbout } from './findings';
import type { Given } from './input';
import type { Answer, Asked } from './model';
import { answer, fewPortfolios, isAnswer, portfoliosMeant, refused, stretchOf } from './model';
import type { PlaceOf } from './places';
import { placesOf } from './places';

const mostFound = 20;
const mostEvidence = 20;

export function findElements(asked: Asked, given: Given): Answer {
  const [words, text] = [given.text('words'), given.text('text')];
  if ((words === undefined) === (text === undefined))
    return refused('Give words, or a text of your own, and not both: {"words": "hearing loop"}.');
  const portfolios = portfoliosMeant(asked, given.text('portfolio'));
  if (isAnswer(portfolios)) return portfolios;
  const from = given.number('from') ?? 0;
  const search = ({ standard }: Portfolio): Found =>
    text === undefined
      ? findByWords(standard, words ?? '')
      : findForText(standard, { title: '', body: text });
  const placeOf = placesOf(asked);
  return answer({
    portfolios: stretchOf(portfolios, fewPortfolios, (portfolio) => {
      const found = search(portfolio);
      const hits = found.kind === 'groups' ? [] : found.elements;
      return {
        ...titleAndPlace(portfolio, placeOf),
        match: matches[found.kind],
        elements: stretchOf(hits, { from, most: mostFound }, ({ element, because }) => ({
          ...elementInBrief(portfolio, element, placeOf),
          because: because.slice(0, 10),
        })),
        ...(found.kind === 'groups'
          ? {
              parts: stretchOf(found.groups, { most: 60 }, (node) => ({
                id: node.id,
                words: shortWords(node),
              })),
            }
          : {}),
      };
    }),
  });
}

const matches = {
  found: 'these elements have the words',
  nearest: 'no element has these words; the nearest',
  groups: 'no element has words near these; the parts of the standard',
} as const;

export const titleAndPlace = (portfolio: Portfolio, placeOf: PlaceOf): object => ({
  portfolio: portfolio.title,
  root: placeOf(portfolio.root).file,
});

/** An ID, what the standard asks, and how the portfolio stands. */
export function elementInBrief(portfolio: Portfolio, node: StandardNode, placeOf: PlaceOf): object {
  return {
    element: node.id,
    level: node.level,
    words: node.text || node.title || node.ownId,
    ...(node.assessable
      ? { state: stateWords[portfolio.coverage(node.id).state], evidenceFiles: portfolio.citations(node.id) }
      : {}),
    standard: standardOf(portfolio, node, placeOf),
  };
}

/** Which standard a claim about a node is read in; of one that comes with the product there is no file. */
function standardOf(portfolio: Portfolio, node: StandardNode, placeOf: PlaceOf): object {
  const { standard, source } = portfolio.standardOf(node.id);
  const uri = source.kind === 'ready' ? source.uri : undefined;
  return { title: standard.title, ...(uri === undefined ? {} : { file: placeOf(uri).file }) };
}

export function showElement(asked: Asked, given: Given): Answer {
  const portfolios = portfoliosMeant(asked, given.text('portfolio'));
  if (isAnswer(portfolios)) return portfolios;
  const id = given.text('element') ?? '';
  const found = portfolios.flatMap((portfolio) =>
    nodesNamed(portfolio.standard, id).map((node) => ({ portfolio, node })),
  );
  if (found.length === 0)
    return refused(
      [...new Set(portfolios.map(({ standard }) => noSuchElement(standard, id).message))]
        .slice(0, 5)
        .join(' '),
    );
  const placeOf = placesOf(asked);
  const from = given.number('from') ?? 0;
  return answer({
    elements: found.slice(0, 10).map(({ portfolio, node }) => ({
      ...titleAndPlace(portfolio, placeOf),
      ...(replacementOf(portfolio.standard, id) ? { replaced: replacedWords(id, node) } : {}),
      ...elementInBrief(portfolio, node, placeOf),
      ...wording(node),
      ...standing(asked, portfolio, node, placeOf, from),
    })),
  });
}

/** What the standard says around an element and of it. */
export const wording = (node: StandardNode): object => ({
  within: node.ancestors.map((above) => nameInList(above)),
  ...(node.introduction.length > 0 ? { introduction: node.introduction.slice(0, 20) } : {}),
  ...(node.guidance.length > 0 ? { guidance: node.guidance.slice(0, 60) } : {}),
  ...(node.children.length > 0
    ? {
        below: stretchOf(node.children, { most: 60, ask: 'ask for one of those shown' }, (child) => ({
          id: child.id,
          words: shortWords(child),
        })),
      }
    : {}),
});

function standing(
  asked: Asked,
  portfolio: Portfolio,
  node: StandardNode,
  placeOf: PlaceOf,
  from: number,
): object {
  const { singleSource, expiresBeforeAssessment } = portfolio.coverage(node.id);
  const evidence = strongestFirst(portfolio.standard, node.id, portfolio.evidenceFor(node.id));
  const counterparts = counterpartsOf(portfolio, node);
  return {
    ...(node.inScope ? {} : { outOfScope: true }),
    ...(singleSource ? { restsOnOneItem: true } : {}),
    ...(expiresBeforeAssessment ? { expiresBeforeTheAssessment: true } : {}),
    ...decisionOf(portfolio, node, placeOf),
    items: stretchOf(evidence, { from, most: mostEvidence }, (one) => itemFor(portfolio, node, one, placeOf)),
    actions: stretchOf(portfolio.actionsFor(node.id), { from, most: mostEvidence }, (one) =>
      actionOf(one, placeOf),
    ),
    ...(counterparts.length > 0
      ? {
          counterparts: stretchOf(counterparts, { from, most: 20 }, ({ node: other, relation }) => ({
            element: other.id,
            words: shortWords(other),
            relation: asksWords(relation),
          })),
        }
      : {}),
    findings: findingsAbout(asked, portfolio, node, placeOf, from),
  };
}

/** Ratings and remarks of the manifest. */
function decisionOf(portfolio: Portfolio, node: StandardNode, placeOf: PlaceOf): object {
  const decision = portfolio.decision(node.id);
  if (!decision) return {};
  const said = {
    reasonWhyNotApplicable: decision.applicable ? undefined : valueOf(decision.reason),
    ownRating: valueOf(decision.self),
    assessorsRating: valueOf(decision.assessor),
    assessorsComment: valueOf(decision.comment),
  };
  return { decision: { ...said, ...placeOf(portfolio.manifestUri, decision.span.start) } };
}

/** A piece of evidence as it stands under an element: at the line that names the element. */
function itemFor(portfolio: Portfolio, node: StandardNode, one: EvidenceFile, placeOf: PlaceOf): object {
  const named = one.elements.find(({ id }) => nodeNamed(portfolio.standard, id) === node) ?? one.elements[0];
  return {
    ...itemInBrief(portfolio, one),
    ...(isStrongestFor(portfolio.standard, one, node.id) ? { strongest: true } : {}),
    ...placeOf(one.uri, named?.span.start),
  };
}

export const itemInBrief = (portfolio: Portfolio, one: EvidenceFile): object => ({
  title: displayTitle(one),
  ref: valueOf(one.ref),
  kind: valueOf(one.kind),
  owner: valueOf(one.owner),
  date: valueOf(one.date),
  stands: standingOf(one, portfolio.today),
  reviewBy: valueOf(one.reviewBy),
});

export const actionOf = ({ plan, action }: ActionInPlan, placeOf: PlaceOf): object => ({
  element: action.id,
  action: action.action?.text,
  responsible: action.responsibility?.text,
  target: action.target?.text,
  progress: action.progress?.text,
  state: isOpen(action) ? 'open' : 'complete',
  ...placeOf(plan.uri, action.idSpan.start),
});
