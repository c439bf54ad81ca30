/** What the rules about an element's coverage share: where they report, and how they name the element. */
import type { ElementCoverage } from '../portfolio/coverage';
import type { ElementState } from '../../words/states';
import type { Manifest } from '../manifest/manifest';
import { headline } from '../manifest/manifest';
import type { Problem } from '../text/span';
import type { Pairs } from '../mapping/resolved';
import { elsewhereTouched, pairsOf } from '../portfolio/counterparts';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import type { StandardNode } from '../standard/standard';
import { shortWords } from '../standard/standard';

/** What was said of the elements of a portfolio. */
interface Said {
  /** What had come and gone by then. */
  readonly revision: number;
  /** What mappings paired by then. */
  readonly pairs: Pairs;
  /** By element, in the order of the standards. */
  readonly byElement: Map<string, Problem | undefined>;
  readonly problems: readonly Problem[];
}

/**
 * One problem for each element whose coverage `applies`: at its decision in the manifest, else at the standard. Of
 * thousands of elements that an edit does not touch the same is said again, and a keystroke does not cost all of them.
 */
export function elementsWhere(
  applies: (coverage: ElementCoverage) => boolean,
  message: Message,
): (portfolio: Portfolio, manifest: Manifest) => readonly Problem[] {
  const known = new WeakMap<Portfolio, Said>();
  return (portfolio, manifest) => {
    const say = (of: PortfolioStandard, element: StandardNode): Problem | undefined => {
      if (!applies(of.coverage(element.id))) return undefined;
      const named = manifest.standards[portfolio.standards.indexOf(of)]?.span;
      const span = of.decision(element.id)?.span ?? named ?? headline(manifest);
      return { span, message: message(`${element.id}, “${shortWords(element)}”,`, element, portfolio) };
    };
    const before = known.get(portfolio);
    const isMappedAlike = before?.pairs === pairsOf(portfolio);
    const touched = before && isMappedAlike ? portfolio.touched.since(before.revision) : undefined;
    const said = before && touched ? saidAgain(portfolio, before, touched, say) : saidOfAll(portfolio, say);
    known.set(portfolio, said);
    return said.problems;
  };
}

/** Of the element’s name with its words, as the start of a sentence. */
type Message = (name: string, element: StandardNode, portfolio: Portfolio) => string;

type Say = (of: PortfolioStandard, element: StandardNode) => Problem | undefined;

function saidOfAll(portfolio: Portfolio, say: Say): Said {
  const byElement = new Map<string, Problem | undefined>();
  for (const of of portfolio.standards)
    for (const element of of.standard.elements) byElement.set(element.id, say(of, element));
  return {
    revision: portfolio.touched.revision,
    pairs: pairsOf(portfolio),
    byElement,
    problems: problemsIn(byElement),
  };
}

function saidAgain(portfolio: Portfolio, before: Said, touched: readonly string[], say: Say): Said {
  const { byElement } = before;
  let isSame = true;
  // What is said of an element may name the evidence of its counterparts.
  for (const id of new Set([...touched, ...touched.flatMap((one) => elsewhereTouched(portfolio, one))])) {
    const element = portfolio.standard.nodes.get(id);
    if (!element || !byElement.has(id)) continue;
    const problem = say(portfolio.standardOf(id), element);
    if (problem?.message === byElement.get(id)?.message) continue;
    byElement.set(id, problem);
    isSame = false;
  }
  const problems = isSame ? before.problems : problemsIn(byElement);
  return { ...before, revision: portfolio.touched.revision, problems };
}

const problemsIn = (byElement: ReadonlyMap<string, Problem | undefined>): readonly Problem[] =>
  Array.from(byElement.values()).filter((problem) => problem !== undefined);

export const elementsInState = (state: ElementState, message: Message): ReturnType<typeof elementsWhere> =>
  elementsWhere((coverage) => coverage.state === state, message);
