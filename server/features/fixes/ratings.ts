/** Quick fixes for ratings in portfolio.yaml, and rating an element from where its ID stands. */
import { newerEvidence, ratingWords } from '../../core/portfolio/assessment';
import { formatDate } from '../../words/dates';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { standingOf } from '../../core/evidence/evidence';
import { valueOf } from '../../core/yaml/fields';
import { lineAround } from '../../core/text/lines';
import type { Decision } from '../../core/manifest/manifest';
import type { Finding } from '../../core/rules/finding';
import { displayTitle } from '../../core/portfolio/portfolio';
import type { StandardNode } from '../../core/standard/standard';
import { scalarEdit } from '../../core/yaml/edits';
import type { Fix, FixContext, Fixer } from './context';
import { fixHere } from './context';
import { noEvidence } from './manifest';

/** Evidence offered at one place. */
const maximumFiles = 3;

/** Evidence to be written, or a rating that needs none. */
export const ratedTooWell: Fixer = (context, finding) => {
  const { ratings, award } = context.portfolio.standard;
  const decision = ratedAt(context, finding);
  if (!decision) return [];
  const lower = ratings.slice(ratings.findIndex(({ id }) => id === award?.rating) + 1);
  return [
    ...noEvidence(context, { ...finding, message: decision.id }),
    ...lower.flatMap((rating) =>
      fixHere(context, `Rate ${decision.id} ${ratingWords(rating)}`, [
        scalarEdit(context.text, finding.span, rating.id),
      ]),
    ),
  ];
};

/** The evidence that has to be reviewed, what expires first before the rest. */
export const expiringRating: Fixer = (context, finding) => {
  const { portfolio } = context;
  const decision = ratedAt(context, finding);
  const files = decision ? portfolio.evidenceFor(decision.id) : [];
  return files
    .filter((evidence) => standingOf(evidence, portfolio.today) === 'current')
    .map((evidence) => ({ evidence, reviewBy: valueOf(evidence.reviewBy) ?? '' }))
    .sort((left, right) => (left.reviewBy < right.reviewBy ? -1 : left.reviewBy > right.reviewBy ? 1 : 0))
    .flatMap(({ evidence, reviewBy }) =>
      openFile(context, evidence, reviewBy === '' ? '' : `, review by ${formatDate(reviewBy)}`),
    )
    .slice(0, maximumFiles);
};

/** The evidence that the assessor has not seen. */
export const outdatedComment: Fixer = (context, { span }) => {
  const decision = decisionsOf(context).find(({ comment, assessor }) =>
    [comment, assessor].some((field) => field.kind === 'valid' && field.span.start === span.start),
  );
  const files = decision ? newerEvidence(context.portfolio, decision) : [];
  return files
    .flatMap(({ evidence, date }) => openFile(context, evidence, ` of ${formatDate(date)}`))
    .slice(0, maximumFiles);
};

/** Rates an element: where the client can ask, it does, else each rating is offered. Only for what applies. */
export function rateElement(
  { commands, portfolio }: FixContext,
  { id, assessable }: StandardNode,
): readonly Fix[] {
  const { standard, root } = portfolio;
  if (!assessable || portfolio.decision(id)?.applicable === false || standard.ratings.length === 0) return [];
  const { rateElement: ask, setRating: set } = commands;
  if (ask !== undefined) {
    const title = `Rate ${id}…`;
    return [{ title, edits: [], command: { title, command: ask, arguments: [{ root, element: id }] } }];
  }
  if (set === undefined) return [];
  const given = portfolio.decision(id)?.self;
  return standard.ratings
    .filter((rating) => !given || valueOf(given) !== rating.id)
    .map((rating) => {
      const title = `Rate ${id} ${ratingWords(rating)}`;
      const told = { root, element: id, rating: rating.id };
      return { title, edits: [], command: { title, command: set, arguments: [told] } };
    });
}

/** Rating the element whose decision has its first line at an offset of portfolio.yaml. */
export function rateDecision(context: FixContext, offset: number): readonly Fix[] {
  const { text, portfolio } = context;
  const isAt = ({ span }: Decision): boolean => {
    const line = lineAround(text, span.start);
    return line.start <= offset && offset <= line.end;
  };
  const decision = decisionsOf(context).find(isAt);
  const node = decision && portfolio.standard.nodes.get(decision.id);
  return node ? rateElement(context, node) : [];
}

const decisionsOf = ({ manifest }: FixContext): readonly Decision[] => [
  ...(manifest?.decisions.values() ?? []),
];

const ratedAt = (context: FixContext, { span }: Finding): Decision | undefined =>
  decisionsOf(context).find(({ self }) => self.kind === 'valid' && self.span.start === span.start);

function openFile({ commands }: FixContext, evidence: EvidenceFile, more: string): readonly Fix[] {
  const { show: command } = commands;
  if (command === undefined) return [];
  const title = `Open “${displayTitle(evidence)}”${more}`;
  return [{ title, edits: [], command: { title, command, arguments: [{ uri: evidence.uri }] } }];
}
