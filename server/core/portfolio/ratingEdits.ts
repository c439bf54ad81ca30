/** Ratings written into portfolio.yaml, or why they cannot be, in words for people. Everything else in the file stays. */
import type { Rater } from './assessment';
import { ratingWords } from './assessment';
import type { CivilDate } from '../text/civilDate';
import { formatDate } from '../../words/dates';
import type { DecisionValues } from '../manifest/decisionEdits';
import { clearDecision, manifestWithDecision, setDecision } from '../manifest/decisionEdits';
import { nearestWord } from '../text/editDistance';
import { valueOf } from '../yaml/fields';
import type { Decision } from '../manifest/manifest';
import { decisionAbout } from '../manifest/knownIds';
import { manifestName, parseManifest } from '../manifest/manifest';
import type { Portfolio } from './portfolio';
import type { Rating, Standard, StandardNode } from '../standard/standard';
import { noSuchElement } from '../standard/suggest';
import { outOfScope } from './scope';
import type { Edit } from '../text/edit';
import { applyEdits } from '../text/edit';
import { oneLine } from '../../words/oneLine';

export type RatingEdit =
  /** There was no portfolio.yaml; this is what it is to say. */
  | { readonly kind: 'create'; readonly text: string }
  | { readonly kind: 'edit'; readonly edits: readonly Edit[] }
  /** The file says so already. */
  | { readonly kind: 'unchanged'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string };

export interface NewRating {
  readonly rater: Rater;
  /** A rating's id or title, upper and lower case alike; undefined: the rating stays, as with a comment alone. */
  readonly rating: string | undefined;
  readonly comment?: string | undefined;
  /** When the assessor looked. */
  readonly assessed?: CivilDate | undefined;
}

const refused = (message: string): RatingEdit => ({ kind: 'refused', message });

/** @param text that of portfolio.yaml; undefined where there is none, and then it is made */
export function setRating(
  portfolio: Portfolio,
  text: string | undefined,
  element: string,
  { rater, rating: word, comment, assessed }: NewRating,
): RatingEdit {
  const { standard } = portfolio.standardOf(element);
  const rating = word === undefined ? undefined : ratingNamed(standard, word);
  const manifest = text === undefined ? undefined : parseManifest(manifestUri(portfolio), text);
  const decision = manifest && decisionAbout(manifest, portfolio.standard, element);
  const reason =
    notRateable(portfolio, element) ??
    (word !== undefined && !rating ? noRating(standard, word) : undefined) ??
    notFor(decision, element, rater, comment);
  if (reason !== undefined) return refused(reason);
  const words = comment === undefined ? undefined : oneLine(comment);
  const values: DecisionValues = {
    ...(rating ? { [rater]: rating.id } : {}),
    ...(words === undefined || words === '' ? {} : { comment: words }),
    ...(assessed === undefined ? {} : { assessed }),
  };
  if (!manifest || text === undefined)
    return { kind: 'create', text: manifestWithDecision(standard.id, element, values) };
  const edits = setDecision(manifest, portfolio.standard, element, values);
  if (!edits) return leftAsItIs();
  const isSame = applyEdits(text, edits) === text;
  return isSame ? { kind: 'unchanged', message: sameWords(element, rating) } : { kind: 'edit', edits };
}

/** Takes back one rater's rating, and with the assessor's the day of it; a comment stays. */
export function clearRating(
  portfolio: Portfolio,
  text: string | undefined,
  element: string,
  rater: Rater,
): RatingEdit {
  const reason = notRateable(portfolio, element);
  if (reason !== undefined) return refused(reason);
  const keys = rater === 'self' ? (['self'] as const) : (['assessor', 'assessed'] as const);
  const edits =
    text === undefined
      ? []
      : clearDecision(parseManifest(manifestUri(portfolio), text), portfolio.standard, element, keys);
  if (!edits) return leftAsItIs();
  const message = `${element} has no rating${rater === 'self' ? '' : ' of the assessor’s'}.`;
  return edits.length > 0 ? { kind: 'edit', edits } : { kind: 'unchanged', message };
}

/** The rating that a word names, by its id or its title, in the language that is shown before any other. */
export function ratingNamed({ ratings }: Standard, word: string): Rating | undefined {
  const isTyped = (name: string): boolean => ratingKey(name) === ratingKey(word);
  return (
    ratings.find(({ id }) => id === word.trim()) ??
    ratings.find(({ id, title }) => isTyped(id) || isTyped(title)) ??
    ratings.find(({ titles = [] }) => titles.some(isTyped))
  );
}

/** Letters with accents are stored in two ways, and copied as they are stored. */
const ratingKey = (name: string): string => oneLine(name).normalize('NFC').toLowerCase();

/** Why an element cannot have a rating, in the words of `setRating`; undefined where it can. */
export function ratingRefused(portfolio: Portfolio, id: string, word: string): string | undefined {
  const { standard } = portfolio.standardOf(id);
  return (
    notRateable(portfolio, id) ??
    (ratingNamed(standard, word) ? undefined : noRating(standard, word)) ??
    notFor(portfolio.decision(id), id, 'self', undefined)
  );
}

/** Why an element cannot be rated by its ID alone, with what was probably meant; undefined where it can. */
export function notRateable(portfolio: Portfolio, id: string): string | undefined {
  const node = portfolio.standard.nodes.get(id);
  const { standard } = portfolio.standardOf(id);
  if (node && !node.inScope) return outOfScope(portfolio, node);
  if (node?.assessable)
    return standard.ratings.length > 0
      ? undefined
      : `${standard.title} has no ratings, so nothing can be rated.`;
  if (node) {
    const below = elementsBelow(node);
    const ids = below.slice(0, 6).join(', ');
    return `${id} is a ${node.level.toLowerCase()} and not an element. Rate one of its elements: ${ids}${below.length > 6 ? ' …' : ''}.`;
  }
  return noSuchElement(portfolio.standard, id).message;
}

const elementsBelow = (node: StandardNode): readonly string[] =>
  node.children.flatMap((child) => [...(child.assessable ? [child.id] : []), ...elementsBelow(child)]);

function noRating({ title, ratings }: Standard, word: string): string {
  const known = ratings.map(({ id }) => id);
  const near = nearestWord(word, known);
  const advice = near === undefined ? `Choose one of these: ${known.join(', ')}.` : `Did you mean ${near}?`;
  return `${word} is not a rating of ${title}. ${advice}`;
}

/** What stands in the way in the decision that there is. */
function notFor(
  decision: Decision | undefined,
  element: string,
  rater: Rater,
  comment: string | undefined,
): string | undefined {
  if (decision?.applicable === false)
    return `${element} is declared not applicable, so it is not rated. Declare it applicable again first.`;
  if (!decision || comment === undefined || rater === 'assessor' || !valueOf(decision.comment))
    return undefined;
  const day = valueOf(decision.assessed);
  if (decision.assessor.kind !== 'valid' && day === undefined) return undefined;
  const when = day === undefined ? '' : `, of ${formatDate(day)}`;
  return `The comment on ${element} is the assessor’s${when}, and there is room for one. Rate without a comment, or change it in ${manifestName}.`;
}

const sameWords = (element: string, rating: Rating | undefined): string =>
  rating
    ? `${element} is rated ${ratingWords(rating)} already.`
    : `${manifestName} says so of ${element} already.`;

const leftAsItIs = (): RatingEdit =>
  refused(
    `${manifestName} was left as it is, because it has a fault or is written in an unusual way. Mend that first, or make the change by hand.`,
  );

const manifestUri = (portfolio: Portfolio): string => portfolio.manifestUri;
