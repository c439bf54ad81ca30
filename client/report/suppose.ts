/** Asking what is to be supposed of a portfolio, one thing after the other, until the page is wanted. */
import { QuickPickItemKind, ThemeIcon, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  WhatIfChoicesRequest,
  type PortfolioCoverage,
  type Supposed,
  type WhatIfChoices,
} from '../../server/lsp/protocol';
import { rowAsItStands } from '../../server/words/asItStands';
import { lowerFirst } from '../../server/words/capitals';
import { dayWords, formatDate } from '../../server/words/dates';
import { chooseDay } from '../details/chooseDay';
import { pickElement } from '../elements/pick';
import { isRateable } from '../elements/ratingCommands';
import { showInformation } from '../host/notices';
import { elementsOf, findElement, type ElementTarget } from '../portfolios/elements';
import type { ElementSource } from '../portfolios/elementSource';
import { ratingsFor } from '../portfolios/standards';
import { nodeLabel } from '../words/coverageLabels';
import { showPick } from '../host/pickers';

export interface Asking {
  readonly client: BaseLanguageClient;
  readonly source: ElementSource;
  readonly portfolio: PortfolioCoverage;
  readonly choices: WhatIfChoices;
}

interface Row extends QuickPickItem {
  readonly next?: Step;
}

/** What a row does: shows the page, or gives another supposition; undefined where the user leaves the question. */
type Step = 'show' | (() => Promise<Supposed | undefined> | Supposed);

/** @returns what is supposed, where the page is wanted; undefined where the user leaves it */
export async function askSupposition(asking: Asking, start: Supposed): Promise<Supposed | undefined> {
  let supposed = start;
  for (;;) {
    const picked = await showPick<Row>(rowsFor(asking, supposed), {
      title: `What If: ${asking.portfolio.title}`,
      placeHolder: isNothing(supposed)
        ? 'What do you suppose? Nothing is written'
        : 'Show what becomes of it, suppose more, or choose what is not to be supposed any longer',
      ignoreFocusOut: true,
    });
    if (picked?.next === undefined) return undefined;
    if (picked.next === 'show') return supposed;
    supposed = (await picked.next()) ?? supposed;
  }
}

const isNothing = ({ withdrawn = [], rated = [], day }: Supposed): boolean =>
  withdrawn.length === 0 && rated.length === 0 && day === undefined;

function rowsFor(asking: Asking, supposed: Supposed): readonly Row[] {
  const { portfolio, choices } = asking;
  const canRate = elementsOf([portfolio]).some(isRateable);
  const rows: readonly Row[] = [
    {
      label: 'Evidence is withdrawn…',
      iconPath: new ThemeIcon('trash'),
      detail: 'One file or several are taken out',
      next: () => askWithdrawn(asking, supposed),
    },
    ...(canRate
      ? [
          {
            label: 'An element is rated otherwise…',
            iconPath: new ThemeIcon('star-empty'),
            detail: 'By you or by the assessor',
            next: () => askRating(asking, supposed),
          },
        ]
      : []),
    {
      label: 'It is another day…',
      iconPath: new ThemeIcon('calendar'),
      detail:
        choices.assessment === undefined
          ? 'What is overdue by then does not count'
          : `The day of the assessment, ${formatDate(choices.assessment)}, or any other`,
      next: () => askDay(asking, supposed),
    },
  ];
  if (isNothing(supposed)) return rows;
  return [
    { label: 'Show what becomes of it', iconPath: new ThemeIcon('check'), next: 'show' },
    { label: 'supposed', kind: QuickPickItemKind.Separator },
    ...supposedRows(asking, supposed),
    { label: 'suppose more', kind: QuickPickItemKind.Separator },
    ...rows,
  ];
}

