/** What waits until things are quiet, and is then done once for all that has come together. */

export interface AfterQuietOptions<Subject> {
  /** Milliseconds without a stir after which it is done. */
  readonly quiet: number;
  /** Milliseconds after the first of them has come in which it is done, however much stirs. */
  readonly atMost: number;
  /** Where this says no, they wait for another while. */
  readonly mayAct: () => boolean;
  readonly act: (subjects: ReadonlySet<Subject>) => void;
}

export class AfterQuiet<Subject> {
  readonly #options: AfterQuietOptions<Subject>;
  #waiting = new Set<Subject>();
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #latest: ReturnType<typeof setTimeout> | undefined;

  constructor(options: AfterQuietOptions<Subject>) {
    this.#options = options;
  }

  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  add(subject: Subject): void {
    this.#waiting.add(subject);
    this.#latest ??= setTimeout(() => this.#act(), this.#options.atMost);
    this.stir();
  }

  /** It has been seen to. */
  drop(subject: Subject): void {
    this.#waiting.delete(subject);
    if (!this.isWaiting) this.stop();
  }

  /** Somebody is still at it: what waits waits on. */
  stir(): void {
    if (!this.isWaiting) return;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#act(), this.#options.quiet);
  }

  /** Forgets what waits. */
  stop(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#latest);
    this.#latest = undefined;
    this.#waiting.clear();
  }

  #act(): void {
    if (!this.#options.mayAct()) {
      this.stir();
      return;
    }
    const subjects = this.#waiting;
    this.#waiting = new Set();
    this.stop();
    this.#options.act(subjects);
  }
}
