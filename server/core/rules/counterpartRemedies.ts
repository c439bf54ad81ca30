/** What stands for an element elsewhere, said where it lacks evidence, and offered as its own. */
import { addElement } from '../evidence/elementEdits';
import { evidenceOfCounterpart, servingFor } from '../portfolio/counterparts';
import type { Portfolio } from '../portfolio/portfolio';
import type { StandardNode } from '../standard/standard';
import type { Uri } from '../text/span';
import { asksWords, mayServeWords } from '../../words/relations';
import { capitalised } from '../../words/capitals';
import type { Proposal } from './remedy';
import { changing } from './remedy';

/** Nobody reads more in a menu. */
const maximumFiles = 4;

/** Empty where nothing stands for a counterpart. */
export function servingWords(portfolio: Portfolio, element: StandardNode): string {
  const serving = servingFor(portfolio, element);
  const [first, ...others] = serving;
  if (!first) return '';
  if (others.length === 0)
    return ` Evidence for ${first.node.id}, which ${asksWords(first.relation)}, may serve.`;
  return ` ${capitalised(mayServeWords(serving.map(({ node }) => node.id)))}.`;
}

/** To name the element in what stands for its counterparts, the surest first. */
export function addingToCounterparts(portfolio: Portfolio, element: StandardNode): readonly Proposal[] {
  const { id } = element;
  const offered = new Set<Uri>();
  return servingFor(portfolio, element).flatMap(({ node, relation }) =>
    evidenceOfCounterpart(portfolio, node).flatMap((evidence): readonly Proposal[] => {
      if (offered.has(evidence.uri) || offered.size >= maximumFiles) return [];
      offered.add(evidence.uri);
      const title = `Add ${id} to ${portfolio.path(evidence.uri)}, which stands for ${node.id} (${asksWords(relation)})`;
      return changing(evidence, title, addElement(evidence, id));
    }),
  );
}
