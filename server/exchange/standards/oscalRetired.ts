/** Controls that were withdrawn, and what has taken the place of each. */
import { listAt, textAt } from './data';
import { someOf } from './ids';
import type { Names } from './oscalNames';

export interface Withdrawn {
  readonly retired: ReadonlyMap<string, readonly string[]>;
  readonly remarks: readonly string[];
}

/** Links of a withdrawn control to what has taken its place. */
const successions = new Set([
  'incorporated-into',
  'moved-to',
  'addressed-by',
  'replaced-by',
  'superseded-by',
]);

export function retiredIn(names: Names): Withdrawn {
  const retired = new Map<string, readonly string[]>();
  const outside: string[] = [];
  const none: string[] = [];
  const present = new Set(
    names.controls.flatMap((control) => (names.isWithdrawn(control) ? [] : (names.idOf(control) ?? []))),
  );
  for (const control of names.controls) {
    const id = names.idOf(control);
    if (id === undefined || present.has(id) || !names.isWithdrawn(control)) continue;
    const links = listAt(control, 'links').filter((link) => successions.has(textAt(link, 'rel')));
    const successors = links.flatMap((link) => {
      const target = names.targetOf(textAt(link, 'href'));
      const own = target === undefined ? undefined : names.idOf(target);
      if (own === undefined) outside.push(id);
      return own === undefined || own === id ? [] : [own];
    });
    if (successors.length === 0) none.push(id);
    retired.set(id, [...new Set(successors)]);
  }
  return {
    retired,
    remarks: [
      ...(outside.length > 0
        ? [`What has replaced ${someOf([...new Set(outside)])} is not in the file.`]
        : []),
      ...(none.length > 0
        ? [`Withdrawn, and nothing is said to have taken their place: ${someOf(none)}.`]
        : []),
    ],
  };
}
