/** How much a standard holds, in a few words. */
import type { Standard } from '../../core/standard/standard';
import { inThousands } from '../../words/counts';

/** `20 groups, 1,189 elements, 3 profiles, 182 retired IDs, translated into fr`. */
export function countsOf({ nodes, elements, profiles, retired, translations }: Standard): string {
  const groups = nodes.size - elements.length;
  return [
    ...(groups > 0 ? [counted(groups, 'group')] : []),
    counted(elements.length, 'element'),
    ...(profiles.length > 0 ? [counted(profiles.length, 'profile')] : []),
    ...(retired.size > 0 ? [counted(retired.size, 'retired ID')] : []),
    ...(translations.size > 0 ? [`translated into ${[...translations.keys()].join(', ')}`] : []),
  ].join(', ');
}

const counted = (number: number, name: string): string =>
  `${inThousands(number)} ${name}${number === 1 ? '' : 's'}`;
