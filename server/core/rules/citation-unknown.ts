import { citedPaths } from '../citations/citedPaths';
import { citedRefs, familyOf } from '../citations/citedRefs';
import { unknownIdentifiers } from '../citations/citedIdentifiers';
import { inProse } from '../citations/prose';
import { isInside } from '../markdown/readings';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioFile } from '../portfolio/portfolioFile';
import { didYouMean, nearestElements, suggestionOf } from '../standard/suggest';
import { editDistance } from '../text/editDistance';
import type { Problem, Suggestion } from '../text/span';
import { citationProposals } from './citationRemedies';
import type { Remedy } from './remedy';
import { bySuggestions } from './remedy';
import { evidenceRule } from './rule';

const remedy: Remedy<PortfolioFile> = {
  care: 'choice',
  careOf: () => bySuggestions,
  proposals: citationProposals,
};

export const citationUnknown = evidenceRule({
  code: 'citation-unknown',
  severity: 'off',
  summary: 'A text that cites an element, a ref or a file that there is not.',
  asksForCitations: true,
  check,
  checkPlan: check,
  remedy,
  planRemedy: remedy,
});

/** Of the whole text: what is no text of the body is left out when it is clear that anything is to be said. */
function check(portfolio: Portfolio, file: PortfolioFile): readonly Problem[] {
  const from = file.isPlan ? 0 : file.bodyStart;
  const found = [
    ...elementsIn(portfolio, file, from),
    ...refsIn(portfolio, file, from),
    ...pathsIn(portfolio, file, from),
  ].sort((one, other) => one.span.start - other.span.start);
  return found.length === 0 ? [] : inProse(file.text, found);
}

function elementsIn({ standard, source }: Portfolio, file: PortfolioFile, from: number): readonly Problem[] {
  // Of a standard that could not be read, nothing is known.
  if (source.kind !== 'ready') return [];
  const unknown = unknownIdentifiers(standard, file.text, from);
  if (unknown.length === 0) return [];
  const nearest = nearestElements(standard, { title: '', body: file.text.slice(from), listed: new Set() });
  const groups = [...standard.nodes.values()].filter(({ assessable }) => !assessable);
  const meant = (id: string): readonly Suggestion[] => {
    if (standard.elementPattern.matches(id)) return nearest(id);
    // Of many that are equally near, none is meant more than the others.
    const near = groups.filter((group) => editDistance(group.id, id) === 1);
    return near.length === 1 ? near.map(suggestionOf) : [];
  };
  return unknown.map(({ id, span }) => {
    const suggestions = meant(id);
    return {
      span,
      message: `${id} is cited here, and ${standard.title} has no such part.${didYouMean(suggestions)}`,
      suggestions,
    };
  });
}

const refsIn = (portfolio: Portfolio, file: PortfolioFile, from: number): readonly Problem[] =>
  citedRefs(file.text, from)
    .filter(({ ref }) => !portfolio.hasRefLike(ref) && portfolio.numberOfFamily(familyOf(ref)) > 0)
    .map(({ ref, span }) => ({
      span,
      message: `${ref} is cited here, and no evidence has this ref.`,
    }));

/** Of a path that begins with a folder which is there; what begins otherwise may be about anything. */
function pathsIn(portfolio: Portfolio, file: PortfolioFile, from: number): readonly Problem[] {
  const { root, exists } = portfolio;
  const scope = portfolio.scopeOf(file.uri);
  return citedPaths(file.text, from, file.uri, root)
    .filter(
      ({ places }) =>
        places.every(({ uri }) => isInside(scope, uri) && exists(uri) === false) &&
        places.some(({ folder }) => exists(folder) === true),
    )
    .map(({ path, span }) => ({
      span,
      message: `${path} is cited here, and there is no such file: neither from the folder of this file nor from that of the portfolio.`,
    }));
}
