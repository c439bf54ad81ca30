/** What happened to the elements of the standard, and to the standard itself. */
import type { ElementChange, ElementChangeKind, PortfolioChanges } from '../changes';
import { elementChangeKinds } from '../changes';
import type { ElementState } from '../../../words/states';
import { stateWords } from '../../../words/states';
import type { ElementSnapshot } from '../snapshot';
import { relativePath } from '../../text/uri';
import { count } from '../../../words/counts';
import type { StoryContext } from './context';
import type { Section } from './section';
import { cell, listed } from './section';

const titles: Readonly<Record<ElementChangeKind, string>> = {
  lost: 'Elements that lose their only evidence',
  overdue: 'Elements that become overdue',
  draft: 'Elements that rest on drafts only now',
  weakened: 'Elements that rest on a single source now',
  gained: 'Elements that gain evidence',
  moved: 'Other elements whose state changes',
};

export const elementSections = ({ elements }: PortfolioChanges, context: StoryContext): readonly Section[] =>
  elementChangeKinds.map((kind) => ({
    title: titles[kind],
    head: ['Element', 'Was', 'Is', 'Because of'],
    rows: elements
      .filter((change) => change.kind === kind)
      .map((change) => [
        cell(nameOf(change.element)),
        cell(stateInWords(change.before, change.current.before)),
        cell(stateInWords(change.after, change.current.after)),
        cell(reasonOf(change, context)),
      ]),
  }));

export const nameOf = ({ id, name }: ElementSnapshot): string => `${id} ${name}`;

const stateInWords = (state: ElementState, current: number): string =>
  state === 'evidenced' ? `${stateWords[state]}, ${count(current, 'item')}` : stateWords[state];

function reasonOf({ isByTime, because }: ElementChange, { folder }: StoryContext): string {
  if (isByTime) return 'time alone';
  return because.length === 0
    ? 'portfolio.yaml or the standard'
    : listed(
        because.map(({ uri }) => relativePath(folder, uri)),
        3,
      );
}

export function standardSections({ standard }: PortfolioChanges): readonly Section[] {
  const section = (title: string, elements: readonly ElementSnapshot[], head = 'Is'): Section => ({
    title,
    head: ['Element', head],
    rows: elements.map((element) => {
      const { state, current } = element.coverage;
      return [cell(nameOf(element)), cell(stateInWords(state, current))];
    }),
  });
  return [
    section('Elements that are new in the standard', standard.added),
    section('Elements that are no longer in the standard', standard.removed, 'Was'),
    section('Elements of which the standard says something else', standard.reworded),
  ];
}
