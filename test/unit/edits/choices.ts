/** A row of numbers from fast-check as choices: those that are left when it ends are the first ones, so that it shrinks. */
import fc from 'fast-check';

export class Choices {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** The simplest comes first. */
  pick<Option>(options: readonly [Option, ...Option[]]): Option {
    return options[this.#next() % options.length] ?? options[0];
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.#next() % times === times - 1;
  }

  /** From 0 to `most`. */
  upTo(most: number): number {
    return this.#next() % (most + 1);
  }

  /** Some of a list, in their order. */
  some<Option>(options: readonly Option[], oneIn: number): readonly Option[] {
    return options.filter(() => this.once(oneIn));
  }

  #next(): number {
    return this.#numbers[this.#at++] ?? 0;
  }
}

/** Enough numbers for a portfolio of three files. */
export const choices: fc.Arbitrary<Choices> = fc
  .array(fc.nat({ max: 1_000_000 }), { minLength: 0, maxLength: 400, size: 'max' })
  .map((numbers) => new Choices(numbers));
