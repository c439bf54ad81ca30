/**
 * The sides of a folder that stays open while others ask of it: the later one is in its index already, and the index of
 * the base is kept, so that the next comparison costs what has changed in between.
 */
import type { PortfolioIndex } from '../../core/index/portfolioIndex';
import type { PortfolioSnapshot } from '../../core/history/snapshot';
import { snapshotsOf } from '../../core/history/snapshots';
import type { KnownCommits } from '../../host/git/atOnce';
import { hiddenFiles, marksHidden } from '../../host/git/git';
import { keepingSides } from '../../host/git/keptSides';
import { stampOf } from '../../host/disk/stamp';
import { Past } from '../../host/workspace/past';
import type { Surroundings } from '../command/surroundings';
import type { Base } from './base';
import type { Later, Meant, Question, Sides } from './sides';
import { bringTo, compared, meantNow, readSides, withFound } from './sides';

interface Kept {
  /** Of which the past is a copy. */
  readonly live: PortfolioIndex;
  readonly past: Past;
  /** Where the past looks: the base to which it was brought last. */
  base: Base;
  /** The portfolios of the past, when it had been told so many things. */
  snapshots?: { readonly told: number; readonly all: readonly PortfolioSnapshot[] };
}

export class KeptSides {
  #kept: Kept | undefined;
  readonly #commits: KnownCommits = new Map();
  readonly #open = keepingSides();
  /** Of the list of what is checked out, when it had no file that is left out. */
  #wholeIndex: string | undefined;

  /** The commits that are meant, as git has them now. @throws RunError */
  meant(question: Question): Promise<Meant> {
    return meantNow(question, this.#commits);
  }

  /**
   * The same as `readSides` with the folder as it was opened. One at a time, and nothing else may be told to the
   * folder's index meanwhile.
   * @param meant by the question
   * @param later by names of objects of SHA-1
   * @throws RunError
   */
  async read(question: Question, meant: Meant, later: Later, surroundings: Surroundings): Promise<Sides> {
    const { repository, revisions } = meant;
    // The index has what stands on the disk and nothing else.
    const isOther = revisions.head !== undefined || repository.hash !== 'sha1';
    if (isOther || !(await this.#isWhole(meant))) return readSides(question, surroundings);
    return withFound(
      question,
      (found) => compared(found, later, surroundings, (base) => this.#before(base, later, question)),
      { meant, open: this.#open },
    );
  }

  /** Whether the checkout is none that leaves files out on the disk. */
  async #isWhole({ repository, indexFile }: Meant): Promise<boolean> {
    const stamp = indexFile === undefined ? undefined : stampOf(indexFile);
    if (stamp !== undefined && stamp === this.#wholeIndex) return true;
    if (await marksHidden(repository)) return (await hiddenFiles(repository)).size === 0;
    this.#wholeIndex = stamp;
    return true;
  }

  async #before(base: Base, later: Later, { baseToday }: Question): Promise<readonly PortfolioSnapshot[]> {
    const live = later.opened.index;
    const kept = this.#kept?.live === live ? this.#kept : keptOf(live, base);
    // Of one that is brought half way, nobody knows where it is.
    this.#kept = undefined;
    kept.base = base;
    await bringTo(kept.past, later, base, baseToday);
    this.#kept = kept;
    const { told, index } = kept.past;
    if (kept.snapshots?.told !== told) kept.snapshots = { told, all: snapshotsOf(index) };
    return kept.snapshots.all;
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
