/** What has changed, in one sentence that somebody could have written: the first words of a message to a colleague. */
import type { Uri } from '../../text/span';
import { capitalised } from '../../../words/capitals';
import { count, listOf } from '../../../words/counts';
import { oneLine } from '../../../words/oneLine';
import type { PortfolioChanges } from '../changes';
import type { EvidencePair, Retargeting } from '../changesOfEvidence';

/** So many things are named; how many more there are is said in a number. */
const maximumOfParts = 3;
/** Of elements, too. */
const maximumOfIds = 3;
const maximumOfTitle = 60;

/**
 * `Add “Complaints” for 4.3.2, and revise “Survey”`: without a full stop, on one line. Of several portfolios, each with
 * its title before it. Empty where nothing has changed that a portfolio says.
 */
export function sentenceOf(changes: readonly PortfolioChanges[]): string {
  const said = changes.flatMap((change) => {
    const words = sentenceOfOne(change);
    return words === '' ? [] : [{ words, title: quoted(change.after.title) }];
  });
  const [only] = said;
  if (only && said.length === 1) return only.words;
  return said.map(({ words, title }) => `${title}: ${words}`).join('; ');
}

function sentenceOfOne(change: PortfolioChanges): string {
  const { presence, after, evidence } = change;
  const title = quoted(after.title);
  if (presence === 'gone') return `Remove the portfolio ${title}`;
  if (presence === 'new') {
    const pieces = evidence.added.length;
    return `Begin the portfolio ${title}${pieces === 0 ? '' : ` with ${count(pieces, 'piece')} of evidence`}`;
  }
  const parts = [...partsOfEvidence(change), ...otherParts(change)];
  const more = parts.length - maximumOfParts;
  const named = parts.slice(0, maximumOfParts);
  return capitalised(listOf(more > 0 ? [...named, `make ${count(more, 'other change')}`] : named));
}

/** A file is named once, for the greatest of its changes. */
function partsOfEvidence({ evidence, after }: PortfolioChanges): readonly string[] {
  const { added, removed, retargeted, restated, reworded, renamed } = evidence;
  const told = new Set<Uri>();
  const fresh = <Pair extends EvidencePair>(pairs: readonly Pair[]): readonly Pair[] => {
    const untold = pairs.filter((pair) => !told.has(pair.after.uri));
    for (const pair of untold) told.add(pair.after.uri);
    return untold;
  };
  const named = new Set(added.flatMap((file) => file.elements));
  const inOrder = [...after.elements.keys()].filter((id) => named.has(id));
  return [
    ...each(
      added,
      'add',
      (file) => `add ${quoted(file.title)}${forElements(file.elements)}`,
      forElements(inOrder),
    ),
    ...each(removed, 'remove', (file) => `remove ${quoted(file.title)}`),
    ...each(fresh(retargeted), 'change the elements of', retargetedInWords),
    ...each(fresh(restated), 'change the state of', restatedInWords),
    ...each(fresh(reworded), 'revise', ({ after }) => `revise ${quoted(after.title)}`),
    ...each(fresh(renamed), 'move', ({ after }) => `move the file of ${quoted(after.title)}`),
  ];
}

/** The one of them by its title, or how many they are. */
function each<Thing>(
  things: readonly Thing[],
  verb: string,
  sayOne: (thing: Thing) => string,
  more = '',
): readonly string[] {
  const [only] = things;
  if (only === undefined) return [];
  return [things.length === 1 ? sayOne(only) : `${verb} ${count(things.length, 'piece')} of evidence${more}`];
}

function retargetedInWords({ after, gained, lost }: Retargeting): string {
  const title = quoted(after.title);
  if (lost.length === 0) return `use ${title}${forElements(gained)}, too`;
  if (gained.length === 0) return `no longer use ${title}${forElements(lost)}`;
  return `use ${title}${forElements(gained)}, and not${forElements(lost)}`;
}

function restatedInWords({ before, after }: EvidencePair): string {
  const title = quoted(after.title);
  return before.status !== after.status && after.status !== undefined
    ? `mark ${title} as ${after.status.replaceAll('-', ' ')}`
    : before.reviewBy !== after.reviewBy && after.reviewBy !== undefined
      ? `set the review of ${title} to ${after.reviewBy}`
      : `change the state of ${title}`;
}

function otherParts({ ratings, actions, standard }: PortfolioChanges): readonly string[] {
  const rated = new Set(ratings.map(({ element }) => element.id));
  const isOtherStandard = standard.others.length + standard.come.length + standard.gone.length > 0;
  const isOtherText = standard.added.length + standard.removed.length + standard.reworded.length > 0;
  return [
    ...(rated.size === 0 ? [] : [`rate ${idsInWords([...rated])}`]),
    ...(actions.added.length === 0 ? [] : [`plan ${count(actions.added.length, 'action')}`]),
    ...(actions.changed.length === 0 ? [] : [`change ${count(actions.changed.length, 'action')}`]),
    ...(actions.removed.length === 0 ? [] : [`remove ${count(actions.removed.length, 'action')}`]),
    ...(isOtherStandard ? ['change the standard'] : isOtherText ? ['change the text of the standard'] : []),
  ];
}

const forElements = (ids: readonly string[]): string => (ids.length === 0 ? '' : ` for ${idsInWords(ids)}`);

const idsInWords = (ids: readonly string[]): string =>
  listOf(
    ids.length > maximumOfIds + 1
      ? [...ids.slice(0, maximumOfIds), `${ids.length - maximumOfIds} others`]
      : ids,
  ).replaceAll(/[\p{Cc}\p{Cf}]/gu, '');

/** A title in its marks: on one line, and no longer than a line. */
function quoted(title: string): string {
  const line = oneLine(title.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' '));
  const characters = Array.from(line);
  return characters.length <= maximumOfTitle
    ? `“${line}”`
    : `“${characters
        .slice(0, maximumOfTitle - 1)
        .join('')
        .trimEnd()}…”`;
}