/** What is supposed, each with what is left without it. */
function supposedRows({ portfolio, choices }: Asking, supposed: Supposed): readonly Row[] {
  const { withdrawn = [], rated = [], rater, day } = supposed;
  const whose = rater === 'assessor' ? ' by the assessor' : '';
  const row = (label: string, next: () => Supposed): Row => ({
    ...rowAsItStands({ label, description: 'choose it to take it back' }),
    next,
  });
  return [
    ...withdrawn.map((uri) => {
      const title = choices.evidence.find((file) => file.uri === uri)?.title ?? uri;
      const rest = withdrawn.filter((one) => one !== uri);
      return row(`“${title}” is withdrawn`, () => ({ ...supposed, withdrawn: rest }));
    }),
    ...rated.map(({ element, rating }) => {
      const found = elementsOf([portfolio]).find(({ node }) => node.id === element);
      const titles = found ? ratingsFor(portfolio, found.node) : [];
      const title = titles.find(({ id }) => id === rating)?.title ?? rating;
      const rest = rated.filter((one) => one.element !== element);
      return row(`${element} is rated ${lowerFirst(title)}${whose}`, () => ({ ...supposed, rated: rest }));
    }),
    ...(day === undefined
      ? []
      : [
          row(`It is ${day === 'assessment' ? 'the day of the assessment' : dayWords(day)}`, () => {
            const { day: taken, ...rest } = supposed;
            return taken === undefined ? supposed : rest;
          }),
        ]),
  ];
}

async function askWithdrawn({ choices }: Asking, supposed: Supposed): Promise<Supposed | undefined> {
  if (choices.evidence.length === 0) {
    void showInformation('There is no evidence that could be withdrawn.');
    return undefined;
  }
  const ticked = await showPick(
    choices.evidence.map(({ uri, title, path, standing, elements }) => ({
      ...rowAsItStands({
        label: title,
        description: [standing, elements.join(', ')].filter((part) => part !== '').join(' · '),
        detail: path,
      }),
      uri,
      picked: supposed.withdrawn?.includes(uri) ?? false,
    })),
    {
      title: 'What If: Which Evidence Is Withdrawn?',
      placeHolder: 'Tick one file or several; type words, an ID or a path',
      canPickMany: true,
      matchOnDescription: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    },
  );
  return ticked && { ...supposed, withdrawn: ticked.map(({ uri }) => uri) };
}

/** @param target the element, where it is known already */
export async function askRating(
  { source, portfolio }: Asking,
  supposed: Supposed,
  target?: ElementTarget,
): Promise<Supposed | undefined> {
  const element = target
    ? findElement(await source.current(), target)
    : await pickElement(source, {
        title: 'What If: Which Element Is Rated Otherwise?',
        placeholder: 'Type words or an ID',
        only: (one) => one.portfolio.root === portfolio.root && isRateable(one),
        none: 'No element can be rated.',
        inOrder: true,
      });
  if (element === undefined) return undefined;
  const { node } = element;
  const { rated = [] } = supposed;
  // The award is judged by the ratings of one.
  const rater = rated.length > 0 ? (supposed.rater ?? 'self') : await askWhose();
  if (rater === undefined) return undefined;
  const given = node.rating?.[rater];
  const picked = await showPick(
    ratingsFor(portfolio, node).map(({ id, title, description }) => ({
      ...rowAsItStands({
        label: title,
        description: id === given ? 'as it is rated now' : '',
        detail: description,
      }),
      id,
    })),
    {
      title: `What If ${nodeLabel(node)} Were Rated…`,
      placeHolder: rater === 'self' ? 'How do you rate it then?' : 'How does the assessor rate it then?',
      matchOnDetail: true,
      ignoreFocusOut: true,
    },
  );
  if (!picked) return undefined;
  const others = rated.filter((one) => one.element !== node.id);
  return { ...supposed, rater, rated: [...others, { element: node.id, rating: picked.id }] };
}

async function askWhose(): Promise<'self' | 'assessor' | undefined> {
  const picked = await showPick(
    [
      { label: 'Your own rating', iconPath: new ThemeIcon('star-empty'), rater: 'self' as const },
      { label: 'The assessor’s rating', iconPath: new ThemeIcon('account'), rater: 'assessor' as const },
    ],
    {
      title: 'What If: Whose Rating?',
      placeHolder: 'By whose ratings do you want to judge?',
      ignoreFocusOut: true,
    },
  );
  return picked?.rater;
}

async function askDay(
  { client, portfolio, choices }: Asking,
  supposed: Supposed,
): Promise<Supposed | undefined> {
  const { today, assessment, days } = choices;
  const day = await chooseDay({
    title: 'What If: Judged as of Which Day?',
    today,
    current: supposed.day,
    likely: [
      ...(assessment === undefined
        ? []
        : [{ value: 'assessment', label: dayWords(assessment), words: 'the day of the assessment' }]),
      ...days,
    ],
    read: async (typed) => {
      const { root } = portfolio;
      return (await client.sendRequest(WhatIfChoicesRequest, { root, typed }))?.days ?? [];
    },
    isPast: false,
  });
  return day === undefined ? undefined : { ...supposed, day };
}
