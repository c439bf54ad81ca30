/** Who is to find evidence for elements, written into portfolio.yaml; or why it cannot be, in words for people. */
import { manifestWithAssignments } from '../../core/manifest/assignmentEdits';
import { clearAssignments, setAssignments } from '../../core/manifest/reassignment';
import { parseManifest } from '../../core/manifest/manifest';
import { assigneesOf } from '../../core/portfolio/assignees';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { listOf } from '../../words/counts';
import { oneLine } from '../../words/oneLine';
import { changed } from './editsOfDecisions';
import type { Outcome } from './outcome';
import { noElement, refused } from './outcome';

/**
 * All elements in one edit.
 * @param text that of portfolio.yaml; undefined where there is none, and then it is made
 * @param elements IDs of elements, or of groups: then it is for all below that nobody else has
 * @param who roles or persons; none: nobody any longer
 */
export function assign(
  portfolio: Portfolio,
  text: string | undefined,
  elements: readonly string[],
  who: readonly string[],
): Outcome {
  const unknown = elements.find((id) => portfolio.standard.nodes.get(id)?.hasId !== true);
  if (unknown !== undefined) return noElement(portfolio, unknown);
  if (elements.length === 0) return refused('No element was named.');
  const people = [...new Set(who.map(oneLine).filter((name) => name !== ''))];
  const uri = portfolio.manifestUri;
  const { standard } = portfolio;
  if (people.length === 0) {
    const edits = text === undefined ? [] : clearAssignments(parseManifest(uri, text), standard, elements);
    return changed(uri, text ?? '', edits, nobodyOfTheirOwn(portfolio, elements));
  }
  if (text === undefined) {
    const made = manifestWithAssignments(
      portfolio.standards[0].standard.id,
      new Map(elements.map((id) => [id, people])),
    );
    return { kind: 'edits', edits: [{ kind: 'create', uri, text: made }] };
  }
  const edits = setAssignments(parseManifest(uri, text), standard, elements, people);
  return changed(uri, text, edits, `${listOf(people)} has that already.`);
}

/** What an element has from the group above it can be taken back there only. */
function nobodyOfTheirOwn(portfolio: Portfolio, elements: readonly string[]): string {
  const inherited = elements.find((id) => {
    const node = portfolio.standard.nodes.get(id);
    return node && assigneesOf(portfolio, node).length > 0;
  });
  const node = inherited === undefined ? undefined : portfolio.standard.nodes.get(inherited);
  const above = node?.ancestors.findLast((one) => assigneesOf(portfolio, one).length > 0);
  return node && above
    ? `${node.id} is with ${listOf(assigneesOf(portfolio, node))} because ${above.id} is. Assign ${node.id} to somebody else, or take ${above.id} back.`
    : `Nobody has ${listOf(elements)} yet.`;
}
