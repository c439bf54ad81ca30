/** Whether what is measured again and again stays as it is: the last third of the measurements against the first. */

export interface Measured {
  readonly name: string;
  readonly unit: string;
  /** By how many times the last third may be more than the first. */
  readonly most: number;
  readonly values: readonly number[];
  /** So many at the beginning do not count, or a tenth where that is more. */
  readonly warmUp: number;
}

export interface Compared {
  readonly isFlat: boolean;
  readonly text: string;
}

/**
 * What is loaded when it is first asked for, and compiled when it is hot, comes with the first rounds, which do not count.
 * Too few measurements for thirds are no result, and not flat.
 */
export function compareThirds({ name, unit, most, values, warmUp }: Measured): Compared {
  const warm = values.slice(Math.max(warmUp, Math.ceil(values.length / 10)));
  const third = Math.floor(warm.length / 3);
  if (third === 0)
    return { isFlat: false, text: `${name}: measured ${values.length} times, which is too few.` };
  const [first, middle, last] = [warm.slice(0, third), warm.slice(third, -third), warm.slice(-third)].map(
    median,
  ) as [number, number, number];
  const isFlat = last <= first * most;
  const figures = [first, middle, last].map((figure) => figure.toFixed(1)).join(', ');
  return {
    isFlat,
    text: `${name}, ${unit}, by thirds: ${figures}${isFlat ? '' : `; more than ${most} times as much`}.`,
  };
}

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
