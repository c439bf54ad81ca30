/** How the coverage has grown, month by month. */
import { monthWords } from '../../words/dates';
import type { Block, ProgressPoint } from './model';

/** Nothing where there is one point or none: that is no line. */
export function progressBlocks(progress: readonly ProgressPoint[]): readonly Block[] {
  const points = progress.flatMap(({ day, summary }) => {
    const { total, notApplicable, evidenced } = summary;
    const applicable = total - notApplicable;
    if (applicable <= 0) return [];
    const share = evidenced / applicable;
    return [{ label: shortMonth(day), share, words: `${Math.floor(share * 100)} %` }];
  });
  return points.length < 2
    ? []
    : [
        { kind: 'heading', text: 'Progress' },
        {
          kind: 'line',
          caption: 'Elements with current evidence, at the end of each month and today',
          points,
        },
      ];
}

/** `Oct 2026` */
const shortMonth = (day: string): string => monthWords(day.slice(0, 7)).replace(/^(\p{L}{3})\p{L}*/u, '$1');
