/** What the rules about an element's coverage share: where they report, and how they name the element. */
import type { ElementCoverage } from '../portfolio/coverage';
import type { ElementState } from '../../words/states';
import type { Manifest } from '../manifest/manifest';
import { headline } from '../manifest/manifest';
import type { Problem } from '../text/span';
import type { Portfolio } from '../portfolio/portfolio';
import { shortWords } from '../standard/standard';

/** One problem for each element whose coverage `applies`: at its decision in the manifest, else at the standard. */
export function elementsWhere(
  portfolio: Portfolio,
  manifest: Manifest,
  applies: (coverage: ElementCoverage) => boolean,
  message: (name: string) => string,
): readonly Problem[] {
  return portfolio.standards.flatMap((of, at) => {
    const top = manifest.standards[at]?.span ?? headline(manifest);
    return of.standard.elements.flatMap((element) => {
      if (!applies(of.coverage(element.id))) return [];
      const span = of.decision(element.id)?.span ?? top;
      return [{ span, message: message(`${element.id}, “${shortWords(element)}”,`) }];
    });
  });
}

export const elementsInState = (
  portfolio: Portfolio,
  manifest: Manifest,
  state: ElementState,
  message: (name: string) => string,
): readonly Problem[] => elementsWhere(portfolio, manifest, (coverage) => coverage.state === state, message);
