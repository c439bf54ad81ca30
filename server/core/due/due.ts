/** Who has what to do by when: reviews, drafts, open actions, elements without evidence. */
import { citedBy } from '../evidence/elementsMeant';
import type { EvidenceFile } from '../evidence/evidence';
import { displayTitle } from '../evidence/titleAndStanding';
import { defaultReviewNotice } from '../manifest/manifest';
import { cellContent } from '../plan/cellContent';
import type { ActionPlan, PlanAction, PlanCell } from '../plan/model';
import { actionsOf, isOpen } from '../plan/model';
import { hasWordingOf, isLike } from '../plan/wording';
import { assigneesOf } from '../portfolio/assignees';
import type { Portfolio } from '../portfolio/portfolio';
import { nodeNamed } from '../standard/retired';
import type { StandardNode } from '../standard/standard';
import { shortWords } from '../standard/standard';
import type { CivilDate } from '../text/civilDate';
import { addDays } from '../text/civilDate';
import { compareNaturally } from '../text/naturalOrder';
import { oneLine } from '../../words/oneLine';
import { valueOf } from '../yaml/fields';
import type { Due, DueItem, DueOptions, Urgency } from './model';
import { usualDays } from './model';
import { peopleIn } from './people';

export function dueIn(portfolio: Portfolio, { days }: DueOptions = {}): Due {
  const { today, manifest } = portfolio;
  const date = manifest?.assessmentDate;
  const assessment = date !== undefined && date >= today ? date : undefined;
  const until = days === undefined ? (assessment ?? addDays(today, usualDays)) : addDays(today, days);
  const evidence = Array.from(portfolio.evidence.values(), (file) => wantedOf(file, assessment)).filter(
    (wanted) => wanted !== undefined,
  );
  const others = [
    ...inOrder(portfolio.plans).flatMap((plan) => ofPlan(portfolio, plan)),
    ...missingOf(portfolio, assessment),
  ];
  const namesIn = peopleIn([...evidence, ...others].flatMap(({ who }) => who));
  const soon = addDays(today, manifest?.reviewNotice ?? defaultReviewNotice);
  const urgencyOf = (by: CivilDate | undefined): Urgency =>
    by === undefined ? 'undated' : by < today ? 'late' : by <= soon ? 'soon' : 'later';
  // What is missing or half done matters whenever it is wanted.
  const isNear = ({ kind, by }: Pick<Found, 'kind' | 'by'>): boolean =>
    by === undefined || by <= until || kind === 'draft' || kind === 'element';
  // Of thousands of files, only those that are shown are looked at closely.
  const near = [
    ...evidence
      .filter(isNear)
      .sort((left, right) => byDay(left, right) || compareNaturally(left.file.uri, right.file.uri))
      .map((wanted) => ofEvidence(portfolio, wanted, assessment)),
    ...others.filter(isNear),
  ].sort(byDay);
  // Each key by its name: of thousands, to spread what was found takes most of the time.
  const items = near.map(({ kind, what, title, elements, uri, offset, by, expires, who }): DueItem => ({
    kind,
    what,
    title,
    elements,
    uri,
    offset,
    by,
    expires,
    urgency: urgencyOf(by),
    people: [...new Set(who.flatMap(namesIn))],
  }));
  return { today, until, assessment, items, further: evidence.length + others.length - items.length };
}

/** Before it is known who is who. */
type Found = Omit<DueItem, 'people' | 'urgency'> & { readonly who: readonly string[] };

const inOrder = <File>(files: ReadonlyMap<string, File>): readonly File[] =>
  [...files].sort(([left], [right]) => compareNaturally(left, right)).map(([, file]) => file);

/** Evidence of which something is wanted, before anybody looks at what it says. */
interface Wanted extends Pick<Found, 'by' | 'who'> {
  readonly file: EvidenceFile;
  readonly kind: 'draft' | 'review';
}

function wantedOf(file: EvidenceFile, assessment: CivilDate | undefined): Wanted | undefined {
  const status = valueOf(file.status);
  const by = valueOf(file.reviewBy);
  const isDraft = status === 'draft' || status === 'in-review' || file.status.kind === 'invalid';
  if (status === 'withdrawn' || (!isDraft && by === undefined)) return undefined;
  const who = [valueOf(file.owner) ?? ''];
  return isDraft ? { file, kind: 'draft', by: assessment, who } : { file, kind: 'review', by, who };
}

function ofEvidence(
  { standard }: Portfolio,
  { file, kind, by, who }: Wanted,
  assessment: CivilDate | undefined,
): Found {
  const title = oneLine(displayTitle(file));
  const verb = kind === 'review' ? 'Review' : valueOf(file.status) === 'in-review' ? 'Approve' : 'Finish';
  return {
    kind,
    what: `${verb} “${title}”`,
    title,
    elements: [...citedBy(standard, file)].filter((id) => standard.nodes.has(id)),
    uri: file.uri,
    offset: undefined,
    by,
    expires: kind === 'review' && assessment !== undefined && by !== undefined && by < assessment,
    who,
  };
}

const ofPlan = (portfolio: Portfolio, plan: ActionPlan): readonly Found[] =>
  actionsOf(plan)
    .filter(isOpen)
    .map((action) => ofAction(portfolio, plan, action));

function ofAction({ standard }: Portfolio, plan: ActionPlan, action: PlanAction): Found {
  const { id, due, idSpan, responsibility } = action;
  const node = nodeNamed(standard, id);
  const said = oneLine(textOf(action.action));
  const words = node ? shortWords(node) : '';
  // Many plans repeat the words of the standard, and say what is to be done elsewhere.
  const isWording = said === '' || (node !== undefined && (hasWordingOf(said, node) || isLike(said, node)));
  const title = isWording ? words : shortened(said);
  return {
    kind: 'action',
    what: isWording ? `Act on ${id}${words === '' ? '' : `, “${words}”`}` : title,
    title,
    elements: [node?.id ?? id],
    uri: plan.uri,
    offset: idSpan.start,
    by: due.kind === 'date' ? due.last : undefined,
    expires: false,
    who: [textOf(responsibility)],
  };
}

/** A list has a line for each. */
const longest = 160;

const shortened = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text;

const textOf = (cell: PlanCell | undefined): string =>
  cell === undefined
    ? ''
    : cellContent(cell.text)
        .map(({ text }) => text)
        .join('');

function missingOf(portfolio: Portfolio, assessment: CivilDate | undefined): readonly Found[] {
  const missing = portfolio.standards.flatMap((of) =>
    of.standard.elements.filter(({ id }) => of.coverage(id).state === 'missing'),
  );
  return missing.map((node: StandardNode) => ({
    kind: 'element',
    what: `Find evidence for ${node.id}, “${shortWords(node)}”`,
    title: shortWords(node),
    elements: [node.id],
    uri: portfolio.manifestUri,
    offset: undefined,
    by: assessment,
    expires: false,
    who: assigneesOf(portfolio, node),
  }));
}

const noDay = '9999-99-99';

/** By day; of one day in the order in which they were found. */
const byDay = (left: Pick<Found, 'by'>, right: Pick<Found, 'by'>): number => {
  const [one, other] = [left.by ?? noDay, right.by ?? noDay];
  return one < other ? -1 : one > other ? 1 : 0;
};
