/** Pictures that are made of characters, for formats without any. */
import type { BarPart } from '../../core/report/model';
import { barParts } from '../../core/report/model';

const sparks = '▁▂▃▄▅▆▇█';

/** @param share from 0 to 1 */
export const sparkOf = (share: number): string =>
  sparks[Math.min(sparks.length - 1, Math.floor(share * sparks.length))] ?? '';

const marks: Readonly<Record<BarPart, string>> = { full: '█', half: '▒', none: '░' };

/**
 * The pieces of a bar, told apart by their marks as well as by their colours. A part that there is has a mark at least,
 * and what is not full never looks full.
 * @param length in characters
 */
export function barMarks(
  parts: Readonly<Record<BarPart, number>>,
  length: number,
): readonly { readonly part: BarPart; readonly text: string }[] {
  const all = barParts.reduce((sum, part) => sum + parts[part], 0);
  const wanted = (part: BarPart): number =>
    parts[part] === 0 ? 0 : Math.max(1, Math.round((parts[part] / all) * length));
  const [half, none] = [wanted('half'), wanted('none')];
  const full = parts.full === 0 ? 0 : Math.max(1, length - half - none);
  const lengths: Readonly<Record<BarPart, number>> = { full, half, none };
  return barParts.flatMap((part) =>
    lengths[part] > 0 ? [{ part, text: marks[part].repeat(lengths[part]) }] : [],
  );
}
