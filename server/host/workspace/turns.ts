/**
 * One piece of work after the other. What is read from a disk is told some time later: told at once with others, an old
 * answer could take the place of a newer one, and a file that has gone could come back.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  readonly #beside = new Set<Promise<unknown>>();

  /** Begins when all before it, and what went on beside them, has ended, well or not. */
  next<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#last.then(() => Promise.allSettled(this.#beside)).then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** Notes work that nobody lets wait, such as an edit: what comes next begins when it has ended. */
  beside<Result>(work: Promise<Result>): Promise<Result> {
    const end = (): unknown => this.#beside.delete(noted);
    const noted: Promise<unknown> = work.then(end, end);
    this.#beside.add(noted);
    return work;
  }
}
