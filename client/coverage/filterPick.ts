/** Choosing what the Coverage view shows: one list with sections, several rows at once. */
import { QuickPickItemKind, ThemeIcon, commands as vscodeCommands, type QuickPickItem } from 'vscode';
import type { ElementState, Owner, Person, PortfolioCoverage } from '../../server/lsp/protocol';
import type { ActiveFile } from '../host/activeFile';
import { revealCoverage } from '../host/commands';
import type { Compared } from '../words/compareWords';
import {
  askedOf,
  countShown,
  noFilter,
  reviewWords,
  reviewsWithin,
  type Filter,
  type ReviewWithin,
} from './filter';
import { elementStates, stateMeanings, stateWords } from '../../server/words/states';
import { count } from '../../server/words/counts';
import { lowerFirst } from '../../server/words/capitals';
import type { CoverageSource } from '../portfolios/coverageSource';
import type { CoverageView } from './view';
import type { EvidenceSource } from '../portfolios/evidenceSource';
import { againstEach } from '../portfolios/standards';
import { nameOf } from '../host/fileNames';
import { eachByName } from '../words/perPortfolio';
import { stateIcon } from '../words/stateIcons';
import { rowAsItStands } from '../../server/words/asItStands';
import { showPick } from '../host/pickers';

interface Choice extends QuickPickItem {
  readonly state?: ElementState;
  /** The id of a rating; empty: not rated. */
  readonly rating?: string;
  readonly person?: Person;
  readonly unowned?: true;
  readonly review?: ReviewWithin;
  readonly inFile?: true;
  readonly changed?: true;
  readonly words?: string;
}

/** Lets the user choose states, owners and the open file; nothing chosen in a section means no limit by it. */
export async function chooseFilter(
  view: CoverageView,
  source: CoverageSource,
  evidence: EvidenceSource,
  activeFile: ActiveFile,
): Promise<void> {
  const portfolios = view.marked(await source.current())?.portfolios ?? [];
  const owners = await evidence.owners();
  const people = await evidence.people();
  const filter = view.filter();
  const file = activeFile.current();
  const items: Choice[] = [
    ...changedChoices(portfolios, filter, view.compared()),
    { label: 'state', kind: QuickPickItemKind.Separator },
    ...elementStates.map((state): Choice => ({
      state,
      label: stateWords[state],
      description: numberIn(portfolios, { ...noFilter, states: new Set([state]) }),
      detail: stateMeanings[state],
      iconPath: stateIcon(state),
      picked: filter.states.has(state),
    })),
    ...ratingChoices(portfolios, filter),
    ...(filter.words === ''
      ? []
      : [
          { label: 'words', kind: QuickPickItemKind.Separator },
          {
            words: filter.words,
            label: `about “${filter.words}”`,
            description: 'from Find Element',
            iconPath: new ThemeIcon('search'),
            picked: true,
          },
        ]),
    { label: 'this file', kind: QuickPickItemKind.Separator },
    {
      inFile: true,
      label: 'in this file',
      description: file === undefined ? '' : nameOf(file),
      detail: 'Only the elements that the file in the editor names; follows you from file to file',
      iconPath: ThemeIcon.File,
      picked: filter.inFile,
    },
    ...(await reviewChoices(portfolios, evidence, filter)),
    ...peopleChoices(people, owners, filter),
  ];
  const picked = await showPick(items.map(rowAsItStands), {
    canPickMany: true,
    title: 'Filter Coverage',
    placeHolder: 'Tick what you want to see; nothing for all elements',
    matchOnDetail: true,
  });
  if (picked === undefined) return;
  // First the focus: when the view shows what is wanted, nothing more happens to what the user does next.
  await vscodeCommands.executeCommand(revealCoverage);
  view.setFilter(filterFrom(picked));
}

/** How many elements a filter leaves; of several portfolios, of each. */
const numberIn = (portfolios: readonly PortfolioCoverage[], filter: Filter): string =>
  eachByName(portfolios, ({ nodes }) => String(countShown(nodes, filter).shown)).join('; ');

