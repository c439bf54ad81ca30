/** Which elements have evidence of somebody, of a file or to be reviewed, or are somebody’s: what the filter of Coverage asks. */
import { peopleIn, personKey } from '../../core/due/people';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { assigneesOf } from '../../core/portfolio/assignees';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { StandardNode } from '../../core/standard/standard';
import { addDays } from '../../core/text/civilDate';
import type { Uri } from '../../core/text/span';
import { valueOf } from '../../core/yaml/fields';
import { elementsOfFile, elementsOfOwners } from './coverageEvidence';

export interface ElementsAsked {
  readonly owners?: readonly string[];
  readonly review?: { readonly overdue?: boolean; readonly days?: number };
  readonly people?: readonly string[];
  readonly file?: Uri;
}

/** The IDs of the elements that meet all that is asked, in the order of the standards. */
export function elementsWith(
  portfolio: Portfolio,
  { owners, review, people, file }: ElementsAsked,
): readonly string[] {
  const sets = [
    ...(file === undefined ? [] : [new Set(elementsOfFile(portfolio, file))]),
    ...(owners === undefined && people === undefined
      ? []
      : [
          new Set([
            ...(owners ? elementsOfOwners(portfolio, new Set(owners)) : []),
            ...(people ? elementsOfPeople(portfolio, new Set(people)) : []),
          ]),
        ]),
    ...(review === undefined ? [] : [new Set(elementsToReview(portfolio, review))]),
  ];
  return elementsOf(portfolio)
    .map(({ id }) => id)
    .filter((id) => sets.length > 0 && sets.every((set) => set.has(id)));
}

const elementsOf = ({ standards }: Portfolio): readonly StandardNode[] =>
  standards.flatMap(({ standard }) => standard.elements);

const isUsed = ({ status }: EvidenceFile): boolean => valueOf(status) !== 'withdrawn';

function elementsToReview(
  portfolio: Portfolio,
  { overdue = false, days }: NonNullable<ElementsAsked['review']>,
): readonly string[] {
  const { today } = portfolio;
  const until = days === undefined ? undefined : addDays(today, days);
  const isMeant = (evidence: EvidenceFile): boolean => {
    const by = valueOf(evidence.reviewBy);
    if (by === undefined || !isUsed(evidence)) return false;
    return by < today ? overdue : until !== undefined && by <= until;
  };
  return elementsOf(portfolio)
    .map(({ id }) => id)
    .filter((id) => portfolio.evidenceFor(id).some(isMeant));
}

/** Those for which somebody is to find evidence. */
function elementsOfPeople(portfolio: Portfolio, keys: ReadonlySet<string>): readonly string[] {
  const cells = elementsOf(portfolio).map((node) => [node.id, assigneesOf(portfolio, node)] as const);
  const namesIn = peopleIn(new Set(cells.flatMap(([, own]) => own)));
  const isMeant = (cell: string): boolean => namesIn(cell).some((name) => keys.has(personKey(name)));
  return cells.filter(([, own]) => own.some(isMeant)).map(([id]) => id);
}
