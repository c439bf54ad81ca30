/**
 * The sides of a folder that stays open while others ask of it: the later one is in its index already, and the index of
 * the base is kept, so that the next comparison costs what has changed in between.
 */
import type { PortfolioIndex } from '../../core/index/portfolioIndex';
import { hiddenFiles } from '../../host/git/git';
import { Past } from '../../host/workspace/past';
import type { Surroundings } from '../command/surroundings';
import type { Base } from './base';
import type { Later, Question, Sides } from './sides';
import { bringTo, compared, readSides, withFound } from './sides';

interface Kept {
  /** Of which the past is a copy. */
  readonly live: PortfolioIndex;
  readonly past: Past;
  /** Where the past looks: the base to which it was brought last. */
  base: Base;
}

export class KeptSides {
  #kept: Kept | undefined;

  /**
   * The same as `readSides` with the folder as it was opened. One at a time, and nothing else may be told to the
   * folder's index meanwhile.
   * @param later by names of objects of SHA-1
   * @throws RunError
   */
  async read(question: Question, later: Later, surroundings: Surroundings): Promise<Sides> {
    const sides = await withFound(question, async (found) => {
      const { repository, headTree } = found;
      // The index has what stands on the disk and nothing else.
      const isOther = headTree !== undefined || repository.hash !== 'sha1';
      if (isOther || (await hiddenFiles(repository)).size > 0) return undefined;
      return compared(found, later, surroundings, (base) => this.#pastAt(base, later, question));
    });
    return sides ?? readSides(question, surroundings);
  }

  async #pastAt(base: Base, later: Later, { baseToday }: Question): Promise<Past> {
    const live = later.opened.index;
    const kept = this.#kept?.live === live ? this.#kept : keptOf(live, base);
    // Of one that is brought half way, nobody knows where it is.
    this.#kept = undefined;
    kept.base = base;
    await bringTo(kept.past, later, base, baseToday);
    this.#kept = kept;
    return kept.past;
  }
}

function keptOf(live: PortfolioIndex, base: Base): Kept {
  const kept: Kept = {
    live,
    base,
    past: new Past({
      live,
      access: {
        exist: (uris, boundary) => kept.base.access.exist(uris, boundary),
        readMany: (uris, boundary) => kept.base.access.readMany(uris, boundary),
      },
    }),
  };
  return kept;
}
