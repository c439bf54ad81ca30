/** Which of a portfolio's files is its action plan, where one is asked for. */
import type { Uri } from '../text/span';
import type { Portfolio } from './portfolio';
import { joinPath } from '../text/uri';
import { planName } from '../plan/planName';

export type WhichPlan =
  | { readonly kind: 'plan'; readonly uri: Uri }
  /** There is none; one would be made here. */
  | { readonly kind: 'none'; readonly uri: Uri }
  /** `message`: a whole sentence for people. */
  | { readonly kind: 'several'; readonly message: string };

/** The one that is called action-plan.md beside the manifest, else the only one. */
export function whichPlan(portfolio: Portfolio): WhichPlan {
  const uris = [...portfolio.plans.keys()];
  const named = uris.find((uri) => portfolio.path(uri).toLowerCase() === planName);
  const [first, second] = uris;
  if (named !== undefined) return { kind: 'plan', uri: named };
  if (first === undefined) return { kind: 'none', uri: joinPath(portfolio.root, planName) };
  if (second === undefined) return { kind: 'plan', uri: first };
  const paths = uris.map((uri) => portfolio.path(uri)).join(', ');
  return {
    kind: 'several',
    message: `There are ${uris.length} action plans: ${paths}. The one that is meant should be called ${planName} and stand in the portfolio’s own folder.`,
  };
}
