/** What happened to the action plans. */
import type { PortfolioChanges } from '../changes';
import type { ActionSnapshot } from '../snapshot';
import type { Cell, Section } from './section';
import { cell } from './section';

export function actionSections({ actions }: PortfolioChanges): readonly Section[] {
  const head = ['Element', 'Action', 'Responsibility', 'Target', 'Progress'];
  const row = (action: ActionSnapshot): readonly Cell[] => [
    cell(action.id),
    cell(action.action),
    cell(action.responsibility),
    cell(action.target),
    cell(action.progress),
  ];
  return [
    { title: 'Actions added', head, rows: actions.added.map(row) },
    { title: 'Actions removed', head, rows: actions.removed.map(row) },
    {
      title: 'Actions changed',
      head: ['Element', 'Action', 'What', 'Was', 'Is'],
      rows: actions.changed.flatMap(({ before, after }) =>
        (['action', 'responsibility', 'target', 'progress'] as const)
          .filter((part) => before[part] !== after[part])
          .map((part) => [
            cell(after.id),
            cell(after.action),
            cell(part),
            cell(before[part]),
            cell(after[part]),
          ]),
      ),
    },
  ];
}