/** Nothing where the view compares with nothing. */
const changedChoices = (
  portfolios: readonly PortfolioCoverage[],
  filter: Filter,
  compared: Compared | undefined,
): readonly Choice[] =>
  compared === undefined
    ? []
    : [
        { label: `compared with ${compared.base}`, kind: QuickPickItemKind.Separator },
        {
          changed: true,
          label: 'changed here',
          description: numberIn(portfolios, { ...noFilter, changed: true }),
          detail:
            compared.direction === 'would'
              ? `Only the elements that would change with ${compared.base}: gained, lost, weakened`
              : `Only the elements that have changed since ${compared.base}: gained, lost, weakened`,
          iconPath: new ThemeIcon('git-compare'),
          picked: filter.changed,
        },
      ];

/** Nothing where no standard has ratings. */
function ratingChoices(portfolios: readonly PortfolioCoverage[], filter: Filter): readonly Choice[] {
  const ratings = new Map(
    portfolios
      .flatMap(againstEach)
      .flatMap((one) => (one.ratings ?? []).map((rating) => [rating.id, rating])),
  );
  if (ratings.size === 0) return [];
  const choice = (rating: string, label: string, detail: string): Choice => ({
    rating,
    label,
    description: numberIn(portfolios, { ...noFilter, ratings: new Map([[rating, label]]) }),
    detail,
    iconPath: new ThemeIcon(rating === '' ? 'question' : 'star-empty'),
    picked: filter.ratings.has(rating),
  });
  return [
    { label: 'your rating', kind: QuickPickItemKind.Separator },
    ...Array.from(ratings.values(), ({ id, title, description }) =>
      choice(id, `rated ${lowerFirst(title)}`, description),
    ),
    choice('', 'not rated', 'Nobody has written down how you rate yourselves'),
  ];
}

/** Each person once, however the name is written, and what nobody owns. */
function peopleChoices(
  people: readonly Person[],
  owners: readonly Owner[],
  filter: Filter,
): readonly Choice[] {
  const unowned = owners.find(([owner]) => owner === '');
  return [
    ...(people.length === 0 && !unowned ? [] : [{ label: 'person', kind: QuickPickItemKind.Separator }]),
    ...people.map((person): Choice => ({
      person,
      label: person.name,
      description: [
        ...(person.evidence > 0 ? [count(person.evidence, 'file')] : []),
        ...(person.assignments > 0 ? [`${count(person.assignments, 'element')} to find evidence for`] : []),
      ].join(' · '),
      iconPath: new ThemeIcon('person'),
      picked: filter.people.has(person.key),
    })),
    ...(unowned
      ? [
          {
            unowned: true as const,
            label: 'no owner',
            description: count(unowned[1], 'file'),
            iconPath: new ThemeIcon('question'),
            picked: filter.owners.has(''),
          },
        ]
      : []),
  ];
}

/** How many elements each of them leaves is asked of the server. */
async function reviewChoices(
  portfolios: readonly PortfolioCoverage[],
  evidence: EvidenceSource,
  filter: Filter,
): Promise<readonly Choice[]> {
  const choices = reviewsWithin.map(async (review): Promise<Choice> => {
    const only = { ...noFilter, review };
    const fitting = await evidence.with(askedOf(only, undefined) ?? {});
    return {
      review,
      label: reviewWords(review),
      description: eachByName(portfolios, ({ root, nodes }) =>
        String(countShown(nodes, only, fitting.get(root)).shown),
      ).join('; '),
      iconPath: new ThemeIcon(review === 'overdue' ? 'warning' : 'calendar'),
      picked: filter.review === review,
    };
  });
  return [{ label: 'review date', kind: QuickPickItemKind.Separator }, ...(await Promise.all(choices))];
}

function filterFrom(picked: readonly Choice[]): Filter {
  const wanted = picked.flatMap(({ state }) => state ?? []);
  return {
    // All states are no limit, and would look like one.
    states: new Set(wanted.length === elementStates.length ? [] : wanted),
    ratings: new Map(
      picked.flatMap(({ rating, label }) => (rating === undefined ? [] : [[rating, label] as const])),
    ),
    owners: new Set(picked.flatMap(({ person, unowned }) => person?.owners ?? (unowned ? [''] : []))),
    people: new Map(picked.flatMap(({ person }) => (person ? [[person.key, person.name] as const] : []))),
    // Of several, the one that leaves most.
    review: reviewsWithin.findLast((within) => picked.some(({ review }) => review === within)),
    inFile: picked.some(({ inFile }) => inFile),
    changed: picked.some(({ changed }) => changed),
    words: picked.find(({ words }) => words !== undefined)?.words ?? '',
  };
}
