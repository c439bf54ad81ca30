/** What a change does to the portfolios, as an answer. */
import type { Asked } from '../../core/answers/model';
import { answer, refused } from '../../core/answers/model';
import { changesBetween } from '../../core/history/changes';
import type { Surroundings } from '../command/surroundings';
import { changesAsData } from '../diff/outputs/json';
import { KeptSides } from '../sides/keptSides';
import type { Sides } from '../sides/sides';
import type { KeptFolder } from './keptFolder';
import { placed } from './placed';

/** Of each list, in one answer. */
const mostOfEach = 30;

/**
 * The last comparison is kept for whoever asks for the next part of a list, while the files and the commits are as they
 * were; whoever begins gets a new one, as settings of git and fetched commits change neither.
 */
export function comparerOf(kept: KeptFolder, surroundings: Surroundings): NonNullable<Asked['compare']> {
  let last: { readonly key: string; readonly data: Promise<object> } | undefined;
  const keptSides = new KeptSides();
  return async ({ base, head, from }) => {
    const odd = [base, head ?? ''].find((name) => /^-|\p{Cc}/u.test(name));
    if (odd !== undefined) return refused(`${odd} is no revision of git. Give a branch, a tag or a commit.`);
    // A branch moves without any file being touched.
    const { place, today } = kept;
    const question = { place, base, head, today, baseToday: undefined };
    const meant = await keptSides.meant(question);
    const key = JSON.stringify([meant.revisions, kept.revision]);
    if (from === 0 || last?.key !== key) {
      const data = kept.still((later) =>
        compared((telling) => keptSides.read(question, meant, later, telling), surroundings),
      );
      last = { key, data };
      // A revision that is not here may be fetched.
      data.catch(() => (last = undefined));
    }
    const bounded = inParts(await last.data, from);
    return answer(bounded);
  };
}

async function compared(
  read: (telling: Surroundings) => Promise<Sides>,
  surroundings: Surroundings,
): Promise<object> {
  const remarks: string[] = [];
  const sides = await read({ ...surroundings, complain: (text) => void remarks.push(text.trim()) });
  const { revisions, before, after, folder, opened } = sides;
  return {
    base: { name: revisions.baseName, commit: revisions.base },
    head: { name: revisions.headName, commit: revisions.head },
    ...(remarks.length > 0 ? { remarks } : {}),
    portfolios: changesBetween(before, after).map((changes) =>
      placed(changesAsData(changes, folder), { index: opened.index, folder }),
    ),
  };
}

/** Each list in it from an entry on, and so many of it; what is left out is said beside it. */
function inParts(value: object, from: number): object {
  const part = (one: unknown): unknown => {
    if (Array.isArray(one)) {
      const all: readonly unknown[] = one;
      // What every entry says of itself is short; lists of thousands stand at the top.
      const start = all.length > mostOfEach ? from : 0;
      const shown = all.slice(start, start + mostOfEach).map(part);
      const left = all.length - start - shown.length;
      return left > 0 || start > 0
        ? {
            total: all.length,
            from: start,
            shown,
            ...(left > 0 ? { more: `${left} more: ask again with from: ${start + mostOfEach}.` } : {}),
          }
        : shown;
    }
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, part(inner)]));
  };
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, part(inner)]));
}
