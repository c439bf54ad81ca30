/** What is said of a node that the profile of its portfolio leaves out. */
import type { StandardNode } from '../standard/standard';
import type { Portfolio } from './portfolio';

/** `AC-2(1) is out of scope: it does not belong to LOW, the profile that portfolio.yaml names.` */
export function outOfScope(portfolio: Portfolio, { id }: StandardNode): string {
  const { profile } = portfolio.standardOf(id);
  return `${id} is out of scope: it does not belong to ${profile?.title ?? 'the profile'}, the profile that portfolio.yaml names.`;
}
